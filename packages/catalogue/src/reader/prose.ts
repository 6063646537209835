/** Running text: what is prose, how wrapped lines become paragraphs, and in which language it is. */
import { plain } from './source.ts'
import type { Line, Source } from './source.ts'
import { MASK } from './source.ts'

/** A stretch of prose lines that belong to one paragraph. */
export interface Paragraph {
  lines: Line[]
  text: string
  start: number
  end: number
}

/** Whether a line reads as running text and not as a title, a name or a fact. */
export function looksLikeProse(line: Line): boolean {
  return (line.prose ??= readsAsProse(line))
}

function readsAsProse(line: Line): boolean {
  const { text } = line.body
  if (text.length < 15) return false
  if (text.length > 320) return true
  const { all, small } = countWords(text)
  if (isLongText(text, all, small)) return true
  if (all < 4) return /[\u0590-\u08ff\u3040-\u9fff]/.test(text) && text.length > 30
  const ends = endsSentence(text)
  if (ends && small >= 2) return true
  if (all >= 10 && small >= all * 0.45) return true
  // capitals and scripts without case
  return ends && all >= 8
}

/** Whatever else it has, a text that is so long and has so many small words is prose; its further words need not be counted. */
const isLongText = (text: string, all: number, small: number): boolean => text.length > 70 && all >= 9 && small >= 4

/** How many words a text has, and how many of them begin with a small letter; of a long text no more than tell that it is one. */
function countWords(text: string): { all: number; small: number } {
  let all = 1
  let small = 0
  let begins = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      if (!begins || at === 0) all++
      begins = true
    } else if (begins) {
      begins = false
      if (code < 128 ? code > 96 && code < 123 : /^\p{Ll}/u.test(text.slice(at, at + 2))) small++
      if (isLongText(text, all, small)) break
    }
  }
  return { all, small }
}

function isSpace(code: number): boolean {
  if (code > 32 && code < 0xa0) return false
  if (code < 33) return code === 32 || (code > 8 && code < 14)
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)))
}

/** Whether a sentence ends with the text: a mark of its end, and nothing behind it but marks that close. Read from the end, as a pattern cannot. */
function endsSentence(text: string): boolean {
  return '.!?…'.includes(lastBut('"”»’\')]', text) ?? ' ')
}

/** The last character that is neither a blank, nor masked, nor one of the marks. */
function lastBut(marks: string, text: string): string | undefined {
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (!isSpace(code) && code !== 1 && !marks.includes(text[at]!)) return text[at]
  }
  return undefined
}

/** Whether a sentence runs on beyond the line. */
export function runsOn(line: Line): boolean {
  return !'.!?…:;»”"’\')]'.includes(lastBut('', line.body.text) ?? ' ')
}

