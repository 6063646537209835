import { type Cue, readText } from './cue.ts'
import type { Finding } from './finding.ts'

/**
 * Characters a second that grown-ups read at ease, and characters on a line, by language. After the timed text style guides that Netflix
 * publishes, which broadcasters’ own hardly differ from.
 */
const READING: [languages: string, speed: number, line: number][] = [
  ['eng ara', 20, 42],
  ['jpn', 7, 16],
  ['zho', 9, 16],
  ['kor', 12, 16],
  ['rus ukr', 17, 39],
  ['tha', 17, 35],
  ['hin', 22, 42],
]
const USUAL = { speed: 17, line: 42 }

/** Seconds that a subtitle stands at least and at most. */
const SHORTEST = 0.8
const LONGEST = 7
const MOST_LINES = 2

/** Signs that stand at the edge of what is measured are not stumbled over: half a frame. */
const HALF_A_FRAME = 0.02

const readingOf = (language: string): { speed: number; line: number } => {
  const found = READING.find(([languages]) => languages.split(' ').includes(language))
  return found ? { speed: found[1], line: found[2] } : USUAL
}

/** Checks subtitles as an editor would, one after another: timing, reading speed, length of lines, and whether they still stand in the film. */
export function* checkCues(cues: Cue[], language: string, filmSeconds: number | null): Generator<Finding> {
  const most = readingOf(language)
  for (const [index, cue] of cues.entries()) {
    const found = (rule: Finding['rule'], values: Finding['values'] = {}): Finding => ({
      rule,
      values: { number: index + 1, at: cue.from, ...values },
    })
    const lasts = cue.to - cue.from
    if (lasts <= 0) {
      yield found('backwards')
      continue
    }
    const before = cues[index - 1]
    const lines = lengthsOf(readText(cue.text))
    const length = lines.reduce((longest, line) => Math.max(longest, line), 0)
    const speed = lines.reduce((sum, line) => sum + line, 0) / lasts
    if (before && before.to - cue.from > HALF_A_FRAME && before.from <= cue.from)
      yield found('overlap', { by: round(before.to - cue.from) })
    if (lasts < SHORTEST - HALF_A_FRAME) yield found('too-short', { seconds: round(lasts) })
    if (lasts > LONGEST + HALF_A_FRAME) yield found('too-long', { seconds: round(lasts) })
    if (speed > most.speed) yield found('too-fast', { speed: Math.round(speed), most: most.speed })
    if (length > most.line) yield found('line-long', { length, most: most.line })
    if (lines.length > MOST_LINES) yield found('lines-many', { lines: lines.length })
    if (filmSeconds !== null && cue.to > filmSeconds + 0.5) yield found('past-end')
  }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Letters of western alphabets, each of which is one as it is written: most subtitles, and counted at once. */
const SINGLE = /^[\n -~\u00A0-\u02FF\u2010-\u2027]*$/

/** How many characters, as people count them, each line has. */
function lengthsOf(text: string): number[] {
  if (SINGLE.test(text)) return text.split('\n').map((line) => line.length)
  const lengths = [0]
  for (const { segment } of graphemes.segment(text)) {
    if (segment === '\n') lengths.push(0)
    else lengths[lengths.length - 1]!++
  }
  return lengths
}

const round = (seconds: number) => Math.round(seconds * 100) / 100
