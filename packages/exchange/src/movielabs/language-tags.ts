/**
 * Language tags between the house, which keeps the shortest ("fr"), and files that name a place with every language ("fr-FR"),
 * as Prime Video asks for in MEC 2.6.
 */
import { LanguageTag } from '@vitrine/catalogue'

/** Where CLDR's likely place is not the one that a European house means. Arabic without a place is that of no country: a film in that of Egypt says so. */
const PLACES: Record<string, string> = { pt: 'PT', es: 'ES', en: 'US', zh: 'CN', ar: '001' }

/**
 * The tag with the place that its language is most at home in; a tag that has a place, or a language without one, stays.
 *
 * @example
 * withPlace('fr') // 'fr-FR'
 * withPlace('pt-BR') // 'pt-BR'
 */
export function withPlace(tag: string): string {
  const known = places.get(tag)
  if (known !== undefined) return known
  const made = tag.includes('-') ? tag : joined(tag, PLACES[tag] ?? new Intl.Locale(tag).maximize().region)
  if (places.size < 1000) places.set(tag, made)
  return made
}
const places = new Map<string, string>()
const joined = (tag: string, place: string | undefined): string => (place === undefined ? tag : `${tag}-${place}`)

/**
 * A tag from a file in the house's form, or null where it is none: right case, and without a place that goes without saying.
 *
 * @example
 * withoutPlace('fr-fr') // 'fr'
 * withoutPlace('pt-BR') // 'pt-BR'
 */
export function withoutPlace(written: string): string | null {
  const known = plain.get(written)
  if (known !== undefined) return known
  const tag = canonical(written)
  if (plain.size < 1000 && written.length < 40) plain.set(written, tag)
  return tag
}
const plain = new Map<string, string | null>()

function canonical(written: string): string | null {
  let tag: string
  try {
    tag = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? ''
  } catch {
    return null
  }
  const [language = ''] = tag.split('-')
  const short = tag.includes('-') && withPlace(language) === tag ? language : tag
  return LanguageTag.safeParse(short).success && language !== 'und' ? short : null
}
