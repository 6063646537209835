import { tidy } from '../blocks.ts'
import type { Attributes } from '../markup.ts'
import { LINES, PARAGRAPHS } from './elements.ts'
import { Hidden } from './hidden.ts'
import type { Run } from './run.ts'
import { Tables } from './tables.ts'

const VIDEO_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)?(?:vimeo\.com|youtube\.com|youtube-nocookie\.com|youtu\.be|dailymotion\.com|dai\.ly)\//i
const LONGEST_ADDRESS = 500

/** A page in the reading: told of its elements and words in their order (markup.ts), it writes down what a person would read. */
export class Page {
  readonly #hidden = new Hidden()
  readonly #at = new Tables()
  #preformatted = 0
  /** The parts of the page's `<main>`: they are said first, what surrounds them after. */
  #main: { from: number; to: number } | null = null
  /** `<dd>` elements since the last `<dt>`; -1 before any `<dt>`. */
  #values = -1
  #link: { href: string; from: number } | null = null

  get #run(): Run {
    return this.#at.run
  }

  get hidesWords(): boolean {
    return this.#hidden.found
  }

  open(name: string, attributes: Attributes): void {
    if (this.#hidden.open(name, attributes)) return
    if (name === 'span') this.#run.openSpan()
    if ((name === 'main' || attributes.get('role') === 'main') && this.#main === null && !this.#at.inside) {
      this.#run.apart(2)
      this.#main = { from: this.#run.parts.length, to: -1 }
    }
    if (name === 'a') this.#link = { href: attributes.get('href') ?? '', from: this.#run.parts.length }
    this.#openBlock(name)
  }

  close(name: string): void {
    if (this.#hidden.close(name)) return
    if (name === 'a') this.#closeLink()
    if (name === 'span') this.#run.closeSpan()
    if (name === 'pre' && this.#preformatted > 0) this.#preformatted--
    if (name === 'td' || name === 'th') return this.#at.endCell()
    if (name === 'tr') return this.#at.endRow()
    if (name === 'table') return this.#at.endTable()
    if (name === 'main' && this.#main !== null && this.#main.to < 0 && !this.#at.inside) {
      this.#run.endRow()
      this.#main.to = this.#run.parts.length
    }
    if (name === 'dl') this.#values = -1
    if (PARAGRAPHS.has(name)) this.#run.apart(2)
    else if (LINES.has(name)) this.#run.apart(1)
    if (name === 'br') this.#run.newLine() // </br>, which browsers take for <br>
  }

  text(words: string): void {
    if (this.#hidden.now) return
    if (this.#preformatted > 0) this.#run.sayLines(words)
    else this.#run.sayWords(words)
  }

  /** What the page says: its `<main>`, then what stands before and after it. */
  finish(): string {
    const run = this.#at.end()
    const main = this.#main
    if (main === null || main.to < 0 || main.from === 0 || main.to - main.from < 2) return tidy(run.parts.join(''))
    const texts = [run.words(main.from, main.to), run.words(0, main.from), run.words(main.to)]
    return tidy(texts.filter((one) => one !== '').join('\n\n'))
  }

  #openBlock(name: string): void {
    if (name === 'table') return this.#at.openTable()
    if (name === 'tr') return this.#at.openRow()
    if (name === 'td' || name === 'th') return this.#at.openCell()
    if (name === 'br') return this.#run.newLine()
    if (name === 'pre') this.#preformatted++
    const listAsValue = (name === 'dl' || name === 'ul' || name === 'ol') && this.#run.glue !== null
    if (PARAGRAPHS.has(name)) this.#run.apart(listAsValue ? 0 : 2)
    else if (LINES.has(name)) this.#run.apart(1)
    if (name === 'li') {
      this.#run.say('•')
      this.#run.space()
    }
    if (name === 'dt') this.#values = 0
    if (name === 'dd') this.#openValue()
  }

  /** A label's first value follows it after a colon, the others after commas. */
  #openValue(): void {
    if (this.#values < 0) return
    this.#run.glue = this.#values > 0 ? ', ' : /[:：]\s*$/.test(this.#run.parts.at(-1) ?? '') ? ' ' : ': '
    this.#values += 1
  }

  /** A film that can be seen elsewhere: its address is said, where the words of the link do not. */
  #closeLink(): void {
    if (this.#link === null) return
    const { href, from } = this.#link
    this.#link = null
    if (!VIDEO_HOSTS.test(href) || href.length >= LONGEST_ADDRESS) return
    if (!this.#run.words(from, from + 20).includes('://')) this.#run.say(`: ${href}`)
  }
}
