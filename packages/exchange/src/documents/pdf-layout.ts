/**
 * From words at places on a page to lines in the order in which a person reads them: columns one after the other, rows of
 * a table across, paragraphs by the white between lines. Pure geometry; units are points, y grows upwards as in PDF.
 */
export interface PlacedWord {
  text: string
  x: number
  y: number // of the baseline
  width: number
  size: number // of the type
}

/** A stretch of words with no wide gap in it. */
interface Segment {
  text: string
  /** Its words as they were placed, those after the first with the white before them. */
  pieces: { text: string; x0: number; x1: number; gap: number }[]
  x0: number
  x1: number
  y: number
  size: number
}
interface Row {
  y: number
  size: number
  segments: Segment[]
}

export interface PageLine {
  text: string
  y: number
  /** An empty line stands before it. */
  apart: boolean
}

const MOST_SEGMENTS = 5_000 // a page of a sheet has some hundred; beyond, columns are not looked for
const GUTTER = 8 // points of white beside a column, at the least

/** The lines of one page in reading order. */
export function pageLines(words: readonly PlacedWord[]): PageLine[] {
  const rows = rowsOf(words)
  const count = rows.reduce((sum, row) => sum + row.segments.length, 0)
  const regions = count > MOST_SEGMENTS ? [{ rows, table: true }] : regionsOf(rows)
  return regions.flatMap((region, index) => linesOf(region.rows, index > 0))
}

// ------------------------------------------------------------------ words to rows

function rowsOf(words: readonly PlacedWord[]): Row[] {
  const sorted = words.filter((word) => word.text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)
  const rows: PlacedWord[][] = []
  let current: PlacedWord[] = []
  for (const word of sorted) {
    const first = current[0]
    if (first !== undefined && first.y - word.y <= Math.max(1, 0.4 * Math.max(first.size, word.size))) {
      current.push(word)
    } else {
      current = [word]
      rows.push(current)
    }
  }
  const made = rows.map((row) => rowOf(row.sort((a, b) => a.x - b.x)))
  alignCells(made)
  return made.map(finished).filter((row) => row.segments.length > 0)
}

function rowOf(words: readonly PlacedWord[]): Row {
  const segments: Segment[] = []
  for (const word of spacedRuns(withoutDoubles(words))) {
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : word.x0 - last.x1
    if (last !== undefined && gap <= 1.8 * Math.max(last.size, word.size)) {
      last.pieces.push({ text: word.text, x0: word.x0, x1: word.x1, gap })
      last.x1 = Math.max(last.x1, word.x1)
      last.size = Math.max(last.size, word.size)
    } else {
      segments.push({ ...word, pieces: [{ text: word.text, x0: word.x0, x1: word.x1, gap: 0 }] })
    }
  }
  return { y: words[0]?.y ?? 0, size: words[0]?.size ?? 1, segments }
}

/** Where a row has cells, the rows beside it have them at the same place, even when less white is left between them. */
function alignCells(rows: readonly Row[]): void {
  for (const [index, row] of rows.entries()) {
    const stops = [...rows.slice(Math.max(0, index - 2), index), ...rows.slice(index + 1, index + 3)]
      .filter((other) => Math.abs(other.y - row.y) < 3 * row.size)
      .flatMap((other) => other.segments.slice(1, 20).map((segment) => segment.x0))
    if (stops.length === 0) continue
    row.segments = row.segments.flatMap((segment) => {
      const at = segment.pieces.findIndex(
        (piece, place) => place > 0 && piece.gap > 0.7 * segment.size && stops.some((stop) => Math.abs(stop - piece.x0) < 1.5),
      )
      if (at < 0) return [segment]
      const [left, right] = [segment.pieces.slice(0, at), segment.pieces.slice(at)]
      return [
        { ...segment, pieces: left, x1: left.at(-1)!.x1 },
        { ...segment, pieces: right, x0: right[0]!.x0 },
      ]
    })
  }
}

