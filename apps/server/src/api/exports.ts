/** Exports that repeat by themselves, and the files that they made. */
import { z } from '@hono/zod-openapi'
import { FIGURE_TABLES, type ExportRun, type ExportSchedule } from '@vitrine/house'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_FORMATS, type ListFormat } from '@vitrine/messages/list-formats'
import { LOCALES } from '@vitrine/messages'
import { takenInPieces } from './bodies.ts'
import { endpoint } from './define.ts'
import * as shape from './shapes.ts'

const tag = 'Exchange'
const instant = z.string().describe('ISO 8601')
const What = z.object({
  format: z
    .enum([...Object.keys(FORMAT_NAMES), ...LIST_FORMATS] as [keyof typeof FORMAT_NAMES | ListFormat])
    .describe('Of films or licences, or a list of the desk: `deals-xlsx`'),
  version: z.string().max(20).nullable(),
  locale: z.enum(LOCALES),
  collection: z.string().max(200).nullable().describe('Its slug; null: every published film'),
  licensee: z.string().max(300).nullable().describe('Of Avails: one platform'),
  columns: z.array(z.string().max(100)).min(1).max(100).nullable().describe('Of lists, in their order; null: all'),
  table: z.enum(FIGURE_TABLES).nullable().describe('Of the list of figures; null: sales over time'),
  filter: z
    .record(z.string().max(40), z.string().max(4_000))
    .describe('Only a part of it, by the fields that its list has: `{ "state": "signed", "period": "last-month" }`'),
})
const hour = z.int().min(0).max(23).describe('Of UTC')
const Rhythm = z.union([
  z.object({ every: z.literal('day'), hour }),
  z.object({ every: z.literal('week'), day: z.int().min(1).max(7).describe('1 is Monday'), hour }),
  z.object({ every: z.literal('month'), day: z.int().min(1).max(28), hour }),
])
const Run = z
  .object({
    id: z.string(),
    scheduleId: z.string(),
    format: What.shape.format.describe('That it was made in'),
    at: instant,
    fileName: z.string().nullable(),
    bytes: z.int().nullable(),
    items: z.int().nullable().describe('Films, avails, or rows of a list'),
    losses: z.int().nullable().describe('What the format had no place for'),
    lost: z
      .record(z.string(), z.int())
      .nullable()
      .describe('Of films: how many lost something in which field of their sheets; null where that is not known'),
    failure: z.string().nullable().describe('A code of the closed list of errors; null: it was made'),
    about: z
      .object({ what: z.string(), value: z.string() })
      .nullable()
      .describe('Of a failure: the field of its filter that names what is gone, or `limit` and how much fits'),
  } satisfies Record<keyof ExportRun, unknown>)
  .openapi('ExportRun')
const Schedule = z
  .object({
    id: z.string(),
    name: z.string(),
    what: What,
    rhythm: Rhythm,
    nextAt: instant.nullable().describe('null: it rests'),
    createdAt: instant,
    createdBy: z.string(),
    endedAt: instant.nullable().describe('Since when it is ended: for thirty days it can be had again'),
    last: Run.nullable(),
  } satisfies Record<keyof ExportSchedule, unknown>)
  .openapi('ExportSchedule')
const WhatSaid = What.extend({
  columns: What.shape.columns.optional(),
  table: What.shape.table.optional(),
  filter: What.shape.filter.optional(),
})
const Said = z.object({
  name: z.string().min(1).max(300),
  what: WhatSaid,
  rhythm: Rhythm,
  on: z.boolean().optional().describe('false: it rests. Without it one that rests goes on resting'),
})

export const exportsRepeated = [
  endpoint('get', '/exports', {
    verb: 'listExportSchedules',
    tag,
    summary: 'Exports that repeat by themselves, with what came of each last time',
    query: z.object({
      ended: z.enum(['true', 'false']).default('false').describe('Those that were ended in the last thirty days'),
    }),
    gives: z.object({ items: z.array(Schedule) }),
    run: async ({ house, actor, query }) => ({
      value: { items: await house.listExportSchedules(actor, { ended: query.ended === 'true' }) },
    }),
  }),
  endpoint('post', '/exports', {
    verb: 'saveExportSchedule',
    tag,
    summary: 'Have films or licences go out again and again',
    body: Said,
    status: 201,
    gives: Schedule,
    run: async ({ house, actor, body }) => ({ value: await house.saveExportSchedule(actor, body) }),
  }),
  endpoint('put', '/exports/{id}', {
    verb: 'saveExportSchedule',
    tag,
    summary: 'Change one, or let it rest',
    params: shape.Id,
    body: Said,
    gives: Schedule,
    run: async ({ house, actor, params, body }) => ({ value: await house.saveExportSchedule(actor, { ...params, ...body }) }),
  }),
  endpoint('delete', '/exports/{id}', {
    verb: 'removeExportSchedule',
    tag,
    summary: 'End one; for thirty days it can be had again, with its history',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeExportSchedule(actor, params)
      return null
    },
  }),
  endpoint('post', '/exports/{id}/resume', {
    verb: 'removeExportSchedule',
    tag,
    summary: 'Have one go on that was ended',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeExportSchedule(actor, { ...params, removed: false })
      return null
    },
  }),
  endpoint('get', '/exports/{id}/runs', {
    verb: 'listExportRuns',
    tag,
    summary: 'What came of one, newest first',
    params: shape.Id,
    query: shape.CursorQuery,
    gives: shape.pageOf(Run),
    run: async ({ house, actor, params, query }) => ({
      value: await house.listExportRuns(actor, { ...params, cursor: query.cursor ?? null }),
    }),
  }),
  endpoint('post', '/exports/{id}/runs', {
    verb: 'runExport',
    tag,
    summary: 'Make it once more, now',
    params: shape.Id,
    status: 201,
    gives: Run,
    run: async ({ house, actor, params }) => ({ value: await house.runExport(actor, params) }),
  }),
  endpoint('get', '/export-runs/{id}/file', {
    verb: 'openExportRun',
    tag,
    summary: 'The file that was made',
    params: shape.Id,
    givesType: 'application/octet-stream',
    run: async ({ house, actor, params, context }) => takenInPieces(context, await house.openExportRun(actor, params)),
  }),
]
