import { access, rename } from 'node:fs/promises'
import { join, parse } from 'node:path'

/** Moves a file into a folder under its own name, or one with a number: nothing that was put away before is written over. Answers the name; null when another server was quicker. */
export async function putAway(path: string, folder: string, name: string): Promise<string | null> {
  const { name: stem, ext } = parse(name)
  for (let n = 1; ; n++) {
    const called = n === 1 ? name : `${stem}-${n}${ext}`
    const taken = await access(join(folder, called)).then(() => true, () => false) // prettier-ignore
    if (taken) continue
    return rename(path, join(folder, called)).then(
      () => called,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        return null
      },
    )
  }
}
