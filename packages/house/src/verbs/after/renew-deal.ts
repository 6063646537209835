import { addDays } from '@vitrine/deals/after/days'
import { type OfferTerms, priceOf } from '@vitrine/deals/offer/offer'
import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import { boxOf } from '@vitrine/rights/book/lines-of-entry'
import { PERPETUITY, SINCE_EVER, writeDay } from '@vitrine/rights/days/day'
import { renewingDeal, setRenews } from '@vitrine/store/after/renewals'
import { openDealRow } from '@vitrine/store/deals/deals'
import { putDealTitles } from '@vitrine/store/deals/links'
import { putOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealHead } from '../../contract/after.ts'
import { signedOffer } from '../../after/compose-invoice.ts'
import { dealHead } from '../../after/reach-deliverable.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { distance, placed, renewedHoldbacks, termOf } from '../../after/renewed-holdbacks.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { licencesByLine, termsAsAmended } from '../../papers/terms-as-amended.ts'
import { write } from '../../write.ts'

/**
 * Opens a deal that goes on where this one ends: the same films, rights and price as a draft of an offer, each window of the
 * same length and beginning the day after the last one of its licence, as the book has it now: amended, counted from an event that came, ended
 * before its time. The draft is there to be changed; a deal has one renewal at a time.
 */
export async function renewDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['renewDeal']>[1],
): Promise<DealHead> {
  const id = parse(Id, args.id)
  return write(house, actor, async (writing) => {
    const before = await reachDeal(house, writing.trx, actor, 'renewDeal', id)
    holdDealState(before, 'signed', 'completed', 'terminated')
    const renewing = await renewingDeal(writing.trx, house.houseId, id)
    if (renewing !== null)
      throw new HouseError('wrong-state', { subject: 'Deal', state: 'renewed', asked: 'renewed', deal: renewing })
    const { terms: signed } = await signedOffer(house, writing.trx, id)
    const terms = await termsAsAmended(house, writing.trx, id, signed)
    const licences = await licencesByLine(house, writing.trx, id)
    const next = newId(Date.parse(writing.at))
    const { name, companyId, contactId, ownerId, currency, locale } = before
    await openDealRow(
      writing.trx,
      house.houseId,
      {
        id: next,
        name,
        companyId,
        contactId,
        ownerId,
        requestId: null,
        marketId: null,
        currency,
        locale,
        expectedMinor: priceOf(terms), // what it is hoped to bring, until somebody says otherwise
        closesOn: null,
      },
      writing.at,
    )
    await setRenews(writing.trx, house.houseId, next, id)
    await putDealTitles(writing.trx, house.houseId, next, terms.lines.map(({ titleId }) => titleId)) // prettier-ignore
    await putOffer(writing.trx, house.houseId, {
      id: newId(Date.parse(writing.at)),
      dealId: next,
      side: 'house',
      state: 'draft',
      terms: renewed(terms, (line) => licences.get(line)?.lastDay ?? null),
      message: null,
      at: writing.at,
      byId: actor.userId,
      byName: actor.name,
    })
    await noteDeal(house, writing, actor, id, 'renewDeal', { renewal: next })
    await noteDeal(house, writing, actor, next, 'renewDeal', { renews: id })
    return dealHead(await reachDeal(house, writing.trx, actor, 'renewDeal', next))
  })
}

/**
 * The same terms for the time after: windows of whole months keep their months. A window without an end is left as it is.
 *
 * @param endedOn the last day of the licence of a line; null: its windows say so
 */
export function renewed(terms: OfferTerms, endedOn: (line: number) => string | null = () => null): OfferTerms {
  return {
    ...terms,
    expires: null,
    payments: terms.payments.map((payment) =>
      payment.event === 'day' ? { ...payment, event: 'signature', day: null, days: 30 } : payment,
    ),
    lines: terms.lines.map((line, at) => ({ ...line, materials: [], rights: renewedRights(line.rights, endedOn(at)) })),
  }
}

function renewedRights(rights: EntryTerms, endedOn: string | null): EntryTerms {
  const old = rights.boxes.map((box) => asCounted(box, rights))
  const boxes = old.map((box) => {
    const ends = endedOn !== null && (box.to === null || endedOn < box.to) ? endedOn : box.to
    return ends === null ? box : { ...box, ...following(box, addDays(ends, 1)) }
  })
  const moved = old.flatMap((box, n) => (box.to === null ? [] : [{ old: box, now: boxes[n]! }]))
  return {
    ...rights,
    event: null,
    runs: rights.runs === null ? null : { ...rights.runs, broadcasts: [] },
    boxes,
    imposes: renewedHoldbacks(rights.imposes, termOf(moved.map(({ old }) => old)), termOf(moved.map(({ now }) => now))),
  }
}

/** A window as long as this one, from a day on; without an end where it had none, or where nothing says since when it was. */
function following({ from, to }: TermBox, start: string): { from: string; to: string | null } {
  return from === null || to === null ? { from: start, to: null } : { from: start, to: addDays(placed(start, distance(from, addDays(to, 1))), -1) } // prettier-ignore
}

/** A window that counts from an event, once that came, is what it became, no longer what was kept free for it. */
function asCounted(box: TermBox, { event }: EntryTerms): TermBox {
  if (event === null || event.date === null) return box
  const { from, to } = boxOf(box, { event, runs: null })
  return { ...box, from: from === SINCE_EVER ? null : writeDay(from), to: to === PERPETUITY ? null : writeDay(to) }
}
