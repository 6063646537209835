import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { TitleStatus } from '@vitrine/catalogue'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import type { Actor, StoredTitle } from '../contract.ts'
import { write } from '../write.ts'
import { holdRevision, reachTitle, toStoredTitle } from './reach-title.ts'
import { storeTitle, type TitleWrite } from './store-titles.ts'

/** The states that a title is turned to, each with the verb that does it: its policy, its line in the trail. */
export const TURNS = { published: 'publishTitle', withdrawn: 'withdrawTitle' } as const
export type Turn = keyof typeof TURNS

/** Puts one title into a state. One that is in it already stays as it is. */
export async function turnTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number },
  to: Turn,
): Promise<StoredTitle> {
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, TURNS[to], args.id)
    holdRevision(before, args.baseRevision)
    if (before.status === to) return toStoredTitle(before)
    return toStoredTitle(await storeTitle(house, writing, actor, turned(before, to, TURNS[to], true)))
  })
}

/** The same sheet in another state. `byHand`: somebody had this very title before them; among many, nobody had. */
export function turned(before: TitleRow, status: TitleStatus, verb: AuditVerb, byHand: boolean): TitleWrite {
  return { id: before.id, before, sheet: before.sheet, status, verb, note: null, byHand }
}
