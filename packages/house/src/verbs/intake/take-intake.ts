import type { TitleSheet } from '@vitrine/catalogue'
import { KnownFilms, marksOf } from '@vitrine/catalogue/duplicates/known-films'
import type { Asker } from '@vitrine/store/asker'
import {
  askIntakeFilmsAnew,
  type IntakeFilmRow,
  intakeFilms,
  type IntakeTaken,
  type IntakeWaiting,
  noteTaken,
  setIntakeState,
} from '@vitrine/store/intake/intakes'
import { findTitles } from '@vitrine/store/titles/find-title'
import { findSameFilms } from '@vitrine/store/titles/identify'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeOutcome } from '../../contract/intake.ts'
import { takePaths } from '../../editing/merge.ts'
import { newId } from '../../ids.ts'
import { parseSheet } from '../../input.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { changesTo, standingOf } from '../../intake/stand.ts'
import { identityOf } from '../../titles/same-film.ts'
import { authorise } from '../../policies/authorise.ts'
import { storeTitles, type TitleWrite } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/**
 * Does what was decided: new films become drafts, known ones take the paths that were chosen. One transaction. Two films of the
 * file that go into one title go in one after the other. A film that is known by now, or whose title is gone, waits to be decided anew.
 */
export async function takeIntake(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<IntakeOutcome> {
  authorise(actor, 'takeIntake')
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const intake = await reachIntake(house, trx, id, 'open')
    const films = (await intakeFilms(trx, house.houseId, id)).filter(({ takenTitleId }) => takenTitleId === null)
    const ids = films.flatMap(({ titleId }) => titleId ?? [])
    const titles = new Map((await findTitles(trx, house.houseId, [...new Set(ids)])).map((row) => [row.id, row]))
    // A film that was new when it came may have come in by another way since; who said that it is new was asked already.
    const fresh = films.filter(({ decision, titleId, byHand }) => decision === 'take' && titleId === null && !byHand)
    const same = await findSameFilms(
      trx,
      house.houseId,
      fresh.map(({ sheet }) => identityOf(sheet)),
    )
    const knownByNow = new Map(fresh.flatMap(({ position }, n) => (same[n] === null ? [] : [[position, same[n]!.id]])))
    const outcome: IntakeOutcome = { created: 0, changed: 0, unchanged: 0, skipped: 0, left: [] }
    const writes = new Map<string, TitleWrite>()
    const taken: { film: IntakeFilmRow; titleId: string }[] = []
    const anew: IntakeFilmRow[] = []
    const note = `${intake.fileName} (${intake.format})`.slice(-300)

    for (const film of films) {
      if (film.decision === 'skip') {
        outcome.skipped += 1
        continue
      }
      if (film.decision === null) {
        outcome.left.push({ position: film.position, title: film.title, reason: 'undecided' })
        continue
      }
      if (knownByNow.has(film.position)) {
        outcome.left.push({ position: film.position, title: film.title, reason: 'known-by-now' })
        anew.push(film)
        continue
      }
      const before = film.titleId === null ? null : titles.get(film.titleId)
      if (before === undefined) {
        outcome.left.push({ position: film.position, title: film.title, reason: 'gone' })
        anew.push(film)
        continue
      }
      if (before === null) {
        const titleId = newId(house.now().getTime())
        writes.set(titleId, {
          id: titleId,
          before: null,
          sheet: parseSheet(film.sheet),
          status: 'draft',
          verb: 'takeIntake',
          note,
          byHand: false,
        })
        taken.push({ film, titleId })
        outcome.created += 1
        continue
      }
      // Whoever decided had this revision before their eyes; what was decided for them only fills gaps, which is always right.
      if (film.seenRevision !== null && film.seenRevision !== before.revision) {
        outcome.left.push({ position: film.position, title: film.title, reason: 'revision-changed' })
        continue
      }
      const pending = writes.get(before.id)
      const standing: TitleSheet = pending?.sheet ?? before.sheet
      const paths = changesTo(standing, film.sheet, film.paths).flatMap((change) => (change.taken ? [change.path] : []))
      taken.push({ film, titleId: before.id })
      if (paths.length === 0) {
        outcome.unchanged += 1
        continue
      }
      const sheet = parseSheet(takePaths(standing, film.sheet, paths))
      if (pending === undefined) outcome.changed += 1
      writes.set(before.id, { id: before.id, before, sheet, status: before.status, verb: 'takeIntake', note, byHand: false })
    }

    const all = [...writes.values()]
    const stored = new Map<string, number>()
    // New titles and changed ones apart: for new ones there is nothing to take away first.
    for (const some of [all.filter(({ before }) => before === null), all.filter(({ before }) => before !== null)])
      for (let from = 0; from < some.length; from += 500)
        for (const row of await storeTitles(house, writing, actor, some.slice(from, from + 500))) stored.set(row.id, row.revision)
    await noteTaken(
      trx,
      house.houseId,
      id,
      taken.map(({ film, titleId }): IntakeTaken => {
        const before = writes.has(titleId) ? writes.get(titleId)!.before : titles.get(titleId)!
        return {
          position: film.position,
          takenTitleId: titleId,
          takenRevision: stored.get(titleId) ?? before!.revision,
          beforeRevision: before?.revision ?? null,
        }
      }),
    )
    if (anew.length > 0) await askIntakeFilmsAnew(trx, house.houseId, id, await standingAnew(house, trx, anew, knownByNow))
    if (outcome.left.length === 0) await setIntakeState(trx, house.houseId, id, 'taken', at, actor.name)
    const { created, changed, unchanged, skipped, left } = outcome
    writing.audit({
      verb: 'takeIntake',
      subject: 'Intake',
      subjectId: id,
      detail: { created, changed, unchanged, skipped, left: left.length },
    })
    return outcome
  })
}

/** Films whose place in the catalogue is another than when they were decided, beside the titles that they may be as it is now. */
async function standingAnew(
  { houseId }: Pick<HouseContext, 'houseId'>,
  trx: Asker,
  films: readonly IntakeFilmRow[],
  knownByNow: ReadonlyMap<number, string>,
): Promise<IntakeWaiting[]> {
  const maybe = ({ position, matches }: IntakeFilmRow) => [...new Set([...(knownByNow.has(position) ? [knownByNow.get(position)!] : []), ...matches.map(({ id }) => id)])] // prettier-ignore
  const rows = await findTitles(trx, houseId, [...new Set(films.flatMap(maybe))])
  const titles = new Map(rows.map(({ id, sheet }) => [id, { id, ...marksOf(sheet) }]))
  return films.map((film) => {
    const matches = new KnownFilms(maybe(film).flatMap((id) => titles.get(id) ?? [])).matches(marksOf(film.sheet))
    return { position: film.position, matches, standing: standingOf({ ...film, matches, decision: null }, null) }
  })
}
