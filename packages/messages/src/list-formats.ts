/** The lists of the desk that leave the house, and the formats in which they do: without their names, so that a command has them at once. */

/** Lists that go out whole, and so can go out by themselves. */
export const LISTS_OUT = ['contacts', 'rights', 'deals', 'requests', 'tasks', 'deliverables', 'invoices', 'figures', 'screeners', 'viewings', 'markets', 'meetings'] as const // prettier-ignore
export type ListOut = (typeof LISTS_OUT)[number]
/** A list in one of the formats of spreadsheets: `deals-xlsx`. */
export type ListFormat = `${ListOut}-${'csv' | 'xlsx'}`
export const LIST_FORMATS = LISTS_OUT.flatMap((list) => [`${list}-xlsx`, `${list}-csv`] as ListFormat[])

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
