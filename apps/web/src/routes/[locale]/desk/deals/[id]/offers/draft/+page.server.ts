import type { EntryInput, OfferView } from '@vitrine/house'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { entryInputOf } from '#lib/server/rights/entry-input.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** The draft of a deal; else a new one, from a version that was named, or from what was asked for. `counter`: what the buyer answered. */
export const load: PageServerLoad = async ({ locals, url, params, parent }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'draftOffer')
  const { deal } = await parent()
  const counters = deal.offers.find(({ id }) => id === url.searchParams.get('counter')) ?? null
  const draft = counters === null ? (deal.offers.find(({ state }) => state === 'draft') ?? null) : null
  const like = counters ?? draft ?? deal.offers.find(({ id }) => id === url.searchParams.get('from')) ?? null
  const request = deal.requestId === null || like !== null ? null : await answer(site().house.viewRequest(actor, { id: deal.requestId, reader: locale })) // prettier-ignore
  return { counters: counters?.id ?? null, draft: draft === null ? null : { id: draft.id, revision: draft.revision }, like, rights: like === null ? [] : rightsOf(like), wished: (request?.wishes ?? null) as EntryInput | null } // prettier-ignore
}

const rightsOf = (offer: OfferView): EntryInput[] =>
  offer.lines.map(({ boxes, holdbacks }, at) => entryInputOf({ terms: offer.terms.lines[at]!.rights, boxes, imposes: holdbacks }))
