import { fail } from '@sveltejs/kit'
import type { OfferView } from '@vitrine/house'
import { readAmount } from '@vitrine/ledger/money/read-amount'
import type { Locale } from '@vitrine/messages'
import { amountText } from '@vitrine/messages/money'
import { room } from '@vitrine/messages/room'
import { localeOf } from '#lib/server/desk.ts'
import { answerForm, buyer, field } from '#lib/server/room/actor.ts'
import { changesTold, conditionsOfFilms } from '#lib/server/offers/compared.ts'
import { conditionsOf } from '#lib/server/offers/conditions.ts'
import { counterDefaults, counterTerms } from '#lib/server/room/counter.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

/** An offer as its buyer reads it, with the versions before and after it and what changed since the one before. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  const actor = buyer(locals.actor, url, locale)
  const { house } = site()
  const { terms, ...offer } = await answer(house.viewOffer(actor, { id: params.id, reader: locale }))
  const deal = await answer(house.viewDeal(actor, { id: offer.dealId, reader: locale }))
  const before = deal.offers.filter(({ version }) => version < offer.version).toSorted((a, b) => b.version - a.version)[0]
  const compared = before === undefined ? null : await answer(house.compareOffers(actor, { before: before.id, after: offer.id, reader: locale })) // prettier-ignore
  const amendments = offer.state === 'accepted' && deal.signedOn !== null ? await answer(house.listAmendments(actor, { dealId: offer.dealId, locale })) : [] // prettier-ignore
  return {
    amendments,
    offer: deal.offers.find(({ id }) => id === offer.id)
      ? { ...offer, state: deal.offers.find(({ id }) => id === offer.id)!.state }
      : offer, // an offer whose day has passed is not shown as live
    reference: deal.reference,
    conditions: terms.lines.map(({ rights }) => conditionsOf(rights, locale)),
    versions: deal.offers.map(({ id, version, side, state, totalMinor, currency }) => ({ id, version, side, state, totalMinor, currency })), // prettier-ignore
    compared: compared === null ? null : { before: withConditions(compared.before, locale), after: withConditions(compared.after, locale), changes: changesTold(compared).map(({ field: what, titleId }) => ({ what, titleId })) }, // prettier-ignore
    counter: { ...counterDefaults(terms), prices: terms.lines.map(({ minor }) => amountText(locale, minor, terms.currency)) },
  }
}

const withConditions = (offer: OfferView, locale: Locale) => {
  const { terms: _, ...shown } = offer
  return { ...shown, conditions: conditionsOfFilms(offer, locale) }
}

type Event = Parameters<NonNullable<Actions[string]>>[0]
const ask = async ({ request, locals, params, url }: Event) => {
  const locale = localeOf(params)
  const actor = buyer(locals.actor, url, locale)
  const form = await request.formData()
  const to = `/${locale}/room/offers/${encodeURIComponent(params.id)}`
  return { locale, actor, form, to, args: { id: params.id, note: field(form, 'words') || null, reader: locale } }
}

export const actions: Actions = {
  accept: async (event) => {
    const { locale, actor, form, to, args } = await ask(event)
    if (field(form, 'sure') !== 'yes') {
      await answer(site().house.viewOffer(actor, { id: event.params.id, reader: locale }))
      return fail(422, { problem: room[locale].sureMissing, typed: { words: field(form, 'words') } as Record<string, string> })
    }
    return answerForm(locale, `${to}?done=accepted`, form, () => site().house.acceptOffer(actor, args))
  },
  decline: async (event) => {
    const { locale, actor, form, to, args } = await ask(event)
    return answerForm(locale, `${to}?done=declined`, form, () => site().house.declineOffer(actor, args))
  },
  withdraw: async (event) => {
    const { locale, actor, form, to, args } = await ask(event)
    return answerForm(locale, `${to}?done=withdrawn`, form, () => site().house.withdrawOffer(actor, args))
  },
  undo: async (event) => {
    const { locale, actor, form, to, args } = await ask(event)
    return answerForm(locale, `${to}?done=undone`, form, () => site().house.undoOffer(actor, { id: args.id, reader: locale }))
  },
  counter: async (event) => {
    const { locale, actor, form, args } = await ask(event)
    const { house } = site()
    const offer = await answer(house.viewOffer(actor, { id: event.params.id, reader: locale }))
    const prices = offer.lines.map((_line, at) => readAmount(field(form, `price-${at}`), offer.currency))
    if (prices.some((minor) => minor === null || minor < 0)) return fail(422, { problem: room[locale].badPrice, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) as Record<string, string> }) // prettier-ignore
    const terms = counterTerms(offer, { prices, from: field(form, 'from'), to: field(form, 'to'), territory: field(form, 'territory'), note: '' }) // prettier-ignore
    // what they have sent now stands before them, beside what it answers
    return answerForm(locale, ({ id }) => `/${locale}/room/offers/${encodeURIComponent(id)}?done=countered`, form, () => house.counterOffer(actor, { id: args.id, terms, message: args.note, reader: locale })) // prettier-ignore
  },
}
