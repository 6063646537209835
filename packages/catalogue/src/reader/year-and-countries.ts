/** The year of a film and its countries of production. */
import { readCountries } from './countries.ts'
import type { Draft } from './draft.ts'
import { readDurations } from './durations.ts'
import { readOrigin } from './nationalities.ts'
import { plain } from './source.ts'
import type { Line, Piece } from './source.ts'
import { readYears } from './years.ts'

export function takeYear(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { reading } = draft
  const text = plain(value.text)
  const years = readYears(value)
  const first = years[0]
  if (!first) {
    const fourDigits = /^\D{0,3}(\d{4,5})\D{0,3}$/.exec(text)
    if (fourDigits) {
      draft.warn('year', 'year-out-of-range', line, text)
      return true
    }
    draft.oddYears.push({ text, line, swappable: readDurations(value, true).found.length > 0, code: 'not-a-year' })
    return true
  }
  if (draft.today !== null && first.year > Number(draft.today.slice(0, 4)) + 10) {
    draft.warn('year', 'year-out-of-range', line, text)
    return true
  }
  const others = years.filter((one) => one.year !== first.year)
  if (reading.year !== null && reading.year !== first.year) {
    draft.warn('year', 'two-values', line, text)
    return true
  }
  if (others.length > 0) draft.warn('year', 'two-values', line, plain(value.text.slice(others[0]!.start - value.start)))
  reading.year = first.year
  draft.noteSpan('year', first.start, first.end, line.number, label)
  return true
}

export function takeCountries(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const found = label === null ? readCountries(value) : readOrigin(value)
  takeOrigin(draft, found.found, line, label)
  for (const unknown of found.unknown) draft.warn('countries', 'unknown-country', line, unknown.text)
  takeLooseYear(draft, found.years, line, label)
  return found.found.length > 0 || found.unknown.length > 0
}

/** Countries that adjectives give. */
export function takeOrigin(
  draft: Draft,
  found: { code: string; start: number; end: number }[],
  line: Line,
  label: string | null,
): void {
  const { countries } = draft.reading
  for (const { code, start, end } of found) {
    if (!countries.includes(code)) countries.push(code)
    draft.noteSpan(`countries.${countries.indexOf(code)}`, start, end, line.number, label)
  }
}

/** A year that stands beside something else: taken when the sheet gives none yet. */
export function takeLooseYear(
  draft: Draft,
  years: { year: number; start: number; end: number }[],
  line: Line,
  label: string | null,
): void {
  const year = years[0]
  if (!year || draft.reading.year !== null) return
  draft.reading.year = year.year
  draft.noteSpan('year', year.start, year.end, line.number, label)
}
