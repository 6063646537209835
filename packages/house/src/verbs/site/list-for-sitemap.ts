import { listPages } from '@vitrine/store/names/list-names'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** Slugs and change times of every public page. */
export async function listForSitemap(
  house: HouseContext,
  actor: Actor,
): Promise<{ kind: 'title' | 'person' | 'company' | 'festival' | 'collection'; slug: string; updatedAt: string }[]> {
  authorise(actor, 'listForSitemap')
  return listPages(house.db, house.houseId)
}
