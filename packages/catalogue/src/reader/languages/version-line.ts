import type { LanguageUse } from '../../model/title-sheet.ts'
import type { Piece } from '../source.ts'
import { RULES } from './rules.ts'
import type { Token } from './words.ts'

export interface LanguageFound {
  language: string
  /** null: the sheet says "FRA" and no more. */
  use: LanguageUse | null
  hardOfHearing: boolean
  start: number
  end: number
}

export interface LanguageReading {
  found: LanguageFound[]
  unknown: Piece[]
  /** Marks of versions without a language were seen ("OV", "V.O. subtitulada"). */
  marks: boolean
  /** "None", "keine": nothing is there, and the sheet says so. */
  none: boolean
}

const CODES_ONLY = /^[a-z]{2,3}(?:\s*[,/;&+|-]\s*[a-z]{2,3})+$/
const CODES_WITH_SUBTITLES =
  /^[A-Z]{2,3}(?:\s*[,/&+]\s*[A-Z]{2,3})+\s+(?:subs?|subtitles|subtitled|ST|UT|subt\.?|sott\.?|leg\.?)$/

/** A list of versions while it is read from left to right: what was found, and what the next word belongs to. */
export class VersionLine {
  readonly reading: LanguageReading = { found: [], unknown: [], marks: false, none: false }
  /** What the label above the list says of all. */
  readonly use: LanguageUse | null
  /** What the words before say of the languages that come. */
  mode: LanguageUse | null
  /** Languages since the last comma, for marks that follow them. */
  list: LanguageFound[] = []
  /** "with English, Swedish and French subtitles": up to its mark, a clause is one list. */
  clause = false
  at = 0
  readonly codesOnly: boolean
  readonly keys: string[]
  readonly singular: string[]
  readonly #piece: Piece
  readonly #tokens: readonly Token[]
  #depth = 0
  #lastOutside: LanguageFound[] = []
  #unknown: { from: number; to: number } | null = null

  constructor(piece: Piece, tokens: readonly Token[], use: LanguageUse | null) {
    this.#piece = piece
    this.#tokens = tokens
    this.use = use
    // `EN, FR, ES subs`: a mark behind a list of codes is that of all
    this.mode = use !== 'subtitled' && CODES_WITH_SUBTITLES.test(piece.text) ? 'subtitled' : use
    this.codesOnly = CODES_ONLY.test(piece.text)
    this.keys = tokens.map((token) => token.key)
    this.singular = tokens.map((token) => token.word.singular)
  }

  read(): LanguageReading {
    for (let token = this.ahead(0); token !== undefined; token = this.ahead(0)) {
      let taken = 0
      for (let n = 0; taken === 0 && n < RULES.length; n++) taken = RULES[n]!(this, token)
      if (taken === 0) this.#miss(token)
      this.at += Math.max(1, taken)
    }
    this.endUnknown()
    return this.reading
  }

  /** The word or mark so many behind the one that is read. */
  ahead(count: number): Token | undefined {
    return this.#tokens[this.at + count]
  }

  get isInside(): boolean {
    return this.#depth > 0
  }

  goInside(): void {
    this.#depth++
    this.list = []
  }

  goOutside(): void {
    this.#depth = Math.max(0, this.#depth - 1)
    this.list = []
  }

  endItem(): void {
    this.endUnknown()
    if (!this.clause) this.list = []
  }

  endList({ keepsUse }: { keepsUse: boolean }): void {
    this.endUnknown()
    this.list = []
    if (!keepsUse) this.mode = this.use
  }

  take(language: string, use: LanguageUse | null, from: Token, to: Token = from): void {
    this.endUnknown()
    const one: LanguageFound = {
      language,
      use: language === 'zxx' ? 'original' : use,
      hardOfHearing: false,
      start: this.#piece.start + from.start,
      end: this.#piece.start + to.end,
    }
    this.reading.found.push(one)
    this.list.push(one)
    if (this.#depth === 0) this.#lastOutside = [one]
  }

  /** Says how the languages before are used: within brackets, the one before the brackets. False where there is none. */
  mark(use: LanguageUse): boolean {
    this.endUnknown()
    this.reading.marks = true
    const marked = this.#depth > 0 && this.list.length === 0 ? this.#lastOutside : this.list
    for (const one of marked) one.use = use
    return marked.length > 0
  }

  /** A number belongs to the words that were not understood before it. */
  widenUnknown(token: Token): void {
    if (this.#unknown !== null) this.#unknown.to = token.end
  }

  endUnknown(): void {
    if (this.#unknown === null) return
    const { from, to } = this.#unknown
    this.reading.unknown.push({ text: this.#piece.text.slice(from, to), start: this.#piece.start + from })
    this.#unknown = null
  }

  #miss(token: Token): void {
    if (this.#unknown === null) this.#unknown = { from: token.start, to: token.end }
    else this.#unknown.to = token.end
  }
}
