/** What a player shows of a reel beside the film, as WebVTT: small pictures for seeking, and chapters. */
import { stamp } from '../subtitles/webvtt.ts'
import type { Reel } from './reel.ts'

/** The storyboard as WebVTT: which piece of which sheet shows each moment, for the pictures above the scroll bar. */
export function storyboardTrack(reel: Reel): string | null {
  const board = reel.storyboard
  if (board === null) return null
  const pieces = Math.min(Math.ceil(reel.seconds / board.every), board.sheets * board.columns * board.rows)
  const cues = Array.from({ length: pieces }, (_, n) => {
    const onSheet = n % (board.columns * board.rows)
    const [x, y] = [(onSheet % board.columns) * board.width, Math.floor(onSheet / board.columns) * board.height]
    const sheet = Math.floor(n / (board.columns * board.rows))
    return `${stamp(n * board.every)} --> ${stamp(Math.min(reel.seconds, (n + 1) * board.every))}\nstoryboard/${sheet}.jpg#xywh=${x},${y},${board.width},${board.height}`
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** The chapters as WebVTT; null where there are none. */
export function chapterTrack(reel: Reel): string | null {
  const chapters = reel.chapters.filter(({ at }) => at < reel.seconds).toSorted((a, b) => a.at - b.at)
  if (chapters.length === 0) return null
  const cues = chapters.map(
    ({ at, name }, n) => `${stamp(at)} --> ${stamp(chapters[n + 1]?.at ?? reel.seconds)}\n${oneLine(name)}`,
  )
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** Text of a cue: a line, in which nothing is markup. */
const oneLine = (name: string): string =>
  name.replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
