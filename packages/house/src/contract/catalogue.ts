/** The printed catalogue for a market. */
import type { Locale } from '@vitrine/messages'
import type { Actor, Facet } from '../contract.ts'

/** More is a book in two volumes: choose a theme or a collection. */
export const MOST_FILMS_PRINTED = 200

export interface CatalogueRequest {
  /** The market, or whatever the catalogue is called after. */
  market: string
  /** Where and when, as it stands on the cover. */
  where?: string | null
  /** Default: this year. */
  year?: number | null
  /** These titles, whatever their state, in this order; else the published ones that `facets` find, by title. */
  ids?: string[] | null
  facets?: Partial<Record<Facet, string[]>> | null
  locale: Locale
  paper: 'a4' | 'letter'
  perPage: 1 | 2
  /** For a printing works: bleed, crop marks, inks. */
  forPrinters: boolean
}

export interface CatalogueVerbs {
  /**
   * A catalogue as PDF: cover, contents, chapters by theme, a page a film or for two, indexes, and who sells for the house.
   *
   * @throws HouseError `not-found` for a title that is not there or where nothing is found, `limit-reached` beyond 200 titles,
   * `printing-down`
   */
  printCatalogue(actor: Actor, args: CatalogueRequest): Promise<{ pdf: Uint8Array; fileName: string; films: number }>
}
