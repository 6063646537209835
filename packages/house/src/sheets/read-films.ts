import type { TitleSheet, WarningCode } from '@vitrine/catalogue'
import { HouseError, isHouseError } from '../errors.ts'
import { graveWarnings, readFile, readPart, saysSomething } from './read-file.ts'

/** A file that is to be read. */
export interface FileToRead {
  path: string
  bytes: Uint8Array
}

/** What an import needs to know of one film: plain values, small enough to be handed from thread to thread. */
export interface ReadFilm {
  text: string
  title: string | null
  proposed: TitleSheet
  sound: boolean
  warnings: number
  grave: WarningCode[]
}

/** A file as it was read; `failure` says why it could not be. */
export interface ReadFilms {
  mediaType: string
  films: ReadFilm[]
  failure: string | null
}

/** Failures of one file, which are no reason to stop an import. */
export const FAILURES_OF_A_FILE = ['too-large', 'unsupported-file', 'unreadable-file', 'no-film-found']

/** Reads the films of a file. What cannot be read is a failed file, not a failed import. */
export async function readFilms(file: FileToRead, today: string): Promise<ReadFilms> {
  try {
    const { mediaType, parts } = await readFile(file.bytes, file.path)
    const films = parts
      .map((text) => readPart(text, today))
      .filter(saysSomething)
      .map(({ text, reading, proposed, sound }) => ({
        text,
        title: reading.title || null,
        proposed,
        sound,
        warnings: reading.warnings.length,
        grave: graveWarnings(reading),
      }))
    if (films.length === 0) throw new HouseError('no-film-found', { reason: 'no-film-found' })
    return { mediaType, films, failure: null }
  } catch (thrown) {
    if (!isHouseError(thrown) || !FAILURES_OF_A_FILE.includes(thrown.code)) throw thrown
    return { mediaType: '', films: [], failure: String(thrown.details['reason'] ?? thrown.code) }
  }
}
