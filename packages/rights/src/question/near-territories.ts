/** Words of a question that are nothing, and nearly the name of a territory: whoever types while they listen swaps letters. */
import { nearestPhrase } from '../expression/nearest.ts'
import { phraseKey } from '../expression/tokens.ts'
import type { Item } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { territoryPhrases } from '../territories/phrases.ts'

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
  const found: NearTerritory[] = []
  const goesOn = new Set(items.flatMap(({ kind, end }) => (kind === 'territories' ? [end] : []))) // "Afrique francophonne"
  const words = items.filter(({ kind, at }) => kind === 'word' && (wanted || goesOn.has(at) || /^\p{Lu}/u.test(line.tokens[at]!.raw))) // prettier-ignore
  for (const { at } of words.slice(0, MOST_WORDS)) {
    if (found.some(({ end }) => at < end)) continue
    const near = nearAt(line, at)
    if (near !== null) found.push(near)
  }
  return found
}

/** The longest run of words about a place that is nearly a name: "Républiqe tchèque", "Afrique francophonne". */
function nearAt(line: Line, word: number): NearTerritory | null {
  for (let count = MOST_TOKENS; count >= 1; count--)
    for (const at of count === 1 ? [word] : [word, word - 1]) {
      const tokens = line.tokens.slice(Math.max(at, 0), at + count)
      if (at < 0 || tokens.length < count || tokens.some((token, n) => !token.isWord || (n > 0 && line.begins[at + n]))) continue
      const key = phraseKey(line.text.slice(tokens[0]!.at, tokens.at(-1)!.end))
      if (key.length < SHORTEST) continue
      const name = nearestPhrase(key, territoryPhrases(), Math.max(1, Math.floor(key.length / 10)))
      if (name !== null) return { at, end: at + count, name }
    }
  return null
}
