/**
 * Languages by every name and code a sheet may give them. Names come from CLDR, codes from ISO 639 through
 * `Intl.getCanonicalLocales` and iso-639-3; only trade usage is listed here.
 */
import cldrCa from 'cldr-localenames-full/main/ca/languages.json' with { type: 'json' }
import cldrDe from 'cldr-localenames-full/main/de/languages.json' with { type: 'json' }
import cldrEn from 'cldr-localenames-full/main/en/languages.json' with { type: 'json' }
import cldrEs from 'cldr-localenames-full/main/es/languages.json' with { type: 'json' }
import cldrFr from 'cldr-localenames-full/main/fr/languages.json' with { type: 'json' }
import cldrGl from 'cldr-localenames-full/main/gl/languages.json' with { type: 'json' }
import cldrIt from 'cldr-localenames-full/main/it/languages.json' with { type: 'json' }
import cldrNl from 'cldr-localenames-full/main/nl/languages.json' with { type: 'json' }
import cldrPt from 'cldr-localenames-full/main/pt/languages.json' with { type: 'json' }
import { isoLanguages } from './iso-639-3.ts'
import { phraseKey, PhraseMap } from './phrases.ts'

/** Abbreviations that version lists use and ISO 639 does not, or uses for something that no film speaks (`ang`: Old English). */
const TRADE_CODES: Record<string, string> = {
  ang: 'en', ing: 'en', all: 'de', ale: 'de', ted: 'de', esp: 'es', spa: 'es', cast: 'es', jap: 'ja', gre: 'el', rus: 'ru', por: 'pt', ita: 'it', fra: 'fr', fre: 'fr', fran: 'fr', eng: 'en', ger: 'de', deu: 'de',
} // prettier-ignore

/** Everyday names that CLDR gives otherwise ("Persian"), and words for a film without speech. */
const TRADE_NAMES: Record<string, string> = {
  farsi: 'fa', castilian: 'es', castellano: 'es', castellana: 'es', castella: 'es', castelan: 'es', castelhano: 'es', mandarin: 'zh', mandarino: 'zh', mandarinchinesisch: 'zh', 'chinois mandarin': 'zh', cantonese: 'yue', cantonais: 'yue',
  dari: 'prs', flemish: 'nl', flamand: 'nl', flamisch: 'nl', flamenco: 'nl', schweizerdeutsch: 'gsw', schwyzerdutsch: 'gsw', 'suisse allemand': 'gsw', 'suisse allemande': 'gsw', 'swiss german': 'gsw', 'moldavian': 'ro', tuareg: 'tmh', touareg: 'tmh', tamasheq: 'tmh', tamachek: 'tmh', tamashek: 'tmh',
  nahuatl: 'nah', quechua: 'qu', gaelic: 'gd', irish: 'ga', kirghiz: 'ky', kirghize: 'ky', kirgisisch: 'ky', kyrgyz: 'ky', uigur: 'ug', uyghur: 'ug', ouigour: 'ug', 'inuktitut': 'iu', 'greenlandic': 'kl', berber: 'ber', berbere: 'ber', hochdeutsch: 'de', flamenc: 'nl', fiammingo: 'nl', flamengo: 'nl', 'valenciano': 'ca',
  'no dialogue': 'zxx', 'no dialogues': 'zxx', 'without dialogue': 'zxx', 'without dialogues': 'zxx', 'no dialog': 'zxx', 'sans dialogue': 'zxx', 'sans dialogues': 'zxx', 'sans parole': 'zxx', 'sans paroles': 'zxx', 'ohne dialog': 'zxx', 'ohne dialoge': 'zxx', 'kein dialog': 'zxx',
  'sin dialogos': 'zxx', 'sin dialogo': 'zxx', 'senza dialoghi': 'zxx', 'senza dialogo': 'zxx', 'sem dialogos': 'zxx', 'sem dialogo': 'zxx', 'sense dialegs': 'zxx', 'sen dialogos': 'zxx', silent: 'zxx', muet: 'zxx', stumm: 'zxx', 'non verbal': 'zxx',
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

/** The table, built on first use (about fifteen milliseconds). */
export function languageTable(): LanguageTable {
  table ??= build()
  return table
}

/** CLDR keys that are languages and not dialects, macro-groups or menu variants. */
const PLAIN_CODE = /^[a-z]{2,3}(?:-(?:alt-.*|variant))?$/

/** Every language that CLDR names in English, by its shortest code: `fr`, `se`, `gsw`. */
export function namedLanguages(): string[] {
  const tags = Object.keys(cldrEn.main.en.localeDisplayNames.languages).filter((tag) => PLAIN_CODE.test(tag))
  return [...new Set(tags.map(codeOf))].filter((code) => canonicalCode(code) === code)
}

function build(): LanguageTable {
  const names = new PhraseMap<string>()
  const byPrefix: [string, string][] = []
  const known = new Set<string>()
  for (const cldr of [cldrEn, cldrFr, cldrDe, cldrEs, cldrIt, cldrPt, cldrCa, cldrGl, cldrNl]) {
    const languages = Object.values(cldr.main)[0]!.localeDisplayNames.languages as Record<string, string>
    // two-letter languages first: where two share a name, the living one of ISO 639-1 is meant
    const entries = Object.entries(languages).flatMap(([tag, name]) =>
      PLAIN_CODE.test(tag) ? [[codeOf(tag), name] as const] : [],
    )
    const [short, long] = [entries.filter(([code]) => code.length === 2), entries.filter(([code]) => code.length === 3)]
    for (const [code, name] of [...short, ...long]) {
      known.add(code)
      const key = phraseKey(name)
      names.add(key, code)
      if (code.length === 2 && !key.includes(' ')) byPrefix.push([key, code])
    }
  }
  for (const [name, code] of Object.entries(TRADE_NAMES)) names.set(name, code)

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
    inNames: names.words(),
    fromWord,
    fromShort(key) {
      const short = GERMAN_SHORT[key]
      if (short !== undefined) return short
      if (key.length < 3 || key.length > 20) return null
      const known = shorts.get(key)
      if (known !== undefined) return known
      if (shorts.size > 2000) shorts.clear()
      const found = new Set<string>()
      for (const [name, code] of byPrefix) if (name.startsWith(key)) found.add(code)
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

const codeOf = (tag: string): string => tag.split('-')[0]!

/** The shortest code for the same language: `ger`, `deu` → `de`; dialects that CLDR folds into a region keep their own code. */
function canonicalCode(code: string): string {
  let canonical = canonicalCodes.get(code)
  if (canonical === undefined) canonicalCodes.set(code, (canonical = shortestCode(code)))
  return canonical
}

const canonicalCodes = new Map<string, string>()

function shortestCode(code: string): string {
  const tag = Intl.getCanonicalLocales(code)[0]!
  return tag.includes('-') ? code : tag
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
