import { FORMAT_IDS, type FormatId } from '@vitrine/exchange/formats/format'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { TITLE_COLUMNS } from '@vitrine/exchange/spreadsheets/titles-columns'
import { LOCALES } from '@vitrine/messages'
import { LIST_FORMATS, listOf } from '@vitrine/messages/list-formats'
import { lastRuns, listSchedules, putSchedule } from '@vitrine/store/exports/export-schedules'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import { FIGURE_TABLES } from '../../contract/after.ts'
import type { Actor } from '../../contract.ts'
import type { ExportSchedule, ExportScheduleVerbs, ExportWhat } from '../../contract/export-schedules.ts'
import { HouseError } from '../../errors.ts'
import { nextAfter, Rhythm } from '../../exchange/rhythm.ts'
import { hiddenFrom, isOfLicences, reachSchedule, toSchedule, verbOf } from '../../exchange/schedules.ts'
import { checkFilter, findAllOf } from '../../exchange/read-filter.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { chosenColumns } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const MOST = 50
const FILM_LISTS: readonly string[] = ['titles-csv', 'titles-xlsx']
const Asked = z.object({
  id: Id.nullish(),
  name: OneLine,
  what: z.object({
    format: z.enum([...FORMAT_IDS, ...LIST_FORMATS] as [ExportWhat['format'], ...ExportWhat['format'][]]),
    version: z.string().max(20).nullable(),
    locale: z.enum(LOCALES),
    collection: z.string().min(1).max(200).nullable(),
    licensee: z.string().min(1).max(300).nullable(),
    columns: z.array(z.string().max(100)).min(1).max(100).nullable().default(null),
    table: z.enum(FIGURE_TABLES).nullable().default(null),
    filter: z.record(z.string().max(40), z.string().max(4_000)).default({}),
  }),
  rhythm: Rhythm,
  on: z.boolean().optional(),
})

/** Has something go out again and again, or changes how. */
export async function saveExportSchedule(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExportScheduleVerbs['saveExportSchedule']>[1],
): Promise<ExportSchedule> {
  authorise(actor, 'saveExportSchedule')
  const { id, name, what, rhythm, ...said } = parse(Asked, args)
  // films are sent out by everybody who may set this; licences and lists are not
  const verb = verbOf(what)
  if (verb !== 'exportFilms') authorise(actor, verb)
  if (listOf(what.format) === null) checkFormat(what)
  checkColumns(what)
  checkFilter(what)
  const before = id ? await reachSchedule(house, actor, id) : null
  if (before !== null && before.endedAt !== null) throw new HouseError('wrong-state', { subject: 'Export', state: 'ended' })
  const on = said.on ?? (before === null || before.nextAt !== null)
  // one that rests may name what is gone: it can be laid to rest for that very reason
  if (on) await findAllOf(house, what)
  return write(house, actor, async ({ trx, at, audit }) => {
    const all = await listSchedules(trx, house.houseId)
    if (before === null && all.length >= MOST) throw new HouseError('limit-reached', { limit: MOST })
    const row = await putSchedule(trx, house.houseId, {
      id: before?.id ?? newId(Date.parse(at)),
      name,
      what,
      rhythm,
      nextAt: on ? nextAfter(rhythm, new Date(at)).toISOString() : null,
      createdAt: before?.createdAt ?? at,
      createdBy: before?.createdBy ?? actor.name,
      endedAt: null,
    })
    audit({ verb: 'saveExportSchedule', subject: 'Export', subjectId: row.id, detail: { name, format: what.format, every: rhythm.every, on } }) // prettier-ignore
    const last = (await lastRuns(trx, house.houseId, hiddenFrom(actor))).find(({ scheduleId }) => scheduleId === row.id) ?? null
    return toSchedule(row, last)
  })
}

const refuse = (path: string, message: string) => new HouseError('invalid-input', { issues: [{ path, message }] })

/** Of films and licences: it goes out, and in this version. */
function checkFormat(what: ExportWhat): void {
  const format = FORMATS[what.format as FormatId]
  if (format === undefined || (format.write === undefined && !isOfLicences(what)))
    throw refuse('what.format', 'Nothing goes out in this format')
  if (what.version !== null && !format.versions.includes(what.version))
    throw refuse('what.version', `One of ${format.versions.join(', ')}`)
}

/** Columns are those that the list has: one that is wrong is said now, and not at six in the morning. */
function checkColumns({ format, columns, table }: ExportWhat): void {
  const list = listOf(format)
  if (table !== null && list?.list !== 'figures') throw refuse('what.table', 'Figures alone have tables')
  if (columns === null) return
  if (list !== null) return void chosenColumns(list.list, columns)
  if (!FILM_LISTS.includes(format)) throw refuse('what.columns', `Only lists have columns, as ${FILM_LISTS.join(' and ')} are`)
  const keys: readonly string[] = TITLE_COLUMNS.map(({ key }) => key)
  if (!columns.every((column) => keys.includes(column))) throw refuse('what.columns', `Each one of ${keys.join(', ')}`)
}
