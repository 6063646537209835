/** Companies that the house deals with. */
import type { CompanyKind, CompanyProfile, Slot } from '@vitrine/deals/company/profile'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'
import { wordsMatch } from './words-match.ts'

export interface CompanyRow {
  id: string
  name: string
  kinds: CompanyKind[]
  country: string | null
  profile: CompanyProfile
  mergedInto: string | null
  revision: number
  createdAt: string
  updatedAt: string
  updatedBy: string
}
/** What is searched and sorted by; the house writes it. */
export interface Findable {
  search: string
  sortName: string
}

interface Raw {
  id: string
  name: string
  kinds: CompanyKind[]
  country: string | null
  profile: CompanyProfile
  merged_into: string | null
  revision: number
  created_at: unknown
  updated_at: unknown
  updated_by: string
}

const columns = sql.raw(
  'c.id, c.name, c.kinds, c.country, c.profile, c.merged_into, c.revision, c.created_at, c.updated_at, c.updated_by',
)

const toCompany = (raw: Raw): CompanyRow => ({
  id: raw.id,
  name: raw.name,
  kinds: raw.kinds,
  country: raw.country,
  profile: raw.profile,
  mergedInto: raw.merged_into,
  revision: raw.revision,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
  updatedBy: raw.updated_by,
})

/** Writes companies: new ones, and ones that are there in their new state. */
export async function putCompanies(trx: Asker, houseId: string, companies: readonly (CompanyRow & Findable)[]): Promise<void> {
  if (companies.length === 0) return
  await sql`
    insert into company (house_id, id, name, kinds, country, profile, merged_into, revision, created_at, updated_at, updated_by, search, sort_name)
    select ${houseId}, r.id, r.name, r.kinds, r.country, r.profile, r."mergedInto", r.revision, r."createdAt", r."updatedAt", r."updatedBy", r.search, r."sortName"
    from jsonb_to_recordset(${JSON.stringify(companies)}::text::jsonb) as r(
      id text, name text, kinds jsonb, country text, profile jsonb, "mergedInto" text, revision integer,
      "createdAt" timestamptz, "updatedAt" timestamptz, "updatedBy" text, search text, "sortName" text)
    on conflict (house_id, id) do update set name = excluded.name, kinds = excluded.kinds, country = excluded.country,
      profile = excluded.profile, merged_into = excluded.merged_into, revision = excluded.revision, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by, search = excluded.search, sort_name = excluded.sort_name`.execute(trx)
}

export async function findCompany(db: Asker, houseId: string, id: string): Promise<CompanyRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from company c where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toCompany(rows[0])
}

/** The company that an id leads to: its own, or the one that its duplicate was merged into. */
export async function reachCompany(db: Asker, houseId: string, id: string): Promise<CompanyRow | null> {
  const { rows } = await sql<Raw>`
    with recursive led (id, merged_into, steps) as (
      select id, merged_into, 0 from company where house_id = ${houseId} and id = ${id}
      union all select c.id, c.merged_into, led.steps + 1 from led join company c on c.house_id = ${houseId} and c.id = led.merged_into where led.steps < 50
    ) select ${columns} from company c join led on led.id = c.id where c.house_id = ${houseId} and c.merged_into is null`.execute(
    db,
  )
  return rows[0] === undefined ? null : toCompany(rows[0])
}

/** The names under which a company goes: its own and those of the duplicates that became it. */
export async function namesOfCompany(db: Asker, houseId: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from company where house_id = ${houseId} and (id = ${id} or merged_into = ${id}) order by id <> ${id}, id`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

export async function listAllCompanies(db: Asker, houseId: string): Promise<CompanyRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from company c where house_id = ${houseId} and merged_into is null order by sort_name, id`.execute(db)
  return rows.map(toCompany)
}