/** The words of each segment put together. */
function finished(row: Row): Row {
  const segments = row.segments.flatMap((segment) => {
    let text = ''
    for (const piece of segment.pieces) {
      const space = piece.gap > 0.14 * segment.size && !/\s$/.test(text.slice(-1)) && !/^\s/.test(piece.text) ? ' ' : ''
      text += space + piece.text
    }
    text = text.replace(/ {2,}/g, ' ').trim()
    return text === '' ? [] : [{ ...segment, text }]
  })
  const [first] = segments
  if (first === undefined) return { ...row, segments }
  const main = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a), first)
  return { y: main.y, size: main.size, segments }
}

/** Bold that is made by printing twice, a hair apart. */
function withoutDoubles(words: readonly PlacedWord[]): PlacedWord[] {
  const kept: PlacedWord[] = []
  for (const word of words) {
    const twin = kept
      .slice(-4)
      .some(
        (other) =>
          other.text === word.text &&
          Math.abs(other.x - word.x) < 0.15 * word.size &&
          Math.abs(other.y - word.y) < 0.15 * word.size,
      )
    if (!twin) kept.push(word)
  }
  return kept
}

/** `C E N T R A L` is one word set wide: letters are drawn together again, words stay apart where the gap is larger. */
type Word = Omit<Segment, 'pieces'>

function spacedRuns(words: readonly PlacedWord[]): Word[] {
  const segments: Word[] = []
  for (let index = 0; index < words.length;) {
    let end = index
    while (end < words.length && isSpacedOut(words[end]!.text) && (end === index || near(words[end - 1]!, words[end]!))) end++
    const run = words.slice(index, end)
    const letters = run.reduce((sum, word) => sum + word.text.replaceAll(' ', '').length, 0)
    if (letters >= 4 && (run.length > 1 || run[0]!.text.includes(' ')) && wideSet(run)) {
      segments.push(drawTogether(run))
      index = end
    } else {
      const word = words[index]!
      segments.push({ text: word.text, x0: word.x, x1: word.x + word.width, y: word.y, size: word.size })
      index++
    }
  }
  return segments
}

const isSpacedOut = (text: string) =>
  /^\p{L}\p{M}*$/u.test(text.trim()) || (text.length < 400 && /^[\p{L}\p{N}’'&:.,-](?: [\p{L}\p{N}’'&:.,-])+$/u.test(text.trim()))
const near = (left: PlacedWord, right: PlacedWord) => right.x - left.x - left.width < 3.5 * Math.max(left.size, right.size)

/** Letters drawn one by one without white between them are an ordinary word. */
function wideSet(run: readonly PlacedWord[]): boolean {
  if (run.some((word) => word.text.trim().length >= 5)) return true // three letters with blanks between, at the least
  const gaps = gapsOf(run)
  return median(gaps) > 0.2 * run[0]!.size
}

function gapsOf(run: readonly PlacedWord[]): number[] {
  return run.slice(1).map((word, index) => word.x - run[index]!.x - run[index]!.width)
}

function drawTogether(run: readonly PlacedWord[]): Word {
  const gaps = gapsOf(run)
  const single = run.every((word) => word.text.trim().length === 1)
  const wide = single ? 1.6 * median(gaps) : 0
  let text = ''
  run.forEach((word, index) => {
    if (index > 0 && gaps[index - 1]! > wide) text += ' '
    text += word.text.replaceAll(' ', '')
  })
  const first = run[0]!
  const last = run.at(-1)!
  return { text, x0: first.x, x1: last.x + last.width, y: first.y, size: first.size }
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

// ------------------------------------------------------------------ rows to regions

interface Region {
  rows: Row[]
  table: boolean
}

/** Parts a page where it has columns: what is above, the left column, the right one, what is below. Bounded, without recursion. */
function regionsOf(rows: Row[]): Region[] {
  const done: Region[] = []
  const todo: Region[] = [{ rows, table: false }]
  let cuts = 0
  while (todo.length > 0) {
    const region = todo.pop()!
    if (region.rows.length === 0) continue
    const cut = region.table || cuts >= 50 ? null : findColumns(region.rows)
    if (cut === null) {
      done.push(region)
      continue
    }
    cuts++
    const above = region.rows.slice(0, cut.from)
    const within = region.rows.slice(cut.from, cut.to)
    const below = region.rows.slice(cut.to)
    const left = side(within, (segment) => segment.x1 <= cut.x)
    const right = side(within, (segment) => segment.x1 > cut.x)
    const parts: Region[] = areRows(within, cut.x)
      ? [{ rows: within, table: true }]
      : [
          { rows: left, table: false },
          { rows: right, table: false },
        ]
    todo.push({ rows: below, table: false }, ...parts.toReversed(), { rows: above, table: false })
  }
  return done
}

function side(rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(keep)
    if (segments.length === 0) return []
    return [{ y: segments[0]!.y, size: segments[0]!.size, segments }]
  })
}

