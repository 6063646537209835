/**
 * What a page had told, and was not told to be written, when it was closed: its last report may have been lost with the server that heard
 * it. The browser keeps it until a page of the same viewing is opened, which tells it again; the house knows what it has of it.
 */
import type { Stage } from './stage.ts'

const NAME = 'vitrine-ran'
/** A viewing is the same for so long on one device. */
const DAYS = 14

export interface Untold {
  page: string
  body: string
}

export function keepUntold({ base }: Stage, { page, body }: Untold): void {
  try {
    localStorage.setItem(`${NAME} ${base} ${page}`, JSON.stringify({ body, at: Date.now() }))
  } catch {
    // A browser that keeps nothing: the report that said goodbye is on its way.
  }
}

export function dropUntold({ base }: Stage, page: string): void {
  try {
    localStorage.removeItem(`${NAME} ${base} ${page}`)
  } catch {
    // It was not kept either.
  }
}

/** What earlier pages of this viewing left; what is older than any viewing is dropped. */
export function untoldBefore({ base }: Stage): Untold[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const [name, of, page] = key.split(' ')
      if (name !== NAME || page === undefined) return []
      const { body, at } = JSON.parse(localStorage.getItem(key)!) as { body: string; at: number }
      if (Date.now() - at > DAYS * 86_400_000) localStorage.removeItem(key)
      return of === base ? [{ page, body }] : []
    })
  } catch {
    return []
  }
}
