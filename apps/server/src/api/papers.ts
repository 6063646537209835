/** Papers of deals: drawn up, sent for signature and verified. People approve and sign; programs do not. */
import { PAPER_KINDS } from '@vitrine/deals/clauses/clause'
import { PAPER_STATES } from '@vitrine/deals/states/machines'
import { taken } from './bodies.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Papers'
const text = z.string()
const amount = z.object({ currency: text, minor: z.int() })
const instant = z.string().describe('ISO 8601, UTC')

const Paper = z
  .object({
    id: text,
    dealId: text,
    companyId: text,
    companyName: text,
    kind: z.enum(PAPER_KINDS),
    reference: text.describe('D-12 / C-1'),
    state: z.enum(PAPER_STATES),
    version: z.int(),
    locale: z.enum(['en', 'fr']),
    currency: text,
    totalMinor: z.int().describe('The whole price in minor units of the currency.'),
    draftedName: text,
    sentAt: instant.nullable(),
    executedAt: instant.nullable(),
    voidReason: text.nullable(),
    revision: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('Paper')

const Parts = z.object({ kind: z.enum(['same', 'ins', 'del']), text })
const PaperView = Paper.extend({
  offerId: text,
  content: z.looseObject({ title: text }).describe('Every word of the paper: parties, clauses, films with their schedules, prices, payments.'),
  sha256: text.describe('Of the PDF of this version.'),
  versions: z.array(z.object({ version: z.int(), at: instant, byName: text, sha256: text })),
  approvals: z.array(z.object({ version: z.int(), decision: z.enum(['asked', 'approved', 'returned']), note: text.nullable(), at: instant, byName: text })),
  approval: z.object({ needed: z.enum(['none', 'above', 'no-rate']), limit: amount.nullable(), converted: amount.nullable().describe('The price in the currency of the limit'), rateDay: z.string().nullable(), mine: z.boolean() }), // prettier-ignore
  signatures: z.array(z.object({ side: z.enum(['house', 'buyer']), name: text, email: text.nullable(), at: instant })),
  link: z.looseObject({ name: text, email: text, expiresAt: instant, openedAt: instant.nullable(), endedAt: instant.nullable(), declinedAt: instant.nullable().describe('When the person said that they do not sign') }).nullable(),
  files: z.array(z.object({ kind: z.enum(['evidence', 'upload']), fileName: text, sha256: text, bytes: z.int(), at: instant })),
  signatories: z.array(z.object({ id: text, name: text, email: text, role: text.nullable() })),
  outdated: z.boolean().describe('The accepted offer is another than the paper’s.'),
}).openapi('PaperView') // prettier-ignore

const Verdict = z
  .object({
    whole: z.boolean(),
    signaturesHold: z.boolean(),
    files: z.array(
      z.object({
        what: z.enum(['version', 'evidence', 'upload']),
        version: z.int().nullable(),
        fileName: text,
        sha256: text.describe('As it was recorded.'),
        state: z.enum(['as-kept', 'changed', 'missing']),
        seal: z.looseObject({ sealed: z.boolean() }).nullable(),
      }),
    ),
  })
  .openapi('PaperVerdict')

const Draft = z.object({
  dealId: text.max(64),
  kind: z.enum(PAPER_KINDS),
  draft: z
    .object({
      locale: z.enum(['en', 'fr']).optional(),
      paper: z.enum(['a4', 'letter']).optional(),
      without: z.array(text.max(64)).max(200).optional().describe('Ids of clauses that are left out.'),
      own: z
        .array(z.object({ heading: text.max(200), text: text.max(20_000) }))
        .max(20)
        .optional(),
      buyerAddress: text.max(1000).nullable().optional(),
      buyerSignatory: text.max(200).nullable().optional(),
      houseSignatory: text.max(200).nullable().optional(),
    })
    .optional(),
})

const file = (name: 'paper' | 'evidence' | 'upload', summary: string) =>
  endpoint('get', `/papers/{id}/${name}.pdf`, {
    verb: 'openPaperFile',
    tag,
    summary,
    params: shape.Id,
    givesType: 'application/pdf',
    run: async ({ house, actor, params }) => taken(await house.openPaperFile(actor, { ...params, file: name })),
  })

export const papers = [
  endpoint('get', '/papers', {
    verb: 'listPapers',
    tag,
    summary: 'Papers, the newest change first; a buyer gets those of their company that were sent',
    query: shape.CursorQuery.extend({ dealId: text.max(64).optional(), state: z.enum(PAPER_STATES).optional() }),
    gives: shape.pageOf(Paper.extend({ mine: z.boolean().describe('It waits for you to sign it') })),
    run: async ({ house, actor, query }) => ({ value: await house.listPapers(actor, { ...plain(query) }) }),
  }),
  endpoint('post', '/papers', {
    verb: 'draftPaper',
    tag,
    summary: 'Draw up a paper of the offer that a deal has accepted',
    body: Draft,
    status: 201,
    gives: PaperView,
    run: async ({ house, actor, body }) => {
      const value = await house.draftPaper(actor, plain(body))
      return { status: 201, value, headers: { location: `/api/v1/papers/${value.id}` } }
    },
  }),
  endpoint('get', '/papers/{id}', {
    verb: 'viewPaper',
    tag,
    summary: 'A paper with its words, versions and signatures',
    params: shape.Id,
    gives: PaperView,
    run: async ({ house, actor, params }) => ({ value: await house.viewPaper(actor, params) }),
  }),
  file('paper', 'The paper as PDF; “draft” stands across it while it is one'),
  file('evidence', 'The signed file: paper, record of signatures, the shown bytes attached, sealed'),
  file('upload', 'The countersigned paper as it was taken in'),
  endpoint('get', '/papers/{id}/changes', {
    verb: 'redlinePaper',
    tag,
    summary: 'What changed since the version before',
    params: shape.Id,
    gives: z.object({ before: text, after: text, sections: z.array(z.object({ heading: text, parts: z.array(Parts) })) }),
    run: async ({ house, actor, params }) => ({ value: await house.redlinePaper(actor, params) }),
  }),
  endpoint('post', '/papers/{id}/send', {
    verb: 'sendPaper',
    tag,
    summary: 'Give a person of the buyer a link to sign an approved paper, and mail it; `url` is answered this once',
    params: shape.Id,
    body: z.object({ baseRevision: z.int().min(1), contactId: text.max(64), message: text.max(4000).nullable().optional() }),
    gives: PaperView.extend({ url: text }),
    run: async ({ house, actor, params, body }) => ({ value: await house.sendPaper(actor, { ...params, ...plain(body) }) }),
  }),
  endpoint('get', '/papers/{id}/verify', {
    verb: 'verifyPaper',
    tag,
    summary: 'Every stored file of a paper held against what was recorded of it',
    params: shape.Id,
    gives: Verdict,
    run: async ({ house, actor, params }) => ({ value: await house.verifyPaper(actor, params) }),
  }),
]
