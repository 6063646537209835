/** Writing to the rights book: the entry as it stands, its new state, and the lines that the engine reads, in one go. */
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import { ENTRY_KINDS, type Line } from '@vitrine/rights/book/line'
import { PERPETUITY, SINCE_EVER, writeDay } from '@vitrine/rights/days/day'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { internSets, writeCuts, writeLanguages, writeTerritories } from './sets.ts'

/** One new state of one entry. */
export interface EntryPut {
  id: string
  titleId: string
  version: number
  status: EntryStatus
  terms: EntryTerms
  effective: string | null
  /** The lines of the entry from all of its states, this one included (`linesOfVersions`). */
  lines: readonly Line[]
  createdAt: string
  at: string
  byId: string | null
  byName: string
  verb: string
  note: string | null
}

/**
 * Writes new states of entries, however many, in a handful of statements. Pass the transaction, with the house locked; the
 * state's version must be one more than the last.
 */
export async function putEntries(trx: Asker, houseId: string, puts: readonly EntryPut[], changeSeq: number): Promise<void> {
  if (puts.length === 0) return
  const heads = puts.map(({ lines, ...put }) => ({ ...put, kind: put.terms.kind, party: put.terms.party, contract: put.terms.contract, expires: put.terms.expires, ...daysOf(put.terms, lines), undated: put.terms.event !== null && put.terms.event.date === null })) // prettier-ignore
  const json = JSON.stringify(heads)
  await sql`
    insert into rights_entry (house_id, id, title_id, version, kind, status, terms, party, contract, first_day, last_day, expires, undated, created_at, updated_at, change_seq)
    select ${houseId}, r.id, r."titleId", r.version, r.kind, r.status, r.terms, r.party, r.contract, r."firstDay", r."lastDay", r.expires, r.undated, r."createdAt", r.at, ${changeSeq}::bigint
    from jsonb_to_recordset(${json}::text::jsonb) as r(id text, "titleId" text, version integer, kind text, status text, terms jsonb, party text, contract text,
      "firstDay" date, "lastDay" date, expires date, undated boolean, "createdAt" timestamptz, at timestamptz)
    on conflict (house_id, id) do update set
      version = excluded.version, kind = excluded.kind, status = excluded.status, terms = excluded.terms, party = excluded.party, contract = excluded.contract,
      first_day = excluded.first_day, last_day = excluded.last_day, expires = excluded.expires, undated = excluded.undated,
      updated_at = excluded.updated_at, change_seq = excluded.change_seq`.execute(trx)
  await sql`
    insert into rights_version (house_id, entry_id, version, title_id, status, terms, effective, at, by_id, by_name, verb, note, change_seq)
    select ${houseId}, r.id, r.version, r."titleId", r.status, r.terms, r.effective, r.at, r."byId", r."byName", r.verb, r.note, ${changeSeq}::bigint
    from jsonb_to_recordset(${json}::text::jsonb) as r(id text, version integer, "titleId" text, status text, terms jsonb, effective date, at timestamptz, "byId" text, "byName" text, verb text, note text)`.execute(
    trx,
  )
  await putLines(trx, houseId, puts, changeSeq)
}

/** Writes the lines of entries in the place of those that stand. */
export async function putLines(
  trx: Asker,
  houseId: string,
  puts: readonly Pick<EntryPut, 'id' | 'titleId' | 'lines'>[],
  changeSeq: number,
): Promise<void> {
  if (puts.length === 0) return
  const lines = puts.flatMap((put) => put.lines.map((line, part) => ({ line, part, titleId: put.titleId, id: put.id })))
  const numbers = {
    territories: await internSets(trx, houseId, 'territories', lines.map(({ line }) => writeTerritories(line.box.territories))), // prettier-ignore
    languages: await internSets(trx, houseId, 'languages', lines.map(({ line }) => writeLanguages(line.box.languages))), // prettier-ignore
    cuts: await internSets(
      trx,
      houseId,
      'cuts',
      lines.map(({ line }) => writeCuts(line.box.cuts)),
    ),
  }
  const titles = JSON.stringify(puts.map(({ id, titleId }) => ({ id, titleId })))
  await sql`
    delete from rights_line l using jsonb_to_recordset(${titles}::text::jsonb) as r(id text, "titleId" text)
      join search_title t on t.house_id = ${houseId} and t.title_id = r."titleId"
    where l.house_id = ${houseId} and l.ord = t.ord and l.entry_id = r.id`.execute(trx)
  const rows = lines.map(({ line, part, titleId, id }) => ({
    titleId,
    id,
    part,
    kind: ENTRY_KINDS.indexOf(line.kind),
    exclusive: line.exclusive,
    undated: line.undated,
    territories: numbers.territories.get(writeTerritories(line.box.territories)),
    media: line.box.media,
    languages: numbers.languages.get(writeLanguages(line.box.languages)),
    cuts: numbers.cuts.get(writeCuts(line.box.cuts)),
    from: line.box.from,
    to: line.box.to,
    expires: line.expires,
  }))
  await sql`
    insert into rights_line (house_id, ord, entry_id, part, kind, exclusive, undated, territories, media, languages, cuts, from_day, to_day, expires)
    select ${houseId}, t.ord, r.id, r.part, r.kind, r.exclusive, r.undated, r.territories, r.media, r.languages, r.cuts, r."from", r."to", r.expires
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("titleId" text, id text, part integer, kind smallint, exclusive boolean, undated boolean,
      territories integer, media integer, languages integer, cuts integer, "from" integer, "to" integer, expires integer)
    join search_title t on t.house_id = ${houseId} and t.title_id = r."titleId"`.execute(trx)
  await sql`
    insert into rights_title (house_id, ord, change_seq)
    select distinct t.house_id, t.ord, ${changeSeq}::bigint from jsonb_to_recordset(${titles}::text::jsonb) as r(id text, "titleId" text)
    join search_title t on t.house_id = ${houseId} and t.title_id = r."titleId"
    on conflict (house_id, ord) do update set change_seq = excluded.change_seq`.execute(trx)
}

/** From when to when an entry counts; of paper without effect, what its boxes say. */
export function daysOf(terms: EntryTerms, lines: readonly Line[]): { firstDay: string | null; lastDay: string | null } {
  if (lines.length > 0) {
    const from = Math.min(...lines.map(({ box }) => box.from))
    const to = Math.max(...lines.map(({ box }) => box.to))
    return { firstDay: from === SINCE_EVER ? null : writeDay(from), lastDay: to === PERPETUITY ? null : writeDay(to) }
  }
  const firsts = terms.boxes.map(({ from }) => from ?? '')
  const lasts = terms.boxes.map(({ to }) => to ?? '')
  return {
    firstDay: firsts.includes('') ? null : firsts.sort()[0]!,
    lastDay: lasts.includes('') ? null : lasts.sort().at(-1)!,
  }
}
