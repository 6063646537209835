/** The reading while it grows: facts with their places, warnings with their lines, and which lines are accounted for. */
import type { Provenance, Reading, WarningCode } from '../model/reading.ts'
import type { LabelReader } from './labels/match.ts'
import type { Line, Piece, Source } from './source.ts'
import { endOf, plain } from './source.ts'
import { shown, WARNING_TEXTS } from './warnings.ts'

/** A value that is not of its label's kind; kept until the end, when year and length may turn out to be swapped. */
export interface Odd {
  text: string
  line: Line
  swappable: boolean
  code: WarningCode
}

export class Draft {
  readonly source: Source
  readonly labels: LabelReader
  readonly today: string | null
  readonly reading: Reading = emptyReading()
  /** Numbers of lines that a fact, a warning or `unread` holds. */
  private readonly covered = new Set<number>()
  /** Labels whose values stand below, heads of sections, years over a list. */
  readonly structure = new Set<Line>()
  readonly oddYears: Odd[] = []
  readonly oddDurations: Odd[] = []
  readonly prose: ProseFound[] = []

  constructor(source: Source, labels: LabelReader, today: string | null) {
    this.source = source
    this.labels = labels
    this.today = today
  }

  /** Notes where a fact was found. */
  note(path: string, piece: Piece, line: Line, label: string | null): void {
    this.noteSpan(path, piece.start, endOf(piece), line.number, label)
  }

  noteSpan(path: string, start: number, end: number, line: number, label: string | null): void {
    const provenance: Provenance = { path, place: { start, end, line }, raw: this.source.text.slice(start, end), label }
    this.reading.provenance.push(provenance)
    this.cover(line, provenance.raw)
  }

  private cover(line: number, raw: string): void {
    this.covered.add(line)
    for (let at = raw.indexOf('\n'), below = line; at >= 0; at = raw.indexOf('\n', at + 1)) this.covered.add(++below)
  }

  /** Whether a line has its place in the reading: a fact, a warning, an unread line, or a head of the sheet's structure. */
  hasPlace(line: Line): boolean {
    return line.rule || this.covered.has(line.number) || this.structure.has(line)
  }

  warn(field: string, code: WarningCode, line: Line, text: string): void {
    if (this.reading.warnings.length >= 2000) return
    const clean = shown(plain(text))
    this.reading.warnings.push({
      field,
      code,
      message: WARNING_TEXTS[code]({ field, text: clean }),
      line: line.number,
      text: clean,
    })
    this.covered.add(line.number)
  }

  /** Keeps a line as the reader found it: it fitted nowhere. */
  leave(line: Line): void {
    if (this.covered.has(line.number)) return
    this.covered.add(line.number)
    this.reading.unread.push(this.source.text.slice(line.start, line.end))
  }
}

/** A paragraph of prose and the label under which it stood. */
export interface ProseFound {
  field: 'lead' | 'logline' | 'shortSynopsis' | 'synopsis' | 'directorsNote' | 'biography' | null
  text: string
  start: number
  end: number
  line: Line
  label: string | null
  /** The label stands on the paragraph's own line, and no other paragraph shares it. */
  labelled: boolean
  qualifier: string | null
}

export function emptyReading(): Reading {
  return {
    title: '', originalTitle: null, lead: null, synopsis: null, year: null, durations: [], series: null, directors: [],
    productionCompanies: [], producers: [], countries: [], originalLanguages: [], versionLanguages: [], subtitleLanguages: [],
    genres: [], festivals: [], identifiers: { isan: null, eidr: null, imdb: null, tmdb: null, wikidata: null, reference: null }, contacts: [], warnings: [],
    unread: [], language: null, otherTitles: [], logline: null, shortSynopsis: null, leadWrittenOn: null, directorsNote: null,
    biography: null, cuts: [], versions: [], coProducers: [], broadcasters: [], supporters: [], credits: [], themes: [],
    keywords: [], places: [], period: null, pressQuotes: [], formats: [], advisories: [], ratings: [], trailerUrl: null, provenance: [],
  } // prettier-ignore
}
