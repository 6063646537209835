/**
 * What each word of a list of versions does to what was read before it. Each rule looks at the word where the line stands and says how many
 * words and marks it took; 0 leaves them to the rules below it.
 */
import { countryTable } from '../../tables/countries.ts'
import { languageTable } from '../../tables/languages.ts'
import { SWISS, TOKENS_WITH_LANGUAGE, type Token } from './words.ts'
import type { VersionLine } from './version-line.ts'

type Rule = (line: VersionLine, token: Token) => number

/** "Arabic (Egypt)": where it is spoken so. The code is that of the language. */
const placeOfLanguage: Rule = (line, { raw }) => {
  if (raw !== '(' || line.list.length === 0) return 0
  const place = countryTable().names.match(line.keys, line.at + 1)
  return place !== null && line.ahead(place.count + 1)?.raw === ')' ? place.count + 2 : 0
}

const separator: Rule = (line, { word, raw }) => {
  if (word.wordly) return 0
  if (raw === '(' || raw === '[') line.goInside()
  else if (raw === ')' || raw === ']') line.goOutside()
  else if (raw === ',') line.endItem()
  else if (raw === '·') line.endList({ keepsUse: true })
  else if (raw === ';' || raw === '|' || raw === '•') line.endList({ keepsUse: false })
  return 1
}

/** `OV/df`, `Ov/d,f`: Swiss cinemas name the subtitles by letters. */
const swissSubtitles: Rule = (line, token) => {
  const letters = line.ahead(2)
  if ((token.key !== 'ov' && token.key !== 'of') || line.ahead(1)?.raw !== '/' || letters === undefined) return 0
  if (!/^(?:[dfei]{1,3}|sp)$/.test(letters.raw)) return 0
  for (const letter of letters.raw === 'sp' ? ['sp'] : letters.raw) line.take(SWISS[letter]!, 'subtitled', token, letters)
  let taken = 3
  for (;;) {
    const [mark, letter] = [line.ahead(taken), line.ahead(taken + 1)]
    if (mark === undefined || letter === undefined || !/^[/,]$/.test(mark.raw) || !SWISS[letter.raw]) break
    line.take(SWISS[letter.raw]!, 'subtitled', letter)
    taken += 2
  }
  line.reading.marks = true
  return taken
}

/** "VI anglaise": the international version; "VI" alone is Vietnamese. */
const internationalVersion: Rule = (line, { raw }) => {
  if (raw !== 'VI' || !/^(?:anglaise|francaise|allemande|espagnole|italienne)$/.test(line.ahead(1)?.key ?? '')) return 0
  line.reading.marks = true
  return 1
}

/** `en, fr, pt`: small letters are codes where there is nothing else. */
const listedCode: Rule = (line, token) => {
  const language = line.codesOnly ? languageTable().fromCode(token.raw) : null
  if (language === null) return 0
  line.take(language, line.mode, token)
  return 1
}

/** `OmU`, `OmeU`: the original with subtitles. */
const ORIGINAL_WITH = /^om\w*u$/

/** `OmU`, `VF`, `VOSTA`: the version with its language in one word. */
const versionOfLanguage: Rule = (line, token) => {
  const whole = token.word.withLanguage
  if (!whole?.language || !(/[A-Z]{2}|^O[mM]/.test(token.raw) || token.key.length > 2)) return 0
  // "Schweizerdt. OmU": what stands before is the original; "dt. OmU" says once more what its subtitles are
  if (ORIGINAL_WITH.test(token.key))
    for (const one of line.list) if (one.use === null && one.language !== whole.language) one.use = 'original'
  line.take(whole.language, whole.use ?? (line.use === 'original' ? null : line.use), token)
  line.reading.marks = true
  line.mode = line.use
  return 1
}

/** `UT d/f`: subtitles by letters. */
const letterOfSubtitles: Rule = (line, token) => {
  if (line.mode !== 'subtitled' || !/^[dfei]$/.test(token.raw)) return 0
  const before = line.ahead(-1)
  if (before?.raw !== '/' && !/^(?:ut|untertitel|st)$/.test(before?.key ?? '')) return 0
  line.take(SWISS[token.raw]!, 'subtitled', token)
  return 1
}

