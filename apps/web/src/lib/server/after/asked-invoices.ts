/** What the address of the list of invoices asks for. */
import type { InvoiceShelf } from '@vitrine/house'

export const SHELVES = [
  'all',
  'open',
  'overdue',
  'paid',
  'credited',
  'credit-notes',
  'to-return',
] as const satisfies readonly InvoiceShelf[]

export function askedInvoices(url: URL): { shelf: InvoiceShelf; text?: string; year?: number } {
  const shelf = SHELVES.find((each) => each === url.searchParams.get('shelf')) ?? 'all'
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const year = Number(url.searchParams.get('year'))
  return { shelf, ...(text === '' ? {} : { text }), ...(Number.isInteger(year) && year >= 1900 && year <= 9999 ? { year } : {}) }
}
