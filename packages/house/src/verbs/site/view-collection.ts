import type { Locale } from '@vitrine/messages'
import { listCollectionRows } from '@vitrine/store/collections/collections'
import { cardsWithName } from '@vitrine/store/titles/cards'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Collection, TitleCard } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { toCollection } from './list-collections.ts'

/** A collection with its published films, the newest first. At most 500. */
export async function viewCollection(
  house: HouseContext,
  actor: Actor,
  args: { slug: string; locale: Locale },
): Promise<Collection & { cards: TitleCard[] }> {
  authorise(actor, 'viewCollection')
  const [row] = await listCollectionRows(house.db, house.houseId, [args.slug])
  if (!row) throw new HouseError('not-found', { subject: 'Collection' })
  const cards = await cardsWithName<StoredCard>(house.db, house.houseId, 'collection', row.slug, 500)
  return { ...toCollection(row, args.locale), cards: cards.map((card) => toTitleCard(card, args.locale)) }
}
