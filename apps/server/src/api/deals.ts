/** From a request to an agreement: requests, deals, offers. */
import type { DealFilter, DealView, OfferView } from '@vitrine/house'
import { bytesOf } from './bodies.ts'
import * as deal from './deal-shapes.ts'
import { endpoint, seenRevision } from './define.ts'
import { etagOf } from './etag.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const { z } = shape
const requestsTag = 'Requests'
const dealsTag = 'Deals'
const offersTag = 'Offers'

/** The revision serves for `If-Match`; the rest of the tag follows what is shown with it. */
const revised = (value: DealView | OfferView, status: 200 | 201 = 200) => ({
  status,
  value,
  etag: `"r${value.revision}-${etagOf(JSON.stringify(value)).slice(3, -1)}"`,
})

const requests = [
  endpoint('post', '/requests', {
    verb: 'sendRequest',
    tag: requestsTag,
    summary: 'Ask for a screener, for terms, or something else',
    body: deal.RequestToSend,
    status: 201,
    gives: z.object({ id: z.string() }),
    run: async ({ house, actor, locale, body }) => ({
      status: 201,
      value: await house.sendRequest(actor, { ...plain(body), locale }),
    }),
  }),
  endpoint('post', '/requests/entered', {
    verb: 'enterRequest',
    tag: requestsTag,
    summary: 'Write down what somebody of the house was asked',
    body: deal.RequestToEnter,
    status: 201,
    gives: deal.Request,
    run: async ({ house, actor, locale, body }) => ({
      status: 201,
      value: await house.enterRequest(actor, { request: plain(body), reader: locale }),
    }),
  }),
  endpoint('post', '/requests/mail', {
    verb: 'takeMail',
    tag: requestsTag,
    summary: 'A message of mail: it becomes a request, or a note beside the request or the deal that it answers',
    description: 'The same message twice is taken once. 422 `unreadable-file` with `details.reason` for what is no message.',
    bytes: 'The message as it came (message/rfc822), 36 MB at most.',
    kinds: ['message/rfc822', 'text/plain'],
    gives: deal.TakenMail,
    run: async ({ house, actor, context }) => ({ value: await house.takeMail(actor, { bytes: await bytesOf(context) }) }),
  }),
  endpoint('get', '/requests/inbox', {
    verb: 'viewInbox',
    tag: requestsTag,
    summary: 'How the mailbox is met, and what came by mail',
    gives: deal.Inbox,
    run: async ({ house, actor }) => ({ value: await house.viewInbox(actor) }),
  }),
  endpoint('get', '/requests', {
    verb: 'listRequests',
    tag: requestsTag,
    summary: 'Who asks for what, the newest first',
    query: deal.RequestsQuery,
    gives: shape.pageOf(deal.Request).extend({ total: z.int() }),
    run: async ({ house, actor, locale, query }) => {
      const { owner: ownerId, company: companyId, q: text, cursor, state, kind, limit } = query
      return { value: await house.listRequests(actor, { ...plain({ ownerId, companyId, text, state, kind, limit }), cursor: cursor ?? null, reader: locale }) } // prettier-ignore
    },
  }),
  endpoint('get', '/requests/{id}', {
    verb: 'viewRequest',
    tag: requestsTag,
    summary: 'One request',
    params: shape.Id,
    gives: deal.Request,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewRequest(actor, { ...params, reader: locale }) }),
  }),
  endpoint('post', '/requests/{id}/step', {
    verb: 'stepRequest',
    tag: requestsTag,
    summary: 'Take it, answer it, close it, put it back',
    description: '409 `wrong-state` when it is not in the state named in `from` any more: somebody was quicker.',
    params: shape.Id,
    body: deal.RequestStep,
    gives: deal.Request,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.stepRequest(actor, { ...params, ...plain(body), reader: locale }),
    }),
  }),
  endpoint('patch', '/requests/{id}', {
    verb: 'changeRequest',
    tag: requestsTag,
    summary: 'Say what it asks for; what is said is no guess any more',
    params: shape.Id,
    body: deal.RequestChange,
    gives: deal.Request,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.changeRequest(actor, { ...params, change: plain(body), reader: locale }),
    }),
  }),
  endpoint('put', '/requests/{id}/company', {
    verb: 'matchRequest',
    tag: requestsTag,
    summary: 'Say from which company it comes',
    params: shape.Id,
    body: deal.RequestMatch,
    gives: deal.Request,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.matchRequest(actor, { ...params, ...plain(body), reader: locale }),
    }),
  }),
]

