import type { Locale } from '@vitrine/messages'
import { suggest as suggestFromStore } from '@vitrine/store/search/suggest'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { pictureRef, type StoredCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Suggestion } from '../../contract.ts'
import { cleanText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const LONGEST_TEXT = 200

/** What the letters typed so far may mean in the published catalogue: films (with a picture), people, companies, festivals, places, themes. */
export async function suggest(
  house: HouseContext,
  actor: Actor,
  args: { text: string; locale: Locale; limit?: number },
): Promise<Suggestion[]> {
  authorise(actor, 'suggest')
  const text = cleanText(args.text).slice(0, LONGEST_TEXT)
  const suggested = await suggestFromStore(house.db, house.houseId, {
    text,
    locale: args.locale,
    ...(args.limit === undefined ? {} : { limit: args.limit }),
  })
  const cards = new Map(
    (
      await cardsByIds<StoredCard>(
        house.db,
        house.houseId,
        suggested.flatMap((one) => one.titleId ?? []),
      )
    ).map((row) => [row.id, row.card]),
  )
  return suggested.map(({ kind, text: name, slug, detail, titleId }) => {
    const card = titleId === null ? undefined : cards.get(titleId)
    return { kind, text: name, slug, detail, picture: card ? pictureRef(card.still ?? card.poster, args.locale, name) : null }
  })
}
