/** What the lists of the desk are called that leave the house as CSV or XLSX, by the same words as their pages. */
import { afterWords } from './after.ts'
import { deskContacts } from './desk-contacts.ts'
import { deskEntries } from './desk-entries.ts'
import { deskScreenings } from './desk-screenings.ts'
import { desk } from './desk.ts'
import { FORMAT_NAMES } from './format-names.ts'
import { listOf, type ListFormat, type ListOut } from './list-formats.ts'
import type { Locale } from './locale.ts'

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

/** What goes out in a format, in words: a list by its name. */
export function exportName(locale: Locale, format: keyof typeof FORMAT_NAMES | ListFormat): string {
  const list = listOf(format)
  return list === null
    ? FORMAT_NAMES[format as keyof typeof FORMAT_NAMES]
    : `${listNames(locale)[list.list]} (${list.as.toUpperCase()})`
}
