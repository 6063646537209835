/**
 * The same book and the same questions in PostgreSQL, as well as I know how to write them: sets of territories are rows of
 * their own, found by GIN; the other sets are bits; days are ranges, found by GiST. A title is decided by what can be added up
 * over its lines (one line covers all, or what is in the way leaves a territory, medium, language, cut or day of a grant
 * untouched); only those for which that proves nothing are taken apart, into groups of leaves that their lines do not tell
 * apart, with a multirange of days for each combination.
 */
import type { Line, Request } from '@vitrine/rights/book/line'
import type { CutSet } from '@vitrine/rights/box/cut-set'
import { PERPETUITY, SINCE_EVER } from '@vitrine/rights/days/day'
import type { LanguageSet } from '@vitrine/rights/languages/language-set'
import { ALL_USES } from '@vitrine/rights/languages/languages'
import { LEAVES } from '@vitrine/rights/territories/leaves'
import type { TerritorySet } from '@vitrine/rights/territories/territory-set'
import type { Pool } from 'pg'

const KINDS = ['grant', 'licence', 'holdback', 'option']

const SCHEMA = (languages: number, cuts: number): string => `
  create table territory_set (id int primary key, leaves smallint[] not null, bits bit(${LEAVES.length}) not null);
  create table line (
    title int not null, kind smallint not null, exclusive boolean not null, territory_set int not null,
    media bit(26) not null, languages bit(${languages}) not null, cuts bit(${cuts}) not null, days int4range not null, expires int not null
  );`

const INDEXES = `
  create index on territory_set using gin (leaves);
  create index on line using gist (days);
  create index on line (territory_set);
  create index on line (title);`

/** $1 leaves, $2 their bits, $3 media, $4 languages, $5 cuts, $6 days, $7 exclusive, $8 today. */
const ANSWERS = (languages: number, cuts: number): string => `
with asked as (
  select $2::bit(${LEAVES.length}) as bits, $3::bit(26) as media, $4::bit(${languages}) as languages, $5::bit(${cuts}) as cuts, $6::int4range as days
), reach as materialized (
  select id, s.bits & q.bits as bits from territory_set s, asked q where s.leaves && $1::smallint[]
), concerned as materialized (
  select row_number() over () as line, l.title, l.kind = 0 as grants, r.bits, l.media & q.media as media, l.languages & q.languages as languages,
    l.cuts & q.cuts as cuts, l.days * q.days as days,
    r.bits = q.bits and l.media & q.media = q.media and l.languages & q.languages = q.languages and l.cuts & q.cuts = q.cuts and l.days @> q.days as covers
  from line l join reach r on r.id = l.territory_set, asked q
  where l.days && $6::int4range
    and l.media & q.media <> 0::bit(26) and l.languages & q.languages <> 0::bit(${languages}) and l.cuts & q.cuts <> 0::bit(${cuts})
    and case l.kind when 0 then l.exclusive or not $7::boolean when 1 then l.exclusive or $7::boolean when 3 then l.expires >= $8::int else true end
), summed as materialized (
  select title, count(*) filter (where grants) as grants, bool_or(grants and covers) as whole, bool_or(not grants) as blocked,
    bool_or(not grants and covers) as nothing,
    bit_or(c.bits) filter (where grants) = min(q.bits::text)::bit(${LEAVES.length}) and bit_or(c.media) filter (where grants) = min(q.media::text)::bit(26)
      and bit_or(c.languages) filter (where grants) = min(q.languages::text)::bit(${languages}) and bit_or(c.cuts) filter (where grants) = min(q.cuts::text)::bit(${cuts}) as everywhere,
    bit_or(c.bits) filter (where not grants) as bits, bit_or(c.media) filter (where not grants) as media,
    bit_or(c.languages) filter (where not grants) as languages, bit_or(c.cuts) filter (where not grants) as cuts,
    range_agg(c.days) filter (where not grants) as days
  from concerned c, asked q group by title
), untouched as (
  select distinct title from concerned c join summed s using (title)
  where c.grants and s.blocked and (c.bits & ~s.bits <> 0::bit(${LEAVES.length}) or c.media & ~s.media <> 0::bit(26)
    or c.languages & ~s.languages <> 0::bit(${languages}) or c.cuts & ~s.cuts <> 0::bit(${cuts}) or not s.days @> c.days)
), quick as materialized (
  select title, everywhere, case when grants = 0 or nothing then 0 when whole and not blocked then 2 when not blocked and grants = 1 then 1
    when blocked and title in (select title from untouched) then 1 else 3 end as answer
  from summed
), hard as materialized (
  select c.* from concerned c join quick using (title) where answer = 3
), leaves as materialized (${groups('bits', LEAVES.length)}), media as materialized (${groups('media', 26)}), languages as materialized (${groups('languages', languages)}), cuts as materialized (${groups('cuts', cuts)}),
pieces as (
  select b.title, (b.at, m.at, l.at, c.at) as piece,
    coalesce(range_agg(h.days) filter (where h.grants), '{}') as granted, coalesce(range_agg(h.days) filter (where not h.grants), '{}') as taken
  from leaves b join media m using (title) join languages l using (title) join cuts c using (title)
    left join hard h on h.title = b.title and get_bit(h.bits, b.at) = 1 and get_bit(h.media, m.at) = 1 and get_bit(h.languages, l.at) = 1 and get_bit(h.cuts, c.at) = 1
  group by 1, 2
), exact as (
  select title, bool_or(not isempty(granted - taken)) as any_met, bool_and(granted - taken @> $6::int4range) as all_met from pieces group by title
)
select title, case when answer < 3 then answer when all_met and everywhere then 2 when any_met then 1 else 0 end as answer from quick left join exact using (title) where answer > 0`

