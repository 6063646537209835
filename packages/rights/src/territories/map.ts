/** Where a leaf is on a map of the world. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { countryOf, leafBit } from './leaves.ts'

const numeric = new Map((codes as unknown as string[][]).map(([alpha2, , digits]) => [alpha2!, digits!]))

/** Countries without a number of ISO 3166-1, by the name that world-atlas draws them under. */
const BY_NAME: Record<string, string> = { XK: 'Kosovo' }

/**
 * What finds a leaf's shape in world-atlas: `feature.id ?? feature.properties.name`. That is the three digits of ISO 3166-1;
 * the parts of a country share its shape. Small islands, and places drawn as part of another country (French Guiana in
 * France, Svalbard in Norway), have an id but no shape of their own there.
 *
 * @example
 * mapIdOf('BE-nl') // '056'
 * mapIdOf('XK')    // 'Kosovo'
 * @throws RangeError for a code that is no leaf.
 */
export function mapIdOf(leaf: string): string {
  const id = leafBit(leaf) === undefined ? undefined : (BY_NAME[leaf] ?? numeric.get(countryOf(leaf)))
  if (id === undefined) throw new RangeError(`There is no territory leaf ${leaf}.`)
  return id
}
