/** Words of a question that are nothing, and nearly the name of a territory: whoever types while they listen swaps letters. */
import { nearestPhrase } from '../expression/nearest.ts'
import { phraseKey } from '../expression/tokens.ts'
import type { Item } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { leavesOfCode, territoryPhrases } from '../territories/phrases.ts'

export interface NearTerritory {
  readonly at: number
  readonly end: number
  readonly name: string
}

/** A shorter word is too near to too many names. */
const SHORTEST = 5
const MOST_TOKENS = 4
const MOST_WORDS = 12

/**
 * @param wanted whether no territory was understood: then a word in small letters counts too ("svod polonge"), else it may well be
 * what the film is about
 */
export function nearTerritories(line: Line, items: readonly Item[], wanted: boolean): NearTerritory[] {
  const found: NearTerritory[] = codesIn(line, items)
  const goesOn = new Set(items.flatMap(({ kind, end }) => (kind === 'territories' ? [end] : []))) // "Afrique francophonne"
  const words = items.filter(({ kind, at }) => kind === 'word' && (wanted || goesOn.has(at) || /^\p{Lu}/u.test(line.tokens[at]!.raw))) // prettier-ignore
  for (const { at } of words.slice(0, MOST_WORDS)) {
    if (found.some(({ end }) => at < end)) continue
    const near = nearAt(line, at, wanted)
    if (near !== null) found.push(near)
  }
  return found
}

/**
 * The longest run of words about a place that is nearly a name: "Républiqe tchèque", "Afrique francophonne". One that is a name, and was not
 * read as one ("Mundo, SVOD"), is asked about where no territory was understood.
 */
function nearAt(line: Line, word: number, wanted: boolean): NearTerritory | null {
  for (let count = MOST_TOKENS; count >= 1; count--)
    for (const at of count === 1 ? [word] : [word, word - 1]) {
      const tokens = line.tokens.slice(Math.max(at, 0), at + count)
      if (at < 0 || tokens.length < count || tokens.some((token, n) => !token.isWord || (n > 0 && line.begins[at + n]))) continue
      const key = phraseKey(line.text.slice(tokens[0]!.at, tokens.at(-1)!.end))
      if (key.length < SHORTEST) continue
      const exact = territoryPhrases().get(key)
      if (exact !== undefined && exact.refused === undefined)
        return wanted ? { at, end: at + count, name: exact.group?.en ?? exact.text } : null
      const name = nearestPhrase(key, territoryPhrases(), Math.max(1, Math.floor(key.length / 10)))
      if (name !== null) return { at, end: at + count, name }
    }
  return null
}

const JOINS = new Set(['+', '/', ',', '&'])

/** "nl+be": codes of countries in small letters, which may as well be words, where at least two stand in a row and one is no word. */
function codesIn(line: Line, items: readonly Item[]): NearTerritory[] {
  const { tokens } = line
  const isCode = (at: number): boolean => /^[a-z]{2}$/.test(tokens[at]?.raw ?? '') && leavesOfCode(tokens[at]!.raw.toUpperCase()) !== undefined
  const found: NearTerritory[] = []
  const words = new Set(items.flatMap(({ kind, at }) => (kind === 'word' ? [at] : [])))
  for (let at = 0; at < tokens.length && found.length < MOST_WORDS; at++) {
    if (!isCode(at)) continue
    let end = at + 1
    while (JOINS.has(tokens[end]?.key ?? '') && isCode(end + 1)) end += 2
    const codes = tokens.slice(at, end).filter((_, n) => n % 2 === 0)
    const isSaid = codes.length > 1 && codes.some((_, n) => words.has(at + 2 * n))
    if (isSaid) found.push({ at, end, name: codes.map(({ raw }) => raw.toUpperCase()).join(' + ') })
    at = end - 1
  }
  return found
} // prettier-ignore
