import { giveUpLetters } from '@vitrine/store/letters/letters'
import { findList, recallList } from '@vitrine/store/rights/availability-lists'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Ends a list's link, and its letter if that has not left yet; the list itself stays in the house's records. */
export async function recallSentList(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['recallSentList']>[1],
): Promise<void> {
  authorise(actor, 'recallSentList')
  await write(house, actor, async (writing) => {
    if ((await findList(writing.trx, house.houseId, { id: args.id })) === null) throw new HouseError('not-found', { subject: 'AvailabilityList' }) // prettier-ignore
    await recallList(writing.trx, house.houseId, args.id, writing.at)
    await giveUpLetters(writing.trx, house.houseId, 'AvailabilityList', args.id, writing.at)
    writing.audit({ verb: 'recallSentList', subject: 'AvailabilityList', subjectId: args.id })
  })
}
