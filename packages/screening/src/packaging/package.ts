import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Described, DescribedPicture } from '../engine/described.ts'
import { EngineFailure, foundNothing, NOTHING_IN_IT } from '../engine/failure.ts'
import { type Engine, findEngine } from '../engine/find.ts'
import { turned } from '../engine/luma-frames.ts'
import { describeFile, run, type RunOptions } from '../engine/run.ts'
import { formatOf } from '../engine/sniff.ts'
import type { MarkKey } from '../mark/code.ts'
import { type Reel, reelPaths, type Rung, segmentName, type SoundTrack } from '../reel/reel.ts'
import { verifyReel } from '../verify/verify-reel.ts'
import { boxes, readSegment, readStart } from './fmp4.ts'
import { ladderFor, seenSize, type Step } from './ladder.ts'
import { patternFeeds } from './pattern-feeds.ts'
import { pictureOf, pictureSeconds } from './picture-of.ts'
import { areMapped, colourFilters, coloursOf, CUBE } from './colour.ts'
import { cubeOf } from './colour-cube.ts'
import { forJpeg, JPEG, MUXER_PLAYLIST, pictureJob, type PicturePlan, storyboardFor, variantFolder } from './picture-job.ts'
import { constantRate } from './rate.ts'
import { type SoundChoice, soundJob, soundOf } from './sound-job.ts'

export interface PackageOptions {
  /** Key of the reel’s mark; without it the reel has one variant and no copy of it can be told from another. */
  markKey?: MarkKey
  /** What probing found: the picture is interlaced. */
  interlaced?: boolean
  /** Sound tracks and their languages, where the house knows better than the file. */
  sound?: SoundChoice[]
  /** Subtitles in WebVTT. */
  subtitles?: { name: string; language: string; sdh: boolean; webvtt: string }[]
  engine?: Engine
  signal?: AbortSignal
  onProgress?: (progress: PackageProgress) => void
}

export interface PackageProgress {
  stage: 'picture' | 'sound' | 'checks'
  /** From 0 to 1 over all stages. */
  share: number
  /** Seconds of film a second, in this stage. */
  speed: number
}

/** How much of the whole each stage is, from experience. */
const STAGES = { picture: [0, 0.85], sound: [0.85, 0.05], checks: [0.9, 0.1] } as const

/**
 * Packages a master into a folder: its picture in several sizes and, where it is marked, each segment twice; its sound; its subtitles; a
 * poster and a strip for seeking. What was written is then read again, every segment of it. `reel.json` is written last: a folder without one
 * is no reel, whatever else lies in it. A folder that a broken run left is begun anew.
 *
 * Throws an EngineFailure of the closed list, and leaves nothing behind.
 */
export async function packageMaster(path: string, folder: string, options: PackageOptions = {}): Promise<Reel> {
  try {
    await rm(folder, { recursive: true, force: true })
    const reel = await packaged(path, folder, options)
    const written = join(folder, `${reelPaths.manifest}.new`)
    await writeFile(written, `${JSON.stringify(reel, null, 2)}\n`, { flush: true })
    await rename(written, join(folder, reelPaths.manifest))
    return reel
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    throw asFailure(error)
  }
}

