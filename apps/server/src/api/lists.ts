/** Lists of the desk as CSV or XLSX, with the columns that are asked for. */
import { z } from '@hono/zod-openapi'
import { DEAL_STATES, REQUEST_STATES } from '@vitrine/deals/states/machines'
import { MARKET_KINDS } from '@vitrine/house/contract/contacts'
import { FIGURE_TABLES } from '@vitrine/house/contract/after'
import { ColumnsOf, taken } from './bodies.ts'
import { endpoint } from './define.ts'
import { SPREADSHEETS } from './kinds.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const tag = 'Lists'
const givesType = SPREADSHEETS
const id = z.string().max(64).optional()
const day = z.iso.date()
const List = shape.LocaleQuery.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  columns: ColumnsOf,
})

/** What is asked of a list beside its filter. */
const asked = <Query extends z.output<typeof List>>({ format, columns, ...filter }: Query) =>
  ({ ...plain(filter), format, columns: columns ?? null }) as const

export const lists = [
  endpoint('get', '/lists/deals', {
    verb: 'exportDeals',
    tag,
    summary: 'Deals as a spreadsheet',
    query: List.extend({
      state: z.enum(DEAL_STATES).optional(),
      owner: id.describe('`none`: nobody’s'),
      companyId: id,
      titleId: id,
      film: z.string().max(200).optional().describe('Words of its title'),
      territory: z.string().max(4_000).optional(),
      from: day.optional(),
      to: day.optional(),
      q: z.string().max(300).optional(),
    }),
    givesType,
    run: async ({ house, actor, locale, query: { q, owner, ...query } }) =>
      taken(await house.exportDeals(actor, { ...asked(query), ...plain({ text: q, ownerId: owner }), locale })),
  }),
  endpoint('get', '/lists/requests', {
    verb: 'exportRequests',
    tag,
    summary: 'Requests as a spreadsheet',
    query: List.extend({
      state: z.enum([...REQUEST_STATES, 'waiting']).optional(),
      kind: z.enum(['screener', 'terms', 'other']).optional(),
      owner: id.describe('`none`: nobody’s'),
      companyId: id,
      q: z.string().max(300).optional(),
    }),
    givesType,
    run: async ({ house, actor, locale, query: { q, owner, ...query } }) =>
      taken(await house.exportRequests(actor, { ...asked(query), ...plain({ text: q, ownerId: owner }), locale })),
  }),
  endpoint('get', '/lists/tasks', {
    verb: 'exportTasks',
    tag,
    summary: 'What is still to be done, as a spreadsheet',
    query: List.extend({ whose: z.enum(['mine', 'all']).default('all'), through: day.optional() }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportTasks(actor, { ...asked(query), locale })),
  }),
  endpoint('get', '/lists/deliverables', {
    verb: 'exportDeliverables',
    tag,
    summary: 'What is to be delivered across all deals, as a spreadsheet',
    query: List.extend({ shelf: z.enum(['open', 'sent', 'done', 'all']).default('all') }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportDeliverables(actor, { ...asked(query), locale })),
  }),
  endpoint('get', '/lists/screeners', {
    verb: 'exportScreeners',
    tag,
    summary: 'Screeners as a spreadsheet, without their links',
    query: List.extend({ state: z.enum(['open', 'over']).optional(), titleId: id, companyId: id }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportScreeners(actor, { ...asked(query), locale })),
  }),
  endpoint('get', '/lists/viewings', {
    verb: 'exportViewings',
    tag,
    summary: 'Who watched and how much of it, as a spreadsheet',
    query: List.extend({ screenerId: id, titleId: id, companyId: id, contactId: id }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportViewings(actor, { ...asked(query), locale })),
  }),
  endpoint('get', '/lists/markets', {
    verb: 'exportMarkets',
    tag,
    summary: 'Markets and festivals as a spreadsheet',
    query: List.extend({
      q: z.string().max(200).optional().describe('Words of its name or city'),
      kind: z.enum(MARKET_KINDS).optional(),
      country: z.string().length(2).optional(),
      from: day.optional().describe('With a day from this one on'),
      to: day.optional(),
    }),
    givesType,
    run: async ({ house, actor, locale, query: { q, ...query } }) =>
      taken(await house.exportMarkets(actor, { ...asked(query), ...plain({ text: q }), locale })),
  }),
  endpoint('get', '/lists/meetings', {
    verb: 'exportMeetings',
    tag,
    summary: 'Meetings of one market, or of all, as a spreadsheet',
    query: List.extend({ marketId: id }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportMeetings(actor, { ...asked(query), locale })),
  }),
  endpoint('get', '/lists/figures', {
    verb: 'exportFigures',
    tag,
    summary: 'One table of the figures as a spreadsheet',
    query: List.extend({
      table: z.enum(FIGURE_TABLES).default('period'),
      from: day.optional(),
      to: day.optional(),
      by: z.enum(['month', 'quarter', 'year']).optional(),
    }),
    givesType,
    run: async ({ house, actor, locale, query }) => taken(await house.exportFigures(actor, { ...asked(query), locale })),
  }),
]
