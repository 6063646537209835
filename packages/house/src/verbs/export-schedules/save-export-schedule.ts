import { FORMAT_IDS } from '@vitrine/exchange/formats/format'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { LOCALES } from '@vitrine/messages'
import { lastRuns, listSchedules, putSchedule } from '@vitrine/store/exports/export-schedules'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExportSchedule, ExportScheduleVerbs, ExportWhat } from '../../contract-export-schedules.ts'
import { HouseError } from '../../errors.ts'
import { nextAfter, Rhythm } from '../../exchange/rhythm.ts'
import { hiddenFrom, isOfLicences, reachSchedule, toSchedule } from '../../exchange/schedules.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const MOST = 50
const Asked = z.object({
  id: Id.nullish(),
  name: OneLine,
  what: z.object({
    format: z.enum(FORMAT_IDS as [ExportWhat['format'], ...ExportWhat['format'][]]),
    version: z.string().max(20).nullable(),
    locale: z.enum(LOCALES),
    collection: z.string().min(1).max(200).nullable(),
    licensee: z.string().min(1).max(300).nullable(),
  }),
  rhythm: Rhythm,
  on: z.boolean(),
})

/** Has something go out again and again, or changes how. */
export async function saveExportSchedule(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExportScheduleVerbs['saveExportSchedule']>[1],
): Promise<ExportSchedule> {
  authorise(actor, 'saveExportSchedule')
  const { id, name, what, rhythm, on } = parse(Asked, args)
  // films are sent out by everybody who may set this; licences are not
  if (isOfLicences(what)) authorise(actor, 'exportAvails')
  const refuse = (path: string, message: string) => new HouseError('invalid-input', { issues: [{ path, message }] })
  const format = FORMATS[what.format]
  if (format === undefined || (format.write === undefined && !isOfLicences(what))) throw refuse('what.format', 'Nothing goes out in this format') // prettier-ignore
  if (what.version !== null && !format.versions.includes(what.version)) throw refuse('what.version', `One of ${format.versions.join(', ')}`) // prettier-ignore
  const before = id ? await reachSchedule(house, actor, id) : null
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
    })
    audit({ verb: 'saveExportSchedule', subject: 'Export', subjectId: row.id, detail: { name, format: what.format, every: rhythm.every, on } }) // prettier-ignore
    const last = (await lastRuns(trx, house.houseId, hiddenFrom(actor))).find(({ scheduleId }) => scheduleId === row.id) ?? null
    return toSchedule(row, last)
  })
}
