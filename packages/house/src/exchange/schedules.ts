/** What exports that repeat have in common: who may see which, how one is made. */
import { FORMAT_IDS, type FormatId } from '@vitrine/exchange/formats/format'
import { LIST_FORMATS, listOf } from '@vitrine/messages/list-formats'
import { findSchedule, type RunRow, type ScheduleRow } from '@vitrine/store/exports/export-schedules'
import { found } from '../browse/found.ts'
import type { HouseContext } from '../context.ts'
import { SYSTEM } from '../actors.ts'
import type { Actor } from '../contract.ts'
import { MOST_FILMS_OUT } from '../contract/exchange.ts'
import type { ExportRun, ExportSchedule, FailedAbout, ExportWhat, Rhythm } from '../contract/export-schedules.ts'
import { type ErrorCode, HouseError, isHouseError } from '../errors.ts'
import { translate } from '../failures.ts'
import { newId } from '../ids.ts'
import { MOST_ROWS_SENT } from '../lists/list-table.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'
import { exportAvails } from '../verbs/exchange/export-avails.ts'
import { exportFilms } from '../verbs/exchange/export-films.ts'
import type { Into } from '../rights/spreadsheet/table-file.ts'
import { LIST_VERBS } from './lists-out.ts'
import { filmsNamed, listOfFilms, publishedFilms, sendFilmsListed } from './films-by-pages.ts'
import { type WrittenApart, writtenApart } from './written-apart.ts'
import { askedOfFilms, askedOfList } from './read-filter.ts'

/** How many of each are remembered. */
export const RUNS_KEPT = 100

const OF_LICENCES: readonly string[] = ['avails', 'avails-xlsx'] satisfies ExportWhat['format'][]
export const isOfLicences = ({ format }: { format: string }): boolean => OF_LICENCES.includes(format)

/** Whoever may send it out by hand may have it sent out by itself, see it and fetch it. */
export const maySend = (actor: Actor, what: { format: string }): boolean => can(actor, verbOf(what))

/** The verb by which the same goes out by hand. */
export function verbOf(what: { format: string }): Verb {
  const list = listOf(what.format)
  return list !== null ? LIST_VERBS[list.list].verb : isOfLicences(what) ? 'exportAvails' : 'exportFilms'
}
/** Exports that were set earlier say nothing of columns, or of a filter. */
const whatOf = (what: unknown): ExportWhat => ({
  columns: null,
  table: null,
  filter: {},
  ...(what as Omit<ExportWhat, 'columns' | 'table' | 'filter'>),
})

/** Formats of which the asker sees no run: what an export was may differ from what it is. */
export const hiddenFrom = (actor: Actor): readonly string[] =>
  [...FORMAT_IDS, ...LIST_FORMATS].filter((format) => !maySend(actor, { format }))

/** A schedule by id, of what the asker may send out. */
export async function reachSchedule(
  house: HouseContext,
  actor: Actor,
  id: string,
): Promise<ScheduleRow & { what: ExportWhat; rhythm: Rhythm }> {
  const row = await findSchedule(house.db, house.houseId, id)
  if (row === null || !maySend(actor, row.what as ExportWhat)) throw new HouseError('not-found', { subject: 'Export' })
  return { ...row, what: whatOf(row.what), rhythm: row.rhythm as Rhythm }
}

export const toRun = ({ contentHash: _hash, mediaType: _type, format, about, ...run }: RunRow): ExportRun => ({
  ...run,
  // one place in the row for what more can be said of either
  about: run.failure === null ? null : (about as FailedAbout | null),
  lost: run.failure === null ? ((about as Pick<ExportRun, 'lost'> | null)?.lost ?? null) : null,
  format: format as ExportWhat['format'],
})
export const toSchedule = (row: ScheduleRow, last: RunRow | null): ExportSchedule => ({
  ...row,
  what: whatOf(row.what),
  rhythm: row.rhythm as Rhythm,
  last: last === null ? null : toRun(last),
})

/**
 * Makes it and keeps the file. What the house refuses is what came of it, and so is a mistake of ours, which is handed back beside the
 * run to be thrown once the run is kept; a house that is out of order is thrown at once.
 */
