/**
 * The fields of a title sheet as the desk lays them out: data, so that a field is added by adding a line. The kinds are
 * those of the small editors in this folder.
 */
import type { TitleSheet } from '@vitrine/catalogue'

export type TextField = 'logline' | 'shortSynopsis' | 'synopsis' | 'directorsNote' | 'biography'

/** Texts that a sheet has in each language, with the length that platforms take (issue: 190, 400 and 4000 characters). */
export const TEXT_FIELDS: readonly { field: TextField; rows: number; most: number | null }[] = [
  { field: 'logline', rows: 2, most: 190 },
  { field: 'shortSynopsis', rows: 4, most: 400 },
  { field: 'synopsis', rows: 14, most: 4000 },
  { field: 'directorsNote', rows: 5, most: null },
  { field: 'biography', rows: 5, most: null },
]

type NameField = { [K in keyof TitleSheet]: TitleSheet[K] extends string[] ? K : never }[keyof TitleSheet]
export type ListKind = 'names' | 'countries' | 'languages' | 'genres' | 'themes' | 'places' | 'collections'

/** Lists of plain words: typed on one line, separated by commas; a name that holds a comma goes between quotes. */
export const LIST_FIELDS: Readonly<Record<'facts' | 'people', readonly { field: NameField; kind: ListKind }[]>> = {
  facts: [
    { field: 'countries', kind: 'countries' },
    { field: 'originalLanguages', kind: 'languages' },
    { field: 'genres', kind: 'genres' },
    { field: 'themes', kind: 'themes' },
    { field: 'keywords', kind: 'names' },
    { field: 'places', kind: 'places' }, // a country is kept as its code, any other place as it is typed
    { field: 'formats', kind: 'names' },
    { field: 'advisories', kind: 'names' },
    { field: 'collections', kind: 'collections' },
  ],
  people: [
    { field: 'directors', kind: 'names' },
    { field: 'producers', kind: 'names' },
    { field: 'broadcasters', kind: 'names' },
    { field: 'supporters', kind: 'names' },
  ],
}

/**
 * Which field of the sheet a fact of the reading went into: readings count `durations` and `versionLanguages`, as their
 * contract says; sheets keep cuts and versions.
 *
 * @example
 * sheetField('durations.0') // "cuts"
 * sheetField('festivals.2.award') // "festivals"
 */
export function sheetField(readingPath: string): string {
  const head = readingPath.split('.')[0] ?? readingPath
  return READ_AS[head] ?? head
}
const READ_AS: Record<string, string> = {
  durations: 'cuts',
  series: 'cuts',
  versionLanguages: 'versions',
  subtitleLanguages: 'versions',
  trailerUrl: 'trailer',
  leadWrittenOn: 'lead',
}

/** In which field a fact stands that a buyer asks for and the copy desk misses: most are called alike. */
export const fieldOfFact = (fact: string): string => ASKED_FOR[fact] ?? fact
const ASKED_FOR: Record<string, string> = { duration: 'cuts', production: 'productionCompanies' }
