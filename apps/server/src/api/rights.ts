/** The rights book: what can be had, why not, and what is written into it. Shapes are those of docs/rights.md. */
import type { EntryView } from '@vitrine/house'
import { ColumnsOf, fileOf, originOf, taken } from './bodies.ts'
import { DOCUMENTS, SPREADSHEETS } from './kinds.ts'
import { endpoint, seenRevision } from './define.ts'
import { etagOf } from './etag.ts'
import { plain } from './plain.ts'
import * as book from './rights-shapes.ts'
import * as shape from './shapes.ts'

const { z } = shape
const { Entry, Question } = book
const tag = 'Rights'

const signing = { acceptWarnings: z.boolean().optional(), note: z.string().max(2_000).nullable().optional() }
const takesUp = z.array(z.string()).max(50).optional().describe('Options that become this entry')
const AsOf = z.object({
  today: z.string().optional().describe('The day of asking: which options live, what is past'),
  recordedAt: z.string().optional().describe('ISO 8601 instant: the book as it was recorded then'),
})
const WouldBe = z.object({
  entry: Entry,
  replaces: z.array(z.string()).max(50).optional().describe('Entries that it would stand in place of'),
  effective: z.string().nullable().optional().describe('Judge only what holds from this day on, as of an amendment'),
})
const DocumentId = shape.Id.extend({ documentId: z.string().min(1).max(100) })

/** The version serves for `If-Match`; the rest of the tag follows papers and wording, which change without it. */
const entry = (value: EntryView, status: 200 | 201 = 200) => ({
  status,
  value,
  etag: `"r${value.version}-${etagOf(JSON.stringify(value)).slice(3, -1)}"`,
})

