/** Where one film ends and the next begins, in a file that lists several. */
import { setApart } from './aside.ts'
import { readDurations } from './durations.ts'
import { bylineOf, readFactLine } from './fact-lines.ts'
import { looksLikeFestival } from './festivals.ts'
import { namesAward } from './festival-words.ts'
import { filmsOf, filmTable } from './film-table.ts'
import type { FilmTable } from './film-table.ts'
import { fold } from './fold.ts'
import { labelOf } from './label-lines.ts'
import { LabelReader } from './labels/match.ts'
import { looksLikeProse } from './prose.ts'
import { readSource, words } from './source.ts'
import type { Line, Source } from './source.ts'
import { packedFilm } from './title.ts'

export interface SheetPart {
  /** Offsets in the text, end exclusive; the parts together are the whole text. */
  start: number
  end: number
  line: number
  title: string | null
  reason: string
  /** The row that heads the columns, where the part is a row of a table and its heading stands in another part. */
  head: string
  /** What there is to read of the film: its part of the text, under the head. */
  text: string
}

export interface FilmStart {
  /** Index of the first line of the film. */
  first: number
  title: string | null
  reason: string
  head?: string
}

/**
 * Cuts a text into films; one part when there is one film.
 *
 * @example
 * splitSheets('A\nYear: 2020\nDirector: X\n\nB\nYear: 2021\nDirector: Y').length // 2
 */
export function splitSheets(text: string): SheetPart[] {
  const whole = readSource(text)
  const source = { ...whole, lines: setApart(whole.lines).sheet }
  const starts = filmStarts(source, new LabelReader(null))
  return starts.map((start, at) => {
    const from = at === 0 ? 0 : startOf(source, start)
    const next = starts[at + 1]
    const end = next ? startOf(source, next) : text.length
    const head = start.head ?? ''
    return {
      start: from,
      end,
      line: source.lines[start.first]?.number ?? 1,
      title: start.title,
      reason: start.reason,
      head,
      text: head + text.slice(from, end),
    }
  })
}

/** Where a film's part begins in the text; a row of a table with the empty cells before its first word. */
export function startOf({ lines }: Source, { first, head }: FilmStart): number {
  const { start, indent } = lines[first]!
  return head === undefined ? start : start - indent
}

/** Facts a film has one of: a second one with another value begins another film. */
const SINGULAR = new Set(['title', 'director', 'year', 'duration', 'country'])

interface Candidate {
  at: number
  /** 3: after a drawn line or a form feed, 2: after two blank lines, 1: after one. */
  strength: number
}

/** The films of a source, first lines and reasons. */
export function filmStarts(source: Source, labels: LabelReader): FilmStart[] {
  const { lines } = source
  const rows = rowStarts(source, labels)
  if (rows.length > 0) return rows
  const starts: FilmStart[] = [{ first: 0, title: null, reason: 'beginning of the text' }]
  let known = new Map<string, string>()
  let candidates: Candidate[] = []
  let clashes = new Set<string>()
  const last = lastBeginning(labels, lines)
  for (let at = 0; at < lines.length; at++) {
    // most sheets are of one film, and behind their title nothing can begin another: what is said there need not be asked
    if (at > last && candidates.length === 0) break
    const line = lines[at]!
    if (line.rule || line.blank) continue
    const facts = factsOf(labels, lines, at)
    if (facts.length === 0 || lines[at - 1]?.rule || carriesFacts(labels, line)) {
      const strength = titleStrength(labels, lines, at)
      if (strength > 0) {
        if (starts.at(-1)!.title === null && known.size === 0) starts.at(-1)!.title = words(line.body)
        else if (known.size > 0) candidates.push({ at, strength })
      }
      if (facts.length === 0) continue
    }
    let same = true
    // a heading stood over the first film of the list
    if (!known.has('title') && candidates.length === 0) {
      const packed = packedFilm(labels, line.body)
      if (packed !== null) starts.at(-1)!.title = words(packed.title)
    }
    for (const [field, value] of facts) {
      const before = known.get(field)
      if (field === 'title' && before !== undefined && before !== value) {
        candidates = [{ at, strength: 3 }]
        clashes = new Set(['title'])
      } else if (before === undefined) {
        if (candidates.length === 0) known.set(field, value)
        same = false
      } else if (before !== value) {
        same = false
        if (candidates.length > 0) clashes.add(field)
      }
    }
    const best = strongest(candidates)
    if (best && (clashes.has('title') || clashes.size >= 2 || (clashes.size === 1 && (best.strength >= 2 || known.size === 1)))) {
      starts.push({ first: best.at, title: titleOf(labels, lines[best.at]!), reason: `${[...clashes].join(', ')} given again` })
      known = new Map()
      for (let back = best.at; back <= at; back++)
        for (const [field, value] of back === at ? facts : factsOf(labels, lines, back))
          if (!known.has(field)) known.set(field, value)
      candidates = []
      clashes = new Set()
    } else if (same && candidates.length > 0 && facts.length > 0) {
      // the same facts again: one film in two languages
      candidates = candidates.filter((one) => one.strength === 3)
      clashes = new Set()
    }
  }
  return starts
}

