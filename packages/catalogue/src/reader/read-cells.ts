/**
 * One row of a list of films. Its cells are read as the lines of a sheet are: by the field that their heading announces, with
 * the same reading of years, lengths, countries, languages, festivals and names. Texts are taken as they are.
 */
import type { WarningCode } from '../model/reading.ts'
import { emptySheet, type CreditRole, type TitleSheet } from '../model/title-sheet.ts'
import { addCredit } from './credits.ts'
import { Draft } from './draft.ts'
import { readDurations } from './durations.ts'
import { takeWhole } from './fact-lines.ts'
import { takeContact, takeFact, takeFestivals } from './facts.ts'
import type { Field } from './labels/fields.ts'
import { LabelReader } from './labels/match.ts'
import { readLanguages } from './languages.ts'
import { languageOf } from './prose.ts'
import { finish } from './settle.ts'
import { sheetFrom } from './sheet-from.ts'
import { plain, splitPiece, subPiece, trimPiece, type Line, type Piece } from './source.ts'
import { readDay } from './years.ts'

/** `credits` holds roles with names ("Music: A, B"), `collections` the house's own slugs, `episodes` how many a series has. */
export type CellField = Field | 'credits' | 'collections' | 'episodes'

export interface Cell {
  field: CellField
  /** The heading over it, as printed: a label says more than its field ("World premiere"). */
  heading: string
  text: string
  /** Of a text or a title: the language that its heading names. */
  language: string | null
}

/** Words that the list's own house has for its codes, in small letters. */
export interface OwnWords {
  roles: ReadonlyMap<string, CreditRole>
  themes: ReadonlyMap<string, string>
}

export interface CellDoubt {
  /** Which of the cells. */
  cell: number
  code: WarningCode
  field: string
  text: string
}

