/**
 * Masters, copies that are traced, and copies to keep, in a bucket: `KIND/ID/…`, in pieces. Each comes from the disk of the machine that has it and is
 * fetched to that of the machine that works on it. What lay in the folder before there was a bucket is read from there.
 */
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { isHouseError } from '../errors.ts'
import { translated } from './disk-faults.ts'
import type { MarkedCopyFolder, MasterFolder } from './film-files.ts'
import { ID, safeId } from './film-paths.ts'
import { openMarkedCopies } from './open-marked-copies.ts'
import type { Bucket } from './s3/bucket.ts'
import { patienceOf } from './s3/patience.ts'
import {
  fetchPieces,
  findPieces,
  PIECE,
  removePieces,
  sendPieces,
  settlePieces,
  streamPieces,
  type WholeFile,
} from './s3/pieces.ts'

export interface FileWaits {
  soon?: number
  long?: number
  /** Bytes of a piece, for tests. */
  piece?: number
}

/** Milliseconds after which a fetched file is deleted that a process left which died at work. */
const KEPT = 24 * 3_600_000
const SENT_BY = 'handed'

/** @param before the folder of this machine: what lies there from before, and `.fetched/` for what is worked on */
export function filesInS3(bucket: Bucket, kind: 'masters' | 'copies', folder: string, before: MasterFolder, waits: FileWaits = {}): MasterFolder {
  const { soon = 5000, long = 30 * 60_000, piece = PIECE } = waits
  const prefixOf = (id: string) => `${kind}/${safeId(id)}/`
  const fetchedPath = (id: string) => join(folder, '.fetched', safeId(id))
  const carried = new Set<string>()
  /** How many work with a fetched file at this moment, and what is being deleted. */
  const using = new Map<string, number>()
  const going = new Map<string, Promise<void>>()
  const find: MasterFolder['find'] = async (id) => {
    const lies = await before.find(id)
    if (lies !== null) return lies
    const whole = await findPieces(bucket, prefixOf(id), patienceOf(soon))
    return whole === null ? null : { size: whole.size, checksum: whole.checksum, at: whole.at, path: null }
  }
  return {
    find,
    carry: async (id, from, signal) => {
      if ((await find(id)) === null) {
        const whole = await sendPieces(bucket, prefixOf(id), SENT_BY, from, patienceOf(long, signal), piece)
        await settlePieces(bucket, prefixOf(id), whole, patienceOf(soon))
      }
      carried.add(id)
    },
    take: (id) => (carried.has(id) ? Promise.resolve() : Promise.reject(new Error('what is taken was carried first'))),
    letGo: async (id, from) => {
      carried.delete(id)
      // Not what lies in the folder itself, from before.
      if ((await before.find(id)) === null) await translated(() => rm(from, { force: true }))
    },
    fetch: async (id, signal) => {
      using.set(id, (using.get(id) ?? 0) + 1)
      await going.get(id)
      const lies = await before.find(id)
      if (lies !== null) return lies.path
      const to = fetchedPath(id)
      await forgetFetched(join(folder, '.fetched'), using)
      const whole = await findPieces(bucket, prefixOf(id), patienceOf(long, signal))
      if (whole === null) return null
      const here = await stat(to).catch(() => null)
      if (here?.size === whole.size) await translated(() => utimes(to, new Date(), new Date()))
      else await fetchPieces(bucket, prefixOf(id), whole, to, patienceOf(long, signal))
      return to
    },
    done: async (id) => {
      const others = (using.get(id) ?? 1) - 1
      if (others > 0) return void using.set(id, others)
      using.delete(id)
      const gone = translated(() => rm(fetchedPath(id), { force: true })).finally(() => going.delete(id))
      going.set(id, gone.catch(() => {}))
      await gone
    },
    remove: async (id) => {
      await before.remove(id)
      await translated(() => rm(fetchedPath(id), { force: true }))
      await removePieces(bucket, prefixOf(id), patienceOf(soon))
    },
    lying: async () => {
      await forgetFetched(join(folder, '.fetched'), using) // what lies is asked for again and again, also on a machine that fetches nothing more
      const { folders } = await bucket.below(`${kind}/`, patienceOf(soon))
      return [...new Set([...(await before.lying()), ...folders.filter((id) => ID.test(id))])]
    },
  }
} // prettier-ignore

