/** Mail from a folder: every `.eml` in it is taken, then moved to `read/` or `refused/` beside it. */
import { lstat, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAIL_BYTES } from '@vitrine/messages/inbox'
import { putAway } from '../put-away.ts'
import type { ReadInbox } from './inbox.ts'

/** A file that was changed this short a time ago may still be written. */
const SETTLED = 2_000
const MOST = 200 // a round

/**
 * A message is moved when its row is committed. A server that is killed between the two finds the file again, and the house knows
 * the message: it is moved and nothing else.
 */
export function inboxFolder(folder: string, now: () => number = Date.now): ReadInbox {
  return async (take, signal) => {
    const names = (await readdir(folder)).filter((name) => /\.eml$/i.test(name)).toSorted()
    for (const put of ['read', 'refused']) await mkdir(join(folder, put), { recursive: true, mode: 0o700 })
    for (const name of names.slice(0, MOST)) {
      if (signal.aborted) return
      const path = join(folder, name)
      const file = await lstat(path).catch(() => null) // another server was quicker
      if (file === null || !file.isFile() || now() - file.mtimeMs < SETTLED) continue
      const outcome = await take({ name, size: file.size, bytes: file.size > MAIL_BYTES ? null : await readFile(path) })
      await putAway(path, join(folder, outcome === 'taken' ? 'read' : 'refused'), name)
    }
  }
}
