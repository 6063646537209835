/**
 * The exact reckoning for one title: the request is cut up along the edges of the title's own lines, first by days, then
 * within those days by media, then languages, cuts and territories, and each piece is decided as soon as what is left of its lines
 * allows it. A share, for which every piece counts, goes by media first: each has few lines of its own, and so few edges of days. A dimension is cut only by lines that are there and do not cover it, so the pieces are few; they are never more
 * than the different cells that the lines can tell apart.
 */
import { type Day, PERPETUITY } from '../days/day.ts'
import { LANGUAGES } from '../languages/languages.ts'
import { onesIn } from '../territories/territory-set.ts'
import { blockOf, placeOf } from './addresses.ts'
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { coverOf, CUTS, DIMENSIONS, LANGUAGES as LANGUAGES_AT, LAPSES, MEDIA, TERRITORIES } from './relations.ts'

const COVERS_ALL = 0b1111
const WORDS = 8

const UNMET = 0
const MET = 1
const UNDECIDED = 2

/** What a sweep is after; once it has found the one cell it looks for, it stops. */
const MEASURE = 0
const FIND_MET = 1
const FIND_UNMET = 2

/** Leaves of a dimension as bits: every cell of theirs is met, some cell is, some is not, and those to look into. */
interface Sorted {
  met: number
  free: number
  unmet: number
  undecided: number
}

export class Sweep {
  private readonly columns: Columns
  private readonly question: Question

  /** The title's lines that make a difference: grants first. By line: its shape, its days, which dimensions it covers. */
  private title = 0
  private lines = 0
  private grants = 0
  private shapes = new Uint32Array(256)
  private from = new Int32Array(256)
  private to = new Int32Array(256)
  private covers = new Uint8Array(256)
  /** By dimension: the lines that are in the piece at hand, in order. The last are those of a single cell. */
  private active = Array.from({ length: DIMENSIONS + 1 }, () => new Uint32Array(256))
  private edges = new Float64Array(514)
  /** The title's lines in order, and those of them that have a medium. */
  private all = Uint32Array.from({ length: 256 }, (_, line) => line)
  private ofMedium = new Uint32Array(256)
  private readonly granted = new Uint32Array(WORDS)
  private readonly taken = new Uint32Array(WORDS)

  /** How many cells one cell of the dimensions before has in this dimension and those after it. */
  private readonly cells = new Float64Array(DIMENSIONS + 1)
  /** The cuts that count; null stands for all that nobody names. */
  private cutCells: readonly (string | null)[] | null = null
  private aim = MEASURE
  private found = false

  constructor(columns: Columns, question: Question) {
    this.columns = columns
    this.question = question
  }

  /** Takes up the lines of a title that share a cell with the request, or would if it went on until a later day. */
  gather(title: number, until = this.question.box.to): void {
    const { blocks, addresses, counts, grants } = this.columns
    const { shapes: relations, box, today } = this.question
    this.title = title
    this.lines = 0
    this.grants = 0
    const count = counts[title] ?? 0
    if (count === 0) return
    this.makeRoom(count)
    const block = blocks[blockOf(addresses[title]!)]!
    const start = placeOf(addresses[title]!)
    const grantsEnd = start + grants[title]!
    for (let line = start; line < start + count; line++) {
      // what blocks ends in order, the latest first
      if (line >= grantsEnd && block.to[line]! < box.from) break
      const shape = block.shapes[line]!
      const relation = relations[shape]!
      if (relation === 0 || block.from[line]! > until || block.to[line]! < box.from) continue
      if ((relation & LAPSES) !== 0 && block.expires[line]! < today) continue
      const at = this.lines++
      if (line < grantsEnd) this.grants++
      this.shapes[at] = shape
      this.from[at] = block.from[line]!
      this.to[at] = block.to[line]!
      this.covers[at] = coverOf(relation)
    }
  }

