/**
 * The lines of a book once more, this time those of one shape side by side: a question then reads only the lines of shapes that
 * have to do with it, and asks what a shape has to do with it once instead of once a line. It is a picture of the columns at
 * one moment. A title that changed since is stale in it and is looked at in the columns; when many are, a new picture is
 * taken beside the old one, some titles with every change, so that nobody ever waits for it.
 */
import { blockOf, placeOf } from './addresses.ts'
import type { Columns } from './columns.ts'

export class ByShape {
  /** By shape: where its lines begin, and the place behind its last. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Line by line. */
  readonly titles: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly expires: Int32Array
  /** Titles that changed after the picture was begun: what it says of them does not count. */
  readonly stale = new Set<number>()
  /** What a question notes of each title; every question writes it anew. */
  noted: Int32Array

  private readonly upTo: number
  private next = 0

  /** Begins a picture of what the columns hold now. */
  constructor({ shapes, lines, titles }: Columns) {
    this.starts = new Uint32Array(shapes.length)
    let start = 0
    for (let shape = 0; shape < shapes.length; shape++) {
      this.starts[shape] = start
      start += shapes.uses[shape]!
    }
    this.ends = this.starts.slice()
    this.titles = new Uint32Array(lines)
    this.from = new Int32Array(lines)
    this.to = new Int32Array(lines)
    this.expires = new Int32Array(lines)
    this.noted = new Int32Array(0)
    this.upTo = titles
  }

  /** Takes so many titles more into the picture; true when it has all of them. */
  take(columns: Columns, most: number): boolean {
    const until = Math.min(this.upTo, this.next + most)
    for (let title = this.next; title < until; title++) if (!this.stale.has(title)) this.takeTitle(columns, title)
    this.next = until
    if (until < this.upTo) return false
    if (this.noted.length === 0) this.noted = new Int32Array(this.upTo * NOTES)
    return true
  }

  get bytes(): number {
    return this.titles.length * 4 * 4 + this.starts.length * 2 * 4 + this.noted.byteLength
  }

  private takeTitle({ blocks, addresses, counts }: Columns, title: number): void {
    const count = counts[title]!
    if (count === 0) return
    const block = blocks[blockOf(addresses[title]!)]!
    const start = placeOf(addresses[title]!)
    for (let line = start; line < start + count; line++) {
      const place = this.ends[block.shapes[line]!]!++
      this.titles[place] = title
      this.from[place] = block.from[line]!
      this.to[place] = block.to[line]!
      this.expires[place] = block.expires[line]!
    }
  }
}

/** Of each title: witnesses granted, leaves granted, witnesses blocked, leaves blocked. */
export const NOTES = 4
