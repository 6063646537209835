/**
 * Adjectives of nationality ("French", "uruguaya", "norwegisch") and their countries. No library lists them in nine
 * languages, but CLDR does in passing: a currency is called by its country's adjective ("couronne norvégienne"), and so is
 * a variety of a language ("American English"). Worked out when the program is gathered (decision 139).
 */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { phraseKey } from './phrases.ts'

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ca', 'gl', 'nl']
/** In these the adjective comes before its noun. */
const ADJECTIVE_FIRST = new Set(['en', 'de', 'nl'])
/** Varieties of languages whose names have the adjective that the currency's name lacks ("dollar des États-Unis"). */
const VARIETIES = ['en-US', 'en-GB', 'en-AU', 'fr-CA', 'fr-CH', 'de-AT']

/** Currencies that the euro replaced; `Intl` lists those in use. */
const BEFORE_THE_EURO = 'ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK'.split(' ')

/** The adjectives of a country in any gender or number, with a blank between; what two countries share is left out. */
export function adjectives(): [country: string, forms: string][] {
  // a currency's code begins with its country's; those of several countries begin with X or EU
  const countries = new Set((codes as unknown as string[][]).map(([two]) => two!))
  const currencies = [...Intl.supportedValuesOf('currency'), ...BEFORE_THE_EURO].filter((code) => countries.has(code.slice(0, 2)))
  const found = new Map<string, Set<string>>()
  for (const language of LANGUAGES) {
    const take = (name: string, country: string) => {
      const words = phraseKey(name.replace(/\(.*?\)/g, '')).split(' ')
      const adjective = ADJECTIVE_FIRST.has(language) ? words[0]! : words[1]!
      if (words.length !== 2 || adjective.length < 4) return
      for (const form of formsOf(adjective, language)) found.set(form, (found.get(form) ?? new Set()).add(country))
    }
    const currencyNames = new Intl.DisplayNames([language], { type: 'currency' })
    for (const code of currencies) take(currencyNames.of(code)!, code.slice(0, 2))
    const languageNames = new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'dialect' })
    for (const tag of VARIETIES) {
      const name = languageNames.of(tag)!
      if (!name.includes('(')) take(name, tag.slice(3))
    }
  }
  const forms = new Map<string, string[]>()
  for (const [form, all] of found) {
    const [country] = all
    if (all.size === 1) forms.set(country!, [...(forms.get(country!) ?? []), form])
  }
  return [...forms].map(([country, all]) => [country, all.join(' ')])
}

/** The other genders, numbers and cases of an adjective. Some are no words; those are met nowhere. */
function formsOf(word: string, language: string): string[] {
  if (language === 'en') return [word]
  if (language === 'de' || language === 'nl') {
    const stem = word.replace(/(?<=isch|s)(?:er|e)$/, '')
    return ['', 'e', 'er', 'es', 'en', 'em'].map((end) => stem + end).concat(word)
  }
  if (language === 'fr') {
    const masculine = word.replace(/(?<=n)ne$|(?<=s|d|t|n|l|i)e$/, '')
    return [word, masculine, masculine + 's', masculine + 'e', masculine + 'es', masculine + 'ne', masculine + 'nes', word + 's']
  }
  const stem = word.replace(/[aoe]$/, '')
  return [word, word + 's', ...['', 'a', 'o', 'e', 'i', 'as', 'os', 'es'].map((end) => stem + end)]
}
