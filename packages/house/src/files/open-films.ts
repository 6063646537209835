import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, translated } from './disk-faults.ts'
import type { FilmFiles } from './film-files.ts'
import { openCopies } from './open-copies.ts'
import { openMarkedCopies } from './open-marked-copies.ts'

/** A segment of the picture is read at once, or in few pieces: half of what serving it costs is asking for the next piece. */
const PIECE = 256 * 1024

/**
 * Films in folders: `reels/ID/…`, `reels/.making/ID-BY/…` for those being made, one for each who makes it, `masters/ID`. All on one disk, so that what was made
 * or came in appears whole, in one step.
 *
 * @throws HouseError `disk-full`, `files-down`
 * @example
 * const films = await openFilms({ reels: './data/reels', masters: './data/masters' })
 * const found = await films.reels.open(id, reelPaths.poster)
 */
export async function openFilms(folders: {
  reels: string
  masters: string
  copies?: string
  marked?: string
}): Promise<FilmFiles> {
  const making = join(folders.reels, '.making')
  await translated(() => mkdir(making, { recursive: true }))
  await translated(() => mkdir(folders.masters, { recursive: true }))
  const reelFolder = (id: string) => join(folders.reels, safeId(id))
  const makingFolder = (id: string, by: string) => join(making, `${safeId(id)}-${safeId(by)}`)
  const masterPath = (id: string) => join(folders.masters, safeId(id))
  return {
    reels: {
      open: (id, path) =>
        translated(async () => {
          const file = join(reelFolder(id), safePath(path))
          const about = await stat(file).catch(absent)
          if (about === null || !about.isFile()) return null
          return {
            size: about.size,
            stream: (start = 0, end = about.size - 1) =>
              createReadStream(file, { start, end: Math.max(start, end), highWaterMark: PIECE }),
          }
        }),
      write: (id, path, bytes) =>
        translated(async () => {
          const file = join(reelFolder(id), safePath(path))
          await mkdir(dirname(file), { recursive: true })
          const beside = await open(`${file}.new`, 'w')
          try {
            await beside.writeFile(bytes)
            await beside.sync()
          } finally {
            await beside.close()
          }
          await rename(`${file}.new`, file)
        }),
      make: (id, by) =>
        translated(async () => {
          await rm(makingFolder(id, by), { recursive: true, force: true })
          await mkdir(makingFolder(id, by))
          return makingFolder(id, by)
        }),
      weigh: (id, by) => translated(() => settledBytes(makingFolder(id, by))),
      take: (id, by) =>
        translated(async () => {
          if ((await stat(makingFolder(id, by)).catch(absent)) === null) return access(reelFolder(id)) // taken already
          await rm(reelFolder(id), { recursive: true, force: true })
          await rename(makingFolder(id, by), reelFolder(id))
        }),
      drop: (id, by) => translated(() => rm(makingFolder(id, by), { recursive: true, force: true })),
      remove: (id) => translated(() => rm(reelFolder(id), { recursive: true, force: true })),
      lying: () =>
        translated(async () => ({
          making: (await readdir(making)).flatMap((name) => {
            const [reelId = '', by = '', ...more] = name.split('-')
            return more.length === 0 && ID.test(reelId) && ID.test(by) ? [{ reelId, by }] : []
          }),
          reels: (await readdir(folders.reels)).filter((name) => ID.test(name)),
        })),
      folder: reelFolder,
    },
    masters: {
      path: masterPath,
      take: (id, from) =>
        translated(async () => {
          try {
            await rename(from, masterPath(id))
          } catch (thrown) {
            if (codeOf(thrown) !== 'ENOENT') throw thrown
            await access(masterPath(id)) // moved already
          }
        }),
      remove: (id) => translated(() => rm(masterPath(id), { force: true })),
      lying: () => translated(async () => (await readdir(folders.masters)).filter((name) => ID.test(name))),
    },
    copies: await openCopies(folders.copies ?? join(dirname(folders.masters), 'copies')),
    marked: await openMarkedCopies(folders.marked ?? join(dirname(folders.masters), 'marked')),
  }
}

const ID = /^[0-9a-z]{1,64}$/

/** Ids are ours (ids.ts), and still: nothing else is ever the name of a folder. */
function safeId(id: string): string {
  if (!ID.test(id)) throw new Error('not an id of a film')
  return id
}

function safePath(path: string): string {
  if (!/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){0,4}$/i.test(path)) throw new Error('not a path in a reel')
  return path
}

const absent = (thrown: unknown): null => {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown))) return null
  throw thrown
}

/** All bytes of a folder, once every one of them is on the disk. */
async function settledBytes(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = await open(join(entry.parentPath, entry.name), 'r+')
    try {
      bytes += (await file.stat()).size
      await file.datasync()
    } finally {
      await file.close()
    }
  }
  return bytes
}
