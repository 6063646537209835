/**
 * Languages by every name and code a sheet may give them. Codes come from ISO 639 through `Intl.getCanonicalLocales` and
 * iso-639-3; only trade usage is listed here.
 */
import { canonicalCode } from './language-codes.ts'
import { languageNames } from './languages.made.ts'
import { isoLanguages } from './iso-639-3.ts'
import { phraseKey, PhraseMap } from './phrases.ts'

export { namedLanguages } from './languages.made.ts'

/** Abbreviations that version lists use and ISO 639 does not, or uses for something that no film speaks (`ang`: Old English). */
const TRADE_CODES: Record<string, string> = {
  ang: 'en', ing: 'en', all: 'de', ale: 'de', ted: 'de', esp: 'es', spa: 'es', cast: 'es', jap: 'ja', gre: 'el', rus: 'ru', por: 'pt', ita: 'it', fra: 'fr', fre: 'fr', fran: 'fr', eng: 'en', ger: 'de', deu: 'de',
} // prettier-ignore

/** German credits abbreviate adjectives past recognition ("frz.", "dt."); other ends are cut at a full stop and need no list. */
const GERMAN_SHORT: Record<string, string> = {
  dt: 'de',
  dtsch: 'de',
  frz: 'fr',
  fr: 'fr',
  engl: 'en',
  en: 'en',
  schweizerdt: 'gsw',
  ndl: 'nl',
  nl: 'nl',
  jap: 'ja',
  tschech: 'cs',
  brasil: 'pt',
}

export interface LanguageTable {
  names: PhraseMap<string>
  /** Every word of every name. */
  inNames: Set<string>
  /** A word that is a language's name in some gender, number or case ("anglaise", "englischer"). */
  fromWord(key: string): string | null
  /** A name cut at a full stop ("Engl.", "Franz."); null when several languages begin so. */
  fromShort(key: string): string | null
  /** An ISO 639 or trade code. */
  fromCode(code: string): string | null
}

let table: LanguageTable | null = null

/** The table, built on first use. */
export function languageTable(): LanguageTable {
  table ??= build()
  return table
}

function build(): LanguageTable {
  const { names: named, words, cut, codes } = languageNames()
  const names = new PhraseMap(named)
  const known = new Set(codes)
  const shorts = new Map<string, string | null>()
  const fromWord = (key: string): string | null => {
    const exact = names.get(key)
    if (exact !== undefined) return exact
    if (key.length < 5) return null
    for (const form of uninflected(key)) {
      const code = names.get(form)
      if (code !== undefined) return code
    }
    return null
  }
  return {
    names,
    inNames: new Set(words),
    fromWord,
    fromShort(key) {
      const short = GERMAN_SHORT[key]
      if (short !== undefined) return short
      if (key.length < 3 || key.length > 20) return null
      const known = shorts.get(key)
      if (known !== undefined) return known
      if (shorts.size > 2000) shorts.clear()
      const found = new Set<string>()
      for (const [name, code] of cut) if (name.startsWith(key)) found.add(code)
      const one = found.size === 1 ? [...found][0]! : key.endsWith('dt') ? fromWord(key.slice(0, -2) + 'deutsch') : null
      shorts.set(key, one)
      return one
    },
    fromCode(code) {
      const lower = code.toLowerCase()
      const trade = TRADE_CODES[lower]
      if (trade !== undefined) return trade
      if (!/^[a-z]{2,3}$/.test(lower)) return null
      const canonical = canonicalCode(lower)
      if (known.has(canonical)) return canonical
      return lower.length === 3 && rareLanguages().has(lower) ? canonical : null
    },
  }
}

/** Forms a word may be an inflection of: "anglaises" → "anglaise", "anglais"; "englischer" → "englisch"; "inglesa" → "ingles". */
function* uninflected(key: string): Generator<string> {
  if (key.endsWith('s')) yield key.slice(0, -1)
  for (const end of ['es', 'er', 'en', 'em', 'as', 'os', 'e', 'a', 'i', 'n']) {
    if (!key.endsWith(end)) continue
    const stem = key.slice(0, -end.length)
    yield stem
    if (/(.)\1$/.test(stem)) yield stem.slice(0, -1)
    yield stem + 'o'
    yield stem + 'e'
    if (stem.endsWith('gues')) yield stem.slice(0, -1)
  }
  yield key + 'e'
}

/** A language by its English name in ISO 639-3, for the thousands that CLDR does not name. */
export function rareLanguage(name: string): string | null {
  rareNames ??= new Map(
    isoLanguages().flatMap((entry): [string, string][] =>
      entry.type === 'living' ? [[phraseKey(entry.name), entry.iso6393]] : [],
    ),
  )
  const code = rareNames.get(phraseKey(name))
  return code === undefined ? null : canonicalCode(code)
}

let rareNames: Map<string, string> | null = null
let rare: Set<string> | null = null

/** All codes of ISO 639-3, asked only when a code is in no other table. */
function rareLanguages(): Set<string> {
  return (rare ??= new Set(isoLanguages().map((entry) => entry.iso6393)))
}
