/** A house as large as the issue of deals has it, made for benches: 5,000 companies, 20,000 deals of which 12,000 are signed, and what follows from them. */
import { readTerms } from '@vitrine/rights/book/read-book'
import type { Database } from '@vitrine/store/database/database'
import { openPostgres } from '@vitrine/store/database/open-postgres'
import { migrate } from '@vitrine/store/migrate/migrate'
import { sql } from 'kysely'

export const DEALS = Number(process.env['BENCH_DEALS'] ?? 20_000)
export const TITLES = 10_000
export const HOUSE = 'house'
const SIGNED = Math.floor(DEALS * 0.6)

/** What is offered: a country, a few, a continent, the world without one. */
const OFFERED = [
  'Poland',
  'DACH',
  'Benelux',
  'Nordics',
  'France',
  'Europe',
  'World excl. US',
  'Japan, Taiwan',
  'Latin America',
  'Italy',
  'Spain, Portugal',
  'Canada (French)',
  'Baltics, Finland',
  'UK, Ireland',
  'Mexico',
].map((territory) =>
  readTerms({ kind: 'licence', exclusive: true, territory, media: 'free-tv', from: '2027-01-01', to: '2028-12-31' }, 'offer'),
)

/** Rows by the thousand, made in the database itself: what is measured is how they are read. */
export async function fillDeals(url: string, titles: (database: Database) => Promise<void>): Promise<void> {
  const database = await openPostgres(url, { connections: 2 })
  await migrate(database)
  const { db } = database
  await sql`insert into house (house_id) values (${HOUSE}) on conflict do nothing`.execute(db)
  await titles(database)
  await sql`insert into company (house_id, id, name, search, country, created_at, updated_at) select ${HOUSE}, 'c' || n, 'Company ' || n, 'company ' || n, 'PL', now(), now() from generate_series(1, 5000) n`.execute(
    db,
  )
  await sql`insert into member (house_id, user_id, name, email, role, created_at) select ${HOUSE}, 'u' || n, 'Agent ' || n, 'agent' || n || '@house.example', 'sales', now() from generate_series(1, 20) n`.execute(
    db,
  )
  await sql`alter table deal disable trigger deal_state`.execute(db)
  await sql`insert into deal (house_id, id, number, name, search, state, company_id, owner_id, currency, locale, expected_minor, closes_on, lost_reason, signed_on, created_at, updated_at, state_since)
    select ${HOUSE}, 'd' || n, n, 'Sale ' || n, 'sale ' || n, case when n <= ${SIGNED} then 'signed' when n % 2 = 0 then 'open' when n % 4 = 1 then 'lost' else 'offered' end,
      'c' || (n % 5000 + 1), 'u' || (n % 20 + 1), (array['EUR', 'USD', 'GBP'])[n % 3 + 1], 'en', 500000, date '2026-12-01' + (n % 300),
      case when n > ${SIGNED} and n % 4 = 1 then (array['price', 'rights-gone', 'no-slot'])[n % 3 + 1] end, case when n <= ${SIGNED} then date '2022-01-01' + (n % 1800) end,
      timestamptz '2022-01-01' + (n % 1800) * interval '1 day', timestamptz '2026-11-01' + n * interval '1 minute', timestamptz '2022-01-01' + (n % 1800) * interval '1 day' from generate_series(1, ${DEALS}::integer) n`.execute(
    db,
  )
  await sql`alter table deal enable trigger deal_state`.execute(db)
  await sql`insert into deal_title (house_id, deal_id, title_id) select ${HOUSE}, 'd' || n, 't' || ((n * 7 + l * 13) % 10000 + 1) from generate_series(1, ${DEALS}::integer) n, generate_series(0, 1) l`.execute(
    db,
  )
  await sql`alter table request disable trigger request_state`.execute(db)
  await sql`insert into request (house_id, id, kind, channel, state, title_ids, name, email, company_name, company_id, message, locale, search, at, updated_at)
    select ${HOUSE}, 'r' || n, 'terms', 'site', case when n % 40 = 0 then 'new' else 'closed' end, jsonb_build_array('t' || (n % 10000 + 1)), 'Person ' || n, 'person' || n || '@c' || (n % 5000) || '.example',
      null, 'c' || (n % 5000 + 1), repeat('For our slot on Thursdays we look for such a film. ', 8), 'en',
      'person ' || n || ' person' || n || '@c' || (n % 5000) || '.example ' || repeat('for our slot on thursdays we look for such a film. ', 8) || ' film ' || (n % 10000 + 1),
      timestamptz '2022-01-01' + n * interval '2 hours', timestamptz '2022-01-01' + n * interval '2 hours' from generate_series(1, ${DEALS}::integer) n`.execute(
    db,
  )
  await sql`alter table request enable trigger request_state`.execute(db)
  await sql`insert into offer (house_id, id, deal_id, version, side, state, terms, currency, total_minor, created_at, updated_at, by_name, sent_at)
    select house_id, 'o' || number, id, 1, 'house', 'live', jsonb_build_object('currency', currency, 'lines', jsonb_build_array(jsonb_build_object('titleId', 't' || (number * 7 % 10000 + 1), 'title', 'Film', 'minor', 1000000 + number, 'materials', '[]'::jsonb, 'rights', ${JSON.stringify(OFFERED)}::text::jsonb -> (number % ${OFFERED.length}))), 'package', null, 'payments', '[]'::jsonb, 'expires', null, 'withholding', 0, 'note', null),
      currency, 1000000 + number, now(), now(), 'Agent', now() from deal where house_id = ${HOUSE} and state in ('signed', 'offered')`.execute(
    db,
  )
  await sql`update offer set state = 'accepted' where house_id = ${HOUSE} and deal_id in (select id from deal where house_id = ${HOUSE} and state = 'signed')`.execute(
    db,
  )
  await sql`insert into territory_set (house_id, hash, leaves) select ${HOUSE}, 'h' || n, (select jsonb_agg(c) from (select unnest(array['FR','DE','PL','IT','ES','PT','GB','IE','SE','NO','FI','DK','CZ','SK','HU','RO','BG','GR','US','MX','BR','AR','JP','KR']) as c limit (n % 24) + 1) as x) from generate_series(1, 200) n`.execute(
    db,
  )
  await sql`insert into sale_line (house_id, deal_id, line, title_id, signed_on, currency, minor, house_currency, house_minor, rate_day, territories)
    select d.house_id, d.id, l, 't' || ((d.number * 7 + l * 13) % 10000 + 1), d.signed_on, d.currency, 400000, 'EUR', 380000 + d.number, case when d.currency = 'EUR' then null else d.signed_on end,
      'h' || (d.number % 200 + 1) from deal d, generate_series(0, 1) l where d.house_id = ${HOUSE} and d.state = 'signed'`.execute(
    db,
  )
  await sql`insert into exchange_rate (house_id, currency, day, rate) select ${HOUSE}, c, date '2022-01-01' + n, '1.1' from generate_series(0, 1900) n, unnest(array['USD', 'GBP']) c`.execute(
    db,
  )
  await sql`insert into deliverable (house_id, id, deal_id, position, title_id, kind, state, due_on, at)
    select d.house_id, 'x' || d.number || '-' || p, d.id, p, 't' || (d.number % 10000 + 1), (array['cut', 'stills', 'poster', 'synopsis'])[p], 'wanted', d.signed_on + 30, now()
    from deal d, generate_series(1, 4) p where d.house_id = ${HOUSE} and d.state = 'signed'`.execute(db)
  await sql`update deliverable set state = 'sent' where house_id = ${HOUSE} and due_on < date '2026-10-01'`.execute(db)
  await sql`alter table invoice disable trigger invoice_is_kept`.execute(db)
  await sql`insert into invoice (house_id, id, year, seq, number, kind, state, deal_id, company_id, issued_on, due_on, currency, net_minor, vat_minor, total_minor, content, at, by_name)
    select house_id, 'i' || number, extract(year from signed_on), row_number() over (partition by extract(year from signed_on) order by signed_on, number), 'N-' || number, 'invoice', 'issued',
      id, company_id, signed_on, signed_on + 30, currency, 400000, 0, 400000, '{}', now(), 'Agent' from deal where house_id = ${HOUSE} and state = 'signed'`.execute(
    db,
  )
  await sql`alter table invoice enable trigger invoice_is_kept`.execute(db)
  await sql`insert into payment (house_id, id, invoice_id, received_on, minor, at, by_name)
    select house_id, 'p' || id, id, due_on, 400000, now(), 'Agent' from invoice where house_id = ${HOUSE} and due_on < date '2026-09-01'`.execute(
    db,
  )
  await sql`update invoice set state = 'paid' where house_id = ${HOUSE} and due_on < date '2026-09-01'`.execute(db)
  await sql`insert into instalment (house_id, id, deal_id, position, share, event, days, currency, minor, lines, state, due_on, invoice_id, at)
    select d.house_id, 'n' || d.number || '-' || p, d.id, p, 5000, 'signature', 30, d.currency, 400000, '[200000, 200000]', case when p = 1 then 'due' else 'planned' end,
      case when p = 1 then d.signed_on + 30 end, null, now() from deal d, generate_series(1, 2) p where d.house_id = ${HOUSE} and d.state = 'signed'`.execute(
    db,
  )
  await sql`update instalment i set state = 'invoiced', invoice_id = v.id from invoice v where i.house_id = ${HOUSE} and v.house_id = i.house_id and v.deal_id = i.deal_id and i.position = 1`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
  await database.close()
}

/** Titles that deals are about, and no more of them than that. */
export async function bareTitles({ db }: Database): Promise<void> {
  await sql`insert into title (house_id, id, slug, status, revision, sheet, card, same_film, edited_by_hand, created_at, updated_at, published_at, change_seq)
    select ${HOUSE}, 't' || n, 'film-' || n, 'published', 1, jsonb_build_object('title', 'Film ' || n, 'titles', '{}'::jsonb, 'cuts', '[]'::jsonb, 'versions', '[]'::jsonb,
      'pictures', '[]'::jsonb, 'synopsis', '{}'::jsonb, 'trailer', null), jsonb_build_object('title', 'Film ' || n), 'f' || n, false, now(), now(), now(), 1 from generate_series(1, 10000) n`.execute(
    db,
  )
}
