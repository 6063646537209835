import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { holdRevision, reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/** Makes a title public. Publishing what is public already changes nothing. */
export async function publishTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number },
): Promise<StoredTitle> {
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, 'publishTitle', args.id)
    holdRevision(before, args.baseRevision)
    if (before.status === 'published') return toStoredTitle(before)
    const { id, sheet } = before
    return toStoredTitle(
      await storeTitle(house, writing, actor, {
        id,
        before,
        sheet,
        status: 'published',
        verb: 'publishTitle',
        note: null,
        byHand: true,
      }),
    )
  })
}
