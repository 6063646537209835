import { closeStale } from '@vitrine/store/deals/forget-requests'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs } from '../../contract/deals.ts'
import { authorise } from '../../policies/authorise.ts'
import { monthsBefore } from '../../retention.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** Closes requests that nobody has seen to for as long as the house says: what is not answered in a year is not answered. */
export async function closeStaleRequests(house: HouseContext, actor: Actor): ReturnType<RequestVerbs['closeStaleRequests']> {
  authorise(actor, 'closeStaleRequests')
  const { kept } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const before = monthsBefore(house.now(), kept.waiting).toISOString()
  return write(house, actor, async (writing) => {
    const closed = await closeStale(writing.trx, house.houseId, before)
    for (const { id, from } of closed)
      writing.audit({ verb: 'closeStaleRequests', subject: 'Request', subjectId: id, detail: { from, to: 'closed' } })
    return closed.length
  })
}
