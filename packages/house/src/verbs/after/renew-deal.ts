import { addDays } from '@vitrine/deals/after/days'
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { renewingDeal, setRenews } from '@vitrine/store/after/renewals'
import { openDealRow } from '@vitrine/store/deals/deals'
import { putDealTitles } from '@vitrine/store/deals/links'
import { putOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealHead } from '../../contract-after.ts'
import { signedOffer } from '../../after/compose-invoice.ts'
import { dealHead } from '../../after/reach-deliverable.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { distance, placed, renewedHoldbacks, termOf } from '../../after/renewed-holdbacks.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { termsAsAmended } from '../../papers/terms-as-amended.ts'
import { write } from '../../write.ts'

/**
 * Opens a deal that goes on where this one ends: the same films, rights and price as a draft of an offer, each window of the
 * same length and beginning the day after. The draft is there to be changed; a deal has one renewal at a time.
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
        expectedMinor: 0,
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
      terms: renewed(terms),
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

/** The same terms for the time after: windows of whole months keep their months. A window without an end is left as it is. */
export function renewed(terms: OfferTerms): OfferTerms {
  return {
    ...terms,
    expires: null,
    payments: terms.payments.map((payment) =>
      payment.event === 'day' ? { ...payment, event: 'signature', day: null, days: 30 } : payment,
    ),
    lines: terms.lines.map((line) => ({ ...line, materials: [], rights: renewedRights(line.rights) })),
  }
}

function renewedRights(rights: EntryTerms): EntryTerms {
  const boxes = rights.boxes.map((box) => (box.to === null ? box : { ...box, ...following(box.from, box.to) }))
  const moved = rights.boxes.flatMap((box, n) => (box.to === null ? [] : [{ old: box, now: boxes[n]! }]))
  return {
    ...rights,
    event: null,
    runs: rights.runs === null ? null : { ...rights.runs, broadcasts: [] },
    boxes,
    imposes: renewedHoldbacks(rights.imposes, termOf(moved.map(({ old }) => old)), termOf(moved.map(({ now }) => now))),
  }
}

function following(from: string | null, to: string): { from: string; to: string | null } {
  const start = addDays(to, 1)
  return from === null ? { from: start, to: null } : { from: start, to: addDays(placed(start, distance(from, start)), -1) }
}
