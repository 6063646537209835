import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pour } from '../engine/compose.ts'
import { EngineFailure } from '../engine/failure.ts'
import { type Job, quoted } from '../engine/job.ts'
import { run, type RunOptions } from '../engine/run.ts'
import { readSegment, readStart, type Start } from '../packaging/fmp4.ts'
import { pictureSeconds } from '../packaging/picture-of.ts'
import { measuresOf } from '../probe/measures.ts'
import { type Reel, reelPaths, type Rung, type Variant } from '../reel/reel.ts'

export interface VerifyOptions extends RunOptions {
  /** How long the master said that its picture and the whole of it are, 0 where it did not: a reel that is much shorter is not that film. */
  declared?: { picture: number; film: number }
}

/** What was found of one size of a reel. */
export interface Verified {
  rung: string
  frames: number
  /** Mean square of the difference of the two variants, segment by segment, in levels of luma; null for a reel without marks. */
  difference: number[] | null
}

/** A segment whose two variants differ by less than this, in the mean square, carries no mark to speak of. */
export const LEAST_DIFFERENCE = 0.2

/** A seam between segments may be off by so many seconds, for clocks that do not divide. */
const SEAM = 0.002

/**
 * Reads a reel again, whole: each segment is there, its boxes are whole, it begins where the one before ended, is as long in both variants
 * and every size, each frame of it is decoded, and the two variants differ. Throws `not-as-asked` and says what.
 */
export async function verifyReel(folder: string, reel: Reel, options: VerifyOptions = {}): Promise<Verified[]> {
  if (options.declared) longEnough(reel, options.declared)
  if (reel.lengths.length === 0) throw wrong('no segment')
  for (const track of reel.sound)
    await chain(folder, reelPaths.soundStart(track.name), track.lengths, (index) => reelPaths.soundSegment(track.name, index))
  const verified: Verified[] = []
  for (const [index, rung] of reel.rungs.entries()) {
    const chains = []
    for (const variant of reel.variants)
      chains.push(
        await chain(folder, reelPaths.videoStart(rung.name), reel.lengths, (at) =>
          reelPaths.videoSegment(rung.name, variant, at),
        ),
      )
    const share = (progress: { seconds: number; speed: number }) =>
      options.onProgress?.({ seconds: (index * reel.seconds + progress.seconds) / reel.rungs.length, speed: progress.speed })
    verified.push(await decoded(folder, reel, rung, chains[0]!, { ...options, onProgress: share }))
  }
  for (const track of reel.sound) await soundDecoded(folder, reel, track.name, options)
  for (const file of [
    ...(reel.poster ? [reelPaths.poster] : []),
    ...sheetsOf(reel),
    ...reel.subtitles.map(({ name }) => reelPaths.subtitles(name)),
  ])
    if ((await stat(join(folder, file))).size === 0) throw wrong(`${file} is empty`)
  return verified
}

/** Sound may outlast the picture: only where the picture says nothing of its own length, the longest of both is held against that of the film. */
function longEnough(reel: Reel, { picture, film }: { picture: number; film: number }): void {
  const sounds = reel.sound.map(({ lengths }) => lengths.reduce((sum, length) => sum + length, 0))
  const came = picture > 0 ? reel.seconds : Math.max(reel.seconds, ...sounds)
  const said = pictureSeconds({ seconds: film }, { seconds: picture })
  if (came < said * 0.98 - 1) throw new EngineFailure('broken', `${came} s came of a film of ${said} s`)
}

const wrong = (what: string) => new EngineFailure('not-as-asked', what)
const sheetsOf = (reel: Reel) => Array.from({ length: reel.storyboard?.sheets ?? 0 }, (_, sheet) => reelPaths.storyboard(sheet))

/** Reads the segments of one track in order; returns how many frames each has. */
async function chain(folder: string, startPath: string, lengths: number[], pathOf: (index: number) => string): Promise<number[]> {
  const start: Start = readStart(await readFile(join(folder, startPath)))
  const besides = (await readdir(join(folder, pathOf(0), '..'))).filter((name) => name.endsWith('.m4s')).length
  if (besides !== lengths.length) throw wrong(`${besides} segments where ${lengths.length} were expected, of ${startPath}`)
  const samples: number[] = []
  let expected: number | null = null
  for (const [index, length] of lengths.entries()) {
    const path = pathOf(index)
    const segment = readSegment(await readFile(join(folder, path)), start)
    if (Math.abs(segment.ticks / start.timescale - length) > SEAM)
      throw wrong(`${path} lasts ${segment.ticks / start.timescale} s, not ${length} s`)
    if (expected !== null && Math.abs(segment.begins - expected) / start.timescale > SEAM)
      throw wrong(`${path} does not begin where the one before ends`)
    expected = segment.begins + segment.ticks
    samples.push(segment.samples)
  }
  return samples
}