/** The last line that can begin a film, whatever is said around it; -1 when none can. */
const lastBeginning = (labels: LabelReader, lines: Line[]): number =>
  lines.findLastIndex(
    (line, at) => !line.rule && !line.blank && (titleStrength(labels, lines, at) > 0 || namesFilm(labels, line)),
  )

/** Whether a line gives a title: behind a label, or before a whole film's facts. */
function namesFilm(labels: LabelReader, line: Line): boolean {
  if (line.body.text.length > 400) return false
  return labelOf(labels, line, false)?.match.fields.includes('title') === true || packedFilm(labels, line.body) !== null
}

/** The films of tables whose columns have headings, a row each; none where a film of its own stands around them: then they are its episodes, its versions, its prizes. */
function rowStarts(source: Source, labels: LabelReader): FilmStart[] {
  const { lines, text } = source
  const starts: FilmStart[] = []
  let table = filmTable(labels, source, lines)
  if (table === null || !isFilmList(labels, source, lines, table)) return []
  for (; table !== null; table = filmTable(labels, source, lines, table.end)) {
    const at = lines.indexOf(table.head)
    const below = lines.findIndex((line, index) => index > at && !line.rule)
    const head = text.slice(table.head.start - table.head.indent, lines[below]!.start - lines[below]!.indent)
    for (const [nth, { line, title }] of filmsOf(table).entries()) {
      if (starts.length === 0) starts.push({ first: 0, title, reason: ROW })
      // further tables bring their own heading along
      else if (nth === 0) starts.push({ first: at, title, reason: ROW })
      else starts.push({ first: lines.indexOf(line), title, reason: ROW, head })
    }
  }
  return starts
}
const ROW = 'a row of a table'

/**
 * Whether the rows of a table are films, one below the other: nothing around it is said of one film. A single film in the table may have
 * the rest of its sheet below.
 */
export function isFilmList(labels: LabelReader, source: Source, lines: Line[], table: FilmTable): boolean {
  const at = lines.indexOf(table.head)
  if (lines.slice(0, at).some((line, above) => factsOf(labels, lines, above).length > 0 || tellsStory(labels, line))) return false
  let last = table
  let films = filmsOf(table).length
  for (let next: FilmTable | null = table; next !== null; next = filmTable(labels, source, lines, next.end)) {
    if (next !== table) films += filmsOf(next).length
    if (saysOfOneFilm(labels, lines, last.end, lines.indexOf(next.head)) && films > 1) return false
    last = next
  }
  return films === 1 || !saysOfOneFilm(labels, lines, last.end)
}

/** Whether some of these lines say who made a film, how long it is, or what happens in it. */
export const saysOfOneFilm = (labels: LabelReader, lines: Line[], from: number, to = lines.length): boolean =>
  lines
    .slice(from, Math.max(from, to))
    .some(
      (line, at) =>
        tellsStory(labels, line) ||
        bylineOf(line.body) !== null ||
        factsOf(labels, lines, from + at).some(([field]) => field === 'director' || field === 'duration'),
    )

const tellsStory = (labels: LabelReader, line: Line): boolean =>
  labelOf(labels, line, false)?.match.fields.some((field) => field === 'synopsis' || field === 'logline') ?? false

function strongest(candidates: Candidate[]): Candidate | null {
  let best: Candidate | null = null
  for (const one of candidates) if (best === null || one.strength > best.strength) best = one
  return best
}

function titleOf(labels: LabelReader, line: Line): string | null {
  const packed = packedFilm(labels, line.body)
  if (packed !== null) return words(packed.title)
  const hit = labelOf(labels, line, false)
  return words(hit && hit.value.text !== '' ? hit.value : line.body) || null
}

