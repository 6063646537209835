import { noteFate } from '@vitrine/store/letters/letters'
import { markAddress } from '@vitrine/store/mail/addresses'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterVerbs } from '../../contract/letters.ts'
import { newToken } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'

/** Seconds to wait after the first failure, the second and so on, three days in all; after the last one it is given up. */
export const PAUSES = [5 * 60, 30 * 60, 2 * 3600, 12 * 3600, 24 * 3600, 36 * 3600] as const

/** Notes how a letter fared, and when it is tried again; an address that its mail server does not know is marked. */
export async function noteLetter(
  house: HouseContext,
  actor: Actor,
  args: Parameters<LetterVerbs['noteLetter']>[1],
): Promise<void> {
  authorise(actor, 'noteLetter')
  const now = house.now()
  const at = now.toISOString()
  const pause = args.outcome === 'failed' ? PAUSES[args.attempts - 1] : undefined
  const state = args.outcome === 'sent' ? 'sent' : pause === undefined ? 'given-up' : 'waiting'
  const dueAt = pause === undefined ? null : new Date(now.getTime() + pause * 1000).toISOString()
  const status = args.status.slice(0, 60)
  await house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => {
      const to = await noteFate(trx, house.houseId, args.id, { state, status, dueAt, at, keep: args.outcome === 'failed' })
      if (args.noSuchAddress === true && to !== null && to !== '')
        await markAddress(trx, house.houseId, { email: to, token: newToken(), state: 'bounced', why: status, at })
    }),
  )
}
