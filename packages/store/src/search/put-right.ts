import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { arrayOf } from './ask-words.ts'
import type { CopiedStatus } from './catalogue-copy.ts'
import { anyForm, queryOf } from './query.ts'
import type { Term } from './query.ts'
import { allowedErrors, distance, nearForms } from './typos.ts'

const MOST_INSTEAD = 8

/** Whose words count: a word that only hidden titles have is neither known nor told. */
export interface Shown {
  statuses: readonly CopiedStatus[]
  all: boolean // no title is hidden
}

/**
 * The terms with known words in place of those that nobody knows (or, when all are known, beside them); null when there are none.
 * When titles with all the words were found, every word is known, and any of them may be another with a letter wrong, but not two.
 */
export async function putRight(
  db: Asker,
  houseId: string,
  terms: readonly Term[],
  someFound: boolean,
  shown: Shown,
): Promise<Term[] | null> {
  if (!terms.some((term) => allowedErrors(term.word) > 0)) return null
  const alike = await wordsAlike(db, houseId, terms, { shown: someFound || terms.length === 1 ? null : shown, far: !someFound })
  if (alike.size === 0) return null
  const told = shown.all ? null : await shownWords(db, houseId, [...new Set([...alike.values()].flat())], shown)
  if (told?.size === 0) return null
  return terms.map((term) => ({
    ...term,
    instead: (alike.get(term.word) ?? []).filter((word) => told === null || told.has(word)),
  }))
}

async function shownWords(db: Asker, houseId: string, words: readonly string[], shown: Shown): Promise<Set<string>> {
  const queries = arrayOf(words.map((word) => queryOf([{ lexeme: word, prefix: false }])))
  const { rows } = await sql<{ fitting: number[] }>`
    select search_fitting(${houseId}, ${arrayOf(shown.statuses)}::text[], ${queries}::tsquery[]) as fitting`.execute(db)
  return new Set((rows[0]?.fitting ?? []).map((n) => words[n - 1]!))
}

/**
 * For each term the known words that it may have meant, the nearest first. Those one letter away are found all, by a form they
 * share; only where there are none, and more may be wrong or the word goes on, are words with like groups of letters looked at.
 * With `shown`, a term that one of its titles has is right as it is, unless all are. `far: false` leaves it at one letter.
 */
export async function wordsAlike(
  db: Asker,
  houseId: string,
  terms: readonly Term[],
  { shown, far }: { shown: Shown | null; far: boolean } = { shown: null, far: true },
): Promise<Map<string, string[]>> {
  const words = arrayOf(terms.map((term) => term.word))
  const forms = JSON.stringify(terms.map(({ word }) => (allowedErrors(word) > 0 ? nearForms(word) : [])))
  const queries = shown && arrayOf(terms.map((term) => queryOf(anyForm(term))))
  const { rows } = await sql<{ asked: string; near: string[] }>`
    select asked, near from search_doubted(${houseId}, ${arrayOf(shown?.statuses ?? [])}::text[], ${words}::text[], ${forms}::text::jsonb, ${queries}::tsquery[])`.execute(
    db,
  )
  const near = new Map(rows.map((row) => [row.asked, row.near]))
  const doubted = terms.filter((term) => near.has(term.word))
  const found = nearestOf(doubted, near)
  if (!far) return found
  const left = doubted.filter(
    ({ word, prefix }) => !found.has(word) && (allowedErrors(word) > 1 || (prefix && allowedErrors(word) > 0)),
  )
  if (left.length === 0) return found
  return new Map([...found, ...nearestOf(left, await wordsLike(db, houseId, left))])
}

async function wordsLike(db: Asker, houseId: string, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ asked: string; alike: string[] }>`
    select a.word as asked, array(select search_alike(${houseId}, a.word)) as alike
    from unnest(${arrayOf(terms.map((term) => term.word))}::text[]) as a(word)`.execute(db)
  return new Map(rows.map((row) => [row.asked, row.alike]))
}

function nearestOf(terms: readonly Term[], candidates: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const term of terms) {
    const most = allowedErrors(term.word)
    const words = new Set(candidates.get(term.word))
    words.delete(term.word)
    const measured = [...words]
      .map((word) => {
        const whole = distance(term.word, word, most)
        const start = term.prefix ? distance(term.word, word, most, true) + 0.5 : Infinity // half a letter worse: the word goes on
        return { word, far: Math.min(whole, start) + (word[0] === term.word[0] ? 0 : 0.25) }
      })
      .filter(({ far }) => Math.floor(far) <= most)
    const nearest = Math.min(...measured.map(({ far }) => far))
    const kept = measured.filter(({ far }) => far < nearest + 1)
    const first = kept.toSorted((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1)).slice(0, MOST_INSTEAD)
    if (first.length > 0) found.set(term.word, first.map(({ word }) => word)) // prettier-ignore
  }
  return found
}
