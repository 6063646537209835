/**
 * Languages and language versions: "English and French", "X w/English st", `OmU`, `VOSTFR`, `v.o. sott. it.`, "Dt., Franz.
 * mit engl. UT", `VO ST ANG/FRA`, "German (dubbed, SDH)".
 */
import type { LanguageUse } from '../model/title-sheet.ts'
import { languageTable } from '../tables/languages.ts'
import { fold } from './fold.ts'
import { remembered } from './memory.ts'
import type { Piece } from './source.ts'

export interface LanguageFound {
  language: string
  /** null: the sheet says "FRA" and no more. */
  use: LanguageUse | null
  hardOfHearing: boolean
  start: number
  end: number
}

export interface LanguageReading {
  found: LanguageFound[]
  unknown: Piece[]
  /** Marks of versions without a language were seen ("OV", "V.O. subtitulada"). */
  marks: boolean
  /** "None", "keine": nothing is there, and the sheet says so. */
  none: boolean
}

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
const TOKENS_WITH_LANGUAGE: Record<string, { language: string | null; use: LanguageUse | null }> = {
  omu: { language: 'de', use: 'subtitled' }, omdu: { language: 'de', use: 'subtitled' }, omdtu: { language: 'de', use: 'subtitled' },
  omeu: { language: 'en', use: 'subtitled' }, omenglu: { language: 'en', use: 'subtitled' }, omengu: { language: 'en', use: 'subtitled' }, omfu: { language: 'fr', use: 'subtitled' }, omfrzu: { language: 'fr', use: 'subtitled' }, omspu: { language: 'es', use: 'subtitled' }, omitu: { language: 'it', use: 'subtitled' },
  df: { language: 'de', use: 'dubbed' }, ef: { language: 'en', use: 'dubbed' },
  vf: { language: 'fr', use: null }, va: { language: 'en', use: null }, vfr: { language: 'fr', use: null }, ven: { language: 'en', use: null },
  vose: { language: 'es', use: 'subtitled' }, vosi: { language: 'en', use: 'subtitled' }, voseng: { language: 'en', use: 'subtitled' }, vosing: { language: 'en', use: 'subtitled' }, vosc: { language: 'ca', use: 'subtitled' }, voscat: { language: 'ca', use: 'subtitled' }, vosp: { language: 'pt', use: 'subtitled' }, vosf: { language: 'fr', use: 'subtitled' }, vosg: { language: 'gl', use: 'subtitled' }, vosit: { language: 'it', use: 'subtitled' },
  vosta: { language: 'en', use: 'subtitled' }, vostf: { language: 'fr', use: 'subtitled' }, vostd: { language: 'de', use: 'subtitled' }, voste: { language: 'es', use: 'subtitled' }, vosti: { language: 'it', use: 'subtitled' }, vostang: { language: 'en', use: 'subtitled' },
  stf: { language: 'fr', use: 'subtitled' }, stfr: { language: 'fr', use: 'subtitled' }, sta: { language: 'en', use: 'subtitled' }, sten: { language: 'en', use: 'subtitled' }, stang: { language: 'en', use: 'subtitled' },
} // prettier-ignore
const SWISS: Record<string, string> = { d: 'de', f: 'fr', e: 'en', i: 'it', sp: 'es' }

/** A word as far as it can be known without its neighbours. */
interface Word {
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
    (raw.length === 4 && fromCode(raw) !== null) ||
    (key.length > 3 && fromWord(key) !== null)
  return { ...word, possible }
})

const CODES_WITH_SUBTITLES =
  /^[A-Z]{2,3}(?:\s*[,/&+]\s*[A-Z]{2,3})+\s+(?:subs?|subtitles|subtitled|ST|UT|subt\.?|sott\.?|leg\.?)$/

interface Token {
  word: Word
  raw: string
  key: string
  start: number
  end: number
  pointed: boolean
}

/** The languages of a piece, each with its use where the piece says so; `use` is what the label says ("Subtitles": subtitled). */
export function readLanguages(piece: Piece, use: LanguageUse | null): LanguageReading {
  return readTokens(piece, tokensOf(piece.text, false)!, use)
}

