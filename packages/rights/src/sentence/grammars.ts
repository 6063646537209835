/** The three vocabularies as they are met in sentences, where a short word is more often a word than a code. */
import { languageOfCode } from '../languages/names.ts'
import { parseLanguages } from '../languages/parse.ts'
import { languagePhrases } from '../languages/phrases.ts'
import { ALL_USES } from '../languages/languages.ts'
import { mediaPhraseAt, parseMedia } from '../media/parse.ts'
import { leafBit } from '../territories/leaves.ts'
import { parseTerritories } from '../territories/parse.ts'
import { leavesOfCode, territoryPhrases } from '../territories/phrases.ts'
import type { Grammar, Phrase } from './expressions.ts'
import type { Line } from './line.ts'
import { markerAt } from './marker-at.ts'
import { isReadInSeveral, kindsOfTelevision, withUseOfEach } from './pieces.ts'
import { isFilmsCinemas, isFilmsWorld } from './words-of-films.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const said = ({ text, tokens }: Line, at: number, end: number): string => text.slice(tokens[at]!.at, tokens[end - 1]!.end)
const PLAIN = { refused: false, needsMore: false, isCommon: false }

/** A longer word of the deal stands here: "free for", "theatrical release", "France Télévisions". */
const isMarker = (line: Line, at: number, end: number): boolean => {
  const marker = markerAt(line, at)
  return marker !== null && marker.meaning !== 'noise' && marker.end > end
}

const ARTICLES = words('the le la les l el los las il lo gli')
/** Small words of English and French that are also names or codes of countries. */
const SHORT_NAMES = words('uk usa uae drc gas bene')
const CODE_LIKE = words('in is it no to be me my so as at de la se ne par sur are can nor mar ad am by id il ma na pa sa si us')
/** What these are in a deal is never the country: television, download to own, "and". */
const NO_CODES = words('tv est and et st per com an tm')
/** What the vocabulary will not split is here exactly a leaf. */
const WHOLE: Record<string, string> = { 'Metropolitan France': 'FR', 'France métropolitaine': 'FR' }
const COMPANY = words('sa ag as bv nv co ltd ab')
/** What means something only beside another contract is not noted unless a territory was to be expected there. */
const RELATIVE = 'relative'

export const TERRITORIES: Grammar = {
  label: 'territory-label',
  everything: 'World',
  between: words('the le la les l un une el los las il lo gli en in au aux du de des d di der dem den territory territories territoire territoires country countries pays of dans for pour its his their ses leurs son sa throughout across of'),
  sideBySide: 'list',
  parse: (expression) => parseTerritories(expression),
  phraseAt(line, at, { isExpected }) {
    const { tokens } = line
    const token = tokens[at]
    if (!token?.isWord || token.key === '&') return null
    const small = smallCodesAt(line, at)
    if (small) return small
    const start = ARTICLES.has(token.key) ? at + 1 : at
    const code = codeAt(line, start)
    const phrase = territoryPhrases().longest(tokens, start)
    if (!phrase || (code && code.end >= phrase.end)) return code
    const { meaning, end } = phrase
    const key = tokens[start]!.key
    if (end === start + 1 && key.length <= 3 && tokens[start]!.raw === key && !SHORT_NAMES.has(key) && !(key === 'us' && isUnitedStates(line, start))) return null
    if (end === start + 1 && /^\d/.test(key)) return null
    if (isMarker(line, start, end)) return null
    if ((end === start + 1 || end === at + 1) && isFilmsWorld(line, start, isExpected, namesTerritoryIn(line))) return null
    if (WHOLE[meaning.text]) return { ...PLAIN, text: WHOLE[meaning.text]!, end }
    if (meaning.refused && key.startsWith('world')) return { ...PLAIN, text: 'World', end: start + 1 }
    if (!meaning.refused) return { ...PLAIN, text: said(line, start, end), end }
    return meaning.refused.code === RELATIVE && !isExpected ? null : { ...PLAIN, text: '', end, refused: true }
  },
} // prettier-ignore

const namesTerritoryIn = (line: Line) => (at: number): boolean => TERRITORIES.phraseAt(line, at, { isExpected: true }) !== null // prettier-ignore

/** "Us" is who asks ("give us", "contact us"), but at a beginning and behind "the", a medium or a territory it is the country. */
function isUnitedStates({ tokens, begins }: Line, at: number): boolean {
  if (begins[at] || !tokens[at - 1]!.isWord || tokens[at - 1]!.key === 'the') return true
  for (let from = at - 1; from >= 0 && from >= at - 3; from--) if (mediaPhraseAt(tokens, from)?.end === at || territoryPhrases().longest(tokens, from)?.end === at) return true
  return false
} // prettier-ignore

