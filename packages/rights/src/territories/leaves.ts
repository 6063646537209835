/**
 * The leaves of the world: ISO 3166-1 alpha-2 countries (and XK, user-assigned, under which the trade sells Kosovo), where
 * Belgium, Switzerland and Canada are replaced by their language communities, because documentary deals part them so.
 */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }

/** A country that is sold in parts, and the parts. Naming the country means all of them. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  BE: ['BE-fr', 'BE-nl'],
  CA: ['CA-en', 'CA-fr'],
  CH: ['CH-de', 'CH-fr', 'CH-it'],
}

const countries = [...(codes as unknown as string[][]).map(([alpha2]) => alpha2!), 'XK']

/** Every leaf, in the order of the code; a leaf's place in this list is its bit in a `TerritorySet`. */
export const LEAVES: readonly string[] = [...new Set(countries)].flatMap((code) => PARTS[code] ?? [code]).sort()

const bits = new Map(LEAVES.map((leaf, bit) => [leaf, bit]))

/** The bit of a leaf, or undefined when there is no such leaf. */
export const leafBit = (leaf: string): number | undefined => bits.get(leaf)

/** The country a leaf belongs to: itself, or the one it is a part of. */
export const countryOf = (leaf: string): string => leaf.slice(0, 2)

/** The leaves of a country code: its parts, or itself; undefined when there is no such country. */
export function leavesOfCountry(code: string): readonly string[] | undefined {
  return Object.hasOwn(PARTS, code) ? PARTS[code] : bits.has(code) ? [code] : undefined
}
