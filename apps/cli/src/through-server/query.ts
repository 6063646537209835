/** What a verb is asked, as an address says it. */

type Query = [string, string][] | Record<string, string>

const NAMES: Readonly<Record<string, string>> = { text: 'q', ownerId: 'owner' }

export const addressed = (path: string, query: Query): string => `${path}?${new URLSearchParams(query).toString()}`

/** What is left out, or nothing, is not asked. */
export function inQuery(asked: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(said.map(([key, value]) => [NAMES[key] ?? key, String(value)]))
}

export const chosenColumns = (columns: readonly string[] | null | undefined): { columns?: string } =>
  columns === null || columns === undefined ? {} : { columns: columns.join(',') }
