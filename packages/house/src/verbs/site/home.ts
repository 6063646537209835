import type { Locale } from '@vitrine/messages'
import { readSettings } from '@vitrine/store/settings/settings'
import { cardsByIds, newestCards } from '@vitrine/store/titles/cards'
import { countTitles } from '@vitrine/store/titles/find-title'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, HomeView } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { listCollections } from './list-collections.ts'

const NEWEST = 12

/** The front page: what the house puts first, what is new, the collections. */
export async function home(house: HouseContext, actor: Actor, args: { locale: Locale }): Promise<HomeView> {
  authorise(actor, 'home')
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const featured = await cardsByIds<StoredCard>(house.db, house.houseId, settings.featured)
  const newest = await newestCards<StoredCard>(house.db, house.houseId, NEWEST)
  const { published } = await countTitles(house.db, house.houseId)
  return {
    featured: featured.filter((card) => card.status === 'published').map((card) => toTitleCard(card, args.locale)),
    newest: newest.map((card) => toTitleCard(card, args.locale)),
    collections: await listCollections(house, actor, args),
    total: published,
  }
}
