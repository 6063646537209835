import { setIntakeState } from '@vitrine/store/intake/intakes'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Puts an intake that waits away, or one that was put away back among those that wait. */
export async function discardIntake(house: HouseContext, actor: Actor, args: { id: string; discarded: boolean }): Promise<void> {
  authorise(actor, 'discardIntake')
  await write(house, actor, async ({ trx, at, audit }) => {
    const intake = await reachIntake(house, trx, args.id, 'open', 'discarded')
    const state = args.discarded ? 'discarded' : 'open'
    if (intake.state === state) return
    await setIntakeState(trx, house.houseId, args.id, state, at, actor.name)
    audit({ verb: 'discardIntake', subject: 'Intake', subjectId: args.id, detail: { state } })
  })
}