function codeAt(line: Line, at: number): Phrase | null {
  const { tokens, text } = line
  const token = tokens[at]
  if (!token || !/^[A-Za-z]{2,3}$/.test(token.raw)) return null
  const part = tokens[at + 1]?.glued ? tokens[at + 1]! : null
  const leaf = part ? `${token.raw.toUpperCase()}-${part.raw.toLowerCase()}` : ''
  if (part && leafBit(leaf) !== undefined) return { ...PLAIN, text: leaf, end: at + 2 }
  if (part || token.raw !== token.raw.toUpperCase() || !leavesOfCode(token.raw)) return null
  const before = tokens[at - 1]
  if (isOfVersion(line, at)) return null
  if (NO_CODES.has(token.key) || (line.isShouted && CODE_LIKE.has(token.key) && !isAmongCodes(line, at))) return null
  if (COMPANY.has(token.key) && before?.isWord && /^\p{Lu}/u.test(before.raw) && !text.slice(before.end, token.at).includes(',')) return null
  return { ...PLAIN, text: token.raw, end: at + 1 }
} // prettier-ignore

/** "VF et VA": beside another abbreviation of a version it is one, and not the Vatican. */
function isOfVersion({ tokens }: Line, at: number): boolean {
  if (tokens[at]!.raw !== 'VA') return false
  return [-1, 1].some((side) => VERSIONS.test(tokens[at + side]?.raw ?? '') || (['&', '/', ',', '+', 'ou'].includes(tokens[at + side]?.key ?? '') && VERSIONS.test(tokens[at + 2 * side]?.raw ?? ''))) // prettier-ignore
}
const VERSIONS = /^(?:VF|VO|VI|VE|VOST[A-Z]*)$/

/** Codes of two letters that are words of every day, in English, French or German, or what a line calls a medium or a company. */
const WORD_CODES = words(
  'ad am an as at be by ca co de do er es est et id il in is it la li lu ma me mm mr ms mu my na ne no om pa pm sa se si so su ta td to tv tu us va vu',
)
const TOGETHER = words('+ /')

/** "nl+be", "fr/be/ch": at least two in a row, and every one the code of a country. Where one is a word too, that they are codes is a guess. */
function smallCodesAt(line: Line, at: number): Phrase | null {
  const { tokens, begins } = line
  const isCode = (n: number): boolean => /^[a-z]{2}$/.test(tokens[n]?.raw ?? '') && leavesOfCode(tokens[n]!.raw.toUpperCase()) !== undefined
  if (!isCode(at) || TOGETHER.has(tokens[at - 1]?.key ?? '')) return null
  let end = at + 1
  while (TOGETHER.has(tokens[end]?.key ?? '') && isCode(end + 1) && !begins[end + 1]) end += 2
  if (end === at + 1 || (TOGETHER.has(tokens[end]?.key ?? '') && tokens[end + 1]?.isWord)) return null
  if (areLanguages(line, at, end)) return null
  const codes = tokens.slice(at, end).filter((_, n) => n % 2 === 0)
  const isGuess = codes.some(({ key }) => WORD_CODES.has(key))
  if (codes.every(({ key }) => WORD_CODES.has(key))) return null // "in/at", "de/la": asked about, and not read
  return { ...PLAIN, text: `(${codes.map(({ raw }) => raw.toUpperCase()).join(' + ')})`, end, isGuess }
} // prettier-ignore

const OF_LANGUAGES =
  'versions?|vo|ov|vf|vost[a-z]*|sous-?titr[a-z]*|subtitl[a-z]*|subbed|subs?|untertitel[a-z]*|dub|dubs|dubbed|dubbing|doubl[a-z]*|languages?|langues?|sprachen?|audio|s/t|st'
const BEFORE_LANGUAGES = new RegExp(`(?<![a-z])(?:${OF_LANGUAGES})(?: ?: ?| )(?:in |en |auf )?$`)
const BEHIND_LANGUAGES = new RegExp(`^ (?:${OF_LANGUAGES})(?![a-z])`)

/** "Subtitles fr/nl", "fr/de version": in which languages, and not where. */
const areLanguages = ({ tokens, flat }: Line, at: number, end: number): boolean =>
  BEFORE_LANGUAGES.test(flat.slice(Math.max(0, tokens[at]!.at - 40), tokens[at]!.at)) ||
  BEHIND_LANGUAGES.test(flat.slice(tokens[end - 1]!.end).slice(0, 40))

/** In capitals throughout, "IT" and "BE" are countries between commas or other codes. */
const isAmongCodes = ({ tokens }: Line, at: number): boolean =>
  [tokens[at - 1], tokens[at + 1]].every((beside) => !beside?.isWord || (/^[A-Z]{2}$/.test(beside.raw) && !CODE_LIKE.has(beside.key) && leavesOfCode(beside.raw) !== undefined)) // prettier-ignore

