/** The parts of a festival's line ("Grand Prix – FIPADOC, Biarritz (France)"): which of them is the festival, and what the others say of it. */
import { isCity } from '../tables/cities.ts'
import { readOneCountry } from './countries.ts'
import { isCityOf, namesItsCity } from './festival-cities.ts'
import { isAward, isFestival, isStrongAward, namesAnyAward, premiereOf, SECTION } from './festival-words.ts'
import type { FestivalContext, FestivalFound } from './festivals.ts'
import { fold } from './fold.ts'
import { plain } from './source.ts'
import type { Piece } from './source.ts'
import { isMonth } from './years.ts'

export interface Part {
  piece: Piece
  words: string
  kind: 'festival' | 'award' | 'section' | 'country' | 'place' | 'premiere' | 'unknown'
  /** The mark that stood before the part. */
  mark: string
  /** The year of the entry stands right before the mark. */
  afterYear: boolean
}

/** The words that say "festival", where others are the name of one, or of the city that lends it its name ("Berlin"). */
export const SAYS_FESTIVAL = /fest|film|\bdo[ck]|cine|kino|rencontres|mostra|bien+al|tage|woch/

const WINNER =
  /^(?:winner|won|gewinner|preisträger|lauréate?|gagnant|ganador[a]?|premiad[oa]|vincitore|vencedora?|nominee|nominated)$/iu

/** What a part is by its own words. */
export function classify(part: { piece: Piece; mark: string }, afterYear: boolean): Part {
  const text = plain(part.piece.text)
  const key = fold(text)
  const premiere = premiereOf(text)
  let kind: Part['kind'] = 'unknown'
  if (premiere !== null && text.split(' ').length <= 4) kind = 'premiere'
  else if (SECTION.test(key)) kind = 'section'
  else if (readOneCountry({ text, start: 0 }) !== null) kind = 'country'
  else if (isStrongAward(key) && !/(?:festival|filmfest|film week|biennale|mostra)\b/.test(key)) kind = 'award'
  else if (isFestival(key)) kind = 'festival'
  else if (isAward(key)) kind = 'award'
  return { ...part, words: text, kind, afterYear }
}

/** Fills in the entry from its parts; it stays without a festival where none of them can be one. */
export function placeParts(found: FestivalFound, parts: readonly Part[], context: FestivalContext): void {
  const main = mainPart(parts, found.entry.year, context)
  if (main < 0) return
  put(found, 'festival', parts[main]!)
  parts.forEach((part, at) => {
    if (at === main) return
    const asked: Asked = { part, at, parts, entry: found.entry, named: at > main, context }
    for (const rule of RULES) {
      const role = rule(asked)
      if (role === null) continue
      if (role === 'nothing') return
      if (role === 'doubtful section') found.doubt = part.piece
      return put(found, role === 'doubtful section' ? 'section' : role, part)
    }
  })
}

/** Which part is the festival: the one named so; else, after a prize, the next unknown; else the first unknown. -1: none. */
function mainPart(parts: readonly Part[], year: number | null, context: FestivalContext): number {
  let main = parts.findIndex(({ mark }) => mark === '@')
  if (main < 0) main = parts.findIndex(({ kind }) => kind === 'festival')
  if (main < 0 || parts[main]!.mark === '(') {
    const outside = parts.findIndex(({ kind, mark }) => kind === 'unknown' && mark !== '(')
    if (outside >= 0) main = outside
  }
  if (main < 0) return prizeAsFestival(parts, year, context)
  // "Traces de Vies - Clermont-Ferrand (France)": what its country follows is the city of the festival before it
  if (!isBracketedPlace(parts, main) || SAYS_FESTIVAL.test(fold(parts[main]!.words).replace(/-/g, ' '))) return main
  const before = parts.findIndex((part, at) => at < main && part.mark !== '(' && mayBeFestival(part))
  if (before < 0) return main
  const prizeFollows = parts.some(({ kind }, at) => at > main && kind === 'award')
  return parts[before]!.kind !== 'award' || prizeFollows ? before : main
}

const mayBeFestival = ({ kind, words }: Part): boolean =>
  kind === 'unknown' || kind === 'festival' || (kind === 'award' && !isStrongAward(fold(words)))

