import { forgetViewers as forget } from '@vitrine/store/screening/forget'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs } from '../../contract/screeners.ts'
import { authorise } from '../../policies/authorise.ts'
import { DAYS_OF_PLACES, YEARS_OF_PEOPLE } from '../../retention.ts'

const DAY = 86_400_000
/** Forgets who watched and from where, and who signed in from where, once there is no reason left to know it. */
export async function forgetViewers(house: HouseContext, actor: Actor): ReturnType<ScreenerVerbs['forgetViewers']> {
  authorise(actor, 'forgetViewers')
  const before = (days: number): string => new Date(house.now().getTime() - days * DAY).toISOString()
  return house.writeTurn(() =>
    house.db
      .transaction()
      .execute((trx) =>
        forget(trx, house.houseId, { places: before(DAYS_OF_PLACES), people: before(YEARS_OF_PEOPLE * 365), signIns: before(0) }),
      ),
  )
}
