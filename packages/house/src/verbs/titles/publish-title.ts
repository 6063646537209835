import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { turnTitle } from '../../titles/turn-title.ts'

/** Makes a title public. Publishing what is public already changes nothing. */
export async function publishTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number },
): Promise<StoredTitle> {
  return turnTitle(house, actor, args, 'published')
}
