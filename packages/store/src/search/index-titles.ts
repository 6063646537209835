import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { isUnspaced } from './fold.ts'
import { facetsOfSheet } from './facets-of-sheet.ts'
import { namesOfSheet } from './names-of-sheet.ts'
import type { SearchName } from './names-of-sheet.ts'
import { keepStatistics } from './statistics.ts'
import { nearForms } from './typos.ts'
import { tsvectorOf, wordsOfSheet } from './words-of-sheet.ts'

/** A title as it is after a write. Instants are ISO 8601. */
export interface TitleToIndex {
  id: string
  status: TitleStatus
  sheet: TitleSheet
  updatedAt: string
  publishedAt: string | null
}

/**
 * Makes titles findable as they now are. Call it in the transaction that writes them, with the house locked (lockHouse),
 * passing that transaction and its change number. A fixed number of statements however many titles: seven, and two more when
 * there are new words; some hundred titles a call are best.
 *
 * @example
 * await indexTitles(trx, 'house', [{ id, status: 'published', sheet, updatedAt, publishedAt }], changeSeq)
 */
export async function indexTitles(
  trx: Asker,
  houseId: string,
  titles: readonly TitleToIndex[],
  changeSeq: number,
): Promise<void> {
  if (titles.length === 0) return
  const given = [...new Map(titles.map((title) => [title.id, title])).values()] // of two states of one title the last
  const { ords, before, after } = await ordsOf(trx, houseId, given.map((title) => title.id)) // prettier-ignore
  const words = wordsOfTitles(given.map((title) => ({ ...title, ord: ords.get(title.id)! })))
  await sql`
    insert into search_title (house_id, ord, title_id, status, change_seq, facets)
    select ${houseId}, r.ord, r.id, r.status, ${changeSeq}::bigint, r.facets
    from jsonb_to_recordset(${words.json}::text::jsonb) as r(ord integer, id text, status text, facets text)
    on conflict (house_id, ord) do update set status = excluded.status, change_seq = excluded.change_seq, facets = excluded.facets`.execute(
    trx,
  )
  await keepWords(trx, houseId, words)
  await keepStatistics(trx, before, after)
}

/** Makes titles findable that have their numbers already, and are no change of the house: it moved here with them. */
export async function indexNumbered(trx: Asker, houseId: string, titles: readonly NumberedTitle[]): Promise<void> {
  const words = wordsOfTitles(titles)
  await sql`
    update search_title s set status = r.status, facets = r.facets
    from jsonb_to_recordset(${words.json}::text::jsonb) as r(ord integer, id text, status text, facets text)
    where s.house_id = ${houseId} and s.ord = r.ord`.execute(trx)
  await keepWords(trx, houseId, words)
}

export type NumberedTitle = TitleToIndex & { ord: number }

/** What is kept of titles for finding them: a row each as JSON, and all their words and names. */
function wordsOfTitles(titles: readonly NumberedTitle[]): { json: string; vocabulary: Set<string>; names: SearchName[] } {
  const vocabulary = new Set<string>()
  const names = new Map<string, SearchName>()
  const rows = titles.map((title) => {
    const { plain, marked } = wordsOfSheet(title.sheet)
    for (const word of plain) if (isWorthKnowing(word)) vocabulary.add(word)
    for (const name of namesOfSheet(title.sheet))
      if (!names.has(`${name.kind} ${name.slug}`)) names.set(`${name.kind} ${name.slug}`, name)
    return {
      ord: title.ord,
      id: title.id,
      status: title.status,
      facets: JSON.stringify(facetsOfSheet(title.sheet, title)),
      words: tsvectorOf([...plain, ...marked]),
      marks: tsvectorOf(marked),
    }
  })
  return { json: JSON.stringify(rows), vocabulary, names: [...names.values()] }
}