function factsOf(labels: LabelReader, lines: Line[], at: number): [string, string][] {
  const line = lines[at]!
  const { body } = line
  if (body.text.length > 300 || line.rule) return []
  const hit = labelOf(labels, line, false)
  if (hit) {
    const next = lines[at + 1]
    // "YEAR" / "2019": the value stands on the next line
    const value = hit.value.text !== '' ? hit.value : next && next.body.text.length < 100 ? next.body : null
    if (value === null) return []
    return hit.match.fields.filter((field) => SINGULAR.has(field)).map((field) => [field, fold(words(value))])
  }
  const packed = /\d/.test(body.text) ? packedFilm(labels, body) : null
  if (packed !== null)
    return [
      ['title', fold(words(packed.title))],
      ...packed.segments.flatMap((one): [string, string][] =>
        SINGULAR.has(one.kind) ? [[one.kind, fold(words(one.piece))]] : [],
      ),
    ]
  if (!/\d/.test(body.text) || (looksLikeProse(line) && !body.text.includes('|')) || looksLikeFestival(body)) return []
  // `THE SALT ROAD 52’ or 84’`
  if (carriesFacts(labels, line)) {
    const durations = readDurations(body, false).found
    if (durations.length > 0) return [['duration', durations.map((one) => `${one.episodes ?? ''} ${one.minutes}`).join()]]
  }
  // `Title (Director - 2022 - 52’)`
  const bracket = /[)\]]$/.test(body.text) ? /^\S.{1,120}?\s*[([]([^()[\]]{4,160})[)\]]$/.exec(body.text) : null
  const piece = bracket ? { text: bracket[1]!, start: 0 } : body
  const segments = readFactLine(labels, piece)
  if (
    !segments ||
    segments.filter((one) => one.kind === 'year' || one.kind === 'duration' || one.kind === 'country').length < (bracket ? 1 : 2)
  )
    return []
  return segments.flatMap((one): [string, string][] => (SINGULAR.has(one.kind) ? [[one.kind, fold(words(one.piece))]] : []))
}

/** A title with facts behind it: a bracket, or lengths at its end. */
function carriesFacts(labels: LabelReader, line: Line): boolean {
  const { text } = line.body
  if (!line.blankBefore || text.length > 140 || !/\d/.test(text) || labelOf(labels, line, false)) return false
  if (/[)\]]$/.test(text) && /^\p{L}.{1,100}?\s*[([][^()[\]]{2,100}[)\]]$/u.test(text))
    return readFactLine(labels, line.body)?.some((one) => one.kind === 'unknown') ?? true
  if (!MAY_END_IN_LENGTH.test(text)) return false
  const durations = readDurations(line.body, false)
  const last = durations.found.at(-1)
  return last !== undefined && last.end >= line.body.start + text.length - 1 && !text.includes('|') && !durations.alone
}

/** A number, its mark, one word, a bracket that closes and a character more: no length at the end of a line has more behind its last digit. */
const MAY_END_IN_LENGTH = /\d[\s'’′´‘ʹ"”″]*\p{L}*\.?\s*\)?.?$/su

/** How much a line looks like the title of a film that begins there: short, after a blank line, neither text nor label nor festival. */
function titleStrength(labels: LabelReader, lines: Line[], at: number): number {
  const line = lines[at]!
  const { text } = line.body
  if (text.length > 110 || text.length < 2) return 0
  const previous = lines[at - 1]
  const afterRule = previous?.rule === true
  const strength = afterRule
    ? 3
    : previous && line.number - previous.number >= 3
      ? 2
      : line.blankBefore || line.heading > 0
        ? 1
        : 0
  if (strength === 0 || line.heading > 2 || text.includes('@') || !/\p{L}/u.test(text)) return 0
  if (line.bullet !== '' && !/^\d/.test(line.bullet)) return 0
  const hit = labelOf(labels, line, false)
  if (hit) return hit.match.fields[0] === 'title' && hit.value.text !== '' ? 3 : 0
  if (line.heading === 1) return 3
  if (!afterRule && /[.:;,]$/.test(text)) return 0
  if (looksLikeFestival(line.body) || namesAward(text)) return 0
  if (looksLikeProse(line)) return afterRule && !/[.]$/.test(text) ? 3 : 0
  return strength
}
