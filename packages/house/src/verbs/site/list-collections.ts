import type { Locale } from '@vitrine/messages'
import { type CollectionRow, listCollectionRows } from '@vitrine/store/collections/collections'
import { inLocale } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Collection } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The house's collections, in its order, with the number of published films. */
export async function listCollections(house: HouseContext, actor: Actor, args: { locale: Locale }): Promise<Collection[]> {
  authorise(actor, 'listCollections')
  return (await listCollectionRows(house.db, house.houseId)).map((row) => toCollection(row, args.locale))
}

/** A row as the contract shows it; the picture's text alternative is the collection's name. */
export function toCollection(row: CollectionRow, locale: Locale): Collection {
  const { slug, name, intro, pictureId, picture, count } = row
  return {
    slug,
    name,
    intro,
    count,
    picture:
      pictureId !== null && picture
        ? { id: pictureId, ...picture, alt: inLocale(name, locale) ?? slug, focus: null, credit: null }
        : null,
  }
}
