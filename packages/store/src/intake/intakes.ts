/** Files that came in and the films in them, before they are in the catalogue. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { FilmMatch } from '@vitrine/catalogue/duplicates/known-films'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export const INTAKE_STATES = ['open', 'taken', 'discarded'] as const
export type IntakeState = (typeof INTAKE_STATES)[number]

/**
 * How a film that came in stands to the catalogue. `new`: nothing like it is there. `changed`: it is known, and says something
 * else or more. `same`: it is known and says nothing new. `duplicate`: it may be one that is known, and somebody must say.
 * `doubtful`: it was read with doubts, and somebody must look.
 */
export const STANDINGS = ['new', 'changed', 'same', 'duplicate', 'doubtful'] as const
export type Standing = (typeof STANDINGS)[number]

export interface IntakeRow {
  id: string
  fileName: string
  contentHash: string
  format: string
  version: string | null
  state: IntakeState
  findings: unknown[]
  columns: unknown[] | null
  remembered: boolean
  films: number
  /** How many the file holds beside its films. */
  licences: number
  receivedAt: string
  receivedBy: string
  decidedAt: string | null
  decidedBy: string | null
}

export interface IntakeFilmRow {
  position: number
  key: string
  line: number | null
  title: string
  sheet: TitleSheet
  doubts: unknown[]
  pictureUrls: string[]
  matches: FilmMatch[]
  repeats: number | null
  standing: Standing
  decision: 'take' | 'skip' | null
  titleId: string | null
  paths: string[] | null
  seenRevision: number | null
  byHand: boolean
  takenTitleId: string | null
  takenRevision: number | null
  beforeRevision: number | null
}

const intakeColumns = sql.raw(
  `id, file_name as "fileName", content_hash as "contentHash", format, version, state, findings, columns, remembered, films, licences,
   received_at as "receivedAt", received_by as "receivedBy", decided_at as "decidedAt", decided_by as "decidedBy"`,
)
const filmColumns = sql.raw(
  `position, key, line, title, sheet, doubts, picture_urls as "pictureUrls", matches, repeats, standing, decision, title_id as "titleId", paths,
   seen_revision as "seenRevision", by_hand as "byHand", taken_title_id as "takenTitleId", taken_revision as "takenRevision", before_revision as "beforeRevision"`,
)
type RawIntake = Omit<IntakeRow, 'receivedAt' | 'decidedAt'> & { receivedAt: unknown; decidedAt: unknown }
const toIntake = (row: RawIntake): IntakeRow => ({
  ...row,
  receivedAt: instant(row.receivedAt),
  decidedAt: instantOrNull(row.decidedAt),
})

const columnsJson = (columns: unknown[] | null) => (columns === null ? null : JSON.stringify(columns))

export async function putIntake(trx: Asker, houseId: string, intake: IntakeRow, films: readonly IntakeFilmRow[]): Promise<void> {
  await sql`
    insert into intake (house_id, id, file_name, content_hash, format, version, state, findings, columns, remembered, films, licences, received_at, received_by)
    values (${houseId}, ${intake.id}, ${intake.fileName}, ${intake.contentHash}, ${intake.format}, ${intake.version}, ${intake.state},
      ${JSON.stringify(intake.findings)}::text::jsonb, ${columnsJson(intake.columns)}::text::jsonb, ${intake.remembered}, ${intake.films}, ${intake.licences}, ${intake.receivedAt}::timestamptz, ${intake.receivedBy})`.execute(
    trx,
  )
  await putFilms(trx, houseId, intake.id, films)
}

async function putFilms(trx: Asker, houseId: string, intakeId: string, films: readonly IntakeFilmRow[]): Promise<void> {
  for (let from = 0; from < films.length; from += 500)
    await sql`
      insert into intake_film (house_id, intake_id, position, key, line, title, sheet, doubts, picture_urls, matches, repeats, standing, decision, title_id, paths, seen_revision, by_hand,
        taken_title_id, taken_revision, before_revision)
      select ${houseId}, ${intakeId}, position, key, line, title, sheet, doubts, "pictureUrls", matches, repeats, standing, decision, "titleId", paths, "seenRevision", "byHand",
        "takenTitleId", "takenRevision", "beforeRevision"
      from jsonb_to_recordset(${JSON.stringify(films.slice(from, from + 500))}::text::jsonb) as r(position integer, key text, line integer, title text, sheet jsonb,
        doubts jsonb, "pictureUrls" jsonb, matches jsonb, repeats integer, standing text, decision text, "titleId" text, paths jsonb, "seenRevision" integer, "byHand" boolean,
        "takenTitleId" text, "takenRevision" integer, "beforeRevision" integer)`.execute(trx)
}

