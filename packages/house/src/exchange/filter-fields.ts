/** By what each list that goes out by itself can be narrowed, as data: the filters of its page and of its export by hand, as its API names them. */
import { TITLE_STATUSES } from '@vitrine/catalogue'
import { COMPANY_KINDS } from '@vitrine/deals/company/profile'
import { DEAL_STATES, REQUEST_STATES } from '@vitrine/deals/states/machines'
import type { FilterKey } from '@vitrine/messages/export-filters'
import { type ListOut, listOf } from '@vitrine/messages/list-formats'
import { INVOICE_SHELVES } from '@vitrine/store/after/invoices'
import { REQUEST_KINDS } from '@vitrine/store/deals/requests'
import { MARKET_KINDS } from '../contract/contacts.ts'
import { PERIODS } from './period.ts'

export type FilterField =
  | { kind: 'choice'; among: readonly string[]; several?: true }
  | { kind: 'words'; most: number }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'day' | 'country' | 'title' | 'company' | 'contact' | 'member' | 'market' | 'screener' | 'facet' }
export type FilterFields = Readonly<Partial<Record<FilterKey, FilterField>>>

const among = (...values: readonly string[]): FilterField => ({ kind: 'choice', among: values })
const words = (most: number): FilterField => ({ kind: 'words', most })
const [day, country, title, company, contact, member, market, screener, facet] = (['day', 'country', 'title', 'company', 'contact', 'member', 'market', 'screener', 'facet'] as const).map((kind) => ({ kind })) as FilterField[] as [FilterField, FilterField, FilterField, FilterField, FilterField, FilterField, FilterField, FilterField, FilterField] // prettier-ignore
const period = among(...PERIODS)

const OF_FILMS: FilterFields = { q: words(300), status: { kind: 'choice', among: TITLE_STATUSES, several: true }, theme: facet, genre: facet, slot: facet, year: facet, country: facet, version: facet, festival: facet, director: facet } // prettier-ignore
const OF_LISTS: Readonly<Record<ListOut, FilterFields>> = {
  contacts: { q: words(200), kind: among(...COMPANY_KINDS), country, companyId: company, due: among('true') },
  rights: { titleId: title },
  deals: { q: words(300), state: among(...DEAL_STATES), owner: member, companyId: company, titleId: title, film: words(200), territory: words(4_000), period, from: day, to: day }, // prettier-ignore
  requests: { q: words(300), state: among(...REQUEST_STATES, 'waiting'), kind: among(...REQUEST_KINDS), owner: member, companyId: company }, // prettier-ignore
  tasks: { dueWithin: { kind: 'number', least: 0, most: 3_650 } },
  deliverables: { shelf: among('open', 'sent', 'done') },
  invoices: { shelf: among(...INVOICE_SHELVES.filter((shelf) => shelf !== 'all')), q: words(200), year: { kind: 'number', least: 1900, most: 9999 } }, // prettier-ignore
  figures: { period, from: day, to: day, by: among('month', 'quarter', 'year') },
  screeners: { state: among('open', 'over'), titleId: title, companyId: company },
  viewings: { screenerId: screener, titleId: title, companyId: company, contactId: contact },
  markets: { q: words(200), kind: among(...MARKET_KINDS), country, period, from: day, to: day },
  meetings: { marketId: market },
}

/** By what a format can be narrowed; Avails have their platform (`licensee`) and nothing else. */
export function filterFieldsOf(format: string): FilterFields {
  const list = listOf(format)
  return list !== null ? OF_LISTS[list.list] : format.startsWith('avails') ? {} : OF_FILMS
}
