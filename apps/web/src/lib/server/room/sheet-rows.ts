/** A sheet as lines that can be read one after the other, each under its name. */
import type { TitleSheet } from '@vitrine/catalogue'
import { desk } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'
import { fieldName, fieldText } from '#lib/desk/field-text.ts'

/** Texts that a sheet has in several languages. */
const TEXTS = ['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const satisfies readonly (keyof TitleSheet)[] // prettier-ignore
const FACTS = ['title', 'originalTitle', 'year', 'cuts', 'versions', 'countries', 'originalLanguages', 'directors', 'producers', 'productionCompanies', 'coProducers', 'broadcasters', 'supporters', 'credits', 'genres', 'themes', 'keywords', 'places', 'period', 'festivals', 'pressQuotes', 'formats', 'ratings', 'advisories', 'trailer', 'contacts'] as const satisfies readonly (keyof TitleSheet)[] // prettier-ignore

/** Lists of words, which a column of them would only make longer. */
const IN_A_LINE: ReadonlySet<string> = new Set([
  'countries',
  'originalLanguages',
  'genres',
  'themes',
  'keywords',
  'places',
  'formats',
  'ratings',
  'advisories',
])
const inALine = (row: SheetRow): SheetRow => ({ ...row, text: row.text.replaceAll('\n', ' · ') })

export interface SheetRow {
  path: string
  name: string
  text: string
  language: string | null // in which the text is
}

/** Lines with something in them, and the texts that buyers read first even where they are missing. */
export function sheetRows(sheet: TitleSheet, locale: Locale): SheetRow[] {
  const row = (path: string, value: unknown, language: string | null = null): SheetRow => ({ path, name: fieldName(path, desk[locale], locale), text: fieldText(path, value, locale), language }) // prettier-ignore
  const byLanguage = (field: 'titles' | (typeof TEXTS)[number]): SheetRow[] =>
    Object.entries(sheet[field]).map(([language, text]) => row(`${field}.${language}`, text, language))
  const wanted = new Set(['logline', 'synopsis'])
  return [
    ...FACTS.slice(0, 1).map((field) => row(field, sheet[field])),
    ...byLanguage('titles'),
    ...FACTS.slice(1).map((field) => (IN_A_LINE.has(field) ? inALine(row(field, sheet[field])) : row(field, sheet[field]))),
    ...TEXTS.flatMap((field) => {
      const texts = byLanguage(field)
      return texts.length === 0 && wanted.has(field) ? [row(field, null)] : texts
    }),
  ].filter(({ text, path }) => text !== '' || wanted.has(path))
}