/** The films of a file that was read in another way, and what is said of it. */
export async function replaceIntakeFilms(
  trx: Asker,
  houseId: string,
  intakeId: string,
  read: Pick<IntakeRow, 'findings' | 'columns' | 'remembered'>,
  films: readonly IntakeFilmRow[],
): Promise<void> {
  await sql`delete from intake_film where house_id = ${houseId} and intake_id = ${intakeId}`.execute(trx)
  await putFilms(trx, houseId, intakeId, films)
  await sql`
    update intake set films = ${films.length}, findings = ${JSON.stringify(read.findings)}::text::jsonb,
      columns = ${columnsJson(read.columns)}::text::jsonb, remembered = ${read.remembered}
    where house_id = ${houseId} and id = ${intakeId}`.execute(trx)
}

export async function findIntake(db: Asker, houseId: string, id: string): Promise<IntakeRow | null> {
  const { rows } = await sql<RawIntake>`select ${intakeColumns} from intake where house_id = ${houseId} and id = ${id}`.execute(
    db,
  )
  return rows[0] === undefined ? null : toIntake(rows[0])
}

/** The intake that was made of these very bytes: the one that waits, else the newest. */
export async function findIntakeOf(db: Asker, houseId: string, contentHash: string): Promise<IntakeRow | null> {
  const { rows } = await sql<RawIntake>`
    select ${intakeColumns} from intake where house_id = ${houseId} and content_hash = ${contentHash}
    order by state = 'open' desc, received_at desc limit 1`.execute(db)
  return rows[0] === undefined ? null : toIntake(rows[0])
}

/** Newest first, after `before` (an id: ids grow with time). */
export async function listIntakeRows(db: Asker, houseId: string, before: string | null, limit: number): Promise<IntakeRow[]> {
  const { rows } = await sql<RawIntake>`
    select ${intakeColumns} from intake where house_id = ${houseId} ${before === null ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${limit}`.execute(db)
  return rows.map(toIntake)
}

