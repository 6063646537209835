import { countLetters, listLetterRows } from '@vitrine/store/letters/letters'
import { mailPlaces } from '@vitrine/store/mail/places'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterVerbs, Outbox } from '../../contract/letters.ts'
import { fromCursor, isInstant, noCursor, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const Asked = z.object({
  state: z.enum(['waiting', 'sent', 'given-up']).nullable().default(null),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(200).default(100),
})

/** The outbox, the newest first. */
export async function listLetters(
  house: HouseContext,
  actor: Actor,
  args: Parameters<LetterVerbs['listLetters']>[1],
): Promise<Outbox> {
  authorise(actor, 'listLetters')
  const { state, cursor, limit } = parse(Asked, args)
  const rows = await listLetterRows(house.db, house.houseId, { state, before: placeOf(cursor), limit: limit + 1 })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.at, last.id) : null,
    counts: await countLetters(house.db, house.houseId),
    places: await mailPlaces(house.db, house.houseId),
  }
}

function placeOf(cursor: string | null | undefined): { at: string; id: string } | null {
  const after = fromCursor(cursor)
  if (after === null) return null
  const [at, id] = after
  if (!isInstant(at) || typeof id !== 'string') throw noCursor()
  return { at, id }
}
