/** What people ask of the house: to see a film, for terms, or something else. */
import type { RequestState } from '@vitrine/deals/states/machines'
import { fold } from '@vitrine/catalogue/model/slug'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'
import { wordsMatch } from '../contacts/words-match.ts'

export const REQUEST_KINDS = ['screener', 'terms', 'other'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** The rights that are wished, as a question to the rights book takes them: expressions as they were written. */
export interface Wishes {
  territory?: string
  media?: string
  languages?: string
  from: string
  to: string | null
  exclusive: boolean
}
/** What was read out of a message and nobody has looked at yet, by the words it was read from. */
export interface Guesses {
  kind?: string
  titles?: { id: string; words: string }[]
  wishes?: string[]
}
export interface RequestRow {
  id: string
  kind: RequestKind
  channel: 'site' | 'mail' | 'entered'
  state: RequestState
  titleIds: string[]
  wishes: Wishes | null
  name: string
  email: string | null
  companyName: string | null
  companyId: string | null
  company: string | null
  contactId: string | null
  subject: string | null
  message: string | null
  locale: 'en' | 'fr'
  userId: string | null
  ownerId: string | null
  owner: string | null
  dealId: string | null
  dealNumber: number | null
  guesses: Guesses | null
  at: string
  updatedAt: string
}

interface Raw {
  id: string
  kind: RequestKind
  channel: RequestRow['channel']
  state: RequestState
  title_ids: string[]
  wishes: Wishes | null
  name: string
  email: string | null
  company_name: string | null
  company_id: string | null
  company: string | null
  contact_id: string | null
  subject: string | null
  message: string | null
  locale: 'en' | 'fr'
  user_id: string | null
  owner_id: string | null
  owner: string | null
  deal_id: string | null
  deal_number: number | null
  guesses: Guesses | null
  at: unknown
  updated_at: unknown
}

const toRequest = (raw: Raw): RequestRow => ({
  id: raw.id,
  kind: raw.kind,
  channel: raw.channel,
  state: raw.state,
  titleIds: raw.title_ids,
  wishes: raw.wishes,
  name: raw.name,
  email: raw.email,
  companyName: raw.company_name,
  companyId: raw.company_id,
  company: raw.company,
  contactId: raw.contact_id,
  subject: raw.subject,
  message: raw.message,
  locale: raw.locale,
  userId: raw.user_id,
  ownerId: raw.owner_id,
  owner: raw.owner,
  dealId: raw.deal_id,
  dealNumber: raw.deal_number,
  guesses: raw.guesses,
  at: instant(raw.at),
  updatedAt: instant(raw.updated_at),
})

const jsonOrNull = (value: object | null): RawBuilder<unknown> =>
  sql`${value === null ? null : JSON.stringify(value)}::text::jsonb`

const columns = sql.raw(`
  select r.id, r.kind, r.channel, r.state, r.title_ids, r.wishes, r.name, r.email, r.company_name, r.company_id, c.name as company, r.contact_id, r.subject,
    r.message, r.locale, r.user_id, r.owner_id, o.name as owner, r.deal_id, d.number as deal_number, r.guesses, r.at, r.updated_at
  from request r left join company c on c.house_id = r.house_id and c.id = r.company_id
  left join member o on o.house_id = r.house_id and o.user_id = r.owner_id
  left join deal d on d.house_id = r.house_id and d.id = r.deal_id`)

export type RequestToPut = Omit<RequestRow, 'company' | 'owner' | 'dealId' | 'dealNumber' | 'guesses' | 'updatedAt'> & {
  guesses?: Guesses | null
}

const LONGEST_SEARCHED = 4_000 // characters of a message

/** What a request is found by; titles as they are named today. */
const searchOf = (request: Pick<RequestRow, 'name' | 'email' | 'companyName' | 'subject' | 'message'>, titles: readonly string[]): string =>
  fold([request.name, request.email, request.companyName, request.subject, request.message?.slice(0, LONGEST_SEARCHED), ...titles].filter(Boolean).join(' ')) // prettier-ignore

async function titlesNamed(db: Asker, houseId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ title: string }>`
    select card->>'title' as title from title where house_id = ${houseId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(
    db,
  )
  return rows.map(({ title }) => title)
}

export async function putRequest(trx: Asker, houseId: string, request: RequestToPut): Promise<void> {
  await sql`
    insert into request (house_id, id, kind, channel, state, title_ids, wishes, name, email, company_name, company_id, contact_id, subject, message, locale,
      user_id, owner_id, guesses, search, at, updated_at)
    values (${houseId}, ${request.id}, ${request.kind}, ${request.channel}, ${request.state}, ${JSON.stringify(request.titleIds)}::text::jsonb,
      ${jsonOrNull(request.wishes)}, ${request.name}, ${request.email}, ${request.companyName},
      ${request.companyId}, ${request.contactId}, ${request.subject}, ${request.message}, ${request.locale}, ${request.userId}, ${request.ownerId},
      ${jsonOrNull(request.guesses ?? null)}, ${searchOf(request, await titlesNamed(trx, houseId, request.titleIds))}, ${request.at}::timestamptz, ${request.at}::timestamptz)`.execute(
    trx,
  )
}

export async function findRequest(db: Asker, houseId: string, id: string): Promise<RequestRow | null> {
  const { rows } = await sql<Raw>`${columns} where r.house_id = ${houseId} and r.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toRequest(rows[0])
}