/** `VOSTPOL`: any code behind the mark. */
const codedSubtitles: Rule = (line, token) => {
  const code = token.key.startsWith('vost') ? /^vost(.{2,5})$/.exec(token.key)?.[1] : undefined
  const language = code === undefined ? null : languageTable().fromCode(code)
  if (language === null) return 0
  line.take(language, 'subtitled', token)
  line.reading.marks = true
  return 1
}

/** Initials with points: `v.o.`, `V.F.`, `O.V.` */
const initials: Rule = (line, token) => {
  if (token.raw.length !== 1 || !/^[vo]$/i.test(token.raw) || line.ahead(1)?.raw !== '.' || line.ahead(2)?.raw.length !== 1)
    return 0
  let count = 2
  let letters = token.key
  for (let next = line.ahead(count); next?.raw.length === 1 && /\p{L}/u.test(next.raw); next = line.ahead(count)) {
    letters += next.key
    count++
    if (line.ahead(count)?.raw !== '.') break
    count++
  }
  line.reading.marks = true
  line.endUnknown()
  const known = TOKENS_WITH_LANGUAGE[letters]
  const code = /^vost?(.+)$/.exec(letters)?.[1]
  const language = code === undefined ? null : languageTable().fromCode(code)
  const last = line.ahead(count - 1)!
  if (known?.language) line.take(known.language, known.use, token, last)
  else if (letters === 'vo' || letters === 'ov' || letters === 'of') line.mode = 'original'
  else if (letters === 'vost' || letters === 'vos') line.mode = 'subtitled'
  else if (language !== null) line.take(language, 'subtitled', token, last)
  return count
}

const voiceOverInTwoWords: Rule = (line, { key }) => {
  if (key !== 'voice') return 0
  if (line.ahead(1)?.key === 'over') {
    line.mark('voice-over')
    return 2
  }
  if (line.ahead(1)?.raw !== '-' || line.ahead(2)?.key !== 'over') return 0
  if (!line.mark('voice-over')) line.mode = 'voice-over'
  return 3
}

const nameOfLanguage: Rule = (line, token) => {
  if (token.word.subtitle) return 0
  const { names } = languageTable()
  const phrase = hyphenated(line) ?? names.match(line.keys, line.at) ?? names.match(line.singular, line.at)
  if (phrase === null || (phrase.count === 1 && token.key.length <= 3)) return 0
  line.take(phrase.value, line.mode, token, line.ahead(phrase.count - 1))
  return phrase.count
}

/** A name that some write with a hyphen ("crioulo cabo-verdiano"); `count` takes in the hyphen. */
function hyphenated(line: VersionLine): { value: string; count: number } | null {
  const next = line.ahead(1)?.raw
  if ((next !== '-' && line.ahead(2)?.raw !== '-') || next === ',') return null
  const words: { key: string; count: number }[] = []
  for (let count = 1; words.length < 5; count++) {
    const token = line.ahead(count - 1)
    if (token === undefined) break
    if (token.raw !== '-') words.push({ key: token.key, count })
  }
  const match = languageTable().names.match(
    words.map(({ key }) => key),
    0,
  )
  return match && match.count > 1 ? { value: match.value, count: words[match.count - 1]!.count } : null
}

const subtitles: Rule = (line, { word, key }) => {
  if (!word.subtitle) return 0
  line.reading.marks = true
  line.clause = false
  let taken = 1
  // "sous-titres", "sous titré"
  if (key === 'sous' && line.ahead(taken)?.raw === '-') taken++
  if (key === 'sous' && line.ahead(taken)?.key.startsWith('titr')) taken++
  if (line.ahead(taken)?.raw === '.') taken++
  const following = languageAt(line, taken)
  if (following || line.list.length === 0) {
    // Romance order: the languages come after, until a mark or a stronger separator
    if (line.isInside && line.list.length === 0 && !following) line.mark('subtitled')
    else line.mode = 'subtitled'
  } else {
    line.mark('subtitled')
    line.mode = line.use
  }
  line.list = []
  line.endUnknown()
  return taken
}

const hardOfHearing: Rule = (line, { word }) => {
  if (!word.hardOfHearing) return 0
  const last = line.reading.found.at(-1)
  if (last) last.hardOfHearing = true
  line.reading.marks = true
  return 1
}

