/** What buyers are to get. */
import type { DeliverableKind } from '@vitrine/deals/offer/offer'
import type { DeliverableState } from '@vitrine/deals/states/machines'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface DeliverableRow {
  id: string
  dealId: string
  dealNumber: number
  dealName: string
  companyId: string
  companyName: string
  position: number
  titleId: string | null
  title: string | null
  kind: DeliverableKind
  detail: string | null
  state: DeliverableState
  dueOn: string | null
  lies: string | null
  note: string | null
  revision: number
  at: string
  files: number
}

interface Raw {
  id: string
  deal_id: string
  number: number
  deal_name: string
  company_id: string
  company_name: string
  position: number
  title_id: string | null
  title: string | null
  kind: DeliverableKind
  detail: string | null
  state: DeliverableState
  due_on: string | null
  lies: string | null
  note: string | null
  revision: number
  at: unknown
  files: unknown
}

const toDeliverable = (raw: Raw): DeliverableRow => ({
  id: raw.id,
  dealId: raw.deal_id,
  dealNumber: raw.number,
  dealName: raw.deal_name,
  companyId: raw.company_id,
  companyName: raw.company_name,
  position: raw.position,
  titleId: raw.title_id,
  title: raw.title,
  kind: raw.kind,
  detail: raw.detail,
  state: raw.state,
  dueOn: raw.due_on,
  lies: raw.lies,
  note: raw.note,
  revision: raw.revision,
  at: instant(raw.at),
  files: Number(raw.files),
})

const columns = sql`
  select x.id, x.deal_id, d.number, d.name as deal_name, d.company_id, c.name as company_name, x.position, x.title_id, t.sheet->>'title' as title, x.kind, x.detail,
    x.state, x.due_on, x.lies, x.note, x.revision, x.at,
    (select count(*) from deliverable_file f where f.house_id = x.house_id and f.deliverable_id = x.id and f.removed_at is null) as files
  from deliverable x join deal d on d.house_id = x.house_id and d.id = x.deal_id join company c on c.house_id = d.house_id and c.id = d.company_id
    left join title t on t.house_id = x.house_id and t.id = x.title_id`

export async function findDeliverable(db: Asker, houseId: string, id: string): Promise<DeliverableRow | null> {
  const { rows } = await sql<Raw>`${columns} where x.house_id = ${houseId} and x.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toDeliverable(rows[0])
}

export async function deliverablesOfDeal(db: Asker, houseId: string, dealId: string): Promise<DeliverableRow[]> {
  const { rows } = await sql<Raw>`${columns} where x.house_id = ${houseId} and x.deal_id = ${dealId} order by x.position`.execute(
    db,
  )
  return rows.map(toDeliverable)
}

export interface DeliverableFilter {
  /** Of a company alone. */
  companyId?: string | undefined
  states: readonly DeliverableState[]
  dueUntil?: string | undefined
  after?: { dueOn: string | null; id: string } | null | undefined
  limit: number
}

/** Across deals, what is due first; what has no day comes last. */
export async function listDeliverableRows(db: Asker, houseId: string, filter: DeliverableFilter): Promise<DeliverableRow[]> {
  const also = (condition: RawBuilder<unknown> | null): RawBuilder<unknown> =>
    condition === null ? sql`` : sql` and ${condition}`
  const { after, companyId, dueUntil } = filter
  const beyond = !after
    ? null
    : after.dueOn === null
      ? sql`x.due_on is null and x.id > ${after.id}`
      : sql`(x.due_on is null or (x.due_on, x.id) > (${after.dueOn}::date, ${after.id}))`
  const { rows } = await sql<Raw>`
    ${columns} where x.house_id = ${houseId} and x.state in (${sql.join(filter.states.map((state) => sql.lit(state)))}) and d.state <> 'terminated'
      ${also(companyId === undefined ? null : sql`d.company_id = ${companyId}`)} ${also(dueUntil === undefined ? null : sql`x.due_on <= ${dueUntil}::date`)} ${also(beyond)}
    order by x.due_on nulls last, x.id limit ${filter.limit}`.execute(db)
  return rows.map(toDeliverable)
}

/** How many of a deal are in each state. */
export async function deliverableCounts(
  db: Asker,
  houseId: string,
  dealId: string,
): Promise<Partial<Record<DeliverableState, number>>> {
  const { rows } = await sql<{ state: DeliverableState; count: unknown }>`
    select state, count(*) as count from deliverable where house_id = ${houseId} and deal_id = ${dealId} group by state`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

export type DeliverableToPut = Pick<DeliverableRow, 'id' | 'titleId' | 'kind' | 'detail' | 'dueOn'> & {
  state: 'wanted' | 'ready'
}

/** Adds to what a deal's buyer is to get, behind what is there; the house is locked. */
export async function putDeliverables(
  trx: Asker,
  houseId: string,
  dealId: string,
  all: readonly DeliverableToPut[],
  at: string,
): Promise<void> {
  if (all.length === 0) return
  await sql`
    insert into deliverable (house_id, id, deal_id, position, title_id, kind, detail, state, due_on, at)
    select ${houseId}, r.id, ${dealId}, r.position + (select coalesce(max(position), 0) from deliverable where house_id = ${houseId} and deal_id = ${dealId}),
      r."titleId", r.kind, r.detail, r.state, r."dueOn", ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(all.map((each, index) => ({ ...each, position: index + 1 })))}::text::jsonb)
      as r(id text, position integer, "titleId" text, kind text, detail text, state text, "dueOn" date)`.execute(trx)
}

/** Another state; the database refuses one that does not follow. Without a note the last one stays. */
export async function stepDeliverableRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: DeliverableState; note: string | null; at: string },
): Promise<void> {
  await sql`
    update deliverable set state = ${step.state}, note = coalesce(${step.note}, note), at = ${step.at}::timestamptz, revision = revision + 1
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

