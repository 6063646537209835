import { nameOf } from '@vitrine/messages/vocabulary'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { readOrds } from './ask-words.ts'
import { STATUSES } from './catalogue-copy.ts'
import { sortKeyOf, wordsOf } from './fold.ts'
import { follow } from './follow.ts'
import { wordsAlike } from './put-right.ts'
import { anyForm, queryOf, termsOf } from './query.ts'
import type { Term } from './query.ts'

export const SUGGESTED_KINDS = ['title', 'person', 'company', 'festival', 'collection', 'place', 'theme'] as const
export interface Suggested {
  kind: (typeof SUGGESTED_KINDS)[number]
  text: string // in the asked locale where there is one
  slug: string
  /** Of a title: its year and director; of anything else nothing. */
  detail: string | null
  /** Published films that carry it; 1 for a title. */
  films: number
  titleId: string | null
}

const NAMES_COUNTED = 40
const MOST_COUNTED = 1_000 // films of one name: enough to tell who has many
const PUBLISHED = STATUSES.indexOf('published')

/**
 * What the letters typed so far may mean, in the published catalogue: titles, people, companies, festivals, collections, places,
 * themes. Every word but the last must be whole (or misspelt); the last may go on. At most two thirds are titles when there
 * are names as well.
 *
 * @example
 * await suggest(db, 'house', { text: 'gulya mir', locale: 'en', limit: 8 }) // [{ kind: 'person', text: 'Gulya Mirzoeva', … }]
 */
export async function suggest(
  db: Asker,
  houseId: string,
  asked: { text: string; locale: string; limit?: number },
): Promise<Suggested[]> {
  const limit = Math.min(Math.max(Math.trunc(asked.limit ?? 8) || 8, 1), 20)
  const terms = termsOf(asked.text)
  if (terms.length === 0) return []
  const found = await suggestFor(db, houseId, terms, asked, limit)
  if (found.length > 0) return found
  const alike = await wordsAlike(db, houseId, terms)
  if (alike.size === 0) return []
  return suggestFor(
    db,
    houseId,
    terms.map((term) => ({ ...term, instead: alike.get(term.word) ?? [] })),
    asked,
    limit,
  )
}

async function suggestFor(
  db: Asker,
  houseId: string,
  terms: Term[],
  asked: { text: string; locale: string },
  limit: number,
): Promise<Suggested[]> {
  const [titles, names, collections] = await Promise.all([
    suggestTitles(db, houseId, terms, asked, limit),
    suggestNames(db, houseId, terms, asked, limit),
    suggestCollections(db, houseId, terms, asked.locale),
  ])
  const others = [...collections, ...names].slice(0, limit)
  const room = Math.max(limit - others.length, Math.ceil((limit * 2) / 3))
  const first = titles.slice(0, room)
  return [...first, ...others.slice(0, limit - first.length)]
}

async function suggestTitles(
  db: Asker,
  houseId: string,
  terms: Term[],
  asked: { text: string; locale: string },
  limit: number,
): Promise<Suggested[]> {
  const query = terms.map((term) => queryOf(anyForm(term, 'a:'))).join(' & ')
  const [{ rows }, { copy }] = await Promise.all([
    sql<{ ords: string }>`select search_ords(${houseId}, ${query}::tsquery) as ords`.execute(db),
    follow(db, houseId),
  ])
  const start = sortKeyOf(asked.text)
  const ranked: { ord: number; rank: number }[] = []
  for (const ord of readOrds(rows[0]?.ords ?? '{}')) {
    if (ord >= copy.size || copy.status[ord] !== PUBLISHED) continue
    const begins =
      start !== '' &&
      (copy.key[ord]!.startsWith(start) || copy.keysByLanguage.get(asked.locale)?.get(ord)?.startsWith(start) === true)
    ranked.push({
      ord,
      rank: (begins ? 2 : 0) + terms.length / Math.max(copy.words[ord]!, terms.length) + copy.published[ord]! / 1e15,
    })
  }
  const best = ranked.toSorted((a, b) => b.rank - a.rank || a.ord - b.ord).slice(0, limit)
  if (best.length === 0) return []
  const ids = best.map(({ ord }) => copy.ids[ord]!)
  const shown = await sql<{ id: string; slug: string; title: string; year: string | null; director: string | null }>`
    select t.id, t.slug, coalesce(t.sheet #>> array['titles', ${asked.locale}], t.sheet ->> 'title') as title, t.sheet ->> 'year' as year, t.sheet #>> '{directors,0}' as director
    from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as w(id, n)
    join title t on t.house_id = ${houseId} and t.id = w.id and t.status = 'published' order by w.n`.execute(db)
  return shown.rows.map((row): Suggested => ({
    kind: 'title',
    text: row.title,
    slug: row.slug,
    detail: [row.year, row.director].filter((part) => part !== null).join(', ') || null,
    films: 1,
    titleId: row.id,
  }))
}

