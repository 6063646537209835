/** Words of a deal that films are called by too: "El mundo perdido", "Mondo Cane", "World of Ice", "Salas". Bare they count only where a deal would say them. */
import { OPERATORS } from '../expression/operators.ts'
import { languagePhrases } from '../languages/phrases.ts'
import { mediaPhraseAt } from '../media/parse.ts'
import { durationAt } from './durations.ts'
import type { Line } from './line.ts'
import { markerAt } from './marker-at.ts'
import { periodAt } from './periods.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** What a deal says bare, wherever it stands: only words beside it tell that a film is called so. */
const BARE_WORLD = words('world monde')
const WORLD = words('mundo mundial mundiales mondo mondiale mondiali mondial mondiaux')
const WORLDS = new Set([...BARE_WORLD, ...WORLD])
const OF_THE_WORLD = words('mundial mundiales mondiale mondiali mondial mondiaux')
const CINEMAS = words('salas')

const ARTICLES = words('el los la las il lo le les the')
const WHERE = words('en para por per nel in im dans pour for throughout across')
const RIGHTS = words('derecho derechos diritto diritti droit droits licencia licenza licence nivel livello niveau territorio distribucion distribuzione distribution explotacion exclusiva esclusiva') // prettier-ignore
const OF = words('de di')

/** Whether a word names the world, and a deal would not say it so here. */
export function isFilmsWorld(line: Line, at: number, isExpected: boolean, namesTerritory: (at: number) => boolean): boolean {
  const { tokens } = line
  if (BARE_WORLD.has(tokens[at]!.key)) return isInName(line, at, namesTerritory)
  if (!WORLD.has(tokens[at]!.key)) return false
  if (isLessSomething(line, at + 1, namesTerritory)) return false
  if (nameGoesOn(line, at + 1)) return true
  const before = keyBefore(line, at)
  if ((isExpected && before !== ',') || WHERE.has(before)) return false
  return !(OF_THE_WORLD.has(tokens[at]!.key) && (RIGHTS.has(before) || isBehindMedium(line, at)))
}

/** "Le monde perdu", "World of Ice", "A Hidden World": a word that says nothing in a deal stands beside it. */
function isInName(line: Line, at: number, namesTerritory: (at: number) => boolean): boolean {
  const { tokens, begins } = line
  // what is called the world itself says nothing of its neighbour
  const isName = (next: number): boolean => !WORLDS.has(tokens[next]!.key) && saysNothing(line, next) && !isOfDeal(line, next) && !namesTerritory(next)
  const goesOn = (next: number): boolean => nameGoesOn(line, next) && isName(next)
  if (KINDS_OF_CINEMA.has(tokens[at + 1]?.key ?? '') && FILMS.has(tokens[at + 2]?.key ?? '') && !begins[at + 1] && !begins[at + 2]) return true
  if (isKindOfFilms(line, at) && isSoldElsewhere(line, at, namesTerritory)) return true
  if (goesOn(at + 1) && !isLessSomething(line, at + 1, namesTerritory)) return true
  let next = at + 1
  if (NAME_OF.has(tokens[next]?.key ?? '') && !begins[next]) {
    while (next < at + 4 && (NAME_OF.has(tokens[next]?.key ?? '') || ARTICLES.has(tokens[next]?.key ?? ''))) next++
    if (goesOn(next)) return true
  }
  const before = tokens[at - 1]
  const areNames = before?.isWord === true && !begins[at] && isCapital(before.raw) && isCapital(tokens[at]!.raw)
  return areNames && !tokens[at]!.glued && noneBetween(line, at) && isName(at - 1)
} // prettier-ignore

/** "World cinema titles": a kind of films. */
const KINDS_OF_CINEMA = words('cinema')
const FILMS = words('title titles film films movie movies doc docs documentary documentaries')
const NAME_OF = words('of de du des d')

/** "World cinema", "cinéma du monde" between commas. */
function isKindOfFilms({ tokens, begins }: Line, at: number): boolean {
  const isFrench = tokens[at - 1]?.key === 'du' && KINDS_OF_CINEMA.has(tokens[at - 2]?.key ?? '') && !begins[at] && !begins[at - 1]
  const isEnglish = KINDS_OF_CINEMA.has(tokens[at + 1]?.key ?? '') && !begins[at + 1]
  if (!isFrench && !isEnglish) return false
  const [first, end] = isFrench ? [at - 2, at + 1] : [at, at + 2]
  return (begins[first] || tokens[first - 1]?.key === ',') && (begins[end] || tokens[end] === undefined || tokens[end].key === ',')
} // prettier-ignore

