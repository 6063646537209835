import type { twinsOf } from '@vitrine/catalogue/duplicates/known-films'
import { listTitleMarks } from '@vitrine/store/titles/marks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeVerbs } from '../../contract/intake.ts'
import { HouseError } from '../../errors.ts'
import { apart } from '../../exchange/apart.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 500

/**
 * Pairs of titles that may be one film: by a registry's number, the same name, or names nearly the same. Every title is held
 * against every other of its time, beside the thread that answers: two seconds for ten thousand.
 */
export async function findTwins(
  house: HouseContext,
  actor: Actor,
  { limit = 100 }: { limit?: number },
): ReturnType<IntakeVerbs['findTwins']> {
  authorise(actor, 'findTwins')
  const marks = await listTitleMarks(house.db, house.houseId)
  const found = await apart<ReturnType<typeof twinsOf>>(new URL('../../intake/twins-thread.ts', import.meta.url), marks)
  if ('failed' in found) throw new HouseError('limit-reached', { limit: marks.length })
  const byId = new Map(marks.map((one) => [one.id, one]))
  const shown = (id: string) => {
    const { titles, year, directors } = byId.get(id)!
    return { id, title: titles[0] ?? '', year, directors }
  }
  return found.made.slice(0, Math.min(limit, MOST)).map(({ a, b, why, alike }) => ({ a: shown(a), b: shown(b), why, alike }))
}
