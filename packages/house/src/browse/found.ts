import type { TitleStatus } from '@vitrine/catalogue'
import { browse, sortOf } from '@vitrine/store/search/browse'
import { isCursorOf } from '@vitrine/store/search/page-of'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { z } from 'zod'
import { type StoredCard, toTitleCard } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import { type BrowseRequest, type BrowseResult, FACETS } from '../contract.ts'
import { noCursor, parse } from '../input.ts'

const LONGEST_TEXT = 300

const Request = z.object({
  text: z
    .string()
    .transform((text) => text.slice(0, LONGEST_TEXT))
    .optional(),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().min(1).max(200)).max(50)).optional(),
  sort: z.enum(['relevance', 'newest', 'title', 'year', 'updated']).optional(),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().optional(),
  locale: z.enum(['en', 'fr']),
})

/**
 * Finds titles of some statuses with the store's search, and brings their cards.
 *
 * @throws HouseError `invalid-input` for a cursor that this list, in this order, does not give: who walks through its pages would never end
 */
export async function found(house: HouseContext, args: BrowseRequest, statuses: readonly TitleStatus[]): Promise<BrowseResult> {
  const request = parse(Request, args)
  if (request.cursor && !isCursorOf(request.cursor, sortOf(request))) throw noCursor()
  const hits = await browse(house.db, house.houseId, { ...request, statuses })
  const cards = await cardsByIds<StoredCard>(house.db, house.houseId, hits.ids)
  return {
    total: hits.total,
    // Between finding and fetching a title may have been withdrawn: what may not be seen is not shown.
    cards: cards.filter((card) => statuses.includes(card.status)).map((card) => toTitleCard(card, args.locale)),
    facets: hits.facets,
    nextCursor: hits.nextCursor,
    asOf: hits.asOf,
    readAs: hits.readAs,
    allWords: hits.allWords,
  }
}