/** The tallest run of rows that one line of white runs through, with words on both sides of it. */
function findColumns(rows: readonly Row[]): { x: number; from: number; to: number } | null {
  let best: { x: number; from: number; to: number; weight: number } | null = null
  for (const x of gutterCandidates(rows)) {
    for (let from = 0; from < rows.length;) {
      if (crosses(rows[from]!, x)) {
        from++
        continue
      }
      let to = from
      while (to < rows.length && !crosses(rows[to]!, x)) to++
      const run = trimRun(rows, from, to, x)
      const weight = run === null ? 0 : run.weight
      if (run !== null && (best === null || weight > best.weight)) best = { x, from: run.from, to: run.to, weight }
      from = to
    }
  }
  return best
}

/** Left edges that several segments share, without the outermost. */
function gutterCandidates(rows: readonly Row[]): number[] {
  const edges = new Map<number, number>()
  let leftmost = Number.POSITIVE_INFINITY
  for (const row of rows) {
    for (const segment of row.segments) {
      leftmost = Math.min(leftmost, segment.x0)
      const edge = Math.round(segment.x0 / 2) * 2
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    }
  }
  return [...edges]
    .filter(([edge, count]) => count >= 2 && edge > leftmost + 40)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 24)
    .map(([edge]) => edge - 2)
}

function crosses(row: Row, x: number): boolean {
  return row.segments.some((segment) => segment.x0 < x && segment.x1 > x - GUTTER + 2)
}

/** Without the rows at either end that stand on one side only and far from the rest: a title above, a line of contacts below. */
function trimRun(rows: readonly Row[], from: number, to: number, x: number): { from: number; to: number; weight: number } | null {
  const isRight = (row: Row) => row.segments.some((segment) => segment.x0 >= x)
  const isLeft = (row: Row) => row.segments.some((segment) => segment.x1 <= x)
  let start = from
  while (start < to && !isRight(rows[start]!)) start++
  if (start === to) return null
  let left = start
  // Rows of the left column that start higher than the right one belong to it, as long as they hang together.
  while (
    left > from &&
    rows[left - 1]!.y - rows[left]!.y < 2.2 * rows[left]!.size &&
    Math.abs(rows[left - 1]!.size - rows[left]!.size) < 0.15 * rows[left]!.size
  )
    left--
  let end = to
  while (end > left) {
    const row = rows[end - 1]!
    const before = rows[end - 2]
    const bothBefore = rows.slice(left, end - 1).some(isRight) && rows.slice(left, end - 1).some(isLeft)
    if (before === undefined || !bothBefore || isRight(row) === isLeft(row) || before.y - row.y <= 2.5 * row.size) break
    end--
  }
  const run = rows.slice(left, end)
  const rights = run.filter(isRight).length
  const lefts = run.filter(isLeft).length
  if (rights < 2 || lefts < 2) return null
  return { from: left, to: end, weight: Math.min(rights, lefts) * 3 + run.length }
}

