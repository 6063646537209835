/**
 * The rights book in columns: what a question about the whole catalogue runs over. A title's lines lie side by side in one
 * block, grants first, then what blocks, the longest-lasting first, so that a question stops at the first line that is over.
 * A title changes as a whole: its new lines are written behind all others, then it points there.
 */
import { ENTRY_KINDS, type Line } from '../book/line.ts'
import { isEmptyBox } from '../box/box.ts'
import { BLOCK_LINES, blockOf, PLACE_BITS, placeOf } from './addresses.ts'
import { ByShape } from './by-shape.ts'
import { EXCLUSIVE, kindOf, longer, Shapes, UNDATED } from './shapes.ts'

/** Entries are numbers in a column; whoever keeps the book knows which is which. */
export interface EntryNumbers {
  numberOf(entry: string): number
  entryOf(number: number): string
}

/** Some thousands of lines, column by column. */
export interface Block {
  readonly shapes: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly expires: Int32Array
  readonly entries: Uint32Array
  /** Lines written, and those of them that a title still points to. */
  filled: number
  live: number
}

/** When a new picture by shape is begun, and how fast it is taken. */
export interface PictureHabits {
  /** So many stale titles are always borne with. */
  few: number
  /** Of many titles, this part of them. */
  part: number
  /** Titles taken into the next picture with each change. */
  perChange: number
}
const HABITS: PictureHabits = { few: 500, part: 0.01, perChange: 50 }

/** More of the lines written than this may be forgotten ones; then blocks are tidied, one a change. */
const GARBAGE = 0.25

export class Columns {
  readonly shapes: Shapes
  readonly blocks: Block[] = []
  /** By title: where its lines begin, how many they are, how many of them are grants. */
  addresses = new Uint32Array(64)
  counts = new Uint32Array(64)
  grants = new Uint32Array(64)
  /** Every title's number is below this. */
  titles = 0
  /** Lines of all titles. */
  lines = 0
  /** Goes up with every change. */
  version = 0

  private readonly entryNumbers: EntryNumbers
  private readonly blockLines: number
  private readonly spare: number[] = []
  private tail = -1
  private filled = 0
  private picture: ByShape | null = null
  private nextPicture: ByShape | null = null

  private readonly habits: PictureHabits

  /** `blockLines`, at most 65,536, is how much the columns grow by at a time. */
  constructor(entryNumbers: EntryNumbers, blockLines = BLOCK_LINES, habits = HABITS, shapes = new Shapes()) {
    this.shapes = shapes
    this.entryNumbers = entryNumbers
    this.blockLines = Math.min(blockLines, BLOCK_LINES)
    this.habits = habits
  }

  /**
   * The same book, for somebody who changes it otherwise: memory is copied as it is, no line is read. It is done at once, so
   * that nothing changes meanwhile; the picture by shape is taken anew when it is asked for.
   */
  copy(): Columns {
    const copy = new Columns(this.entryNumbers, this.blockLines, this.habits, new Shapes(this.shapes))
    for (const block of this.blocks) copy.blocks.push(copyOf(block))
    copy.addresses = this.addresses.slice()
    copy.counts = this.counts.slice()
    copy.grants = this.grants.slice()
    copy.titles = this.titles
    copy.lines = this.lines
    copy.version = this.version
    copy.spare.push(...this.spare)
    copy.tail = this.tail
    copy.filled = this.filled
    return copy
  }