/** The languages of a piece that speaks of nothing else; null as soon as a word shows that it does. */
export function onlyLanguages(piece: Piece, use: LanguageUse | null): LanguageReading | null {
  const tokens = tokensOf(piece.text, true)
  const reading = tokens && readTokens(piece, tokens, use)
  return reading === null || reading.unknown.length > 0 ? null : reading
}

/** The words and marks of a text; null when all have to be possible and one is not. */
function tokensOf(text: string, allPossible: boolean): Token[] | null {
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

function readTokens(piece: Piece, tokens: Token[], use: LanguageUse | null): LanguageReading {
  const table = languageTable()
  const reading: LanguageReading = { found: [], unknown: [], marks: false, none: false }
  const keys = tokens.map((token) => token.key)
  const singular = tokens.map((token) => token.word.singular)
  let mode = use
  let list: LanguageFound[] = [] // languages since the last comma, for marks that follow them
  let depth = 0
  let lastOutside: LanguageFound[] = []
  /** "with English, Swedish and French subtitles": up to its mark, a clause is one list. */
  let clause = false
  let unknownFrom = -1
  let unknownTo = -1
  const closeUnknown = () => {
    if (unknownFrom >= 0)
      reading.unknown.push({ text: piece.text.slice(unknownFrom, unknownTo), start: piece.start + unknownFrom })
    unknownFrom = -1
  }
  const take = (language: string, how: LanguageUse | null, from: number, to: number) => {
    closeUnknown()
    const one: LanguageFound = {
      language,
      use: language === 'zxx' ? 'original' : how,
      hardOfHearing: false,
      start: piece.start + from,
      end: piece.start + to,
    }
    reading.found.push(one)
    list.push(one)
    if (depth === 0) lastOutside = [one]
  }
  const mark = (set: (one: LanguageFound) => void) => {
    closeUnknown()
    reading.marks = true
    const targets = depth > 0 && list.length === 0 ? lastOutside : list
    for (const one of targets) set(one)
    return targets.length > 0
  }
  // `en, fr, pt`: small letters are codes where there is nothing else
  const codesOnly = /^[a-z]{2,3}(?:\s*[,/;&+|-]\s*[a-z]{2,3})+$/.test(piece.text)
  // `EN, FR, ES subs`: a mark behind a list of codes is that of all
  if (use !== 'subtitled' && CODES_WITH_SUBTITLES.test(piece.text)) mode = 'subtitled'
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    if (!token.word.wordly) {
      if (token.raw === '(' || token.raw === '[') {
        depth++
        list = []
      } else if (token.raw === ')' || token.raw === ']') {
        depth = Math.max(0, depth - 1)
        list = []
      } else if (token.raw === ',' || token.raw === ';' || token.raw === '|' || token.raw === '•' || token.raw === '·') {
        closeUnknown()
        if (!clause || token.raw !== ',') list = []
        if (token.raw !== ',' && token.raw !== '·') mode = use
      }
      at++
      continue
    }
    // `OV/df`, `Ov/d,f`: Swiss cinemas name the subtitles by letters
    if (
      (token.key === 'ov' || token.key === 'of') &&
      next?.raw === '/' &&
      tokens[at + 2] &&
      /^(?:[dfei]{1,3}|sp)$/.test(tokens[at + 2]!.raw)
    ) {
      const letters = tokens[at + 2]!.raw === 'sp' ? ['sp'] : [...tokens[at + 2]!.raw]
      for (const letter of letters) take(SWISS[letter]!, 'subtitled', token.start, tokens[at + 2]!.end)
      at += 3
      while (tokens[at] && /^[/,]$/.test(tokens[at]!.raw) && tokens[at + 1] && SWISS[tokens[at + 1]!.raw]) {
        take(SWISS[tokens[at + 1]!.raw]!, 'subtitled', tokens[at + 1]!.start, tokens[at + 1]!.end)
        at += 2
      }
      reading.marks = true
      continue
    }
    // "VI anglaise": the international version; "VI" alone is Vietnamese
    if (token.raw === 'VI' && /^(?:anglaise|francaise|allemande|espagnole|italienne)$/.test(next?.key ?? '')) {
      reading.marks = true
      at++
      continue
    }
    const listed = codesOnly ? table.fromCode(token.raw) : null
    if (listed) {
      take(listed, mode, token.start, token.end)
      at++
      continue
    }
    const whole = token.word.withLanguage
    if (whole?.language && (/[A-Z]{2}|^O[mM]/.test(token.raw) || token.key.length > 2)) {
      take(whole.language, whole.use ?? (use === 'original' ? null : use), token.start, token.end)
      reading.marks = true
      mode = use
      at++
      continue
    }
    // `UT d/f`: subtitles by letters
    if (
      mode === 'subtitled' &&
      /^[dfei]$/.test(token.raw) &&
      /^(?:ut|untertitel|st)$/.test(tokens[at - 1]?.raw === '/' ? 'ut' : (tokens[at - 1]?.key ?? ''))
    ) {
      take(SWISS[token.raw]!, 'subtitled', token.start, token.end)
      at++
      continue
    }
    const vost = /^vost(.{2,5})$/.exec(token.key)
    const vostLanguage = vost && table.fromCode(vost[1]!)
    if (vostLanguage) {
      take(vostLanguage, 'subtitled', token.start, token.end)
      reading.marks = true
      at++
      continue
    }
    // initials with points: `v.o.`, `V.F.`, `O.V.`
    if (token.raw.length === 1 && next?.raw === '.' && tokens[at + 2]?.raw.length === 1 && /^[vo]$/i.test(token.raw)) {
      let count = 2
      let letters = token.key
      while (tokens[at + count] && tokens[at + count]!.raw.length === 1 && /\p{L}/u.test(tokens[at + count]!.raw)) {
        letters += tokens[at + count]!.key
        count++
        if (tokens[at + count]?.raw === '.') count++
        else break
      }
      const last = tokens[at + count - 1]!
      reading.marks = true
      closeUnknown()
      const initials = TOKENS_WITH_LANGUAGE[letters]
      const subtitled = /^vost?(.+)$/.exec(letters)
      if (initials?.language) take(initials.language, initials.use, token.start, last.end)
      else if (letters === 'vo' || letters === 'ov' || letters === 'of') mode = 'original'
      else if (letters === 'vost' || letters === 'vos') mode = 'subtitled'
      else if (subtitled && table.fromCode(subtitled[1]!))
        take(table.fromCode(subtitled[1]!)!, 'subtitled', token.start, last.end)
      at += count
      continue
    }
    if (token.key === 'voice' && tokens[at + 1]?.key === 'over') {
      mark((one) => (one.use = 'voice-over'))
      at += 2
      continue
    }
    if (token.key === 'voice' && tokens[at + 1]?.raw === '-' && tokens[at + 2]?.key === 'over') {
      if (!mark((one) => (one.use = 'voice-over'))) mode = 'voice-over'
      at += 3
      continue
    }
    const phrase =
      ((next?.raw === '-' || tokens[at + 2]?.raw === '-') && next?.raw !== ',' ? hyphenated(tokens, at) : null) ??
      table.names.match(keys, at) ??
      table.names.match(singular, at)
    const plainWord = /\p{Ll}/u.test(token.raw) || token.raw.length > 3
    const isMark = token.word.subtitle
    if (phrase && (phrase.count > 1 || token.key.length > 3) && !isMark) {
      take(phrase.value, mode, token.start, tokens[at + phrase.count - 1]!.end)
      at += phrase.count
      continue
    }
    if (isMark) {
      reading.marks = true
      clause = false
      let last = at
      // "sous-titres", "sous titré"
      if (token.key === 'sous') {
        if (tokens[last + 1]?.raw === '-') last++
        if (tokens[last + 1]?.key.startsWith('titr')) last++
      }
      if (tokens[last + 1]?.raw === '.') last++
      const following = languageAt(tokens, keys, last + 1)
      if (following || list.length === 0) {
        // Romance order: the languages come after, until a mark or a stronger separator
        if (depth > 0 && list.length === 0 && !following) mark((one) => (one.use = 'subtitled'))
        else mode = 'subtitled'
        list = []
      } else {
        mark((one) => (one.use = 'subtitled'))
        list = []
        mode = use
      }
      closeUnknown()
      at = last + 1
      continue
    }
    if (token.word.hardOfHearing) {
      const target = reading.found.at(-1)
      if (target) target.hardOfHearing = true
      reading.marks = true
      at++
      continue
    }
    if (token.word.voiceOver) {
      if (!mark((one) => (one.use = 'voice-over'))) mode = 'voice-over'
      at++
      continue
    }
    if (token.word.dubbed) {
      const following = languageAt(tokens, keys, at + 1)
      if (following || !mark((one) => (one.use = 'dubbed'))) mode = 'dubbed'
      reading.marks = true
      at++
      continue
    }
    if (token.word.original) {
      reading.marks = true
      if (depth > 0 || (list.length > 0 && !languageAt(tokens, keys, at + 1))) mark((one) => (one.use = 'original'))
      else mode = 'original'
      at++
      continue
    }
    const code =
      token.raw.length <= 4 && (token.raw.length <= 3 || /^[A-Z]+$/.test(token.raw)) && !(plainWord && token.word.preposition)
        ? codeOf(token.raw)
        : null
    const short = token.pointed ? table.fromShort(token.key) : null
    const language =
      short ??
      (code && (!plainWord || token.raw === token.key || token.raw.length >= 2) ? code : null) ??
      (token.key.length > 3 ? table.fromWord(token.key) : null) ??
      (token.key === 'dt' ? 'de' : null)
    if (language && !(token.word.preposition && !/^[A-Z]{2,3}$/.test(token.raw) && !short && token.key !== 'dt')) {
      take(language, mode, token.start, token.end)
      at++
      if (short && tokens[at]?.raw === '.') at++
      continue
    }
    if (token.word.none) {
      reading.none = true
      at++
      continue
    }
    if (token.word.preposition) {
      // "In X with English subtitles": what follows is another clause
      if (/^(?:with|w|mit|avec|con|com|amb|plus|m)$/.test(token.key)) {
        list = []
        clause = true
      }
      if (/^(?:audio|version|versions|fassung)$/.test(token.key) && mode === 'subtitled' && use !== 'subtitled') mode = use
      at++
      continue
    }
    if (/^\d+$/.test(token.raw)) {
      at++
      if (unknownFrom >= 0) unknownTo = token.end
      continue
    }
    if (unknownFrom < 0) unknownFrom = token.start
    unknownTo = token.end
    at++
  }
  closeUnknown()
  return reading
}

