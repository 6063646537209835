import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, translated } from './disk-faults.ts'
import type { MasterFolder } from './film-files.ts'
import { ID, safeId } from './film-paths.ts'

/** A folder with a file for each id, on the disk that they come from: one is moved in whole, and moving it twice is moving it once. */
export async function folderOfFiles(folder: string, mode?: number): Promise<MasterFolder> {
  await translated(() => mkdir(folder, { recursive: true, mode }))
  const path = (id: string) => join(folder, safeId(id))
  const find: MasterFolder['find'] = (id) =>
    translated(async () => {
      const about = await stat(path(id)).catch((thrown: unknown) => {
        if (codeOf(thrown) === 'ENOENT') return null
        throw thrown
      })
      return about === null ? null : { size: about.size, at: about.ctimeMs, path: path(id), checksum: null }
    })
  return {
    find,
    carry: () => Promise.resolve(), // it is on the same disk
    take: (id, from) =>
      translated(async () => {
        try {
          await rename(from, path(id))
        } catch (thrown) {
          if (codeOf(thrown) !== 'ENOENT') throw thrown
          await access(path(id)) // moved already
        }
      }),
    letGo: () => Promise.resolve(), // it was moved
    fetch: async (id) => (await find(id))?.path ?? null,
    done: () => Promise.resolve(), // it lies where it is kept
    remove: (id) => translated(() => rm(path(id), { force: true })),
    lying: () => translated(async () => (await readdir(folder)).filter((name) => ID.test(name))),
  }
}
