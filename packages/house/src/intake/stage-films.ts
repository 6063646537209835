import { marksOf } from '@vitrine/catalogue/duplicates/known-films'
import type { FilmIn, FilmsIn } from '@vitrine/exchange/formats/format'
import {
  findIntakeOf,
  type IntakeFilmRow,
  intakeFilms,
  type IntakeRow,
  putIntake,
  replaceIntakeFilms,
} from '@vitrine/store/intake/intakes'
import { findTitles } from '@vitrine/store/titles/find-title'
import { listTitleMarks } from '@vitrine/store/titles/marks'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { newId } from '../ids.ts'
import { type Writing, write } from '../write.ts'
import { matchFilmsApart } from './match-films.ts'
import { changesTo, standingOf } from './stand.ts'

/**
 * Lays films that were read beside the catalogue. What is plain is decided at once and can be decided otherwise: a new film is
 * taken, a film that is surely known gives what fills gaps. What may be another film, or was read with doubts, waits. The same file
 * is not laid there twice while it waits; with `once`, never.
 */
export async function stageFilms(
  house: HouseContext,
  actor: Actor,
  file: Pick<IntakeRow, 'fileName' | 'contentHash' | 'columns' | 'remembered'>,
  incoming: Pick<FilmsIn, 'format' | 'version' | 'films' | 'findings' | 'avails'>,
  once = false,
): Promise<{ intake: IntakeRow; again: boolean }> {
  // Compared before the house is locked: what changes meanwhile shows when the films are taken.
  const films = await compareFilms(house, incoming.films)
  return write(house, actor, async (writing) => {
    const before = await findIntakeOf(writing.trx, house.houseId, file.contentHash)
    if (before !== null && (once || before.state === 'open')) return { intake: before, again: true }
    const intake: IntakeRow = {
      id: newId(house.now().getTime()),
      ...file,
      format: incoming.format,
      version: incoming.version,
      state: 'open',
      findings: incoming.findings,
      films: films.length,
      licences: incoming.avails.length,
      receivedAt: writing.at,
      receivedBy: actor.name,
      decidedAt: null,
      decidedBy: null,
    }
    await putIntake(writing.trx, house.houseId, intake, films)
    writing.audit({
      verb: 'receiveFile',
      subject: 'Intake',
      subjectId: intake.id,
      detail: { file: file.contentHash, fileName: file.fileName, format: incoming.format, films: films.length },
    })
    return { intake, again: false }
  })
}

const STEP = 500 // titles that are read at once

/** Each film beside the catalogue, and what is decided of it without asking. It takes its time: call it before the house is locked. */
export async function compareFilms(
  { houseId, db }: Pick<HouseContext, 'houseId' | 'db'>,
  films: readonly FilmIn[],
): Promise<IntakeFilmRow[]> {
  const matched = await matchFilmsApart({
    known: await listTitleMarks(db, houseId),
    films: films.map(({ sheet }) => marksOf(sheet)),
  })
  const rows = films.map(({ sheet, key, line, doubts, pictureUrls }, position): IntakeFilmRow => {
    const { matches, repeats } = matched[position]!
    const sure = matches.find(({ certain }) => certain)
    const waits =
      repeats !== null || (sure === undefined && matches.length > 0) || doubts.some(({ severity }) => severity !== 'notice')
    return {
      position,
      key: key.slice(0, 500),
      line,
      title: sheet.title,
      sheet,
      doubts,
      pictureUrls,
      matches,
      repeats,
      standing: 'new',
      decision: waits ? null : 'take',
      titleId: sure?.id ?? null,
      paths: null,
      seenRevision: null,
      byHand: false,
      takenTitleId: null,
      takenRevision: null,
      beforeRevision: null,
    }
  })
  for (let from = 0; from < rows.length; from += STEP) {
    const some = rows.slice(from, from + STEP)
    const titles = await findTitles(db, houseId, [...new Set(some.flatMap(({ titleId }) => titleId ?? []))])
    const sheets = new Map(titles.map(({ id, sheet }) => [id, sheet]))
    for (const row of some) {
      const standing = row.titleId === null ? undefined : sheets.get(row.titleId)
      row.standing = standingOf(row, standing === undefined ? null : changesTo(standing, row.sheet, null))
    }
  }
  return rows
}

/**
 * Lays the films of a list that was read anew in the place of those that wait. What is in the catalogue by now and what somebody
 * decided stays as it was; the answer is how many films there are. `films` were compared (`compareFilms`) before the house was locked.
 */
export async function restageFilms(
  house: Pick<HouseContext, 'houseId'>,
  { trx }: Pick<Writing, 'trx'>,
  intake: Pick<IntakeRow, 'id' | 'columns' | 'remembered'>,
  { films: compared, findings }: { films: readonly IntakeFilmRow[]; findings: FilmsIn['findings'] },
): Promise<number> {
  const standing = new Map((await intakeFilms(trx, house.houseId, intake.id)).map((film) => [film.key, film]))
  const fresh = compared.map((film): IntakeFilmRow => {
    const before = standing.get(film.key)
    standing.delete(film.key)
    if (before === undefined) return film
    // What is left out may be read anew, and is left out still.
    if (before.byHand && before.decision === 'skip') return { ...film, decision: 'skip', byHand: true }
    return stays(before) ? { ...before, position: film.position } : film
  })
  const gone = [...standing.values()].filter(stays)
  const films = [...fresh, ...gone.map((film, n) => ({ ...film, position: fresh.length + n }))]
  await replaceIntakeFilms(trx, house.houseId, intake.id, { ...intake, findings }, films)
  return films.length
}

const stays = ({ takenTitleId, byHand, decision }: IntakeFilmRow): boolean =>
  takenTitleId !== null || (byHand && decision !== null)
