import { BEYOND_BUSINESS } from '@vitrine/messages/letter-kinds'
import { claimLetters, sweepLetters } from '@vitrine/store/letters/letters'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterInHand } from '../../contract/letters.ts'
import { letterHtml } from '../../letters/letter-html.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** Seconds for which a letter is somebody's: longer than a mail server is waited for, so that only the death of its server frees it. */
const LEASE = 15 * 60
const MOST = 10

/** Takes letters that are due, so that no other server takes them meanwhile. What its receiver has come to refuse is given up first. */
export async function takeLetters(house: HouseContext, actor: Actor): Promise<LetterInHand[]> {
  authorise(actor, 'takeLetters')
  const now = house.now().toISOString()
  await sweepLetters(house.db, house.houseId, now, [...BEYOND_BUSINESS])
  const letters = await claimLetters(house.db, house.houseId, now, LEASE, MOST)
  if (letters.length === 0) return []
  const { accent } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  return letters.map(({ stopToken, ...letter }) => ({
    ...letter,
    html: letterHtml(letter, { origin: house.origin, accent }),
    stopUrl: stopToken === null ? null : `${house.origin}/api/v1/letters/stop/${stopToken}`,
  }))
}
