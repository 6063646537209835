import { offerAnswers } from '@vitrine/messages/deals'
import type { DealRow } from '@vitrine/store/deals/deals'
import { readSettings } from '@vitrine/store/settings/settings'
import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { oweLetter } from '../letters/owe-letter.ts'
import { wordLetter } from '../letters/word-letter.ts'
import { withDefaults } from '../settings/defaults.ts'
import type { Writing } from '../write.ts'
import { dealReference } from './step-deal.ts'

/** A buyer has answered by themselves: whoever sees to the deal is written to, in their own language. */
export async function tellOwner(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offerId: string,
  what: 'accepted' | 'declined' | 'countered' | 'withdrawn' | 'undone',
): Promise<void> {
  if (actor.role !== 'buyer' || deal.ownerId === null) return
  const owner = await findMember(writing.trx, house.houseId, deal.ownerId)
  if (owner === null || owner.disabled) return
  const { defaultLocale } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const locale = owner.locale ?? defaultLocale
  const link = `${house.origin}/${locale}/desk/deals/${deal.id}`
  const letter = await wordLetter(house, writing.trx, 'offer-answer', locale, {
    company: deal.companyName,
    answer: offerAnswers[locale][what],
    reference: dealReference(deal),
    deal: deal.name,
    link,
  })
  await oweLetter(house, writing.trx, { kind: 'offer-answer', locale, about: 'OfferAnswer', aboutId: offerId, to: owner.email, at: writing.at, ...letter }) // prettier-ignore
}