type FilterAsked = shape.z.infer<typeof deal.DealTotalsQuery>
const filterOf = ({ owner, company, title, q, film, territory, from, to }: FilterAsked): DealFilter =>
  plain({ ownerId: owner, companyId: company, titleId: title, text: q, film, territory, from, to })

const deals = [
  endpoint('get', '/deals', {
    verb: 'listDeals',
    tag: dealsTag,
    summary: 'Deals, what changed last first; a buyer gets those of their company',
    query: deal.DealsQuery,
    gives: shape.pageOf(deal.DealLine).extend({ total: z.int() }),
    run: async ({ house, actor, query }) => {
      const { state, limit, cursor } = query
      return { value: await house.listDeals(actor, { ...filterOf(query), ...plain({ state, limit }), cursor: cursor ?? null }) }
    },
  }),
  endpoint('get', '/deals/totals', {
    verb: 'countDeals',
    tag: dealsTag,
    summary: 'How many deals in each state, and what they come to by currency and in the house’s',
    description:
      'What was signed is converted at the rates of its day, as in the figures; the rest at the last rates known. What has no rate is in `unconverted` and in no sum.',
    query: deal.DealTotalsQuery,
    gives: deal.DealTotals,
    run: async ({ house, actor, query }) => ({ value: await house.countDeals(actor, filterOf(query)) }),
  }),
  endpoint('post', '/deals', {
    verb: 'openDeal',
    tag: dealsTag,
    summary: 'Open a deal',
    body: deal.DealToOpen,
    status: 201,
    gives: deal.Deal,
    run: async ({ house, actor, locale, body }) =>
      revised(await house.openDeal(actor, { deal: plain(body), reader: locale }), 201),
  }),
  endpoint('get', '/deals/{id}', {
    verb: 'viewDeal',
    tag: dealsTag,
    summary: 'A deal with its offers and what happened',
    params: shape.Id,
    gives: deal.Deal,
    run: async ({ house, actor, locale, params }) => revised(await house.viewDeal(actor, { ...params, reader: locale })),
  }),
  endpoint('patch', '/deals/{id}', {
    verb: 'changeDeal',
    tag: dealsTag,
    summary: 'Change what is said of a deal',
    ifMatch: true,
    params: shape.Id,
    body: deal.DealChange,
    gives: deal.Deal,
    run: async ({ house, actor, locale, params, body, context }) =>
      revised(await house.changeDeal(actor, { ...params, revision: seenRevision(context), change: plain(body), reader: locale })),
  }),
  endpoint('post', '/deals/{id}/lose', {
    verb: 'loseDeal',
    tag: dealsTag,
    summary: 'It does not come about; why is counted',
    ifMatch: true,
    params: shape.Id,
    body: deal.DealLost,
    gives: deal.Deal,
    run: async ({ house, actor, locale, params, body, context }) =>
      revised(await house.loseDeal(actor, { ...params, ...plain(body), revision: seenRevision(context), reader: locale })),
  }),
  endpoint('post', '/deals/{id}/reopen', {
    verb: 'reopenDeal',
    tag: dealsTag,
    summary: 'A lost deal is spoken of again',
    ifMatch: true,
    params: shape.Id,
    gives: deal.Deal,
    run: async ({ house, actor, locale, params, context }) =>
      revised(await house.reopenDeal(actor, { ...params, revision: seenRevision(context), reader: locale })),
  }),
]

