import { noteFate } from '@vitrine/store/letters/letters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterVerbs } from '../../contract-letters.ts'
import { authorise } from '../../policies/authorise.ts'

/** Seconds to wait after the first failure, the second and so on, three days in all; after the last one it is given up. */
export const PAUSES = [5 * 60, 30 * 60, 2 * 3600, 12 * 3600, 24 * 3600, 36 * 3600] as const

/** Notes how a letter fared, and when it is tried again. */
export async function noteLetter(
  house: HouseContext,
  actor: Actor,
  args: Parameters<LetterVerbs['noteLetter']>[1],
): Promise<void> {
  authorise(actor, 'noteLetter')
  const now = house.now()
  const pause = args.outcome === 'failed' ? PAUSES[args.attempts - 1] : undefined
  const state = args.outcome === 'sent' ? 'sent' : pause === undefined ? 'given-up' : 'waiting'
  const dueAt = pause === undefined ? null : new Date(now.getTime() + pause * 1000).toISOString()
  await noteFate(house.db, house.houseId, args.id, { state, status: args.status.slice(0, 60), dueAt, at: now.toISOString() })
}
