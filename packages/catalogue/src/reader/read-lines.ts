/** Goes down the lines of a sheet and gives each to the reading that it is for. */
import type { Draft, ProseFound } from './draft.ts'
import { readFactLine, takeWhole } from './fact-lines.ts'
import { filmsOf, filmTable } from './film-table.ts'
import type { FilmTable } from './film-table.ts'
import { takeContact } from './facts.ts'
import { fold } from './fold.ts'
import { isProseField, labelOf } from './label-lines.ts'
import type { Field } from './labels/fields.ts'
import { believes, label, severalFacts } from './labelled-lines.ts'
import { looksLikeProse, runsOn } from './prose.ts'
import { endOf, words } from './source.ts'
import type { Line, Piece } from './source.ts'
import { isFilmList, saysOfOneFilm } from './split-sheets.ts'
import { text } from './text-lines.ts'
import { findTitle, readTitleLine } from './title.ts'
import { underSection } from './under-label.ts'
import { fact } from './unlabelled-facts.ts'
import type { Walk } from './walk.ts'

/** A table with a column of these tells of the film itself, whatever its titles are. */
const PRIZES = new Set<Field | undefined>(['festivals', 'awards', 'premiere'])

export function readLines(walk: Walk): void {
  const { labels, source } = walk.draft
  const table = filmTable(labels, source, walk.lines)
  if (table !== null && isFilmList(labels, source, walk.lines, table)) {
    readTable(walk, table)
    return
  }
  // a table beside the facts of a film lists its episodes or its music: its heading is none of the labels of the film, its titles are others'
  const head = table?.head
  if (head) walk.draft.structure.add(head)
  const isOfThem = table !== null && filmsOf(table).length > 1 && !table.columns.some(({ fields }) => PRIZES.has(fields[0]))
  let others = new Set(isOfThem ? table.rows.map(({ line }) => line) : [])
  let title = findTitle(walk.draft, head ? walk.lines.filter((line) => line !== head && !others.has(line)) : walk.lines)
  if (title === null && others.size > 0) {
    others = new Set() // the film has its name there alone
    title = findTitle(walk.draft, walk.lines.filter((line) => line !== head)) // prettier-ignore
  }
  walk.titleLine = title?.line ?? null
  for (walk.at = 0; walk.at < walk.lines.length; walk.at++) {
    const line = walk.lines[walk.at]!
    if (line === head) continue
    if (walk.section === null && others.size > 0 && others.has(line)) {
      walk.flush()
      walk.draft.leave(line)
      continue
    }
    if (line.rule) {
      walk.flush()
      if (walk.section && !isProseField(walk.section.fields[0]!)) walk.close()
      continue
    }
    if (line === walk.titleLine) {
      walk.flush()
      walk.close()
      const rest = readTitleLine(walk.draft, line, title!)
      walk.seen.put(fold(words(line.body)), line)
      if (rest !== null) {
        text(walk, { ...line, body: rest, prose: true, blankBefore: true, labelled: undefined })
        walk.flush()
      }
      continue
    }
    if (repeats(walk, line)) continue
    read(walk, line)
  }
  walk.flush()
  walk.close()
}

/**
 * The first row is the film, with those below that have its title; the rows of others were cut off before. Below, the rest of its sheet
 * may stand; where nothing there is surely of one film, only lines with labels are its own: what else stands there is said of the whole list.
 */
function readTable(walk: Walk, table: FilmTable): void {
  const { draft } = walk
  const second = filmsOf(table)[1]
  const rows = second === undefined ? table.rows.length : table.rows.findIndex(({ line }) => line === second.line)
  const others = table.rows.slice(rows)
  draft.structure.add(table.head)
  for (const [nth, row] of table.rows.slice(0, rows).entries())
    row.cells.forEach((cell, at) => {
      const column = table.columns[at]!
      const isSaid = nth > 0 && (column.fields[0] === 'title' || column.fields[0] === 'director')
      if (cell.text !== '' && !isSaid) readCell(walk, column, cell, row.line)
    })
  const isSheet = others.length === 0 && saysOfOneFilm(draft.labels, walk.lines, table.end)
  const head = walk.lines.indexOf(table.head)
  for (const line of [...walk.lines.slice(0, head), ...table.between, ...others.map((row) => row.line)])
    if (!line.rule) draft.leave(line)
  for (walk.at = table.end; walk.at < walk.lines.length; walk.at++) {
    const line = walk.lines[walk.at]!
    if (line.rule) walk.flush()
    else if (!isSheet && walk.section === null && labelOf(draft.labels, line, false) === null) draft.leave(line)
    else if (!repeats(walk, line)) read(walk, line)
  }
  walk.flush()
  walk.close()
}

