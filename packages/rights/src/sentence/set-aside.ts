/**
 * What is said in a sentence of something else than the deal itself: what it waits for ("18 months after TV"), when the materials come
 * ("delivery in March 2027"), how long an offer stands. Nothing is made of it, and all of it is said to be unread: read as a medium,
 * a beginning or an end it would say what nobody wrote.
 */
import { ALL_MEDIA } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parseTerritories } from '../territories/parse.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { flatBefore } from './flat-before.ts'
import type { Item, ItemOf } from './items.ts'
import type { Line } from './line.ts'
import { isMarker } from './notes-of.ts'

export interface Aside {
  readonly at: number
  readonly end: number
  readonly items: readonly Item[]
}

/**
 * "Airlines and ships reserved", "SVOD reserved to the producer" behind what is sold: it is kept back, and no part of the deal, nor is
 * the deal a holdback for it. A sentence that has nothing else to tell of is one.
 *
 * @param isAsked in a question, where nobody tells of a holdback
 */
export function reservedBeside(line: Line, items: readonly Item[], isAsked = false): Aside[] {
  const found: Aside[] = []
  const toldOf = new Set<Item>()
  for (let n = 0; n < items.length; n++) {
    if (!isMarker(items[n], 'reserved')) continue
    let from = n
    while (from > 0 && !line.begins[items[from]!.at] && !isStop(items[from - 1]!)) from--
    // "SVOD reserved to the producer; AVOD reserved to the producer": neither is what is sold
    const before = items.slice(0, from).filter((item) => !toldOf.has(item))
    for (const item of items.slice(from, n + 1)) toldOf.add(item)
    const toOwner = isToOwner(line, items[n]!)
    if (!(isAsked && toOwner) && !before.some(({ kind }) => kind === 'media')) continue
    let end = n + 1
    while (
      end < items.length &&
      !line.begins[items[end]!.at] &&
      !(toOwner && isStop(items[end]!) && saysTerm(line, items, end + 1))
    )
      end++
    const own = items.slice(from, end)
    const isNamed =
      own.some(({ kind }) => kind === 'media') ||
      own.some((item, at) => at < n - from && (item.kind === 'word' || (toOwner && item.kind === 'territories')))
    const isDeal = line.begins[items[from]!.at] || toOwner || before.some(({ kind }) => kind === 'duration' || kind === 'period')
    if (!isNamed || !isDeal || own.some(({ kind }) => kind === 'duration' || kind === 'period')) continue
    found.push({ at: own[0]!.at, end: own.at(-1)!.end, items: own })
    n = end - 1
  }
  return found
}