/** One leaf of each group of those asked for that the lines of a title do not tell apart; leaves that no line has are left out. */
function groups(column: string, width: number): string {
  return `select title, min(at) as at from (
    select h.title, at, array_agg(h.line order by h.line) as lines from hard h, generate_series(0, ${width - 1}) at where get_bit(h.${column}, at) = 1 group by 1, 2
  ) one group by title, lines`
}

export interface Store {
  answers(request: Request, today: number): Promise<Map<number, number>>
}

/** Writes a book into an empty database. */
export async function storeBook(pool: Pool, titles: number, linesOf: (title: number) => Line[]): Promise<Store> {
  const languages = new Set<string>()
  const cuts = new Set<string>()
  const sets = new Map<string, { id: number; set: TerritorySet }>()
  for (let title = 0; title < titles; title++)
    for (const { box } of linesOf(title)) {
      for (const language of box.languages.named.keys()) languages.add(language)
      for (const cut of box.cuts.named) cuts.add(cut)
      if (!sets.has(box.territories.key)) sets.set(box.territories.key, { id: sets.size, set: box.territories })
    }
  const named = [...languages]
  const namedCuts = [...cuts]
  // the last places stand for all languages, and all cuts, that nobody names
  const bits = {
    territories: (set: TerritorySet) => LEAVES.map((_, bit) => Number(set.hasBit(bit))).join(''),
    media: (set: number) => Array.from({ length: 26 }, (_, bit) => (set >>> bit) & 1).join(''),
    languages: (set: LanguageSet) => [...named.map((language) => set.usesOf(language)), set.rest].map((uses) => (uses | (ALL_USES + 1)).toString(2).slice(1)).join(''), // prettier-ignore
    cuts: (set: CutSet) => [...namedCuts.map((cut) => set.has(cut)), set.rest].map(Number).join(''),
  }
  const range = (from: number, to: number): string => `[${from <= SINCE_EVER ? '' : from},${to >= PERPETUITY ? '' : to}]`
  const [languageBits, cutBits] = [4 * (named.length + 1), namedCuts.length + 1]

  await pool.query(SCHEMA(languageBits, cutBits))
  for (const { id, set } of sets.values()) await pool.query('insert into territory_set values ($1, $2, $3)', [id, set.bits(), bits.territories(set)]) // prettier-ignore
  for (let from = 0; from < titles; from += 100) {
    const rows = Array.from({ length: Math.min(100, titles - from) }, (_, at) =>
      linesOf(from + at).map((line) => ({ line, title: from + at })),
    ).flat()
    const column = (of: (line: Line, title: number) => unknown): unknown[] => rows.map(({ line, title }) => of(line, title))
    await pool.query(
      `insert into line select t, k, e, s, m::bit(26), l::bit(${languageBits}), c::bit(${cutBits}), d::int4range, x
       from unnest($1::int[], $2::smallint[], $3::boolean[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[]) as r (t, k, e, s, m, l, c, d, x)`,
      [
        column((_, title) => title),
        column(({ kind }) => KINDS.indexOf(kind)),
        column(({ exclusive }) => exclusive),
        column(({ box }) => sets.get(box.territories.key)!.id),
        column(({ box }) => bits.media(box.media)),
        column(({ box }) => bits.languages(box.languages)),
        column(({ box }) => bits.cuts(box.cuts)),
        column(({ box }) => range(box.from, box.to)),
        column(({ expires }) => expires),
      ],
    )
  }
  await pool.query(INDEXES)
  await pool.query('vacuum analyze')

  const text = ANSWERS(languageBits, cutBits)
  return {
    async answers({ box, exclusive }, today) {
      const values = [
        box.territories.bits(),
        bits.territories(box.territories),
        bits.media(box.media),
        bits.languages(box.languages),
        bits.cuts(box.cuts),
        range(Math.max(box.from, today), box.to),
        exclusive,
        today,
      ]
      const { rows } = await pool.query<{ title: number; answer: number }>({ text, values })
      return new Map(rows.map(({ title, answer }) => [title, answer]))
    },
  }
}
