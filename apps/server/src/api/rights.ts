/** The rights book: what can be had, why not, and what is written into it. Shapes are those of docs/rights.md. */
import { endpoint } from './define.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Rights'

const Expression = z.union([z.string().min(1).max(4_000), z.array(z.string().min(1).max(200)).min(1).max(700)])
const Question = z
  .object({
    territory: Expression.optional(),
    media: Expression.optional(),
    languages: Expression.optional(),
    cut: z.string().max(40).nullable().optional(),
    from: z.string().describe('YYYY-MM-DD'),
    to: z.string().nullable().describe('YYYY-MM-DD; null: in perpetuity'),
    exclusive: z.boolean(),
  })
  .openapi('RightsQuestion')
/** An entry as a person or a spreadsheet writes it; the house reads it and names what is wrong by field. */
const Entry = z.record(z.string(), z.unknown()).openapi('RightsEntry')
const Anything = z.looseObject({})
const List = z.object({ items: z.array(Anything), nextCursor: z.string().nullable() })
const Signing = { acceptWarnings: z.boolean().optional(), note: z.string().max(2_000).nullable().optional() }
const Version = z.object({ baseVersion: z.int().min(1) })

/** Without what was not said: the house tells `undefined` from absent. */
const plain = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

export const rights = [
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
    }),
    gives: Anything,
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
      cursor: z.string().nullable().optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    gives: z.object({ asOf: z.string(), titles: z.array(Anything), nextCursor: z.string().nullable() }),
    run: async ({ house, actor, body }) => ({ value: await house.answerAvailabilities(actor, plain(body)) }),
  }),
  endpoint('post', '/titles/{id}/availability', {
    verb: 'viewAvailability',
    tag,
    summary: 'One film’s full picture: regions, reasons, repairs; as of any day, as recorded at any moment',
    params: shape.Id,
    body: z.object({
      question: Question,
      asOf: z.object({ today: z.string().optional(), recordedAt: z.string().optional() }).optional(),
    }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.viewAvailability(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/rights/question', {
    verb: 'readRightsQuestion',
    tag,
    summary: 'One line of the trade’s language, read into a question',
    body: z.object({ line: z.string().max(2_000) }),
    gives: Anything,
    run: async ({ house, actor, locale, body }) => ({ value: await house.readRightsQuestion(actor, { ...body, locale }) }),
  }),
  endpoint('post', '/rights/clause', {
    verb: 'readClause',
    tag,
    summary: 'A rights clause, read into an entry',
    body: z.object({ text: z.string().max(200_000) }),
    gives: Anything,
    run: async ({ house, actor, locale, body }) => ({ value: await house.readClause(actor, { ...body, locale }) }),
  }),
  endpoint('get', '/rights/entries', {
    verb: 'listEntries',
    tag,
    summary: 'Entries of the book, the last changed first',
    query: z.object({
      titleId: z.string().max(64).optional(),
      kind: z.enum(['grant', 'licence', 'holdback', 'option']).optional(),
      status: z.enum(['draft', 'signed', 'rejected', 'expired', 'terminated', 'taken-up']).optional(),
      q: z.string().max(200).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    gives: List,
    run: async ({ house, actor, locale, query: { q, ...query } }) => ({
      value: await house.listEntries(actor, { ...plain(query), ...(q === undefined ? {} : { text: q }), locale }),
    }),
  }),
  endpoint('get', '/rights/entries/{id}', {
    verb: 'viewEntry',
    tag,
    summary: 'An entry with its boxes in words, its papers and its history',
    params: shape.Id,
    gives: Anything,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewEntry(actor, { ...params, locale }) }),
  }),
  endpoint('post', '/titles/{id}/rights/drafts', {
    verb: 'draftEntry',
    tag,
    summary: 'Write a draft: paper without effect',
    params: shape.Id,
    body: z.object({ entry: Entry, note: Signing.note }),
    status: 201,
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({
      status: 201,
      value: await house.draftEntry(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/titles/{id}/rights/entries', {
    verb: 'enterEntry',
    tag,
    summary: 'Write a signed entry, checked on the committed book; a conflict names the entries in the way',
    params: shape.Id,
    body: z.object({ entry: Entry, takesUp: z.array(z.string()).max(50).optional(), ...Signing }),
    status: 201,
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({
      status: 201,
      value: await house.enterEntry(actor, { titleId: params.id, ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/rights/entries/{id}/sign', {
    verb: 'signEntry',
    tag,
    summary: 'Sign a draft, checked on the committed book',
    params: shape.Id,
    body: Version.extend({ takesUp: z.array(z.string()).max(50).optional(), ...Signing }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({ value: await house.signEntry(actor, { ...params, ...plain(body), locale }) }), // prettier-ignore
  }),
  endpoint('post', '/rights/entries/{id}/amend', {
    verb: 'amendEntry',
    tag,
    summary: 'Other terms from a day on; what was before it stays as it was',
    params: shape.Id,
    body: Version.extend({ entry: Entry, effective: z.string().nullable(), ...Signing }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({ value: await house.amendEntry(actor, { ...params, ...plain(body), locale }) }), // prettier-ignore
  }),
  endpoint('post', '/rights/entries/{id}/end', {
    verb: 'terminateEntry',
    tag,
    summary: 'End an entry on its last day; a draft is rejected',
    params: shape.Id,
    body: Version.extend({ lastDay: z.string().nullable(), note: Signing.note }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({ value: await house.terminateEntry(actor, { ...params, ...plain(body), locale }) }), // prettier-ignore
  }),
  endpoint('post', '/titles/{id}/rights/check', {
    verb: 'checkRights',
    tag,
    summary: 'Whether an entry could be signed now, and what stands in its way',
    params: shape.Id,
    body: z.object({ entry: Entry, replaces: z.array(z.string()).max(50).optional() }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({ value: await house.checkRights(actor, { titleId: params.id, ...plain(body), locale }) }), // prettier-ignore
  }),
  endpoint('post', '/titles/{id}/rights/simulation', {
    verb: 'simulateRights',
    tag,
    summary: 'What an entry would take off the shelf, and which sent lists it would make untrue',
    params: shape.Id,
    body: z.object({ entry: Entry, replaces: z.array(z.string()).max(50).optional() }),
    gives: Anything,
    run: async ({ house, actor, locale, params, body }) => ({ value: await house.simulateRights(actor, { titleId: params.id, ...plain(body), locale }) }), // prettier-ignore
  }),
  endpoint('get', '/rights/watch', {
    verb: 'watchRights',
    tag,
    summary: 'What ends, lapses or waits',
    query: z.object({ days: z.coerce.number().int().min(1).max(3_660).optional() }),
    gives: z.array(Anything),
    run: async ({ house, actor, locale, query }) => ({ value: await house.watchRights(actor, { ...plain(query), locale }) }),
  }),
]
