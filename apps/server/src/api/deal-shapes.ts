/** The shapes of requests, deals and offers, as docs/api.md tells them. */
import { DELIVERABLES, OFFER_SIDES, PAYMENT_EVENTS } from '@vitrine/deals/offer/offer'
import { OFFER_FAULTS } from '@vitrine/deals/offer/faults-of-offer'
import { LOST_REASONS } from '@vitrine/deals/states/lost-reasons'
import { DEAL_STATES, OFFER_STATES, REQUEST_STATES } from '@vitrine/deals/states/machines'
import * as book from './rights-shapes.ts'
import * as shape from './shapes.ts'

const { z } = shape
const id = z.string().min(1).max(64)
const day = z.string().describe('YYYY-MM-DD')
const Locale = z.enum(['en', 'fr'])
const minor = z.int().min(0).describe('Whole minor units: cents of a euro')
const Words = z.string().max(4_000).nullable().optional()

// ---------------------------------------------------------------- requests

export const REQUEST_KINDS = ['screener', 'terms', 'other'] as const
const expression = z.string().max(1_000).optional()
const AskedWishes = z
  .strictObject({
    territory: expression,
    media: expression,
    languages: expression,
    from: day.nullable().optional(),
    to: day.nullable().optional(),
    exclusive: z.boolean().optional(),
  })
  .describe('The rights wished, in the words of the trade')
const films = z.array(id).max(100)
export const RequestToSend = z.strictObject({
  kind: z.enum(REQUEST_KINDS),
  titleIds: films.default([]),
  wishes: AskedWishes.nullable().optional(),
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  company: z.string().max(200).nullable().default(null),
  message: z.string().max(4_000).nullable().default(null),
})
export const RequestToEnter = z.strictObject({
  kind: z.enum(REQUEST_KINDS),
  titleIds: films.optional(),
  wishes: AskedWishes.nullable().optional(),
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable().optional(),
  companyName: z.string().max(200).nullable().optional(),
  companyId: id.nullable().optional(),
  contactId: id.nullable().optional(),
  subject: z.string().max(200).nullable().optional(),
  message: z.string().max(4_000).nullable().optional(),
  locale: Locale.optional(),
  ownerId: id.nullable().optional(),
})
const Film = z.object({ id: z.string(), title: z.string() })
const MAIL_KINDS = ['request', 'reply', 'bounce', 'automatic', 'own', 'refused'] as const
const MailNote = z
  .object({
    id: z.string(),
    was: z.enum(MAIL_KINDS).describe('What it was taken for'),
    fromName: z.string(),
    fromEmail: z.string().nullable(),
    subject: z.string(),
    text: z.string().nullable().describe('The words of a reply; those of a request are its message'),
    attachments: z.array(z.object({ name: z.string(), size: z.int() })).describe('What it enclosed; not kept'),
    writtenAt: z.string().nullable().describe('As the message says'),
    at: z.string(),
  })
  .openapi('MailNote')
