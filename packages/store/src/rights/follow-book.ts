/**
 * The rights book in memory, in columns, for questions about the whole catalogue. It follows the house's change number as the
 * catalogue's copy does (search/follow.ts): asked for at each question, so that what any server has written is seen at once,
 * and then only titles that changed are read again. What is signed is never checked on it (lines.ts).
 */
import type { CutSet } from '@vitrine/rights/box/cut-set'
import { ENTRY_KINDS, type Line } from '@vitrine/rights/book/line'
import type { LanguageSet } from '@vitrine/rights/languages/language-set'
import { Columns } from '@vitrine/rights/shelf/columns'
import type { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { readableOrNull, readCuts, readLanguages, readSets, readTerritories, type SetKind } from './sets.ts'

const TITLES_AT_ONCE = 2_000

/** Which entry a line is of is not kept: reasons are read from the rows of the one title that somebody looks at. */
const NAMELESS = { numberOf: () => 0, entryOf: () => '' }

export class FollowedBook {
  readonly columns = new Columns(NAMELESS)
  asOf = -1
  busy: Promise<unknown> = Promise.resolve()
  // null: stands in the database and cannot be read; lines of it are left out
  readonly territories: (TerritorySet | null)[] = []
  readonly languages: (LanguageSet | null)[] = []
  readonly cuts: (CutSet | null)[] = []
  /** Titles of which a line was left out. */
  readonly unreadable = new Set<number>()
}

const followed = new WeakMap<object, Map<string, FollowedBook>>()

/** Entries of which this copy of the book leaves lines out, because they cannot be read. Of a book that nobody asked for yet: none. */
export async function unreadableEntries(db: Asker, houseId: string): Promise<string[]> {
  const book = followed.get(db)?.get(houseId)
  if (book === undefined || book.unreadable.size === 0) return []
  const bad = (sets: readonly (object | null)[]) => sql`any(${`{${sets.flatMap((set, number) => (set === null ? number : [])).join(',')}}`}::integer[])` // prettier-ignore
  const { rows } = await sql<{ entry_id: string }>`
    select distinct entry_id from rights_line where house_id = ${houseId} and ord = any(${`{${[...book.unreadable].join(',')}}`}::integer[])
      and (territories = ${bad(book.territories)} or languages = ${bad(book.languages)} or cuts = ${bad(book.cuts)}) order by entry_id`.execute(
    db,
  )
  return rows.map((row) => row.entry_id)
}

/** The house's book as of a change that is no older than the call. */
export async function followBook(db: Asker, houseId: string): Promise<FollowedBook> {
  let houses = followed.get(db)
  if (houses === undefined) followed.set(db, (houses = new Map()))
  let book = houses.get(houseId)
  if (book === undefined) houses.set(houseId, (book = new FollowedBook()))
  const { rows } = await sql<{ head: unknown }>`select change_seq as head from house where house_id = ${houseId}`.execute(db)
  const head = Number(rows[0]?.head ?? 0)
  while (book.asOf < head) {
    // one reads, the others wait for it and look again
    const following = book
    const reading = book.busy.then(() => catchUp(db, houseId, following, head))
    book.busy = reading.catch(() => {})
    await reading
  }
  return book
}

async function catchUp(db: Asker, houseId: string, book: FollowedBook, head: number): Promise<void> {
  if (book.asOf >= head) return
  const { rows } = await sql<{ ords: string | null }>`
    select string_agg(ord::text, ',' order by ord) as ords from rights_title where house_id = ${houseId} and change_seq > ${book.asOf}::bigint`.execute(
    db,
  )
  const ords = rows[0]?.ords?.split(',').map(Number) ?? []
  // The database prepares the next part while this one is taken apart. What is committed meanwhile may come along early; it
  // comes again with its own number, which does no harm.
  let next = ords.length === 0 ? null : readLines(db, houseId, ords.slice(0, TITLES_AT_ONCE))
  for (let at = 0; at < ords.length; at += TITLES_AT_ONCE) {
    const text = await next!
    const rest = ords.slice(at + TITLES_AT_ONCE, at + 2 * TITLES_AT_ONCE)
    if (rest.length > 0) {
      next = readLines(db, houseId, rest)
      next.catch(() => {}) // heard when it is awaited, unless the one before it fails first
    }
    // sets are read after the lines that name them: a set is never changed, so one that is named is there
    await readNewSets(db, houseId, book)
    takeIn(book, ords.slice(at, at + TITLES_AT_ONCE), text)
  }
  book.asOf = head
  book.columns.byShape() // whoever loads a book takes its picture, not whoever asks first
}

/** Lines as one long text of numbers: a driver's work for each row and column would take most of the time. */
export const LINES_AS_TEXT = sql`string_agg(ord || ',' || kind || ',' || exclusive::int || ',' || undated::int || ',' || territories || ',' || media || ',' || languages || ',' || cuts || ',' || from_day || ',' || to_day || ',' || expires, ',')`

async function readLines(db: Asker, houseId: string, ords: readonly number[]): Promise<string> {
  const { rows } = await sql<{ lines: string | null }>`
    select ${LINES_AS_TEXT} as lines
    from rights_line where house_id = ${houseId} and ord = any(${`{${ords.join(',')}}`}::integer[])`.execute(db)
  return rows[0]?.lines ?? ''
}

const FIELDS = 11

function takeIn(book: FollowedBook, ords: readonly number[], text: string): void {
  for (const ord of ords) book.unreadable.delete(ord)
  const { lines, unreadable } = linesOfText(book, ords, text)
  for (const ord of unreadable) book.unreadable.add(ord)
  for (const [ord, of] of lines) book.columns.replace(ord, of)
}

/** The lines of some films, by their numbers, and the films of which one cannot be read. The sets that they name must have been read. */
export function linesOfText(
  book: Pick<FollowedBook, 'territories' | 'languages' | 'cuts'>,
  ords: readonly number[],
  text: string,
): { lines: Map<number, Line[]>; unreadable: Set<number> } {
  const numbers = text === '' ? [] : text.split(',')
  const lines = new Map<number, Line[]>(ords.map((ord) => [ord, []]))
  const unreadable = new Set<number>()
  for (let at = 0; at < numbers.length; at += FIELDS) {
    const number = (field: number): number => Number(numbers[at + field])
    const [territories, languages, cuts] = [book.territories[number(4)], book.languages[number(6)], book.cuts[number(7)]]
    if (!territories || !languages || !cuts) {
      unreadable.add(number(0))
      continue
    }
    lines.get(number(0))!.push({
      entry: '',
      kind: ENTRY_KINDS[number(1)]!,
      exclusive: number(2) === 1,
      undated: number(3) === 1,
      box: {
        territories,
        media: number(5),
        languages,
        cuts,
        from: number(8),
        to: number(9),
      },
      expires: number(10),
    })
  }
  return { lines, unreadable }
}

export async function readNewSets(db: Asker, houseId: string, book: FollowedBook): Promise<void> {
  const fill = async <T extends { readonly isEmpty: boolean }>(
    kind: SetKind,
    sets: (T | null)[],
    read: (members: string) => T,
  ): Promise<void> => {
    for (const { number, members } of await readSets(db, houseId, kind, sets.length)) sets[number] = readableOrNull(read, members)
  }
  await fill('territories', book.territories, readTerritories)
  await fill('languages', book.languages, readLanguages)
  await fill('cuts', book.cuts, readCuts)
}
