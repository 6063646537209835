/** Files of reels that were fetched to this machine, for a program that reads many of them: they stay for a day after they were last asked for. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { translated } from '../disk-faults.ts'
import { safeId, safePath } from '../film-paths.ts'
import { asHouseError, S3Fault } from './fault.ts'
import type { Patience } from './patience.ts'
import type { ReelObjects } from './reel-objects.ts'
import { together } from './together.ts'

/** Milliseconds after which fetched files that nobody read are deleted. */
const KEPT = 24 * 3_600_000

/** @param folder below which they lie, each reel in a folder of its own */
export function fetchedReels(objects: ReelObjects, folder: string) {
  const folderOf = (id: string): string => join(folder, safeId(id))

  async function fetchOne(id: string, path: string, patience: Patience): Promise<void> {
    const file = join(folderOf(id), safePath(path))
    if ((await stat(file).catch(() => null)) !== null) return
    await mkdir(dirname(file), { recursive: true })
    const found = await objects.open(id, path, true, patience)
    if (found === null) throw asHouseError(new S3Fault(`GET reels/${id}/…/${path}`, { status: 404, code: 'gone', again: false }))
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
  return {
    folderOf,
    async fetch(id: string, paths: readonly string[], patience: Patience): Promise<void> {
      await translated(async () => {
        await mkdir(folderOf(id), { recursive: true })
        await utimes(folderOf(id), new Date(), new Date())
        await forgetOld(folder)
      })
      await together(paths, async (path) => translated(() => fetchOne(id, path, patience)))
    },
    remove: async (id: string): Promise<void> => translated(() => rm(folderOf(id), { recursive: true, force: true })),
  }
}

/** Deletes what was fetched and has not been asked for since. */
async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const about = await stat(join(folder, name)).catch(() => null)
    if (about !== null && Date.now() - about.mtimeMs > KEPT) await rm(join(folder, name), { recursive: true, force: true })
  }
}