const PROSE = ['logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const
type Prose = (typeof PROSE)[number]
const isProse = (field: CellField): field is Prose => (PROSE as readonly string[]).includes(field)
/** Values that are one, whatever marks they have in them. */
const WHOLE: readonly CellField[] = ['title', 'saleTitle', 'originalTitle', 'year', 'trailer', 'isan', 'eidr', 'imdb', 'tmdb', 'wikidata', 'reference', 'period'] // prettier-ignore
// oxlint-disable-next-line no-control-regex -- these are the characters to hide
const STRANGE =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const LONGEST_TEXT = 100_000

/**
 * The sheet that the cells of one row make, and what in which cell was not understood.
 *
 * @param options.language of the list, where its headings say it: that of texts too short to show theirs
 * @example
 * readCells([{ field: 'title', heading: 'Title', text: 'Salt', language: null }, { field: 'duration', heading: 'Length', text: "3x52'", language: null }], {})
 * // sheet.cuts: [{ minutes: 52, episodes: 3, versions: [] }]
 */
export function readCells(
  cells: readonly Cell[],
  options: { today?: string; language?: string | null; words?: OwnWords } = {},
): { sheet: TitleSheet; doubts: CellDoubt[] } {
  const language = options.language ?? null
  const texts = cells.map(({ text }) => text.replaceAll(STRANGE, ' '))
  const lines: Line[] = []
  let start = 0
  for (const text of texts) {
    lines.push(lineOf(text, start, lines.length + 1))
    start += text.length + 1
  }
  const source = { text: texts.join('\n'), lines, markdown: false, readTo: start }
  const draft = new Draft(source, new LabelReader(language), options.today ?? null)
  const kept: Partial<TitleSheet> = { titles: {}, collections: [] }
  const row = new Row(draft, language, kept, options.words ?? { roles: new Map(), themes: new Map() })
  // The title first: what another title is depends on it. A festival before its prizes.
  const order: readonly CellField[] = ['title', 'saleTitle', 'duration', 'festivals']
  const rank = ({ field }: Cell) => (order.includes(field) ? order.indexOf(field) : field === 'awards' ? 99 : 50)
  const byRank = cells.map((_, at) => at).sort((a, b) => rank(cells[a]!) - rank(cells[b]!) || a - b)
  for (const at of byRank) if (lines[at]!.body.text !== '') row.take(cells[at]!, lines[at]!)
  finish(draft, [], language)
  draft.reading.themes = draft.reading.themes.map((theme) => options.words?.themes.get(theme.toLowerCase()) ?? theme)
  const read = sheetFrom(draft.reading, language ?? 'en')
  return {
    sheet: { ...emptySheet(read.title), ...read, ...kept, title: row.title ?? '' },
    doubts: draft.reading.warnings
      .filter(({ code }) => code !== 'no-title')
      .map(({ code, field, line, text }) => ({ cell: line - 1, code, field, text })),
  }
}

function lineOf(text: string, start: number, number: number): Line {
  return {
    number,
    start,
    end: start + text.length,
    body: trimPiece({ text, start }),
    blank: false,
    rule: false,
    heading: 0,
    bullet: '',
    indent: 0,
    blankBefore: true,
    links: [],
  }
}

/** A row on its way to a sheet: facts go to the draft, texts and titles in several languages straight to the sheet. */
class Row {
  title: string | null = null
  readonly #draft: Draft
  readonly #language: string | null
  readonly #kept: Partial<TitleSheet>

  readonly #words: OwnWords

  constructor(draft: Draft, language: string | null, kept: Partial<TitleSheet>, words: OwnWords) {
    this.#draft = draft
    this.#words = words
    this.#language = language
    this.#kept = kept
  }

  take({ field, heading, language }: Cell, line: Line): void {
    if (isProse(field) || field === 'lead') return this.#text(field, language, line)
    if (field === 'title' || field === 'saleTitle') return this.#title(language, line)
    if (field === 'leadWrittenOn') return this.#leadDay(line)
    if (field === 'collections') return this.#collections(line)
    if (field === 'episodes') return this.#episodes(line)
    if (field === 'head' || field === 'other') return
    const parts = WHOLE.includes(field) ? [line.body] : splitOutside(line.body)
    for (const part of parts) this.#part(field, heading, part, line)
  }

  #part(field: Exclude<CellField, 'collections' | 'episodes'>, heading: string, part: Piece, line: Line): void {
    const draft = this.#draft
    // The placeholders of lists: nothing is known, and that is no doubt
    if (/^(?:-+|–|—|n\/?a|n\.\s?a\.|tbc|tba|tbd|nil|none|null|\?+|\.+|xx+)$/i.test(part.text)) return
    if (field === 'credits') return this.#credit(part, line)
    if ((field === 'versions' || field === 'subtitles') && this.#versionOfCut(field, part, line)) return
    if (field === 'awards' && this.#awardOf(part)) return
    if (field === 'contact') return this.#contact(heading, part, line)
    if (field === 'festivals') {
      if (!takeFestivals(draft, 'festivals', part, line, heading, null))
        draft.warn('festivals', 'not-understood', line, part.text)
      return
    }
    if (!takeWhole(draft, field, part, line, heading) && !/^[|,;\s]*$/.test(part.text))
      draft.warn(field.replace('credit:', ''), 'not-understood', line, part.text)
  }

  #title(language: string | null, line: Line): void {
    const title = plain(line.body.text).slice(0, 500)
    if (language !== null) this.#kept.titles![language] ??= title
    if (this.title === null) this.title = title
    else if (language === null && title !== this.title) this.#draft.warn('title', 'two-values', line, title)
  }

  #text(field: Prose | 'lead', named: string | null, line: Line): void {
    const text = line.body.text
      .replaceAll(/[\t ]+\n/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, LONGEST_TEXT)
    const language = named ?? languageOf(text) ?? this.#language ?? 'en'
    if (field === 'lead') {
      const lead = (this.#kept.lead ??= {})
      if (lead[language] === undefined) lead[language] = { text: text.slice(0, 10_000), writtenOn: this.#day }
      else this.#draft.warn(field, 'two-values', line, text)
      return
    }
    const texts = (this.#kept[field] ??= {})
    if (texts[language] === undefined) texts[language] = text
    else this.#draft.warn(field, 'two-values', line, text)
  }

  #day: string | null = null
  #leadDay(line: Line): void {
    this.#day = readDay(line.body.text)
    if (this.#day === null) this.#draft.warn('leadWrittenOn', 'not-understood', line, line.body.text)
    for (const lead of Object.values(this.#kept.lead ?? {})) lead.writtenOn ??= this.#day
  }

  #collections(line: Line): void {
    for (const part of splitOutside(line.body))
      if (/^[a-z0-9-]{1,100}$/.test(part.text)) this.#kept.collections!.push(part.text)
      else this.#draft.warn('collections', 'not-understood', line, part.text)
  }

  /** "Number of episodes: 6" beside "Length: 52". */
  #episodes(line: Line): void {
    const count = Number(line.body.text)
    const { cuts } = this.#draft.reading
    if (!Number.isInteger(count) || count < 1 || count > 2000) this.#draft.warn('cuts', 'not-understood', line, line.body.text)
    else if (count > 1 && cuts.length === 1 && cuts[0]!.episodes === null) cuts[0]!.episodes = count
  }

  /** `Music: A, B`: a role that the labels know, else one that is kept as printed. */
  #credit(part: Piece, line: Line): void {
    const colon = part.text.indexOf(':')
    if (colon < 1) return this.#draft.warn('credits', 'not-understood', line, part.text)
    const label = plain(part.text.slice(0, colon))
    const names = trimPiece(subPiece(part, colon + 1))
    const field = this.#draft.labels.lookup(label)?.fields[0]
    const role = this.#words.roles.get(label.toLowerCase())
    if (role !== undefined) addCredit(this.#draft, role, null, names, line, label)
    else if (field?.startsWith('credit:') === true) takeFact(this.#draft, field, names, line, label)
    else addCredit(this.#draft, 'other', label, names, line, label)
  }

  /** `World sales: Name, Firm, address`: the role stands before the colon, else in the heading. */
  #contact(heading: string, part: Piece, line: Line): void {
    const role = /^([^:@/]{3,60}):\s+(?=\S)/.exec(part.text)
    const value = role === null ? part : trimPiece(subPiece(part, role[0].length))
    const said =
      role?.[1] ?? (/^(?:contacts?|kontakte?|contact[io]s?|contatt[io]|contatos?)$/i.test(heading.trim()) ? null : heading)
    if (!takeContact(this.#draft, value, line, said)) this.#draft.warn('contacts', 'not-understood', line, part.text)
  }

  /** `French (original, 90 min)`: a version of one cut, as lists of several cuts write it. */
  #versionOfCut(field: 'versions' | 'subtitles', part: Piece, line: Line): boolean {
    const bracket = /^(.+?)\s*\(([^()]*)\)$/.exec(part.text)
    if (bracket === null) return false
    const about = bracket[2]!.split(',').map((one) => one.trim())
    const length = readDurations({ text: about.at(-1)!, start: 0 }, false)
    if (length.found.length !== 1 || length.rest !== '') return false
    const { minutes, episodes } = length.found[0]!
    const cut = this.#draft.reading.cuts.find((one) => one.minutes === minutes && one.episodes === episodes)
    if (cut === undefined) return false
    const how = about.slice(0, -1)
    const said = how.length === 0 ? bracket[1]! : `${bracket[1]} (${how.join(', ')})`
    const { found, unknown } = readLanguages({ text: said, start: 0 }, field === 'subtitles' ? 'subtitled' : null)
    if (found.length === 0 || unknown.length > 0) return false
    for (const { language, use, hardOfHearing } of found) cut.versions.push({ language, use, hardOfHearing })
    this.#draft.note('versions', part, line, null)
    return true
  }

  /** `Jury Prize (FIPADOC 2021)`: a prize at a festival that the row names. */
  #awardOf(part: Piece): boolean {
    const found = /^(.+)\s\(([^()]+)\)$/.exec(part.text)
    if (found === null) return false
    const { festivals } = this.#draft.reading
    const at = festivals.filter(({ festival, year }) => (year === null ? festival : `${festival} ${year}`) === found[2])
    const free = at.find(({ award }) => award === null)
    if (free !== undefined) free.award = found[1]!
    else if (at[0] !== undefined) festivals.push({ ...at[0], award: found[1]! })
    return at.length > 0
  }
}

/** Cut at `;` and at line ends, not within brackets. */
function splitOutside(piece: Piece): Piece[] {
  if (!/[;\n]/.test(piece.text)) return [piece]
  if (!/[([“«]/.test(piece.text)) return splitPiece(piece, /[;\n]+/g)
  const parts: Piece[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= piece.text.length; at++) {
    const mark = piece.text[at]
    // Between the marks of a quote a semicolon is the quote's own
    const closing = mark === '“' ? '”' : mark === '«' ? '»' : null
    if (closing !== null) {
      const end = piece.text.slice(at).split('\n', 1)[0]!.indexOf(closing)
      if (end > 0) at += end
      continue
    }
    if (mark === '(' || mark === '[') depth++
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    if (mark === '\n') depth = 0
    if (mark !== undefined && !(mark === '\n' || (mark === ';' && depth === 0))) continue
    const part = trimPiece(subPiece(piece, from, at))
    if (part.text !== '') parts.push(part)
    from = at + 1
  }
  return parts
}
