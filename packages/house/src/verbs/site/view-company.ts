import type { Locale } from '@vitrine/messages'
import { findName } from '@vitrine/store/names/list-names'
import { cardsWithName } from '@vitrine/store/titles/cards'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, CompanyPage } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** A company with its published films, the newest first. At most 500. */
export async function viewCompany(
  house: HouseContext,
  actor: Actor,
  args: { slug: string; locale: Locale },
): Promise<CompanyPage> {
  authorise(actor, 'viewCompany')
  const found = await findName(house.db, house.houseId, 'company', args.slug)
  if (!found) throw new HouseError('not-found', { subject: 'Company' })
  const cards = await cardsWithName<StoredCard>(house.db, house.houseId, 'company', args.slug, 500)
  return { slug: args.slug, name: found.name, cards: cards.map((card) => toTitleCard(card, args.locale)) }
}