  /** Whether a cell of the request is met. */
  someMet(): boolean {
    if (this.grants === 0) return false
    this.begin(FIND_MET)
    // most titles that have something have it on the first day or on the last
    const { from, to } = this.question.box
    for (const day of [from, to]) if (this.someUntouched(this.onDay(day))) return true
    for (const day of [from, to]) if (!this.found) this.piece(MEDIA, this.onDay(day))
    if (!this.found) this.overDays()
    return this.found
  }

  /**
   * Whether a medium or a territory is granted that day in which nothing that blocks has any part: then a cell of it is met,
   * and languages and cuts need not be looked at. So it is with four of five titles that are open when much is asked for.
   */
  private someUntouched(count: number): boolean {
    const { territories, territorySets, media, mediaSets } = this.columns.shapes
    const { territories: wanted, media: wantedMedia } = this.question.box
    const { granted, taken } = this
    const active = this.active[0]!
    granted.fill(0)
    taken.fill(0)
    let grantedMedia = 0
    let takenMedia = 0
    for (let at = 0; at < count; at++) {
      const line = active[at]!
      const shape = this.shapes[line]!
      const { words } = territorySets.values[territories[shape]!]!
      const mask = mediaSets.values[media[shape]!]!
      const isGrant = line < this.grants
      const side = isGrant ? granted : taken
      if (isGrant) grantedMedia |= mask
      else takenMedia |= mask
      for (let word = 0; word < WORDS; word++) side[word]! |= words[word]!
    }
    if ((grantedMedia & wantedMedia & ~takenMedia) !== 0) return true
    for (let word = 0; word < WORDS; word++) if ((granted[word]! & wanted.words[word]! & ~taken[word]!) !== 0) return true
    return false
  }

  /** Whether every cell is. */
  allMet(): boolean {
    if (this.grants === 0 || this.lines > this.grants) return false
    this.begin(FIND_UNMET)
    this.overDays()
    return !this.found
  }

  /** The part of the request's cells that is met; of cuts, those that have a name, and all others as one more. */
  share(titleCuts: readonly string[]): number {
    const { box } = this.question
    const known = new Set([...titleCuts, ...this.namedCuts(), ...box.cuts.named])
    this.cutCells = [...[...known].filter((cut) => box.cuts.has(cut)), ...(box.cuts.rest ? [null] : [])]
    this.begin(MEASURE)
    const met = this.overMediaAndDays()
    this.cutCells = null
    return met / (this.cells[MEDIA]! * (box.to - box.from + 1))
  }

  /** The first day from which every cell is met, day after day, for so many days; for good if null. */
  wholeFor(days: number | null): Day | null {
    this.begin(FIND_UNMET)
    let since: Day | null = null
    const edges = this.edgesBetween(this.question.box.from, PERPETUITY, this.all, this.lines)
    for (let at = 0; at + 1 < edges; at++) {
      const day = this.edges[at]!
      if (!this.wholeOn(day)) since = null
      else since ??= day
      if (since !== null && days !== null && this.edges[at + 1]! - since >= days) return since
    }
    return days === null ? since : null
  }

  private wholeOn(day: Day): boolean {
    const active = this.onDay(day)
    // a line that blocks has a cell of the request, whatever else it has
    if (active === 0 || this.active[0]![active - 1]! >= this.grants) return false
    this.found = false
    this.piece(MEDIA, active)
    return !this.found
  }

  private begin(aim: number): void {
    this.aim = aim
    this.found = false
    this.countCells()
  }

  private countCells(): void {
    const { territories, media, languages } = this.question.box
    this.cells[DIMENSIONS] = 1
    this.cells[TERRITORIES] = territories.size
    this.cells[CUTS] = this.cells[TERRITORIES]! * (this.cutCells?.length ?? 1)
    this.cells[LANGUAGES_AT] = this.cells[CUTS]! * languages.size
    this.cells[MEDIA] = this.cells[LANGUAGES_AT]! * onesIn(media)
  }

