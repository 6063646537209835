/** What is to be done, by whom and by when. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface TaskRow {
  id: string
  subjectKind: string | null
  subjectId: string | null
  about: string | null
  text: string
  due: string | null
  ownerId: string | null
  owner: string | null
  revision: number
  byName: string
  createdAt: string
  doneAt: string | null
  removedAt: string | null
}

interface Raw {
  id: string
  subject_kind: string | null
  subject_id: string | null
  about: string | null
  text: string
  due: string | null
  owner_id: string | null
  owner: string | null
  revision: number
  by_name: string
  created_at: unknown
  done_at: unknown
  removed_at: unknown
}

/** Tasks with the names of what they are about and of whose they are. Only of those that are shown: they are chosen before. */
const named = (tasks: RawBuilder<unknown>) => sql`
  select k.id, k.subject_kind, k.subject_id, coalesce(c.name, p.name, t.sheet->>'title') as about, k.text, k.due, k.owner_id, m.name as owner, k.revision, k.by_name, k.created_at, k.done_at, k.removed_at
  from ${tasks} k
  left join company c on k.subject_kind = 'company' and c.house_id = k.house_id and c.id = k.subject_id
  left join contact p on k.subject_kind = 'contact' and p.house_id = k.house_id and p.id = k.subject_id
  left join title t on k.subject_kind = 'title' and t.house_id = k.house_id and t.id = k.subject_id
  left join member m on m.house_id = k.house_id and m.user_id = k.owner_id`

const toTask = (raw: Raw): TaskRow => ({
  id: raw.id,
  subjectKind: raw.subject_kind,
  subjectId: raw.subject_id,
  about: raw.about,
  text: raw.text,
  due: raw.due,
  ownerId: raw.owner_id,
  owner: raw.owner,
  revision: raw.revision,
  byName: raw.by_name,
  createdAt: instant(raw.created_at),
  doneAt: instantOrNull(raw.done_at),
  removedAt: instantOrNull(raw.removed_at),
})

export async function putTask(trx: Asker, houseId: string, task: Omit<TaskRow, 'about' | 'owner'>): Promise<void> {
  await sql`
    insert into task (house_id, id, subject_kind, subject_id, text, due, owner_id, revision, by_name, created_at, done_at, removed_at)
    values (${houseId}, ${task.id}, ${task.subjectKind}, ${task.subjectId}, ${task.text}, ${task.due}::date, ${task.ownerId}, ${task.revision},
      ${task.byName}, ${task.createdAt}::timestamptz, ${task.doneAt}::timestamptz, ${task.removedAt}::timestamptz)
    on conflict (house_id, id) do update set text = excluded.text, due = excluded.due, owner_id = excluded.owner_id, revision = excluded.revision,
      done_at = excluded.done_at, removed_at = excluded.removed_at`.execute(trx)
}

export async function findTask(db: Asker, houseId: string, id: string): Promise<TaskRow | null> {
  const { rows } = await sql<Raw>`${named(sql`task`)} where k.house_id = ${houseId} and k.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toTask(rows[0])
}

const listed = async (db: Asker, houseId: string, condition: RawBuilder<unknown>, limit: number): Promise<TaskRow[]> => {
  const order = sql`order by k.done_at is not null, k.due nulls last, k.created_at, k.id`
  const { rows } = await sql<Raw>`
    with shown as materialized (
      select k.* from task k where k.house_id = ${houseId} and k.removed_at is null and ${condition} ${order} limit ${limit})
    ${named(sql`shown`)} ${order}`.execute(db)
  return rows.map(toTask)
}

/** Tasks about something: open ones by their days, then those that are done. */
export const tasksAbout = (db: Asker, houseId: string, kind: string, id: string, limit: number): Promise<TaskRow[]> =>
  listed(db, houseId, sql`k.subject_kind = ${kind} and k.subject_id = ${id}`, limit)

/** A member's own open tasks that are due through a day, the longest overdue first. */
export const tasksOf = (db: Asker, houseId: string, ownerId: string, through: string, limit: number): Promise<TaskRow[]> =>
  listed(db, houseId, sql`k.done_at is null and k.owner_id = ${ownerId} and k.due <= ${through}::date`, limit)

/** How many open tasks that are due through a day are nobody's yet. */
export async function countUnowned(db: Asker, houseId: string, through: string): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`
    select count(*) as n from task where house_id = ${houseId} and owner_id is null and removed_at is null and done_at is null and due <= ${through}::date`.execute(
    db,
  )
  return Number(rows[0]?.n ?? 0)
}

/** Open tasks that are due through a day (null: all), of a member and of nobody, or of everybody; behind one of them, or from the first. */
export const tasksDue = (db: Asker, houseId: string, ownerId: string | null, through: string | null, limit: number, after: Pick<TaskRow, 'due' | 'createdAt' | 'id'> | null = null): Promise<TaskRow[]> =>
  listed(db, houseId, sql`k.done_at is null ${ownerId === null ? sql`` : sql`and (k.owner_id = ${ownerId} or k.owner_id is null)`} ${through === null ? sql`` : sql`and k.due <= ${through}::date`}
    ${after === null ? sql`` : sql`and (coalesce(k.due, 'infinity'::date), k.created_at, k.id) > (coalesce(${after.due}::date, 'infinity'::date), ${after.createdAt}::timestamptz, ${after.id})`}`, limit) // prettier-ignore