/** Deletes what was fetched and is left; not what this process works with, however long that takes. */
async function forgetFetched(folder: string, using: ReadonlyMap<string, number>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const about = using.has(name) ? null : await stat(join(folder, name)).catch(() => null)
    if (about !== null && Date.now() - about.mtimeMs > KEPT) await rm(join(folder, name), { force: true })
  }
}

/** Copies to keep: made in the folder of a machine, kept at `marked/ID/BY/…`, and read as they are sent. */
export async function markedCopiesInS3(bucket: Bucket, folder: string, waits: FileWaits = {}): Promise<MarkedCopyFolder> {
  const { soon = 5000, long = 30 * 60_000, piece = PIECE } = waits
  const before = await openMarkedCopies(folder)
  const prefixOf = (id: string) => `marked/${safeId(id)}/`
  const weighed = new Map<string, WholeFile>()
  const sealed = new Set<string>()
  return {
    making: before.making,
    weigh: async (id, by, signal) => {
      await before.weigh(id, by)
      const patience = patienceOf(long, signal)
      // Another try of the same worker may have left pieces of other bytes.
      for await (const { key } of bucket.objects(`${prefixOf(id)}${safeId(by)}/`, patience)) await bucket.remove(key, patience)
      const whole = await sendPieces(bucket, prefixOf(id), safeId(by), before.making(id, by), patience, piece)
      weighed.set(`${id}/${by}`, whole)
      return whole.size
    },
    seal: async (id, by) => {
      const whole = weighed.get(`${id}/${by}`)
      if (whole !== undefined) await settlePieces(bucket, prefixOf(id), { ...whole, at: Date.now() }, patienceOf(soon))
      else if ((await findPieces(bucket, prefixOf(id), patienceOf(soon)))?.by !== by) throw new Error('what is sealed was weighed first')
      sealed.add(`${id}/${by}`)
    },
    take: (id, by) => (sealed.has(`${id}/${by}`) ? Promise.resolve() : Promise.reject(new Error('what is taken was sealed first'))),
    drop: async (id, by) => {
      await before.drop(id, by)
      weighed.delete(`${id}/${by}`)
      sealed.delete(`${id}/${by}`)
      try {
        const patience = patienceOf(soon)
        if ((await findPieces(bucket, prefixOf(id), patience))?.by === by) return
        for await (const { key } of bucket.objects(`${prefixOf(id)}${safeId(by)}/`, patience)) await bucket.remove(key, patience)
      } catch (thrown) {
        if (!isHouseError(thrown) || thrown.code !== 'films-down') throw thrown
        // What cannot be deleted now is found when copies are tidied.
      }
    },
    remove: async (id) => {
      await before.remove(id)
      await removePieces(bucket, prefixOf(id), patienceOf(soon))
    },
    open: async (id) => {
      const lies = await before.open(id)
      if (lies !== null) return lies
      const whole = await findPieces(bucket, prefixOf(id), patienceOf(soon))
      if (whole === null) return null
      return { size: whole.size, stream: (from = 0, to = whole.size - 1) => streamPieces(bucket, prefixOf(id), whole, () => patienceOf(soon), from, to) }
    },
    lying: async () => {
      const { made, making } = await before.lying()
      const patience = patienceOf(soon)
      for (const id of (await bucket.below('marked/', patience)).folders.filter((name) => ID.test(name))) {
        const { folders } = await bucket.below(prefixOf(id), patience)
        const whole = await findPieces(bucket, prefixOf(id), patience)
        if (whole !== null) made.push(id)
        for (const by of folders) if (by !== whole?.by && ID.test(by) && !making.some((one) => one.id === id && one.by === by)) making.push({ id, by })
      }
      return { made, making }
    },
  }
} // prettier-ignore
