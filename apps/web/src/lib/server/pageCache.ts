/**
 * Pages, written once for each state of the house. The house's change number grows with every stored change, on whichever
 * server; a page written at the current number is handed out again, anything older is not. What differs from visitor to
 * visitor is no part of what is kept (sharedPage.ts); whoever sees more of the house than a stranger has pages of their own.
 */
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib'
import { pageFor, type SharedPage, type Visit } from './sharedPage.ts'

/** A page as it is sent. */
export interface Print {
  body: Buffer
  etag: string
  brotli: Buffer
  uses: number
}

export interface KeptPage {
  key: string
  sequence: number
  headers: [string, string][]
  page: SharedPage
  /** As it is sent, by ETag; the oldest leaves first. */
  prints: Map<string, Print>
  bytes: number
}

const MOST_BYTES = 48 * 1024 * 1024
const LARGEST = 1024 * 1024
const MOST_PRINTS = 24
const compress = promisify(brotliCompress)

/** The most recently used pages, within a size. */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>()
  #bytes = 0

  /** The page, if it was written at this very number. */
  find(key: string, sequence: number): KeptPage | null {
    const kept = this.#pages.get(key)
    if (kept === undefined) return null
    this.#pages.delete(key)
    if (kept.sequence !== sequence) {
      this.#bytes -= kept.bytes
      return null
    }
    this.#pages.set(key, kept)
    return kept
  }

  keep(key: string, sequence: number, headers: [string, string][], page: SharedPage): KeptPage {
    const kept: KeptPage = { key, sequence, headers, page, prints: new Map(), bytes: page.bytes }
    if (page.bytes > LARGEST) return kept
    this.#bytes += kept.bytes - (this.#pages.get(key)?.bytes ?? 0)
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    this.#shrink()
    return kept
  }

  /** What this visit is sent. Visits that differ in nothing that stands on this page share one print of it. */
  print(kept: KeptPage, visit: Visit): Print {
    const { etag, body } = pageFor(kept.page, visit)
    const print = kept.prints.get(etag) ?? newPrint(etag, body())
    print.uses++
    if (print.uses === 1) {
      const [oldest] = kept.prints.size < MOST_PRINTS ? [] : kept.prints
      if (oldest !== undefined) {
        kept.prints.delete(oldest[0])
        this.#grow(kept, -sizeOf(oldest[1]))
      }
      kept.prints.set(etag, print)
      this.#grow(kept, sizeOf(print))
    }
    // A print that is asked for again is worth the better compression; nobody waits for it.
    if (print.uses === 2) {
      void compress(print.body, settings(7, print.body)).then((brotli) => {
        if (kept.prints.get(etag) !== print) return
        this.#grow(kept, brotli.length - print.brotli.length)
        print.brotli = brotli
      })
    }
    return print
  }

  get bytes(): number {
    return this.#bytes
  }

  #grow(kept: KeptPage, bytes: number): void {
    if (this.#pages.get(kept.key) !== kept) return // dropped meanwhile
    kept.bytes += bytes
    this.#bytes += bytes
    this.#shrink()
  }

  #shrink(): void {
    for (const [oldest, { bytes }] of this.#pages) {
      if (this.#bytes <= MOST_BYTES) break
      this.#pages.delete(oldest)
      this.#bytes -= bytes
    }
  }
}

const settings = (quality: number, body: Buffer) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
})

/** Compressed at once and lightly: a fifth of a millisecond, less than it takes to hand the work to a thread. */
const newPrint = (etag: string, body: Buffer): Print => ({
  etag,
  body,
  brotli: brotliCompressSync(body, settings(1, body)),
  uses: 0,
})

const sizeOf = (print: Print) => print.body.length + print.brotli.length
