/**
 * Reads one title sheet in any house's style. Nothing is guessed: what is not understood is a warning with its line, or is
 * kept in `unread`; every fact says where it stands in the source.
 */
import type { Reading } from '../model/reading.ts'
import { contactFrom, findEmail, findUrl, readContactPiece } from './contacts.ts'
import type { ContactFacts } from './contacts.ts'
import { Draft } from './draft.ts'
import type { ProseFound } from './draft.ts'
import { bylineOf, insideBrackets, readFactLine, takeSegments } from './fact-lines.ts'
import { addCredit, pushName, takeContact, takeDirectors, takeFact, takeFestivals } from './facts.ts'
import { looksLikeFestival, namesAward, namesFestival, premiereOf } from './festivals.ts'
import { fold } from './fold.ts'
import { isScreeningTime } from './formats.ts'
import { fits, furtherLabels, inlineFacts, isProseField, labelOf, phraseLabel } from './label-lines.ts'
import type { LabelHit } from './label-lines.ts'
import type { Field } from './labels/fields.ts'
import { labelLanguages, LabelReader } from './labels/match.ts'
import { looksLikeFirm, looksLikeNames, looksLikePerson, splitNames } from './names.ts'
import { languageOf, looksLikeProse, paragraphsOf, readQuote, runsOn } from './prose.ts'
import { MAX_SHEET_LINES, plain, readSource, stripPiece, subPiece, words } from './source.ts'
import type { Line, Piece, Source } from './source.ts'
import { filmStarts } from './split-sheets.ts'
import { findTitle, readTitleLine } from './title.ts'
import { readWrittenFestival } from './written-festival.ts'
import { readYears } from './years.ts'
import { shown, WARNING_TEXTS } from './warnings.ts'

export interface ReadOptions {
  /** The language of the sheet where the sender knows it ("fr"); decides what an ambiguous label means. */
  languageHint?: string
  /** `YYYY-MM-DD`: a year of production far beyond it is out of range. */
  today?: string
}

/**
 * Reads a sheet's text (plain, Markdown, or text taken out of a document: one block a line, table cells parted by tabs).
 *
 * @example
 * readSheet('The Salt Road\n\nYear: 2020\nDuration: 52').durations // [52]
 */
export function readSheet(text: string, options: ReadOptions = {}): Reading {
  const source = readSource(text, MAX_SHEET_LINES)
  const language = options.languageHint ?? guessLanguage(source.lines.slice(0, 600))
  const labels = new LabelReader(
    language,
    source.lines.some((line) => /^R\s*:|[\s|;,]R:\s/.test(line.body.text.slice(0, 300))),
  )
  const starts = filmStarts(source, labels)
  const until = starts.length > 1 ? starts[1]!.first : source.lines.length
  const lines = source.lines.slice(0, until)
  const draft = new Draft(source, labels, options.today ?? null)
  new SheetWalk(draft, lines).walk()
  finish(draft, lines, options.languageHint ?? null)
  if (starts.length > 1) {
    const next = source.lines[until]!
    draft.warn('title', 'several-films', next, next.body.text)
    const rest = text.slice(next.start).trim()
    if (rest !== '') draft.reading.unread.push(rest)
  } else if (source.readTo < text.length) {
    const rest = text.slice(source.readTo)
    if (rest.trim() !== '') {
      draft.reading.warnings.push({
        field: 'unread',
        code: 'truncated',
        message: WARNING_TEXTS.truncated({ field: 'unread', text: '' }),
        line: source.lines.at(-1)?.number ?? 1,
        text: shown(plain(rest.slice(0, 300))),
      })
      draft.reading.unread.push(rest)
    }
  }
  return draft.reading
}

