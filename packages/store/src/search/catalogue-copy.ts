import { FACETS } from './facets-of-sheet.ts'
import type { Facet, TitleFacets } from './facets-of-sheet.ts'
import { OrdSet } from './ord-set.ts'

/** A changed title, as read from search_title. */
export interface CopiedRow {
  ord: number
  id: string
  status: string
  facets: TitleFacets
}

export const STATUSES = ['draft', 'published', 'withdrawn', 'gone'] as const
export type CopiedStatus = (typeof STATUSES)[number]
const FACET_NUMBER = new Map<string, number>(FACETS.map((facet, n) => [facet, n]))
/** Thousands of values with a title or two each: a set apiece would cost more than going through the titles. */
export const LONG_TAILED = FACETS.indexOf('director')
const STATUS_FACET = FACETS.indexOf('status')

/**
 * What facets count and lists sort by, of every title of a house, in columns: a number each, indexed by the title's ord.
 * Some 60 bytes a title beside ids, sort keys and the names of directors. Facet values are numbered over all facets together;
 * a title's values lie side by side in `pool`, to count among few titles; the titles of a value are a set, to count among many.
 */
export class CatalogueCopy {
  size = 0 // ords are 0 .. size - 1
  status = new Uint8Array(0)
  words = new Uint8Array(0)
  year = new Int16Array(0)
  published = new Float64Array(0)
  updated = new Float64Array(0)
  ids: string[] = []
  key: string[] = []
  keysByLanguage = new Map<string, Map<number, string>>()
  first = new Uint32Array(0) // where a title's values begin in the pool
  count = new Uint16Array(0)
  tail = new Uint8Array(0) // how many of them, the first ones, are of the long-tailed facet
  pool = new Uint32Array(0)
  #poolUsed = 0
  #poolLive = 0

  values: string[] = [] // by code
  names: (string | null)[] = []
  facetOf = new Uint8Array(0)
  totals = new Int32Array(0) // titles that have the value
  codesOf: number[][] = FACETS.map(() => []) // the values of each facet
  titles: (OrdSet | null)[] = [] // which; null of the long-tailed facet
  ofStatus: number[] = STATUSES.map(() => 0) // titles, by status
  #codes: Map<string, number>[] = FACETS.map(() => new Map())

  /** The number of a facet's value, or undefined when no title ever had it. */
  codeOf(facet: Facet, value: string): number | undefined {
    return this.#codes[FACET_NUMBER.get(facet)!]!.get(value)
  }

  put(row: CopiedRow): void {
    const { ord, facets } = row
    this.#reach(ord + 1)
    if (this.ids[ord] !== '') this.#takeOut(ord)
    const status = Math.max(0, STATUSES.indexOf(row.status as CopiedStatus))
    this.ofStatus[status]!++
    this.ids[ord] = row.id
    this.status[ord] = status
    this.words[ord] = Math.min(255, facets.n)
    this.year[ord] = facets.y ?? 0
    this.published[ord] = facets.p ?? 0
    this.updated[ord] = facets.u
    this.key[ord] = facets.k
    for (const keys of this.keysByLanguage.values()) keys.delete(ord)
    for (const language in facets.kl) this.#keysOf(language).set(ord, facets.kl[language]!)

    const start = this.#poolUsed
    this.tail[ord] = 0
    if (row.status !== 'gone') {
      this.#appendAll(ord, LONG_TAILED, facets)
      this.tail[ord] = this.#poolUsed - start
      for (const facet in facets.f) {
        const number = FACET_NUMBER.get(facet)
        if (number !== undefined && number !== LONG_TAILED) this.#appendAll(ord, number, facets)
      }
      this.#append(ord, STATUS_FACET, row.status, null)
    }
    this.first[ord] = start
    this.count[ord] = this.#poolUsed - start
    this.#poolLive += this.#poolUsed - start
    if (this.#poolUsed > 4096 && this.#poolUsed > 2 * this.#poolLive) this.#compact()
  }

  /** Bytes of the columns, without the texts: for the benchmark. */
  get bytes(): number {
    const columns = [
      this.status,
      this.words,
      this.year,
      this.published,
      this.updated,
      this.first,
      this.count,
      this.tail,
      this.pool,
    ]
    return columns.reduce((sum, column) => sum + column.byteLength, 0)
  }

  #keysOf(language: string): Map<number, string> {
    let keys = this.keysByLanguage.get(language)
    if (!keys) this.keysByLanguage.set(language, (keys = new Map()))
    return keys
  }

  #takeOut(ord: number): void {
    this.ofStatus[this.status[ord]!]!--
    this.#poolLive -= this.count[ord]!
    const start = this.first[ord]!
    for (let at = start; at < start + this.count[ord]!; at++) this.#forget(this.pool[at]!, ord)
  }

  #forget(code: number, ord: number): void {
    this.totals[code]!--
    this.titles[code]?.delete(ord)
  }

  #appendAll(ord: number, facet: number, { f }: TitleFacets): void {
    for (const value of f[FACETS[facet]!] ?? []) {
      if (typeof value === 'string') this.#append(ord, facet, value, null)
      else this.#append(ord, facet, value[0], value[1])
    }
  }

  #append(ord: number, facet: number, value: string, name: string | null): void {
    const codes = this.#codes[facet]!
    let code = codes.get(value)
    if (code === undefined) {
      code = this.values.length
      codes.set(value, code)
      this.values.push(value)
      this.names.push(name)
      if (code >= this.totals.length) {
        this.facetOf = grown(this.facetOf, 1024 + code * 2)
        this.totals = grown(this.totals, 1024 + code * 2)
      }
      this.facetOf[code] = facet
      this.codesOf[facet]!.push(code)
      this.titles.push(facet === LONG_TAILED ? null : new OrdSet())
    }
    this.totals[code]!++
    this.titles[code]?.add(ord)
    if (this.#poolUsed === this.pool.length) this.pool = grown(this.pool, Math.max(1024, this.#poolUsed * 2))
    this.pool[this.#poolUsed++] = code
  }

  #reach(size: number): void {
    if (size > this.status.length) {
      const room = Math.max(64, size, Math.ceil(this.status.length * 1.5))
      this.status = filled(grown(this.status, room), STATUSES.indexOf('gone'), this.size)
      this.words = grown(this.words, room)
      this.year = grown(this.year, room)
      this.published = grown(this.published, room)
      this.updated = grown(this.updated, room)
      this.first = grown(this.first, room)
      this.count = grown(this.count, room)
      this.tail = grown(this.tail, room)
    }
    while (this.key.length < size) {
      this.key.push('')
      this.ids.push('')
    }
    if (size > this.size) this.size = size
  }

  /** Values of replaced rows are left lying in the pool until they are half of it. */
  #compact(): void {
    const pool = new Uint32Array(this.#poolLive + 1024)
    let used = 0
    for (let ord = 0; ord < this.size; ord++) {
      const count = this.count[ord]!
      pool.set(this.pool.subarray(this.first[ord]!, this.first[ord]! + count), used)
      this.first[ord] = used
      used += count
    }
    this.pool = pool
    this.#poolUsed = used
  }
}

function grown<T extends Uint8Array | Int16Array | Int32Array | Uint16Array | Uint32Array | Float64Array>(
  column: T,
  length: number,
): T {
  const larger = new (column.constructor as new (length: number) => T)(length)
  larger.set(column)
  return larger
}

function filled(column: Uint8Array<ArrayBuffer>, value: number, from: number): Uint8Array<ArrayBuffer> {
  column.fill(value, from)
  return column
}
