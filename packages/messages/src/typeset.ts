/**
 * French spacing, in one place: whoever writes French words here types plain spaces, and whoever reads them gets spaces at which no line
 * breaks. The rule is that of the Imprimerie nationale (Lexique des règles typographiques en usage à l’Imprimerie nationale): before a
 * colon and inside guillemets the space between words (U+00A0), before ; ! ? the thin one (U+202F). A number keeps its unit beside it.
 */

const SPACE = '\u00a0'
const THIN = '\u202f'

/**
 * Signs only where they end what is said: `en : fr` has one, `fr:dubbed`, `a ?b=c` and ` != ` have none. Without looking behind, which
 * browsers that are still about do not understand.
 */
const SPACES =
  / (?=[:;!?»](?![\p{L}\p{N}/:=]))|« (?=\S)|\p{N} (?=(?:[%€£$]|(?:min|h|s|ms|[kKMG]o|octets?|px|[A-Z]{3})(?![\p{L}\p{N}-])))|(?:\bn[o°]|№) (?=\p{N})/gu
/** Most words have nothing to be set: they are left alone without the longer look. */
const MAYBE = / [:;!?»%€£$kKMGA-Zmhsop]|« |n[o°] |№ /

/**
 * A French text as it is read.
 *
 * @example
 * typesetFrench('Où ? À « Lyon » : 52 min') // U+202F before the question mark, U+00A0 in the guillemets, before the colon and before “min”
 */
export function typesetFrench(text: string): string {
  return MAYBE.test(text)
    ? text.replace(SPACES, (found, at: number) => found.slice(0, -1) + (THIN_BEFORE.has(text[at + found.length]!) ? THIN : SPACE))
    : text
}
const THIN_BEFORE: ReadonlySet<string> = new Set([';', '!', '?'])

const set = new WeakSet<object>()
/** Was this function of words made to speak typeset French? For the test that looks whether all are. */
export const speaksTypeset = (said: object): boolean => set.has(said)

/** A text in its language, as it is read. */
export const typeset = (locale: 'en' | 'fr', text: string): string => (locale === 'fr' ? typesetFrench(text) : text)

/** French words of any shape (texts, functions that give texts, lists and tables of them), typeset. */
export function inFrench<T>(words: T): T {
  if (typeof words === 'string') return typesetFrench(words) as T
  if (typeof words === 'function') {
    if (set.has(words)) return words
    const say = words as unknown as (...args: unknown[]) => unknown
    const said = (...args: unknown[]) => inFrench(say(...args))
    set.add(said)
    return said as T
  }
  if (Array.isArray(words)) return words.map(inFrench) as T
  return isTable(words) ? (Object.fromEntries(Object.entries(words).map(([key, word]) => [key, inFrench(word)])) as T) : words
}

/**
 * A table with words in both languages, however deep `en` and `fr` lie in it, with its French typeset.
 *
 * @example
 * const sides = inBoth({ house: { en: 'From us', fr: 'De notre part' } })
 */
export function inBoth<T>(table: T): T {
  if (!isTable(table)) return table
  const words = Object.entries(table).map(([key, word]) => [
    key,
    key === 'en' ? word : key === 'fr' ? inFrench(word) : inBoth(word),
  ])
  return Object.fromEntries(words) as T
}

const isTable = (words: unknown): words is object =>
  typeof words === 'object' && words !== null && Object.getPrototypeOf(words) === Object.prototype
