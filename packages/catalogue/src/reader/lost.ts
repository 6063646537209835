/** Which lines of a source a reading does not account for: the test of “nothing is dropped silently”. */
import type { Reading } from '../model/reading.ts'
import { filmTable } from './film-table.ts'
import { labelOf } from './label-lines.ts'
import { LabelReader } from './labels/match.ts'
import { words } from './source.ts'
import type { Line, Source } from './source.ts'

/**
 * Lines that no fact, no warning and no unread line covers, and that are no known head of a section either.
 *
 * @example
 * lost(readSource(text), readSheet(text)) // []
 */
export function lost(source: Source, reading: Reading): string[] {
  const covered = new Set<number>()
  for (const { place, raw } of reading.provenance) {
    covered.add(place.line)
    for (let line = place.line, at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) covered.add(++line)
  }
  for (const warning of reading.warnings) covered.add(warning.line)
  const spans = reading.provenance.map((fact) => fact.place).toSorted((a, b) => a.start - b.start)
  const unread = reading.unread.join('\n')
  const labels = new LabelReader(reading.language)
  const head = filmTable(labels, source, source.lines)?.head
  return source.lines
    .filter(
      (line) =>
        !line.rule && !line.blank && !covered.has(line.number) && !unread.includes(source.text.slice(line.start, line.end)),
    )
    .filter((line) => !spans.some((span) => span.start <= line.body.start && span.end >= line.body.start + line.body.text.length))
    .filter((line) => line !== head && !isStructure(labels, line))
    .map((line) => line.body.text)
}

/** Heads and labels whose values stand below, and years over a list of festivals. */
function isStructure(labels: LabelReader, line: Line): boolean {
  if (/^\d{4}\s*:?$/.test(words(line.body))) return true
  const hit = labelOf(labels, line, true)
  return hit !== null && hit.value.text === ''
}