export type DeliverableFields = Pick<DeliverableRow, 'detail' | 'dueOn' | 'lies' | 'note'>

export async function changeDeliverableRow(trx: Asker, houseId: string, id: string, fields: DeliverableFields): Promise<void> {
  await sql`
    update deliverable set detail = ${fields.detail}, due_on = ${fields.dueOn}::date, lies = ${fields.lies}, note = ${fields.note}, revision = revision + 1
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** On which day the last of a deal's deliverables came into one of these states; null while one is in another. */
export async function allDeliveredOn(
  db: Asker,
  houseId: string,
  dealId: string,
  states: readonly DeliverableState[],
  otherwise: string,
): Promise<string | null> {
  const { rows } = await sql<{ open: unknown; last: string | null }>`
    select count(*) filter (where state not in (${sql.join(states.map((state) => sql.lit(state)))})) as open, max(at at time zone 'UTC')::date as last
    from deliverable where house_id = ${houseId} and deal_id = ${dealId}`.execute(db)
  const [row] = rows
  return Number(row?.open ?? 0) > 0 ? null : (row?.last ?? otherwise)
}

// ---------------------------------------------------------------------------------------------- files

export interface DeliverableFile {
  id: string
  deliverableId: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  at: string
  byName: string
}

export async function putDeliverableFile(trx: Asker, houseId: string, file: DeliverableFile): Promise<void> {
  await sql`
    insert into deliverable_file (house_id, id, deliverable_id, file_name, media_type, bytes, sha256, at, by_name)
    values (${houseId}, ${file.id}, ${file.deliverableId}, ${file.fileName}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.at}::timestamptz, ${file.byName})`.execute(
    trx,
  )
}

/** The files of a deal's deliverables that were not taken off, the oldest first. */
export async function filesOfDeal(db: Asker, houseId: string, dealId: string): Promise<DeliverableFile[]> {
  const { rows } = await sql<{
    id: string
    deliverable_id: string
    file_name: string
    media_type: string
    bytes: number
    sha256: string
    at: unknown
    by_name: string
  }>`
    select f.id, f.deliverable_id, f.file_name, f.media_type, f.bytes, f.sha256, f.at, f.by_name from deliverable_file f
      join deliverable x on x.house_id = f.house_id and x.id = f.deliverable_id
    where f.house_id = ${houseId} and x.deal_id = ${dealId} and f.removed_at is null order by f.at, f.id`.execute(db)
  return rows.map((raw) => ({
    id: raw.id,
    deliverableId: raw.deliverable_id,
    fileName: raw.file_name,
    mediaType: raw.media_type,
    bytes: raw.bytes,
    sha256: raw.sha256,
    at: instant(raw.at),
    byName: raw.by_name,
  }))
}

/** Takes a file off, or puts it back; the bytes stay. False when there is none. */
export async function removeDeliverableFile(
  trx: Asker,
  houseId: string,
  deliverableId: string,
  id: string,
  removedAt: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update deliverable_file set removed_at = ${removedAt}::timestamptz
    where house_id = ${houseId} and deliverable_id = ${deliverableId} and id = ${id} and (removed_at is null) = (${removedAt}::timestamptz is not null) returning id`.execute(
    trx,
  )
  return rows.length > 0
}