  /**
   * Puts these lines in the place of all that a title had. Lines without a cell are left out; the order of the rest is the
   * columns' own.
   *
   * @throws RangeError for a title that is no whole number from 0.
   */
  replace(title: number, lines: readonly Line[]): void {
    if (!Number.isInteger(title) || title < 0 || title >= 2 ** 31) throw new RangeError(`${title} is no number of a title.`)
    const kept = lines.filter((line) => !isEmptyBox(line.box))
    const grants = kept.filter((line) => line.kind === 'grant')
    const rest = kept.filter((line) => line.kind !== 'grant').sort((a, b) => b.box.to - a.box.to)
    const entries = new Map(kept.map((line) => [line.entry, this.entryNumbers.numberOf(line.entry)]))
    this.makeRoomForTitle(title)
    const address = this.claim(kept.length)
    const block = this.blocks[blockOf(address)]
    let place = placeOf(address)
    for (const line of grants) this.write(block!, place++, line, entries.get(line.entry)!)
    for (const line of rest) this.write(block!, place++, line, entries.get(line.entry)!)

    this.forget(title)
    this.addresses[title] = address
    this.counts[title] = kept.length
    this.grants[title] = grants.length
    this.lines += kept.length
    this.titles = Math.max(this.titles, title + 1)
    this.version++
    this.tidy()
    this.noteChange(title)
  }

  /** Takes a title out of the book. */
  remove(title: number): void {
    if (title < this.titles) this.replace(title, [])
  }

  /** The lines by shape. The first time, and after a change of most titles, the picture is taken on the spot. */
  byShape(): ByShape {
    if (this.picture === null || this.picture.stale.size > this.titles / 2) {
      this.picture = new ByShape(this)
      this.nextPicture = null
      this.picture.take(this, this.titles)
    }
    return this.picture
  }

  /** The lines of a title, in the columns' order. */
  linesOf(title: number): Line[] {
    const address = this.addresses[title] ?? 0
    const block = this.blocks[blockOf(address)]
    return Array.from({ length: this.counts[title] ?? 0 }, (_, at) => this.read(block!, placeOf(address) + at))
  }

  /** Lines that are written but belong to no title any more. */
  get garbage(): number {
    return this.filled - this.lines
  }

  /** What all of it takes. */
  get bytes(): number {
    const lines = this.blocks.reduce((sum, block) => sum + block.shapes.length * 5 * 4, 0)
    return lines + this.addresses.length * 3 * 4 + this.shapes.bytes + (this.picture?.bytes ?? 0) + (this.nextPicture?.bytes ?? 0)
  }

  private write(block: Block, place: number, { kind, exclusive, box, expires, undated }: Line, entry: number): void {
    const flags = ENTRY_KINDS.indexOf(kind) | (exclusive ? EXCLUSIVE : 0) | (undated ? UNDATED : 0)
    block.shapes[place] = this.shapes.take(flags, box.territories, box.media, box.languages, box.cuts)
    block.from[place] = box.from
    block.to[place] = box.to
    block.expires[place] = expires
    block.entries[place] = entry
  }

  private read(block: Block, place: number): Line {
    const { shapes } = this
    const shape = block.shapes[place]!
    const flags = shapes.flags[shape]!
    return {
      entry: this.entryNumbers.entryOf(block.entries[place]!),
      kind: kindOf(flags),
      exclusive: (flags & EXCLUSIVE) !== 0,
      undated: (flags & UNDATED) !== 0,
      expires: block.expires[place]!,
      box: {
        territories: shapes.territorySets.values[shapes.territories[shape]!]!,
        media: shapes.mediaSets.values[shapes.media[shape]!]!,
        languages: shapes.languageSets.values[shapes.languages[shape]!]!,
        cuts: shapes.cutSets.values[shapes.cuts[shape]!]!,
        from: block.from[place]!,
        to: block.to[place]!,
      },
    }
  }

  private makeRoomForTitle(title: number): void {
    if (title < this.counts.length) return
    const capacity = 2 ** Math.ceil(Math.log2(title + 1))
    this.addresses = longer(this.addresses, new Uint32Array(capacity))
    this.counts = longer(this.counts, new Uint32Array(capacity))
    this.grants = longer(this.grants, new Uint32Array(capacity))
  }

