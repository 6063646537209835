import { claimLetters } from '@vitrine/store/letters/letters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterInHand } from '../../contract-letters.ts'
import { authorise } from '../../policies/authorise.ts'

/** Seconds for which a letter is somebody's: longer than a mail server is waited for, so that only the death of its server frees it. */
const LEASE = 15 * 60
const MOST = 10

/** Takes letters that are due, so that no other server takes them meanwhile. */
export async function takeLetters(house: HouseContext, actor: Actor): Promise<LetterInHand[]> {
  authorise(actor, 'takeLetters')
  return claimLetters(house.db, house.houseId, house.now().toISOString(), LEASE, MOST)
}
