/**
 * Reels in a bucket of an S3. Whoever makes a reel makes it in a folder of their machine and uploads it below a name of its own, `reels/ID/BY/…`;
 * an S3 moves nothing, so what makes it the reel is one small object, `reels/ID/whole.json`, which says whose it is and is written last. Nobody
 * sees a reel of which anything is missing, and one worker never touches what another uploaded.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isHouseError } from '../errors.ts'
import { codeOf, translated } from './disk-faults.ts'
import type { ReelStore } from './film-files.ts'
import { ID, safeId, safePath } from './film-paths.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import { openBucket } from './s3/bucket.ts'
import { asHouseError, S3Fault } from './s3/fault.ts'
import { type Patience, patienceOf } from './s3/patience.ts'
import type { S3Place } from './s3/place.ts'

export interface S3Waits {
  /** Milliseconds in which nothing moves, after which one request is given up. */
  stalled?: number
  /** For which an S3 that does not answer is asked again while somebody waits for it, and while a worker does, who has hours of work to lose. */
  soon?: number
  long?: number
}

/** Whose files are the reel. */
interface Whole {
  by: string
  files: number
  bytes: number
}

const MARKER = 'whole.json'
const AT_ONCE = 8
/** Reels of which it is remembered whose files they are. */
const REMEMBERED = 2000
/** Milliseconds after which fetched files that nobody read are deleted. */
const KEPT = 24 * 3_600_000

/**
 * @param folder of this machine: where reels are made, where what a trace reads is fetched to (`.fetched/ID`), and where reels still lie that were
 *   kept there before there was an S3: they are served from there
 */
