/** Countries as these standards write them: ISO 3166-1 in two capital letters, or a region of the world by UN M.49. */
import iso from 'i18n-iso-countries/codes.json' with { type: 'json' }
import region from 'language-subtag-registry/data/json/region.json' with { type: 'json' }

const COUNTRIES: ReadonlySet<string> = new Set((iso as unknown as string[][]).map(([alpha2]) => alpha2!))
const BY_ALPHA_3: ReadonlyMap<string, string> = new Map((iso as unknown as string[][]).map(([two, three]) => [three!, two!]))

/**
 * @example
 * isCountry('FR') // true
 * isCountry('001') // true: the world
 * isCountry('UK') // false
 */
export const isCountry = (code: string): boolean => COUNTRIES.has(code) || (/^\d{3}$/.test(code) && Object.hasOwn(region, code))

/** What was probably meant by a code that is none: small letters, three letters, `UK`. */
export function countryMeant(code: string): string {
  const upper = code.toUpperCase()
  if (COUNTRIES.has(upper)) return upper
  return BY_ALPHA_3.get(upper) ?? (upper === 'UK' ? 'GB' : '')
}