/** Words of every day that price lists use for media. */
const COMMON_MEDIA = words('all any tout tous alle free pay basic linear broadcast broadcasting on premium school schools libraries museums musees corporate institutions travel hospitality cruise ship ships navire navires train trains rail hotel hotels avion avions school education educational livre livres book books cine cines schulen bibliotheken edition location rental format formats stock footage clip clips extract extracts extraits cinema salle salles festival festivals web online internet digital mobile video videos streaming cable satellite download telechargement transports terrestrial airline airlines ecoles universites universities bibliotheques gratuite gratuit gratuita payante payant replay simultane on-demand fast publication bateaux croisieres physical transactional') // prettier-ignore

export const MEDIA: Grammar = {
  label: 'media-label',
  everything: 'all',
  between: words('the le la les l un une des de du d en in on rights right droits droit of for pour tous all toute toute'),
  sideBySide: null,
  parse: (expression) => parseMedia(expression),
  meant: kindsOfTelevision,
  phraseAt(line, at, { isExpected }) {
    const { tokens } = line
    if (!tokens[at]?.isWord) return null
    // "ZDFmediathek", whosever it is
    if (/.mediathek$/.test(tokens[at]!.key)) return { ...PLAIN, text: 'Mediathek', end: at + 1 }
    const phrase = mediaPhraseAt(tokens, at)
    if (!phrase || isMarker(line, at, phrase.end)) return null
    // "l'œuvre télévisuelle": what it is, and not where it may be shown
    if (tokens[at]!.key.startsWith('televisuel') && WORKS.has(tokens[at - 1]?.key ?? '')) return null
    // "droits TV gratuite": a longer phrase begins at the next word
    if ((mediaPhraseAt(tokens, at + 1)?.end ?? 0) > phrase.end && RIGHTS.has(tokens[at]!.key)) return null
    const { end, refused } = phrase
    if (end === at + 1 && isFilmsCinemas(line, at, isExpected, namesTerritoryIn(line))) return null
    // "le film est libre": in small letters more often a verb than a download
    const isCommon = end === at + 1 && (COMMON_MEDIA.has(tokens[at]!.key) || tokens[at]!.raw === 'est') && tokens[at]!.raw !== 'FAST' && !isWanted(line, at)
    if (refused && isCommon && !isExpected) return null
    return { text: refused ? '' : said(line, at, end), end, refused, needsMore: false, isCommon }
  },
} // prettier-ignore

const WORKS = words(
  'chaine chaines oeuvre oeuvres serie series programme programmes film films documentaire documentaires production productions projet magazine',
)
const RIGHTS = words('right rights droit droits rechte')
const ALWAYS_COMMON = words('all any tout tous alle free pay basic on premium linear')

/** "For schools", "pour les hôtels", "30 days of replay": said after "for", or after days that only it lasts for, a common word is a medium. */
const isWanted = ({ tokens }: Line, at: number): boolean => {
  const before = tokens[ARTICLES.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1]?.key
  if (tokens[at]!.key === 'replay' && DAYS.has(tokens[OF.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1]?.key ?? ''))
    return true
  return (
    (before === 'for' || before === 'pour' || before === 'para' || before === 'per' || before === 'fur') &&
    !ALWAYS_COMMON.has(tokens[at]!.key)
  )
}

const DAYS = words('day days jour jours tag tage tagen dia dias giorno giorni')
const OF = words('of de en in im di')

/** Words that name all languages, or none in particular, only where a language is expected. */
const SPOKEN = 0b1011

export const LANGUAGES: Grammar = {
  label: 'language-label',
  everything: 'all',
  between: words('in into en with avec mit auf al con the le la les l of de du and'),
  sideBySide: 'one',
  parse: (expression) => parseLanguages(eachWithVersion(expression)),
  meant: (pieces) => (isReadInSeveral(pieces) ? (withUseOfEach(pieces) ?? pieces) : pieces),
  guessed(pieces) {
    const each = withUseOfEach(pieces)
    return each && { pieces: each, code: 'use-of-each' }
  },
  phraseAt(line, at, { isExpected }) {
    const { tokens } = line
    const token = tokens[at]
    if (token?.key === '(' || token?.key === ')' || !token?.isWord) return usesInBrackets(line, at)
    const phrase = languagePhrases().longest(tokens, at)
    if (!phrase || phrase.end === at + 1) {
      const code = languageCodeAt(line, at, isExpected)
      if (code) return code
    }
    if (!phrase || isMarker(line, at, phrase.end)) return null
    const { meaning, end } = phrase
    const text = said(line, at, end)
    switch (meaning.kind) {
      case 'language':
        return meaning.code.length === 2 && token.key.length > 3 ? { ...PLAIN, text, end } : isNamed(line, at, end, isExpected) ? { ...PLAIN, text, end } : null
      case 'all':
        return end > at + 1 || isExpected ? { ...PLAIN, text, end } : null
      case 'use':
        if (meaning.uses === ALL_USES) return { ...PLAIN, text: '', end, needsMore: true }
        if (meaning.uses === SPOKEN && useBefore(line, at)) return { ...PLAIN, text: '', end, needsMore: true }
        return { ...PLAIN, text, end, needsMore: meaning.uses !== 1 }
      case 'set':
        return { ...PLAIN, text, end }
      default:
        return token.key === 'va' && !isOfVersion(line, at) ? null : { ...PLAIN, text: '', end, refused: true }
    }
  },
} // prettier-ignore

