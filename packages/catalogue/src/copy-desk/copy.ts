/**
 * A text as the rules see it: cut once into paragraphs and words, so that no rule scans more than it must.
 */
import { languageOfWords } from './language-of.ts'

/** Longer texts are not a sheet; what lies beyond is not looked at, and the desk says so. */
export const CHECKED_LENGTH = 120_000

export interface Word {
  text: string
  lower: string
  start: number
  end: number
  /** True when the word begins a sentence, a line of facts or a quotation. */
  opens: boolean
  /** True when nothing but white space stands between it and the word before. */
  follows: boolean
  paragraph: number
}

export interface Paragraph {
  start: number
  end: number
  text: string
  /** Running text, as against labels, facts, credits and headings. */
  prose: boolean
  language: string | null
}

export interface Copy {
  text: string
  language: string | null
  paragraphs: Paragraph[]
  prose: Paragraph[]
  words: Word[] // of the whole text
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu
const ENDS = /[.!?…]["”’»)\]]*\s*$/
const FACT_LINE = /^\s*(?:[•·*\-–—>|#]\s*)?\p{L}[\p{L}\p{M} ./&'’()°-]{0,40}\s?:\s?\S/u
const LENGTH = /\b\d{1,3} ?(?:min|mn|mins|Min|['’′])/u
const BULLET = /^\s*[•·▪‣◦*]\s|^\s*-\s/

/** So many words are enough to tell the language of a paragraph. */
const TELLING = 60

/** A text as an editor cuts it. */
export function prepare(whole: string, language: string | null): Copy {
  const text = whole.length > CHECKED_LENGTH ? whole.slice(0, CHECKED_LENGTH) : whole
  const paragraphs = cutParagraphs(text)
  const words = cutWords(text, paragraphs)
  const overall = language ?? languageOfWords(words.slice(0, 800))
  for (const paragraph of paragraphs) paragraph.language = overall
  if (language === null) eachItsOwn(paragraphs, words, overall)
  return { text, language: overall, paragraphs, prose: paragraphs.filter((one) => one.prose), words }
}

/** A sheet may hold its text in two languages: each paragraph is read in its own. */
function eachItsOwn(paragraphs: Paragraph[], words: Word[], overall: string | null): void {
  for (let i = 0; i < words.length;) {
    const index = words[i]!.paragraph
    let end = i + 1
    while (end < words.length && words[end]!.paragraph === index) end++
    const paragraph = paragraphs[index]!
    if (paragraph.prose) paragraph.language = languageOfWords(words.slice(i, Math.min(end, i + TELLING))) ?? overall
    i = end
  }
}

function cutParagraphs(text: string): Paragraph[] {
  const found: Paragraph[] = []
  let block: { start: number; end: number }[] = []
  const close = () => {
    if (block.length > 0) found.push(...paragraphsOf(text, block))
    block = []
  }
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, end).trim() === '') close()
    else block.push({ start, end })
    start = end + 1
  }
  close()
  return found
}

/** Lines that stand together are one wrapped paragraph, unless they are facts, bullets or whole paragraphs of their own. */
function paragraphsOf(text: string, lines: { start: number; end: number }[]): Paragraph[] {
  const groups: { start: number; end: number }[] = []
  let joined = false
  for (const line of lines) {
    const words = text.slice(line.start, line.end)
    const last = groups.at(-1)
    const lastLine = last ? text.slice(Math.max(last.start, text.lastIndexOf('\n', last.end - 1) + 1), last.end) : ''
    const wraps =
      last !== undefined &&
      !BULLET.test(words) &&
      !isFact(words) &&
      !isFact(lastLine) &&
      lastLine.length >= 60 &&
      lastLine.length <= 140
    if (wraps && (joined || !ENDS.test(lastLine) || /^\p{Ll}/u.test(words.trim()))) last.end = line.end
    else if (wraps && lastLine.length >= 70 && words.length <= 140) last.end = line.end
    else groups.push({ ...line })
    joined = wraps
  }
  return groups.map(({ start, end }) => {
    const words = text.slice(start, end)
    return { start, end, text: words, prose: isProse(words), language: null }
  })
}

const isFact = (line: string) => FACT_LINE.test(line) && line.length < 90

function isProse(text: string): boolean {
  const bare = text.trim()
  if (bare.length < 30 || !/\p{Ll}/u.test(bare)) return false
  const words = bare.split(/\s+/).length
  if (words < 5) return false
  if ((bare.match(/[|•·]/g)?.length ?? 0) > 0 && bare.length < 200) return false
  if (FACT_LINE.test(bare) && bare.length < 90 && !ENDS.test(bare)) return false
  if (bare.length < 130 && /\b(?:19|20)\d\d\b/.test(bare) && LENGTH.test(bare)) return false
  return ENDS.test(bare) || (words >= 12 && bare.length >= 70 && (bare.match(/\b\p{Lu}/gu)?.length ?? 0) < words * 0.5)
}

function cutWords(text: string, paragraphs: Paragraph[]): Word[] {
  const words: Word[] = []
  paragraphs.forEach((paragraph, index) => {
    let last = paragraph.start
    WORD.lastIndex = 0
    for (const match of paragraph.text.matchAll(WORD)) {
      const start = paragraph.start + match.index
      const between = text.slice(last, start)
      words.push({
        text: match[0],
        lower: match[0].toLowerCase(),
        start,
        end: start + match[0].length,
        opens: last === paragraph.start || /[.!?…:;•|/"“«„\n(]|[-–—]\s/.test(between) || /[’'‘]\s*$/.test(between),
        follows: last !== paragraph.start && between !== '' && between.trim() === '',
        paragraph: index,
      })
      last = start + match[0].length
    }
  })
  return words
}
