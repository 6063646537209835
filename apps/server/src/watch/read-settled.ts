import { constants, type Stats } from 'node:fs'
import { lstat, open } from 'node:fs/promises'

/** What tells one state of a file from another. */
export const looksOf = ({ ino, size, mtimeMs }: Pick<Stats, 'ino' | 'size' | 'mtimeMs'>): string => `${ino} ${size} ${mtimeMs}`

/**
 * Reads a file that looked so a moment ago. A link is not followed and a pipe not waited for; null when it has become another file,
 * or has changed while it was read.
 */
export async function readSettled(path: string, looks: string): Promise<Uint8Array | null> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return null
      throw error
    },
  )
  if (file === null) return null
  try {
    const before = await file.stat()
    if (!before.isFile() || looksOf(before) !== looks) return null
    const bytes = await file.readFile()
    return looksOf(await file.stat()) === looks ? bytes : null
  } finally {
    await file.close()
  }
}

/** Whether the file at this place still looks so. */
export const stillLooks = async (path: string, looks: string): Promise<boolean> => {
  const file = await lstat(path).catch(() => null)
  return file !== null && file.isFile() && looksOf(file) === looks
}