export async function makeExport(
  house: HouseContext,
  { id: scheduleId, what }: { id: string; what: ExportWhat },
): Promise<{ run: RunRow; mistake: { thrown: unknown } | null }> {
  const now = house.now()
  const run: RunRow = { id: newId(now.getTime()), scheduleId, format: what.format, at: now.toISOString(), fileName: null, mediaType: null, contentHash: null, bytes: null, items: null, losses: null, failure: null, about: null } // prettier-ignore
  try {
    const { fileName, mediaType, items, losses, lost = null, ...file } = await made(house, what)
    const contentHash = 'stream' in file ? await kept(house, file.stream) : await house.files.put(file.bytes)
    const bytes = 'stream' in file ? file.size : file.bytes.length
    return {
      run: { ...run, fileName, mediaType, contentHash, bytes, items, losses, about: lost === null ? null : { lost } },
      mistake: null,
    }
  } catch (thrown) {
    const known = translate(thrown)
    if (!isHouseError(known)) return { run: { ...run, failure: 'program-fault' satisfies ErrorCode }, mistake: { thrown } }
    if (known.status >= 500) throw known
    return { run: { ...run, failure: known.code, about: aboutOf(known) }, mistake: null }
  }
}

/** What more can be said of a failure than its code: what is gone that the filter names, which limit was met. */
function aboutOf({ details: { filter, id, limit, of } }: HouseError): FailedAbout | null {
  if (filter !== undefined) return { what: String(filter), value: String(id) }
  return limit === undefined ? null : { what: 'limit', value: of === 'bytes' ? `${Number(limit) / 1_000_000} MB` : String(limit) }
}

/** Where it cannot be kept at all, what was written apart is let go of all the same. */
async function kept(house: HouseContext, stream: ReadableStream<Uint8Array>): Promise<string> {
  try {
    return await house.files.putPieces(stream)
  } catch (thrown) {
    await stream.cancel().catch(() => {})
    throw thrown
  }
}

type Made = { fileName: string; mediaType: string; items: number; losses: number; lost?: Record<string, number> } & (
  | { bytes: Uint8Array }
  | { size: number; stream: ReadableStream<Uint8Array> }
)

/** Avails and lists, of which there may be very many, come as a stream. */
async function made(house: HouseContext, what: ExportWhat): Promise<Made> {
  const whole = whatOf(what)
  const { format, version, locale, licensee, columns, table } = whole
  const list = listOf(format)
  if (list !== null) {
    const asked = { format: list.as, columns, locale, table: table ?? 'period' } as const
    const apart: { file?: WrittenApart } = {}
    const into: Into = async (pieces) => (apart.file = await writtenApart(pieces))
    const {
      rows = 0,
      bytes,
      ...file
    } = await LIST_VERBS[list.list].take(
      house,
      SYSTEM,
      { ...(await askedOfList(house, whole)), ...asked },
      { most: MOST_ROWS_SENT, into },
    )
    return { ...file, ...(apart.file ?? { bytes }), items: rows, losses: 0 }
  }
  if (isOfLicences(what)) {
    const { avails, fileName, mediaType, size, stream, told } = await exportAvails(house, SYSTEM, { as: format === 'avails' ? 'xml' : 'xlsx', version: format === 'avails' ? version : null, licensee, locale }) // prettier-ignore
    return {
      fileName,
      mediaType,
      size,
      stream,
      items: avails,
      losses: sumOf(told),
    }
  }
  const asked = await askedOfFilms(house, whole)
  const id = format as FormatId
  const as = listOfFilms(id)
  if (as !== null) {
    const apart: { file?: WrittenApart } = {}
    const into: Into = async (pieces) => (apart.file = await writtenApart(pieces))
    const pages = asked === null ? publishedFilms(house) : filmsNamed(house, idsOf(house, asked, locale, MOST_ROWS_SENT))
    const { rows = 0, lost, ...file } = await sendFilmsListed(house, pages, { as, columns, locale, into })
    return { ...file, ...apart.file, items: rows, losses: sumOf(lost), lost }
  }
  const ids = asked === null ? null : (await Array.fromAsync(idsOf(house, asked, locale, MOST_FILMS_OUT))).flat()
  const { films, losses, ...file } = await exportFilms(house, SYSTEM, { format: id, version, ids, locale, columns })
  const lost: Record<string, number> = {}
  for (const { field } of losses) lost[field] = (lost[field] ?? 0) + 1
  return { ...file, items: films, losses: losses.length, lost }
}

const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, one) => sum + one, 0)

async function* idsOf(
  house: HouseContext,
  { statuses, ...asked }: NonNullable<Awaited<ReturnType<typeof askedOfFilms>>>,
  locale: ExportWhat['locale'],
  most: number,
): AsyncGenerator<string[]> {
  let cursor: string | null = null
  do {
    const page = await found(house, { ...asked, sort: 'title', limit: 100, cursor, locale }, statuses)
    if (page.total > most) throw new HouseError('limit-reached', { limit: most })
    if (page.total === 0) throw new HouseError('not-found', { subject: 'Title' })
    yield page.cards.map(({ id }) => id)
    cursor = page.nextCursor
  } while (cursor !== null)
}
