/**
 * "For the Swiss market", "North American universities", "Danish free TV", "télévision polonaise": an adjective that says where.
 * Most of them are the names of languages too, so that one of those counts only where no territory is named, and all are noted.
 */
import { mediaPhraseAt, parseMedia } from '../media/parse.ts'
import { adjectives } from '../territories/adjectives.ts'
import type { TerritorySet } from '../territories/territory-set.ts'
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import { isMarker } from './notes-of.ts'

const MARKETS = new Set([
  'market',
  'markets',
  'marche',
  'marches',
  'territory',
  'territories',
  'viewers',
  'audience',
  'audiences',
  'public',
])
/** Media that are spoken of in a language rather than in a country. */
const IN_LANGUAGE = new Set(['edition', 'editions', 'book', 'books', 'format', 'formats', 'all', 'any', 'livre', 'livres'])

const WORKS = new Set([
  'series',
  'film',
  'films',
  'movie',
  'movies',
  'doc',
  'docs',
  'documentary',
  'documentaries',
  'show',
  'shows',
  'programmes',
  'programs',
])

interface Place {
  readonly set: TerritorySet
  readonly end: number
}

/** The territory that an adjective before a medium or a market names, without these. */
export function placeByAdjective(line: Line, at: number): Place | null {
  if (isNarrowed(line, at)) return null
  let found = adjectives('before').longest(line.tokens, at)
  let set: TerritorySet | null = null
  // "Irish and British free TV"
  while (found && found.end < line.tokens.length && !line.begins[found.end]) {
    set = set === null ? found.meaning : set.or(found.meaning)
    if (isMarketAt(line, found.end)) return { set, end: found.end }
    found = JOINTS.has(line.tokens[found.end]!.key) ? adjectives('before').longest(line.tokens, found.end + 1) : null
  }
  return null
}

const JOINTS = new Set(['&', '/', '+', ','])

/** "Southern African", "non-European", "Swiss German", "Franco-German": with the word before it an adjective is of another place, and that one is not guessed. */
function isNarrowed({ tokens, begins }: Line, at: number): boolean {
  const before = tokens[at - 1]
  if (!before?.isWord || begins[at]) return false
  if (NARROWS.has(before.key) || adjectives('before').longest(tokens, at - 1)?.end === at) return true
  return tokens[at]!.glued && !WHOLE.has(before.key)
}
const NARROWS = new Set('north south east west northern southern eastern western central middle northeast northwest southeast southwest saharan inner upper lower non not native latin francophone anglophone speaking'.split(' ')) // prettier-ignore
/** "Pan-European" is all of it. */
const WHOLE = new Set(['pan', 'trans'])

function isMarketAt(line: Line, at: number): boolean {
  const { key } = line.tokens[at]!
  if (MARKETS.has(key)) return true
  const medium = IN_LANGUAGE.has(key) ? null : mediaPhraseAt(line.tokens, at)
  // "Canadian TV series", "African festival films": where films come from, and not where they may be shown
  return medium !== null && !WORKS.has(line.tokens[medium.end]?.key ?? '')
}

/** The items of a question, with the adjectives among them that say where as territories. */
export function placesByAdjective(line: Line, items: readonly Item[]): Item[] {
  const isPlaced = items.some((item) => item.kind === 'territories' && item.value !== null)
  const placed: Item[] = []
  for (let n = 0; n < items.length; n++) {
    const item = items[n]!
    const place = mayBePlace(item, isPlaced, isOfAsker(line, items, n))
      ? (placeByAdjective(line, item.at) ?? placeAfter(line, items, n))
      : null
    let last = n
    while (place !== null && last + 1 < items.length && items[last]!.end < place.end) last++
    if (place === null || items[last]!.end !== place.end) {
      placed.push(item)
      continue
    }
    const notes = [{ code: 'place-by-adjective', at: item.at, end: place.end }] as const
    placed.push({ kind: 'territories', value: { set: place.set, groups: [] }, notes, at: item.at, end: place.end })
    n = last
    const next = items[n + 1]
    const media = next?.kind === 'word' && next.at === place.end ? mediumAt(line, next) : null
    // "North American universities": a common word is a medium here
    if (media) placed.push(media)
    if (media) n++
  }
  return placed
}

