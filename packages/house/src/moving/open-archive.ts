/** An archive of a house that came in: on the disk, its list read, every member held against it before anything is written. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { type PlacedEntry, readDirectory, readEntryBytes, ZipError } from '@vitrine/exchange/archive/read-zip'
import { HouseError } from '../errors.ts'
import { ARCHIVE_FORMAT, MANIFEST, Manifest, READS_FROM } from './manifest.ts'

const MOST_MANIFEST = 256 * 1024 * 1024
const MOST_LINE = 64 * 1024 * 1024
const MOST_FILE = 1024 * 1024 * 1024
const MOST_ARCHIVE = 1024 * 1024 * 1024 * 1024

export interface Archive {
  manifest: Manifest
  bytes(member: string): AsyncGenerator<Uint8Array>
  file(member: string): Promise<Uint8Array>
  lines(member: string): AsyncGenerator<string[]>
  close(): Promise<void>
}

/** The archive is not what it says. */
export const unreadable = (reason: string, member: string | null = null, cause?: unknown): HouseError =>
  new HouseError('unreadable-file', { kind: 'house', reason, ...(member === null ? {} : { member }) }, cause)

/**
 * Keeps what comes in on the disk and opens it. `schema` is the step of the schema here.
 *
 * @throws HouseError `unreadable-file` with `details.reason` and `details.member`, `other-version`, `too-large`, `disk-full`
 */
export async function openArchive(folder: string, source: AsyncIterable<Uint8Array>, schema: number): Promise<Archive> {
  const file = await open(join(folder, 'archive'), 'wx+', 0o600)
  try {
    await keep(file, source)
    const entries = await readDirectory(file)
    const manifest = await readManifest(file, entries.get(MANIFEST))
    if (manifest.version > ARCHIVE_FORMAT || manifest.schema > schema || manifest.schema < READS_FROM)
      throw new HouseError('other-version', { theirs: manifest.schema, ours: schema, from: READS_FROM })
    for (const name of entries.keys()) if (name !== MANIFEST && !(name in manifest.members)) throw unreadable('unlisted', name)
    for (const [name, { size }] of Object.entries(manifest.members)) {
      const entry = entries.get(name)
      if (entry === undefined) throw unreadable('absent', name)
      if (entry.size !== size) throw unreadable('damaged', name)
    }
    const bytes = (member: string): AsyncGenerator<Uint8Array> => readEntryBytes(file, entries.get(member)!)
    for (const [name, { sha256 }] of Object.entries(manifest.members)) {
      const hash = createHash('sha256')
      for await (const chunk of bytes(name)) hash.update(chunk)
      if (hash.digest('hex') !== sha256) throw unreadable('damaged', name)
    }
    return {
      manifest,
      bytes,
      async file(member) {
        if (entries.get(member)!.size > MOST_FILE) throw new HouseError('too-large', { limit: MOST_FILE })
        const chunks: Uint8Array[] = []
        for await (const chunk of bytes(member)) chunks.push(chunk)
        return Buffer.concat(chunks)
      },
      lines: (member) => linesOf(bytes(member), member),
      close: () => file.close(),
    }
  } catch (thrown) {
    await file.close()
    throw thrown instanceof ZipError ? unreadable(thrown.fault, thrown.entry, thrown) : thrown
  }
}

async function keep(file: FileHandle, source: AsyncIterable<Uint8Array>): Promise<void> {
  let size = 0
  for await (const chunk of source) {
    for (let done = 0; done < chunk.length;) {
      const { bytesWritten } = await file.write(chunk, done, chunk.length - done, size)
      done += bytesWritten
      size += bytesWritten
    }
    if (size > MOST_ARCHIVE) throw new HouseError('too-large', { limit: MOST_ARCHIVE })
  }
}

async function readManifest(file: FileHandle, entry: PlacedEntry | undefined): Promise<Manifest> {
  if (entry === undefined) throw unreadable('no-house')
  if (entry.size > MOST_MANIFEST) throw unreadable('too-dense', MANIFEST)
  const chunks: Uint8Array[] = []
  for await (const chunk of readEntryBytes(file, entry)) chunks.push(chunk)
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString())
  } catch (thrown) {
    throw unreadable('no-house', MANIFEST, thrown)
  }
  const read = Manifest.safeParse(value)
  if (!read.success) throw unreadable('no-house', MANIFEST, read.error)
  return read.data
}

/** The lines of a member, some at a time; no line may be longer than memory allows. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, member: string): AsyncGenerator<string[]> {
  let pending: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const last = chunk.lastIndexOf(10)
    if (last < 0) {
      pending.push(chunk)
      length += chunk.length
      if (length > MOST_LINE) throw unreadable('too-dense', member)
      continue
    }
    const text = Buffer.concat([...pending, chunk.subarray(0, last)]).toString()
    pending = [chunk.subarray(last + 1)]
    length = chunk.length - last - 1
    yield text.split('\n').filter((line) => line !== '')
  }
  const rest = Buffer.concat(pending).toString()
  if (rest.trim() !== '') yield [rest]
}