async function packaged(path: string, folder: string, options: PackageOptions): Promise<Reel> {
  const engine = options.engine ?? (await findEngine())
  const format = await formatOf(path)
  const described = await describeFile(path, format, { engine, signal: options.signal })
  const picture = pictureOf(described)
  const plan = planFor(path, format, described, picture, options)
  const choices = options.sound ?? soundOf(described)
  const tracks = choices.map((choice, index) => ({ choice, name: trackName(choices, index) }))
  const subtitles = options.subtitles ?? []
  await folders(folder, plan, tracks)

  const stage = (name: PackageProgress['stage'], part = 0, parts = 1): RunOptions => ({
    engine,
    signal: options.signal,
    cwd: folder,
    onProgress: ({ seconds, speed }) => {
      const within = described.seconds > 0 ? Math.min(1, seconds / described.seconds) : 0
      options.onProgress?.({ stage: name, share: STAGES[name][0] + STAGES[name][1] * ((part + within) / parts), speed })
    },
  })

  const colours = coloursOf(picture)
  if (areMapped(colours)) await writeFile(join(folder, CUBE), cubeOf(colours))
  await run(pictureJob(plan), { ...stage('picture'), feed: options.markKey ? patternFeeds(plan.steps, options.markKey) : {} })
  const rungs: Rung[] = []
  let lengths: number[] = []
  for (const step of plan.steps) {
    const read = await settledRung(folder, step, plan.variants)
    rungs.push(read.rung)
    lengths = read.lengths
  }

  const sound: SoundTrack[] = []
  for (const [index, { choice, name }] of tracks.entries()) {
    const below = `sound/${name}`
    try {
      await run(soundJob(path, format, described, choice, below), stage('sound', index, tracks.length))
      if (await holdsNothing(join(folder, below))) throw new EngineFailure('not-as-asked', NOTHING_IN_IT)
    } catch (error) {
      // A track with nothing in it is left out: no film is refused for it.
      if (!foundNothing(error)) throw error
      await rm(join(folder, below), { recursive: true })
      continue
    }
    await rm(join(folder, below, MUXER_PLAYLIST))
    const { lengths: ofSound, average, codecs } = await measured(join(folder, below), join(folder, reelPaths.soundStart(name)))
    sound.push({ name, language: choice.language, channels: 2, average, codecs, lengths: ofSound })
  }

  for (const { name, webvtt } of subtitles) await writeFile(join(folder, reelPaths.subtitles(name)), webvtt)
  const seconds = rounded(lengths.reduce((sum, length) => sum + length, 0))
  await poster(plan, seconds / 5, { engine, signal: options.signal, cwd: folder })
  await rm(join(folder, CUBE), { force: true })
  const sheets = (await readdir(join(folder, 'storyboard'))).length

  const reel: Reel = {
    format: 1,
    seconds,
    frameRate: plan.rate,
    lengths,
    variants: plan.variants,
    rungs,
    sound,
    subtitles: subtitles.map(({ name, language, sdh }) => ({ name, language, sdh })),
    storyboard: sheets > 0 && plan.storyboard ? { ...plan.storyboard, sheets } : null,
    poster: true,
    chapters: described.chapters.filter(({ at }) => at >= 0 && at < seconds),
  }
  const checks = stage('checks')
  await verifyReel(folder, reel, { ...checks, declared: { picture: picture.seconds, film: described.seconds } })
  return reel
}

/** What is made of a picture: the same for the same master and options. */
export function planFor(
  path: string,
  format: string,
  described: Described,
  picture: DescribedPicture,
  options: Pick<PackageOptions, 'markKey' | 'interlaced'>,
): PicturePlan {
  const rate = constantRate(picture)
  const seen = seenSize(picture)
  return {
    path,
    format,
    picture,
    steps: ladderFor(seen, rate[0] / rate[1]),
    rate,
    interlaced: options.interlaced ?? picture.interlaced ?? false,
    variants: options.markKey ? ['a', 'b'] : ['a'],
    storyboard: storyboardFor(pictureSeconds(described, picture), seen),
  }
}

/** `fra`, and `fra-2` for the second in the same language. */
function trackName(choices: SoundChoice[], index: number): string {
  const { language } = choices[index]!
  const before = choices.slice(0, index).filter((choice) => choice.language === language).length
  return before === 0 ? language : `${language}-${before + 1}`
}

async function folders(folder: string, plan: PicturePlan, tracks: { name: string }[]): Promise<void> {
  const pictures = plan.steps.flatMap((step) => plan.variants.map((variant) => variantFolder(step, variant)))
  const all = [...pictures, ...tracks.map(({ name }) => `sound/${name}`), 'subtitles', 'storyboard']
  for (const below of all) await mkdir(join(folder, below), { recursive: true })
}