/** "Reserved to the producer", "réservés au concédant": whoever sells keeps it. */
const OWNER =
  /^reserv\w* (?:exclusively |solely )?(?:to|for|by|with|au|aux|a|pour|par)(?: the| la| le| l| l'| its| sa| son)? ?(?:producers?|producteurs?|productrices?|production|licensors?|licencers?|grantors?|owners?|authors?|auteurs?|autrices?|concedants?|cedants?|donneur|rights ?holders?|ayants? droit|us\b|nous\b|house|maison|seller|vendeur)/

const isToOwner = (line: Line, reserved: Item): boolean => OWNER.test(line.flat.slice(line.tokens[reserved.at]!.at).slice(0, 80))

/**
 * "Free TV, SVOD reserved to the producer", "all rights world, France reserved to the producer": what stands before the last comma is
 * sold, what stands behind it is reserved.
 */
export function partedBeforeReserved(line: Line, items: readonly Item[]): Item[] {
  const firstMedium = items.findIndex(({ kind }) => kind === 'media')
  return items.flatMap((item, n) => {
    if (item.kind !== 'media' && item.kind !== 'territories') return [item]
    let marker = n + 1
    while (isMarker(items[marker], 'noise')) marker++
    const reserved = items[marker]
    const isPlace = item.kind === 'territories' && firstMedium !== -1 && firstMedium < n
    if (!(item.kind === 'media' || isPlace) || reserved === undefined || !isMarker(reserved, 'reserved') || !isToOwner(line, reserved)) return [item]
    const comma = Array.from({ length: item.end - item.at }, (_, at) => item.at + at).findLast((at) => line.tokens[at]!.key === ',')
    if (comma === undefined || comma === item.at) return [item]
    const part = (at: number, end: number): Item => {
      const text = line.text.slice(line.tokens[at]!.at, line.tokens[end - 1]!.end)
      return item.kind === 'media' ? { kind: 'media', value: readOrNull(parseMedia, text), notes: [], at, end } : { kind: 'territories', value: readOrNull(parseTerritories, text), notes: [], at, end }
    }
    return [part(item.at, comma), { kind: 'sign', sign: ',', at: comma, end: comma + 1 }, part(comma + 1, item.end)]
  })
} // prettier-ignore

function readOrNull<Value>(parse: (text: string) => Value, text: string): Value | null {
  try {
    return parse(text)
  } catch {
    return null
  }
}

const saysTerm = (line: Line, items: readonly Item[], from: number): boolean => {
  for (let n = from; n < items.length && !line.begins[items[n]!.at] && !isStop(items[n]!); n++)
    if (['territories', 'media', 'period', 'duration', 'languages', 'cut'].includes(items[n]!.kind) || isMarker(items[n], 'exclusive', 'non-exclusive', 'from')) return true // prettier-ignore
  return false
}

type Rest = ItemOf<'media'> | ItemOf<'territories'>

/** "All other rights in France", "rights not granted": what is left is kept back, and not the territory. */
const REMAINDER =
  /(?<![a-z])(?:others?|not|un[a-z]*ed|remaining|remainder|residual|further|except|excluding|autres?|non|pas|restant[a-z]*|reste|sauf)(?![a-z])/

/**
 * The media that a reservation names without saying where, or where all is reserved: they are no part of what is sold or asked for, not as
 * part of "all rights" or "Europe" either. Of a medium in a territory nothing is taken out: the rest of it is sold.
 */
export const reservedRest = (line: Line, reserved: readonly Aside[]): Rest[] =>
  reserved.flatMap(({ at, end, items }): Rest[] => {
    const note = { code: 'reserved' as const, at, end }
    const media = items.filter((item): item is ItemOf<'media'> => item.kind === 'media' && item.value !== null && item.value !== ALL_MEDIA)
    const places = items.filter((item): item is ItemOf<'territories'> => item.kind === 'territories' && item.value !== null)
    if (places.length === 0) return media.map((item) => ({ ...item, value: ALL_MEDIA & ~item.value!, notes: [...item.notes, note] }))
    const said = line.flat.slice(line.tokens[at]!.at, line.tokens[end - 1]!.end)
    const before = items.slice(0, items.findIndex((item) => isMarker(item, 'reserved')))
    const isWhole = before.every((item) => ['territories', 'media', 'sign'].includes(item.kind) || isMarker(item, 'noise')) // not "the copyright in Germany"
    if (!isWhole || media.length > 0 || items.some((item) => item.kind === 'media' && item.value === null) || REMAINDER.test(said)) return []
    return places.map((item) => ({ ...item, value: { set: TerritorySet.world.minus(item.value!.set), groups: [] }, notes: [...item.notes, note] }))
  }) // prettier-ignore

const isStop = (item: Item): boolean => item.kind === 'sign' && (item.sign === ',' || item.sign === ';')

/** Parts the items of the deal from what is said beside it. */
export function setAside(line: Line, items: readonly Item[]): { kept: Item[]; aside: Aside[] } {
  const aside: Aside[] = []
  const beginnings = beginningsOf(line, items)
  let last = 0
  for (let n = 0; n < items.length; n++) {
    const bounds = afterMedium(line, items, n) ?? besideMedium(line, items, n) ?? dayOfEvent(line, items, n, beginnings) ?? dayOfOffer(line, items, n) ?? timeExclusive(line, items, n)
    if (bounds === null || bounds[0] < last) continue
    const own = items.slice(...bounds)
    aside.push({ at: own[0]!.at, end: own.at(-1)!.end, items: own })
    last = bounds[1]
  }
  const gone = new Set(aside.flatMap(({ items: own }) => own))
  return { kept: gone.size === 0 ? [...items] : items.filter((item) => !gone.has(item)), aside }
} // prettier-ignore

type Bounds = [from: number, to: number] | null

/** The first item before a place that is no small word, within a few and the same sentence. */
function saidBefore(line: Line, items: readonly Item[], n: number): number {
  let before = n - 1
  while (n - before < 4 && isMarker(items[before], 'noise') && !line.begins[items[before + 1]!.at]) before--
  return before
}

/** "SVOD 18 months after TV": TV is what is waited for. "Arte is after pay TV" wants it: there no length stands before, and no other medium. */
function afterMedium(line: Line, items: readonly Item[], n: number): Bounds {
  if (!isMarker(items[n], 'after') || line.begins[items[n]!.at]) return null
  let media = n + 1
  while (media < n + 3 && isMarker(items[media], 'noise')) media++
  if (items[media]?.kind !== 'media' || line.begins[items[media]!.at]) return null
  const before = saidBefore(line, items, n)
  if (items[before]?.kind === 'duration') return [before, media + 1]
  const isMedium = (item: Item, at: number): boolean => item.kind === 'media' && at !== media && !isMarker(items[at - 1], 'after')
  return items.slice(0, n).some(isMedium) ? [n, media + 1] : null
}

/** "TVOD day and date with theatrical": the other medium says when, and is not asked for. */
function besideMedium(line: Line, items: readonly Item[], n: number): Bounds {
  if (!isMarker(items[n], 'alongside')) return null
  let other = n + 1
  while (other < n + 3 && isMarker(items[other], 'noise')) other++
  const item = items[other]
  if (item === undefined || line.begins[item.at] || !(item.kind === 'media' || isMarker(item, 'event:release'))) return null
  return items.some((one, at) => one.kind === 'media' && at !== other) ? [n, other + 1] : null
}

const RULES = ['noise', 'latest', 'earliest', 'latest-start', 'before', 'until', 'from'] as const

/** "1 year, delivery in March 2027", "Livraison : 1er mars": the term does not begin with it unless it is said to be "from delivery". */
function dayOfEvent(line: Line, items: readonly Item[], n: number, beginnings: ReadonlySet<string>): Bounds {
  const event = items[n]!
  if (event.kind !== 'marker' || !event.marker.startsWith('event:')) return null
  if (beginnings.has(event.marker)) return null
  let day = n + 1
  while (day < n + 5 && isRule(items[day])) day++
  const item = items[day]
  // "1 year, delivery in March": a month alone is a word here, and said as one
  return item?.kind === 'period' && !line.begins[item.at] && !line.begins[items[n + 1]!.at] ? [n, day + 1] : null
}

const isRule = (item: Item | undefined): boolean =>
  isMarker(item, ...RULES) || (item?.kind === 'sign' && (item.sign === ':' || item.sign === '=' || item.sign === '('))

/** The events of which the sentence says that the term begins with them. */
const beginningsOf = (line: Line, items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap((item, n) => (item.kind === 'marker' && item.marker.startsWith('event:') && isBeginning(line, items, n) ? [item.marker] : []))) // prettier-ignore

/** "From delivery", "24 months after the first broadcast", "the earlier of delivery and 1 September". */
function isBeginning(line: Line, items: readonly Item[], n: number): boolean {
  let before = n - 1
  while (n - before < 5 && isMarker(items[before], 'noise', 'licensing')) before--
  return isMarker(items[before], 'from', 'after', 'until') && !line.begins[items[n]!.at]
}

const OFFER =
  /(?<![a-z])(?:(?:offers?|offre|angebot|quote|quotation|proposal|proposition|bid)(?: (?:is|are|remains?|stays?|est|reste|ist|bleibt))? (?:valid|open|good|binding|firm|stands?|holds?|valable|valide|ferme|ouverte|maintenue|gultig|expires?|expiring|lapses?|ends?|closes?|expire|gilt)(?: for acceptance)?|(?:reply|answer|respond|response|decision|decide|confirm|confirmation|reponse|antwort)(?: (?:is )?(?:needed|required|due|expected|requise|attendue|souhaitee))?|(?:offer |reply |answer )?deadline|date limite(?: de reponse)?)[ :]*(?:until|till|til|to|through|by|before|on|avant|d'ici|jusqu'[a-z]+|bis|zum)?(?: (?:the|le|au|zum|am))? *$/ // prettier-ignore

/** "Offer valid until 15 January", "réponse avant le 15 janvier": how long one may say yes. */
function dayOfOffer(line: Line, items: readonly Item[], n: number): Bounds {
  const item = items[n]!
  if (item.kind !== 'period') return null
  const { tokens } = line
  const before = flatBefore(line, item.at, 90)
  const found = OFFER.exec(before)
  if (!found) return null
  const start = tokens[item.at]!.at - before.length + found.index
  let from = n
  while (from > 0 && tokens[items[from - 1]!.at]!.at >= start) from--
  return [from, n + 1]
}

const AS_NOUN = new Set(['exclusivity', 'exclusivite'])

/** "From 2027 to 2029, exclusivité 18 mois après 1ère diffusion": the exclusivity is shorter than the term that is said. */
function timeExclusive(line: Line, items: readonly Item[], n: number): Bounds {
  const length = items[n]!
  if (length.kind !== 'duration') return null
  const noun = saidBefore(line, items, n)
  if (!isMarker(items[noun], 'exclusive', 'within') || line.begins[length.at]) return null
  const exclusive = isMarker(items[noun], 'within') ? saidBefore(line, items, noun) : noun
  if (!isMarker(items[exclusive], 'exclusive') || !AS_NOUN.has(line.tokens[items[exclusive]!.end - 1]!.key)) return null
  let end = n + 1
  if (isMarker(items[end], 'after', 'from')) {
    let event = end + 1
    while (event < end + 3 && isMarker(items[event], 'noise')) event++
    const what = items[event]
    if (what?.kind === 'period') return null // "exclusivity for 2 years from 1 March": that is the term
    if (what?.kind === 'marker' && what.marker.startsWith('event:')) end = event + 1
  }
  const isOther = ({ kind }: Item, at: number): boolean => (kind === 'period' || kind === 'duration') && (at < noun || at >= end)
  return items.some(isOther) ? [n, end] : null
}
