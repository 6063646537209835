import type { OfferState } from '@vitrine/deals/states/machines'
import { writeDay } from '@vitrine/rights/days/day'
import { type DealRow, priceDealRow } from '@vitrine/store/deals/deals'
import { dealEvents } from '@vitrine/store/deals/events'
import { entriesOfDeal } from '@vitrine/store/deals/links'
import { findOffer, type OfferRow, offersOfDeal, takeOfferBack } from '@vitrine/store/deals/offers'
import { giveUpLetters, lettersAbout } from '@vitrine/store/letters/letters'
import { findEntries } from '@vitrine/store/rights/entries'
import type { Locale } from '@vitrine/messages'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { expirePast } from '../../deals/end-offer.ts'
import { forBuyer, holdAgain, holdLicensable } from '../../deals/hold-rights.ts'
import { judgeUndo, undoRefused } from '../../deals/judge-undo.ts'
import { writeOfferLetter } from '../../deals/offer-letter.ts'
import { offerView } from '../../deals/offer-view.ts'
import { reachOffer } from '../../deals/reach-offer.ts'
import { noteDeal, stepDeal } from '../../deals/step-deal.ts'
import { tellOwner } from '../../deals/tell-owner.ts'
import { todayOf } from '../../rights/today.ts'
import { write, type Writing } from '../../write.ts'

/**
 * Takes back that an offer was accepted, declined or withdrawn: for ten minutes, where nothing has followed, by the side that
 * decided it. What it held is held again if it is still free: `rights-conflict` says who has it, `undo-over` why else it cannot
 * be. The same again is answered the same.
 */
export async function undoOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['undoOffer']>[1],
): Promise<OfferView> {
  await expirePast(house, (await reachOffer(house, house.db, actor, 'undoOffer', args.id)).deal.id)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const { deal, offer } = await reachOffer(house, trx, actor, 'undoOffer', args.id)
    const events = await dealEvents(trx, house.houseId, deal.id)
    if (events[0]?.what === 'undoOffer' && events[0].detail['offer'] === offer.id) return offerView(house, trx, actor, offer, args.reader) // prettier-ignore
    const judged = judgeUndo(house, actor, offer, events)
    if (judged.to === null) throw undoRefused(judged.why)
    const { to } = judged
    if (to === 'draft' && (await offersOfDeal(trx, house.houseId, deal.id)).some(({ state }) => state === 'draft')) throw undoRefused('followed') // prettier-ignore
    await holdAsBefore(house, writing, actor, { deal, offer, to }, args.reader).catch((thrown: unknown) => {
      throw forBuyer(actor, thrown)
    })
    const accepted = events.find(({ what, detail }) => what === 'acceptOffer' && detail['offer'] === offer.id) ?? null
    await takeOfferBack(trx, house.houseId, offer.id, { state: to, settled: to === 'accepted' ? accepted : null, at })
    if (offer.state === 'accepted') await priceDealRow(trx, house.houseId, deal.id, accepted!.detail['before'] as { currency: string; minor: number }) // prettier-ignore
    const detail = { offer: offer.id, version: offer.version }
    if (to === 'draft') await noteDeal(house, writing, actor, deal.id, 'undoOffer', detail)
    else await stepDeal(house, writing, actor, deal, { to: to === 'accepted' ? 'agreed' : 'offered', verb: 'undoOffer', detail, back: true }) // prettier-ignore
    await writeAgain(house, writing, actor, deal, offer)
    return offerView(house, trx, actor, (await findOffer(trx, house.houseId, offer.id))!, args.reader)
  })
}

/** The book holds what the offer held in the state that it goes back to; one that could no longer be signed does not go back. */
async function holdAsBefore(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { deal, offer, to }: { deal: DealRow; offer: OfferRow; to: OfferState },
  locale: Locale,
): Promise<void> {
  if (to === 'draft') return
  const today = writeDay(todayOf(house))!
  const { terms, side } = offer
  if (to === 'live' && terms.expires !== null && terms.expires < today) throw undoRefused('expired')
  const wasFreed = offer.state !== 'accepted'
  if (wasFreed && (to === 'accepted' || side === 'house')) await holdLicensable(house, writing, deal, terms, locale)
  const lastDay = to === 'accepted' ? await heldUntil(house, writing, offer, today) : side === 'house' ? terms.expires : null
  await holdAgain(house, writing, actor, deal, offer, lastDay, locale)
}

/** The last day through which an agreed offer was held until it was withdrawn; null when that has passed, or nothing was. */
async function heldUntil(house: HouseContext, { trx }: Writing, offer: OfferRow, today: string): Promise<string | null> {
  const links = await entriesOfDeal(trx, house.houseId, offer.dealId)
  const ids = links.filter(({ offerId }) => offerId === offer.id).map(({ entryId }) => entryId)
  const days = (await findEntries(trx, house.houseId, ids)).flatMap(({ kind, expires }) => (kind === 'option' && expires !== null ? [expires] : [])) // prettier-ignore
  const last = days.toSorted().at(-1) ?? null
  return last === null || last < today ? null : last
}

/** A letter that the decision kept from going out goes out; one that told of it and is gone is followed by another. */
async function writeAgain(house: HouseContext, writing: Writing, actor: Actor, deal: DealRow, offer: OfferRow): Promise<void> {
  const { trx, at } = writing
  const [brought] = await lettersAbout(trx, house.houseId, 'Offer', offer.id)
  if (brought?.state === 'given-up' && brought.lastStatus === 'recalled') await writeOfferLetter(house, writing, actor, deal, offer) // prettier-ignore
  const [told] = await lettersAbout(trx, house.houseId, 'OfferAnswer', offer.id)
  await giveUpLetters(trx, house.houseId, 'OfferAnswer', offer.id, at)
  if (told?.state === 'sent') await tellOwner(house, writing, actor, deal, offer.id, 'undone')
}