const asking = [
  endpoint('post', '/availabilities', {
    verb: 'askAvailabilities',
    tag,
    summary: 'Which films can be had: in full, in part by how much, else by how soon',
    body: z.object({
      question: Question,
      text: z.string().max(300).optional(),
      titleIds: z.array(z.string().max(64)).max(5_000).optional(),
      cursor: z.string().nullable().optional(),
      limit: z.int().min(1).max(200).optional(),
      asOf: AsOf.optional(),
    }),
    gives: book.Asked,
    run: async ({ house, actor, locale, body }) => ({ value: await house.askAvailabilities(actor, { ...plain(body), locale }) }),
  }),
  endpoint('post', '/availabilities/answers', {
    verb: 'answerAvailabilities',
    tag,
    summary: 'Full pictures of many films in codes alone, as `vitrine avails --json` prints them',
    body: z.object({
      question: Question,
      titleIds: z.array(z.string().max(64)).max(500).optional(),
      today: z.string().optional(),
      recordedAt: z.string().optional(),
      cursor: z.string().nullable().optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    gives: z.object({ asOf: z.string(), titles: z.array(book.Answered), nextCursor: z.string().nullable() }),
    run: async ({ house, actor, body }) => ({ value: await house.answerAvailabilities(actor, plain(body)) }),
  }),
  endpoint('post', '/titles/{id}/availability', {
    verb: 'viewAvailability',
    tag,
    summary: 'One film’s full picture: regions, reasons, repairs; as of any day, as recorded at any moment',
    params: shape.Id,
    body: z.object({ question: Question, asOf: AsOf.optional() }),
    gives: book.Availability,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.viewAvailability(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/titles/{id}/availability/table', {
    verb: 'exportAvailability',
    tag,
    summary: 'One film’s picture as a spreadsheet: its regions, or territory by medium on a day',
    params: shape.Id,
    query: z.object({
      format: z.enum(['csv', 'xlsx']).default('csv'),
      table: z.enum(['regions', 'grid']).default('regions'),
      columns: ColumnsOf,
      day: z.string().max(10).optional().describe('Of the grid; the first day on offer where it is not said'),
    }),
    body: z.object({ question: Question, asOf: AsOf.optional() }),
    givesType: SPREADSHEETS,
    run: async ({ house, actor, locale, params, query, body }) =>
      taken(await house.exportAvailability(actor, { titleId: params.id, ...plain(body), ...plain(query), locale })),
  }),
  endpoint('post', '/titles/{id}/public-availability', {
    verb: 'viewPublicAvailability',
    tag,
    summary: 'What a buyer may know of a public film, if the house shows it: no entries, no reasons',
    params: shape.Id,
    body: z.object({ question: Question }),
    gives: book.PublicAvailability,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.viewPublicAvailability(actor, { titleId: params.id, question: body.question, locale }),
    }),
  }),
  endpoint('post', '/rights/question', {
    verb: 'readRightsQuestion',
    tag,
    summary: 'One line of the trade’s language, read into a question',
    body: z.object({ line: z.string().max(2_000) }),
    gives: book.ReadQuestion,
    run: async ({ house, actor, locale, body }) => ({ value: await house.readRightsQuestion(actor, { ...body, locale }) }),
  }),
  endpoint('post', '/rights/clause', {
    verb: 'readClause',
    tag,
    summary: 'A rights clause, read into an entry',
    body: z.object({ text: z.string().max(200_000) }),
    gives: book.ReadClause,
    run: async ({ house, actor, locale, body }) => ({ value: await house.readClause(actor, { ...body, locale }) }),
  }),
]

const reading = [
  endpoint('get', '/rights/entries', {
    verb: 'listEntries',
    tag,
    summary: 'Entries of the book, the last changed first',
    description: '`recordedAt`, with a `titleId`: as the book was recorded at that moment.',
    query: shape.CursorQuery.extend({
      titleId: z.string().max(64).optional(),
      kind: z.enum(['grant', 'licence', 'holdback', 'option']).optional(),
      status: z.enum(['draft', 'signed', 'rejected', 'expired', 'terminated', 'taken-up']).optional(),
      contract: z.string().max(200).optional(),
      q: z.string().max(200).optional(),
      recordedAt: z.string().max(40).optional().describe('ISO 8601 instant'),
      limit: shape.whole(1, 500).optional(),
    }),
    gives: shape.pageOf(book.EntrySummary),
    run: async ({ house, actor, locale, query: { q, recordedAt, ...query } }) => ({
      value: await house.listEntries(actor, { ...plain({ ...query, text: q, asOf: recordedAt === undefined ? undefined : { recordedAt } }), locale }), // prettier-ignore
    }),
  }),
  endpoint('get', '/rights/entries/{id}', {
    verb: 'viewEntry',
    tag,
    summary: 'An entry with its boxes in words, its papers and its history',
    params: shape.Id,
    gives: book.EntryView,
    run: async ({ house, actor, locale, params }) => entry(await house.viewEntry(actor, { ...params, locale })),
  }),
  endpoint('get', '/rights/entries/{id}/documents', {
    verb: 'viewEntry',
    tag,
    summary: 'The papers of an entry',
    params: shape.Id,
    gives: z.array(book.EntryDocument),
    run: async ({ house, actor, locale, params }) => ({
      value: (await house.viewEntry(actor, { ...params, locale })).documents,
    }),
  }),
  endpoint('post', '/rights/entries/{id}/documents', {
    verb: 'addEntryDocument',
    tag,
    summary: 'Put a paper beside an entry',
    params: shape.Id,
    query: z.object({ fileName: z.string().min(1).max(200).optional() }),
    file: 'The paper, up to 25 MB. Its kind is what its bytes say, not its name.',
    kinds: [...DOCUMENTS, 'image/*'],
    status: 201,
    gives: book.EntryDocument,
    run: async ({ house, actor, params, query, context }) => {
      const file = await fileOf(context)
      const fileName = query.fileName ?? file.fileName ?? 'document'
      const value = await house.addEntryDocument(actor, { ...params, fileName, bytes: file.bytes })
      return { status: 201, value, headers: { location: `/api/v1/rights/entries/${params.id}/documents/${value.id}` } }
    },
  }),
  endpoint('get', '/rights/entries/{id}/documents/{documentId}', {
    verb: 'openEntryDocument',
    tag,
    summary: 'A paper, as it was brought',
    params: DocumentId,
    givesType: 'application/octet-stream',
    run: async ({ house, actor, params }) => taken(await house.openEntryDocument(actor, params)),
  }),
  endpoint('delete', '/rights/entries/{id}/documents/{documentId}', {
    verb: 'removeEntryDocument',
    tag,
    summary: 'Take a paper away from an entry',
    params: DocumentId,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeEntryDocument(actor, params)
      return null
    },
  }),
]