export async function reelsInS3(place: S3Place, folder: string, waits: S3Waits = {}): Promise<ReelStore> {
  const before = await reelsInFolder(folder)
  const { stalled = 10_000, soon = 5000, long = 30 * 60_000 } = waits
  const bucket = await openBucket(place, { stalled })
  const makers = new Map<string, string>()
  const weighed = new Map<string, Whole>()
  const sealed = new Set<string>()
  const prefixOf = (id: string) => `reels/${safeId(id)}/`
  const markerOf = (id: string) => `${prefixOf(id)}${MARKER}`
  const fetchedFolder = (id: string) => join(folder, '.fetched', safeId(id))

  async function read(id: string, patience = patienceOf(soon)): Promise<Whole | null> {
    const text = await bucket.text(markerOf(id), patience)
    return text === null ? null : readWhole(text)
  }

  /** Whose files a reel is made of; asked once, for it does not change while the reel can be watched. */
  async function makerOf(id: string): Promise<string | null> {
    const known = makers.get(id)
    if (known !== undefined) return known
    const whole = await read(id)
    if (whole === null) return null
    if (makers.size >= REMEMBERED) makers.delete(makers.keys().next().value!)
    makers.set(id, whole.by)
    return whole.by
  }

  /** An object of a reel, also where another maker’s files have become the reel since it was looked up. */
  async function object(id: string, path: string, whole: boolean, patience: Patience) {
    for (let tries = 0; tries < 2; tries += 1) {
      const remembered = makers.has(id)
      const by = await makerOf(id)
      const found = by === null ? null : await bucket.open(`${prefixOf(id)}${by}/${safePath(path)}`, whole, patience)
      if (found !== null || !remembered) return found
      makers.delete(id)
    }
    return null
  }

  /** Whether a reel lies in the folder, from before. */
  const isBefore = async (id: string): Promise<boolean> =>
    translated(async () =>
      stat(join(folder, safeId(id))).then(
        (about) => about.isDirectory(),
        (thrown: unknown) => {
          if (codeOf(thrown) === 'ENOENT') return false
          throw thrown
        },
      ),
    )

  const removeAll = async (prefix: string, patience: Patience): Promise<void> =>
    together(bucket.objects(prefix, patience), async ({ key }) => bucket.remove(key, patience))

  const store: ReelStore = {
    open: async (id, path, whole = true) =>
      (await isBefore(id)) ? before.open(id, path) : object(id, path, whole, patienceOf(soon)),
    make: async (id, by, signal) => {
      await read(id, patienceOf(long, signal)) // before hours of work: can it be kept at all?
      return before.make(id, by)
    },
    weigh: async (id, by, signal) => {
      const making = join(folder, '.making', `${safeId(id)}-${safeId(by)}`)
      const prefix = `${prefixOf(id)}${by}/`
      const patience = patienceOf(long, signal)
      const sizes = new Map<string, number>()
      await removeAll(prefix, patience)
      await together(await filesIn(making), async (path) => {
        const key = `${prefix}${safePath(path)}`
        sizes.set(key, await translated(() => bucket.putFile(key, join(making, path), patience)))
      })
      const whole = { by, files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
      for await (const { key, size } of bucket.objects(prefix, patience)) if (sizes.get(key) === size) sizes.delete(key)
      const missing = [...sizes.keys()][0]
      if (missing !== undefined) throw asHouseError(new S3Fault(`PUT ${missing}`, { code: 'not kept', again: false }))
      weighed.set(`${id}/${by}`, whole)
      return whole.bytes
    },
    seal: async (id, by) => {
      const whole = weighed.get(`${id}/${by}`)
      if (whole === undefined) {
        if ((await read(id))?.by !== by) throw new Error('what is sealed was weighed first')
      } else await bucket.put(markerOf(id), Buffer.from(`${JSON.stringify(whole)}\n`), patienceOf(soon))
      sealed.add(`${id}/${by}`)
    },
    take: async (id, by) => {
      if (!sealed.has(`${id}/${by}`)) throw new Error('what is taken was sealed first')
      makers.delete(id)
    },
    drop: async (id, by) => {
      await before.drop(id, by)
      weighed.delete(`${id}/${by}`)
      sealed.delete(`${id}/${by}`)
      try {
        if ((await read(id))?.by !== by) await removeAll(`${prefixOf(id)}${safeId(by)}/`, patienceOf(soon))
      } catch (thrown) {
        if (!isHouseError(thrown) || thrown.code !== 'films-down') throw thrown
        // What cannot be deleted now is found when films are tidied.
      }
    },
    remove: async (id, signal) => {
      await before.remove(id)
      await translated(() => rm(fetchedFolder(id), { recursive: true, force: true }))
      const patience = patienceOf(soon, signal)
      await bucket.remove(markerOf(id), patience) // first: it is not whole from now on
      makers.delete(id)
      await removeAll(prefixOf(id), patience)
    },
    lying: async () => {
      const patience = patienceOf(soon)
      const { reels, making } = await before.lying()
      const ids = (await bucket.below('reels/', patience)).folders.filter((id) => ID.test(id))
      await together(ids, async (id) => {
        const { objects, folders } = await bucket.below(prefixOf(id), patience)
        const whole = objects.includes(MARKER) ? await read(id) : null
        if (whole !== null) reels.push(id)
        for (const by of folders) {
          if (by === whole?.by || !ID.test(by) || making.some((one) => one.reelId === id && one.by === by)) continue
          making.push({ reelId: id, by })
        }
      })
      return { reels, making }
    },
    folder: async (id) => ((await isBefore(id)) ? before.folder(id) : fetchedFolder(id)),
    fetch: async (id, paths, signal) => {
      if (await isBefore(id)) return
      const to = fetchedFolder(id)
      await translated(async () => {
        await mkdir(to, { recursive: true })
        await utimes(to, new Date(), new Date())
        await forgetFetched(dirname(to))
      })
      const patience = patienceOf(long, signal)
      await together(paths, async (path) => translated(() => fetched(path, join(to, safePath(path)), patience, id)))
    },
    reach: async () => void (await bucket.below('reels/', patienceOf(soon))),
  }
  return store

  async function fetched(path: string, file: string, patience: Patience, id: string): Promise<void> {
    if ((await stat(file).catch(() => null)) !== null) return
    await mkdir(dirname(file), { recursive: true })
    const found = await object(id, path, true, patience)
    if (found === null)
      throw asHouseError(new S3Fault(`GET ${prefixOf(id)}…/${path}`, { status: 404, code: 'gone', again: false }))
    // Another trace may fetch it too: each writes beside it, and whoever is last has written the same.
    const beside = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`
    try {
      await pipeline(found.stream(), createWriteStream(beside), ...(patience.signal ? [{ signal: patience.signal }] : []))
      await rename(beside, file)
    } catch (thrown) {
      await rm(beside, { force: true }).catch(() => {})
      throw asHouseError(thrown)
    }
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

/** The files below a folder, by their paths in it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await translated(() => readdir(folder, { recursive: true, withFileTypes: true }))
  return entries.flatMap((entry) =>
    entry.isFile() ? relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/') : [],
  )
}

/** Deletes what was fetched and has not been asked for since. */
async function forgetFetched(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const about = await stat(join(folder, name)).catch(() => null)
    if (about !== null && Date.now() - about.mtimeMs > KEPT) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Does something with each of many, some at once; the first that fails ends it, once those under way are over. */
async function together<T>(all: Iterable<T> | AsyncIterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]()
  let failed = false
  let next = Promise.resolve() as Promise<unknown>
  const turn = async (): Promise<void> => {
    while (!failed) {
      // One asks for the next at a time.
      const asked = (next = next.then(() => waiting.next()))
      const { done, value } = (await asked) as IteratorResult<T, undefined>
      if (done === true) return
      await work(value as T)
    }
  }
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      turn().catch((thrown: unknown) => {
        failed = true
        throw thrown
      }),
    ),
  )
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected !== undefined) throw rejected.reason
}
