/** An entry that somebody means to write into the book, before it is written. */
import type { Box } from '../box/box.ts'
import type { EntryTerms } from '../book/entry.ts'
import { type EntryKind, type Line } from '../book/line.ts'
import { boxOf, imposedBoxOf } from '../book/lines-of-entry.ts'
import { type Day, dayOf, PERPETUITY } from '../days/day.ts'

export interface WouldBeEntry {
  /** Its id in answers; it need not be in the book yet. */
  readonly id: string
  readonly kind: EntryKind
  readonly exclusive: boolean
  readonly boxes: readonly Box[]
  /** Boxes that the licensee asks the house to keep free of others while the licence runs. */
  readonly imposes: readonly Box[]
  /** Entries that this one replaces or takes up (an option that becomes a licence, the version before an amendment). */
  readonly replaces: readonly string[]
  /** The last day of an option. */
  readonly expires: Day | null
  readonly undated: boolean
  /** The day from which it holds; until then what it replaces of its own stays (an amendment, an end). Null: from its beginning. */
  readonly effective: Day | null
}

/** Terms as the engine judges them. `from`: only what holds from that day on (an amendment). */
export function wouldBe(id: string, terms: EntryTerms, replaces: readonly string[], from: string | null = null): WouldBeEntry {
  const first = from === null ? null : dayOf(from)
  const later = (box: Box): Box => (first === null ? box : { ...box, from: Math.max(box.from, first) })
  return {
    id,
    kind: terms.kind,
    exclusive: terms.exclusive,
    boxes: terms.boxes.map((box) => later(boxOf(box, terms))).filter((box) => box.from <= box.to),
    imposes: terms.imposes.map((box) => later(imposedBoxOf(box, terms))).filter((box) => box.from <= box.to),
    replaces: [id, ...replaces],
    expires: terms.expires === null ? null : dayOf(terms.expires),
    undated: terms.event !== null && terms.event.date === null,
    effective: first,
  }
}

/** An entry that ends: nothing of it counts from that day on. */
export const wouldEnd = (id: string, terms: EntryTerms, from: string | null): WouldBeEntry => ({
  ...wouldBe(id, terms, [], from),
  boxes: [],
  imposes: [],
})

/** The lines that the entry would add: its own boxes, and a holdback for each box that it imposes. */
const linesOfWouldBe = (entry: WouldBeEntry): Line[] => [
  ...entry.boxes.map((box): Line => lineOf(entry, entry.kind, box)),
  ...entry.imposes.map((box): Line => ({ ...lineOf(entry, 'holdback', box), exclusive: false, expires: PERPETUITY })),
]

const lineOf = (entry: WouldBeEntry, kind: EntryKind, box: Box): Line => ({
  entry: entry.id,
  kind,
  exclusive: entry.exclusive && (kind === 'grant' || kind === 'licence'),
  box,
  expires: kind === 'option' ? (entry.expires ?? PERPETUITY) : PERPETUITY,
  undated: entry.undated,
})

/** The book as it would be with the entry. */
export function linesWith(entry: WouldBeEntry, lines: readonly Line[]): Line[] {
  const { effective } = entry
  const before = effective === null ? [] : lines.filter((line) => line.entry === entry.id && line.box.from < effective)
  const kept = before.map((line) => ({ ...line, box: { ...line.box, to: Math.min(line.box.to, effective! - 1) } }))
  return [...linesBeside(entry, lines), ...kept, ...linesOfWouldBe(entry)]
}

/** The book without what the entry replaces. */
export const linesBeside = (entry: WouldBeEntry, lines: readonly Line[]): Line[] =>
  lines.filter((line) => !entry.replaces.includes(line.entry))