async function keepWords(trx: Asker, houseId: string, kept: ReturnType<typeof wordsOfTitles>): Promise<void> {
  await sql`
    with given as (select * from jsonb_to_recordset(${kept.json}::text::jsonb) as r(ord integer, words text, marks text)),
    found as (
      insert into search_words (house_id, ord, words) select ${houseId}, ord, words::tsvector from given
      on conflict (house_id, ord) do update set words = excluded.words where search_words.words <> excluded.words)
    insert into search_marks (house_id, ord, words) select ${houseId}, ord, marks::tsvector from given
    on conflict (house_id, ord) do update set words = excluded.words where search_marks.words <> excluded.words`.execute(trx)
  await learnWords(trx, houseId, [...kept.vocabulary])
  await learnNames(trx, houseId, kept.names)
  await sql`select search_settle()`.execute(trx)
}

/** One title made findable as it now is: see `indexTitles`. */
export async function indexTitle(trx: Asker, houseId: string, title: TitleToIndex, changeSeq: number): Promise<void> {
  await indexTitles(trx, houseId, [title], changeSeq)
}

/** A deleted title is found no more. Its number stays its own. */
export async function unindexTitle(trx: Asker, houseId: string, titleId: string, changeSeq: number): Promise<void> {
  for (const table of ['search_words', 'search_marks'])
    await sql`delete from ${sql.table(table)} w using search_title t
      where t.house_id = ${houseId} and t.title_id = ${titleId} and w.house_id = t.house_id and w.ord = t.ord`.execute(trx)
  await sql`update search_title set status = 'gone', change_seq = ${changeSeq}::bigint, facets = '{"k":"","n":1,"y":null,"p":null,"u":0,"f":{}}'
    where house_id = ${houseId} and title_id = ${titleId}`.execute(trx)
}

/** The numbers of titles, giving one to each that has none yet; and how many the house had and has. */
async function ordsOf(
  trx: Asker,
  houseId: string,
  ids: string[],
): Promise<{ ords: Map<string, number>; before: number; after: number }> {
  const known = await sql<{ title_id: string; ord: number }>`
    select t.title_id, t.ord from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as w(id)
    join search_title t on t.house_id = ${houseId} and t.title_id = w.id`.execute(trx)
  const ords = new Map(known.rows.map((row) => [row.title_id, row.ord]))
  const fresh = ids.filter((id) => !ords.has(id))
  if (fresh.length === 0) return { ords, before: 0, after: 0 }
  const { rows } = await sql<{ next: number }>`
    insert into search_ord as o (house_id, next) values (${houseId}, ${fresh.length}::integer)
    on conflict (house_id) do update set next = o.next + excluded.next returning next`.execute(trx)
  const after = rows[0]?.next ?? fresh.length
  const before = after - fresh.length
  fresh.forEach((id, n) => ords.set(id, before + n))
  return { ords, before, after }
}

/** Numbers, pairs of unspaced scripts and two-letter words have no typos that could be told from other words. */
function isWorthKnowing(word: string): boolean {
  return word.length >= 3 && !/^\p{N}/u.test(word) && !isUnspaced(word)
}

async function learnWords(trx: Asker, houseId: string, words: string[]): Promise<void> {
  if (words.length === 0) return
  const { rows } = await sql<{ word: string }>`
    select w.word from jsonb_array_elements_text(${JSON.stringify(words)}::text::jsonb) as w(word)
    where not exists (select from search_vocabulary v where v.house_id = ${houseId} and v.word = w.word)`.execute(trx)
  if (rows.length === 0) return
  const fresh = rows.map(({ word }) => ({ word, near: nearForms(word) }))
  await sql`
    insert into search_vocabulary (house_id, word, near)
    select ${houseId}, r.word, r.near from jsonb_to_recordset(${JSON.stringify(fresh)}::text::jsonb) as r(word text, near text[])
    on conflict (house_id, word) do nothing`.execute(trx)
}

async function learnNames(trx: Asker, houseId: string, names: SearchName[]): Promise<void> {
  if (names.length === 0) return
  const rows = names.map((name) => ({ kind: name.kind, slug: name.slug, name: name.name, words: tsvectorOf(name.words) }))
  await sql`
    insert into search_name (house_id, kind, slug, name, words)
    select ${houseId}, r.kind, r.slug, r.name, r.words::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(kind text, slug text, name text, words text)
    on conflict (house_id, kind, slug) do nothing`.execute(trx)
}