/** Decodes every frame of both variants side by side, and measures how they differ. */
async function decoded(folder: string, reel: Reel, rung: Rung, samples: number[], options: RunOptions): Promise<Verified> {
  const log = join(folder, `verify-${rung.name}.txt`)
  const marked = reel.variants.length === 2
  const pipe = (number: number) => ({ from: { pipe: number }, format: 'mov' })
  const measure = `psnr=shortest=1,metadata=mode=print:key=lavfi.psnr.mse.y:file=${quoted(log)}[out]`
  const job: Job = {
    inputs: marked ? [pipe(3), pipe(4)] : [pipe(3)],
    graph: marked ? `[0:0][1:0]${measure}` : `[0:0]split[x][y];[x][y]${measure}`,
    outputs: [{ to: null, format: 'null', streams: [{ from: 'out', codec: 'wrapped_avframe' }] }],
    strict: true,
  }
  const feed = Object.fromEntries(
    reel.variants.map((variant, index) => [3 + index, (to: Writable) => pour(trackBytes(folder, reel, rung.name, variant), to)]),
  )
  await run(job, { ...options, feed })
  const { frames: came, means: difference } = await meansBySegment(log, samples)
  await rm(log)
  const frames = samples.reduce((sum, count) => sum + count, 0)
  if (came !== frames) throw wrong(`${came} frames of ${frames} could be decoded in ${rung.name}`)
  if (!marked) return { rung: rung.name, frames, difference: null }
  // Black and flat passages carry little; a film of which most carries little was not marked.
  const bare = difference.filter((mean) => !(mean >= LEAST_DIFFERENCE)).length
  if (bare * 2 > difference.length)
    throw wrong(`the variants of ${bare} of ${difference.length} segments of ${rung.name} hardly differ`)
  return { rung: rung.name, frames, difference }
}

/** How many frames a log tells of, and the mean of what it says in each segment of so many. */
async function meansBySegment(log: string, samples: number[]): Promise<{ frames: number; means: number[] }> {
  const sums = samples.map(() => 0)
  let frames = 0
  let segment = 0
  let ends = samples[0] ?? 0
  for await (const { values } of measuresOf(log)) {
    const error = values['lavfi.psnr.mse.y']
    if (error === undefined) continue
    while (frames >= ends && segment < samples.length - 1) ends += samples[++segment]!
    sums[segment]! += Number(error)
    frames++
  }
  return { frames, means: sums.map((sum, index) => Math.round((sum / samples[index]!) * 1000) / 1000) }
}

async function soundDecoded(folder: string, reel: Reel, track: string, options: RunOptions): Promise<void> {
  const count = reel.sound.find(({ name }) => name === track)!.lengths.length
  const files = [
    reelPaths.soundStart(track),
    ...Array.from({ length: count }, (_, index) => reelPaths.soundSegment(track, index)),
  ]
  const job: Job = {
    inputs: [{ from: { pipe: 3 }, format: 'mov' }],
    graph: '[0:0]anull[out]',
    outputs: [{ to: null, format: 'null', streams: [{ from: 'out', codec: 'pcm_s16le' }] }],
    strict: true,
  }
  await run(job, { ...options, onProgress: undefined, feed: { 3: (to) => pour(bytesOf(folder, files), to) } })
}

/** The bytes of one variant as one film: its start file, then its segments. */
function trackBytes(folder: string, reel: Reel, rung: string, variant: Variant): AsyncGenerator<Uint8Array> {
  const segments = reel.lengths.map((_, index) => reelPaths.videoSegment(rung, variant, index))
  return bytesOf(folder, [reelPaths.videoStart(rung), ...segments])
}

async function* bytesOf(folder: string, files: string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* createReadStream(join(folder, file)) as Readable & AsyncIterable<Buffer>
}