/** Another territory is named near, so that the world is not where it is to be sold. */
function isSoldElsewhere({ tokens }: Line, at: number, namesTerritory: (at: number) => boolean): boolean {
  // the world itself, with or without its article, is no other: to ask of it is to ask this again
  const isWorld = (near: number): boolean => WORLDS.has(tokens[near]?.key ?? '')
  for (let near = Math.max(0, at - NEAR); near < Math.min(tokens.length, at + NEAR); near++)
    if (tokens[near]!.isWord && !isWorld(near) && !isWorld(near + 1) && namesTerritory(near)) return true
  return false
}
const NEAR = 20
const isCapital = (raw: string): boolean => /^\p{Lu}\p{Ll}/u.test(raw)
const noneBetween = ({ text, tokens }: Line, at: number): boolean => text.slice(tokens[at - 1]!.end, tokens[at]!.at) === ' '

/** A date, a language, a cut, a number. */
const isOfDeal = (line: Line, at: number): boolean =>
  /\d/.test(line.tokens[at]!.raw) || periodAt(line, at, ANY_DAY) !== null || languagePhrases().longest(line.tokens, at) !== null || EX.has(line.tokens[at]!.key) // prettier-ignore
const EX = words('ex entier entire')
/** Whether there is a date, not which. */
const ANY_DAY = 0

/** Whether a word names cinemas, and a deal would not say it so here. */
export function isFilmsCinemas(line: Line, at: number, isExpected: boolean, namesTerritory: (at: number) => boolean): boolean {
  if (KINDS_OF_CINEMA.has(line.tokens[at]!.key) && BARE_WORLD.has(line.tokens[at + 2]?.key ?? '') && isKindOfFilms(line, at + 2)) return isSoldElsewhere(line, at + 2, namesTerritory)
  if (KINDS_OF_CINEMA.has(line.tokens[at]!.key) && BARE_WORLD.has(line.tokens[at - 1]?.key ?? '') && isKindOfFilms(line, at - 1)) return isSoldElsewhere(line, at - 1, namesTerritory)
  if (!CINEMAS.has(line.tokens[at]!.key)) return false
  const before = keyBefore(line, at)
  const isOfRights = OF.has(before) && RIGHTS.has(line.tokens[at - 2]?.key ?? '')
  return nameGoesOn(line, at + 1) || !((isExpected && before !== ',') || WHERE.has(before) || isOfRights)
} // prettier-ignore

/** The word or sign before, articles apart; none where a sentence begins. */
function keyBefore({ tokens, begins }: Line, at: number): string {
  let first = at
  while (!begins[first] && ARTICLES.has(tokens[first - 1]?.key ?? '')) first--
  return begins[first] ? '' : (tokens[first - 1]?.key ?? '')
}

/** "Mondo Cane", "mundo perdido": a word follows that says nothing in a deal. */
function nameGoesOn(line: Line, at: number): boolean {
  const { tokens, begins } = line
  return tokens[at]?.isWord === true && !begins[at] && tokens[at].key !== '&' && saysNothing(line, at)
}

function saysNothing(line: Line, at: number): boolean {
  const { tokens } = line
  return OPERATORS.longest(tokens, at) === null && mediaPhraseAt(tokens, at) === null && markerAt(line, at) === null && durationAt(line, at) === null // prettier-ignore
}

/** "Mondo esclusa Francia", but not "Un mundo sin ti". */
function isLessSomething({ tokens }: Line, at: number, namesTerritory: (at: number) => boolean): boolean {
  const operator = OPERATORS.longest(tokens, at)
  if (operator?.meaning.does !== 'exclude') return false
  const next = ARTICLES.has(tokens[operator.end]?.key ?? '') ? operator.end + 1 : operator.end
  return next < tokens.length && namesTerritory(next)
}

/** "SVOD mundial": in small letters, with nothing between. */
const isBehindMedium = ({ tokens, begins }: Line, at: number): boolean =>
  !begins[at] &&
  tokens[at]!.raw === tokens[at]!.raw.toLowerCase() &&
  [1, 2, 3, 4].some((count) => at >= count && mediaPhraseAt(tokens, at - count)?.end === at)

/** Words that a question is made of, and titles no less: "Gone with the Wind", "Clear Water", "One Day in September". None by which somebody asks. */
const OF_TITLES = words(
  'gone clear cleared chance nobody personne morning mornings afternoon evening evenings marche marches market markets day days hour hours minute minutes week weeks month months year years one two time times last launch everything nothing entire whole',
)
/** So many small words may stand between a word of a title and the next. */
const MOST_BETWEEN = 3

/** Where the words found begin and end when such a word with a capital stands beside them. */
export function withWordsOfTitles({ tokens, begins }: Line, found: { at: number; end: number }, isNoise: (at: number) => boolean): { at: number; end: number } {
  let { at, end } = found
  // "Good Morning" greets, whatever film is named behind it
  const isTitles = (place: number): boolean => OF_TITLES.has(tokens[place]!.key) && isCapital(tokens[place]!.raw) && tokens[place - 1]?.key !== 'good'
  if (!isCapital(tokens[at]!.raw)) return found
  for (let before = at - 1; before >= 0 && at - before <= MOST_BETWEEN + 1 && !begins[before + 1] && isNoise(before); before--) if (isTitles(before)) at = before
  while (end < tokens.length && !begins[end] && isNoise(end) && isTitles(end)) end++
  return { at, end }
} // prettier-ignore