export async function findCompanies(db: Asker, houseId: string, ids: readonly string[]): Promise<CompanyRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from company c where house_id = ${houseId} and id = any(${[...ids]}::text[])`.execute(db)
  return rows.map(toCompany)
}

/** Companies that look for the same: what they say, and which they are. */
export interface LikeMinded {
  slots: Slot[]
  languages: string[] | null
  /** JSON as the database writes it: read when it is needed, and alike where it says the same. */
  territory: string | null
  media: string | null
  companies: { id: string; sortName: string }[]
}

/** What companies look for, each wish once however many have it: thousands of rows cost whoever reads them more than the database. */
export async function listLikeMinded(db: Asker, houseId: string): Promise<LikeMinded[]> {
  const { rows } = await sql<
    Record<'slots' | 'ids' | 'names', string> & Record<'languages' | 'territory' | 'media', string | null>
  >`
    select coalesce(profile ->> 'slots', '[]') as slots, profile #>> '{languages,leaves}' as languages, profile #>> '{territory,leaves}' as territory,
      profile #>> '{media,leaves}' as media, json_agg(id)::text as ids, json_agg(sort_name)::text as names
    from company where house_id = ${houseId} and merged_into is null group by 1, 2, 3, 4`.execute(db)
  return rows.map(({ slots, languages, territory, media, ids, names }) => {
    const sortNames = JSON.parse(names) as string[]
    return {
      slots: JSON.parse(slots) as Slot[],
      languages: languages === null ? null : (JSON.parse(languages) as string[]),
      territory,
      media,
      companies: (JSON.parse(ids) as string[]).map((id, at) => ({ id, sortName: sortNames[at]! })),
    }
  })
}

export interface CompanyFilter {
  /** Folded words; each must be found in the company or in one of its people. */
  words: readonly string[]
  people: boolean // look for the words in people too
  kind?: CompanyKind | undefined
  country?: string | undefined
}

const among = (houseId: string, { words, people, kind, country }: CompanyFilter): RawBuilder<unknown> => sql`
  c.house_id = ${houseId} and c.merged_into is null
  ${kind === undefined ? sql`` : sql`and c.kinds @> ${JSON.stringify([kind])}::text::jsonb`}
  ${country === undefined ? sql`` : sql`and c.country = ${country}`}
  ${wordsMatch(words, (like) =>
    people
      ? sql`(c.search like ${like} or c.id in (select p.company_id from contact p where p.house_id = ${houseId} and p.search like ${like} and p.merged_into is null))`
      : sql`c.search like ${like}`,
  )}`

/** So many of those of whom nobody is known, by name, behind one of them or from the first. */
export async function lonelyCompanyPage(
  db: Asker,
  houseId: string,
  filter: CompanyFilter & { companyId?: string | undefined },
  after: { sortName: string; id: string } | null,
  limit: number,
): Promise<(CompanyRow & { sortName: string })[]> {
  const { rows } = await sql<Raw & { sort_name: string }>`
    select ${columns}, c.sort_name from company c where ${among(houseId, filter)}
      ${filter.companyId === undefined ? sql`` : sql`and c.id = ${filter.companyId}`}
      and not exists (select 1 from contact p where p.house_id = c.house_id and p.company_id = c.id and p.merged_into is null and p.erased_at is null)
      ${after === null ? sql`` : sql`and (c.sort_name, c.id) > (${after.sortName}, ${after.id})`}
    order by c.sort_name, c.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...toCompany(row), sortName: row.sort_name }))
}

/** Companies by name. */
export async function listCompanyRows(
  db: Asker,
  houseId: string,
  filter: CompanyFilter & { after: { sortName: string; id: string } | null; limit: number },
): Promise<(CompanyRow & { people: number; sortName: string })[]> {
  const { rows } = await sql<Raw & { people: unknown; sort_name: string }>`
    with page as (
      select c.* from company c where ${among(houseId, filter)}
        ${filter.after === null ? sql`` : sql`and (c.sort_name, c.id) > (${filter.after.sortName}, ${filter.after.id})`}
      order by c.sort_name, c.id limit ${filter.limit}
    ), people as (
      select p.company_id, count(*) as count from contact p
      where p.house_id = ${houseId} and p.company_id in (select id from page) and p.merged_into is null and p.erased_at is null group by p.company_id
    )
    select ${columns}, c.sort_name, coalesce(n.count, 0) as people
    from page c left join people n on n.company_id = c.id order by c.sort_name, c.id`.execute(db)
  return rows.map((raw) => ({ ...toCompany(raw), people: Number(raw.people), sortName: raw.sort_name }))
}

export async function countCompanies(db: Asker, houseId: string, filter: CompanyFilter): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n from company c where ${among(houseId, filter)}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

export async function deleteCompany(trx: Asker, houseId: string, id: string): Promise<void> {
  await sql`delete from company where house_id = ${houseId} and id = ${id}`.execute(trx)
}
