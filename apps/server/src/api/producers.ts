/** The producer's room: one's own films, what becomes of them, and what should read otherwise on their sheets. */
import { FestivalEntry } from '@vitrine/catalogue'
import { PAYMENT_EVENTS } from '@vitrine/deals/offer/offer'
import { INSTALMENT_STATES } from '@vitrine/deals/states/machines'
import type { CorrectionView, OwnCorrection, OwnFilm, OwnFilmView, OwnInstalment, OwnOffer, OwnSale } from '@vitrine/house'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import { BoxInWords } from './rights-shapes.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Producers'
const day = z.string().nullable()
const instant = z.string().describe('ISO 8601')
const told = 'null: the house does not tell'
const kind = z.enum(['screener', 'terms'])

const film = {
  card: shape.Card,
  selections: z.array(FestivalEntry),
  asked: z.object({ screener: z.int(), terms: z.int() }),
  offers: z.int().nullable().describe(told),
  sales: z.int(),
} satisfies Record<keyof OwnFilm, unknown>
const Correction = z
  .object({ id: z.string(), text: z.string(), at: instant, doneAt: instant.nullable() } satisfies Record<
    keyof OwnCorrection,
    unknown
  >) // prettier-ignore
  .openapi('OwnCorrection')
const Offer = z.object({
  company: z.string(),
  agreed: z.boolean(),
  day: z.string(),
  expires: day,
  lines: z.array(z.object({ text: z.string(), exclusive: z.boolean(), runs: z.int().nullable(), minor: z.int().nullable() })),
  currency: z.string().nullable().describe(told),
} satisfies Record<keyof OwnOffer, unknown>)
const Instalment = z.object({ event: z.enum(PAYMENT_EVENTS), dueOn: day, minor: z.int(), state: z.enum(INSTALMENT_STATES) } satisfies Record<keyof OwnInstalment, unknown>) // prettier-ignore
const Sale = z.object({
  id: z.string(),
  company: z.string().nullable(),
  reference: z.string().nullable(),
  signedOn: day,
  exclusive: z.boolean(),
  runs: z.int().nullable(),
  what: z.string(),
  boxes: z.array(BoxInWords),
  firstDay: day,
  lastDay: day,
  undated: z.boolean(),
  ended: z.boolean(),
  price: z.object({ currency: z.string(), minor: z.int() }).nullable().describe(told),
  instalments: z.array(Instalment),
} satisfies Record<keyof OwnSale, unknown>)
const Film = z
  .object({
    ...film,
    publishedAt: instant.nullable(),
    revision: z.int(),
    updatedAt: instant,
    askers: z
      .array(z.object({ kind, company: z.string().nullable(), day: z.string() }))
      .nullable()
      .describe(told),
    offersNow: z.array(Offer).nullable().describe(told),
    sold: z.array(Sale),
    corrections: z.array(Correction),
    today: z.string(),
  } satisfies Record<keyof OwnFilmView, unknown>)
  .openapi('OwnFilm')
const Waiting = z
  .object({
    id: z.string(),
    titleId: z.string(),
    title: z.string(),
    text: z.string(),
    by: z.string(),
    at: instant,
  } satisfies Record<keyof CorrectionView, unknown>) // prettier-ignore
  .openapi('Correction')

export const producers = [
  endpoint('get', '/own-films', {
    verb: 'listOwnFilms',
    tag,
    summary: 'A producer’s own films, and how they fare',
    query: shape.LocaleQuery,
    gives: z.array(z.object(film)),
    run: async ({ house, actor, locale }) => ({ value: await house.listOwnFilms(actor, { locale }) }),
  }),
  endpoint('get', '/own-films/{id}', {
    verb: 'viewOwnFilm',
    tag,
    summary: 'One of them: who asked, what is offered, where it is sold, as far as the house tells it',
    description: 'Of a sale of several films it tells this film’s part and nothing of the others.',
    params: shape.Id,
    query: shape.LocaleQuery,
    gives: Film,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewOwnFilm(actor, { ...params, locale }) }),
  }),
  endpoint('post', '/own-films/{id}/corrections', {
    verb: 'proposeCorrection',
    tag,
    summary: 'Say what should read otherwise on its sheet',
    params: shape.Id,
    body: z.strictObject({ text: z.string().min(1).max(4_000) }),
    status: 201,
    gives: Correction,
    run: async ({ house, actor, params, body }) => ({ status: 201, value: await house.proposeCorrection(actor, { ...params, ...body }) }), // prettier-ignore
  }),
  endpoint('get', '/corrections', {
    verb: 'listCorrections',
    tag,
    summary: 'Corrections that producers proposed and that wait, the oldest first',
    query: z.object({ title: z.string().max(64).optional() }),
    gives: z.array(Waiting),
    run: async ({ house, actor, query }) => ({ value: await house.listCorrections(actor, plain({ titleId: query.title })) }),
  }),
  endpoint('put', '/corrections/{id}', {
    verb: 'settleCorrection',
    tag,
    summary: 'Say that one was seen to, or waits again',
    params: shape.Id,
    body: z.strictObject({ done: z.boolean() }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.settleCorrection(actor, { ...params, ...body })
      return null
    },
  }),
]
