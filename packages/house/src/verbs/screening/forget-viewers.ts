import { forgetViewers as forget } from '@vitrine/store/screening/forget'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs } from '../../contract/screeners.ts'
import { authorise } from '../../policies/authorise.ts'

const DAY = 86_400_000
/** For so long the network that somebody watched from is known again: to notice a shared link takes an hour, to look into it some days. */
const DAYS_OF_PLACES = 30
/** For so long after they watched last it is known who somebody was who is no contact of the house: as long as a leak may take to turn up. */
const DAYS_OF_PEOPLE = 3 * 365

/** Forgets who watched and from where, once there is no reason left to know it. */
export async function forgetViewers(house: HouseContext, actor: Actor): ReturnType<ScreenerVerbs['forgetViewers']> {
  authorise(actor, 'forgetViewers')
  const before = (days: number): string => new Date(house.now().getTime() - days * DAY).toISOString()
  return house.writeTurn(() =>
    house.db
      .transaction()
      .execute((trx) => forget(trx, house.houseId, { places: before(DAYS_OF_PLACES), people: before(DAYS_OF_PEOPLE) })),
  )
}
