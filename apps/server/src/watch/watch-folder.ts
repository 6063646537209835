/** A folder in which other programs drop what is to come in: each file is laid beside the catalogue, then put away with a note. */
import type { Stats } from 'node:fs'
import { lstat, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, HouseError, isHouseError, SYSTEM } from '@vitrine/house'
import { errorText } from '@vitrine/messages/errors'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LOCALES, type Locale } from '@vitrine/messages'
import { findingMessage } from '@vitrine/messages/findings'
import { colon } from '@vitrine/messages/format'
import { watchNotes } from '@vitrine/messages/watched-folder'
import { putAway } from '../put-away.ts'
import { looksOf, readSettled, stillLooks } from './read-settled.ts'

/** A file that was changed this short a time ago may still be written. */
const SETTLED = 3_000
const MOST = 100 // a round
const LARGEST = 100 * 1024 * 1024
/** What other programs write beside a file until it is whole. */
const UNFINISHED = /^\.|~$|\.(?:part|partial|tmp|temp|crdownload|filepart|download|swp)$/i
/** Faults of the file. Any other is the house's: the file stays where it is and is tried again. */
const OF_THE_FILE = ['unsupported-file', 'unreadable-file', 'no-film-found', 'too-large', 'limit-reached', 'invalid-input']

/** A file that the house could not take because it is out of order is left alone for so long, then twice as long, at most an hour. */
const PATIENCE = 5_000
const MOST_PATIENCE = 3_600_000

interface Seen {
  looks: string
  /** By this machine's clock: the file's own may be that of another, and ahead. */
  since: number
  patience: number
  notBefore: number
}

/**
 * One look at the folder, to be repeated. A file is taken once it has been the same for a while and in two looks; it is moved when
 * its row is committed, so one that is found again after a crash is known and moved, nothing else. A file that the house fails at stays
 * and keeps nobody from the others; the failure is thrown at the end of the look.
 */
export function watchFolder(
  folder: string,
  now: () => number = Date.now,
): (house: House, options: { origin: string; signal: AbortSignal }) => Promise<void> {
  const seen = new Map<string, Seen>()

  /** Whether it has been as it is for long enough, and is due. */
  const isDue = (name: string, looks: string, mtime: number): boolean => {
    const before = seen.get(name)
    if (before?.looks !== looks) {
      seen.set(name, { looks, since: now(), patience: PATIENCE, notBefore: 0 })
      return false
    }
    return now() - Math.min(before.since, mtime) >= SETTLED && now() >= before.notBefore
  }

  const putOff = (name: string): void => {
    const file = seen.get(name)!
    file.notBefore = now() + file.patience
    file.patience = Math.min(2 * file.patience, MOST_PATIENCE)
  }

  return async (house, { origin, signal }) => {
    const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name)).toSorted()
    for (const put of ['done', 'failed']) await ownFolder(join(folder, put))
    for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name)
    const wrong: unknown[] = []
    let taken = 0
    for (const name of names) {
      if (signal.aborted || taken === MOST) break
      const path = join(folder, name)
      const file = await lstat(path).catch(() => null) // another server was quicker
      if (file === null || !file.isFile() || !isDue(name, looksOf(file), file.mtimeMs)) continue
      taken += 1
      try {
        const outcome = await receive(house, path, name, file, origin)
        // What has changed since it was read is another file: it stays, and is looked at anew.
        if (outcome === null || !(await stillLooks(path, looksOf(file)))) continue
        await putWithNote(path, join(folder, outcome.good ? 'done' : 'failed'), name, outcome.note)
        seen.delete(name)
      } catch (error) {
        putOff(name)
        wrong.push(error)
      }
    }
    if (wrong.length > 0) throw wrong[0]
  }
}

/** Made when it is not there. Nothing is put where a link leads. */
async function ownFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (!(await lstat(path)).isDirectory()) throw new Error(`${path} is not a folder of its own`)
}

/** The note takes a name of its own, and is never written over or through what is there. */
async function putWithNote(path: string, folder: string, name: string, note: string): Promise<void> {
  const called = await putAway(path, folder, name)
  if (called === null) return
  for (let n = 1; ; n++) {
    const wrote = await writeFile(join(folder, `${called}.note${n === 1 ? '' : `-${n}`}.txt`), note, { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
        return false
      },
    )
    if (wrote) return
  }
}

/** What in the file was in the way, with its line, where it is known. */
function whyNot(
  name: string,
  { finding }: { finding?: Parameters<typeof findingMessage>[1] & { line: number | null } },
  locale: Locale,
): string {
  if (finding === undefined) return ''
  return ` ${finding.line === null ? name : `${name}:${finding.line}`}${colon(locale)} ${findingMessage(locale, finding)}`
}

/** What became of it, in the languages of the house's people; null when it is no longer the file that was seen. */
async function receive(
  house: House,
  path: string,
  name: string,
  file: Stats,
  origin: string,
): Promise<{ good: boolean; note: string } | null> {
  const say = (line: (locale: (typeof LOCALES)[number]) => string) => `${LOCALES.map(line).join('\n')}\n`
  try {
    if (file.size > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
    const bytes = await readSettled(path, looksOf(file))
    if (bytes === null) return null
    const intake = await house.receiveFile(SYSTEM, { bytes, fileName: name, once: true })
    const { films, licences, receivedAt, again } = intake
    const format = FORMAT_NAMES[intake.format]
    return { good: true, note: say((locale) => `${again ? watchNotes[locale].again(receivedAt) : watchNotes[locale].waits(format, films, licences)} ${origin}/${locale}/desk/intake/${intake.id}`) } // prettier-ignore
  } catch (error) {
    if (!isHouseError(error) || !OF_THE_FILE.includes(error.code)) throw error
    const { code, details } = error
    return { good: false, note: say((locale) => `${Object.values(errorText(code, locale, details)).filter(Boolean).join('. ')}${whyNot(name, details, locale)}`) } // prettier-ignore
  }
}