/** A list of labels and values rather than two columns of text: what is left is short, and stands on the line of its value. */
function areRows(rows: readonly Row[], x: number): boolean {
  let lefts = 0
  let paired = 0
  let facts = 0
  const lengths: number[] = []
  for (const row of rows) {
    const left = row.segments.filter((segment) => segment.x1 <= x)
    if (left.length === 0) continue
    lefts++
    if (row.segments.some((segment) => segment.x0 >= x)) paired++
    const text = left.map((segment) => segment.text).join(' ')
    lengths.push(text.length)
    if (/\S\s*:\s*\S/.test(text)) facts++
  }
  return lefts > 0 && paired >= 0.6 * lefts && median(lengths) <= 28 && facts < 0.4 * lefts
}

// ------------------------------------------------------------------ regions to lines

function linesOf(rows: readonly Row[], apart: boolean): PageLine[] {
  const pitch = pitchOf(rows)
  const margin = marginOf(rows)
  const edge = rightEdge(rows)
  return rows.map((row, index) => {
    const above = rows[index - 1]
    const text = row.segments.map((segment) => segment.text).join('\t')
    const hyphen = losesHyphen(row, rows[index + 1], edge) ? '-' : ''
    return {
      text: text + hyphen,
      y: row.y,
      apart: above === undefined ? apart : startsParagraph(above, row, rows[index + 1], pitch, margin),
    }
  })
}

const endOf = (row: Row) => row.segments.at(-1)!.x1

/** Where the lines of justified text end; null when they do not end at one place. */
function rightEdge(rows: readonly Row[]): number | null {
  if (rows.length < 3 || rows.length > MOST_SEGMENTS) return null
  // Points and commas may hang over the edge, so it is where most lines end, not where the longest does.
  const ends = rows.map(endOf).toSorted((a, b) => a - b)
  let best = { edge: 0, count: 0 }
  for (let from = 0, to = 0; from < ends.length; from++) {
    while (to < ends.length && ends[to]! - ends[from]! < 0.5) to++
    if (to - from > best.count) best = { edge: ends[from]!, count: to - from }
  }
  return best.count >= Math.max(2, rows.length * 0.3) ? best.edge : null
}

/**
 * Typesetters mark a word that they part with a soft hyphen (U+00AD), which pdf.js leaves out. In justified text it is
 * seen all the same: the line ends short of the edge by a hyphen, or by the half of one that does not hang over it, and
 * the next one goes on in small letters.
 */
function losesHyphen(row: Row, next: Row | undefined, edge: number | null): boolean {
  if (edge === null || next === undefined) return false
  const short = (edge - endOf(row)) / Math.max(row.size, 1)
  return short > 0.08 && short < 0.46 && /\p{Ll}$/u.test(row.segments.at(-1)!.text) && /^\p{Ll}/u.test(next.segments[0]!.text)
}

/** The usual distance of two baselines, in sizes of the type: 1.2 in most printed matter. */
function pitchOf(rows: readonly Row[]): number {
  const ratios = rows
    .slice(1)
    .map((row, index) => (rows[index]!.y - row.y) / Math.max(row.size, 1))
    .filter((ratio) => ratio > 0.8 && ratio < 4)
    .toSorted((a, b) => a - b)
  return ratios.length < 2 ? 1.25 : Math.min(ratios[Math.floor(ratios.length * 0.3)]!, 2)
}

function marginOf(rows: readonly Row[]): number {
  return Math.min(...rows.slice(0, 2000).map((row) => row.segments[0]!.x0))
}

function startsParagraph(above: Row, row: Row, below: Row | undefined, pitch: number, margin: number): boolean {
  const size = Math.max(row.size, 1)
  if (Math.abs(above.size - row.size) > 0.18 * Math.max(above.size, size)) return true
  const gap = above.y - row.y
  if (gap < 0 || gap > pitch * size * 1.35) return true
  // A first line set in: the line above and the one below are at the margin.
  const indent = row.segments[0]!.x0 - margin
  const atMargin = (other: Row | undefined) => other !== undefined && other.segments[0]!.x0 - margin < 0.5 * size
  return indent > 0.8 * size && indent < 4 * size && row.segments.length === 1 && atMargin(above) && atMargin(below)
}
