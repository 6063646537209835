/** What readers of foreign files have in common: how a film is put together, and what is said of what it lost. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { Finding } from './finding.ts'
import type { FilmIn, FilmsIn, FormatId } from './format.ts'
import { settleSheet } from './settle.ts'

/** What is said of one film while it is read. Rules are those of the family `film/` in the messages. */
export interface Doubts {
  said: Finding[]
  notice(rule: string, values?: Readonly<Record<string, string>>, line?: number | null): void
}

export function doubts(path: string | null = null): Doubts {
  const said: Finding[] = []
  return {
    said,
    notice(rule, values = {}, line = null) {
      // a file of a thousand strange things says enough with the first hundred
      if (said.length < 100) said.push({ severity: 'notice', rule: `film/${rule}`, line, path, values: shortened(values) })
    },
  }
}

const LONGEST = 200
const shortened = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value]),
  )

/** The film, its sheet settled; a field that the model cannot hold is emptied and told. */
export function filmIn(
  raw: TitleSheet,
  { key, line = null, said, pictureUrls = [] }: { key: string; line?: number | null; said: Doubts; pictureUrls?: string[] },
): FilmIn {
  // nothing to take unlooked at
  if (raw.title.trim() === '') said.said.push({ severity: 'warning', rule: 'film/no-title', line, path: null, values: {} })
  const { sheet, dropped } = settleSheet(raw)
  for (const field of dropped)
    said.said.push({ severity: 'warning', rule: 'film/not-valid', line, path: null, values: { field } })
  return { sheet, key: key.slice(0, 500), line, doubts: said.said, pictureUrls: unique(pictureUrls.filter(isAddress)) }
}

/** A file's films; one without any says so. */
export function filmsIn(format: FormatId, version: string | null, films: FilmIn[], findings: Finding[] = []): FilmsIn {
  const none: Finding[] =
    films.length > 0 || findings.length > 0 ? [] : [{ severity: 'error', rule: 'film/none', line: null, path: null, values: {} }]
  return { format, version, films, avails: [], findings: [...findings, ...none] }
}

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** Values told apart by what they hold, in their order. */
export const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value] as const)).values(),
]

const isAddress = (text: string): boolean => text.length < 4000 && /^https?:\/\//i.test(text) && URL.canParse(text)
/** An address of the web; null for anything else (a script, a mail, a word). */
export const address = (text: string | null): string | null => (text !== null && isAddress(text) ? text : null)

/** Whole minutes of so many seconds; null for none. */
export const minutesOf = (seconds: number | null): number | null =>
  seconds === null || seconds <= 0 ? null : Math.max(1, Math.round(seconds / 60))

/** The year that a date begins with. */
export const yearOf = (date: string | null): number | null => {
  const year = Number(/^\d{4}(?!\d)/.exec(date ?? '')?.[0] ?? 0)
  return year >= 1880 && year <= 2200 ? year : null
}
