import { forgetRequests } from '@vitrine/store/deals/forget-requests'
import { forgetLetters } from '@vitrine/store/letters/letters'
import { forgetShortlists } from '@vitrine/store/shortlists/shortlists'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs } from '../../contract/deals.ts'
import { authorise } from '../../policies/authorise.ts'
import { monthsBefore } from '../../retention.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** Forgets what visitors left here once its time is over: lists that nobody uses, who asked what of which nothing came, and to whom it wrote. */
export async function forgetVisitors(house: HouseContext, actor: Actor): ReturnType<RequestVerbs['forgetVisitors']> {
  authorise(actor, 'forgetVisitors')
  const { kept } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const before = (months: number): string => monthsBefore(house.now(), months).toISOString()
  return house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => ({
      shortlists: await forgetShortlists(trx, house.houseId, before(kept.shortlists).slice(0, 10)),
      ...(await forgetRequests(trx, house.houseId, before(kept.requests))),
      letters: await forgetLetters(trx, house.houseId, before(kept.letters)),
    })),
  )
}
