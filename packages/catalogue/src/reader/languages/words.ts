/** The words that lists of language versions are made of, each as far as it can be known by itself. */
import type { LanguageUse } from '../../model/title-sheet.ts'
import { countryTable } from '../../tables/countries.ts'
import { languageTable } from '../../tables/languages.ts'
import { fold } from '../fold.ts'
import { remembered } from '../memory.ts'

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?|[^\s\p{L}\p{M}\p{N}\u0001]/gu

const SUBTITLE =
  /^(?:subtitle[sd]?|subtitling|subs?|leg|subbed|st|sts|ut|untertitel\w*|unterteln|sous|ss|sott|sottotitol\w*|subt|subtit\w*|vost|legend[ao]\w*|leyend\w*|stt|captions?|captioned|ot)$/
const DUBBED =
  /^(?:dubbed|dub|dubbing|double[es]*|doublage|synchron\w*|doppiat[oaie]|doblad[oa]s?|doblat|dobrad[oa]s?|dublad[oa]s?|df|sf|synchr)$/
const VOICE_OVER = /^(?:voiceover|vo-over|overvoice)$/
const ORIGINAL =
  /^(?:vo|ov|of|original|originale|originales|originaux|originalfassung|originalversion|originalton|originalsprache|omu|omeu|omdu|orig)$/
const HARD_OF_HEARING = /^(?:sdh|hoh|sme|cc|hg|hörgeschädigte|horgeschadigte|malentendants|malentendant|sourds|sordos|sordi)$/
/** Words that follow the languages they stand with in English and German, and precede them in the Romance languages. */
const PREPOSITION =
  /^(?:with|w|mit|avec|con|com|amb|plus|in|en|im|auf|au|aux|als|auch|also|a|al|the|de|da|do|del|di|du|of|et|and|und|y|e|i|ed|ou|or|oder|o|les|des|l|d|le|la|el|el|available|disponible|disponibles|disponibili|version|versions|versione|versioni|version[e]?s?|versiones|versao|versoes|versio|fassung|fassungen|sprachfassung|sprachfassungen|language|languages|langue|langues|lingua|sprache|sprachen|audio|only|nur|seulement|titres|titre|titree|titrees|titrage|version|dialogue|dialogues|dialoge|spoken|parts|partly|teilweise|teils|einige|some|narration|commentary|for|fur|pour|per|para|hard|hearing|et|ou|ainsi|que|multilingual|various|st|mixed|mainly|track|tracks|tonspur|ton|soundtrack|on|request|sur|demande|auf|anfrage|v|vers|fass|lang|film|int|m|u|idioma|idiomas|lingue|linguas|lengua|lenguas|llengua|feature|international|internationale|existe|lieferbar|full|dt)$/
const NONE =
  /^(?:none|no|keine?|aucun[e]?|ninguno?|ninguna|nessuno?|nenhum[a]?|cap|sans|sin|senza|ohne|sem|without|n\/a|na|non|nein|nao|sense)$/