function mediumAt(line: Line, { at, end }: Item): Item | null {
  const phrase = mediaPhraseAt(line.tokens, at)
  if (!phrase || phrase.refused || phrase.end !== end) return null
  return { kind: 'media', value: parseMedia(line.text.slice(line.tokens[at]!.at, line.tokens[end - 1]!.end)), notes: [], at, end }
}

/** A word, or the name of a language: with a use it is more than adjectives, and stays what it is. */
const mayBePlace = (item: Item, isPlaced: boolean, isOfAsker: boolean): boolean =>
  item.kind === 'word' || isMarker(item, 'noise') || (item.kind === 'languages' && (!isPlaced || isOfAsker))

/** "Marché suisse", "TV payante polonaise". */
function placeAfter(line: Line, items: readonly Item[], n: number): Place | null {
  const [before, item] = [items[n - 1], items[n]!]
  if (!before || before.end !== item.at || line.begins[item.at]) return null
  const isOfIt = before.kind === 'media' || MARKETS.has(line.tokens[before.at]!.key)
  const found = isOfIt ? adjectives('after').longest(line.tokens, item.at) : null
  return found && { set: found.meaning, end: found.end }
}

/**
 * "Hungarian TV wants free TV", "la télé suisse cherche": who asks is no medium, where another is named. Their country is where they
 * ask for, and noted so; where another territory is named it says nothing.
 */
export function withoutAskers(line: Line, items: readonly Item[]): Item[] {
  const all = [...items]
  const nothing = ({ at, end }: Item): Item => ({ kind: 'marker', marker: 'noise', at, end })
  for (const [n, item] of items.entries()) {
    const side = askerSide(line, items, n)
    if (side === null) continue
    const home = items[n + side]
    if (home?.kind === 'territories' && home.value !== null) {
      const isElsewhere = items.some((one) => one !== home && one.kind === 'territories' && one.value !== null)
      const [first, last] = side < 0 ? [home, item] : [item, home]
      all[n + side] = isElsewhere ? nothing(home) : { ...home, notes: [{ code: 'place-of-asker', at: first.at, end: last.end }] }
    }
    if (items.some((one) => one.kind === 'media' && one !== item && askerSide(line, items, items.indexOf(one)) === null)) all[n] = nothing(item) // prettier-ignore
  }
  return all
}

/** On which side of a channel that asks for something its country stands; null where it asks for nothing. */
function askerSide(line: Line, items: readonly Item[], n: number): -1 | 1 | null {
  const item = items[n]
  if (item?.kind !== 'media' || item.end !== item.at + 1 || !ASKERS.has(line.tokens[item.at]!.key)) return null
  if (ASKS.test(asked(line, item.end))) return -1
  const behind = adjectives('after').longest(line.tokens, item.end)?.end
  return behind !== undefined && ASKS.test(asked(line, behind)) ? 1 : null
}

const isOfAsker = (line: Line, items: readonly Item[], n: number): boolean => askerSide(line, items, n + 1) === -1 || askerSide(line, items, n - 1) === 1 // prettier-ignore

/** Two words, where no sentence begins between. */
const asked = ({ tokens, begins }: Line, at: number): string =>
  begins[at] ? '' : `${tokens[at]?.key ?? ''} ${tokens[at + 1]?.key ?? ''}`
const ASKERS = new Set(['tv', 'television', 'tele'])
const ASKS = /^(?:wants?|needs?|asks?|asked|seeks?|would|wishes|veut|voudrait|cherche|recherche|demande|souhaite|is (?:looking|asking|after|interested|searching))(?: |$)/ // prettier-ignore