/** Joins the lines of prose of one block (no blank line between) into paragraphs. */
export function paragraphsOf(source: Source, lines: Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let width = 0
  for (const line of lines) width = Math.max(width, line.body.text.length)
  const wrapped = width <= 130
  let current: Line[] = []
  const close = () => {
    if (current.length > 0) paragraphs.push(paragraph(source, current))
    current = []
  }
  for (const line of lines) {
    const last = current.at(-1)
    if (last) {
      const startsSmall = /^["“«„'‘(\u0001\s]*[\p{Ll}]/u.test(line.body.text)
      const ended = endsSentence(last.body.text)
      // A wrapped line is nearly full; a short one that ends a sentence ends the paragraph
      const full = last.body.text.length >= width * 0.7
      const joins =
        line.bullet !== ''
          ? false
          : wrapped
            ? !ended || (full && line.number === last.number + 1)
            : !ended && (startsSmall || last.body.text.length < width * 0.6)
      if (!joins || (line.blankBefore && !startsSmall)) close()
    }
    current.push(line)
  }
  close()
  return paragraphs
}

function paragraph(source: Source, lines: Line[]): Paragraph {
  const parts: string[] = []
  lines.forEach((line, at) => {
    let text = printed(source, line)
    const next = lines[at + 1]
    if (!next) {
      parts.push(text)
      return
    }
    // a word hyphenated over the line end; a soft hyphen is masked already
    if (/\p{L}[-‐\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next.body.text)) text = text.slice(0, -1)
    else if (source.text[line.body.start + line.body.text.length] === '\u00ad') text = text.replace(/\u00ad$/, '')
    else text += ' '
    parts.push(text)
  })
  const first = lines[0]!
  const last = lines.at(-1)!
  return { lines, text: parts.join('').trim(), start: first.body.start, end: last.body.start + last.body.text.length }
}

/** The words of a line with their own blanks (no-break spaces stay), without what is masked. */
function printed(source: Source, line: Line): string {
  const { text, start } = line.body
  if (!text.includes(MASK)) return source.text.slice(start, start + text.length)
  let out = ''
  for (let at = 0; at < text.length; at++) if (text[at] !== MASK) out += source.text[start + at]
  return out
}

/** Words that every text of a language has many of, and its neighbours few. */
const STOP_WORDS: Record<string, string> = {
  en: 'the and of to in a is that for with his on was from by who are their an as at it has this which but they be not',
  fr: 'le la les et des de un une du dans est qui que pour sur au avec par en ce il elle ne pas son ses leur aux plus sont',
  de: 'der die das und den von zu mit ist ein eine im in des sich auf dem für nicht wird sie er aus als auch einer nach wie sind',
  es: 'el la los las y de del que en un una por con para su es se al lo como más sus pero este esta entre cuando desde',
  it: 'il lo la gli di del della che e un una per con non si dei nel da è sono come più alla le suo sua dalla anche tra',
  pt: 'o a os as e do da dos das que em um uma para com não no na por se ao mais seu sua é como entre foi são pela',
  ca: 'el la els les i de del que en un una per amb és dels al seva seu més no es com aquest aquesta són ha entre però pel',
  nl: 'de het een en van in op te dat die is met voor zijn niet aan er maar als om ook door naar uit bij',
  gl: 'o a os as e do da dos das que en un unha para con non no na por se ao máis seu súa é como entre foi son pola unha',
} // prettier-ignore

const STOP_LANGUAGES = Object.keys(STOP_WORDS)
/** A row of the tree has a place for each byte. */
const ROW = 256
const SPACE = 32
/** Greek, and all scripts behind it, begin with this byte. */
const GREEK = 0xcd

const UTF8 = new TextEncoder()

/** The small words as a tree of their bytes: `next[node * ROW + byte]` is the node that a byte leads to, 0 for none. */
const { next: NEXT, languages: STOP } = treeOf(STOP_WORDS)

function treeOf(words: Record<string, string>): { next: Int16Array; languages: number[][] } {
  const rows: number[][] = [[]]
  const languages: number[][] = [[]]
  Object.values(words).forEach((list, language) => {
    for (const word of new Set(list.split(' '))) {
      let node = 0
      for (const letter of word) {
        const small = UTF8.encode(letter)
        const capital = UTF8.encode(letter.toUpperCase())
        const begin = node
        for (const byte of small) {
          const row = rows[node]!
          if (row[byte] === undefined) {
            row[byte] = rows.push([]) - 1
            languages.push([])
          }
          node = row[byte]!
        }
        // the capital leads to the same node; its first byte is that of the small letter where it has two
        const before = capital.length === 1 ? begin : rows[begin]![capital[0]!]!
        rows[before]![capital.at(-1)!] = node
      }
      languages[node]!.push(language)
    }
  })
  const next = new Int16Array(rows.length * ROW)
  rows.forEach((row, node) => row.forEach((to, byte) => (next[node * ROW + byte] = to)))
  return { next, languages }
}

/** No text is looked at further. */
const SAMPLE = 1600
/** The sample as bytes, which are looked at several times quicker than the letters of a text cut out of another; a letter has three at most. */
const BYTES = new Uint8Array(SAMPLE * 3 + 1)

/** The language of a text by its small words; null when it is too short or too even to say. */
export function languageOf(text: string): string | null {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  // the text that told which labels to expect is mostly the one whose language is asked at the end
  if (sample === lastSample) return lastLanguage
  lastLanguage = languageIn(sample)
  lastSample = sample
  return lastLanguage
}

let lastSample = ''
let lastLanguage: string | null = null

function languageIn(sample: string): string | null {
  const scores: number[] = STOP_LANGUAGES.map(() => 0)
  /** Languages in the order in which the text first spoke for them: of two that are even, the first counts. */
  const met: number[] = []
  let counted = 0
  // small words stand between blanks; those that touch a mark are few enough to miss
  const { written } = UTF8.encodeInto(sample, BYTES)
  BYTES[written] = SPACE
  let most = 0
  for (let at = 0; at <= written; at++) {
    counted++
    let node = 0
    let byte = BYTES[at]!
    while (byte !== SPACE) {
      node = NEXT[node * ROW + byte]!
      if (node === 0) break
      byte = BYTES[++at]!
    }
    if (byte !== SPACE) {
      do {
        if (byte > most) most = byte
        byte = BYTES[++at]!
      } while (byte !== SPACE)
      continue
    }
    if (node === 0) continue
    const languages = STOP[node]!
    for (const language of languages) {
      if (scores[language] === 0) met.push(language)
      // a word that many languages share says little
      scores[language]! += 1 / languages.length
    }
  }
  const script = most >= GREEK ? scriptOf(sample) : null
  if (script !== null) return script
  let best = -1
  let bestScore = 0
  let second = 0
  for (const at of met) {
    const score = scores[at]!
    if (score > bestScore) {
      second = bestScore
      best = at
      bestScore = score
    } else if (score > second) second = score
  }
  if (best < 0 || bestScore < 2 || bestScore < counted * 0.03 || bestScore < second * 1.08) return null
  return STOP_LANGUAGES[best]!
}

/** Languages that their script gives away; only said of the prose, never taken for a fact. */
function scriptOf(text: string): string | null {
  if (!/[\u0370-\u1fff\u3040-\ud7af]/.test(text)) return null
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  const letters = count(/\p{L}/gu)
  if (letters < 10) return null
  const half = letters / 2
  if (count(/[\u0590-\u05ff]/g) > half) return 'he'
  if (count(/[\u0600-\u06ff]/g) > half) return /[پچژگ]/.test(text) ? 'fa' : 'ar'
  if (count(/[\u0370-\u03ff]/g) > half) return 'el'
  if (count(/[\u0400-\u04ff]/g) > half) return /[іїєґ]/.test(text) ? 'uk' : 'ru'
  if (count(/[\u3040-\u30ff]/g) > letters / 10) return 'ja'
  if (count(/[\uac00-\ud7af]/g) > half) return 'ko'
  if (count(/[\u4e00-\u9fff]/g) > half) return 'zh'
  return null
}

const PAIRED_QUOTE =
  /^(?:“(.{3,2000})”|„(.{3,2000})[“”]|«(.{3,2000})»|"(.{3,2000})")\s*[.,]?\s*(?:[-–—―,]\s*|\(\s*)([^“”«»"„]{2,120}?)\)?$/u

/** A press quote: its words, then the paper behind a dash or in brackets. Null when the text is no quote. */
export function readQuote(text: string): { text: string; source: string | null; author: string | null } | null {
  const clean = plain(text).replace(/^[★☆]+\s*/, '')
  // Each mark is closed by its own partner, so that an apostrophe or a word in quotes inside ends nothing
  const paired = PAIRED_QUOTE.exec(clean)
  if (paired) return { text: (paired[1] ?? paired[2] ?? paired[3] ?? paired[4])!.trim(), ...attribution(paired[5]!) }
  const quoted = /^["“«„‘'](.{3,2000}?)["”»“’']\s*[.,]?\s*(?:[-–—―,]\s*|\(\s*|\s)(.{2,120}?)\)?$/u.exec(clean)
  if (quoted) return { text: quoted[1]!.trim(), ...attribution(quoted[2]!) }
  const alone = /^["“«„](.{3,4000})["”»“]$/u.exec(clean)
  return alone ? { text: alone[1]!.trim(), source: null, author: null } : null
}

/** "Jane Doe, Le Matin" → author and paper; "Le Matin" → paper. */
export function attribution(text: string): { source: string | null; author: string | null } {
  const parts = text
    .replace(/^[-–—―★☆\s]+|[★☆\s]+$/g, '')
    .split(/\s*,\s*|\s+[-–—]\s+/)
    .filter((part) => part !== '' && !/^\d{1,2}?[./ ]?\d{0,2}[./ ]?\d{4}$/.test(part))
  if (parts.length >= 2) return { author: parts[0]!, source: parts.slice(1).join(', ') }
  return { source: parts[0] ?? null, author: null }
}
