import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, translated } from './disk-faults.ts'
import type { CopyFolder } from './film-files.ts'

const ID = /^[0-9a-z]{1,64}$/

/** Copies that turned up and are to be traced, a file each, in a folder on the disk of the uploads. */
export async function openCopies(folder: string): Promise<CopyFolder> {
  await translated(() => mkdir(folder, { recursive: true, mode: 0o700 }))
  const path = (id: string): string => {
    if (!ID.test(id)) throw new Error('not an id of a copy')
    return join(folder, id)
  }
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
    before: (moment) =>
      translated(async () => {
        const names = (await readdir(folder)).filter((name) => ID.test(name))
        const cameAt = await Promise.all(names.map(async (name) => (await stat(path(name)).catch(() => null))?.ctimeMs ?? Infinity)) // prettier-ignore
        return names.filter((_, n) => cameAt[n]! < moment.getTime())
      }),
  }
}
