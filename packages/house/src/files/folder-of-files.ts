import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, translated } from './disk-faults.ts'
import type { MasterFolder } from './film-files.ts'
import { ID, safeId } from './film-paths.ts'

/** A folder with a file for each id, on the disk that they come from: one is moved in whole, and moving it twice is moving it once. */
export async function folderOfFiles(folder: string, mode?: number): Promise<MasterFolder> {
  await translated(() => mkdir(folder, { recursive: true, mode }))
  const path = (id: string) => join(folder, safeId(id))
  return {
    path,
    take: (id, from) =>
      translated(async () => {
        try {
          await rename(from, path(id))
        } catch (thrown) {
          if (codeOf(thrown) !== 'ENOENT') throw thrown
          await access(path(id)) // moved already
        }
      }),
    remove: (id) => translated(() => rm(path(id), { force: true })),
    lying: () => translated(async () => (await readdir(folder)).filter((name) => ID.test(name))),
  }
}