  /** Looks for a cell through all days of the request, until it is found. */
  private overDays(): void {
    const edges = this.edgesBetween(this.question.box.from, this.question.box.to, this.all, this.lines)
    for (let at = 0; at + 1 < edges && !this.found; at++) this.piece(MEDIA, this.onDay(this.edges[at]!))
  }

  /** Cells met on all days of the request. */
  private overMediaAndDays(): number {
    const { media, mediaSets } = this.columns.shapes
    const masks = new Set<number>()
    for (let line = 0; line < this.lines; line++)
      if ((this.covers[line]! & 1) === 0) masks.add(mediaSets.values[media[this.shapes[line]!]!]!)
    let met = 0
    for (const part of partMask(this.question.box.media, [...masks])) met += onesIn(part) * this.measureMedium(part)
    return met
  }

  /** Cells met of each of these media, which no line tells apart, on all days of the request. */
  private measureMedium(part: number): number {
    const { media, mediaSets } = this.columns.shapes
    const { ofMedium, edges } = this
    let count = 0
    for (let line = 0; line < this.lines; line++)
      if ((this.covers[line]! & 1) === 1 || (mediaSets.values[media[this.shapes[line]!]!]! & part) !== 0) ofMedium[count++] = line
    if (count === 0 || ofMedium[0]! >= this.grants) return 0
    const days = this.edgesBetween(this.question.box.from, this.question.box.to, ofMedium, count)
    const active = this.active[LANGUAGES_AT]!
    let met = 0
    for (let at = 0; at + 1 < days; at++) {
      const day = edges[at]!
      let left = 0
      for (let of = 0; of < count; of++) {
        const line = ofMedium[of]!
        if (this.from[line]! <= day && day <= this.to[line]!) active[left++] = line
      }
      met += (edges[at + 1]! - day) * this.piece(LANGUAGES_AT, left)
    }
    return met
  }

  /** Writes the days on which something of these lines begins, in order, and the day after the last; answers how many. */
  private edgesBetween(first: number, last: number, lines: Uint32Array, length: number): number {
    const { edges } = this
    let count = 0
    edges[count++] = first
    for (let at = 0; at < length; at++) {
      const line = lines[at]!
      if (this.from[line]! > first && this.from[line]! <= last) edges[count++] = this.from[line]!
      if (this.to[line]! >= first && this.to[line]! < last) edges[count++] = this.to[line]! + 1
    }
    edges.subarray(0, count).sort()
    let kept = 1
    for (let at = 1; at < count; at++) if (edges[at] !== edges[kept - 1]) edges[kept++] = edges[at]!
    edges[kept++] = last + 1
    return kept
  }

  private onDay(day: number): number {
    const active = this.active[0]!
    let count = 0
    for (let line = 0; line < this.lines; line++) if (this.from[line]! <= day && day <= this.to[line]!) active[count++] = line
    return count
  }

  /** Cells met in a piece of which so many lines are left, from a dimension on. */
  private piece(dimension: number, count: number): number {
    const verdict = this.decide(dimension, count)
    if (verdict !== UNDECIDED) {
      if ((this.aim === FIND_MET && verdict === MET) || (this.aim === FIND_UNMET && verdict === UNMET)) this.found = true
      return verdict === MET ? this.cells[dimension]! : 0
    }
    if (this.allCover(dimension, count)) {
      const active = this.active[dimension]!
      const next = this.active[dimension + 1]!
      for (let at = 0; at < count; at++) next[at] = active[at]!
      return this.piece(dimension + 1, count) * (this.cells[dimension]! / this.cells[dimension + 1]!)
    }
    if (dimension === TERRITORIES) return this.overTerritories(count)
    if (dimension === MEDIA) return this.overMedia(count)
    if (dimension === LANGUAGES_AT) return this.overLanguages(count)
    return this.overCuts(count)
  }

