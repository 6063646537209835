import type { Asker } from '../asker.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { findText } from './find-text.ts'
import type { TextHits } from './find-text.ts'
import { follow } from './follow.ts'

const MOST_TITLES = 1_000_000 // in all kept answers of a process: some 12 MB

interface Kept {
  asOf: number
  ords: Int32Array
  scores: Float64Array // beside ords; as exact as they were, for the next page's cursor
  readAs: TextHits['readAs']
  allWords: boolean
}

const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * `findText`, from the answers that were given already where the house has not changed since: people turn pages, add a facet,
 * take it back, all with the same words.
 */
export async function findTextOnce(
  db: Asker,
  houseId: string,
  text: string,
  statuses: readonly CopiedStatus[],
): Promise<{ hits: TextHits; copy: CatalogueCopy; asOf: number }> {
  let answers = kept.get(db)
  if (!answers) kept.set(db, (answers = new Map()))
  const key = `${houseId}\n${statuses.toSorted().join()}\n${text}`
  const known = answers.get(key)
  if (known) {
    const { copy, asOf } = await follow(db, houseId)
    answers.delete(key)
    if (known.asOf === asOf) {
      answers.set(key, known) // the last to be forgotten
      return { hits: unpack(known), copy, asOf }
    }
  }
  const found = await findText(db, houseId, text, statuses)
  const { ords, scores, readAs, allWords } = found.hits
  if (key.length < 1_000) answers.set(key, { asOf: found.asOf, ords, scores: beside(ords, scores), readAs, allWords })
  forgetOldest(answers)
  return found
}

/** The scores of the titles, in their order. */
function beside(ords: Int32Array, scores: Float64Array): Float64Array {
  const own = new Float64Array(ords.length)
  for (let n = 0; n < ords.length; n++) own[n] = scores[ords[n]!]!
  return own
}

function unpack({ ords, scores, readAs, allWords }: Kept): TextHits {
  const byOrd = new Float64Array(ords.reduce((most, ord) => Math.max(most, ord), -1) + 1)
  ords.forEach((ord, n) => (byOrd[ord] = scores[n]!))
  return { ords, scores: byOrd, readAs, allWords }
}

function forgetOldest(answers: Map<string, Kept>): void {
  let titles = 0
  for (const { ords } of answers.values()) titles += ords.length + 1_000
  for (const [key, { ords }] of answers) {
    if (titles <= MOST_TITLES) return
    answers.delete(key)
    titles -= ords.length + 1_000
  }
}