/** "Version arabe et française", "English and French versions": a version of each. "Versions française et arabe sous-titrées" are all of them. */
function eachWithVersion(expression: string): string {
  const each = /^versions ([^,&]+(?: [,&] [^,&]+)+) (sous-titr[ée]es|doubl[ée]es)$/iu.exec(expression)
  if (each) return each[1]!.split(/ [,&] /).map((language) => `${language} ${each[2]!}`).join(', ') // prettier-ignore
  const match = /^(?:(versions? (?:linguistiques? )?)([^,&]+(?: [,&] [^,&]+)+)|([^,&]+(?: [,&] [^,&]+)+)( (?:language )?versions))$/i.exec(expression)
  if (!match) return expression
  const [, before = '', first, second, after = ''] = match
  return (first ?? second)!.split(/ [,&] /).map((language) => before + language + after).join(', ')
} // prettier-ignore

const useAt = (line: Line, at: number): number | null => {
  const phrase = languagePhrases().longest(line.tokens, at)
  return phrase?.meaning.kind === 'use' ? phrase.end : null
}

/** "subtitled version": the version is the one that is subtitled. */
const useBefore = (line: Line, at: number): boolean => at > 0 && useAt(line, at - 1) === at

/** A rare language needs a word of use beside it: its name may be any word. */
const isNamed = (line: Line, at: number, end: number, isExpected: boolean): boolean =>
  useAt(line, end) !== null ||
  (isExpected && /^\p{Lu}/u.test(line.tokens[at]!.raw)) ||
  (/^\p{Lu}/u.test(line.tokens[at]!.raw) && useBefore(line, at))

/** "Rights", which every use is. */
const isRights = (line: Line, at: number): boolean => {
  const phrase = languagePhrases().longest(line.tokens, at)
  return phrase?.meaning.kind === 'use' && phrase.meaning.uses === ALL_USES
}

/** "EN version", "EN/FR subtitled", "VOST EN": a code counts only beside a use. */
function languageCodeAt(line: Line, at: number, isExpected: boolean): Phrase | null {
  const { tokens } = line
  const isCode = (n: number): boolean => /^([A-Z]{2}|[a-z]{2})$/.test(tokens[n]?.raw ?? '') && languageOfCode(tokens[n]!.raw) !== undefined
  if (!isCode(at)) return null
  const found: Phrase = { ...PLAIN, text: tokens[at]!.raw.toLowerCase(), end: at + 1 }
  const isCountry = territoryPhrases().longest(tokens, at) !== null || leavesOfCode(tokens[at]!.raw) !== undefined
  // "rights UK" is where, "VOST FR" a language
  if (tokens[at]!.raw === tokens[at]!.raw.toUpperCase() && (isExpected || (useBefore(line, at) && !(isCountry && isRights(line, at - 1))))) return found
  let next = at + 1
  let isTerritory = leavesOfCode(tokens[at]!.raw) !== undefined
  while (next < at + 12 && (tokens[next]?.key === '/' || tokens[next]?.key === '&' || tokens[next]?.key === '+') && isCode(next + 1)) {
    isTerritory &&= leavesOfCode(tokens[next + 1]!.raw) !== undefined
    next += 2
  }
  // "EN + FR" are languages, because EN is no country
  if (useAt(line, next) === null && (isTerritory || next === at + 1)) return null
  return tokens[at]!.raw === tokens[at]!.raw.toUpperCase() ? found : null
} // prettier-ignore

/** The bracket of "French (dubbed and/or subtitled)": the uses in it are those of the language before it. */
function usesInBrackets(line: Line, at: number): Phrase | null {
  const { tokens } = line
  if (tokens[at]?.key !== '(') return null
  const uses: string[] = []
  let next = at + 1
  for (; next < tokens.length && next < at + 14 && tokens[next]!.key !== ')';) {
    const end = useAt(line, next)
    if (end !== null) uses.push(said(line, next, end))
    else if (!/^(&|,|\/|or|ou|\+)$/.test(tokens[next]!.key)) return null
    next = end ?? next + 1
  }
  return uses.length > 0 && tokens[next]?.key === ')'
    ? { ...PLAIN, text: uses.join(' & '), end: next + 1, needsMore: true }
    : null
}
