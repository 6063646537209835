import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../canonical.ts'
import { HouseError } from '../errors.ts'
import type { FileStore } from './file-store.ts'

/**
 * A folder of files: `objects/ab/abcd…` named by content, `renditions/ab/…` for what can be made again, `tmp/` for what is
 * being written. A file appears under its name only when it is whole and on the disk.
 *
 * @throws HouseError `disk-full`, `files-down`
 * @example
 * const files = await openFiles('./data/files')
 * await files.get(await files.put(bytes)) // bytes
 */
export async function openFiles(folder: string): Promise<FileStore> {
  await translated(() => mkdir(join(folder, 'tmp'), { recursive: true }))
  const objectPath = (name: string) => join(folder, 'objects', name.slice(0, 2), name)
  const cachePath = (name: string) => join(folder, 'renditions', name.slice(0, 2), name)

  async function write(path: string, bytes: Uint8Array, durable: boolean): Promise<void> {
    const temporary = join(folder, 'tmp', randomBytes(12).toString('hex'))
    try {
      const file = await open(temporary, 'wx')
      try {
        await file.writeFile(bytes)
        if (durable) await file.sync()
      } finally {
        await file.close()
      }
      await mkdir(dirname(path), { recursive: true })
      await rename(temporary, path)
      if (durable) await syncFolder(dirname(path))
    } catch (thrown) {
      await rm(temporary, { force: true }).catch(() => {})
      throw thrown
    }
  }

  return {
    put: (bytes) =>
      translated(async () => {
        const name = sha256(bytes)
        const path = objectPath(name)
        const kept = await read(path)
        // A file that was damaged on the disk is put right by the same bytes coming again.
        if (kept === null || kept.length !== bytes.length || sha256(kept) !== name) await write(path, bytes, true)
        return name
      }),
    get: (name) => translated(async () => (/^[0-9a-f]{64}$/.test(name) ? read(objectPath(name)) : null)),
    cache: (name, bytes) => translated(() => write(cachePath(safe(name)), bytes, false)),
    cached: (name) => translated(() => read(cachePath(safe(name)))),
    async state() {
      const probe = join(folder, 'tmp', `probe-${randomBytes(6).toString('hex')}`)
      try {
        const file = await open(probe, 'wx')
        try {
          await file.writeFile(Buffer.alloc(4096))
        } finally {
          await file.close()
        }
        return 'up'
      } catch (thrown) {
        return isFull(thrown) ? 'full' : 'down'
      } finally {
        await rm(probe, { force: true }).catch(() => {})
      }
    },
  }
}

function safe(name: string): string {
  if (!/^[a-zA-Z0-9_-][a-zA-Z0-9._-]*$/.test(name)) throw new Error('not a name for a cached file')
  return name
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null
    throw thrown
  }
}

/** So that the name itself survives a power cut, not only the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const codeOf = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '')
const isFull = (thrown: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(thrown))

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (isFull(thrown)) throw new HouseError('disk-full', {}, thrown)
    if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'ENOENT', 'EMFILE', 'ENFILE', 'ESTALE'].includes(codeOf(thrown)))
      throw new HouseError('files-down', {}, thrown)
    throw thrown
  }
}