/** "Awards" in the festival's own name ("Harbourlight Film Awards") loses to nothing; a prize word in the only part is the festival. */
function prizeAsFestival(parts: readonly Part[], year: number | null, context: FestivalContext): number {
  const prizes = parts.filter(({ kind, mark }) => kind === 'award' && mark !== '(')
  const last = prizes.at(-1)
  if (last === undefined) return -1
  // "Prize - Prize-like festival": the last of two; a lone prize is no festival unless the list is one of festivals with a year
  if (prizes.length >= 2) return /^[@:–—-]/.test(last.mark) ? parts.indexOf(last) : -1
  return !context.awards && year !== null && !isStrongAward(fold(last.words)) ? parts.indexOf(last) : -1
}

interface Asked {
  part: Part
  at: number
  parts: readonly Part[]
  entry: FestivalFound['entry']
  /** The festival stands before the part. */
  named: boolean
  context: FestivalContext
}

type Role = 'city' | 'country' | 'premiere' | 'section' | 'award' | 'doubtful section' | 'nothing'

/** What a part says of the festival, the first that fits; what none knows is its section. */
const RULES: readonly ((asked: Asked) => Role | null)[] = [
  // "Rotterdam, January 2025": when it was
  ({ part }) => (part.kind === 'unknown' && isMonth(part.words) ? 'nothing' : null),
  ({ part, at, parts, entry, named }) =>
    (part.kind === 'unknown' || part.kind === 'festival') &&
    named &&
    entry.city === null &&
    isBracketedPlace(parts, at) &&
    part.words.length <= 40 &&
    /^[-–—,]/.test(part.mark)
      ? 'city'
      : null,
  ({ part, entry }) =>
    part.kind !== 'country' ? null : entry.country === null ? 'country' : entry.city === null ? 'city' : 'nothing',
  ({ part }) => (part.kind === 'premiere' ? 'premiere' : null),
  ({ part }) => (part.kind === 'section' ? 'section' : null),
  ({ part, entry, named }) => (part.kind === 'award' && (named || part.mark !== '(' || entry.award === null) ? 'award' : null),
  ({ part, named }) => (part.mark === ':' && named ? 'award' : null),
  // Before the festival: a prize, with its section in brackets behind it.
  ({ part, entry, named }) => {
    if (named) return null
    if (part.mark !== '(' || entry.award === null) return 'award'
    return entry.section === null ? 'section' : 'nothing'
  },
  // A city that lends its name to a festival ("Leipzig") is a city beside another.
  ({ part, entry }) =>
    part.kind === 'festival' &&
    (part.mark === ',' || part.mark === '(') &&
    entry.city === null &&
    (isCity(part.words) || isCityOf(part.words, entry.festival))
      ? 'city'
      : null,
  // "IDFA 2021, Luminous": a festival's city stands before its year, its programme behind
  ({ part, at, parts }) =>
    part.kind === 'unknown' && part.mark === ',' && part.afterYear && !isPlace(parts, at) ? 'doubtful section' : null,
  ({ part, at, parts, entry }) =>
    part.kind === 'unknown' &&
    entry.city === null &&
    !(part.mark === '(' && namesItsCity(entry.festival) && !isPlace(parts, at)) && // "Rotterdam (Bright Future)" has its city
    part.words.length <= 40 &&
    /^\p{Lu}/u.test(part.words) &&
    !/^[-–—]/.test(part.mark)
      ? 'city'
      : null,
  ({ part, entry, context }) => {
    if (part.kind !== 'unknown' || !/^[-–—]/.test(part.mark)) return null
    if (entry.award === null && (context.awards || namesAnyAward(part.words))) return 'award'
    return entry.section === null ? 'section' : 'award'
  },
  () => 'section',
]

/** Writes a part into the entry and notes where it stands; a second prize or section stands behind the first. */
function put(
  { entry, parts }: FestivalFound,
  field: 'festival' | Exclude<Role, 'doubtful section' | 'nothing'>,
  part: Part,
): void {
  const { words, piece } = part
  parts.push({ field, piece })
  if (field === 'country') entry.country = readOneCountry({ text: words, start: 0 })
  else if (field === 'premiere') entry.premiere = premiereOf(words)
  else if (field === 'festival' || field === 'city') entry[field] = words
  // "WINNER – Golden Condor": the word alone is no prize
  else if (entry[field] === null || (field === 'award' && WINNER.test(entry[field]))) entry[field] = words
  else entry[field] += `, ${words}`
}

/** `Clermont-Ferrand (France)`. */
const isBracketedPlace = (parts: readonly Part[], at: number): boolean =>
  parts[at + 1]?.kind === 'country' && parts[at + 1]!.mark === '('

/** Whether a part is a city: one that is known, or one that its country follows. */
function isPlace(parts: readonly Part[], at: number): boolean {
  return parts[at + 1]?.kind === 'country' || isCity(parts[at]!.words)
}
