/** The film played by the browser's own player, as on a phone with Safari: it says nothing but that it failed. */
import { standsAt } from './place.ts'
import type { Asks, Source } from './source.ts'
import type { Stage } from './stage.ts'
import type { Tracks } from './tracks.ts'

/** What fails again so soon after it was loaded is not for want of leave. */
const RELOAD_SECONDS = 20

export function playByBrowser(stage: Stage, tracks: Tracks, asks: Asks): Source {
  const { film, base, words, say } = stage
  const { sound, subtitles, size, list } = tracks
  const playlist = `${base}index.m3u8`
  let loadedAt = Date.now()
  let begun = false
  if (film.canPlayType('application/vnd.apple.mpegurl') === '') say(words.unplayable)
  else {
    film.src = playlist
    film.addEventListener('loadedmetadata', () => {
      film.currentTime = stage.from
      say('')
      size.closest('label')!.hidden = true
      list(subtitles, [words.none, ...written().map(({ label }) => label)], -1, -1)
      const first = tracks.first()
      if (first !== null) read(first)
      sound.closest('label')!.hidden = true // Safari's own menu has them
      if (!begun) asks.ready()
      begun = true
    })
    film.addEventListener('error', () => void again())
  }

  /** With leave renewed, as after a sleep, the film is loaded again where it was. `given`: the viewing was given back a moment ago, and failed for want of that. */
  async function again(given = false): Promise<void> {
    const [place, since, wasRunning] = [standsAt(stage), Date.now() - loadedAt, !film.paused]
    if (!(await asks.renew()) || stage.over) return
    if (!given && since < RELOAD_SECONDS * 1000) return say(words.broken)
    loadedAt = Date.now()
    stage.from = place
    film.src = playlist
    if (wasRunning) await film.play().catch(() => {})
  }

  const written = (): TextTrack[] => [...film.textTracks].filter(({ kind }) => kind === 'subtitles')
  function read(track: number): void {
    subtitles.value = String(track)
    for (const [n, text] of written().entries()) text.mode = n === track ? 'showing' : 'disabled'
  }
  /** The sounds, which its own menu switches. */
  const sounds = (): { enabled: boolean; language: string }[] => [
    ...((film as { audioTracks?: Iterable<{ enabled: boolean; language: string }> }).audioTracks ?? []),
  ]

  return {
    language: () => sounds().find(({ enabled }) => enabled)?.language ?? null,
    subtitles: () => {
      const all = [...film.textTracks]
      return all.length === 0 ? undefined : (all.find(({ mode }) => mode === 'showing')?.language ?? null)
    },
    hear: () => {},
    read,
    show: () => {},
    takeUp: () => void again(true),
    close: () => {},
  }
}
