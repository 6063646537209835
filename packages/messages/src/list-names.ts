/** What the lists of the desk are called that leave the house as CSV or XLSX, by the same words as their pages. */
import { afterWords } from './after.ts'
import { deskContacts } from './desk-contacts.ts'
import { deskEntries } from './desk-entries.ts'
import { deskScreenings } from './desk-screenings.ts'
import { desk } from './desk.ts'
import { FORMAT_NAMES } from './format-names.ts'
import type { Locale } from './locale.ts'

/** Lists that go out whole, and so can go out by themselves. */
export const LISTS_OUT = ['contacts', 'rights', 'deals', 'requests', 'tasks', 'deliverables', 'invoices', 'figures', 'screeners', 'viewings', 'markets', 'meetings'] as const // prettier-ignore
export type ListOut = (typeof LISTS_OUT)[number]
/** A list in one of the formats of spreadsheets: `deals-xlsx`. */
export type ListFormat = `${ListOut}-${'csv' | 'xlsx'}`
export const LIST_FORMATS = LISTS_OUT.flatMap((list) => [`${list}-xlsx`, `${list}-csv`] as ListFormat[])

export const listNames = (locale: Locale): Readonly<Record<ListOut, string>> => {
  const after = afterWords[locale]
  const contacts = deskContacts[locale]
  const screenings = deskScreenings[locale]
  return {
    contacts: contacts.roomsLabel,
    rights: deskEntries[locale].bookTitle,
    deals: after.deals,
    requests: desk[locale].requests,
    tasks: contacts.tasks,
    deliverables: after.deliverables,
    invoices: after.invoices,
    figures: after.figures,
    screeners: screenings.title,
    viewings: screenings.viewings,
    markets: contacts.markets,
    meetings: contacts.meetings,
  }
}

/**
 * The list of a format, and how it is written; null where it is none.
 *
 * @example
 * listOf('deals-xlsx') // { list: 'deals', as: 'xlsx' }
 */
export function listOf(format: string): { list: ListOut; as: 'csv' | 'xlsx' } | null {
  const [, list, as] = /^(.+)-(csv|xlsx)$/.exec(format) ?? []
  const known = LISTS_OUT.find((one) => one === list)
  return known === undefined ? null : { list: known, as: as as 'csv' | 'xlsx' }
}

/** What goes out in a format, in words: a list by its name. */
export function exportName(locale: Locale, format: keyof typeof FORMAT_NAMES | ListFormat): string {
  const list = listOf(format)
  return list === null
    ? FORMAT_NAMES[format as keyof typeof FORMAT_NAMES]
    : `${listNames(locale)[list.list]} (${list.as.toUpperCase()})`
}
