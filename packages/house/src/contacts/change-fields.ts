/** Fields changed by two people at once: each says what it saw, and nobody writes over what nobody saw. */
import { isDeepStrictEqual } from 'node:util'

/**
 * The fields after a change, or where it clashes. A field that stands as the change saw it is changed; one that stands already
 * as it should become is no clash, whoever made it so.
 *
 * @example
 * changeFields({ name: 'A', web: 'x' }, { from: { name: 'A' }, to: { name: 'B' } }) // { fields: { name: 'B', web: 'x' }, changed: ['name'], clashing: [] }
 */
export function changeFields<T extends object>(
  now: T,
  { from, to }: { from: Partial<T>; to: Partial<T> },
): { fields: T; changed: (keyof T & string)[]; clashing: { field: keyof T & string; theirs: unknown; mine: unknown }[] } {
  const names = (Object.keys(to) as (keyof T & string)[]).filter((field) => !isDeepStrictEqual(now[field], to[field]))
  const clashing = names
    .filter((field) => !isDeepStrictEqual(now[field], from[field]))
    .map((field) => ({ field, theirs: now[field], mine: to[field] }))
  return { fields: { ...now, ...to }, changed: names, clashing }
}
