/** What the films page was asked, read from its address; and addresses that ask a little more or a little less. */
import { slotOf } from '@vitrine/catalogue/model/vocabulary'
import type { BrowseRequest, Facet } from '@vitrine/house'

export const SITE_FACETS = [
  'theme',
  'slot',
  'version',
  'country',
  'year',
  'festival',
  'genre',
  'director',
  'collection',
] as const satisfies readonly Facet[]
export type SiteFacet = (typeof SITE_FACETS)[number]
export const SORTS = ['newest', 'title', 'year', 'updated'] as const
export type Sort = NonNullable<BrowseRequest['sort']>
export const PAGE = 24
export const MOST_SHOWN = 96

export interface Asked {
  text: string
  facets: Partial<Record<SiteFacet, string[]>>
  sort: Sort
  view: 'grid' | 'list'
  show: number // how many films this page holds
  cursor: string | null // set on pages beyond the first MOST_SHOWN
}

/** The values of facets that an address asks for. */
export function readFacets<F extends Facet>(search: URLSearchParams, of: readonly F[]): Partial<Record<F, string[]>> {
  const facets: Partial<Record<F, string[]>> = {}
  for (const facet of of) {
    const values = [
      ...new Set(
        search
          .getAll(facet)
          .map((value) => value.trim().slice(0, 120))
          .filter((value) => value !== ''),
      ),
    ].slice(0, 20)
    if (values.length > 0) facets[facet] = values
  }
  return facets
}

/** A length as the trade writes it: `52'`, `52 min`, `52 minutes`, `3 x 52'`. */
const LENGTH = /(?<![\p{L}\d])(?:(\d{1,2})\s*[x×]\s*)?(\d{1,3})\s*(?:min(?:ut[eio]?[ns]?)?\b\.?|mn\b|['’′](?![\p{L}\d]))/iu

/**
 * A length among what was typed is no word of a film's: it chooses the slot, as its box beside the films does, where it is seen
 * and taken away.
 *
 * @example
 * withoutLength('climate 52 minutes') // { text: "climate", slot: "52" }
 */
export function withoutLength(text: string): { text: string; slot: string | null } {
  const [all, episodes, minutes] = LENGTH.exec(text) ?? []
  if (all === undefined) return { text, slot: null }
  const slot = slotOf({ minutes: Number(minutes), episodes: episodes === undefined ? null : Number(episodes) })
  return {
    text: text
      .replace(all, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;]+|[\s,;]+$/g, ''),
    slot,
  }
}

/** Reads an address. Anything odd in it is dropped, never an error: addresses are typed, cut and pasted. */
export function readAsked(search: URLSearchParams): Asked {
  const typed = (search.get('q') ?? '').trim().slice(0, 200)
  const chosen = readFacets(search, SITE_FACETS)
  const { text, slot } = withoutLength(typed)
  const facets = slot === null ? chosen : { ...chosen, slot: [...new Set([...(chosen.slot ?? []), slot])] }
  const sort = search.get('sort')
  const known = [...SORTS, 'relevance'].find((one) => one === sort) as Sort | undefined
  const shown = Number(search.get('show'))
  return {
    text,
    facets,
    sort: known ?? (text === '' ? 'newest' : 'relevance'),
    view: search.get('view') === 'list' ? 'list' : 'grid',
    show: Number.isInteger(shown) && shown > PAGE ? Math.min(MOST_SHOWN, Math.ceil(shown / PAGE) * PAGE) : PAGE,
    cursor: /^[\w.~=+/-]{1,500}$/.test(search.get('cursor') ?? '') ? search.get('cursor') : null,
  }
}

/** The address of a question. Parameters stand in one order, so that one question has one address. */
export function hrefOf(path: string, asked: Partial<Asked>): string {
  const search = new URLSearchParams()
  if (asked.text) search.set('q', asked.text)
  for (const facet of SITE_FACETS) for (const value of asked.facets?.[facet] ?? []) search.append(facet, value)
  if (asked.sort !== undefined && asked.sort !== (asked.text ? 'relevance' : 'newest')) search.set('sort', asked.sort)
  if (asked.view === 'list') search.set('view', 'list')
  if (asked.show !== undefined && asked.show > PAGE) search.set('show', String(asked.show))
  if (asked.cursor) search.set('cursor', asked.cursor)
  const query = search.toString()
  return query === '' ? path : `${path}?${query}`
}

/** The same question with one value of a facet added, or taken away if it was there. Paging starts over. */
export function toggled(asked: Asked, facet: SiteFacet, value: string): Asked {
  return { ...asked, facets: withToggled(asked.facets, facet, value), show: PAGE, cursor: null }
}

/** The values asked for, with one added, or taken away if it was among them. */
export function withToggled<F extends Facet>(
  facets: Partial<Record<F, string[]>>,
  facet: F,
  value: string,
): Partial<Record<F, string[]>> {
  const { [facet]: had = [], ...others } = facets
  const now = had.includes(value) ? had.filter((one) => one !== value) : [...had, value]
  return { ...others, ...(now.length > 0 ? { [facet]: now } : {}) } as Partial<Record<F, string[]>>
}
