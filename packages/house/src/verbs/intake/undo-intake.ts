import { intakeFilms, noteSeenAgain, noteTaken, setIntakeState } from '@vitrine/store/intake/intakes'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeUndone } from '../../contract/intake.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { withdrawLicences } from '../../intake/withdraw-licences.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { takeBack } from '../../titles/take-back.ts'
import { write } from '../../write.ts'

/**
 * Takes an intake back. A title that it made and nobody touched is removed; in a title that it changed, each path that still
 * says what the intake wrote says again what it said before. What somebody wrote since is theirs and stays.
 */
export async function undoIntake(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<IntakeUndone> {
  authorise(actor, 'undoIntake')
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const intake = await reachIntake(house, trx, id, 'open', 'taken')
    // What the book holds of it is withdrawn first, where the asker may write the book; its films stay all the same, for entries name them.
    const withdrawn = can(actor, 'undoIntakeLicences') ? (await withdrawLicences(house, writing, actor, intake)).withdrawn : 0
    const films = (await intakeFilms(trx, house.houseId, id)).filter(({ takenTitleId }) => takenTitleId !== null)
    // Several films may have gone into one title; the title had one revision before and one after.
    const done = new Map(films.map((film) => [film.takenTitleId!, { before: film.beforeRevision, taken: film.takenRevision! }]))
    const { removed, restored, kept, back } = await takeBack(house, writing, actor, done, { verb: 'undoIntake' })
    const undone: IntakeUndone = { removed: removed.length, restored, kept, withdrawn }
    // What stays is still taken; all the rest waits as it did.
    const stays = new Set(undone.kept.map(({ titleId }) => titleId))
    await noteTaken(
      trx,
      house.houseId,
      id,
      films
        .filter(({ takenTitleId }) => !stays.has(takenTitleId!))
        .map(({ position }) => ({ position, takenTitleId: null, takenRevision: null, beforeRevision: null })),
    )
    // What was decided with a title before one's eyes holds for it again: it says what it said then.
    await noteSeenAgain(trx, house.houseId, id, back)
    await setIntakeState(trx, house.houseId, id, 'open', at, actor.name)
    writing.audit({
      verb: 'undoIntake',
      subject: 'Intake',
      subjectId: id,
      detail: { removed: undone.removed, restored: undone.restored, kept: undone.kept.length, withdrawn },
    })
    return undone
  })
}