const writing = [
  endpoint('post', '/titles/{id}/rights/drafts', {
    verb: 'draftEntry',
    tag,
    summary: 'Write a draft: paper without effect',
    params: shape.Id,
    body: z.object({ entry: Entry, note: signing.note }),
    status: 201,
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body }) =>
      entry(await house.draftEntry(actor, { titleId: params.id, ...plain(body), locale }), 201),
  }),
  endpoint('post', '/titles/{id}/rights/entries', {
    verb: 'enterEntry',
    tag,
    summary: 'Write a signed entry, checked on the committed book; a conflict names the entries in the way',
    params: shape.Id,
    body: z.object({ entry: Entry, takesUp, ...signing }),
    status: 201,
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body }) =>
      entry(await house.enterEntry(actor, { titleId: params.id, ...plain(body), locale }), 201),
  }),
  endpoint('put', '/rights/entries/{id}', {
    verb: 'redraftEntry',
    tag,
    summary: 'Change a draft',
    ifMatch: true,
    params: shape.Id,
    body: z.object({ entry: Entry, note: signing.note }),
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body, context }) =>
      entry(await house.redraftEntry(actor, { ...params, baseVersion: seenRevision(context), ...plain(body), locale })),
  }),
  endpoint('post', '/rights/entries/{id}/sign', {
    verb: 'signEntry',
    tag,
    summary: 'Sign a draft, checked on the committed book',
    ifMatch: true,
    params: shape.Id,
    body: z.object({ takesUp, ...signing }),
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body, context }) =>
      entry(await house.signEntry(actor, { ...params, baseVersion: seenRevision(context), ...plain(body), locale })),
  }),
  endpoint('post', '/rights/entries/{id}/amend', {
    verb: 'amendEntry',
    tag,
    summary: 'Other terms from a day on; what was before it stays as it was',
    description: '`effective` null: from the beginning, a correction.',
    ifMatch: true,
    params: shape.Id,
    body: z.object({ entry: Entry, effective: z.string().nullable(), ...signing }),
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body, context }) =>
      entry(await house.amendEntry(actor, { ...params, baseVersion: seenRevision(context), ...plain(body), locale })),
  }),
  endpoint('post', '/rights/entries/{id}/end', {
    verb: 'terminateEntry',
    tag,
    summary: 'End an entry on its last day; a draft is rejected',
    ifMatch: true,
    params: shape.Id,
    body: z.object({ lastDay: z.string().nullable(), ...signing }),
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body, context }) =>
      entry(await house.terminateEntry(actor, { ...params, baseVersion: seenRevision(context), ...plain(body), locale })),
  }),
  endpoint('post', '/rights/entries/{id}/date', {
    verb: 'dateEntry',
    tag,
    summary: 'Say when the event happened that a window waits for, or that a run was broadcast',
    ifMatch: true,
    params: shape.Id,
    body: z.union([z.strictObject({ eventDate: z.string() }), z.strictObject({ broadcast: z.string() })]),
    gives: book.EntryView,
    run: async ({ house, actor, locale, params, body, context }) =>
      entry(await house.dateEntry(actor, { ...params, baseVersion: seenRevision(context), ...body, locale })),
  }),
  endpoint('post', '/titles/{id}/rights/check', {
    verb: 'checkRights',
    tag,
    summary: 'Whether an entry could be signed now, and what stands in its way',
    params: shape.Id,
    body: WouldBe,
    gives: book.Checked,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.checkRights(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/titles/{id}/rights/simulation', {
    verb: 'simulateRights',
    tag,
    summary: 'What an entry would take off the shelf, and which sent lists it would make untrue',
    params: shape.Id,
    body: WouldBe,
    gives: book.Simulated,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.simulateRights(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
]

const watching = [
  endpoint('get', '/rights/watch', {
    verb: 'watchRights',
    tag,
    summary: 'What ends, lapses or waits',
    query: z.object({ days: shape.whole(1, 3_660).optional() }),
    gives: z.array(book.WatchItem),
    run: async ({ house, actor, locale, query }) => ({ value: await house.watchRights(actor, { ...plain(query), locale }) }),
  }),
  endpoint('post', '/rights/calendar', {
    verb: 'startRightsCalendar',
    tag,
    summary: 'An address for a calendar program, told once; the one before it ends',
    status: 201,
    gives: z.object({ token: z.string(), url: z.string() }),
    run: async ({ house, actor, locale, context }) => {
      const { token } = await house.startRightsCalendar(actor)
      const url = `${originOf(context.req)}/${locale}/rights-calendar/${token}.ics`
      return { status: 201, value: { token, url }, headers: { 'cache-control': 'no-store' } }
    },
  }),
  endpoint('get', '/rights/calendar/{token}', {
    verb: 'rightsCalendar',
    tag,
    summary: 'What ends when, as iCalendar, for whoever has the address',
    params: shape.Token,
    query: shape.LocaleQuery,
    givesType: 'text/calendar',
    run: async ({ house, actor, locale, params }) =>
      new Response(await house.rightsCalendar(actor, { ...params, locale }), {
        headers: { 'content-type': 'text/calendar; charset=utf-8' },
      }),
  }),
  endpoint('get', '/me/interest', {
    verb: 'viewInterest',
    tag,
    summary: 'The territories and media that one buys for',
    gives: book.Interest,
    run: async ({ house, actor }) => ({ value: await house.viewInterest(actor) }),
  }),
  endpoint('put', '/me/interest', {
    verb: 'changeInterest',
    tag,
    summary: 'Say which territories and media one buys for; empty: all',
    body: book.Interest,
    gives: book.Interest,
    run: async ({ house, actor, body }) => {
      await house.changeInterest(actor, body)
      return { value: await house.viewInterest(actor) }
    },
  }),
]

export const rights = [...asking, ...reading, ...writing, ...watching]
