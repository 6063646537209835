/** An expression as words and signs, and phrases found in it whatever their accents, case and spaces. */

export interface Token {
  /** As written. */
  readonly raw: string
  /** Without accents and case; `&` for "and", "et" and "und", `-` for a minus. */
  readonly key: string
  readonly at: number
  readonly end: number
  readonly isWord: boolean
  /** A hyphen without spaces joins it to the word before: `BE-nl`. */
  readonly glued: boolean
  /** It begins a line. */
  readonly newLine: boolean
}

const PIECE = /[\p{L}\p{N}\p{M}]+|\S/gu
const WORD = /^[\p{L}\p{N}\p{M}]/u
/** Marks that part words and mean nothing else. */
const SILENT = /^[.'’‘`´"“”„«»]$/u
const HYPHEN = /^[-‐‑]$/u
const SAME: Record<string, string> = { and: '&', et: '&', und: '&', '−': '-', '·': ',', '•': ',', '|': ',', '、': ',', '，': ',' }
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' }

/** A word without accents and case. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøđðłæœıþ]/g, (letter) => LETTERS[letter]!)

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let glue = false
  for (const match of text.matchAll(PIECE)) {
    const raw = match[0]
    const at = match.index
    const end = at + raw.length
    const last = tokens.at(-1)
    if (SILENT.test(raw)) continue
    if (HYPHEN.test(raw) && last?.isWord && last.end === at && WORD.test(text.slice(end, end + 2))) {
      glue = true
      continue
    }
    const isWord = WORD.test(raw)
    const key = isWord ? fold(raw) : HYPHEN.test(raw) ? '-' : raw
    const newLine = last !== undefined && text.slice(last.end, at).includes('\n')
    tokens.push({ raw, key: SAME[key] ?? key, at, end, isWord, glued: glue, newLine })
    glue = false
  }
  return tokens
}

/** The key under which a phrase is found: its tokens, one space between them. */
export const phraseKey = (phrase: string): string =>
  tokensOf(phrase)
    .map(({ key }) => key)
    .join(' ')

/** Meanings by phrase; the longest phrase that begins at a token wins. */
export class PhraseTable<Meaning> {
  readonly meanings = new Map<string, Meaning>()
  /** By the first word of phrases, of how many words the longest is: most words of a sentence begin none. */
  private readonly firsts = new Map<string, number>()

  get(key: string): Meaning | undefined {
    return this.meanings.get(key)
  }

  set(key: string, meaning: Meaning): void {
    this.meanings.set(key, meaning)
    const words = key.split(' ')
    this.firsts.set(words[0]!, Math.max(this.firsts.get(words[0]!) ?? 0, words.length))
  }

  /** @param until the token before which it must end */
  longest(tokens: readonly Token[], at: number, until = tokens.length): { meaning: Meaning; end: number } | null {
    const words = this.firsts.get(tokens[at]?.key ?? '')
    if (words === undefined) return null
    let key = ''
    let found: { meaning: Meaning; end: number } | null = null
    for (let end = at; end < until && end < at + words; end++) {
      key += end === at ? tokens[end]!.key : ` ${tokens[end]!.key}`
      const meaning = this.meanings.get(key)
      if (meaning !== undefined) found = { meaning, end: end + 1 }
    }
    return found
  }
}
