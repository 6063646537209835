/**
 * Reels in a bucket of an S3. Whoever makes a reel makes it in a folder of their machine and uploads it below a name of its own, `reels/ID/BY/…`;
 * an S3 moves nothing, so what makes it the reel is one small object, `reels/ID/whole.json`, which says whose it is and is written last. Nobody
 * sees a reel of which anything is missing, and one worker never touches what another uploaded.
 */
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isHouseError } from '../errors.ts'
import { codeOf, translated } from './disk-faults.ts'
import type { ReelStore } from './film-files.ts'
import { safeId, safePath } from './film-paths.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import { type Bucket, openBucket } from './s3/bucket.ts'
import { asHouseError, S3Fault } from './s3/fault.ts'
import { fetchedReels } from './s3/fetched-reels.ts'
import { type Patience, patienceOf } from './s3/patience.ts'
import type { S3Place } from './s3/place.ts'
import { madeBelow, reelObjects, type Whole } from './s3/reel-objects.ts'
import { together } from './s3/together.ts'

export interface S3Waits {
  /** Milliseconds in which nothing moves, after which one request is given up. */
  stalled?: number
  /** For which an S3 that does not answer is asked again while somebody waits for it, and while a worker does, who has hours of work to lose. */
  soon?: number
  long?: number
}

/**
 * @param folder of this machine: where reels are made, where what a trace reads is fetched to (`.fetched/ID`), and where reels still lie that were
 *   kept there before there was an S3: they are served from there
 */
export async function reelsInS3(place: S3Place, folder: string, waits: S3Waits = {}): Promise<ReelStore> {
  const before = await reelsInFolder(folder)
  const { stalled = 10_000, soon = 5000, long = 30 * 60_000 } = waits
  const bucket = await openBucket(place, { stalled })
  const objects = reelObjects(bucket, () => patienceOf(soon))
  const fetched = fetchedReels(objects, join(folder, '.fetched'))
  /** What was made here, by reel and maker, until it is dropped. */
  const weighed = new Map<string, Whole>()
  const sealed = new Set<string>()

  return {
    open: async (id, path, whole = true) =>
      (await isFolder(join(folder, safeId(id)))) ? before.open(id, path) : objects.open(id, path, whole, patienceOf(soon)),
    make: async (id, by, signal) => {
      await objects.read(id, patienceOf(long, signal)) // before hours of work: can it be kept at all?
      return before.make(id, by)
    },
    weigh: async (id, by, signal) => {
      const patience = patienceOf(long, signal)
      await objects.removeMade(id, by, patience)
      const sizes = await upload(bucket, join(folder, '.making', `${safeId(id)}-${safeId(by)}`), madeBelow(id, by), patience)
      const whole = { by, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
      weighed.set(`${id}/${by}`, whole)
      return whole.bytes
    },
    seal: async (id, by) => {
      const whole = weighed.get(`${id}/${by}`)
      if (whole !== undefined) await objects.mark(id, whole, patienceOf(soon))
      else if ((await objects.read(id, patienceOf(soon)))?.by !== by) throw new Error('what is sealed was weighed first')
      sealed.add(`${id}/${by}`)
    },
    take: async (id, by) => {
      if (!sealed.has(`${id}/${by}`)) throw new Error('what is taken was sealed first')
      objects.forget(id)
    },
    drop: async (id, by) => {
      await before.drop(id, by)
      weighed.delete(`${id}/${by}`)
      sealed.delete(`${id}/${by}`)
      try {
        if ((await objects.read(id, patienceOf(soon)))?.by !== by) await objects.removeMade(id, by, patienceOf(soon))
      } catch (thrown) {
        if (!isHouseError(thrown) || thrown.code !== 'films-down') throw thrown
        // What cannot be deleted now is found when films are tidied.
      }
    },
    remove: async (id, signal) => {
      await before.remove(id)
      await fetched.remove(id)
      await objects.remove(id, patienceOf(soon, signal))
    },
    lying: async () => {
      const [here, there] = [await before.lying(), await objects.lying(patienceOf(soon))]
      const isHere = (one: { reelId: string; by: string }) => here.making.some(({ reelId, by }) => reelId === one.reelId && by === one.by) // prettier-ignore
      return { reels: [...here.reels, ...there.reels], making: [...here.making, ...there.making.filter((one) => !isHere(one))] }
    },
    folder: async (id) => ((await isFolder(join(folder, safeId(id)))) ? before.folder(id) : fetched.folderOf(id)),
    fetch: async (id, paths, signal) => {
      if (!(await isFolder(join(folder, safeId(id))))) await fetched.fetch(id, paths, patienceOf(long, signal))
    },
    reach: async () => objects.reach(patienceOf(soon)),
  }
}

/** Whether it lies there: a reel from before there was an S3. */
const isFolder = async (path: string): Promise<boolean> =>
  translated(async () =>
    stat(path).then(
      (about) => about.isDirectory(),
      (thrown: unknown) => {
        if (codeOf(thrown) === 'ENOENT') return false
        throw thrown
      },
    ),
  )

/** Uploads every file of a folder, holds what lies there then against what was sent, and answers the size of each. */
async function upload(bucket: Bucket, folder: string, prefix: string, patience: Patience): Promise<number[]> {
  const sizes = new Map<string, number>()
  await together(await filesIn(folder), async (path) => {
    const key = `${prefix}${safePath(path)}`
    sizes.set(key, await translated(() => bucket.putFile(key, join(folder, path), patience)))
  })
  const sent = [...sizes.values()]
  for await (const { key, size } of bucket.objects(prefix, patience)) if (sizes.get(key) === size) sizes.delete(key)
  const missing = [...sizes.keys()][0]
  if (missing !== undefined) throw asHouseError(new S3Fault(`PUT ${missing}`, { code: 'not kept', again: false }))
  return sent
}

/** The files below a folder, by their paths in it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await translated(() => readdir(folder, { recursive: true, withFileTypes: true }))
  return entries.flatMap((entry) =>
    entry.isFile() ? relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/') : [],
  )
}
