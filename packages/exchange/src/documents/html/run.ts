/** The line in the making as a row of `<span>`s: a page parts facts by the distance between them, which a text does not have. */
interface Spans {
  /** Which of the parts begin a span. */
  starts: number[]
  open: boolean
  /** Words stand outside of spans: a sentence, and no row. */
  between: boolean
}

const MOST_SPANS = 24
const LONGEST_FACT = 80
const YEAR_OR_LENGTH = /^(?:(?:18|19|20)\d\d|\d{1,3}\s?(?:['’′]|min\b.{0,4}|mn|minut\w{0,3}))$/i

/** One run of text in the making: a page, or one cell of a table. */
export class Run {
  readonly parts: string[] = []
  filled = false
  /** Written before the next word instead of line ends: between a label and its value. */
  glue: string | null = null
  #breaks = 0 // line ends wanted before the next word
  #space = false
  #spans: Spans = { starts: [], open: false, between: false }

  say(words: string): void {
    if (words === '') return
    if (!this.#spans.open) this.#spans.between = true
    if (this.filled) {
      if (this.glue !== null) this.parts.push(this.glue)
      else if (this.#breaks > 0) this.parts.push(this.#breaks === 1 ? '\n' : '\n\n')
      else if (this.#space) this.parts.push(' ')
    }
    this.parts.push(words)
    this.#breaks = 0
    this.glue = null
    this.#space = false
    this.filled = true
  }

  /** Words as a page has them: any blanks between two are one. */
  sayWords(words: string): void {
    words.split(/[ \t\n\r\f]+/).forEach((piece, index) => {
      if (index > 0) this.#space = this.#breaks === 0 && this.glue === null
      this.say(piece)
    })
  }

  /** Lines as they were typed. */
  sayLines(words: string): void {
    words.split('\n').forEach((line, index) => {
      if (index > 0) this.#breaks = Math.min(2, this.#breaks + 1)
      if (line.trim() !== '') this.say(line)
    })
  }

  space(): void {
    this.#space = true
  }

  /** What follows stands at least so many line ends below. */
  apart(lines: number): void {
    this.endRow()
    this.#breaks = Math.max(this.#breaks, lines)
    this.#space = false
  }

  /** `<br>`. */
  newLine(): void {
    this.endRow()
    this.#breaks = Math.min(2, this.#breaks + 1)
    this.#space = false
  }

  openSpan(): void {
    if (this.#spans.open) return
    this.#spans.open = true
    this.#spans.starts.push(this.parts.length)
  }

  closeSpan(): void {
    this.#spans.open = false
  }

  /** `<span>Norway</span> <span>2024</span> <span>78 min</span>` becomes `Norway | 2024 | 78 min`; words in spans that are no row of facts stay as they are. */
  endRow(): void {
    const { starts, between, open } = this.#spans
    this.#spans = { starts: [], open, between: false }
    if (between || starts.length < 3 || starts.length > MOST_SPANS) return
    const texts = starts.map((from, at) => this.words(from, starts[at + 1]))
    if (texts.some((text) => text.length > LONGEST_FACT) || !texts.some((text) => YEAR_OR_LENGTH.test(text))) return
    for (const from of starts.slice(1)) this.parts[from] = ` | ${this.parts[from]!.trimStart()}`
  }

  /** What was said from one part to another. */
  words(from = 0, to?: number): string {
    return this.parts.slice(from, to).join('').trim()
  }
}