const offers = [
  endpoint('post', '/deals/{id}/offers', {
    verb: 'draftOffer',
    tag: offersTag,
    summary: 'Begin the next version of what is offered',
    params: shape.Id,
    body: deal.OfferToDraft,
    status: 201,
    gives: deal.Offer,
    run: async ({ house, actor, locale, params, body }) =>
      revised(await house.draftOffer(actor, { dealId: params.id, ...plain(body), reader: locale }), 201),
  }),
  endpoint('post', '/deals/{id}/offers/check', {
    verb: 'checkOffer',
    tag: offersTag,
    summary: 'What stands in the way of an offer: in its sums, and line by line in the rights book. Writes nothing',
    params: shape.Id,
    body: z.strictObject({ terms: deal.OfferInput }),
    gives: deal.OfferCheck,
    run: async ({ house, actor, locale, params, body }) => ({
      value: await house.checkOffer(actor, { dealId: params.id, ...plain(body), reader: locale }),
    }),
  }),
  endpoint('get', '/offers/{id}', {
    verb: 'viewOffer',
    tag: offersTag,
    summary: 'One version of an offer',
    params: shape.Id,
    gives: deal.Offer,
    run: async ({ house, actor, locale, params }) => revised(await house.viewOffer(actor, { ...params, reader: locale })),
  }),
  endpoint('put', '/offers/{id}', {
    verb: 'redraftOffer',
    tag: offersTag,
    summary: 'Other terms for a draft',
    ifMatch: true,
    params: shape.Id,
    body: deal.OfferToDraft,
    gives: deal.Offer,
    run: async ({ house, actor, locale, params, body, context }) =>
      revised(await house.redraftOffer(actor, { ...params, ...plain(body), revision: seenRevision(context), reader: locale })),
  }),
  endpoint('post', '/offers/{id}/send', {
    verb: 'sendOffer',
    tag: offersTag,
    summary:
      'Send it: it holds its rights as options through its last day. One without a price is refused, unless it is free of charge',
    ifMatch: true,
    params: shape.Id,
    query: z.object({ free: z.enum(['true', 'false']).default('false').describe('What has no price in it costs nothing') }),
    gives: deal.Offer,
    run: async ({ house, actor, locale, params, query, context }) =>
      revised(
        await house.sendOffer(actor, { ...params, free: query.free === 'true', revision: seenRevision(context), reader: locale }),
      ),
  }),
  ...(['withdraw', 'decline', 'accept'] as const).map((what) =>
    endpoint('post', `/offers/{id}/${what}`, {
      verb: `${what}Offer`,
      tag: offersTag,
      summary: { withdraw: 'Take an offer back', decline: 'Decline an offer', accept: 'Accept an offer' }[what],
      description: 'The same decision again is answered the same; another one is 409 `wrong-state`.',
      params: shape.Id,
      body: deal.OfferAnswer,
      gives: deal.Offer,
      run: async ({ house, actor, locale, params, body }) =>
        revised(await house[`${what}Offer`](actor, { ...params, note: body.note ?? null, reader: locale })),
    }),
  ),
  endpoint('post', '/offers/{id}/undo', {
    verb: 'undoOffer',
    tag: offersTag,
    summary: 'Take back that it was accepted, declined or withdrawn',
    description:
      'For ten minutes, where nothing has followed, by the side that decided it; else 409 `undo-over` with the reason. 409 `rights-conflict` when what it held was taken meanwhile.',
    params: shape.Id,
    gives: deal.Offer,
    run: async ({ house, actor, locale, params }) => revised(await house.undoOffer(actor, { ...params, reader: locale })),
  }),
  endpoint('post', '/offers/{id}/counter', {
    verb: 'counterOffer',
    tag: offersTag,
    summary: 'Answer with other terms',
    params: shape.Id,
    body: deal.OfferToDraft,
    status: 201,
    gives: deal.Offer,
    run: async ({ house, actor, locale, params, body }) =>
      revised(await house.counterOffer(actor, { ...params, ...plain(body), reader: locale }), 201),
  }),
  endpoint('get', '/offers/{id}/changes', {
    verb: 'compareOffers',
    tag: offersTag,
    summary: 'What this version says differently from an earlier one',
    params: shape.Id,
    query: z.object({ since: z.string().min(1).max(64).describe('The id of the earlier version') }),
    gives: deal.Compared,
    run: async ({ house, actor, locale, params, query }) => ({
      value: await house.compareOffers(actor, { before: query.since, after: params.id, reader: locale }),
    }),
  }),
]

export const dealEndpoints = [...requests, ...deals, ...offers]
