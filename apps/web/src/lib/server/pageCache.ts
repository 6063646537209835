/**
 * Pages that are the same for every stranger, made once for each state of the house. The house's change number grows with
 * every stored change, on whichever server; a page made at the current number is handed out again, anything older is not.
 * Whoever is signed in or keeps a shortlist has pages of their own, which never come here.
 */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

export interface KeptPage {
  sequence: number
  headers: [string, string][]
  body: Buffer
  brotli: Buffer | null
  uses: number
}

const MOST_BYTES = 48 * 1024 * 1024
const LARGEST = 512 * 1024
const compress = promisify(brotliCompress)

/** The most recently used pages, within a size. */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>()
  #bytes = 0

  /** The page, if it was made at this very number. */
  find(key: string, sequence: number): KeptPage | null {
    const page = this.#pages.get(key)
    if (page === undefined) return null
    this.#drop(key, page)
    if (page.sequence !== sequence) return null
    this.#put(key, page)
    page.uses++
    // A page that is asked for again is worth the better compression; nobody waits for it.
    if (page.uses === 2) {
      void compress(page.body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: page.body.length },
      }).then((brotli) => {
        if (this.#pages.get(key) !== page) return
        page.brotli = brotli
        this.#bytes += brotli.length
      })
    }
    return page
  }

  keep(key: string, sequence: number, headers: [string, string][], body: Buffer): void {
    if (body.length > LARGEST) return
    const old = this.#pages.get(key)
    if (old !== undefined) this.#drop(key, old)
    this.#put(key, { sequence, headers, body, brotli: null, uses: 0 })
    for (const [oldest, page] of this.#pages) {
      if (this.#bytes <= MOST_BYTES) break
      this.#drop(oldest, page)
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  #put(key: string, page: KeptPage): void {
    this.#pages.set(key, page)
    this.#bytes += sizeOf(page)
  }

  #drop(key: string, page: KeptPage): void {
    this.#pages.delete(key)
    this.#bytes -= sizeOf(page)
  }
}

const sizeOf = (page: KeptPage) => page.body.length + (page.brotli?.length ?? 0)

/**
 * Asks for a number that is no older than the question, once for all who ask in the same moment: a question that comes
 * while an answer is on its way shares the next one.
 */
export function shared(ask: () => Promise<number>): () => Promise<number> {
  let current: Promise<number> | null = null
  let next: Promise<number> | null = null
  const start = (): Promise<number> => {
    const mine = ask().finally(() => {
      if (current === mine) current = null
    })
    return (current = mine)
  }
  return () => {
    if (current === null) return start()
    next ??= current
      .catch(() => 0)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
