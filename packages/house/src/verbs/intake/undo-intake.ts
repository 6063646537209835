import type { TitleSheet } from '@vitrine/catalogue'
import { intakeFilms, noteTaken, setIntakeState } from '@vitrine/store/intake/intakes'
import { findTitles } from '@vitrine/store/titles/find-title'
import { heldTitles, removeTitles } from '@vitrine/store/titles/remove-titles'
import { findRevision } from '@vitrine/store/titles/revisions'
import { canonical } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeUndone } from '../../contract-intake.ts'
import { compareSheets, partsOf } from '../../editing/compare.ts'
import { takePaths } from '../../editing/merge.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { withdrawLicences } from '../../intake/withdraw-licences.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { storeTitles, type TitleWrite } from '../../titles/store-titles.ts'
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
    const rows = await findTitles(trx, house.houseId, [...done.keys()])
    const held = await heldTitles(
      trx,
      house.houseId,
      rows.map((row) => row.id),
    )
    const undone: IntakeUndone = { removed: 0, restored: 0, kept: [], withdrawn }
    const remove: string[] = []
    const writes: TitleWrite[] = []
    for (const row of rows) {
      const { before, taken } = done.get(row.id)!
      const keep = (reason: IntakeUndone['kept'][number]['reason']) =>
        undone.kept.push({ titleId: row.id, title: row.sheet.title, reason })
      if (before === null) {
        if (row.publishedAt !== null || row.status !== 'draft') keep('published')
        else if (held.has(row.id)) keep('in-use')
        else if (row.revision !== taken) keep('changed-since')
        else remove.push(row.id)
        continue
      }
      if (before === taken) continue // nothing of it was new
      const was = (await findRevision(trx, house.houseId, row.id, before))!.sheet
      const wrote = (await findRevision(trx, house.houseId, row.id, taken))!.sheet
      const mine = compareSheets(was, wrote).map(({ path }) => path)
      const [written, now] = [partsOf(wrote), partsOf(row.sheet)]
      const untouched = mine.filter((path) => canonical(written.get(path) ?? null) === canonical(now.get(path) ?? null))
      if (untouched.length < mine.length) keep('changed-since')
      if (untouched.length === 0) continue
      const sheet: TitleSheet = takePaths(row.sheet, was, untouched)
      writes.push({ id: row.id, before: row, sheet, status: row.status, verb: 'undoIntake', note: null, byHand: false })
    }
    await removeTitles(trx, house.houseId, remove, writing.changeSeq)
    for (const titleId of remove)
      writing.audit({ verb: 'undoIntake', subject: 'Title', subjectId: titleId, detail: { removed: true } })
    for (let from = 0; from < writes.length; from += 500) await storeTitles(house, writing, actor, writes.slice(from, from + 500))
    undone.removed = remove.length
    undone.restored = writes.length
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
