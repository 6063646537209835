import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeVerbs } from '../../contract/intake.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { withdrawLicences } from '../../intake/withdraw-licences.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes the licences of a file back out of the rights book; its films stay. */
export async function undoIntakeLicences(
  house: HouseContext,
  actor: Actor,
  { id }: { id: string },
): ReturnType<IntakeVerbs['undoIntakeLicences']> {
  authorise(actor, 'undoIntakeLicences')
  return write(house, actor, async (writing) => {
    const undone = await withdrawLicences(house, writing, actor, await reachIntake(house, writing.trx, id))
    writing.audit({ verb: 'undoIntakeLicences', subject: 'Intake', subjectId: id, detail: undone })
    return undone
  })
}
