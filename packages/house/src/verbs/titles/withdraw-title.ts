import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { turnTitle } from '../../titles/turn-title.ts'

/** Takes a title out of the public catalogue: its page says so, no list shows it. Withdrawing it twice changes nothing. */
export async function withdrawTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number },
): Promise<StoredTitle> {
  return turnTitle(house, actor, args, 'withdrawn')
}
