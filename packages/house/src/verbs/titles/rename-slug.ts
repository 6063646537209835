import { slugOwner } from '@vitrine/store/titles/taken-slugs'
import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse, SlugText } from '../../input.ts'
import { reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/** Gives a title another address; the former one leads there for ever. */
export async function renameSlug(house: HouseContext, actor: Actor, args: { id: string; slug: string }): Promise<StoredTitle> {
  const slug = parse(SlugText, args.slug)
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, 'renameSlug', args.id)
    if (before.slug === slug) return toStoredTitle(before)
    const owner = await slugOwner(writing.trx, house.houseId, slug)
    if (owner !== null && owner !== before.id) throw new HouseError('slug-taken', { slug })
    const { id, sheet, status } = before
    return toStoredTitle(
      await storeTitle(house, writing, actor, {
        id,
        before,
        sheet,
        status,
        slug,
        verb: 'renameSlug',
        note: `${before.slug} → ${slug}`,
        byHand: false,
      }),
    )
  })
}
