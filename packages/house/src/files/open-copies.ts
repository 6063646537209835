import { stat } from 'node:fs/promises'
import { translated } from './disk-faults.ts'
import type { CopyFolder } from './film-files.ts'
import { folderOfFiles } from './folder-of-files.ts'

/** Copies that turned up and are to be traced, a file each, in a folder on the disk of the uploads. */
export async function openCopies(folder: string): Promise<CopyFolder> {
  const { path, take, remove, lying } = await folderOfFiles(folder, 0o700)
  return {
    path,
    take,
    remove,
    before: (moment) =>
      translated(async () => {
        const ids = await lying()
        const cameAt = await Promise.all(ids.map(async (id) => (await stat(path(id)).catch(() => null))?.ctimeMs ?? Infinity)) // prettier-ignore
        return ids.filter((_, n) => cameAt[n]! < moment.getTime())
      }),
  }
}
