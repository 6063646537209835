/**
 * Traces a file that turned up: it is held against every reel of the film that it is said to be of. Nothing is asked of the file but to be a
 * film: it is somebody else’s, and is opened as every master is, by a program of its own that may die of it.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineFailure } from '../engine/failure.ts'
import { lumaFrames } from '../engine/luma-frames.ts'
import { describeFile, type RunOptions } from '../engine/run.ts'
import { formatOf } from '../engine/sniff.ts'
import type { MarkKey } from '../mark/code.ts'
import type { Reel } from '../reel/reel.ts'
import type { Film } from './frames.ts'
import { printBytes, readPrint } from './kept-print.ts'
import { MOST } from './read.ts'
import { reelFilm, variantFilm } from './reel-film.ts'
import type { Candidate } from './statistics/verdict.ts'
import { type Print, printOf } from './time/print.ts'
import { type Trace, trace } from './trace.ts'

/** Seconds of a copy at most: longer than any film, and its small pictures still fit into memory. */
const MOST_SECONDS = 6 * 3600

/** Where a film’s print is kept, below the folder of its reel. It is never served. */
const PRINT_FILE = 'print.gz'

/** A reel that the copy may be of. */
export interface SuspectReel {
  id: string
  key: MarkKey
  /** What it is made of, and the folder where its files are. */
  reel: Reel
  folder: string
  /** Its viewings. */
  candidates: readonly Candidate[]
}

export interface TraceOptions {
  signal?: AbortSignal
  /** From 0 to 1. */
  onProgress?: (share: number) => void
}

/** What came of a copy held against one reel. */
export interface ReelTrace {
  id: string
  trace: Trace
}

/**
 * What a copy says of each of these reels. The film’s print is kept beside the reel when it is first taken.
 *
 * @throws EngineFailure where the copy is no film that can be read; `too-long` where it is longer than six hours
 */
export async function traceCopy(path: string, reels: readonly SuspectReel[], options: TraceOptions = {}): Promise<ReelTrace[]> {
  const { signal } = options
  const run: RunOptions = signal ? { signal } : {}
  const { seconds } = await describeFile(path, await formatOf(path), run)
  if (seconds > MOST_SECONDS) throw tooLong(seconds)
  const prints = await Promise.all(reels.map(async ({ folder }) => keptPrint(folder)))
  const missing = reels.filter((_, n) => prints[n] === null)
  const toRead = Math.min(seconds, MOST)
  const meter = meterOf(seconds + missing.reduce((sum, { reel }) => sum + reel.seconds, 0) + reels.length * toRead, options.onProgress) // prettier-ignore

  const clip = bounded((asked) => lumaFrames(path, { ...asked, ...run }))
  const clipPrint = await printOf(meter(clip))
  const found: ReelTrace[] = []
  for (const [n, { id, key, reel, folder, candidates }] of reels.entries()) {
    signal?.throwIfAborted()
    const filmPrint = prints[n] ?? (await takenPrint(folder, meter(variantFilm(folder, reel, 'a', run))))
    const [frames, each] = reel.frameRate
    const suspect = { reelKey: key, lengths: reel.lengths, clip: meter(clip), film: reelFilm(folder, reel, run), fps: frames / each, clipPrint, filmPrint } // prettier-ignore
    found.push({ id, trace: await trace(suspect, candidates, reels.length) })
  }
  return found
}

const tooLong = (seconds: number) => new EngineFailure('too-long', `${Math.round(seconds)} seconds`)

/** A file may say that it is short and be long. */
const bounded = (film: Film): Film =>
  async function* (asked) {
    for await (const frame of film(asked)) {
      if (frame.seconds > MOST_SECONDS) throw tooLong(frame.seconds)
      yield frame
    }
  }

/** Says how far the work is, as seconds of film that were looked at; of so many in all. */
function meterOf(all: number, onProgress: ((share: number) => void) | undefined): (film: Film) => Film {
  let done = 0
  return (film) =>
    async function* (asked) {
      let at = asked.from ?? 0
      for await (const frame of film(asked)) {
        done += frame.seconds - at
        at = frame.seconds
        onProgress?.(Math.min(1, done / Math.max(1, all)))
        yield frame
      }
    }
}

async function keptPrint(folder: string): Promise<Print | null> {
  const bytes = await readFile(join(folder, PRINT_FILE)).catch(() => null)
  return bytes === null ? null : readPrint(bytes)
}

async function takenPrint(folder: string, film: Film): Promise<Print> {
  const print = await printOf(film)
  const beside = join(folder, `${PRINT_FILE}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(beside, await printBytes(print))
    await rename(beside, join(folder, PRINT_FILE))
  } catch {
    // A disk that is full or not to be written to costs the next trace a minute, and this one nothing.
    await rm(beside, { force: true }).catch(() => {})
  }
  return print
}
