/**
 * Which sent lists are no longer true, kept per change of the house: a list is judged again only when the rights of one of its films
 * were written to since it was judged, and all of them on another day, for options lapse by themselves.
 */
import type { Day } from '@vitrine/rights/days/day'
import { readHead } from '@vitrine/store/audit/lock-house'
import { findLists, listsTouchedSince } from '@vitrine/store/rights/availability-lists'
import type { HouseContext } from '../context.ts'
import { staleAmong, titleReader } from './stale-lists.ts'
import { todayOf } from './today.ts'

interface Known {
  /** Lists were judged on the book as of this change. */
  head: number
  today: Day
  readonly stale: Set<string>
  busy: Promise<unknown>
}

const AT_ONCE = 200
const known = new WeakMap<object, Map<string, Known>>()

/** Ids of lists that the book as it is now makes untrue. */
export async function staleListIds(house: HouseContext): Promise<ReadonlySet<string>> {
  let houses = known.get(house.db)
  if (houses === undefined) known.set(house.db, (houses = new Map()))
  let kept = houses.get(house.houseId)
  if (kept === undefined) houses.set(house.houseId, (kept = { head: -1, today: 0, stale: new Set(), busy: Promise.resolve() }))
  const following = kept
  // one judges, the others wait for it and look again
  const judging = following.busy.then(() => catchUp(house, following))
  following.busy = judging.catch(() => {})
  await judging
  return following.stale
}

async function catchUp(house: HouseContext, kept: Known): Promise<void> {
  const today = todayOf(house)
  const head = (await readHead(house.db, house.houseId))?.changeSeq ?? 0
  const since = kept.today === today ? kept.head : -1
  if (since === head) return
  const touched = await listsTouchedSince(house.db, house.houseId, since)
  const reader = titleReader(house)
  for (let at = 0; at < touched.length; at += AT_ONCE) {
    const lists = await findLists(house.db, house.houseId, touched.slice(at, at + AT_ONCE))
    const stale = await staleAmong(house, lists, reader)
    for (const { id } of lists) {
      if (stale.has(id)) kept.stale.add(id)
      else kept.stale.delete(id)
    }
  }
  // what failed half-way is judged again
  kept.head = head
  kept.today = today
}
