import type { Asker } from '../asker.ts'
import { STATUSES } from './catalogue-copy.ts'
import { sortKeyOf, wordsOf } from './fold.ts'
import { follow } from './follow.ts'

/** A published film that a text names, and the words by which it does. */
export interface NamedTitle {
  titleId: string
  words: string
}

const PUBLISHED = STATUSES.indexOf('published')
const LONGEST_TEXT = 4_000
const LONGEST_TITLE = 12 // words
const MOST_FOUND = 20
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const QUOTED = /["'“”‘’«»„*_]\s?$/u

interface Phrase {
  from: number
  to: number
  words: string
}

/**
 * The published films whose titles stand in a text, in any language of theirs. A title that is an everyday word counts only
 * where it is written as one: within quotation marks, on a line alone, or with a capital letter inside of a sentence.
 *
 * @example
 * await namedTitles(db, 'house', 'Have you a link for The Salt Road?') // [{ titleId: '…', words: 'The Salt Road' }]
 */
export async function namedTitles(db: Asker, houseId: string, text: string): Promise<NamedTitle[]> {
  const phrases = phrasesOf(text.slice(0, LONGEST_TEXT))
  if (phrases.size === 0) return []
  const { copy } = await follow(db, houseId)
  const found: { titleId: string; phrase: Phrase }[] = []
  for (let ord = 0; ord < copy.size; ord++) {
    if (copy.status[ord] !== PUBLISHED) continue
    const keys = [copy.key[ord]!, ...[...copy.keysByLanguage.values()].flatMap((keyed) => keyed.get(ord) ?? [])]
    const phrase = keys.map((key) => phrases.get(key)).find((one) => one !== undefined)
    if (phrase !== undefined) found.push({ titleId: copy.ids[ord]!, phrase })
  }
  return found
    .filter(
      ({ phrase: { from, to } }) =>
        !found.some(({ phrase: other }) => other.from <= from && other.to >= to && other.to - other.from > to - from),
    ) // prettier-ignore
    .toSorted((a, b) => a.phrase.from - b.phrase.from || (a.titleId < b.titleId ? -1 : 1))
    .slice(0, MOST_FOUND)
    .map(({ titleId, phrase }) => ({ titleId, words: phrase.words }))
}

/** Every run of words that may be a title, by the key that titles are sorted by (without its article). */
function phrasesOf(text: string): Map<string, Phrase> {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: match[0],
  }))
  const phrases = new Map<string, Phrase>()
  words.forEach(({ from }, start) => {
    for (let end = start; end < Math.min(words.length, start + LONGEST_TITLE); end++) {
      const { to } = words[end]!
      const said = text.slice(from, to)
      if (said.includes('\n\n')) break
      const key = sortKeyOf(said)
      const phrase = { from, to, words: said }
      if (key.length >= 2 && !phrases.has(key) && standsAsTitle(text, phrase)) phrases.set(key, phrase)
    }
  })
  return phrases
}

function standsAsTitle(text: string, { from, to, words }: Phrase): boolean {
  const before = text.slice(Math.max(0, from - 40), from)
  const after = text.slice(to, to + 3)
  if (QUOTED.test(before) && /^\s?["'“”‘’«»„*_]/u.test(after)) return true
  const line = (before === '' || /\n\s*$/.test(before)) && /^(?:\s*\n|$)/.test(text.slice(to, to + 40))
  if (line) return true
  const said = wordsOf(words)
  if (said.length >= 4) return true
  if (!/\p{Lu}/u.test(words)) return false
  if (said.length >= 2) return true
  return /\p{Ll}[\s,:]+$/u.test(before) && /^\p{Lu}/u.test(words) // one word with a capital letter, inside of a sentence
}
