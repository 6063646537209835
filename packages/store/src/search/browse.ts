import type { TitleStatus } from '@vitrine/catalogue'
import type { Asker } from '../asker.ts'
import { countFacets } from './count-facets.ts'
import type { CountedFacet, Selection } from './count-facets.ts'
import { follow } from './follow.ts'
import { findTextOnce } from './kept-hits.ts'
import { pageOf } from './page-of.ts'
import type { Sort } from './page-of.ts'

export interface BrowseAsked {
  text?: string | undefined
  facets?: Selection | undefined
  sort?: Sort | undefined // default: relevance when there is a text, else newest
  cursor?: string | null | undefined
  limit?: number | undefined // 1..100, default 24
  locale: string
  statuses: readonly TitleStatus[] // which titles the asker may see
}

export interface BrowseFound {
  total: number
  ids: string[] // of this page, in order
  facets: CountedFacet[]
  nextCursor: string | null
  asOf: number // the house's change number: everything committed up to it is in
  readAs: Record<string, string[]> // misspelt words and what they were read as
  allWords: boolean // false: no title has all the words; these have some
}

/** In which order films come when nobody says. */
export const sortOf = ({ text = '', sort }: Pick<BrowseAsked, 'text' | 'sort'>): Sort =>
  sort ?? (text.trim() === '' ? 'newest' : 'relevance')

/**
 * Films by words and facets, with counts, page by page. Words are looked up in the database, facets in the copy in memory.
 *
 * @throws StoreError (through storeErrorOf) when the database does not answer
 * @example
 * const { total, ids, facets } = await browse(db, 'house', { text: 'centrl asia', facets: { slot: ['52'] }, locale: 'en', statuses: ['published'] })
 */
export async function browse(db: Asker, houseId: string, asked: BrowseAsked): Promise<BrowseFound> {
  const text = (asked.text ?? '').trim()
  const selection = asked.facets ?? {}
  const limit = Math.min(Math.max(Math.trunc(asked.limit ?? 24) || 24, 1), 100)
  const { hits, copy, asOf } =
    text === '' ? { hits: null, ...(await follow(db, houseId)) } : await findTextOnce(db, houseId, text, asked.statuses)
  const { ords, facets } = countFacets(copy, hits?.ords ?? null, asked.statuses, selection)
  const sort = sortOf(asked)
  const page = pageOf(copy, ords, {
    sort,
    scores: hits?.scores ?? null,
    limit,
    cursor: asked.cursor ?? null,
    locale: asked.locale,
  })
  return {
    total: ords.length,
    ids: page.ords.map((ord) => copy.ids[ord]!),
    facets,
    nextCursor: page.nextCursor,
    asOf,
    readAs: hits?.readAs ?? {},
    allWords: hits?.allWords ?? true,
  }
}
