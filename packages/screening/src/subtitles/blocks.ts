import { type Cue, keptMarks } from './cue.ts'
import { type Finding, MOST_FINDINGS } from './finding.ts'

const TIMES =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(.*)$/

/**
 * Reads SRT and WebVTT, which differ in little: blocks of a line of times and lines of text, parted by empty lines. What stands before the
 * times (numbers, names) is passed over; so are WebVTT’s notes, styles and regions.
 */
export function readBlocks(text: string, findings: Finding[]): Cue[] {
  const cues: Cue[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (let at = 0; at < lines.length; at++) {
    const times = TIMES.exec(lines[at]!)
    if (!times) {
      if (lines[at]!.includes('-->')) {
        if (findings.length < MOST_FINDINGS)
          findings.push({ rule: 'not-read', values: { line: at + 1, said: lines[at]!.trim().slice(0, 60) } })
      } else if (/^(NOTE|STYLE|REGION)\b/.test(lines[at]!)) while (at + 1 < lines.length && lines[at + 1]!.trim() !== '') at++
      continue
    }
    const said: string[] = []
    // An empty line ends the text; so do times without one before them, and the number before those.
    while (at + 1 < lines.length && lines[at + 1]!.trim() !== '' && !beginsNext(lines, at + 1)) said.push(lines[++at]!)
    const written = said.join('\n')
    const settings = times[9] ?? ''
    cues.push({
      from: seconds(times.slice(1, 5)),
      to: seconds(times.slice(5, 9)),
      text: keptMarks(written.replace(/\{\\[^{}\n]*\}/g, '')),
      top: /\{\\an[789]\}/.test(written) || /\bline:(-?0|[0-3]?\d%)(,\w+)?(\s|$)/.test(settings),
    })
  }
  return cues
}

const beginsNext = (lines: string[], at: number) =>
  TIMES.test(lines[at]!) || (/^\s*\d+\s*$/.test(lines[at]!) && at + 1 < lines.length && TIMES.test(lines[at + 1]!))

function seconds([hours, minutes, whole, fraction]: (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number((fraction ?? '0').padEnd(3, '0')) / 1000
}
