import { findImported } from '@vitrine/store/sheets/received-sheets'
import { sha256 } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import { cleanText } from '../input.ts'
import type { FileToRead, ReadFilm } from './read-films.ts'
import type { ReadingRoom } from './reading-room.ts'

/** A file of a batch: read, known from before, or not readable. */
export interface IncomingFile {
  path: string
  bytes: number
  contentHash: string
  mediaType: string
  stored: boolean
  films: ReadFilm[]
  failure: string | null
}

/** Reads files. One that was imported before is not read again. */
export async function readIncoming(
  house: HouseContext,
  room: ReadingRoom,
  files: readonly FileToRead[],
): Promise<IncomingFile[]> {
  const named = files.map(({ path, bytes }) => ({ path: cleanText(path).slice(-1000), bytes, contentHash: sha256(bytes) }))
  const known = await findImported(
    house.db,
    house.houseId,
    named.map((file) => file.contentHash),
  )
  const fresh = named.filter((file) => !known.has(file.contentHash))
  const read = await room.read(
    fresh.map(({ path, bytes }) => ({ path, bytes })),
    house.now().toISOString().slice(0, 10),
  )
  const readOf = new Map(fresh.map((file, n) => [file, read[n]]))
  const incoming: IncomingFile[] = []
  for (const file of named) {
    const { mediaType = '', films = [], failure = null } = readOf.get(file) ?? {}
    // A text is in the database as it was read; of a document the file itself is kept too.
    const stored = films.length > 0 && !mediaType.startsWith('text/')
    if (stored) await house.files.put(file.bytes)
    incoming.push({ path: file.path, bytes: file.bytes.length, contentHash: file.contentHash, mediaType, stored, films, failure })
  }
  return incoming
}