  /** What a piece is, if its lines say so already: those that cover all dimensions that are left. */
  private decide(dimension: number, count: number): number {
    const active = this.active[dimension]!
    const left = (COVERS_ALL << dimension) & COVERS_ALL
    if (count === 0 || active[0]! >= this.grants) return UNMET
    let granted = false
    let blockers = false
    for (let at = 0; at < count; at++) {
      const line = active[at]!
      const whole = (this.covers[line]! & left) === left
      if (line < this.grants) granted ||= whole
      else if (whole) return UNMET
      else blockers = true
    }
    return granted && !blockers ? MET : UNDECIDED
  }

  private allCover(dimension: number, count: number): boolean {
    const active = this.active[dimension]!
    for (let at = 0; at < count; at++) if (((this.covers[active[at]!]! >>> dimension) & 1) === 0) return false
    return true
  }

  /** The piece again with those lines alone that have a leaf of this dimension. */
  private narrowed(dimension: number, count: number, has: (line: number) => boolean): number {
    const active = this.active[dimension]!
    const next = this.active[dimension + 1]!
    let left = 0
    for (let at = 0; at < count; at++) {
      const line = active[at]!
      if (((this.covers[line]! >>> dimension) & 1) === 1 || has(line)) next[left++] = line
    }
    return this.piece(dimension + 1, left)
  }

  /** Territories come last: what is left of the lines then says of every leaf whether it is met. */
  private overTerritories(count: number): number {
    const { territories, territorySets } = this.columns.shapes
    const wanted = this.question.box.territories.words
    const active = this.active[TERRITORIES]!
    const { granted, taken } = this
    granted.fill(0)
    taken.fill(0)
    for (let at = 0; at < count; at++) {
      const line = active[at]!
      const side = line < this.grants ? granted : taken
      const { words } = territorySets.values[territories[this.shapes[line]!]!]!
      for (let word = 0; word < WORDS; word++) side[word]! |= words[word]!
    }
    let met = 0
    for (let word = 0; word < WORDS; word++) met += onesIn(wanted[word]! & granted[word]! & ~taken[word]!)
    this.found ||= (this.aim === FIND_MET && met > 0) || (this.aim === FIND_UNMET && met < this.cells[TERRITORIES]!)
    return met
  }

  private overMedia(count: number): number {
    const { media, mediaSets } = this.columns.shapes
    return this.overMask(MEDIA, count, this.question.box.media, (line) => mediaSets.values[media[this.shapes[line]!]!]!)
  }

  /** Over the bits of a mask, of which each line has some. */
  private overMask(dimension: number, count: number, wanted: number, maskOf: (line: number) => number): number {
    const sorted = this.sort(dimension, count, wanted, maskOf)
    if (this.isFound(sorted)) return 0
    let met = onesIn(sorted.met) * this.cells[dimension + 1]!
    for (const part of partMask(sorted.undecided, this.cutting(dimension, count).map(maskOf))) {
      if (this.found) break
      met += onesIn(part) * this.narrowed(dimension, count, (line) => (maskOf(line) & part) !== 0)
    }
    return met
  }

  /** Sorts the bits wanted of a dimension by what the lines say of them that are left when it is its turn. */
  private sort(dimension: number, count: number, wanted: number, maskOf: (line: number) => number): Sorted {
    const active = this.active[dimension]!
    const others = (COVERS_ALL << (dimension + 1)) & COVERS_ALL
    let [granted, grantedWhole, taken, takenWhole] = [0, 0, 0, 0]
    for (let at = 0; at < count; at++) {
      const line = active[at]!
      const covers = this.covers[line]!
      const mask = ((covers >>> dimension) & 1) === 1 ? wanted : maskOf(line) & wanted
      const whole = (covers & others) === others ? mask : 0
      if (line < this.grants) {
        granted |= mask
        grantedWhole |= whole
      } else {
        taken |= mask
        takenWhole |= whole
      }
    }
    const met = grantedWhole & ~taken
    return { met, free: granted & ~taken, unmet: (wanted & ~granted) | takenWhole, undecided: granted & ~takenWhole & ~met }
  }

