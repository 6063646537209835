/** Exports that repeat by themselves: what goes out, how often, and what came of it each time. */
import type { FormatId } from '@vitrine/exchange/formats/format'
import type { Locale } from '@vitrine/messages'
import type { ListFormat } from '@vitrine/messages/list-formats'
import type { FigureTable } from './after.ts'
import type { Actor, Page } from '../contract.ts'
import type { Rhythm } from '../exchange/rhythm.ts'

export type { Rhythm }

/** Films: every published one, or those of a collection. Avails: the licences of all platforms, or of one. A list of the desk. */
export interface ExportWhat {
  format: FormatId | ListFormat
  version: string | null
  locale: Locale
  collection: string | null // its slug
  licensee: string | null
  /** Of a list, of films too: which columns, in their order; null for all. */
  columns: string[] | null
  /** Which of the tables of figures; null for sales over time. */
  table: FigureTable | null
  /** Only a part of it, by the fields that its list has (exchange/filter-fields.ts); empty for all of it. */
  filter: Readonly<Record<string, string>>
}
/** As it is said: what a format has no use for may be left out. */
export type ExportWhatSaid = Omit<ExportWhat, 'columns' | 'table' | 'filter'> & {
  columns?: readonly string[] | null | undefined
  table?: FigureTable | null | undefined
  filter?: Readonly<Record<string, string>> | undefined
}

/** A field of its filter, or `collection`, and what it named that is gone; or `limit`, and how much fits. */
export interface FailedAbout {
  what: string
  value: string
}

export interface ExportRun {
  id: string
  scheduleId: string
  format: ExportWhat['format'] // that it was made in
  at: string
  fileName: string | null
  bytes: number | null
  items: number | null // films, avails, or rows of a list
  losses: number | null // what the format had no place for
  lost: Readonly<Record<string, number>> | null // of films: how many lost something in which field; null where that is not known
  failure: string | null // a code of the closed list of errors; null: it was made
  about: FailedAbout | null // of a failure, where more can be said
}

export interface ExportSchedule {
  id: string
  name: string
  what: ExportWhat
  rhythm: Rhythm
  nextAt: string | null // null: it rests
  createdAt: string
  createdBy: string
  endedAt: string | null // since when it is ended; for thirty days it can be had again
  last: ExportRun | null
}

export interface ExportScheduleVerbs {
  /** Those of what the asker may send out by hand; with `ended` those that were ended in the last thirty days. */
  listExportSchedules(actor: Actor, args?: { ended?: boolean }): Promise<ExportSchedule[]>
  /** Makes one, or changes one. `on` false lets it rest; without it one that rests goes on resting, and a new one is on. */
  saveExportSchedule(
    actor: Actor,
    args: { id?: string | null; name: string; what: ExportWhatSaid; rhythm: Rhythm; on?: boolean | undefined },
  ): Promise<ExportSchedule>
  /** Ends one; with `removed` false it goes on. Its history goes thirty days after it was ended. */
  removeExportSchedule(actor: Actor, args: { id: string; removed?: boolean }): Promise<void>
  /** Those in formats that the asker may send out by hand, whatever the export has become. */
  listExportRuns(actor: Actor, args: { id: string; cursor?: string | null }): Promise<Page<ExportRun>>
  /** The file that was made: `stream` is read to its end or cancelled. */
  openExportRun(
    actor: Actor,
    args: { id: string },
  ): Promise<{ fileName: string; mediaType: string; size: number; stream: ReadableStream<Uint8Array> }>
  /** Makes one now, whatever its rhythm; a failure is an answer, not thrown, but for a mistake of the program. */
  runExport(actor: Actor, args: { id: string }): Promise<ExportRun>
  /** Makes all that are due. Several servers may do this at once: each takes its own. */
  runDueExports(actor: Actor): Promise<number>
}