/** German abbreviations of festivals and archives: original with subtitles, dubbed version. */
export const TOKENS_WITH_LANGUAGE: Record<string, { language: string | null; use: LanguageUse | null }> = {
  omu: { language: 'de', use: 'subtitled' }, omdu: { language: 'de', use: 'subtitled' }, omdtu: { language: 'de', use: 'subtitled' },
  omeu: { language: 'en', use: 'subtitled' }, omenglu: { language: 'en', use: 'subtitled' }, omengu: { language: 'en', use: 'subtitled' }, omfu: { language: 'fr', use: 'subtitled' }, omfrzu: { language: 'fr', use: 'subtitled' }, omspu: { language: 'es', use: 'subtitled' }, omitu: { language: 'it', use: 'subtitled' },
  df: { language: 'de', use: 'dubbed' }, ef: { language: 'en', use: 'dubbed' },
  vf: { language: 'fr', use: null }, va: { language: 'en', use: null }, vfr: { language: 'fr', use: null }, ven: { language: 'en', use: null },
  vose: { language: 'es', use: 'subtitled' }, vosi: { language: 'en', use: 'subtitled' }, voseng: { language: 'en', use: 'subtitled' }, vosing: { language: 'en', use: 'subtitled' }, vosc: { language: 'ca', use: 'subtitled' }, voscat: { language: 'ca', use: 'subtitled' }, vosp: { language: 'pt', use: 'subtitled' }, vosf: { language: 'fr', use: 'subtitled' }, vosg: { language: 'gl', use: 'subtitled' }, vosit: { language: 'it', use: 'subtitled' },
  vosta: { language: 'en', use: 'subtitled' }, vostf: { language: 'fr', use: 'subtitled' }, vostd: { language: 'de', use: 'subtitled' }, voste: { language: 'es', use: 'subtitled' }, vosti: { language: 'it', use: 'subtitled' }, vostang: { language: 'en', use: 'subtitled' },
  stf: { language: 'fr', use: 'subtitled' }, stfr: { language: 'fr', use: 'subtitled' }, sta: { language: 'en', use: 'subtitled' }, sten: { language: 'en', use: 'subtitled' }, stang: { language: 'en', use: 'subtitled' },
} // prettier-ignore
/** Swiss cinemas name the languages of subtitles by letters. */
export const SWISS: Record<string, string> = { d: 'de', f: 'fr', e: 'en', i: 'it', sp: 'es' }

/** A word as far as it can be known without its neighbours. */
export interface Word {
  raw: string
  key: string
  /** Its key without the end of a plural. */
  singular: string
  /** Letters or digits, no mark. */
  wordly: boolean
  /** Some reading of a version list takes this word; any other is unknown wherever it stands. */
  possible: boolean
  subtitle: boolean
  dubbed: boolean
  voiceOver: boolean
  original: boolean
  hardOfHearing: boolean
  none: boolean
  preposition: boolean
  withLanguage: { language: string | null; use: LanguageUse | null } | undefined
}

const wordOf = remembered((raw: string): Word => {
  const { names, inNames, fromCode, fromWord } = languageTable()
  const key = fold(raw).replace(/[’']/g, ' ')
  const singular = key.length > 4 ? key.replace(/e?s$/, (end) => (end === 'es' ? 'e' : '')) : key
  const word = {
    raw,
    key,
    singular,
    wordly: /[\p{L}\p{N}]/u.test(raw),
    subtitle: SUBTITLE.test(key) && raw !== 'ut',
    dubbed: DUBBED.test(key),
    voiceOver: VOICE_OVER.test(key),
    original: ORIGINAL.test(key),
    hardOfHearing: HARD_OF_HEARING.test(key),
    none: NONE.test(key),
    preposition: PREPOSITION.test(key),
    withLanguage: Object.hasOwn(TOKENS_WITH_LANGUAGE, key) ? TOKENS_WITH_LANGUAGE[key] : undefined,
  }
  const possible =
    !word.wordly ||
    word.subtitle ||
    word.dubbed ||
    word.voiceOver ||
    word.original ||
    word.hardOfHearing ||
    word.none ||
    word.preposition ||
    word.withLanguage !== undefined ||
    // a code of three letters is looked up only when nothing else speaks against it: the table of all of them is large
    raw.length <= 3 ||
    /^\d+$/.test(raw) ||
    /^(?:voice|over|titr.*|vost.*)$/.test(key) ||
    inNames.has(key) ||
    inNames.has(singular) ||
    names.get(key) !== undefined ||
    names.get(singular) !== undefined ||
    countryTable().inNames.has(key) ||
    (raw.length === 4 && fromCode(raw) !== null) ||
    (key.length > 3 && fromWord(key) !== null)
  return { ...word, possible }
})

/** A word or a mark, and where it stands. */
export interface Token {
  word: Word
  raw: string
  key: string
  start: number
  end: number
  pointed: boolean
}

/** The words and marks of a text; null when all have to be possible and one is not. */
export function tokensOf(text: string, allPossible: boolean): Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const end = match.index + match[0].length
    const word = wordOf(match[0])
    const pointed = text[end] === '.'
    if (allPossible && !word.possible && !(pointed && languageTable().fromShort(word.key))) return null
    tokens.push({ word, raw: word.raw, key: word.key, start: match.index, end, pointed })
    if (tokens.length > 300) break
  }
  return tokens
}
