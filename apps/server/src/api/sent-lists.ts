/** Availability lists as buyers get them: kept as sent, and held against the book ever after. */
import { pdf, taken } from './bodies.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as book from './rights-shapes.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Sent lists'

const titleIds = z.array(z.string().min(1).max(64)).min(1).max(500)
const line = z.string().trim().max(200)

const table = (format: 'csv' | 'xlsx') =>
  endpoint('get', `/availability-lists/{token}/list.${format}`, {
    verb: 'exportSentList',
    tag,
    summary: `A list as ${format.toUpperCase()}, as it was sent, for whoever has its link`,
    params: shape.Token,
    givesType: format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: async ({ house, actor, params }) => taken(await house.exportSentList(actor, { ...params, format })),
  })

export const sentLists = [
  endpoint('post', '/rights/lists/preview', {
    verb: 'previewAvailabilities',
    tag,
    summary: 'What a list would say if it were sent now',
    body: z.object({ question: book.Question, titleIds }),
    gives: book.ListPreview,
    run: async ({ house, actor, locale, body }) => ({ value: await house.previewAvailabilities(actor, { ...body, locale }) }),
  }),
  endpoint('post', '/rights/lists', {
    verb: 'sendAvailabilities',
    tag,
    summary: 'Keep a list under a link of its own, and mail it to its receiver where `toEmail` names one',
    body: z.object({
      question: book.Question,
      titleIds,
      toName: line.min(1),
      toCompany: line.nullable().optional(),
      toEmail: z.email().max(254).nullable().optional(),
      message: z.string().max(4_000).nullable().optional(),
      locale: z.enum(['en', 'fr']).optional().describe('The language of the list; otherwise Accept-Language.'),
    }),
    status: 201,
    gives: book.SentList,
    run: async ({ house, actor, locale, body }) => {
      const value = await house.sendAvailabilities(actor, { locale, ...plain(body) })
      return { status: 201, value, headers: { location: `/api/v1/availability-lists/${value.token}` } }
    },
  }),
  endpoint('get', '/rights/lists', {
    verb: 'listSentLists',
    tag,
    summary: 'Lists that were sent: those that are no longer true first, recalled ones last, else the newest first',
    query: shape.CursorQuery,
    gives: shape
      .pageOf(book.ListSummary)
      .extend({ counts: z.object({ all: z.int(), stale: z.int().describe('No longer true') }) }),
    run: async ({ house, actor, locale, query }) => ({
      value: await house.listSentLists(actor, { cursor: query.cursor ?? null, locale }),
    }),
  }),
  endpoint('get', '/rights/lists/{id}/changes', {
    verb: 'compareSentList',
    tag,
    summary: 'What of a list is no longer true, film by film, with the entries behind it',
    params: shape.Id,
    gives: book.ListChanges,
    run: async ({ house, actor, locale, params }) => ({ value: await house.compareSentList(actor, { ...params, locale }) }),
  }),
  endpoint('delete', '/rights/lists/{id}', {
    verb: 'recallSentList',
    tag,
    summary: 'End a list’s link; the list stays in the house’s records',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.recallSentList(actor, params)
      return null
    },
  }),
  endpoint('get', '/availability-lists/{token}', {
    verb: 'viewSentList',
    tag,
    summary: 'A list as it was sent, for whoever has its link',
    params: shape.Token,
    gives: book.SentList,
    run: async ({ house, actor, params }) => ({ value: await house.viewSentList(actor, params) }),
  }),
  endpoint('get', '/availability-lists/{token}/list.pdf', {
    verb: 'printSentList',
    tag,
    summary: 'A list, printed as it was sent',
    params: shape.Token,
    query: shape.PaperQuery,
    givesType: 'application/pdf',
    run: async ({ house, actor, params, query, context }) =>
      pdf(context, {
        pdf: await house.printSentList(actor, { ...params, paper: query.paper, forPrinters: query.for === 'printers' }),
        fileName: 'availabilities.pdf',
      }),
  }),
  table('csv'),
  table('xlsx'),
]