/** The language of a sheet: by its running text, else by which language has most of its labels. */
function guessLanguage(lines: Line[]): string | null {
  let sample = ''
  for (const line of lines) {
    if (line.body.text.length > 60 && looksLikeProse(line)) sample += line.body.text + '\n'
    if (sample.length > 1600) break
  }
  const spoken = languageOf(sample)
  if (spoken !== null && sample.length > 200) return spoken
  const votes = new Map<string, number>()
  for (const line of lines.slice(0, 400)) {
    const colon = line.body.text.indexOf(':')
    const label = colon > 0 && colon < 50 ? line.body.text.slice(0, colon) : line.body.text.length < 40 ? line.body.text : null
    if (label === null) continue
    const languages = labelLanguages(label)
    for (const language of new Set(languages)) votes.set(language, (votes.get(language) ?? 0) + 1 / new Set(languages).size)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 1 ? best[0] : spoken
}

interface Section {
  fields: Field[]
  label: string
  line: Line
  qualifier: string | null
  /** How many values were read under it. */
  values: number
  /** Blocks of lines (parted by blank lines) read under it. */
  blocks: number
  year: number | null
  contact: ContactFacts[]
  contactLines: Line[]
  colon: boolean
}

/** A head of the sheet's structure; who it is for stands below. */
const CONTACT_HEAD = /^(?:contacts?|kontakte?|contactos?|contatti|contatto|contactes?|contatos?)$/i

/** `Dir: X, Belgium / Spain, 2021, 81'`: where the names end and nothing but facts follows. */
function factsBehindNames(
  labels: LabelReader,
  value: Piece,
): { names: Piece; facts: NonNullable<ReturnType<typeof readFactLine>> } | null {
  if (value.text.length > 300 || !/\d/.test(value.text)) return null
  let tries = 0
  for (const mark of value.text.matchAll(/,|\s[-–—]\s/g)) {
    if (++tries > 6) return null
    const facts = readFactLine(labels, stripPiece(subPiece(value, mark.index + mark[0].length), ' ,;'))
    if (facts && facts.length >= 2 && facts.every((one) => one.kind !== 'unknown'))
      return { names: stripPiece(subPiece(value, 0, mark.index), ' ,;'), facts }
  }
  return null
}

/** One walk down the lines of a sheet. */
class SheetWalk {
  private readonly draft: Draft
  private readonly lines: Line[]
  private section: Section | null = null
  private pending: Line[] = []
  private pendingFor: Section | null = null
  private titleLine: Line | null = null
  private readonly seen = new Map<string, Line>()
  private prosed = false
  private facts = 0
  private at = 0

  constructor(draft: Draft, lines: Line[]) {
    this.draft = draft
    this.lines = lines
  }

  walk(): void {
    const title = findTitle(this.draft, this.lines)
    this.titleLine = title?.line ?? null
    for (this.at = 0; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!
      if (line.rule) {
        this.flush()
        if (this.section && !isProseField(this.section.fields[0]!)) this.close()
        continue
      }
      if (line === this.titleLine) {
        this.flush()
        this.close()
        readTitleLine(this.draft, line, title!)
        this.seen.set(fold(words(line.body)), line)
        continue
      }
      if (this.repeats(line)) continue
      this.read(line)
    }
    this.flush()
    this.close()
  }

  /** A line that stands there a second time: said, and read once. */
  private repeats(line: Line): boolean {
    if (line.body.text.length < 4 || this.seen.size > 5000) return false
    const key = fold(line.body.text)
    const first = this.seen.get(key)
    if (!first) {
      this.seen.set(key, line)
      return false
    }
    const hit = labelOf(this.draft.labels, line, false)
    // a head may well come twice ("Contact"); a value under two labels too
    if (hit && hit.value.text === '') return false
    if (!hit && line.body.text.length < 60 && first !== this.titleLine && !looksLikeProse(line)) {
      if (
        this.section &&
        !isProseField(this.section.fields[0]!) &&
        this.section.fields[0] !== 'festivals' &&
        this.section.fields[0] !== 'awards'
      )
        return false
    }
    if (this.section && this.section.values === 0 && !hit && this.section.fields[0] !== 'synopsis') {
      // the value of a label that awaits one ("ORIGINAL TITLE" / the title again)
      return false
    }
    this.draft.warn('unread', 'repeated-line', line, line.body.text)
    return true
  }

  private read(line: Line): void {
    const { draft } = this
    const inProse = this.inProse()
    // Running text over several lines: a line that goes on with the sentence is not looked at for labels without a mark
    const continues =
      inProse &&
      this.pending.length > 0 &&
      !line.blankBefore &&
      runsOn(this.pending.at(-1)!) &&
      line.bullet === '' &&
      line.heading === 0
    const hit = line.body.text.length > 2000 ? null : labelOf(draft.labels, line, this.titleSeen() && !continues)
    if (hit && hit.value.text !== '' && /[|•]|\s[-–]\s/.test(hit.value.text) && this.severalFacts(hit, line)) return
    if (hit && this.believes(hit, line, continues)) {
      this.label(hit, line)
      return
    }
    if (line.heading > 0) {
      this.heading(line)
      return
    }
    if (this.section && this.underSection(line)) return
    if (this.fact(line, continues)) return
    this.text(line)
  }

  /** `Regie: A & B | Deutschland 2022 | 94 Min.`: a line of facts whose first has a label. */
  private severalFacts(hit: LabelHit, line: Line): boolean {
    const field = hit.match.fields[0]!
    if (
      field === 'year' ||
      field === 'duration' ||
      field === 'cuts' ||
      field === 'formatOrLength' ||
      isProseField(field) ||
      field === 'festivals' ||
      field === 'awards'
    )
      return false
    const segments = readFactLine(this.draft.labels, line.body)
    if (!segments || segments[0]!.kind !== 'labelled' || !segments.some((one) => one.kind === 'year' || one.kind === 'duration'))
      return false
    this.flush()
    this.close()
    takeSegments(this.draft, segments, line, false)
    this.facts++
    return true
  }

  private titleSeen(): boolean {
    return this.titleLine === null || this.titleLine.number < (this.lines[this.at]?.number ?? 0)
  }

  private inProse(): boolean {
    return this.pending.length > 0
  }

  /** Whether a label is meant, and not a word of the text or of the title. */
  private believes(hit: LabelHit, line: Line, continues: boolean): boolean {
    const field = hit.match.fields[0]!
    if (hit.value.text === '') {
      if (continues && !hit.marked) {
        // a label column run into the text: capitals or a following value show it
        const next = this.lines[this.at + 1]
        return next !== undefined && !next.blankBefore && fits(field, next.body)
      }
      return true
    }
    if (hit.match.quality === 'misspelt') return !looksLikeProse(line) || fits(field, hit.value)
    if (isProseField(field) || hit.marked === false) return true
    // "Time: the one thing they lack." is a sentence
    if (
      [
        'festivals',
        'awards',
        'premiere',
        'press',
        'contact',
        'head',
        'other',
        'trailer',
        'theme',
        'keyword',
        'place',
        'advisory',
        'leadWrittenOn',
        'supporter',
        'broadcaster',
      ].includes(field)
    )
      return true
    if (continues && looksLikeProse(line) && hit.value.text.length > 80) return fits(field, hit.value)
    return !(
      hit.value.text.length > 160 &&
      looksLikeProse(line) &&
      !fits(field, hit.value) &&
      hit.value.text.split(',').length < 4
    )
  }

  private label(hit: LabelHit, line: Line): void {
    const { draft } = this
    const field = hit.match.fields[0]!
    if (hit.match.quality === 'misspelt') draft.warn(field.replace('credit:', ''), 'misspelt-label', line, hit.label)
    this.facts++
    const { fields } = hit.match
    // An interleaved label column: the prose goes on after it
    const suspended = this.pending.length > 0 && !line.blankBefore && runsOn(this.pending.at(-1)!) && !isProseField(field)
    if (!suspended) this.flush()
    this.close(suspended)
    const open = (): Section => ({
      fields,
      label: hit.label,
      line,
      qualifier: hit.match.qualifier,
      values: 0,
      blocks: 0,
      year: null,
      contact: [],
      contactLines: [],
      colon: hit.marked,
    })
    if (hit.value.text === '') {
      this.section = open()
      draft.structure.add(line)
      return
    }
    if (isProseField(field)) {
      this.section = open()
      this.section.values = 1
      this.section.blocks = 1
      this.pending = [{ ...line, body: hit.value, bullet: '' }]
      this.pendingFor = this.section
      return
    }
    this.section = open()
    this.section.values = 1
    this.section.blocks = 1
    const listed =
      field === 'festivals' ||
      field === 'awards' ||
      field === 'press' ||
      field === 'title' ||
      field === 'saleTitle' ||
      field === 'otherTitle' ||
      field === 'originalTitle'
    const { value, rest } = listed ? { value: hit.value, rest: [] } : furtherLabels(draft.labels, hit.value)
    const behind = field === 'director' ? factsBehindNames(draft.labels, value) : null
    this.values(fields, behind?.names ?? value, line, hit.label)
    if (behind) takeSegments(draft, behind.facts, line, false)
    for (const one of rest) this.values(one.match.fields, one.value, line, one.label)
  }

  private values(fields: Field[], value: Piece, line: Line, label: string): void {
    const { draft } = this
    if (value.text === '') {
      draft.warn(fields[0]!.replace('credit:', ''), 'empty-label', line, label)
      return
    }
    if (
      /^(?:-+|–|—|n\/?a|tbc|tba|tbd|\?+|\.+|xx+)$/i.test(plain(value.text)) &&
      fields[0] !== 'year' &&
      fields[0] !== 'duration'
    ) {
      draft.warn(fields[0]!.replace('credit:', ''), 'empty-label', line, `${label}: ${value.text}`)
      return
    }
    for (const field of fields) {
      if (field === 'contact') this.contactValue(value, line, label)
      else if (field === 'head' || field === 'other') this.headValue(field, value, line, label)
      else if (!takeFact(draft, field, value, line, label)) draft.leave(line)
    }
  }

  /** "Credits: …" on one line, or a label that the sheet model has no place for. */
  private headValue(field: Field, value: Piece, line: Line, label: string): void {
    const segments = field === 'head' ? readFactLine(this.draft.labels, value) : null
    if (segments) takeSegments(this.draft, segments, line, false)
    else this.draft.leave(line)
    void label
  }

  private contactValue(value: Piece, line: Line, label: string): void {
    const { section } = this
    // "Rights: worldwide" says where, not who
    if (
      /^(?:world|worldwide|all rights|monde(?: entier)?|weltweit|todo el mundo|mundo(?: todo)?|mundial|tutto il mondo|available|disponibles?)$/i.test(
        plain(value.text),
      )
    ) {
      this.draft.leave(line)
      return
    }
    if (!section || section.fields[0] !== 'contact' || section.label !== label) {
      if (!takeContact(this.draft, value, line, label)) this.draft.leave(line)
      return
    }
    const contact: Piece = { text: value.text, start: value.start }
    const facts = readContactPiece(contact)
    if (facts.url === null && line.links[0] && !/^mailto:/i.test(line.links[0].url)) facts.url = line.links[0].url
    if (facts.email === null && line.links[0] && /^mailto:/i.test(line.links[0].url))
      facts.email = line.links[0].url.slice(7).split('?')[0]!
    section.contact.push(facts)
    section.contactLines.push(line)
  }

  /** A heading that is no label: of the sheet's structure, or of a film's own section. */
  private heading(line: Line): void {
    this.flush()
    this.close()
    const text = words(line.body)
    const year = /^\d{4}$/.test(text) ? Number(text) : null
    if (year === null && readFactLine(this.draft.labels, line.body)) {
      this.fact(line, false)
      return
    }
    this.draft.leave(line)
  }

  /** A line under an open label. False when the line is no value of it. */
  private underSection(line: Line): boolean {
    const section = this.section!
    const { draft } = this
    const field = section.fields[0]!
    if (isProseField(field)) return this.underProse(section, line)
    switch (field) {
      case 'festivals':
      case 'awards':
      case 'premiere':
        return this.underFestivals(section, line, field)
      case 'press':
        return this.underPress(section, line)
      case 'contact':
        return this.underContact(section, line)
      case 'head':
        return false
      case 'other':
        if (section.values === 0 || (!line.blankBefore && !looksLikeProse(line) && line.indent > section.line.indent)) {
          section.values++
          draft.leave(line)
          return true
        }
        return false
      default:
    }
    if (section.values === 0) {
      // The value stands on the next line, maybe after a blank one
      if (line.blankBefore && section.blocks > 0) return false
      if (!this.acceptsFirst(section, line)) return false
      section.values++
      section.blocks++
      this.valueLine(section, line)
      return true
    }
    if (line.blankBefore) return false
    const continued = /[,;&/]$|(?:\s(?:and|et|und|y|e|i))$/i.test(this.previousText())
    if (
      continued ||
      (section.line.body.text.trim().length <= section.label.length + 2 && this.acceptsMore(section, line)) ||
      (line.indent > section.line.indent + 1 && this.acceptsMore(section, line))
    ) {
      this.valueLine(section, line)
      return true
    }
    return false
  }

  private previousText(): string {
    return this.lines[this.at - 1]?.body.text.trim() ?? ''
  }

  private acceptsFirst(section: Section, line: Line): boolean {
    const field = section.fields[0]!
    if (fits(field, line.body)) return true
    if (looksLikeProse(line) && (line.blankBefore || line.body.text.length > 90)) return false
    // any short line: "YEAR" / "unknown" is a value that is not understood
    if (section.colon || !line.blankBefore) return line.body.text.length <= 200
    return ['year', 'duration', 'country'].includes(field)
      ? line.body.text.length < 40
      : line.body.text.length <= 120 && !looksLikeProse(line)
  }

  private acceptsMore(section: Section, line: Line): boolean {
    const field = section.fields[0]!
    if (
      field === 'year' ||
      field === 'title' ||
      field === 'saleTitle' ||
      field === 'originalTitle' ||
      field === 'isan' ||
      field === 'eidr' ||
      field === 'imdb' ||
      field === 'reference'
    )
      return false
    if (looksLikeFestival(line.body)) return false
    if (field === 'director' || field === 'producer' || field.startsWith('credit:')) return looksLikeNames(line.body)
    if (
      field === 'format' ||
      field === 'theme' ||
      field === 'keyword' ||
      field === 'place' ||
      field === 'genre' ||
      field === 'supporter' ||
      field === 'broadcaster' ||
      field === 'advisory'
    )
      return line.body.text.length < 80 && !looksLikeProse(line)
    return fits(field, line.body)
  }

  private valueLine(section: Section, line: Line): void {
    const listed = ['title', 'saleTitle', 'otherTitle', 'originalTitle'].includes(section.fields[0]!)
    const { value, rest } = listed ? { value: line.body, rest: [] } : furtherLabels(this.draft.labels, line.body)
    this.values(section.fields, value, line, section.label)
    for (const one of rest) this.values(one.match.fields, one.value, line, one.label)
  }

  private underProse(section: Section, line: Line): boolean {
    const { text } = line.body
    const short = !looksLikeProse(line)
    if (section.values > 0 && line.blankBefore && section !== this.lastProse()) return false
    const long = section.fields[0] === 'synopsis' || section.fields[0] === 'directorsNote' || section.fields[0] === 'biography'
    if (line.blankBefore && section.values > 0) {
      if (!long && !this.anotherProseLabelFollows()) {
        // a hook is one paragraph, unless another label says where it ends
        this.flush()
        this.close()
        return false
      }
      if (
        short &&
        (looksLikeFestival(line.body) ||
          readFactLine(this.draft.labels, line.body) !== null ||
          (text.length < 60 && section.fields[0] !== 'biography'))
      ) {
        this.flush()
        this.close()
        return false
      }
    }
    if (!line.blankBefore && section.values > 0 && short && line.bullet !== '' && looksLikeFestival(line.body)) {
      this.flush()
      this.close()
      return false
    }
    if (line.blankBefore || line.bullet !== '') this.flush()
    section.values++
    this.pendingFor = section
    this.pending.push(line)
    return true
  }

  private lastProse(): Section | null {
    return this.section
  }

  /** Whether a later label says where a section of prose ends. */
  private anotherProseLabelFollows(): boolean {
    for (let at = this.at + 1; at < Math.min(this.lines.length, this.at + 60); at++) {
      const line = this.lines[at]!
      if (line.body.text.length > 70) {
        if (line.body.text.length > 400) continue
        const colon = line.body.text.indexOf(':')
        if (colon < 0 || colon > 40) continue
      }
      const hit = labelOf(this.draft.labels, line, false)
      if (hit && hit.match.fields[0] === 'synopsis') return true
    }
    return false
  }

  private underFestivals(section: Section, line: Line, field: 'festivals' | 'awards' | 'premiere'): boolean {
    const text = words(line.body)
    if (field === 'premiere' && section.values > 0) return false
    const year = /^(?:18|19|20)\d\d\s*:?$/.test(text)
    if (year) {
      section.year = readYears(line.body)[0]?.year ?? null
      this.draft.structure.add(line)
      section.values++
      return true
    }
    if (
      looksLikeProse(line) &&
      !looksLikeFestival(line.body) &&
      !namesAward(text) &&
      !namesFestival(text) &&
      !readWrittenFestival(text, premiereOf)
    ) {
      this.close()
      return false
    }
    if (line.body.text.length > 600 || /^(?:https?:|www\.)/i.test(text) || this.isQuote(line)) {
      this.close()
      return false
    }
    if (
      line.blankBefore &&
      section.values > 0 &&
      !looksLikeFestival(line.body) &&
      !namesFestival(text) &&
      !namesAward(text) &&
      line.bullet === '' &&
      section.year === null
    ) {
      this.close()
      return false
    }
    section.values++
    if (!takeFestivals(this.draft, field, line.body, line, section.label, section.year))
      this.draft.warn('festivals', 'not-understood', line, text)
    return true
  }

  /** `“Great.” – Le Matin`: quoted words and who said them. */
  private isQuote(line: Line): boolean {
    const { text } = line.body
    if (text.length > 1200 || !/^["“«„‘']/.test(text)) return false
    const quote = readQuote(text)
    return quote !== null && quote.source !== null && quote.source.length < 80 && !/\d{4}/.test(quote.source)
  }

  private underPress(section: Section, line: Line): boolean {
    if (line.body.text.length > 4000) return false
    if (
      section.values > 0 &&
      line.blankBefore &&
      looksLikeProse(line) &&
      !/^["“«„‘]|["”»]\s*[-–—(]/.test(line.body.text) &&
      line.body.text.length > 200
    )
      return false
    section.values++
    if (!takeFact(this.draft, 'press', line.body, line, section.label)) this.draft.leave(line)
    return true
  }

  private underContact(section: Section, line: Line): boolean {
    if (looksLikeProse(line) && findEmail(line.body.text) === null && findUrl(line.body.text) === null) return false
    if (line.body.text.length > 300) return false
    if (
      line.blankBefore &&
      section.values > 0 &&
      !(
        findEmail(line.body.text) ||
        findUrl(line.body.text) ||
        /^\+?\d/.test(line.body.text) ||
        (section.contact.length > 0 && section.blocks === 0)
      )
    ) {
      this.close()
      return false
    }
    if (looksLikeFestival(line.body)) {
      this.close()
      return false
    }
    section.values++
    this.contactValue(line.body, line, section.label)
    return true
  }

  /** Facts without a label. */
  private fact(line: Line, continues: boolean): boolean {
    const { draft } = this
    const { body } = line
    if (body.text.length > 400 || (body.text.length > 200 && !/[|•;]/.test(body.text))) return false
    if (this.facts > 0 && this.isQuote(line)) {
      this.flush()
      return takeFact(draft, 'press', body, line, null)
    }
    const phrase = phraseLabel(draft.labels, body)
    if (phrase && !continues) {
      this.flush()
      this.values(phrase.match.fields, phrase.value, line, phrase.label)
      this.facts++
      return true
    }
    if (isScreeningTime(body.text) && !looksLikeProse(line)) {
      this.flush()
      draft.leave(line)
      return true
    }
    if (looksLikeProse(line) && !/[|•]/.test(body.text)) {
      const listed = /[\d’']/.test(body.text) && /[,;/•]|\s[-–—]\s/.test(body.text) ? readFactLine(draft.labels, body) : null
      if (listed === null || listed.length < 3 || listed.some((one) => one.kind === 'unknown')) {
        if (!looksLikeFestival(body) || line.bullet === '') return false
      }
    }
    if (continues && !/[|•]/.test(body.text) && /^\p{Ll}/u.test(body.text)) return false
    if (this.titleSeen() || namesAward(body.text)) {
      if (looksLikeFestival(body) && !(readFactLine(draft.labels, body)?.every((one) => one.kind !== 'unknown') ?? false)) {
        this.flush()
        if (takeFestivals(draft, 'festivals', body, line, null, null)) return true
      }
    }
    const inside = insideBrackets(body)
    if (inside) {
      const rest = furtherLabels(draft.labels, inside)
      if (rest.rest.length > 0 && rest.value.text === '') {
        this.flush()
        for (const one of rest.rest) this.values(one.match.fields, one.value, line, one.label)
        return true
      }
      const segments = readFactLine(draft.labels, inside)
      if (segments) {
        this.flush()
        takeSegments(draft, segments, line, true)
        return true
      }
      if (!this.prosed && this.facts === 0 && inside.text.length < 100) {
        draft.reading.otherTitles.push({ title: plain(inside.text), language: null })
        draft.note(`otherTitles.${draft.reading.otherTitles.length - 1}`, inside, line, null)
        draft.warn('otherTitles', 'ambiguous', line, body.text)
        return true
      }
    }
    if (/^(?:V-)?ISAN\s/i.test(body.text) || /(?<!\d)10\.5240\//.test(body.text)) {
      this.flush()
      const eidr = body.text.includes('10.5240')
      return takeFact(
        draft,
        eidr ? 'eidr' : 'isan',
        eidr ? body : subPiece(body, body.text.search(/\s/)),
        line,
        eidr ? null : 'ISAN',
      )
    }
    const byline = bylineOf(body)
    if (
      byline &&
      draft.reading.directors.length === 0 &&
      (!this.prosed || this.facts > 0) &&
      (/^\p{Lu}/u.test(body.text) || !this.prosed)
    ) {
      this.flush()
      const rest = furtherLabels(draft.labels, byline.names)
      takeDirectors(draft, rest.value, line, byline.label)
      for (const one of rest.rest) this.values(one.match.fields, one.value, line, one.label)
      this.facts++
      return true
    }
    const inline = inlineFacts(draft.labels, body)
    if (inline) {
      this.flush()
      for (const one of inline) this.values(one.match.fields, one.value, line, one.label)
      this.facts++
      return true
    }
    const segments = readFactLine(draft.labels, body)
    if (segments && !(continues && segments.length === 1 && segments[0]!.kind === 'genre')) {
      this.flush()
      this.close()
      takeSegments(draft, segments, line, false)
      this.facts++
      return true
    }
    const further = furtherLabels(draft.labels, body)
    if (further.rest.length >= 2 && body.text.length < 300) {
      this.flush()
      for (const one of further.rest) this.values(one.match.fields, one.value, line, one.label)
      if (further.value.text !== '') draft.warn('unread', 'not-understood', line, further.value.text)
      return true
    }
    if (findEmail(body.text) && body.text.length < 200) {
      this.flush()
      const facts = readContactPiece(body)
      const contact = contactFrom(null, [facts])
      if (contact) {
        draft.reading.contacts.push(contact.contact)
        draft.note(`contacts.${draft.reading.contacts.length - 1}`, body, line, null)
        return true
      }
    }
    return false
  }

  /** A line without label and without facts: firms under the title, prose, a label nobody knows, or unread. */
  private text(line: Line): void {
    const { draft } = this
    const { body } = line
    const early = !this.prosed && this.titleLine !== null && this.titleSeen()
    if (!looksLikeProse(line)) {
      if (this.goesOnBelow(line)) {
        this.proseLine(line)
        return
      }
      if (early && this.firms(line)) return
      if (this.pending.length > 0 && !line.blankBefore && this.pendingFor === null) {
        // the short last line of a wrapped paragraph
        this.pending.push(line)
        return
      }
      const unknown = this.unknownLabel(line)
      if (unknown) return
      if (this.titleSeen() && early && this.looksLikeHook(line)) {
        this.proseLine(line)
        return
      }
      if (
        !this.titleSeen() &&
        runsOn(line) &&
        this.lines[this.at + 1] &&
        !this.lines[this.at + 1]!.blankBefore &&
        body.text.length > 50
      ) {
        this.proseLine(line)
        return
      }
      // a sentence that begins a wrapped paragraph may be short of the marks of prose
      const next = this.lines[this.at + 1]
      if (
        next &&
        !next.blankBefore &&
        body.text.length > 30 &&
        /\s\p{Ll}/u.test(body.text) &&
        looksLikeProse(next) &&
        runsOn(line) &&
        body.text.split(' ').length > 4
      ) {
        this.proseLine(line)
        return
      }
      this.flush()
      this.close()
      draft.leave(line)
      return
    }
    this.proseLine(line)
  }

  /** A short line whose sentence, or whose very word, goes on in the line below. */
  private goesOnBelow(line: Line): boolean {
    const next = this.lines[this.at + 1]
    if (!next || next.blankBefore || next.bullet !== '' || !this.titleSeen() || !runsOn(line) || line.bullet !== '') return false
    if (!/^\p{Ll}/u.test(next.body.text)) return false
    if (/\p{L}[-‐]$/u.test(line.body.text)) return true
    return (
      line.body.text.split(' ').length >= 3 &&
      looksLikeProse(next) &&
      /\s\p{Ll}/u.test(line.body.text) &&
      !line.body.text.includes('|')
    )
  }

  private looksLikeHook(line: Line): boolean {
    const parts = line.body.text.split(/\s+/)
    return (
      parts.length >= 5 &&
      parts.filter((part) => /^\p{Ll}/u.test(part)).length >= 2 &&
      line.bullet === '' &&
      !line.body.text.includes('|')
    )
  }

  private proseLine(line: Line): void {
    if (this.section && this.section !== this.pendingFor) this.close()
    if (line.blankBefore && this.pending.length > 0 && !this.resumes(line)) this.flush()
    this.pendingFor = null
    this.pending.push(line)
    this.prosed = true
  }

  /** Whether a line goes on with a sentence that a column of labels interrupted. */
  private resumes(line: Line): boolean {
    const last = this.pending.at(-1)!
    return runsOn(last) && /^\p{Ll}/u.test(line.body.text) && last.number + 12 > line.number
  }

  /** Firms without a label between the byline and the line of facts. */
  private firms(line: Line): boolean {
    const { draft } = this
    const next = this.lines[this.at + 1]
    if (
      draft.reading.productionCompanies.length > 0 ||
      line.body.text.length > 120 ||
      line.bullet !== '' ||
      /[\d:]/.test(line.body.text)
    )
      return false
    const between =
      draft.reading.directors.length > 0 &&
      next !== undefined &&
      !next.blankBefore &&
      (/\|/.test(next.body.text) || readFactLine(draft.labels, next.body) !== null)
    const afterTitle = next !== undefined && !next.blankBefore && readFactLine(draft.labels, next.body) !== null
    if (!between && !(afterTitle && looksLikeFirm(words(line.body)))) return false
    const names = splitNames(line.body, 'firm')
    if (
      names.length === 0 ||
      names.length > 8 ||
      !names.every((one) => looksLikePerson(one.name) || looksLikeFirm(one.name) || /^\p{Lu}/u.test(one.name))
    )
      return false
    for (const one of names) pushName(draft, 'productionCompanies', one.name, one.piece, line, null)
    if (!(between && next.body.text.includes('|'))) draft.warn('productionCompanies', 'ambiguous', line, line.body.text)
    return true
  }

  /** `Gaffer: X`: a credit under its own name; any other unknown label is left for the editor. */
  private unknownLabel(line: Line): boolean {
    const { draft } = this
    const match = /^([\p{L}][\p{L}\p{M} '’./&-]{1,40}?)\s*:\s+(\S.*)$/u.exec(line.body.text)
    if (!match || !this.titleSeen() || this.facts === 0) return false
    this.flush()
    this.close()
    const from = line.body.text.indexOf(match[2]!, match[1]!.length)
    const value = stripPiece(subPiece(line.body, from), '')
    if (namesAward(match[1]!) || namesFestival(match[1]!)) {
      if (takeFestivals(draft, 'festivals', line.body, line, null, null)) return true
    }
    if (findEmail(value.text) !== null || findUrl(value.text) !== null || /^\+?[\d\s()./-]{8,}$/.test(value.text)) {
      const facts = readContactPiece(value)
      const contact = contactFrom(plain(match[1]!), [facts])
      if (contact) {
        draft.reading.contacts.push(contact.contact)
        draft.note(`contacts.${draft.reading.contacts.length - 1}`, line.body, line, plain(match[1]!))
        return true
      }
    }
    if (looksLikeNames(value) && premiereOf(match[1]!) === null && value.text.includes(' '))
      return addCredit(draft, 'other', plain(match[1]!), value, line, plain(match[1]!))
    draft.warn('unread', 'not-understood', line, line.body.text)
    draft.reading.unread.push(draft.source.text.slice(line.start, line.end))
    return true
  }

  /** Ends the open paragraph. */
  private flush(): void {
    const { draft } = this
    if (this.pending.length === 0) return
    const section = this.pendingFor
    for (const paragraph of paragraphsOf(draft.source, this.pending)) {
      const found: ProseFound = {
        field: section ? (section.fields[0] as ProseFound['field']) : null,
        text: paragraph.text,
        start: paragraph.start,
        end: paragraph.end,
        line: paragraph.lines[0]!,
        label: section?.label ?? null,
        labelled: section !== null && paragraph.lines[0]!.number === section.line.number,
        qualifier: section?.qualifier ?? null,
      }
      if (found.text !== '') draft.prose.push(found)
    }
    this.pending = []
    this.pendingFor = null
    this.prosed = true
  }

  /** Ends the open label: an empty one is said, a contact is put together. */
  private close(keepProse = false): void {
    const section = this.section
    if (!section) return
    if (!keepProse && this.pendingFor === section) this.flush()
    this.section = null
    const { draft } = this
    if (section.values === 0 && section.fields[0] !== 'head' && !CONTACT_HEAD.test(section.label))
      draft.warn(section.fields[0]!.replace('credit:', ''), 'empty-label', section.line, section.label)
    if (section.contact.length > 0) this.contact(section)
  }

  private contact(section: Section): void {
    const { draft } = this
    const made = contactFrom(CONTACT_HEAD.test(section.label) ? null : section.label, section.contact)
    const line = section.contactLines[0]!
    if (!made) {
      for (const one of section.contactLines) {
        draft.leave(one)
      }
      return
    }
    draft.reading.contacts.push(made.contact)
    const path = `contacts.${draft.reading.contacts.length - 1}`
    for (const one of section.contactLines)
      draft.noteSpan(path, one.body.start, one.body.start + one.body.text.length, one.number, section.label)
    for (const piece of made.left) {
      const text = plain(piece.text)
      if (text.length > 3) draft.reading.unread.push(text)
    }
    void line
  }
}

/** What can only be said once all is read: lead and synopsis, swapped year and length, the language, what is left over. */
function finish(draft: Draft, lines: Line[], hint: string | null): void {
  const { reading } = draft
  settleOddValues(draft)
  settleProse(draft, hint)
  if (reading.title === '') {
    reading.warnings.push({
      field: 'title',
      code: 'no-title',
      message: WARNING_TEXTS['no-title']({ field: 'title', text: '' }),
      line: lines[0]?.number ?? 1,
      text: '',
    })
  }
  for (const line of lines) if (!draft.hasPlace(line)) draft.leave(line)
}

function settleOddValues(draft: Draft): void {
  const year = draft.oddYears[0]
  const duration = draft.oddDurations[0]
  if (year?.swappable && duration?.swappable) {
    draft.warn('year', 'year-and-duration-swapped', year.line, `${year.text} / ${duration.text}`)
    draft.oddYears.shift()
    draft.oddDurations.shift()
  }
  for (const odd of draft.oddYears) draft.warn('year', odd.code, odd.line, odd.text)
  for (const odd of draft.oddDurations) draft.warn('durations', odd.code, odd.line, odd.text)
}

function settleProse(draft: Draft, hint: string | null): void {
  const { reading, prose } = draft
  // a paragraph that a column of labels interrupted is ended late
  prose.sort((a, b) => a.start - b.start)
  const of = (field: ProseFound['field']) => prose.filter((one) => one.field === field)
  const joined = (parts: ProseFound[]) => parts.map((one) => one.text).join('\n\n')
  const noted = (path: string, parts: ProseFound[]) => {
    for (const one of parts) draft.noteSpan(path, one.start, one.end, one.line.number, one.label)
  }
  const running = prose.filter((one) => one.field === null || one.field === 'synopsis')
  reading.language =
    hint ?? languageOf(running.map((one) => one.text).join('\n')) ?? languageOf(prose.map((one) => one.text).join('\n'))
  for (const field of ['logline', 'shortSynopsis', 'directorsNote', 'biography'] as const) {
    const parts = of(field)
    if (parts.length === 0) continue
    reading[field] = joined(parts)
    noted(field, parts)
  }
  // The labelled hook; else the first of two or more paragraphs
  const labelled = [of('lead'), of('logline'), of('shortSynopsis')].find((parts) => parts.length > 0)
  let body = running
  if (labelled) {
    reading.lead = joined(labelled)
    noted('lead', labelled)
  } else if (running.length >= 2 && !running.every((one) => one.field === 'synopsis' && one.labelled)) {
    reading.lead = running[0]!.text
    noted('lead', [running[0]!])
    body = running.slice(1)
  }
  if (body.length > 0) {
    reading.synopsis = joined(body)
    noted('synopsis', body)
  }
  reportLanguages(draft, body)
}

/** A synopsis in two languages is kept whole and said. */
function reportLanguages(draft: Draft, body: ProseFound[]): void {
  const first = body[0] && languageOf(body[0].text)
  if (!first) return
  for (const one of body.slice(1, 40)) {
    const language = one.text.length > 80 ? languageOf(one.text.slice(0, 500)) : null
    if (language !== null && language !== first) {
      draft.warn('synopsis', 'ambiguous', one.line, `${first} / ${language}: ${one.text.slice(0, 60)}`)
      return
    }
  }
}

export function sourceOf(text: string): Source {
  return readSource(text)
}
