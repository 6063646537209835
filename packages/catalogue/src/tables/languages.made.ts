/**
 * The names of languages as plain data, worked out when the program is gathered (decision 139). Names come from CLDR; only trade
 * usage is listed here.
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
import { canonicalCode } from './language-codes.ts'
import { NameList, phraseKey } from './phrases.ts'

/** Everyday names that CLDR gives otherwise ("Persian"), and words for a film without speech. */
const TRADE_NAMES: Record<string, string> = {
  farsi: 'fa', castilian: 'es', castellano: 'es', castellana: 'es', castella: 'es', castelan: 'es', castelhano: 'es', mandarin: 'zh', mandarino: 'zh', mandarinchinesisch: 'zh', 'chinois mandarin': 'zh', cantonese: 'yue', cantonais: 'yue',
  dari: 'prs', flemish: 'nl', flamand: 'nl', flamisch: 'nl', flamenco: 'nl', schweizerdeutsch: 'gsw', schwyzerdutsch: 'gsw', 'suisse allemand': 'gsw', 'suisse allemande': 'gsw', 'swiss german': 'gsw', 'moldavian': 'ro', tuareg: 'tmh', touareg: 'tmh', tamasheq: 'tmh', tamachek: 'tmh', tamashek: 'tmh',
  nahuatl: 'nah', quechua: 'qu', gaelic: 'gd', irish: 'ga', kirghiz: 'ky', kirghize: 'ky', kirgisisch: 'ky', kyrgyz: 'ky', uigur: 'ug', uyghur: 'ug', ouigour: 'ug', 'inuktitut': 'iu', 'greenlandic': 'kl', berber: 'ber', berbere: 'ber', hochdeutsch: 'de', flamenc: 'nl', fiammingo: 'nl', flamengo: 'nl', 'valenciano': 'ca',
  'no dialogue': 'zxx', 'no dialogues': 'zxx', 'without dialogue': 'zxx', 'without dialogues': 'zxx', 'no dialog': 'zxx', 'sans dialogue': 'zxx', 'sans dialogues': 'zxx', 'sans parole': 'zxx', 'sans paroles': 'zxx', 'ohne dialog': 'zxx', 'ohne dialoge': 'zxx', 'kein dialog': 'zxx',
  'sin dialogos': 'zxx', 'sin dialogo': 'zxx', 'senza dialoghi': 'zxx', 'senza dialogo': 'zxx', 'sem dialogos': 'zxx', 'sem dialogo': 'zxx', 'sense dialegs': 'zxx', 'sen dialogos': 'zxx', silent: 'zxx', muet: 'zxx', stumm: 'zxx', 'non verbal': 'zxx',
} // prettier-ignore

/** CLDR keys that are languages and not dialects, macro-groups or menu variants. */
const PLAIN_CODE = /^[a-z]{2,3}(?:-(?:alt-.*|variant))?$/

/** Every language that CLDR names in English, by its shortest code: `fr`, `se`, `gsw`. */
export function namedLanguages(): string[] {
  const tags = Object.keys(cldrEn.main.en.localeDisplayNames.languages).filter((tag) => PLAIN_CODE.test(tag))
  return [...new Set(tags.map(codeOf))].filter((code) => canonicalCode(code) === code)
}

const codeOf = (tag: string): string => tag.split('-')[0]!

export interface LanguageNames extends ReturnType<NameList['told']> {
  /** Names of one word in every language, for those that are cut at a full stop. */
  cut: [key: string, code: string][]
  /** The codes that CLDR names. */
  codes: string[]
}

/** Every name under which a sheet may give a language. */
export function languageNames(): LanguageNames {
  const names = new NameList()
  const cut = new Map<string, [string, string]>()
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
      if (code.length === 2 && !key.includes(' ')) cut.set(`${key} ${code}`, [key, code])
    }
  }
  for (const [name, code] of Object.entries(TRADE_NAMES)) names.set(name, code)

  return { ...names.told(), cut: [...cut.values()], codes: [...known] }
}
