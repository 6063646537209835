import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { holdRevision, reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/** Takes a title out of the public catalogue: its page says so, no list shows it. Withdrawing it twice changes nothing. */
export async function withdrawTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number },
): Promise<StoredTitle> {
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, 'withdrawTitle', args.id)
    holdRevision(before, args.baseRevision)
    if (before.status === 'withdrawn') return toStoredTitle(before)
    const { id, sheet } = before
    return toStoredTitle(
      await storeTitle(house, writing, actor, {
        id,
        before,
        sheet,
        status: 'withdrawn',
        verb: 'withdrawTitle',
        note: null,
        byHand: true,
      }),
    )
  })
}
