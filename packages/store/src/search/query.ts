import { isSmallWord, isUnspaced, wordsOf } from './fold.ts'

/** One word that was asked for. */
export interface Term {
  word: string
  /** The last word while somebody types: any word that begins so will do. */
  prefix: boolean
  /** Known words that it may have meant instead. */
  instead: string[]
}

const MOST_TERMS = 12
const MOST_CHARACTERS = 400

/**
 * What a person typed, as terms: at most 12, of the first 400 characters. Small words ("of", "la") are left out when there
 * are others. Whatever is no letter and no digit only parts words, so nothing typed can be an operator.
 *
 * @example
 * termsOf('The call of ISI') // call, isi…
 */
export function termsOf(text: string): Term[] {
  const words = wordsOf(text.slice(0, MOST_CHARACTERS).toWellFormed())
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, MOST_CHARACTERS))
  const last = words.length - 1
  const said = words.map((word, n) => ({
    word,
    prefix: typing && n === last && word.length >= 2 && !/^\p{N}+$/u.test(word),
    instead: [] as string[],
  }))
  const large = said.filter((term) => !isSmallWord(term.word))
  // One letter after other words is the start of a word that nobody can guess yet.
  if (
    typing &&
    large.length > 1 &&
    large.at(-1) === said.at(-1) &&
    /^\p{L}$/u.test(large.at(-1)!.word) &&
    !isUnspaced(large.at(-1)!.word)
  )
    large.pop()
  const seen = new Set<string>()
  return (large.length > 0 ? large : said).filter((term) => !seen.has(term.word) && seen.add(term.word)).slice(0, MOST_TERMS)
}

/** The same word in its other number: "rivers" for "river" and back. Only by a final s, the same in English, French and Spanish. */
export function otherNumber(word: string): string | null {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return null
  return word.endsWith('s') ? word.slice(0, -1) : `${word}s`
}

/** One stored word, or all that begin with it. */
export interface Form {
  lexeme: string
  prefix: boolean
}

function form(lexeme: string, prefix = false): Form {
  return { lexeme, prefix }
}

/** The forms in which a term may stand, anywhere in a title (no mark) or at one place. */
export function anyForm(term: Term, mark = ''): Form[] {
  const other = otherNumber(term.word)
  return [
    form(mark + term.word, term.prefix),
    ...(other === null ? [] : [form(mark + other)]),
    ...term.instead.map((word) => form(mark + word)),
  ]
}

/** Only the word as it was typed, at one place. */
export function exactForm(term: Term, mark: string): Form[] {
  return [form(mark + term.word)]
}

/** Two neighbouring terms as one joined word at one place. */
export function pairForm(one: Term, next: Term, mark: string): Form[] {
  const forms = [one.word, ...one.instead].flatMap((first) =>
    [next.word, ...next.instead].map((second, n) => form(mark + first + second, next.prefix && n === 0)),
  )
  return forms.slice(0, 24)
}

/** Any of the forms, as part of a tsquery. They consist of letters, digits and marks only: nothing to escape. */
export function queryOf(forms: readonly Form[]): string {
  return `(${forms.map(({ lexeme, prefix }) => `'${lexeme}'${prefix ? ':*' : ''}`).join('|')})`
}

/** The same, asked of a title's words in hand. */
export function hasForm(words: ReadonlySet<string>, forms: readonly Form[]): boolean {
  for (const { lexeme, prefix } of forms) {
    if (words.has(lexeme)) return true
    if (prefix) for (const word of words) if (word.startsWith(lexeme)) return true
  }
  return false
}
