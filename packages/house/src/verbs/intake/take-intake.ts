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
import { newId } from '../../ids.ts'
import { parseSheet } from '../../input.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { standingOf } from '../../intake/stand.ts'
import { whatBecomes } from '../../intake/what-becomes.ts'
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
    const how = { verb: 'takeIntake', note: `${intake.fileName} (${intake.format})`.slice(-300), byHand: false } as const

    for (const film of films) {
      const title = titles.get(film.titleId ?? '')
      const pending = writes.get(film.titleId ?? '')
      const becomes = whatBecomes(film, { title, pending: pending?.sheet, knownByNow: knownByNow.has(film.position) })
      if (becomes.as === 'left') {
        outcome.left.push({ position: film.position, title: film.title, reason: becomes.reason })
        if (becomes.reason === 'known-by-now' || becomes.reason === 'gone') anew.push(film)
        continue
      }
      // Two films of the file that go into one title change one title.
      if (becomes.as !== 'changed' || pending === undefined) outcome[becomes.as] += 1
      if (becomes.as === 'skipped') continue
      const titleId = becomes.as === 'created' ? newId(house.now().getTime()) : becomes.titleId
      taken.push({ film, titleId })
      if (becomes.as === 'created') writes.set(titleId, { ...how, id: titleId, before: null, sheet: parseSheet(film.sheet), status: 'draft' }) // prettier-ignore
      if (becomes.as === 'changed') writes.set(titleId, { ...how, id: titleId, before: title!, sheet: parseSheet(becomes.sheet), status: title!.status }) // prettier-ignore
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
