import type { Asker } from '../asker.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { findText } from './find-text.ts'
import type { TextHits } from './find-text.ts'

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
 * The titles that a text may mean, from the answers that were given already where the house has not changed since: people turn
 * pages, add a facet, take it back, all with the same words. `asOf` must have been read before this is called.
 */
export async function findTextOnce(
  db: Asker,
  houseId: string,
  text: string,
  copy: CatalogueCopy,
  asOf: number,
  statuses: readonly CopiedStatus[],
): Promise<TextHits> {
  let answers = kept.get(db)
  if (!answers) kept.set(db, (answers = new Map()))
  const key = `${houseId}\n${statuses.toSorted().join()}\n${text}`
  const known = answers.get(key)
  answers.delete(key)
  if (known?.asOf === asOf) {
    answers.set(key, known) // the last to be forgotten
    return unpack(known)
  }
  const hits = await findText(db, houseId, text, copy, statuses)
  if (key.length < 1_000)
    answers.set(key, {
      asOf,
      ords: hits.ords,
      scores: Float64Array.from(hits.ords, (ord) => hits.scores[ord]!),
      readAs: hits.readAs,
      allWords: hits.allWords,
    })
  forgetOldest(answers)
  return hits
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
