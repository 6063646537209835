/** Numbers of a film: as PropertyValue, as titleEIDR, and as the addresses of its pages elsewhere. */
import { emptySheet, readEidr, readIsan, type TitleSheet } from '@vitrine/catalogue'
import type { Doubts } from '../formats/film-in.ts'
import { textOf } from '../json/look.ts'
import type { Graph } from '../json-ld/graph.ts'

const PAGES: readonly [key: 'imdb' | 'tmdb' | 'wikidata' | 'eidr', page: RegExp][] = [
  ['imdb', /^https?:\/\/(?:www\.|m\.)?imdb\.com\/title\/(tt\d{7,10})/],
  ['tmdb', /^https?:\/\/(?:www\.)?themoviedb\.org\/(?:movie\/)?((?:tv\/)?\d+)/],
  ['wikidata', /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(Q\d+)/],
  ['eidr', /^https?:\/\/(?:dx\.)?doi\.org\/(10\.5240\/[0-9A-Z-]+)/i],
]

/** Where a number stands that somebody calls so. */
const NAMES: Record<string, keyof TitleSheet['identifiers']> = {
  isan: 'isan',
  eidr: 'eidr',
  imdb: 'imdb',
  tmdb: 'tmdb',
  wikidata: 'wikidata',
  reference: 'reference',
}

export function identifiersOf(graph: Graph, film: unknown, said: Doubts): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  const take = (key: keyof typeof found, value: string) => void (found[key] ??= value)
  for (const one of graph.values(film, 'identifier')) {
    const name = graph.first(one, 'propertyID') ?? graph.nameOf(one) ?? ''
    const value = textOf(one) ?? graph.first(one, 'value')
    const key = NAMES[name.toLowerCase()]
    if (value === null) continue
    if (key !== undefined) take(key, value)
    else if (readEidr(value) !== null) take('eidr', value)
    else if (name === '' && readIsan(value) !== null) take('isan', value)
    else said.notice('not-kept', { what: `${name} ${value}`.trim() })
  }
  const eidr = graph.first(film, 'titleEIDR')
  if (eidr !== null) take('eidr', eidr)
  for (const page of graph.texts(film, 'sameAs'))
    for (const [key, pattern] of PAGES) {
      const value = pattern.exec(page)?.[1]
      if (value !== undefined) take(key, value)
    }
  return found
}