/** A name that some write with a hyphen ("crioulo cabo-verdiano"); `count` takes in the hyphen. */
function hyphenated(tokens: Token[], at: number): { value: string; count: number } | null {
  const words: { key: string; end: number }[] = []
  for (let to = at; to < tokens.length && words.length < 5; to++)
    if (tokens[to]!.raw !== '-') words.push({ key: tokens[to]!.key, end: to + 1 })
  const match = languageTable().names.match(
    words.map((word) => word.key),
    0,
  )
  return match && match.count > 1 ? { value: match.value, count: words[match.count - 1]!.end - at } : null
}

/** A code in capitals or small letters; "Min" and "Ama" are words, but "Eng" and "Fra" are codes all the same. */
function codeOf(raw: string): string | null {
  const code = languageTable().fromCode(raw)
  return code !== null && /^\p{Lu}\p{Ll}/u.test(raw) && code.length > 2 ? null : code
}

/** Whether a language is named at a token, prepositions skipped. */
function languageAt(tokens: Token[], keys: string[], from: number): boolean {
  const table = languageTable()
  let at = from
  while (
    tokens[at] &&
    (tokens[at]!.raw === ':' ||
      tokens[at]!.raw === '-' ||
      tokens[at]!.raw === '.' ||
      /^(?:in|en|em|au|aux|al|a|auf|de|del|du|the|l|la|le|les|por|per)$/.test(tokens[at]!.key))
  ) {
    // "EN" after a mark is English, "en" is French for "in"
    if (/^[A-Z]{2}$/.test(tokens[at]!.raw)) break
    at++
  }
  const token = tokens[at]
  if (!token || !/\p{L}/u.test(token.raw)) return false
  if (table.names.match(keys, at) && token.key.length > 3) return true
  if (token.pointed && table.fromShort(token.key)) return true
  if (/^[A-Z]{2,3}$/.test(token.raw) && table.fromCode(token.raw)) return true
  return token.key.length > 4 && table.fromWord(token.key) !== null
}
