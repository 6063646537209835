import type { DealView, EntryInput, OfferView } from '@vitrine/house'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedFields } from '#lib/server/rights/asked.ts'
import { entryInputOf } from '#lib/server/rights/entry-input.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** The draft of a deal; else a new one, from a version that was named, from what was asked for, or from what the address wishes. `counter`: what the buyer answered. */
export const load: PageServerLoad = async ({ locals, url, params, parent }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'draftOffer')
  const { deal } = await parent()
  const counters = deal.offers.find(({ id }) => id === url.searchParams.get('counter')) ?? null
  const draft = counters === null ? (deal.offers.find(({ state }) => state === 'draft') ?? null) : null
  const like = counters ?? draft ?? deal.offers.find(({ id }) => id === url.searchParams.get('from')) ?? null
  const request = deal.requestId === null ? null : await answer(site().house.viewRequest(actor, { id: deal.requestId, reader: locale })) // prettier-ignore
  const email = deal.contact?.email?.toLowerCase()
  const seats = email === undefined ? [] : (await answer(site().house.listSeats(actor, { companyId: deal.companyId }))).seats
  return {
    counters: counters?.id ?? null,
    draft: draft === null ? null : { id: draft.id, revision: draft.revision },
    like,
    rights: like === null ? [] : rightsOf(like),
    wished: (request?.wishes ?? wishIn(url)) as EntryInput | null,
    /** What the buyer wrote, to be read while it is answered. */
    asked: counters === null ? lastWordsOf(deal, request) : null,
    /** Whoever gets the letter cannot open what it leads to. */
    shutOut: email !== undefined && !seats.some((seat) => seat.email === email),
  }
}

/** Of their last version if words came with it, else of their request. */
function lastWordsOf(
  deal: DealView,
  request: { name: string; message: string | null } | null,
): { name: string; message: string } | null {
  // prettier-ignore
  const theirs = deal.offers.find(({ side }) => side === 'buyer')
  if (theirs?.message) return { name: theirs.byName, message: theirs.message }
  return request?.message ? { name: request.name, message: request.message } : null
}

/** What the address says of the rights, as a question says it: `?t=Poland&m=free-tv&from=2027-01-01&to=2029-12-31&x=1`. */
function wishIn(url: URL): EntryInput | null {
  if (!['t', 'm', 'from'].some((name) => url.searchParams.has(name))) return null
  const { territory, media, from, to, exclusive } = askedFields(url, {
    territory: '',
    media: '',
    languages: '',
    cut: '',
    from: '',
    to: '',
    exclusive: true,
  })
  return { territory, media, from: from || null, to: to || null, exclusive }
}

const rightsOf = (offer: OfferView): EntryInput[] =>
  offer.lines.map(({ boxes, holdbacks }, at) => entryInputOf({ terms: offer.terms.lines[at]!.rights, boxes, imposes: holdbacks }))