interface NameRow {
  kind: Suggested['kind']
  slug: string
  name: string
}

async function suggestNames(
  db: Asker,
  houseId: string,
  terms: Term[],
  asked: { text: string; locale: string },
  limit: number,
): Promise<Suggested[]> {
  const query = terms.map((term) => queryOf(anyForm(term))).join(' & ')
  const { rows } = await sql<NameRow>`select kind, slug, name from search_names(${houseId}, ${query}::tsquery)`.execute(db)
  const text = wordsOf(asked.text).join(' ')
  const wanted = new Set(terms.map((term) => term.word))
  const ranked = rows.map((row) => {
    const words = wordsOf(row.name)
    const exact = words.filter((word) => wanted.has(word)).length
    return { row, rank: (words.join(' ').startsWith(text) ? 2 : 0) + exact + terms.length / Math.max(words.length, terms.length) }
  })
  const best = ranked.toSorted((a, b) => b.rank - a.rank || (a.row.slug < b.row.slug ? -1 : 1)).slice(0, NAMES_COUNTED)
  if (best.length === 0) return []
  const films = await filmsOf(db, houseId, best.map(({ row }) => row), MOST_COUNTED) // prettier-ignore
  return best
    .map(({ row, rank }, n) => ({ row, films: films[n]!, rank }))
    .filter(({ films }) => films > 0)
    .toSorted((a, b) => b.rank + Math.log2(b.films) / 4 - (a.rank + Math.log2(a.films) / 4))
    .slice(0, limit)
    .map(({ row, films }): Suggested => ({
      kind: row.kind,
      text: shownName(row, asked.locale),
      slug: row.slug,
      detail: null,
      films,
      titleId: null,
    }))
}

function shownName(row: NameRow, locale: string): string {
  const known = locale === 'fr' ? 'fr' : 'en'
  if (row.kind === 'theme') return nameOf(known, 'theme', row.name)
  if (row.kind === 'place' && /^[A-Z]{2}$/.test(row.name))
    return new Intl.DisplayNames(locale, { type: 'region' }).of(row.name) ?? row.name
  return row.name
}

async function suggestCollections(db: Asker, houseId: string, terms: Term[], locale: string): Promise<Suggested[]> {
  const { rows } = await sql<{ slug: string; name: Record<string, string> }>`
    select slug, name from collection where house_id = ${houseId} order by position, slug`.execute(db)
  const meant = rows.filter(({ name }) => {
    const words = Object.values(name).flatMap(wordsOf)
    return terms.every((term) =>
      words.some((word) => word === term.word || term.instead.includes(word) || (term.prefix && word.startsWith(term.word))),
    )
  })
  const films = await filmsOf(db, houseId, meant.map(({ slug }) => ({ kind: 'collection', slug })), 2 ** 31 - 1) // prettier-ignore
  return meant.map(({ slug, name }, n): Suggested => ({
    kind: 'collection',
    text: name[locale] ?? Object.values(name)[0] ?? slug,
    slug,
    detail: null,
    films: films[n]!,
    titleId: null,
  }))
}

/** How many published films carry each of the names, counted up to `most`. */
async function filmsOf(
  db: Asker,
  houseId: string,
  names: readonly { kind: Suggested['kind']; slug: string }[],
  most: number,
): Promise<number[]> {
  if (names.length === 0) return []
  const keys = names.map(({ kind, slug }) => ({ kind, slug }))
  const { rows } = await sql<{ films: number }>`
    select c.films from rows from (jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as (kind text, slug text)) with ordinality as w(kind, slug, n)
    cross join lateral (select count(*) as films from (select from title_name t
      where t.house_id = ${houseId} and t.kind = w.kind and t.slug = w.slug and t.published limit ${most}::integer) as counted) as c
    order by w.n`.execute(db)
  return names.map((_name, n) => Number(rows[n]?.films ?? 0))
}
