/** The columns of a list of titles, as data: what stands at the head, and what is taken from the sheet. */
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { capitalise, countryName, formatCut, languageName } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import type { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { nameOf } from '@vitrine/messages/vocabulary'

/** One title of the list; `url` is its page, where it has one. */
export interface ListedTitle {
  id: string
  status: TitleStatus
  sheet: TitleSheet
  url?: string | null
}

export interface TitleColumn {
  key: Exclude<keyof (typeof spreadsheetWords)['en'], 'sheetName'>
  /** Width in characters, for formats that have widths. */
  width: number
  value(title: ListedTitle, locale: Locale): string | number | null
}

const list = (texts: readonly (string | number)[]) => [...new Set(texts)].join('; ')
const spoken = (locale: Locale, tags: readonly string[]) => list(tags.map((tag) => capitalise(locale, languageName(locale, tag))))
const versionsOf = (sheet: TitleSheet) => [...sheet.versions, ...sheet.cuts.flatMap((cut) => cut.versions)]
const text = (texts: Record<string, string>, locale: Locale) => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? null
const named = (locale: Locale, group: 'genre' | 'theme', known: readonly string[], codes: readonly string[]) =>
  list(codes.map((code) => (known.includes(code) ? nameOf(locale, group, code) : code)))
const at = (festival: { festival: string; year: number | null }) =>
  [festival.festival, festival.year].filter((part) => part !== null).join(' ')

export const TITLE_COLUMNS: readonly TitleColumn[] = [
  { key: 'reference', width: 14, value: ({ id, sheet }) => sheet.identifiers.reference ?? id },
  { key: 'title', width: 40, value: ({ sheet }, locale) => sheet.titles[locale] ?? sheet.title },
  { key: 'originalTitle', width: 32, value: ({ sheet }) => sheet.originalTitle },
  { key: 'status', width: 11, value: ({ status }, locale) => nameOf(locale, 'status', status) },
  { key: 'year', width: 7, value: ({ sheet }) => sheet.year },
  { key: 'lengths', width: 18, value: ({ sheet }) => list(sheet.cuts.map((cut) => formatCut(cut).replaceAll('\u00a0', ' '))) },
  { key: 'directors', width: 28, value: ({ sheet }) => list(sheet.directors) },
  { key: 'productionCompanies', width: 28, value: ({ sheet }) => list(sheet.productionCompanies.map((company) => company.name)) },
  { key: 'coProducers', width: 28, value: ({ sheet }) => list(sheet.coProducers.map((company) => company.name)) },
  { key: 'countries', width: 20, value: ({ sheet }, locale) => list(sheet.countries.map((code) => countryName(locale, code))) },
  { key: 'originalLanguages', width: 20, value: ({ sheet }, locale) => spoken(locale, sheet.originalLanguages) },
  {
    key: 'versions',
    width: 20,
    value: ({ sheet }, locale) =>
      spoken(
        locale,
        versionsOf(sheet)
          .filter((version) => version.use !== 'subtitled')
          .map((version) => version.language),
      ),
  },
  {
    key: 'subtitles',
    width: 20,
    value: ({ sheet }, locale) =>
      spoken(
        locale,
        versionsOf(sheet)
          .filter((version) => version.use === 'subtitled')
          .map((version) => version.language),
      ),
  },
  { key: 'genres', width: 22, value: ({ sheet }, locale) => named(locale, 'genre', GENRES, sheet.genres) },
  { key: 'themes', width: 28, value: ({ sheet }, locale) => named(locale, 'theme', THEMES, sheet.themes) },
  { key: 'logline', width: 60, value: ({ sheet }, locale) => text(sheet.logline, locale) },
  { key: 'synopsis', width: 60, value: ({ sheet }, locale) => text(sheet.shortSynopsis, locale) ?? text(sheet.synopsis, locale) },
  { key: 'festivals', width: 40, value: ({ sheet }) => list(sheet.festivals.map(at)) },
  {
    key: 'awards',
    width: 40,
    value: ({ sheet }) =>
      list(sheet.festivals.flatMap((entry) => (entry.award === null ? [] : [`${entry.award} (${at(entry)})`]))),
  },
  { key: 'formats', width: 16, value: ({ sheet }) => list(sheet.formats) },
  { key: 'isan', width: 30, value: ({ sheet }) => sheet.identifiers.isan },
  { key: 'eidr', width: 36, value: ({ sheet }) => sheet.identifiers.eidr },
  { key: 'imdb', width: 12, value: ({ sheet }) => sheet.identifiers.imdb },
  { key: 'trailer', width: 30, value: ({ sheet }) => sheet.trailer?.url ?? null },
  { key: 'page', width: 40, value: ({ url }) => url ?? null },
]
