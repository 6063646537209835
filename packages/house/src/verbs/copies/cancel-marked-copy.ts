import { cancelMarkedCopyRow } from '@vitrine/store/reels/marked-copies'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { OwnCopy } from '../../contract/marked-copies.ts'
import { ownCopy } from '../../copies/reach-copy.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** A copy is not wanted after all. Its worker learns it within a second and stops. */
export async function cancelMarkedCopy(house: HouseContext, actor: Actor, args: OwnCopy): Promise<void> {
  authorise(actor, 'cancelMarkedCopy')
  await write(house, actor, async ({ trx, at, audit }) => {
    const { screener, copy } = await ownCopy(house, trx, args)
    if (copy === null) throw new HouseError('not-found', { subject: 'MarkedCopy' })
    if (!(await cancelMarkedCopyRow(trx, house.houseId, copy.id, at))) throw new HouseError('wrong-state', { subject: 'MarkedCopy', state: copy.state }) // prettier-ignore
    audit({ verb: 'cancelMarkedCopy', subject: 'Screener', subjectId: screener.id, detail: { viewing: copy.id } })
  })
}
