/** Texts that were typed on a sheet and could not be taken: what is said of them together. */
import { formatList, type Locale } from '@vitrine/messages'
import type { Unread } from './context.ts'

/** The fields in which they stand, by name. */
export const namesOfUnread = (unread: ReadonlyMap<string, Unread>, locale: Locale): string =>
  formatList(locale, [...new Set([...unread.values()].map(({ name }) => name))])

/** The first of their controls on the page. */
export function firstOf(unread: ReadonlyMap<string, Unread>): HTMLElement | null {
  const controls = [...unread.keys()].flatMap((id) => document.getElementById(id) ?? [])
  return controls.toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0] ?? null
}