function readCell(walk: Walk, { fields, label }: FilmTable['columns'][number], cell: Piece, line: Line): void {
  const { draft } = walk
  const field = fields[0] ?? 'other'
  if (isProseField(field)) {
    const place = { text: words(cell), start: cell.start, end: endOf(cell), line }
    draft.prose.push({ field: field as ProseFound['field'], ...place, label, labelled: true, qualifier: null })
  } else if (/^(?:-+|–|—|n\/?a|tbc|tba|tbd|\?+|\.+|xx+)$/i.test(cell.text)) return // a hole in the list
  else if (field === 'other' || field === 'head') {
    if (!/^\d{1,4}[.)]?$/.test(cell.text) || label.length > 3) leaveCell(draft, label, cell, line) // else the row's number
  } else
    for (const each of fields)
      if (!(each === 'contact' ? takeContact(draft, cell, line, label) : takeWhole(draft, each, cell, line, label)))
        leaveCell(draft, label, cell, line)
}

/** The row has its place already: its cell gets one of its own. */
function leaveCell(draft: Draft, label: string, cell: Piece, line: Line): void {
  draft.warn('unread', 'not-understood', line, `${label}: ${cell.text}`)
  draft.reading.unread.push(draft.source.text.slice(cell.start, endOf(cell)))
}

/** A line that stands there a second time: said, and read once. */
function repeats(walk: Walk, line: Line): boolean {
  if (line.body.text.length < 4 || walk.seen.size > 5000) return false
  const first = walk.seen.meet(line)
  if (!first) return false
  const hit = labelOf(walk.draft.labels, line, false)
  // a head may well come twice ("Contact"); a value under two labels too
  if (hit && hit.value.text === '') return false
  if (!hit && line.body.text.length < 60 && first !== walk.titleLine && !looksLikeProse(line)) {
    if (
      walk.section &&
      !isProseField(walk.section.fields[0]!) &&
      walk.section.fields[0] !== 'festivals' &&
      walk.section.fields[0] !== 'awards'
    )
      return false
  }
  if (walk.section && walk.section.values === 0 && !hit && walk.section.fields[0] !== 'synopsis') {
    // the value of a label that awaits one ("ORIGINAL TITLE" / the title again)
    return false
  }
  walk.draft.warn('unread', 'repeated-line', line, line.body.text)
  return true
}

function read(walk: Walk, line: Line): void {
  const { draft } = walk
  const inProse = walk.inProse()
  // Running text over several lines: a line that goes on with the sentence is not looked at for labels without a mark
  const continues =
    inProse &&
    walk.pending.length > 0 &&
    !line.blankBefore &&
    runsOn(walk.pending.at(-1)!) &&
    line.bullet === '' &&
    line.heading === 0
  const hit = line.body.text.length > 2000 ? null : labelOf(draft.labels, line, walk.titleSeen() && !continues)
  if (hit && hit.value.text !== '' && /[|•]|\s[-–]\s/.test(hit.value.text) && severalFacts(walk, hit, line)) return
  if (hit && believes(walk, hit, line, continues)) {
    label(walk, hit, line)
    return
  }
  if (isInterview(line)) {
    interview(walk, line)
    return
  }
  if (line.heading > 0) {
    heading(walk, line)
    return
  }
  if (walk.section && underSection(walk, line)) return
  if (fact(walk, line, continues)) return
  text(walk, line)
}

/** A heading that is no label: of the sheet's structure, or of a film's own section. */
function heading(walk: Walk, line: Line): void {
  walk.flush()
  walk.close()
  const text = words(line.body)
  const year = /^\d{4}$/.test(text) ? Number(text) : null
  if (year === null && readFactLine(walk.draft.labels, line.body)) {
    fact(walk, line, false)
    return
  }
  walk.draft.leave(line)
}

const INTERVIEW =
  /^(?:notes? (?:to|for) editors|note aux redactions|hinweise? (?:fur|an) die redaktion(?:en)?|nota para (?:los medios|la prensa|redaccion(?:es)?)|note per la stampa|nota a(?:s redacoes| imprensa)|(?:an? )?(?:interview|conversation|q ?& ?a)(?: with)?|entretien(?: avec)?|conversation avec|gesprach mit|interview mit|entrevista (?:con|a|com)|conversacion con|intervista (?:a|con)|conversazione con|conversa (?:com|amb))(?: \S.*)?$/

/** The head of an interview in a press book, or of what a press office tells the papers. What follows is no text of the film's: it is left for the editor, up to the next head. */
function isInterview(line: Line): boolean {
  return (
    line.body.text.length < 90 &&
    !looksLikeProse(line) &&
    opensInterview(line.body.text) &&
    INTERVIEW.test(fold(words(line.body)))
  )
}

/** Whether the first letter is one of those that such a head begins with; one that is not plain may fold to any. */
function opensInterview(text: string): boolean {
  const letter = text.charCodeAt(0) | 32
  return letter < 97 || letter > 122 || 'nhaiqceg'.includes(String.fromCharCode(letter))
}

function interview(walk: Walk, line: Line): void {
  walk.flush()
  walk.close()
  walk.draft.leave(line)
  for (walk.at++; walk.at < walk.lines.length; walk.at++) {
    const next = walk.lines[walk.at]!
    const hit = next.body.text.length > 300 ? null : labelOf(walk.draft.labels, next, false)
    // a label of the sheet, or a heading, ends it; "Film: …" within an answer does not
    if (next.rule || next.heading > 0 || (hit !== null && next.blankBefore && (hit.value.text === '' || hit.marked))) break
    walk.draft.leave(next)
  }
  walk.at--
}