export async function setIntakeState(
  trx: Asker,
  houseId: string,
  id: string,
  state: IntakeState,
  at: string,
  by: string,
): Promise<void> {
  await sql`
    update intake set state = ${state}, decided_at = ${at}::timestamptz, decided_by = ${by}
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** Every film of an intake, in the order of the file. */
export async function intakeFilms(db: Asker, houseId: string, intakeId: string): Promise<IntakeFilmRow[]> {
  return pageOfFilms(db, houseId, intakeId, { standing: null, after: -1, limit: 1_000_000 })
}

/** Films of an intake in the order of the file, of one standing or of all. */
export async function pageOfFilms(
  db: Asker,
  houseId: string,
  intakeId: string,
  { standing, after, limit }: { standing: Standing | null; after: number; limit: number },
): Promise<IntakeFilmRow[]> {
  const { rows } = await sql<IntakeFilmRow>`
    select ${filmColumns} from intake_film
    where house_id = ${houseId} and intake_id = ${intakeId} and position > ${after}
      ${standing === null ? sql`` : sql`and standing = ${standing}`}
    order by position limit ${limit}`.execute(db)
  return rows
}

/** Films by their places in the file. */
export async function filmsAt(
  db: Asker,
  houseId: string,
  intakeId: string,
  positions: readonly number[],
): Promise<IntakeFilmRow[]> {
  const { rows } = await sql<IntakeFilmRow>`
    select ${filmColumns} from intake_film
    where house_id = ${houseId} and intake_id = ${intakeId}
      and position in (select jsonb_array_elements_text(${JSON.stringify(positions)}::text::jsonb)::integer)`.execute(db)
  return rows
}

export type IntakeCounts = Record<Standing, number> & { undecided: number; taken: number }

/** How many films of an intake stand how. */
export async function countFilms(db: Asker, houseId: string, intakeId: string): Promise<IntakeCounts> {
  const { rows } = await sql<{ standing: Standing; films: number; undecided: number; taken: number }>`
    select standing, count(*)::integer as films, (count(*) filter (where taken_title_id is not null))::integer as taken,
      (count(*) filter (where decision is null and taken_title_id is null))::integer as undecided
    from intake_film where house_id = ${houseId} and intake_id = ${intakeId} group by standing`.execute(db)
  const counts: IntakeCounts = { new: 0, changed: 0, same: 0, duplicate: 0, doubtful: 0, undecided: 0, taken: 0 }
  for (const { standing, films, undecided, taken } of rows) {
    counts[standing] = films
    counts.undecided += undecided
    counts.taken += taken
  }
  return counts
}

export type IntakeDecision = Pick<
  IntakeFilmRow,
  'position' | 'standing' | 'decision' | 'titleId' | 'paths' | 'seenRevision' | 'byHand'
>

export async function decideIntakeFilms(
  trx: Asker,
  houseId: string,
  intakeId: string,
  decisions: readonly IntakeDecision[],
): Promise<void> {
  await sql`
    update intake_film f set standing = r.standing, decision = r.decision, title_id = r."titleId", paths = r.paths, seen_revision = r."seenRevision",
      by_hand = r."byHand"
    from jsonb_to_recordset(${JSON.stringify(decisions)}::text::jsonb) as r(position integer, standing text, decision text, "titleId" text, paths jsonb,
      "seenRevision" integer, "byHand" boolean)
    where f.house_id = ${houseId} and f.intake_id = ${intakeId} and f.position = r.position`.execute(trx)
}

export type IntakeWaiting = Pick<IntakeFilmRow, 'position' | 'standing' | 'matches'>

/** What was decided of these is asked anew: the catalogue is another by now. */
export async function askIntakeFilmsAnew(
  trx: Asker,
  houseId: string,
  intakeId: string,
  films: readonly IntakeWaiting[],
): Promise<void> {
  await sql`
    update intake_film f set standing = r.standing, matches = r.matches, decision = null, title_id = null, paths = null, seen_revision = null, by_hand = false
    from jsonb_to_recordset(${JSON.stringify(films)}::text::jsonb) as r(position integer, standing text, matches jsonb)
    where f.house_id = ${houseId} and f.intake_id = ${intakeId} and f.position = r.position`.execute(trx)
}

export type IntakeTaken = Pick<IntakeFilmRow, 'position' | 'takenTitleId' | 'takenRevision' | 'beforeRevision'>

export async function noteTaken(trx: Asker, houseId: string, intakeId: string, taken: readonly IntakeTaken[]): Promise<void> {
  await sql`
    update intake_film f set taken_title_id = r."takenTitleId", taken_revision = r."takenRevision", before_revision = r."beforeRevision"
    from jsonb_to_recordset(${JSON.stringify(taken)}::text::jsonb) as r(position integer, "takenTitleId" text, "takenRevision" integer, "beforeRevision" integer)
    where f.house_id = ${houseId} and f.intake_id = ${intakeId} and f.position = r.position`.execute(trx)
}

/** Titles that say again what they said when films of an intake were decided: their revisions now. */
export async function noteSeenAgain(
  trx: Asker,
  houseId: string,
  intakeId: string,
  titles: readonly { titleId: string; revision: number }[],
): Promise<void> {
  await sql`
    update intake_film f set seen_revision = r.revision
    from jsonb_to_recordset(${JSON.stringify(titles)}::text::jsonb) as r("titleId" text, revision integer)
    where f.house_id = ${houseId} and f.intake_id = ${intakeId} and f.title_id = r."titleId" and f.seen_revision is not null`.execute(
    trx,
  )
}

/** The entries of the rights book that were made of a file. */
export async function entriesOfIntake(db: Asker, houseId: string, intakeId: string): Promise<string[]> {
  const { rows } = await sql<{ entry_id: string }>`
    select entry_id from intake_entry where house_id = ${houseId} and intake_id = ${intakeId} order by entry_id`.execute(db)
  return rows.map(({ entry_id }) => entry_id)
}

export async function noteEntriesOfIntake(
  trx: Asker,
  houseId: string,
  intakeId: string,
  entryIds: readonly string[],
): Promise<void> {
  await sql`
    insert into intake_entry (house_id, intake_id, entry_id)
    select ${houseId}, ${intakeId}, jsonb_array_elements_text(${JSON.stringify(entryIds)}::text::jsonb)`.execute(trx)
}

/** Forgets them, all but some: what was withdrawn waits again. */
export async function forgetEntriesOfIntake(
  trx: Asker,
  houseId: string,
  intakeId: string,
  but: readonly string[],
): Promise<void> {
  await sql`
    delete from intake_entry where house_id = ${houseId} and intake_id = ${intakeId}
      and entry_id not in (select jsonb_array_elements_text(${JSON.stringify(but)}::text::jsonb))`.execute(trx)
}
