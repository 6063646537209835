/** Markets and festivals that the house goes to, and its meetings there. */
import { pdf } from './bodies.ts'
import * as of from './contact-shapes.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Markets'
const removed = z.object({ removed: z.boolean().default(true).describe('`false` brings it back.') })
const revision = z.object({ revision: z.int().describe('The revision that was read.') })

export const markets = [
  endpoint('get', '/markets', {
    verb: 'listMarkets',
    tag,
    summary: 'Markets and festivals, the last first',
    gives: z.array(of.Market.extend({ meetings: z.int() })),
    run: async ({ house, actor }) => ({ value: await house.listMarkets(actor) }),
  }),
  endpoint('post', '/markets', {
    verb: 'saveMarket',
    tag,
    summary: 'Add a market',
    body: of.MarketFields,
    status: 201,
    gives: of.Market,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.saveMarket(actor, { market: body }) }),
  }),
  endpoint('get', '/markets/{id}', {
    verb: 'openMarket',
    tag,
    summary: 'A market with its meetings, and what clashes',
    params: shape.Id,
    gives: of.MarketRecord,
    run: async ({ house, actor, params }) => ({ value: await house.openMarket(actor, params) }),
  }),
  endpoint('put', '/markets/{id}', {
    verb: 'saveMarket',
    tag,
    summary: 'Save a market anew',
    params: shape.Id,
    body: of.MarketFields.extend(revision.shape),
    gives: of.Market,
    run: async ({ house, actor, params, body: { revision: seen, ...market } }) => ({
      value: await house.saveMarket(actor, { ...params, revision: seen, market }),
    }),
  }),
  endpoint('post', '/markets/{id}/removed', {
    verb: 'removeMarket',
    tag,
    summary: 'Take a market out of the list, or bring it back',
    params: shape.Id,
    body: removed,
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.removeMarket(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('get', '/markets/{id}/meetings.pdf', {
    verb: 'printMeetings',
    tag,
    summary: 'The meetings as a paper to take along: of a day, of one person, or all',
    params: shape.Id,
    query: z.object({
      day: z.string().max(10).optional(),
      userId: z.string().max(64).optional(),
      paper: z.enum(['a4', 'letter']).default('a4'),
    }),
    givesType: 'application/pdf',
    run: async ({ house, actor, locale, params, query, context }) =>
      pdf(context, {
        pdf: await house.printMeetings(actor, { marketId: params.id, ...plain(query), locale }),
        fileName: 'meetings.pdf',
      }),
  }),
  endpoint('get', '/markets/{id}/contact-cards.pdf', {
    verb: 'printContactCards',
    tag,
    summary: 'Cards of the house’s people, eight on a sheet, to be cut apart',
    params: shape.Id,
    query: z.object({
      userId: z.union([z.string().max(64), z.array(z.string().max(64)).max(100)]).optional().describe('Whose; may be repeated. Otherwise owners and sales people.'), // prettier-ignore
      each: z.enum(['1', '8']).default('8').describe('How many of each'),
      ...shape.PaperQuery.shape,
    }),
    givesType: 'application/pdf',
    run: async ({ house, actor, locale, params, query, context }) =>
      pdf(context, {
        pdf: await house.printContactCards(actor, { marketId: params.id, userIds: query.userId === undefined ? null : [query.userId].flat(), perPerson: query.each === '1' ? 1 : 8, paper: query.paper, forPrinters: query.for === 'printers', locale }), // prettier-ignore
        fileName: 'contact-cards.pdf',
      }),
  }),
  endpoint('post', '/meetings', {
    verb: 'saveMeeting',
    tag,
    summary: 'Make an appointment; one that clashes is kept and says so',
    body: of.MeetingFields,
    status: 201,
    gives: of.Meeting,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.saveMeeting(actor, { meeting: body }) }),
  }),
  endpoint('get', '/meetings/{id}', {
    verb: 'openMeeting',
    tag,
    summary: 'A meeting',
    params: shape.Id,
    gives: of.Meeting,
    run: async ({ house, actor, params }) => ({ value: await house.openMeeting(actor, params) }),
  }),
  endpoint('put', '/meetings/{id}', {
    verb: 'saveMeeting',
    tag,
    summary: 'Change an appointment',
    params: shape.Id,
    body: of.MeetingFields.extend(revision.shape),
    gives: of.Meeting,
    run: async ({ house, actor, params, body: { revision: seen, ...meeting } }) => ({
      value: await house.saveMeeting(actor, { ...params, revision: seen, meeting }),
    }),
  }),
  endpoint('put', '/meetings/{id}/notes', {
    verb: 'noteMeeting',
    tag,
    summary: 'Keep what was said at a meeting',
    description: '`seen` is what stood there when the writing began. What somebody else wrote meanwhile is never written over.',
    params: shape.Id,
    body: z.object({ seen: z.string().max(50_000), notes: z.string().max(50_000) }),
    gives: z.object({ outcome: z.enum(['saved', 'unchanged', 'conflict']), value: of.Meeting }),
    run: async ({ house, actor, params, body }) => ({ value: await house.noteMeeting(actor, { ...params, ...body }) }),
  }),
  endpoint('post', '/meetings/{id}/removed', {
    verb: 'removeMeeting',
    tag,
    summary: 'Take a meeting off the schedule, or put it back',
    params: shape.Id,
    body: removed,
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.removeMeeting(actor, { ...params, ...body })
      return null
    },
  }),
]
