import type { Asker } from '../asker.ts'
import { askWords } from './ask-words.ts'
import { STATUSES } from './catalogue-copy.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { follow } from './follow.ts'
import { sortKeyOf } from './fold.ts'
import { putRight } from './put-right.ts'
import { termsOf } from './query.ts'
import type { Term } from './query.ts'
import { bestOf, rank } from './rank.ts'

const FEW = 3 // titles: with fewer, and none that has the words in its title or people, a word may have been misspelt

export interface TextHits {
  ords: Int32Array
  /** By ord; only those in `ords` mean something. */
  scores: Float64Array
  /** Words that were read for one that nobody knows: `{ kalimof: ["kalimov"] }`. */
  readAs: Record<string, string[]>
  /** False when no title has all the words: then those with any of them, the ones with most first. */
  allWords: boolean
}

/**
 * The titles of some statuses that a text may mean, in all languages of their sheets, with how well each fits; and the copy of the
 * house as of then, or later. Reads committed words only. Titles of other statuses have no say: neither do they keep a
 * misspelt word from being put right, nor is a word told that only they have.
 */
export async function findText(
  db: Asker,
  houseId: string,
  text: string,
  statuses: readonly CopiedStatus[],
): Promise<{ hits: TextHits; copy: CatalogueCopy; asOf: number }> {
  let terms = termsOf(text)
  if (terms.length === 0) return { hits: noHits(), ...(await follow(db, houseId)) }
  const asked = sortKeyOf(text)
  const first = await askWords(db, houseId, terms, true)
  const { copy } = await follow(db, houseId, first.asOf)
  const shows = statusesShown(statuses)
  const has = (ord: number) => ord < copy.size && shows[copy.status[ord]!] === true
  const fitting = (answer: typeof first, to: Term[]) => rank({ ...answer, found: answer.found.filter(has) }, to, copy, asked)

  let hits = fitting(first, terms)
  let allWords = true
  if (hits.ords.length < FEW && hits.best < bestOf(terms)) {
    const shown = { statuses, all: copy.ofStatus.every((count, status) => count === 0 || shows[status] === true) }
    const corrected = await putRight(db, houseId, terms, hits.ords.length > 0, shown)
    if (corrected) {
      const again = fitting(await askWords(db, houseId, corrected, true), corrected)
      if (again.ords.length > hits.ords.length) {
        hits = again
        terms = corrected
      }
    }
    if (hits.ords.length === 0 && terms.length > 1) {
      terms = corrected ?? terms
      hits = fitting(await askWords(db, houseId, terms, false), terms)
      allWords = false
    }
  }
  const readAs = Object.fromEntries(terms.filter((term) => term.instead.length > 0).map((term) => [term.word, term.instead]))
  return { hits: { ords: hits.ords, scores: hits.scores, readAs, allWords }, copy, asOf: first.asOf }
}

function noHits(): TextHits {
  return { ords: new Int32Array(0), scores: new Float64Array(0), readAs: {}, allWords: true }
}

function statusesShown(statuses: readonly CopiedStatus[]): boolean[] {
  return STATUSES.map((status) => statuses.includes(status))
}
