import type { TitleStatus } from '@vitrine/catalogue'
import type { Asker } from '../asker.ts'
import { countFacets, type CountedFacet, type Selection } from './count-facets.ts'
import { follow } from './follow.ts'
import { findTextOnce } from './kept-hits.ts'

/**
 * Every film that words and facets find, as numbers, and the ids behind the numbers: for questions that are put to all of them at once. Films come in order
 * of their relevance where there are words.
 */
export async function findOrds(
  db: Asker,
  houseId: string,
  asked: { text?: string | undefined; facets?: Selection | undefined; statuses: readonly TitleStatus[] },
): Promise<{ ords: Int32Array; facets: CountedFacet[]; asOf: number; ids: readonly string[] }> {
  const text = (asked.text ?? '').trim()
  const { hits, copy, asOf } =
    text === '' ? { hits: null, ...(await follow(db, houseId)) } : await findTextOnce(db, houseId, text, asked.statuses)
  return { ...countFacets(copy, hits?.ords ?? null, asked.statuses, asked.facets ?? {}), asOf, ids: copy.ids }
}