export interface RequestsAsked {
  /** `waiting`: new or taken. */
  state?: RequestState | 'waiting' | undefined
  kind?: RequestKind | undefined
  /** null: nobody's. */
  ownerId?: string | null | undefined
  companyId?: string | undefined
  /** Folded words, each to be found in what was written, the films, whoever asks or their company. */
  words?: readonly string[] | undefined
}

const among = (houseId: string, { state, kind, ownerId, companyId, words = [] }: RequestsAsked): RawBuilder<unknown> => sql`
  r.house_id = ${houseId}
  ${state === undefined ? sql`` : state === 'waiting' ? sql`and r.state in ('new', 'taken')` : sql`and r.state = ${state}`}
  ${kind === undefined ? sql`` : sql`and r.kind = ${kind}`}
  ${ownerId === undefined ? sql`` : ownerId === null ? sql`and r.owner_id is null` : sql`and r.owner_id = ${ownerId}`}
  ${companyId === undefined ? sql`` : sql`and r.company_id = ${companyId}`}
  ${wordsMatch(words, (like) => sql`(r.search like ${like} or r.company_id in (select k.id from company k where k.house_id = ${houseId} and k.search like ${like}))`)}`

/** The newest first; `before` is the last one of the page before. */
export async function listRequestRows(
  db: Asker,
  houseId: string,
  asked: RequestsAsked & { before: { at: string; id: string } | null; limit: number },
): Promise<RequestRow[]> {
  const { rows } = await sql<Raw>`
    ${columns} where ${among(houseId, asked)}
      ${asked.before === null ? sql`` : sql`and (r.at, r.id) < (${asked.before.at}::timestamptz, ${asked.before.id})`}
    order by r.at desc, r.id desc limit ${asked.limit}`.execute(db)
  return rows.map(toRequest)
}

export async function countRequestRows(db: Asker, houseId: string, asked: RequestsAsked): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n from request r where ${among(houseId, asked)}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** What becomes of a request: its state, who sees to it, whose it is, the deal that was made of it. */
export async function changeRequestRow(
  trx: Asker,
  houseId: string,
  id: string,
  change: Pick<RequestRow, 'state' | 'ownerId' | 'companyId' | 'contactId' | 'dealId'> & { at: string },
): Promise<void> {
  await sql`
    update request set state = ${change.state}, owner_id = ${change.ownerId}, company_id = ${change.companyId}, contact_id = ${change.contactId},
      deal_id = ${change.dealId}, updated_at = ${change.at}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** What it asks for, as a person who read it says: its kind, films and wishes, and what of them is still a guess. */
export async function correctRequestRow(
  trx: Asker,
  houseId: string,
  request: RequestRow,
  { at, ...change }: Pick<RequestRow, 'kind' | 'titleIds' | 'wishes' | 'guesses'> & { at: string },
): Promise<void> {
  await sql`
    update request set kind = ${change.kind}, title_ids = ${JSON.stringify(change.titleIds)}::text::jsonb, wishes = ${jsonOrNull(change.wishes)},
      guesses = ${jsonOrNull(change.guesses)}, search = ${searchOf(request, await titlesNamed(trx, houseId, change.titleIds))}, updated_at = ${at}::timestamptz
    where house_id = ${houseId} and id = ${request.id}`.execute(trx)
}

/** The people with an address, theirs or that of a duplicate which was merged into them: who asks is known when there is exactly one. */
export async function contactsByEmail(
  db: Asker,
  houseId: string,
  email: string,
): Promise<{ id: string; companyId: string | null }[]> {
  const { rows } = await sql<{ id: string; company_id: string | null }>`
    select distinct p.id, p.company_id from contact c join contact p on p.house_id = c.house_id and p.id = coalesce(c.merged_into, c.id)
    where c.house_id = ${houseId} and lower(c.email) = lower(${email}) and p.erased_at is null
    order by p.id limit 2`.execute(db)
  return rows.map(({ id, company_id: companyId }) => ({ id, companyId }))
}

/** Companies of which somebody may be: by the domain of their people's addresses, by the name that was written. At most three. */
export async function companiesLike(
  db: Asker,
  houseId: string,
  { domain, name }: { domain: string | null; name: string | null },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.name from company c where c.house_id = ${houseId} and c.merged_into is null and c.id in (
      (select p.company_id from contact p where p.house_id = ${houseId} and lower(split_part(p.email, '@', 2)) = lower(${domain}) and p.company_id is not null
        and p.email is not null and p.merged_into is null limit 50)
      union (select k.id from company k where k.house_id = ${houseId} and lower(k.name) = lower(${name}) limit 50))
    order by lower(c.name), c.id limit 3`.execute(db)
  return rows
}
