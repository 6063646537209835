/**
 * The source text as lines that keep their place: every reading step works on a *view* of the text in which what nobody
 * reads (Markdown marks, zero-width and control characters) is masked by one sentinel of the same length, so that an
 * offset in the view is an offset in the source.
 */

import type { Segment } from './fact-lines.ts'
import type { LabelHit } from './label-lines.ts'
import type { LabelReader } from './labels/match.ts'
import type { Packed } from './title.ts'

/** Stands for a character that is not read. U+0001 cannot be printed; where a source has it, it is masked as well. */
export const MASK = '\u0001'

/** A stretch of the source: `text` is its view, `start` its offset in the source. `end` is `start + text.length`. */
export interface Piece {
  text: string
  start: number
  /** What the body of a line was found to be; pieces cut out of it are asked once, and keep nothing. */
  readonly answers?: Answers | undefined
}

/** What the split, the search for the title and the walk down the lines all ask of a line, each worked out once. */
export interface Answers {
  /** Whether it stands for a festival (festivals.ts). */
  festival: boolean | undefined
  /** Its facts (fact-lines.ts); null when it is something else. */
  facts: Segment[] | null | undefined
  /** The whole sheet behind the title that it opens with (title.ts). */
  packed: Packed | null | undefined
  /** The same where it is a film by itself, with who made it. */
  film: Packed | null | undefined
}

export interface Link {
  start: number
  end: number
  url: string
}

export interface Line {
  /** Counts from 1, as editors do. */
  number: number
  /** Offsets of the trimmed line in the source, bullet and heading marks included. */
  start: number
  end: number
  /** The words of the line: bullet, heading marks and outer blanks cut off. */
  body: Piece
  blank: boolean
  /** A line that only draws a line (`---`, `* * *`, form feed). */
  rule: boolean
  /** Level of a Markdown heading, 0 for none. */
  heading: number
  bullet: string
  indent: number
  blankBefore: boolean
  links: Link[]
  /** Whether the line reads as running text; worked out once (prose.ts). */
  prose?: boolean | undefined
  /** Its label, as the reader of labels that was last asked about it found it (label-lines.ts). */
  labelled?: { by: LabelReader; exact: LabelHit | null | undefined; misspelt: LabelHit | null | undefined } | undefined
}

export interface Source {
  text: string
  lines: Line[]
  markdown: boolean
  /** Offset from which the text was not read because it is longer than any sheet; `text.length` if all was read. */
  readTo: number
}

/** No sheet is longer: a five-hundred-page book has about a million characters. */
export const MAX_CHARACTERS = 8_000_000
export const MAX_LINES = 20_000
/** One sheet has a hundred lines; a film's whole press kit has not eight thousand. */
export const MAX_SHEET_LINES = 8000