/** One size after its encoding: the start file, equal for both variants, moves up; rates are measured. */
async function settledRung(folder: string, step: Step, variants: Reel['variants']): Promise<{ rung: Rung; lengths: number[] }> {
  const start = join(folder, reelPaths.videoStart(step.name))
  const starts = await Promise.all(variants.map((variant) => readFile(join(folder, variantFolder(step, variant), 'init.mp4'))))
  if (!starts.every((bytes) => bytes.equals(starts[0]!)))
    throw new EngineFailure('not-as-asked', 'the two variants do not start alike')
  await writeFile(start, starts[0]!)
  let worst = { lengths: [] as number[], peak: 0, average: 0, codecs: '' }
  for (const variant of variants) {
    const below = join(folder, variantFolder(step, variant))
    await rm(join(below, 'init.mp4'))
    await rm(join(below, MUXER_PLAYLIST))
    const read = await measured(below, start)
    worst = { ...read, peak: Math.max(worst.peak, read.peak), average: Math.max(worst.average, read.average) }
  }
  const { peak, average, codecs, lengths } = worst
  return { rung: { name: step.name, width: step.width, height: step.height, peak, average, codecs }, lengths }
}

/** Of a track that is announced and has no sound, ffmpeg writes a beginning and segments with nothing in them, and is content. */
async function holdsNothing(folder: string): Promise<boolean> {
  for (const name of await readdir(folder))
    if (name.endsWith('.m4s')) for (const { type } of boxes(await readFile(join(folder, name)))) if (type === 'moof') return false
  return true
}

/** Lengths of the segments of a folder, and their bits a second: of the dearest, and over all. */
async function measured(folder: string, startPath: string) {
  const start = readStart(await readFile(startPath))
  const count = (await readdir(folder)).filter((name) => name.endsWith('.m4s')).length
  const lengths: number[] = []
  const bits: number[] = []
  for (let index = 0; index < count; index++) {
    const bytes = await readFile(join(folder, segmentName(index)))
    lengths.push(rounded(readSegment(bytes, start).ticks / start.timescale))
    bits.push(bytes.length * 8)
  }
  const seconds = lengths.reduce((sum, length) => sum + length, 0)
  // What is shorter than a second, at the end, says nothing about the rate.
  const rates = bits.flatMap((size, index) => (lengths[index]! >= 1 || count === 1 ? [size / lengths[index]!] : []))
  return {
    lengths,
    peak: Math.round(Math.max(0, ...rates)),
    average: seconds > 0 ? Math.round(bits.reduce((sum, size) => sum + size, 0) / seconds) : 0,
    codecs: start.codecs,
  }
}

const rounded = (seconds: number) => Math.round(seconds * 1e6) / 1e6

/** One picture of the film, the most usual of some seconds. */
async function poster(plan: PicturePlan, start: number, options: RunOptions): Promise<void> {
  const top = plan.steps[0]!
  await run(
    {
      inputs: [{ from: { file: plan.path }, format: plan.format, start, seconds: 3 }],
      graph: `[0:${plan.picture.index}]${[
        ...(plan.interlaced ? ['bwdif=mode=send_frame'] : []),
        ...turned(plan.picture.rotation),
        'thumbnail=n=300',
        ...colourFilters(plan.picture, top),
        `scale=${top.width}:${top.height}:flags=bicubic:${forJpeg}`,
        'setsar=1',
        'format=yuvj420p',
      ].join(',')}[out]`,
      outputs: [
        {
          to: { file: reelPaths.poster },
          format: 'image2',
          options: { update: '1' },
          streams: [{ from: 'out', codec: 'mjpeg', options: JPEG }],
        },
      ],
    },
    options,
  )
}

/** Faults of the disk have names of their own. */
function asFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return new EngineFailure('no-space', String(error))
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
    return new EngineFailure('cannot-write', String(error))
  if (error instanceof RangeError) return new EngineFailure('not-as-asked', error.message)
  return error
}
