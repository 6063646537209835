/** Papers of deals as they stand, their versions, and what was decided of them. */
import type { PaperKind } from '@vitrine/deals/clauses/clause'
import type { PaperContent } from '@vitrine/deals/papers/paper'
import type { PaperState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface PaperRow {
  id: string
  dealId: string
  dealNumber: number
  companyId: string
  companyName: string
  offerId: string
  kind: PaperKind
  number: number
  state: PaperState
  version: number
  locale: 'en' | 'fr'
  currency: string
  totalMinor: number
  draftedBy: string | null
  draftedName: string
  sentAt: string | null
  executedAt: string | null
  voidReason: string | null
  revision: number
  createdAt: string
  updatedAt: string
}

interface Raw {
  id: string
  deal_id: string
  deal_number: number
  company_id: string
  company_name: string
  offer_id: string
  kind: PaperKind
  number: number
  state: PaperState
  version: number
  locale: 'en' | 'fr'
  currency: string
  total_minor: unknown
  drafted_by: string | null
  drafted_name: string
  sent_at: unknown
  executed_at: unknown
  void_reason: string | null
  revision: number
  created_at: unknown
  updated_at: unknown
}

const toPaper = (raw: Raw): PaperRow => ({
  id: raw.id,
  dealId: raw.deal_id,
  dealNumber: raw.deal_number,
  companyId: raw.company_id,
  companyName: raw.company_name,
  offerId: raw.offer_id,
  kind: raw.kind,
  number: raw.number,
  state: raw.state,
  version: raw.version,
  locale: raw.locale,
  currency: raw.currency,
  totalMinor: Number(raw.total_minor),
  draftedBy: raw.drafted_by,
  draftedName: raw.drafted_name,
  sentAt: instantOrNull(raw.sent_at),
  executedAt: instantOrNull(raw.executed_at),
  voidReason: raw.void_reason,
  revision: raw.revision,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
})

const columns = sql`
  select p.id, p.deal_id, d.number as deal_number, d.company_id, c.name as company_name, p.offer_id, p.kind, p.number, p.state, p.version, p.locale,
    p.currency, p.total_minor, p.drafted_by, p.drafted_name, p.sent_at, p.executed_at, p.void_reason, p.revision, p.created_at, p.updated_at
  from paper p join deal d on d.house_id = p.house_id and d.id = p.deal_id join company c on c.house_id = d.house_id and c.id = d.company_id`

export async function findPaper(db: Asker, houseId: string, id: string): Promise<PaperRow | null> {
  const { rows } = await sql<Raw>`${columns} where p.house_id = ${houseId} and p.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toPaper(rows[0])
}

export interface PaperQuery {
  dealId?: string | undefined
  companyId?: string | undefined
  state?: PaperState | undefined
  /** Only what was sent to the buyer once. */
  sentOnly?: boolean
  /** Only what can still be signed. */
  unfinished?: boolean
  after?: { updatedAt: string; id: string } | null
  limit: number
}

/** The newest change first. */
export async function listPaperRows(db: Asker, houseId: string, query: PaperQuery): Promise<PaperRow[]> {
  const { dealId, companyId, state, sentOnly, unfinished, after, limit } = query
  const { rows } = await sql<Raw>`
    ${columns} where p.house_id = ${houseId}
      ${dealId === undefined ? sql`` : sql`and p.deal_id = ${dealId}`}
      ${companyId === undefined ? sql`` : sql`and d.company_id = ${companyId}`}
      ${state === undefined ? sql`` : sql`and p.state = ${state}`}
      ${sentOnly === true ? sql`and p.sent_at is not null` : sql``}
      ${unfinished === true ? sql`and p.state not in ('executed', 'void')` : sql``}
      ${after ? sql`and (p.updated_at, p.id) < (${after.updatedAt}::timestamptz, ${after.id})` : sql``}
    order by p.updated_at desc, p.id desc limit ${limit}`.execute(db)
  return rows.map(toPaper)
}

export type PaperToDraft = Pick<PaperRow, 'id' | 'dealId' | 'offerId' | 'kind' | 'locale' | 'currency' | 'totalMinor' | 'draftedBy' | 'draftedName'> // prettier-ignore

/** The number that the next paper of a kind has in a deal. */
export async function nextPaperNumber(db: Asker, houseId: string, dealId: string, kind: PaperKind): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from paper where house_id = ${houseId} and deal_id = ${dealId} and kind = ${kind}`.execute(
    db,
  )
  return rows[0]!.next
}

export async function putPaper(trx: Asker, houseId: string, paper: PaperToDraft & { number: number }, at: string): Promise<void> {
  await sql`
    insert into paper (house_id, id, deal_id, offer_id, kind, number, state, version, locale, currency, total_minor, drafted_by, drafted_name, created_at, updated_at)
    values (${houseId}, ${paper.id}, ${paper.dealId}, ${paper.offerId}, ${paper.kind}, ${paper.number}, 'draft', 1, ${paper.locale}, ${paper.currency},
      ${paper.totalMinor}::bigint, ${paper.draftedBy}, ${paper.draftedName}, ${at}::timestamptz, ${at}::timestamptz)`.execute(trx)
}

/** A draft drawn up anew: the next version, of the offer that is accepted now. */
export async function redraftPaperRow(
  trx: Asker,
  houseId: string,
  id: string,
  draft: Pick<PaperRow, 'version' | 'offerId' | 'locale' | 'currency' | 'totalMinor' | 'draftedBy' | 'draftedName'> & {
    at: string
  },
): Promise<void> {
  await sql`
    update paper set version = ${draft.version}, offer_id = ${draft.offerId}, locale = ${draft.locale}, currency = ${draft.currency},
      total_minor = ${draft.totalMinor}::bigint, drafted_by = ${draft.draftedBy}, drafted_name = ${draft.draftedName}, revision = revision + 1,
      updated_at = ${draft.at}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** Another state. The database refuses one that does not follow. */
export async function stepPaperRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: PaperState; voidReason?: string | null; at: string },
): Promise<void> {
  const { state, voidReason, at } = step
  await sql`
    update paper set state = ${state}, revision = revision + 1, updated_at = ${at}::timestamptz, void_reason = coalesce(${voidReason ?? null}, void_reason),
      sent_at = case when ${state} = 'out' then ${at}::timestamptz else sent_at end,
      executed_at = case when ${state} = 'executed' then ${at}::timestamptz else executed_at end
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

// ---------------------------------------------------------------- versions

export interface PaperVersionRow {
  version: number
  content: PaperContent
  sha256: string
  bytes: number
  at: string
  byName: string
}

export async function putPaperVersion(
  trx: Asker,
  houseId: string,
  paperId: string,
  version: PaperVersionRow & { byId: string | null },
): Promise<void> {
  await sql`
    insert into paper_version (house_id, paper_id, version, content, sha256, bytes, at, by_id, by_name)
    values (${houseId}, ${paperId}, ${version.version}, ${JSON.stringify(version.content)}::text::jsonb, ${version.sha256}, ${version.bytes},
      ${version.at}::timestamptz, ${version.byId}, ${version.byName})`.execute(trx)
}

/** The versions of a paper, the newest first. */
export async function paperVersions(db: Asker, houseId: string, paperId: string): Promise<PaperVersionRow[]> {
  const { rows } = await sql<{
    version: number
    content: PaperContent
    sha256: string
    bytes: number
    at: unknown
    by_name: string
  }>`
    select version, content, sha256, bytes, at, by_name from paper_version where house_id = ${houseId} and paper_id = ${paperId} order by version desc`.execute(
    db,
  )
  return rows.map(({ at, by_name, ...row }) => ({ ...row, at: instant(at), byName: by_name }))
}

// ---------------------------------------------------------------- files

export type PaperFileKind = 'evidence' | 'upload'
export interface PaperFileRow {
  kind: PaperFileKind
  sha256: string
  bytes: number
  mediaType: string
  fileName: string
  at: string
  byName: string
}

export async function putPaperFile(trx: Asker, houseId: string, paperId: string, file: PaperFileRow): Promise<void> {
  await sql`
    insert into paper_file (house_id, paper_id, kind, sha256, bytes, media_type, file_name, at, by_name)
    values (${houseId}, ${paperId}, ${file.kind}, ${file.sha256}, ${file.bytes}, ${file.mediaType}, ${file.fileName}, ${file.at}::timestamptz, ${file.byName})
    on conflict do nothing`.execute(trx)
}

export async function paperFiles(db: Asker, houseId: string, paperId: string): Promise<PaperFileRow[]> {
  const { rows } = await sql<{ kind: PaperFileKind; sha256: string; bytes: number; media_type: string; file_name: string; at: unknown; by_name: string }>`
    select kind, sha256, bytes, media_type, file_name, at, by_name from paper_file where house_id = ${houseId} and paper_id = ${paperId} order by kind`.execute(
    db,
  ) // prettier-ignore
  return rows.map((row) => ({ kind: row.kind, sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type, fileName: row.file_name, at: instant(row.at), byName: row.by_name })) // prettier-ignore
}

// ---------------------------------------------------------------- approvals

export interface PaperApprovalRow {
  version: number
  decision: 'asked' | 'approved' | 'returned'
  note: string | null
  at: string
  byId: string | null
  byName: string
}

export async function putApproval(trx: Asker, houseId: string, paperId: string, row: PaperApprovalRow): Promise<void> {
  await sql`
    insert into paper_approval (house_id, paper_id, seq, version, decision, note, at, by_id, by_name)
    values (${houseId}, ${paperId}, (select coalesce(max(seq), 0) + 1 from paper_approval where house_id = ${houseId} and paper_id = ${paperId}),
      ${row.version}, ${row.decision}, ${row.note}, ${row.at}::timestamptz, ${row.byId}, ${row.byName})`.execute(trx)
}

export async function approvalsOf(db: Asker, houseId: string, paperId: string): Promise<PaperApprovalRow[]> {
  const { rows } = await sql<{ version: number; decision: PaperApprovalRow['decision']; note: string | null; at: unknown; by_id: string | null; by_name: string }>`
    select version, decision, note, at, by_id, by_name from paper_approval where house_id = ${houseId} and paper_id = ${paperId} order by seq`.execute(
    db,
  ) // prettier-ignore
  return rows.map((row) => ({ version: row.version, decision: row.decision, note: row.note, at: instant(row.at), byId: row.by_id, byName: row.by_name })) // prettier-ignore
}
