/** Rows that are chosen in a long list, as lists on every desk do it: one by one, or from the last one to this. */

/**
 * The ids of the rows from one to another, whichever comes first, both included; only the second when the first is not there.
 *
 * @example
 * rangeOf(['a', 'b', 'c', 'd'], 'c', 'a') // ['a', 'b', 'c']
 */
export function rangeOf(ids: readonly string[], from: string | null, to: string): string[] {
  const [one, other] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  if (other === -1) return []
  if (one === -1) return [to]
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1)
}
