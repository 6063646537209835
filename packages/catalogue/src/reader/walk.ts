/** Where a reading of a sheet stands between two lines. */
import { contactFrom, readContactPiece } from './contacts.ts'
import type { ContactFacts } from './contacts.ts'
import type { Draft, ProseFound } from './draft.ts'
import { readFactLine, takeSegments, takeWhole } from './fact-lines.ts'
import { takeContact } from './facts.ts'
import type { Field } from './labels/fields.ts'
import { paragraphsOf } from './prose.ts'
import { SeenLines } from './seen-lines.ts'
import { plain } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface Section {
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
  /** The label is a cell of a table: the lines below, up to a blank one, are its value's. */
  cell: boolean
}

/** A head of the sheet's structure; who it is for stands below. */
const CONTACT_HEAD = /^(?:contacts?|kontakte?|contactos?|contatti|contatto|contactes?|contatos?)$/i

/** What follows "Rights:" when it says where, and not who. */
const WHEREVER =
  /^(?:world|worldwide|all rights|monde(?: entier)?|weltweit|todo el mundo|mundo(?: todo)?|mundial|tutto il mondo|available|disponibles?)(?:[\s,(]+(?:except|excluding|excl|outside|hors|sauf|außer|ausgenommen|excepto|salvo|eccetto|tranne|exceto|excepte|llevat)(?!\p{L}).*)?$/iu

/** `n/a`, `tbc`, `???`: what stands where a value is yet to come. */
const saysNothing = (value: string): boolean =>
  '-–—nt?.x'.includes(value[0]!.toLowerCase()) && /^(?:-+|–|—|n\/?a|tbc|tba|tbd|\?+|\.+|xx+)$/i.test(plain(value))

/** The walk down the lines of a sheet: where it is, which label is open, which paragraph is growing. */
export class Walk {
  readonly draft: Draft
  readonly lines: Line[]
  section: Section | null = null
  pending: Line[] = []
  pendingFor: Section | null = null
  titleLine: Line | null = null
  readonly seen = new SeenLines()
  prosed = false
  facts = 0
  at = 0

  constructor(draft: Draft, lines: Line[]) {
    this.draft = draft
    this.lines = lines
  }

  titleSeen(): boolean {
    return this.titleLine === null || this.titleLine.number < (this.lines[this.at]?.number ?? 0)
  }

  inProse(): boolean {
    return this.pending.length > 0
  }

  values(fields: Field[], value: Piece, line: Line, label: string): void {
    const { draft } = this
    if (value.text === '') {
      draft.warn(fields[0]!.replace('credit:', ''), 'empty-label', line, label)
      return
    }
    if (saysNothing(value.text) && fields[0] !== 'year' && fields[0] !== 'duration') {
      draft.warn(fields[0]!.replace('credit:', ''), 'empty-label', line, `${label}: ${value.text}`)
      return
    }
    for (const field of fields) {
      if (field === 'contact') this.contactValue(value, line, label)
      else if (field === 'head' || field === 'other') this.headValue(field, value, line, label)
      else if (!takeWhole(draft, field, value, line, label)) draft.leave(line)
    }
  }

  /** "Credits: …" on one line, or a label that the sheet model has no place for. */
  headValue(field: Field, value: Piece, line: Line, label: string): void {
    const segments = field === 'head' ? readFactLine(this.draft.labels, value) : null
    if (segments) takeSegments(this.draft, segments, line, false)
    else this.draft.leave(line)
    void label
  }

  contactValue(value: Piece, line: Line, label: string): void {
    const { section } = this
    // "Rights: worldwide" says where, not who
    if (WHEREVER.test(plain(value.text)) || /^(?:non?|nein|oui|yes|ja|s[ií]|sì|não|sim)$/i.test(plain(value.text))) {
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

  /** Ends the open paragraph. */
  flush(): void {
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
  close(keepProse = false): void {
    const section = this.section
    if (!section) return
    if (!keepProse && this.pendingFor === section) this.flush()
    this.section = null
    const { draft } = this
    if (section.values === 0 && section.fields[0] !== 'head' && !CONTACT_HEAD.test(section.label))
      draft.warn(section.fields[0]!.replace('credit:', ''), 'empty-label', section.line, section.label)
    if (section.contact.length > 0) this.contact(section)
  }

  contact(section: Section): void {
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
