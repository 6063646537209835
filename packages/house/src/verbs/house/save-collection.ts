import { LOCALES } from '@vitrine/messages'
import { listCollectionRows, putCollection } from '@vitrine/store/collections/collections'
import { knownPictures } from '@vitrine/store/pictures/pictures'
import { z } from 'zod'
import { inLocale } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Collection, SavedCollection } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, SlugText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toCollection } from '../site/list-collections.ts'

const Saved = z.object({
  slug: SlugText,
  name: z
    .partialRecord(z.enum(LOCALES), z.string().trim().min(1).max(200))
    .refine((name) => Object.keys(name).length > 0, 'Without a name'),
  intro: z.partialRecord(z.enum(LOCALES), z.string().max(10_000)),
  pictureId: Id.nullable(),
  position: z.int().min(0).max(1_000_000).optional(),
})

/** Makes a collection, or changes the one with this slug. Which films stand in it is said on their sheets. */
export async function saveCollection(
  house: HouseContext,
  actor: Actor,
  args: { collection: SavedCollection },
): Promise<Collection> {
  authorise(actor, 'saveCollection')
  const collection = parse(Saved, args.collection)
  return write(house, actor, async (writing) => {
    if (
      collection.pictureId !== null &&
      !(await knownPictures(writing.trx, house.houseId, [collection.pictureId])).has(collection.pictureId)
    )
      throw new HouseError('invalid-input', { issues: [{ path: 'pictureId', message: 'No such picture here' }] })
    await putCollection(writing.trx, house.houseId, {
      ...collection,
      name: collection.name as Record<string, string>,
      intro: collection.intro as Record<string, string>,
      at: writing.at,
    })
    writing.audit({
      verb: 'saveCollection',
      subject: 'Collection',
      subjectId: collection.slug,
      detail: { name: inLocale(collection.name as Record<string, string>, 'en') ?? collection.slug },
    })
    const [row] = await listCollectionRows(writing.trx, house.houseId, [collection.slug])
    if (!row) throw new Error('a collection that was saved is not there')
    return toCollection(row, 'en')
  })
}
