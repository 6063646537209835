import { giveUpLetters } from '@vitrine/store/letters/letters'
import { restoreScreenerRow, revokeScreenerRow } from '@vitrine/store/screening/screeners'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerView } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdScreener, restorableUntil, screenerView } from '../../screening/screener-view.ts'
import { write } from '../../write.ts'

/** Ends a screener: whoever watches by it is sent no further segment, and its letter does not leave any more. */
export async function revokeScreener(house: HouseContext, actor: Actor, args: { id: string }): Promise<ScreenerView> {
  authorise(actor, 'revokeScreener')
  return write(house, actor, async (writing) => {
    const row = await holdScreener(house, writing.trx, args.id)
    if (row.revokedAt === null) {
      await revokeScreenerRow(writing.trx, house.houseId, row.id, { at: writing.at, name: actor.name })
      await giveUpLetters(writing.trx, house.houseId, 'Screener', row.id, writing.at)
      writing.audit({ verb: 'revokeScreener', subject: 'Screener', subjectId: row.id })
    }
    return screenerView(house, writing.trx, row.id)
  })
}

/** Takes a revocation back while that can be done. A letter that was called back with it is not sent. */
export async function restoreScreener(house: HouseContext, actor: Actor, args: { id: string }): Promise<ScreenerView> {
  authorise(actor, 'restoreScreener')
  return write(house, actor, async (writing) => {
    const row = await holdScreener(house, writing.trx, args.id)
    if (row.revokedAt === null) throw new HouseError('wrong-state', { subject: 'Screener', state: 'open' })
    if (restorableUntil(house, row) === null) throw new HouseError('undo-over', { reason: 'late' })
    await restoreScreenerRow(writing.trx, house.houseId, row.id, writing.at)
    writing.audit({ verb: 'restoreScreener', subject: 'Screener', subjectId: row.id })
    return screenerView(house, writing.trx, row.id)
  })
}
