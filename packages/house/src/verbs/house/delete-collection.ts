import { listCollectionRows, removeCollection } from '@vitrine/store/collections/collections'
import { inLocale } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, DeletedCollection } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse, SlugText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/**
 * Takes a collection away: its page is gone, its films stay and still name it. What is answered is all there was of it;
 * `saveCollection` with it is the undo.
 */
export async function deleteCollection(house: HouseContext, actor: Actor, args: { slug: string }): Promise<DeletedCollection> {
  authorise(actor, 'deleteCollection')
  const slug = parse(SlugText, args.slug)
  return write(house, actor, async (writing) => {
    const [row] = await listCollectionRows(writing.trx, house.houseId, [slug])
    if (!row) throw new HouseError('not-found', { subject: 'Collection' })
    await removeCollection(writing.trx, house.houseId, slug)
    const { name, intro, pictureId, position } = row
    writing.audit({
      verb: 'deleteCollection',
      subject: 'Collection',
      subjectId: slug,
      detail: { name: inLocale(name, 'en') ?? slug },
    })
    return { slug, name, intro, pictureId, position }
  })
}