  /** The address of so many lines, side by side, behind all that is written. */
  private claim(count: number): number {
    if (count === 0) return 0
    const tail = this.blocks[this.tail]
    if (!tail || tail.filled >= BLOCK_LINES || tail.shapes.length - tail.filled < count) this.tail = this.openBlock(count)
    const block = this.blocks[this.tail]!
    const place = block.filled
    block.filled += count
    block.live += count
    this.filled += count
    return ((this.tail << PLACE_BITS) | place) >>> 0
  }

  private openBlock(count: number): number {
    // a title of more lines than a block holds has a block of its own
    const capacity = Math.max(count, this.blockLines)
    const emptied = this.spare.findIndex((number) => this.blocks[number]!.shapes.length >= capacity)
    if (emptied >= 0) return this.spare.splice(emptied, 1)[0]!
    return this.blocks.push(newBlock(capacity)) - 1
  }

  private forget(title: number): void {
    const count = this.counts[title]!
    if (count === 0) return
    const number = blockOf(this.addresses[title]!)
    const block = this.blocks[number]!
    const place = placeOf(this.addresses[title]!)
    for (let at = place; at < place + count; at++) this.shapes.release(block.shapes[at]!)
    this.lines -= count
    this.leave(number, count)
  }

  /** So many lines of a block are not needed any more; a block without a needed line is empty again. */
  private leave(number: number, count: number): void {
    const block = this.blocks[number]!
    block.live -= count
    if (block.live > 0 || number === this.tail) return
    this.filled -= block.filled
    block.filled = 0
    this.spare.push(number)
  }

  /** Where too much is garbage, moves what lives in the block with the most of it: little work at a time, never a long stop. */
  private tidy(): void {
    if (this.garbage <= GARBAGE * this.filled) return
    let worst = -1
    let most = 0
    for (const [number, { filled, live }] of this.blocks.entries()) {
      if (filled - live <= most) continue
      worst = number
      most = filled - live
    }
    if (worst === this.tail) this.tail = -1
    if (this.blocks[worst]!.live === 0) return this.leave(worst, 0)
    for (let title = 0; title < this.titles; title++) {
      if (this.counts[title]! > 0 && blockOf(this.addresses[title]!) === worst) this.move(title)
    }
  }

  /** The title is stale in the pictures; the next one comes nearer to being whole. */
  private noteChange(title: number): void {
    if (this.picture === null) return
    this.picture.stale.add(title)
    if (this.nextPicture === null) {
      if (this.picture.stale.size <= Math.max(this.habits.few, this.titles * this.habits.part)) return
      this.nextPicture = new ByShape(this)
    } else this.nextPicture.stale.add(title)
    if (!this.nextPicture.take(this, this.habits.perChange)) return
    this.picture = this.nextPicture
    this.nextPicture = null
  }

  private move(title: number): void {
    const count = this.counts[title]!
    const old = this.addresses[title]!
    const address = this.claim(count)
    copyLines(this.blocks[blockOf(old)]!, placeOf(old), this.blocks[blockOf(address)]!, placeOf(address), count)
    this.addresses[title] = address
    this.leave(blockOf(old), count)
  }
}

const newBlock = (capacity: number): Block => ({
  shapes: new Uint32Array(capacity),
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
  expires: new Int32Array(capacity),
  entries: new Uint32Array(capacity),
  filled: 0,
  live: 0,
})

const copyOf = (block: Block): Block => ({
  ...block,
  shapes: block.shapes.slice(),
  from: block.from.slice(),
  to: block.to.slice(),
  expires: block.expires.slice(),
  entries: block.entries.slice(),
})

function copyLines(from: Block, at: number, to: Block, place: number, count: number): void {
  to.shapes.set(from.shapes.subarray(at, at + count), place)
  to.from.set(from.from.subarray(at, at + count), place)
  to.to.set(from.to.subarray(at, at + count), place)
  to.expires.set(from.expires.subarray(at, at + count), place)
  to.entries.set(from.entries.subarray(at, at + count), place)
}
