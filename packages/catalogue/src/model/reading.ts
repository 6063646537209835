/**
 * What the reader returns for one sheet: the shape of the published contract (`vitrine sheet read --json`), plus the
 * facts the contract leaves out, plus where in the source each fact was found.
 */
import type { Company, Contact, Credit, Cut, FestivalEntry, LanguageVersion, Period, PressQuote } from './title-sheet.ts'

/** A stretch of the source text: offsets in UTF-16 units, end exclusive; `line` counts from 1. */
export interface Place {
  start: number
  end: number
  line: number
}

/** Something the reader saw and did not take for a fact. It never guesses: it says so here. */
export interface ReadingWarning {
  field: string
  code: WarningCode
  message: string // English; other languages come from packages/messages by code
  line: number
  text: string
}

export const WARNING_CODES = [
  'no-title',
  'not-a-year',
  'not-a-duration',
  'year-and-duration-swapped',
  'empty-label',
  'unknown-country',
  'unknown-language',
  'bad-check-character',
  'bad-identifier',
  'two-values',
  'misspelt-label',
  'repeated-line',
  'several-films',
  'year-out-of-range',
  'ambiguous',
  'truncated',
  'not-understood',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** A fact's source: `path` is that of the reading (`directors.0`, `festivals.2.award`), `raw` the words as printed. */
export interface Provenance {
  path: string
  place: Place
  raw: string
  label: string | null // the label it stood behind, as printed
}

export interface Reading {
  title: string
  originalTitle: string | null
  lead: string | null
  synopsis: string | null
  year: number | null
  durations: number[]
  series: { episodes: number; minutes: number } | null
  directors: string[]
  productionCompanies: string[]
  producers: string[]
  countries: string[]
  originalLanguages: string[]
  versionLanguages: string[]
  subtitleLanguages: string[]
  genres: string[]
  festivals: FestivalEntry[]
  identifiers: {
    isan: string | null
    eidr: string | null
    imdb: string | null
    tmdb: string | null
    wikidata: string | null
    reference: string | null
  }
  contacts: Contact[]
  warnings: ReadingWarning[]
  unread: string[]
  // Beyond the contract
  language: string | null // of the prose
  otherTitles: { title: string; language: string | null }[]
  logline: string | null
  shortSynopsis: string | null
  leadWrittenOn: string | null
  directorsNote: string | null
  biography: string | null
  cuts: Cut[]
  versions: LanguageVersion[]
  coProducers: Company[]
  broadcasters: string[]
  supporters: string[]
  credits: Credit[]
  themes: string[]
  keywords: string[]
  places: string[]
  period: Period | null // that the film tells of
  pressQuotes: PressQuote[]
  formats: string[]
  advisories: string[]
  ratings: { system: string; value: string }[]
  trailerUrl: string | null
  provenance: Provenance[]
}
