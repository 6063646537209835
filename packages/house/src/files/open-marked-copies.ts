import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, translated } from './disk-faults.ts'
import type { MarkedCopyFolder } from './film-files.ts'
import { safeId } from './film-paths.ts'

const MADE = /^([0-9a-z]{1,64})\.mp4$/
const MAKING = /^([0-9a-z]{1,64})-([0-9a-z]{1,64})\.part\.mp4$/

/** Copies to keep, a file each: `ID.mp4`, and `ID-BY.part.mp4` while somebody makes it. */
export async function openMarkedCopies(folder: string): Promise<MarkedCopyFolder> {
  await translated(() => mkdir(folder, { recursive: true, mode: 0o700 }))
  const made = (id: string): string => join(folder, `${safeId(id)}.mp4`)
  const part = (id: string, by: string): string => join(folder, `${safeId(id)}-${safeId(by)}.part.mp4`)
  return {
    making: part,
    weigh: (id, by) =>
      translated(async () => {
        const file = await open(part(id, by), 'r+')
        try {
          await file.datasync()
          return (await file.stat()).size
        } finally {
          await file.close()
        }
      }),
    seal: () => Promise.resolve(), // it is on the same disk
    take: (id, by) =>
      translated(async () => {
        try {
          await rename(part(id, by), made(id))
        } catch (thrown) {
          if (codeOf(thrown) !== 'ENOENT') throw thrown
          await access(made(id)) // taken already
        }
      }),
    drop: (id, by) => translated(() => rm(part(id, by), { force: true })),
    remove: (id) => translated(() => rm(made(id), { force: true })),
    open: (id) =>
      translated(async () => {
        const about = await stat(made(id)).catch((thrown: unknown) => {
          if (codeOf(thrown) === 'ENOENT') return null
          throw thrown
        })
        if (about === null) return null
        return { size: about.size, stream: (start = 0, end = about.size - 1) => createReadStream(made(id), { start, end: Math.max(start, end) }) } // prettier-ignore
      }),
    lying: () =>
      translated(async () => {
        const names = await readdir(folder)
        return {
          made: names.flatMap((name) => MADE.exec(name)?.[1] ?? []),
          making: names.flatMap((name) => {
            const [, id, by] = MAKING.exec(name) ?? []
            return id === undefined || by === undefined ? [] : [{ id, by }]
          }),
        }
      }),
  }
}
