import type { Locale } from '@vitrine/messages'
import { offerAnswers } from '@vitrine/messages/deals'
import { paperAnswers } from '@vitrine/messages/papers'
import { type DealRow, findDeal } from '@vitrine/store/deals/deals'
import type { PaperRow } from '@vitrine/store/papers/papers'
import { readSettings } from '@vitrine/store/settings/settings'
import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { oweLetter } from '../letters/owe-letter.ts'
import { wordLetter } from '../letters/word-letter.ts'
import { paperReference } from '../papers/reach-paper.ts'
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
  if (actor.role !== 'buyer') return
  await writeToOwner(house, writing, deal, { about: 'OfferAnswer', aboutId: offerId, reference: dealReference(deal), answer: (locale) => offerAnswers[locale][what] }) // prettier-ignore
}

/** A buyer has signed a paper by their link, or said that they do not. */
export async function tellOwnerOfPaper(
  house: HouseContext,
  writing: Writing,
  paper: PaperRow,
  what: 'signed' | 'declined',
): Promise<void> {
  const deal = (await findDeal(writing.trx, house.houseId, paper.dealId))!
  await writeToOwner(house, writing, deal, { about: 'PaperAnswer', aboutId: paper.id, reference: paperReference(paper), answer: (locale) => paperAnswers[locale][what][paper.kind] }) // prettier-ignore
}

interface Answered {
  about: 'OfferAnswer' | 'PaperAnswer'
  aboutId: string
  reference: string
  answer: (locale: Locale) => string
}

async function writeToOwner(
  house: HouseContext,
  writing: Writing,
  deal: DealRow,
  { about, aboutId, reference, answer }: Answered,
): Promise<void> {
  if (deal.ownerId === null) return
  const owner = await findMember(writing.trx, house.houseId, deal.ownerId)
  if (owner === null || owner.disabled) return
  const { defaultLocale } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const locale = owner.locale ?? defaultLocale
  const link = `${house.origin}/${locale}/desk/deals/${deal.id}`
  const letter = await wordLetter(house, writing.trx, 'offer-answer', locale, {
    company: deal.companyName,
    answer: answer(locale),
    reference,
    deal: deal.name,
    link,
  })
  await oweLetter(house, writing.trx, { kind: 'offer-answer', locale, about, aboutId, to: owner.email, at: writing.at, ...letter }) // prettier-ignore
}
