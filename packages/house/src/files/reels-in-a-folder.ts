import { closeSync, createReadStream, fstatSync, open as openByPath } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf, translated } from './disk-faults.ts'
import type { ReelFile, ReelStore } from './film-files.ts'
import { ID, safeId, safePath } from './film-paths.ts'
import { pourFile } from './pour-file.ts'

const opened = promisify(openByPath)

/** Reels in a folder: `ID/…`, `.making/ID-BY/…` for those being made, one for each who makes it. What was made appears whole, in one step. */
export async function reelsInFolder(folder: string): Promise<ReelStore> {
  const making = join(folder, '.making')
  await translated(() => mkdir(making, { recursive: true }))
  const reelFolder = (id: string) => join(folder, safeId(id))
  const makingFolder = (id: string, by: string) => join(making, `${safeId(id)}-${safeId(by)}`)
  return {
    open: (id, path) => translated(() => openFile(join(reelFolder(id), safePath(path)))),
    make: (id, by) =>
      translated(async () => {
        await rm(makingFolder(id, by), { recursive: true, force: true })
        await mkdir(makingFolder(id, by))
        return makingFolder(id, by)
      }),
    weigh: (id, by) => translated(() => settledBytes(makingFolder(id, by))),
    seal: () => Promise.resolve(), // it is on the same disk
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
        reels: (await readdir(folder)).filter((name) => ID.test(name)),
      })),
    folder: (id) => Promise.resolve(reelFolder(id)),
    fetch: () => Promise.resolve(),
    reach: () => translated(() => access(folder)),
  }
}

/**
 * Half of what a segment costs is asking the system for its file: each question that another thread is asked takes longer than its answer. Opening and
 * reading may wait for a disk and are asked so; how large an open file is, and to let go of it, the system answers from memory.
 */
async function openFile(path: string): Promise<ReelFile | null> {
  const fd = await opened(path, 'r').catch(absent)
  if (fd === null) return null
  const about = fstatSync(fd)
  let ours = true
  const close = (): void => {
    if (ours) closeSync(fd)
    ours = false
  }
  if (!about.isFile()) {
    close()
    return null
  }
  return {
    size: about.size,
    close,
    stream(start = 0, end = about.size - 1) {
      const range = { start, end: Math.max(start, end) }
      if (!ours) return createReadStream(path, range) // another part of it
      ours = false
      return createReadStream(path, { ...range, fd })
    },
    pour(into, from, to) {
      ours = false
      return pourFile(fd, into, from, to)
    },
  }
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