const BULLET = /^(?:[•◦▪▫■□●○‣⁃·➢►▶✓✔→*★☆✦❖]|[-–—](?=\s)|\d{1,2}[.)](?=\s[^\d]))\s*/
const RULE = /^(?:[-–—_=*~#.·•]\s?){3,}$/
// Controls, soft hyphens, zero-width characters, bidirectional marks, byte order mark.
// oxlint-disable-next-line no-control-regex -- these are the characters to hide
const UNREADABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
// one class is searched for quicker than two
const STRANGE = new RegExp(`${UNREADABLE.source.slice(0, -1)}${WIDE_SPACE.source.slice(1)}`)
const RARE_LINE_END = /[\r\u000b\u000c\u0085\u2028\u2029]/
// nearly no text has any of both
const STRANGE_OR_END = new RegExp(`${STRANGE.source.slice(0, -1)}${RARE_LINE_END.source.slice(1)}`)
const LINE_END = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g
const MARKDOWN_HINT = /(?:^|\n)#{1,6} \S|\*\*[^*\n]{1,200}\*\*|\]\([^)\s]{1,500}\)|\n\|[ :]{0,2}---/

/** Cuts a text into lines, in linear time. */
export function readSource(text: string, most = MAX_LINES): Source {
  const markdown = MARKDOWN_HINT.test(text.slice(0, 200_000))
  const isPlain = !STRANGE_OR_END.test(text)
  const strange = !isPlain && STRANGE.test(text)
  // nearly every text ends its lines in one way, which needs no pattern
  const plainEnds = isPlain || !RARE_LINE_END.test(text)
  const lines: Line[] = []
  const limit = Math.min(text.length, MAX_CHARACTERS)
  let readTo = limit
  let written = 0
  let blankBefore = true
  let number = 0
  let at = 0
  while (at <= limit) {
    if (written >= most) {
      readTo = Math.min(at, limit)
      break
    }
    // an empty line needs no search for its end
    if (text.charCodeAt(at) === 10 && at < limit) {
      number++
      at++
      blankBefore = true
      continue
    }
    let stop = limit
    /** Where the next line begins; -1 in the last one. */
    let next = -1
    let formFeed = false
    if (plainEnds) {
      const found = text.indexOf('\n', at)
      if (found >= 0 && found < limit) {
        stop = found
        next = found + 1
      }
    } else {
      LINE_END.lastIndex = at
      const match = LINE_END.exec(text)
      if (match && match.index < limit) {
        stop = match.index
        next = stop + match[0].length
        formFeed = match[0] === '\f'
      }
    }
    number++
    let start = at
    let end = stop
    while (start < end && isBlankCode(text.charCodeAt(start))) start++
    while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--
    if (start === end) {
      blankBefore = true
      if (formFeed) lines.push(emptyLine(number, start, true))
    } else {
      const line = readLine(text, start, end, number, start - at, blankBefore, markdown, strange)
      if (line.blank) blankBefore = true
      else {
        lines.push(line)
        blankBefore = line.rule
        written++
      }
      if (formFeed) {
        lines.push(emptyLine(number, end, true))
        blankBefore = true
      }
    }
    if (next < 0) break
    at = next
  }
  return { text, lines, markdown, readTo }
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x202f || code === 0x3000
}

function emptyLine(number: number, at: number, rule: boolean): Line {
  return {
    number,
    start: at,
    end: at,
    body: { text: '', start: at },
    blank: !rule,
    rule,
    heading: 0,
    bullet: '',
    indent: 0,
    blankBefore: true,
    links: [],
    prose: undefined,
    labelled: undefined,
  }
}

function readLine(
  text: string,
  start: number,
  end: number,
  number: number,
  indent: number,
  blankBefore: boolean,
  markdown: boolean,
  strange: boolean,
): Line {
  const printed = text.slice(start, end)
  const line: Line = {
    number,
    start,
    end,
    body: { text: printed, start },
    blank: false,
    rule: false,
    heading: 0,
    bullet: '',
    indent,
    blankBefore,
    links: [],
    // there from the beginning, so that all lines are objects of one shape
    prose: undefined,
    labelled: undefined,
  }
  const isWords = opensWithLetter(printed)
  if (!isWords && printed.length < 80 && RULE.test(printed)) {
    line.rule = true
    return line
  }
  // a row of a table: cells are parted by tabs as they are in text taken from documents
  if (
    !isWords &&
    printed.length < 2000 &&
    (printed.startsWith('|') ? markdown && isTableRule(printed) : isBareTableRule(printed))
  ) {
    line.rule = true
    return line
  }
  let view = strange ? printed.replace(UNREADABLE, MASK).replace(WIDE_SPACE, ' ') : printed
  let from = 0
  if (markdown) {
    const quoteMark = /^(?:>\s?)+/.exec(view)
    if (quoteMark) from = quoteMark[0].length
    const heading = /^(#{1,6})\s+/.exec(view.slice(from, from + 20))
    if (heading) {
      line.heading = heading[1]!.length
      from += heading[0].length
      view = view.replace(/\s+#+\s*$/, (tail) => MASK.repeat(tail.length))
    }
  }
  if (line.heading === 0) {
    const head = view.slice(from, from + 12)
    // `**bold**` opens no list, and `- ` only does before a word
    const bullet = opensWithLetter(head) || (markdown && head.startsWith('**')) ? null : BULLET.exec(head)
    if (bullet && bullet[0].length < view.length - from) {
      line.bullet = bullet[0].trim()
      from += bullet[0].length
    }
  }
  if (markdown && view.startsWith('|')) view = view.replace(/\|/g, '\t')
  if (markdown) view = maskMarkdown(view, start, line.links)
  const { text: words, start: begin } = trimPiece({ text: view.slice(from), start: start + from })
  line.body = {
    text: words,
    start: begin,
    answers: { festival: undefined, facts: undefined, packed: undefined, film: undefined },
  }
  if (words === '') line.blank = true
  return line
}

/** A plain letter opens neither a list nor a line that is drawn. */
function opensWithLetter(text: string): boolean {
  const letter = text.charCodeAt(0) | 32
  return letter >= 97 && letter <= 122
}

/** The line between the heading of a Markdown table and its rows. Cell by cell: one pattern for all of them can be tried in too many ways. */
const isTableRule = (line: string): boolean =>
  line.length > 1 && line.endsWith('|') && line.slice(1, -1).split('|').every((cell) => /^:?-*:?$/.test(cell.trim())) // prettier-ignore

/** `--- | :---: | ---`, without bars at its ends. */
const isBareTableRule = (line: string): boolean =>
  /^[-:]/.test(line) && line.includes('|') && line.includes('--') && /^[-:| ]+$/.test(line)

/** Masks `**bold**`, `*emphasis*`, `_emphasis_`, `` `code` ``, `\escapes`, `[text](url)` and table pipes, keeping length. */
function maskMarkdown(view: string, offset: number, links: Link[]): string {
  if (!/[*_`\\[|<&]/.test(view)) return view
  const hide = (part: string) => MASK.repeat(part.length)
  let masked = view
  if (masked.includes('](')) {
    masked = masked.replace(
      /(!?\[)([^[\]]{0,1000})(\]\(<?)([^()\s<>]{1,2000})(>?(?:\s"[^"]{0,200}")?\))/g,
      (all, open: string, words: string, middle: string, url: string, close: string, at: number) => {
        links.push({ start: offset + at, end: offset + at + all.length, url })
        // a link that shows nothing but its address is read as the address
        if (words === '') return hide(open + middle) + url + hide(close)
        return hide(open) + words + hide(middle + url + close)
      },
    )
  }
  if (masked.includes('<'))
    masked = masked.replace(
      /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s@]{1,200})>/g,
      (_all, url: string) => MASK + url + MASK,
    )
  // An escaped mark is the mark itself: hide the backslash, and shelter the mark from the rules below
  const sheltered: number[] = []
  if (masked.includes('\\')) {
    masked = masked.replace(/\\([!-/:-@[-`{-~])/g, (_all, mark: string, at: number) => {
      sheltered.push(at + 1)
      return MASK + '\u0002'
    })
  }
  if (masked.includes('**')) masked = masked.replace(/\*\*/g, hide)
  if (masked.includes('__')) masked = masked.replace(/(^|[\s\u0001(])__(?=\S)|__(?=$|[\s\u0001.,;:!?)])/g, hideMarks)
  if (masked.includes('*')) masked = masked.replace(/(^|[\s\u0001("“«])\*(?=[^\s*])|\*(?=$|[\s\u0001.,;:!?)"”»])/g, hideMarks)
  if (masked.includes('_')) masked = masked.replace(/(^|[\s\u0001("“«])_(?=[^\s_])|_(?=$|[\s\u0001.,;:!?)"”»])/g, hideMarks)
  if (masked.includes('`')) masked = masked.replace(/`/g, MASK)
  if (sheltered.length > 0) {
    const letters = masked.split('')
    for (const at of sheltered) letters[at] = view[at]!
    masked = letters.join('')
  }
  return masked
}

const hideMarks = (mark: string): string => mark.replace(/[*_]/g, MASK)

export function endOf(piece: Piece): number {
  return piece.start + piece.text.length
}

/** The piece from `from` to `to`, offsets relative to the piece. */
export function subPiece(piece: Piece, from: number, to = piece.text.length): Piece {
  return { text: piece.text.slice(from, to), start: piece.start + from }
}

function isTrimmable(code: number): boolean {
  return code === 32 || code === 1 || code === 9 || code === 10 || code === 13
}

/** Without blanks and masked characters at either end. */
export function trimPiece(piece: Piece): Piece {
  const { text } = piece
  let from = 0
  let to = text.length
  while (from < to && isTrimmable(text.charCodeAt(from))) from++
  while (to > from && isTrimmable(text.charCodeAt(to - 1))) to--
  return from === 0 && to === text.length ? piece : { text: text.slice(from, to), start: piece.start + from }
}

/** Also without the given marks at either end. */
export function stripPiece(piece: Piece, marks: string): Piece {
  const { text, start } = piece
  let from = 0
  let to = text.length
  while (from < to && (marks.includes(text[from]!) || isTrimmable(text.charCodeAt(from)))) from++
  while (to > from && (marks.includes(text[to - 1]!) || isTrimmable(text.charCodeAt(to - 1)))) to--
  return from === 0 && to === text.length ? piece : { text: text.slice(from, to), start: start + from }
}

/** The words of a piece as a person reads them: masked characters gone, blanks single. */
export function words(piece: Piece): string {
  return plain(piece.text)
}

export function plain(text: string): string {
  let tidy = true
  for (let at = 0, before = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 1 || code === 9 || code === 10 || code === 13 || (code === 32 && before === 32)) {
      tidy = false
      break
    }
    before = code
  }
  if (tidy) return text.trim()
  let out = text.replaceAll(MASK, '')
  // oxlint-disable-next-line no-control-regex
  if (/[\t\r\n]|  /.test(out)) out = out.replace(/\s+/g, ' ')
  return out.trim()
}

/** Splits at every match of a global pattern, which must not match nothing; empty parts are left out. */
export function splitPiece(piece: Piece, pattern: RegExp): Piece[] {
  const parts: Piece[] = []
  let at = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(piece.text); match; match = pattern.exec(piece.text)) {
    const part = trimPiece(subPiece(piece, at, match.index))
    if (part.text !== '') parts.push(part)
    at = match.index + match[0].length
  }
  const last = trimPiece(subPiece(piece, at))
  if (last.text !== '') parts.push(last)
  return parts
}