export const TakenMail = z.object({
  id: z.string(),
  was: z.enum(MAIL_KINDS),
  known: z.boolean().describe('It had been taken before; nothing was done'),
  requestId: z.string().nullable(),
  dealId: z.string().nullable(),
})
export const Inbox = z.object({
  place: z
    .object({
      place: z.literal('inbox'),
      triedAt: z.string(),
      workedAt: z.string().nullable(),
      fault: z.string().nullable().describe('A code; null where it works'),
    })
    .nullable(),
  counts: z.record(z.enum(MAIL_KINDS), z.int()).describe('What came in thirty days'),
  refused: z.array(z.object({ name: z.string(), why: z.string(), at: z.string() })).describe('The last ones that were not read'),
})
export const Request = z
  .object({
    id: z.string(),
    kind: z.enum(REQUEST_KINDS),
    channel: z.enum(['site', 'mail', 'entered']),
    state: z.enum(REQUEST_STATES),
    titles: z.array(Film),
    wishes: z.record(z.string(), z.unknown()).nullable(),
    wished: z.record(z.string(), z.unknown()).nullable().describe('The wishes as the rights book understands them'),
    name: z.string(),
    email: z.string().nullable(),
    companyName: z.string().nullable(),
    companyId: z.string().nullable(),
    company: z.string().nullable(),
    contactId: z.string().nullable(),
    suggested: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe('Companies that it may come from, while it is nobody’s'),
    subject: z.string().nullable(),
    message: z.string().nullable(),
    locale: Locale,
    ownerId: z.string().nullable(),
    owner: z.string().nullable(),
    deal: z.object({ id: z.string(), reference: z.string() }).nullable(),
    guesses: z
      .object({
        kind: z.string().optional(),
        titles: z.array(z.object({ id: z.string(), words: z.string() })).optional(),
        wishes: z.array(z.string()).optional(),
      })
      .nullable()
      .describe('What was read out of a message and nobody has looked at yet, with the words it was read from'),
    mail: z.array(MailNote).describe('The message it came with, and those that answered it'),
    at: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Request')
export const RequestsQuery = shape.CursorQuery.extend({
  state: z.enum([...REQUEST_STATES, 'waiting']).optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
  owner: z.string().max(64).optional().describe('`none`: nobody’s'),
  company: z.string().max(64).optional(),
  q: z.string().max(300).optional().describe('Words of whoever asks, their company, the films, or what they wrote'),
  limit: shape.whole(1, 200).optional(),
})
export const RequestStep = z.strictObject({
  from: z.enum(REQUEST_STATES).describe('The state that was read'),
  state: z.enum(REQUEST_STATES),
  ownerId: id.nullable().optional(),
})
export const RequestChange = z
  .strictObject({ kind: z.enum(REQUEST_KINDS), titleIds: z.array(id).max(100), wishes: AskedWishes.nullable() })
  .partial()
export const RequestMatch = z.strictObject({ companyId: id.nullable(), contactId: id.nullable().optional() })

// ---------------------------------------------------------------- offers

const Material = z.object({ kind: z.enum(DELIVERABLES), detail: z.string().max(200).nullable(), days: z.int().min(0).nullable() })
const Payment = z.object({
  share: z.int().min(0).max(10_000).describe('Hundredths of a percent of the whole price; all together are 10000'),
  event: z.enum(PAYMENT_EVENTS),
  days: z.int().min(0).max(10_000),
  day: day.nullable().describe('For the event `day`'),
})
export const OfferInput = z
  .strictObject({
    currency: z.string().length(3),
    lines: z.array(z.strictObject({ titleId: id, rights: book.Entry, minor, materials: z.array(Material).max(50).optional() })).max(200), // prettier-ignore
    package: z
      .strictObject({ minor, spread: z.boolean().optional().describe('Give it to the films by the largest remainder') })
      .nullable()
      .optional(),
    payments: z.array(Payment).max(24).optional(),
    expires: day.nullable().describe('The last day on which it can be accepted; null: it holds no rights'),
    withholding: z.int().min(0).max(10_000).optional().describe('Hundredths of a percent'),
    note: Words,
  })
  .openapi('OfferInput')
const Box = z.record(z.string(), z.unknown())
export const Offer = z
  .object({
    id: z.string(),
    dealId: z.string(),
    version: z.int(),
    side: z.enum(OFFER_SIDES),
    state: z.enum(OFFER_STATES),
    currency: z.string(),
    totalMinor: z.int(),
    package: z.boolean(),
    lines: z.array(
      z.object({
        titleId: z.string(),
        title: z.string(),
        minor: z.int(),
        text: z.string(),
        exclusive: z.boolean(),
        runs: z.int().nullable(),
        boxes: z.array(Box),
        holdbacks: z.array(Box),
        materials: z.array(Material),
      }),
    ),
    payments: z.array(Payment.extend({ minor: z.int() })),
    expires: z.string().nullable(),
    withholding: z.int(),
    note: z.string().nullable(),
    message: z.string().nullable(),
    answer: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    byName: z.string(),
    sentAt: z.string().nullable(),
    settledAt: z.string().nullable(),
    settledBy: z.string().nullable(),
    undoUntil: z.string().nullable().describe('Until when the asker may take back what was last decided of it'),
    revision: z.int(),
    terms: z.record(z.string(), z.unknown()).describe('As they are kept'),
    letters: z.array(z.record(z.string(), z.unknown())),
  })
  .openapi('Offer')
export const OfferToDraft = z.strictObject({ terms: OfferInput, message: Words })
export const OfferAnswer = z.strictObject({ note: Words })
export const OfferCheck = z.object({
  verdict: z.enum(['clear', 'warning', 'refused']),
  terms: z.record(z.string(), z.unknown()),
  totalMinor: z.int(),
  shares: z.array(z.int()),
  payments: z.array(z.int()),
  faults: z.array(z.object({ path: z.string(), code: z.enum(OFFER_FAULTS), missing: z.int().nullable(), text: z.string() })),
  lines: z.array(
    z.object({
      titleId: z.string(),
      title: z.string(),
      text: z.string(),
      verdict: z.enum(['clear', 'warning', 'refused']),
      objections: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
})
export const Compared = z.object({
  before: Offer,
  after: Offer,
  changes: z.array(z.object({ field: z.string(), titleId: z.string().nullable(), before: z.unknown(), after: z.unknown() })),
})

// ---------------------------------------------------------------- deals

const line = {
  id: z.string(),
  number: z.int(),
  reference: z.string(),
  name: z.string(),
  state: z.enum(DEAL_STATES),
  companyId: z.string(),
  company: z.string(),
  ownerId: z.string().nullable(),
  owner: z.string().nullable(),
  titles: z.array(Film),
  currency: z.string(),
  priceMinor: z.int().nullable(),
  likelihood: z.int().nullable(),
  closesOn: z.string().nullable(),
  updatedAt: z.string(),
  stateSince: z.string(),
}
export const DealLine = z.object(line).openapi('DealLine')
export const Deal = z
  .object({
    ...line,
    revision: z.int(),
    contactId: z.string().nullable(),
    contact: z.object({ name: z.string(), email: z.string().nullable(), role: z.string().nullable(), locale: Locale }).nullable(),
    requestId: z.string().nullable(),
    marketId: z.string().nullable(),
    locale: Locale,
    lostReason: z.enum(LOST_REASONS).nullable(),
    lostNote: z.string().nullable(),
    signedOn: z.string().nullable(),
    createdAt: z.string(),
    offers: z.array(Offer),
    events: z.array(
      z.object({ seq: z.int(), at: z.string(), byName: z.string(), what: z.string(), detail: z.record(z.string(), z.unknown()) }),
    ),
    mail: z.array(MailNote).describe('What was written about it, the oldest first; none for a buyer'),
    today: z.string(),
  })
  .openapi('Deal')
const text = {
  name: z.string().min(1).max(200).optional(),
  contactId: id.nullable().optional(),
  ownerId: id.nullable().optional(),
  marketId: id.nullable().optional(),
  locale: Locale.optional(),
  expectedMinor: minor.optional(),
  closesOn: day.nullable().optional(),
  titleIds: z.array(id).max(200).optional(),
}
export const DealToOpen = z.strictObject({
  ...text,
  companyId: id,
  requestId: id.nullable().optional(),
  currency: z.string().length(3).optional(),
})
export const DealChange = z.strictObject({ ...text, likelihood: z.int().min(0).max(100).nullable().optional() })
export const DealLost = z.strictObject({ reason: z.enum(LOST_REASONS), note: Words })
const filter = {
  owner: z.string().max(64).optional().describe('`none`: nobody’s'),
  company: z.string().max(64).optional(),
  title: z.string().max(64).optional(),
  q: z.string().max(300).optional(),
  film: z.string().max(200).optional().describe('Words of a film’s title'),
  territory: z.string().min(1).max(4_000).optional().describe('“DACH”, “World excl. France”: deals of which what is offered, or was last, covers a part of it'), // prettier-ignore
  from: z.iso.date().optional().describe('Signed or lost on this day or later; else expected then; else in its state since then'),
  to: z.iso.date().optional(),
}
export const DealsQuery = shape.CursorQuery.extend({
  ...filter,
  state: z.enum(DEAL_STATES).optional(),
  limit: shape.whole(1, 200).optional(),
})
export const DealTotalsQuery = z.object(filter)
export const DealTotals = z.object({
  states: z.array(
    z.object({
      state: z.enum(DEAL_STATES),
      total: z.int(),
      sums: z.array(z.object({ currency: z.string(), minor: z.int() })),
      house: z.object({ minor: z.int(), unconverted: z.array(z.object({ currency: z.string(), minor: z.int() })) }),
    }),
  ),
  currency: z.string().describe('The house’s'),
  rateDays: z.object({ first: z.string(), last: z.string() }).nullable(),
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
})
