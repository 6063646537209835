import { notePlace } from '@vitrine/store/mail/places'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterVerbs } from '../../contract/letters.ts'
import { authorise } from '../../policies/authorise.ts'

/** Notes how the mail server or the mailbox was met, for the desk. */
export async function noteMailPlace(
  house: HouseContext,
  actor: Actor,
  args: Parameters<LetterVerbs['noteMailPlace']>[1],
): Promise<void> {
  authorise(actor, 'noteMailPlace')
  const fault = args.fault?.slice(0, 60) ?? null
  await notePlace(house.db, house.houseId, { place: args.place, fault, at: house.now().toISOString() })
}