const voiceOver: Rule = (line, { word }) => {
  if (!word.voiceOver) return 0
  if (!line.mark('voice-over')) line.mode = 'voice-over'
  return 1
}

const dubbed: Rule = (line, { word }) => {
  if (!word.dubbed) return 0
  if (languageAt(line, 1) || !line.mark('dubbed')) line.mode = 'dubbed'
  line.reading.marks = true
  return 1
}

const original: Rule = (line, { word }) => {
  if (!word.original) return 0
  line.reading.marks = true
  if (line.isInside || (line.list.length > 0 && !languageAt(line, 1))) line.mark('original')
  else line.mode = 'original'
  return 1
}

const codeOrShortName: Rule = (line, token) => {
  const { raw, key, word, pointed } = token
  const table = languageTable()
  const plain = /\p{Ll}/u.test(raw) || raw.length > 3
  const mayBeCode = raw.length <= 3 || (raw.length === 4 && /^[A-Z]+$/.test(raw))
  const code = mayBeCode && !(plain && word.preposition) ? codeOf(raw) : null
  const short = pointed ? table.fromShort(key) : null
  const language =
    short ??
    (code && (!plain || raw === key || raw.length >= 2) ? code : null) ??
    (key.length > 3 ? table.fromWord(key) : null) ??
    (key === 'dt' ? 'de' : null)
  if (language === null || (word.preposition && !/^[A-Z]{2,3}$/.test(raw) && short === null && key !== 'dt')) return 0
  line.take(language, line.mode, token)
  return short !== null && line.ahead(1)?.raw === '.' ? 2 : 1
}

/** A code in capitals or small letters; "Min" and "Ama" are words, but "Eng" and "Fra" are codes all the same. */
function codeOf(raw: string): string | null {
  const code = languageTable().fromCode(raw)
  return code !== null && /^\p{Lu}\p{Ll}/u.test(raw) && code.length > 2 ? null : code
}

const none: Rule = (line, { word }) => {
  if (!word.none) return 0
  line.reading.none = true
  return 1
}

const preposition: Rule = (line, { word, key }) => {
  if (!word.preposition) return 0
  // "In X with English subtitles": what follows is another clause
  if (/^(?:with|w|mit|avec|con|com|amb|plus|m)$/.test(key)) {
    line.list = []
    line.clause = true
  }
  if (/^(?:audio|version|versions|fassung)$/.test(key) && line.mode === 'subtitled' && line.use !== 'subtitled')
    line.mode = line.use
  return 1
}

const number: Rule = (line, token) => {
  if (!/^\d+$/.test(token.raw)) return 0
  line.widenUnknown(token)
  return 1
}

/** The first that takes a word has it. */
export const RULES: readonly Rule[] = [
  placeOfLanguage,
  separator,
  swissSubtitles,
  internationalVersion,
  listedCode,
  versionOfLanguage,
  letterOfSubtitles,
  codedSubtitles,
  initials,
  voiceOverInTwoWords,
  nameOfLanguage,
  subtitles,
  hardOfHearing,
  voiceOver,
  dubbed,
  original,
  codeOrShortName,
  none,
  preposition,
  number,
]

/** Whether a language is named so many words ahead, prepositions skipped. */
function languageAt(line: VersionLine, ahead: number): boolean {
  const table = languageTable()
  let at = ahead
  for (let token = line.ahead(at); token !== undefined; token = line.ahead(++at)) {
    const skipped =
      token.raw === ':' ||
      token.raw === '-' ||
      token.raw === '.' ||
      /^(?:in|en|em|au|aux|al|a|auf|de|del|du|the|l|la|le|les|por|per)$/.test(token.key)
    // "EN" after a mark is English, "en" is French for "in"
    if (!skipped || /^[A-Z]{2}$/.test(token.raw)) break
  }
  const token = line.ahead(at)
  if (!token || !/\p{L}/u.test(token.raw)) return false
  if (table.names.match(line.keys, line.at + at) && token.key.length > 3) return true
  if (token.pointed && table.fromShort(token.key)) return true
  if (/^[A-Z]{2,3}$/.test(token.raw) && table.fromCode(token.raw)) return true
  return token.key.length > 4 && table.fromWord(token.key) !== null
}
