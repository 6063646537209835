/** The people in the companies that the house deals with. */
import type { CompanyKind } from '@vitrine/deals/company/profile'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import type { Findable } from './companies.ts'
import { wordsMatch } from './words-match.ts'

/** What is kept of a person beside name and addresses. */
export interface ContactDetail {
  languages: string[]
  channel: 'email' | 'phone' | 'post' | 'none' | null
  consent: 'unasked' | 'given' | 'refused'
  consentOn: string | null
  purpose: string
}
export interface ContactRow {
  id: string
  companyId: string | null
  company: string | null
  name: string
  email: string | null
  phone: string | null
  role: string | null
  locale: 'en' | 'fr'
  detail: ContactDetail
  keptUntil: string | null
  userId: string | null
  mergedInto: string | null
  erasedAt: string | null
  revision: number
  createdAt: string
  updatedAt: string
  updatedBy: string
}

interface Raw {
  id: string
  company_id: string | null
  company: string | null
  name: string
  email: string | null
  phone: string | null
  role: string | null
  locale: 'en' | 'fr'
  detail: Partial<ContactDetail>
  kept_until: string | null
  user_id: string | null
  merged_into: string | null
  erased_at: unknown
  revision: number
  created_at: unknown
  updated_at: unknown
  updated_by: string
}

const from = sql.raw(
  `select p.id, p.company_id, c.name as company, p.name, p.email, p.phone, p.role, p.locale, p.detail, p.kept_until, p.user_id, p.merged_into,
    p.erased_at, p.revision, p.created_at, p.updated_at, p.updated_by, p.sort_name
  from contact p left join company c on c.house_id = p.house_id and c.id = p.company_id`,
)

const toContact = (raw: Raw): ContactRow => ({
  id: raw.id,
  companyId: raw.company_id,
  company: raw.company,
  name: raw.name,
  email: raw.email,
  phone: raw.phone,
  role: raw.role,
  locale: raw.locale,
  detail: { languages: [], channel: null, consent: 'unasked', consentOn: null, purpose: '', ...raw.detail },
  keptUntil: raw.kept_until,
  userId: raw.user_id,
  mergedInto: raw.merged_into,
  erasedAt: instantOrNull(raw.erased_at),
  revision: raw.revision,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
  updatedBy: raw.updated_by,
})

/** That somebody who is kept has an address, or had it before: letters went there, and mail came from there. */
export const keptWith = (houseId: string, address: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce(lower(${address}) in (
    select lower(k.email) from contact k where k.house_id = ${houseId} and k.erased_at is null and k.email is not null
    union all select had.address from contact k cross join lateral jsonb_array_elements_text(k.detail -> 'earlierEmails') as had(address)
      where k.house_id = ${houseId} and k.erased_at is null), false)`

/**
 * Writes people: new ones, and ones that are there in their new state. An address that gives way to another is kept beside it, whatever
 * changed it, for as long as the person is.
 */
export async function putContacts(
  trx: Asker,
  houseId: string,
  contacts: readonly (Omit<ContactRow, 'company'> & Findable)[],
): Promise<void> {
  if (contacts.length === 0) return
  await sql`
    insert into contact (house_id, id, company_id, name, email, phone, role, locale, detail, kept_until, user_id, merged_into, erased_at, revision, created_at, updated_at, updated_by, search, sort_name)
    select ${houseId}, r.id, r."companyId", r.name, r.email, r.phone, r.role, r.locale, r.detail, r."keptUntil", r."userId", r."mergedInto", r."erasedAt", r.revision, r."createdAt", r."updatedAt", r."updatedBy", r.search, r."sortName"
    from jsonb_to_recordset(${JSON.stringify(contacts)}::text::jsonb) as r(
      id text, "companyId" text, name text, email text, phone text, role text, locale text, detail jsonb, "keptUntil" date, "userId" text,
      "mergedInto" text, "erasedAt" timestamptz, revision integer, "createdAt" timestamptz, "updatedAt" timestamptz, "updatedBy" text, search text, "sortName" text)
    on conflict (house_id, id) do update set company_id = excluded.company_id, name = excluded.name, email = excluded.email, phone = excluded.phone,
      role = excluded.role, locale = excluded.locale, detail = excluded.detail || (
        select case when count(*) = 0 then '{}'::jsonb else jsonb_build_object('earlierEmails', jsonb_agg(address order by address)) end
        from (select jsonb_array_elements_text(contact.detail -> 'earlierEmails') as address union select lower(contact.email) where contact.email is not null) as had
        where address is distinct from lower(excluded.email)),
      kept_until = excluded.kept_until, user_id = excluded.user_id,
      merged_into = excluded.merged_into, erased_at = excluded.erased_at, revision = excluded.revision, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by, search = excluded.search, sort_name = excluded.sort_name`.execute(trx)
}

export async function findContact(db: Asker, houseId: string, id: string): Promise<ContactRow | null> {
  const { rows } = await sql<Raw>`${from} where p.house_id = ${houseId} and p.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toContact(rows[0])
}