  /** Whether what is looked for is among them. */
  private isFound({ free, unmet }: Sorted): boolean {
    this.found ||= (this.aim === FIND_MET && free !== 0) || (this.aim === FIND_UNMET && unmet !== 0)
    return this.found
  }

  private overLanguages(count: number): number {
    const { languages, languageSets } = this.columns.shapes
    const setOf = (line: number) => languageSets.values[languages[this.shapes[line]!]!]!
    const wanted = this.question.box.languages
    const cutting = this.cutting(LANGUAGES_AT, count).map(setOf)
    const named = new Set([wanted, ...cutting].flatMap((set) => [...set.named.keys()]))
    let met = 0
    for (const language of named) {
      if (!this.found) met += this.overMask(LANGUAGES_AT, count, wanted.usesOf(language), (line) => setOf(line).usesOf(language))
    }
    // all that nobody names are alike
    if (!this.found)
      met += (LANGUAGES.length - named.size) * this.overMask(LANGUAGES_AT, count, wanted.rest, (line) => setOf(line).rest)
    return met
  }

  private overCuts(count: number): number {
    const { cuts, cutSets } = this.columns.shapes
    const setOf = (line: number) => cutSets.values[cuts[this.shapes[line]!]!]!
    const wanted = this.question.box.cuts
    const has = (cut: string | null) => (line: number) => (cut === null ? setOf(line).rest : setOf(line).has(cut))
    let cells = this.cutCells
    if (cells === null) {
      const named = new Set([wanted, ...this.cutting(CUTS, count).map(setOf)].flatMap((set) => set.named))
      cells = [...[...named].filter((cut) => wanted.has(cut)), ...(wanted.rest ? [null] : [])]
    }
    let met = 0
    for (const cut of cells) if (!this.found) met += this.narrowed(CUTS, count, has(cut))
    return met
  }

  /** The cuts that entries of the title name, whatever else they are about. */
  private namedCuts(): readonly string[] {
    const { blocks, addresses, counts, shapes } = this.columns
    const count = counts[this.title] ?? 0
    const { values } = shapes.cutSets
    if (count === 0 || !values.some((set) => set !== undefined && set.named.length > 0)) return []
    const start = placeOf(addresses[this.title]!)
    const lines = blocks[blockOf(addresses[this.title]!)]!.shapes.subarray(start, start + count)
    const sets = new Set(Array.from(lines, (shape) => shapes.cuts[shape]!))
    return [...sets].flatMap((set) => values[set]!.named)
  }

  /** The lines of a piece that do not cover a dimension, each shape once. */
  private cutting(dimension: number, count: number): number[] {
    const active = this.active[dimension]!
    const lines: number[] = []
    for (let at = 0; at < count; at++) if (((this.covers[active[at]!]! >>> dimension) & 1) === 0) lines.push(active[at]!)
    return lines
  }

  private makeRoom(lines: number): void {
    if (lines <= this.shapes.length) return
    this.shapes = new Uint32Array(lines)
    this.from = new Int32Array(lines)
    this.to = new Int32Array(lines)
    this.covers = new Uint8Array(lines)
    this.active = this.active.map(() => new Uint32Array(lines))
    this.all = Uint32Array.from({ length: lines }, (_, line) => line)
    this.ofMedium = new Uint32Array(lines)
    this.edges = new Float64Array(2 * lines + 2)
  }
}

/** The bits of a mask in groups that none of the others tells apart. */
function partMask(mask: number, others: readonly number[]): number[] {
  let parts = mask === 0 ? [] : [mask]
  for (const other of others) {
    const next: number[] = []
    for (const part of parts) {
      if ((part & other) !== 0) next.push(part & other)
      if ((part & ~other) !== 0) next.push(part & ~other)
    }
    parts = next
  }
  return parts
}
