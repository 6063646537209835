/** What the address of a list's file asks for beside the list's own filter. */
import type { ListAsked } from '@vitrine/house/contract/lists'
import type { Locale } from '@vitrine/messages'

/** `?format=csv&column=name&column=price`; no column: all of them. */
export function askedList(url: URL, locale: Locale): ListAsked {
  const columns = url.searchParams.getAll('column').slice(0, 100)
  return {
    format: url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv',
    columns: columns.length === 0 ? null : columns,
    locale,
  }
}

/** The parts of a filter that the address has, each as a text. */
export function askedTexts<Name extends string>(url: URL, names: Readonly<Record<string, Name>>): Partial<Record<Name, string>> {
  const found = Object.entries(names).flatMap(([param, name]) => {
    const text = url.searchParams.get(param) ?? ''
    return text === '' ? [] : [[name, text.slice(0, 300)]]
  })
  return Object.fromEntries(found) as Partial<Record<Name, string>>
}
