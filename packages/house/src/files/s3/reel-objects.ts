/** Reels as objects of a bucket: each below its id and the name of who made it, and whose files are the reel. */
import { ID, safeId, safePath } from '../film-paths.ts'
import type { Bucket } from './bucket.ts'
import type { Patience } from './patience.ts'
import { together } from './together.ts'

/** Whose files are the reel. */
export interface Whole {
  by: string
  files: number
  bytes: number
}

const MARKER = 'whole.json'
/** Reels of which it is remembered whose files they are. */
const REMEMBERED = 2000

const prefixOf = (id: string): string => `reels/${safeId(id)}/`
const markerOf = (id: string): string => `${prefixOf(id)}${MARKER}`
/** Below it lies what somebody made of a reel. */
export const madeBelow = (id: string, by: string): string => `${prefixOf(id)}${safeId(by)}/`

export type ReelObjects = ReturnType<typeof reelObjects>

/** @param waits how long somebody who watches waits for a bucket that does not answer */
export function reelObjects(bucket: Bucket, waits: () => Patience) {
  const makers = new Map<string, string>()

  async function read(id: string, patience: Patience): Promise<Whole | null> {
    const text = await bucket.text(markerOf(id), patience)
    return text === null ? null : readWhole(text)
  }
  /** Whose files a reel is made of; asked once, for it does not change while the reel can be watched. */
  async function makerOf(id: string): Promise<string | null> {
    const known = makers.get(id)
    if (known !== undefined) return known
    const whole = await read(id, waits())
    if (whole === null) return null
    if (makers.size >= REMEMBERED) makers.delete(makers.keys().next().value!)
    makers.set(id, whole.by)
    return whole.by
  }
  const removeAll = async (prefix: string, patience: Patience): Promise<void> =>
    together(bucket.objects(prefix, patience), async ({ key }) => bucket.remove(key, patience))

  return {
    read,
    /** An object of a reel, also where another maker’s files have become the reel since it was looked up. */
    async open(id: string, path: string, whole: boolean, patience: Patience) {
      for (let tries = 0; tries < 2; tries += 1) {
        const remembered = makers.has(id)
        const by = await makerOf(id)
        const found = by === null ? null : await bucket.open(`${madeBelow(id, by)}${safePath(path)}`, whole, patience)
        if (found !== null || !remembered) return found
        makers.delete(id)
      }
      return null
    },
    /** The one object that makes what somebody made the reel. */
    mark: async (id: string, whole: Whole, patience: Patience): Promise<void> =>
      bucket.put(markerOf(id), Buffer.from(`${JSON.stringify(whole)}\n`), patience),
    /** Whose files a reel is made of is asked anew. */
    forget: (id: string): void => void makers.delete(id),
    removeMade: async (id: string, by: string, patience: Patience): Promise<void> => removeAll(madeBelow(id, by), patience),
    async remove(id: string, patience: Patience): Promise<void> {
      await bucket.remove(markerOf(id), patience) // first: it is not whole from now on
      makers.delete(id)
      await removeAll(prefixOf(id), patience)
    },
    /** Reels that are whole, and what is being made, or was left, of which by whom. */
    async lying(patience: Patience): Promise<{ reels: string[]; making: { reelId: string; by: string }[] }> {
      const lying: { reels: string[]; making: { reelId: string; by: string }[] } = { reels: [], making: [] }
      const ids = (await bucket.below('reels/', patience)).folders.filter((id) => ID.test(id))
      await together(ids, async (id) => {
        const { objects, folders } = await bucket.below(prefixOf(id), patience)
        const whole = objects.includes(MARKER) ? await read(id, waits()) : null
        if (whole !== null) lying.reels.push(id)
        for (const by of folders) if (by !== whole?.by && ID.test(by)) lying.making.push({ reelId: id, by })
      })
      return lying
    },
    reach: async (patience: Patience): Promise<void> => void (await bucket.below('reels/', patience)),
  }
}

function readWhole(text: string): Whole | null {
  try {
    const read = JSON.parse(text) as Partial<Whole>
    return typeof read.by === 'string' && ID.test(read.by)
      ? { by: read.by, files: Number(read.files), bytes: Number(read.bytes) }
      : null
  } catch {
    return null
  }
}