/** The person whom an id leads to: its own, or the one that its duplicate was merged into. */
export async function reachContact(db: Asker, houseId: string, id: string): Promise<ContactRow | null> {
  const { rows } = await sql<Raw>`
    with recursive led (id, merged_into, steps) as (
      select id, merged_into, 0 from contact where house_id = ${houseId} and id = ${id}
      union all select n.id, n.merged_into, led.steps + 1 from led join contact n on n.house_id = ${houseId} and n.id = led.merged_into where led.steps < 50
    ) ${from} join led on led.id = p.id where p.house_id = ${houseId} and p.merged_into is null`.execute(db)
  return rows[0] === undefined ? null : toContact(rows[0])
}

export async function findContacts(db: Asker, houseId: string, ids: readonly string[]): Promise<ContactRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Raw>`
    ${from} where p.house_id = ${houseId} and p.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) order by p.sort_name, p.id`.execute(
    db,
  )
  return rows.map(toContact)
}

/** Everybody who is kept, by name. */
export async function listAllContacts(db: Asker, houseId: string): Promise<ContactRow[]> {
  const { rows } = await sql<Raw>`
    ${from} where p.house_id = ${houseId} and p.merged_into is null and p.erased_at is null order by p.sort_name, p.id`.execute(
    db,
  )
  return rows.map(toContact)
}

/** Where a row stands in a list by name. The row itself may be gone when the rows behind it are asked for. */
export interface ByName {
  sortName: string
  id: string
}

export interface ContactFilter {
  words: readonly string[]
  companyId?: string | undefined
  kind?: CompanyKind | undefined
  /** Of their company. */
  country?: string | undefined
  /** Only those whose time is over on this day. */
  dueOn?: string | undefined
}

const among = (houseId: string, { words, companyId, kind, country, dueOn }: ContactFilter): RawBuilder<unknown> => sql`
  p.house_id = ${houseId} and p.merged_into is null and p.erased_at is null
  ${companyId === undefined ? sql`` : sql`and p.company_id = ${companyId}`}
  ${kind === undefined ? sql`` : sql`and c.kinds @> ${JSON.stringify([kind])}::text::jsonb`}
  ${country === undefined ? sql`` : sql`and c.country = ${country}`}
  ${dueOn === undefined ? sql`` : sql`and p.kept_until < ${dueOn}::date`}
  ${wordsMatch(words, (like) => sql`(p.search like ${like} or c.search like ${like})`)}`

/** People by name. */
export async function listContactRows(
  db: Asker,
  houseId: string,
  filter: ContactFilter & { after: { sortName: string; id: string } | null; limit: number },
): Promise<(ContactRow & ByName)[]> {
  const { rows } = await sql<Raw & { sort_name: string }>`
    ${from} where ${among(houseId, filter)}
      ${filter.after === null ? sql`` : sql`and (p.sort_name, p.id) > (${filter.after.sortName}, ${filter.after.id})`}
    order by p.sort_name, p.id limit ${filter.limit}`.execute(db)
  return rows.map((raw) => ({ ...toContact(raw), sortName: raw.sort_name }))
}

export async function countContacts(db: Asker, houseId: string, filter: ContactFilter): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`
    select count(*) as n from contact p left join company c on c.house_id = p.house_id and c.id = p.company_id where ${among(houseId, filter)}`.execute(
    db,
  )
  return Number(rows[0]?.n ?? 0)
}

export async function deleteContact(trx: Asker, houseId: string, id: string): Promise<void> {
  await sql`delete from contact where house_id = ${houseId} and id = ${id}`.execute(trx)
}
