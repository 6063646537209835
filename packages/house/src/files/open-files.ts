import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { sha256 } from '../canonical.ts'
import { codeOf, isFull, translated } from './disk-faults.ts'
import type { FileStore, KeptPieces } from './file-store.ts'

/** Milliseconds for which bytes stay that nobody names. */
const FRESH = 10 * 60_000
/** Bytes that are read at once of a file that goes out in pieces. */
const PIECE = 256 * 1024
/** Milliseconds after which what is half written was left by a program that is gone: nothing is written for a day. */
const LEFT = 86_400_000

/**
 * A folder of files: `objects/ab/abcd…` named by content, `renditions/ab/…` for what can be made again, `tmp/` for what is
 * being written. A file appears under its name only when it is whole and on the disk.
 *
 * @throws HouseError `disk-full`, `files-down`
 * @example
 * const files = await openFiles('./data/files')
 * await files.get(await files.put(bytes)) // bytes
 */
export async function openFiles(folder: string, left = LEFT): Promise<FileStore> {
  await translated(() => mkdir(join(folder, 'tmp'), { recursive: true }))
  await clear(join(folder, 'tmp'), left)
  const objectPath = (name: string) => join(folder, 'objects', name.slice(0, 2), name)
  const cachePath = (name: string) => join(folder, 'renditions', name.slice(0, 2), name)

  const write = (path: string, bytes: Uint8Array, durable: boolean) =>
    writeAside(async (file) => (await file.writeFile(bytes), path), durable)

  /** @param fill writes it and says where it belongs */
  async function writeAside(fill: (file: FileHandle) => Promise<string>, durable: boolean): Promise<void> {
    const temporary = join(folder, 'tmp', randomBytes(12).toString('hex'))
    try {
      const file = await open(temporary, 'wx')
      let path: string
      try {
        path = await fill(file)
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
        if (kept === null || kept.length !== bytes.length || sha256(kept) !== name || !(await touched(path)))
          await write(path, bytes, true)
        return name
      }),
    putPieces: (pieces) =>
      translated(async () => {
        let name = ''
        // Its name is known at the end. Where the same is kept already, it is written over with itself, and counts as put now.
        await writeAside(async (file) => {
          const hash = createHash('sha256')
          for await (const piece of pieces) {
            hash.update(piece)
            await file.appendFile(piece)
          }
          return objectPath((name = hash.digest('hex')))
        }, true)
        return name
      }),
    get: (name) => translated(async () => (/^[0-9a-f]{64}$/.test(name) ? read(objectPath(name)) : null)),
    getPieces: (name) => translated(async () => (/^[0-9a-f]{64}$/.test(name) ? readPieces(objectPath(name)) : null)),
    remove: (name) =>
      translated(async () => {
        if (!/^[0-9a-f]{64}$/.test(name)) return
        const aside = join(folder, 'tmp', randomBytes(12).toString('hex'))
        // Taken aside first, so that nobody can touch it between the look and the end: who puts it meanwhile writes it anew.
        if (!(await moved(objectPath(name), aside))) return
        if (Date.now() - (await stat(aside)).mtimeMs < FRESH) await rename(aside, objectPath(name))
        else await rm(aside)
      }),
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

/** Removes what nobody has written to, or moved here, for so long (files know parts of milliseconds, the clock does not). One that cannot be removed is in nobody’s way. */
async function clear(folder: string, left: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && Date.now() - Math.floor(Math.max(found.mtimeMs, found.ctimeMs)) >= left)
      await rm(path, { force: true }).catch(() => {})
  }
}

/** Says of a file that it was wanted now; false when it is gone. */
const touched = (path: string): Promise<boolean> => there(utimes(path, new Date(), new Date()))
const moved = (from: string, to: string): Promise<boolean> => there(rename(from, to))

const there = async (done: Promise<void>): Promise<boolean> => (await ifThere(done.then(() => true))) ?? false
const read = (path: string): Promise<Uint8Array | null> => ifThere(readFile(path))

/** What is asked of a file; null when it is gone. */
async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null
    throw thrown
  }
}

/** Opened at once: what is removed meanwhile is read to its end all the same. */
async function readPieces(path: string): Promise<KeptPieces | null> {
  const file = await ifThere(open(path))
  if (file === null) return null
  try {
    const { size } = await file.stat()
    return { size, stream: Readable.toWeb(file.createReadStream({ highWaterMark: PIECE })) as ReadableStream<Uint8Array> }
  } catch (thrown) {
    await file.close()
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
