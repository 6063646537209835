import type { Asker } from '@vitrine/store/asker'
import { cardsByIds, type CardRow } from '@vitrine/store/titles/cards'
import type { StoredCard } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { can } from '../policies/table.ts'

/** A shortlist is a selection: longer, it is a catalogue. */
const LONGEST_SHORTLIST = 200

export function holdLimit(titleIds: readonly string[]): void {
  if (titleIds.length > LONGEST_SHORTLIST) throw new HouseError('limit-reached', { limit: LONGEST_SHORTLIST })
}

/** Of the cards, those that the asker may see: published ones, or all at the desk. */
export function visibleCards<Card extends Pick<CardRow<StoredCard>, 'status'>>(actor: Actor, cards: readonly Card[]): Card[] {
  return cards.filter((card) => can({ ...actor, scopes: null }, 'describeTitle', { published: card.status === 'published' }))
}

/** Of the ids, in order, those of titles that the asker may see; others are left out without a word. */
export async function visibleTitleIds(house: HouseContext, db: Asker, actor: Actor, ids: readonly string[]): Promise<string[]> {
  return visibleCards(actor, await cardsByIds<StoredCard>(db, house.houseId, ids)).map((card) => card.id)
}
