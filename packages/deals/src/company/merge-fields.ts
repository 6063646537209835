/** Two records made one: field by field, which of the two stands. */

export type Wins = 'survivor' | 'merged' | 'both'
export interface MergedField {
  field: string
  survivor: unknown
  merged: unknown
  wins: Wins
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Where nobody chose: what the survivor has; what it lacks comes from the other; lists are put together. */
function byItself(survivor: unknown, merged: unknown): Wins {
  if (isNothing(survivor)) return isNothing(merged) ? 'survivor' : 'merged'
  return Array.isArray(survivor) && !isNothing(merged) ? 'both' : 'survivor'
}

/**
 * Every field with who wins it. `both` is for lists alone.
 *
 * @example
 * mergeFields({ web: null, kinds: ['platform'] }, { web: 'x', kinds: ['festival'] }).values // { web: 'x', kinds: ['platform', 'festival'] }
 */
export function mergeFields<T extends object>(
  survivor: T,
  merged: T,
  chosen: Readonly<Partial<Record<string, Wins>>> = {},
): { values: T; fields: MergedField[] } {
  const fields: MergedField[] = []
  const values: Record<string, unknown> = {}
  for (const [field, mine] of Object.entries(survivor)) {
    const theirs = (merged as Record<string, unknown>)[field]
    const asked = chosen[field]
    const wins = asked === undefined || (asked === 'both' && !Array.isArray(mine)) ? byItself(mine, theirs) : asked
    fields.push({ field, survivor: mine, merged: theirs, wins })
    values[field] =
      wins === 'survivor' ? mine : wins === 'merged' ? theirs : [...new Set([...(mine as unknown[]), ...(theirs as unknown[])])]
  }
  return { values: values as T, fields }
}
