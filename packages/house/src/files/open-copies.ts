import type { CopyFolder, MasterFolder } from './film-files.ts'

/** Copies that turned up and are to be traced, a file each, wherever such files are kept. */
export function copiesAmong({ lying, ...files }: MasterFolder): CopyFolder {
  return {
    ...files,
    async before(moment) {
      const ids = await lying()
      const found = await Promise.all(ids.map((id) => files.find(id)))
      // Of what is no file yet nobody knows how old it is: whoever sends it goes on.
      return ids.filter((_, n) => (found[n]?.at ?? Infinity) < moment.getTime())
    },
  }
}
