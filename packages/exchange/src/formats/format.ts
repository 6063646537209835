/**
 * A format: how films leave the house in it, how they come in, and what of a sheet it can carry.
 *
 * Every format lives in a folder of its own and is one value of this type in `formats.ts`. `carries` is data: the table in
 * docs/exchange.md is held against it, the losses that an export reports are told from it, and the round-trip tests take
 * from it which fields must come back equal.
 */
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import type { Locale } from '@vitrine/messages/locale'
import type { Avail } from '../avails/avail.ts'
import type { Finding } from './finding.ts'

export type FormatId = keyof typeof FORMAT_NAMES
export const FORMAT_IDS = Object.keys(FORMAT_NAMES) as FormatId[]

export type SheetField = keyof TitleSheet
/** `whole`: comes back equal. `part`: some of it does (docs/exchange.md says what). A field that is absent has no place there. */
export type Carries = Partial<Record<SheetField, 'whole' | 'part'>>

/** One film on its way out. */
export interface FilmOut {
  /** The house's id of the title: the same for ever, so a receiver can tell what is new. */
  id: string
  sheet: TitleSheet
  /** Of the house's catalogue; what was never in one has none. */
  status?: TitleStatus
  /** The film's page, where it is public. */
  url: string | null
  /** Where each picture of the sheet can be fetched, by its id. */
  pictures: ReadonlyMap<string, { url: string; mediaType: string }>
  /** The moment of the last change, ISO 8601 in UTC. */
  changedAt: string
}

/** Who sends. Standards ask for it as publisher, licensor or provider. */
export interface Sender {
  name: string
  url: string | null
  email: string | null
  country: string | null
}

export interface WriteOptions {
  /** Of the format, where it has several; else its newest. */
  version?: string
  /** The language of labels, and of texts where a format holds only one. */
  locale: Locale
  sender: Sender
  /** The day of the export, `YYYY-MM-DD`: exchange has no clock. */
  today: string
  /** Of a list: which columns, in which order (keys of spreadsheets/titles-columns.ts); else all. */
  columns?: readonly string[]
}

/** What of a film could not be carried. */
export interface Loss {
  filmId: string
  title: string
  field: SheetField
  /** `no-place`: the format has none. `part`: some of it. `shortened`: cut to the length that is allowed. `one-language`: others stayed. */
  why: 'no-place' | 'part' | 'shortened' | 'one-language'
}

export interface Written {
  /** A name for the file, without a path. */
  fileName: string
  mediaType: string
  bytes: Uint8Array
  losses: Loss[]
}

/** One film that came in. The sheet is whole and valid; what was not understood is among the doubts. */
export interface FilmIn {
  sheet: TitleSheet
  /** What the source calls it (a ContentID, an IRI, a row), the same when the file is read again. */
  key: string
  line: number | null
  doubts: Finding[]
  /** Pictures that the source names by address; the house fetches none of them by itself. */
  pictureUrls: string[]
}

/** How the columns of a list were understood, so that it can be shown and corrected. */
export interface ColumnsIn {
  headings: string[]
  /** For each heading what stands below it (spreadsheets/film-columns.ts). */
  columns: string[]
  /** The first value below each heading. */
  samples: string[]
}

export interface FilmsIn {
  format: FormatId
  version: string | null
  films: FilmIn[]
  /** Licences to platforms, where the format carries them. */
  avails: Avail[]
  /** About the file as a whole. */
  findings: Finding[]
  /** Of a list alone. */
  columns?: ColumnsIn
}

export interface ReadOptions {
  fileName: string
  today?: string
  /** How the columns of a list are to be understood, instead of guessing. */
  columns?: readonly string[]
}

export interface Format {
  /** Its name stands in `@vitrine/messages/format-names`. */
  id: FormatId
  extension: string
  mediaType: string
  /** Oldest first; empty where a format has no versions. */
  versions: readonly string[]
  carries: Carries
  /** Absent where it only comes in. Takes any number of films, one file. */
  write?(films: readonly FilmOut[], options: WriteOptions): Written | Promise<Written>
  /** Absent where it only goes out. Never throws for what a file says: that is a finding. */
  read?(bytes: Uint8Array, options: ReadOptions): FilmsIn | Promise<FilmsIn>
}
