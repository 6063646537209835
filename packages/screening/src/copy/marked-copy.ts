/**
 * One file of a film for one viewer: the segments that are theirs one after another, so that the faint mark in the picture is the one that
 * they would have been streamed; over them, in the picture itself, their name and the day, always moving; the subtitles that they read.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pour } from '../engine/compose.ts'
import { EngineFailure } from '../engine/failure.ts'
import type { Job } from '../engine/job.ts'
import { describeFile, run, type RunOptions } from '../engine/run.ts'
import { type Reel, reelPaths, type Rung, SEGMENT_SECONDS, type Variant } from '../reel/reel.ts'
import { readSubtitles } from '../subtitles/read.ts'
import { type Picture, type Strip, stripFrames, stripsOf } from './strips.ts'

export interface CopyTask {
  /** The reel, and the folder of its files. */
  reel: Reel
  folder: string
  /** Which variant of each segment is this viewer's. */
  variants: readonly Variant[]
  /** Tracks of the reel by their names. */
  sound: string | null
  subtitles: string | null
  /** Those subtitles, where they do not lie in the folder. */
  webvtt?: string | null
  /** What moves over the picture, line by line. */
  lines: readonly string[]
  /** The file to write. */
  to: string
}

/** Draws words, as a picture of at most so many pixels across. */
export interface Draw {
  mark(lines: readonly string[], size: number, most: number): Promise<Picture>
  subtitle(lines: readonly string[], size: number, width: number): Promise<Picture>
}

export interface CopyOptions extends Omit<RunOptions, 'onProgress'> {
  /** From 0 to 1. */
  onProgress?: (share: number) => void
}

/** The smaller side of the picture of a copy has no more pixels than this. */
const MOST_LINES = 720
/** Height of the letters of the mark and of subtitles: such a part of the picture's height. */
const MARK_SIZE = 1 / 30
const SUBTITLE_SIZE = 1 / 20
/** The mark is no wider than this part of the picture. */
const MARK_WIDTH = 0.5
/** The first pipe; then come sound, the mark, and the strips of subtitles. */
const FIRST_PIPE = 3
/** Of the whole, what encoding is; the rest is looking at what came of it. */
const ENCODING = 0.92
/** A copy may be shorter or longer than its film by so many seconds: sound does not end with the picture. */
const APART = 2

/**
 * Where the mark is, in pixels, by the second: it wanders over the whole picture and is nowhere twice in a row, so that no crop and no
 * patch over one place takes it away.
 */
const WANDERING = { x: '(W-w)*(0.5+0.5*sin(t/11))', y: '(H-h)*(0.5+0.5*sin(t/7+1))' }

/**
 * Makes the copy and looks at what came of it: every frame is decoded, and it is as long as the film.
 *
 * @throws EngineFailure of the closed list
 */
export async function makeMarkedCopy(task: CopyTask, draw: Draw, options: CopyOptions = {}): Promise<void> {
  const { reel } = task
  if (task.variants.length !== reel.lengths.length) throw new RangeError('A copy has one variant of each segment.')
  const rung = rungToCopy(reel.rungs)
  const mark = await draw.mark(task.lines, rung.height * MARK_SIZE, Math.floor(rung.width * MARK_WIDTH))
  const strips = stripsOf(await cuesOf(task), rung)
  const { onProgress, ...limits } = options
  const part = (from: number, share: number): RunOptions => ({
    ...limits,
    onProgress: ({ seconds }) => onProgress?.(from + share * Math.min(1, seconds / reel.seconds)),
  })
  const words = (lines: readonly string[]) => draw.subtitle(lines, rung.height * SUBTITLE_SIZE, rung.width)
  const feeds = [
    piecesOf(task.folder, filmFiles(task, rung)),
    ...(task.sound === null ? [] : [piecesOf(task.folder, soundFiles(task, task.sound))]),
    [mark.rgba],
    ...strips.map((strip) => stripFrames(strip, reel.seconds, words)),
  ]
  await run(copyJob(task, rung, mark, strips), {
    ...part(0, ENCODING),
    feed: Object.fromEntries(feeds.map((pieces, n) => [FIRST_PIPE + n, (pipe: Writable) => pour(pieces, pipe)])),
  })
  await checked(task, rung, part(ENCODING, 1 - ENCODING))
}

/** The largest size that a copy is made in; where all are larger, the smallest. */
export function rungToCopy(rungs: readonly Rung[]): Rung {
  const lines = ({ width, height }: Rung): number => Math.min(width, height)
  const bySize = rungs.toSorted((one, other) => lines(one) - lines(other))
  return bySize.findLast((rung) => lines(rung) <= MOST_LINES) ?? bySize[0]!
}

function copyJob({ reel, sound, to }: CopyTask, rung: Rung, mark: Picture, strips: readonly Strip[]): Job {
  const raw = ({ width, height }: Picture | Strip, framerate: string) => ({ video_size: `${width}x${height}`, pixel_format: 'rgba', framerate }) // prettier-ignore
  const inputs: Omit<Job['inputs'][number], 'from'>[] = [
    { format: 'mov' },
    ...(sound === null ? [] : [{ format: 'mov' }]),
    { format: 'rawvideo', options: raw(mark, '1') },
    ...strips.map((strip) => ({ format: 'rawvideo', options: raw(strip, String(strip.rate)) })),
  ]
  const ofMark = sound === null ? 1 : 2
  // Subtitles come last: they can be read while the mark passes below them.
  const overlaid = strips.map((strip, n) => `[p${n}][${ofMark + 1 + n}:0]overlay=x=0:y=${strip.y}:eof_action=pass[p${n + 1}]`)
  const group = Math.ceil((SEGMENT_SECONDS * 5 * reel.frameRate[0]) / reel.frameRate[1])
  return {
    inputs: inputs.map((input, n) => ({ ...input, from: { pipe: FIRST_PIPE + n } })),
    graph: [
      '[0:0]setpts=PTS-STARTPTS[film]',
      `[film][${ofMark}:0]overlay=x='${WANDERING.x}':y='${WANDERING.y}':eof_action=repeat[p0]`,
      ...overlaid,
      `[p${strips.length}]format=yuv420p[picture]`,
      ...(sound === null
        ? []
        : ['[1:0]aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo[sound]']),
    ].join(';'),
    outputs: [
      {
        to: { file: to },
        format: 'mp4',
        options: { movflags: '+faststart' },
        streams: [
          {
            from: 'picture',
            codec: 'libx264',
            rate: reel.frameRate,
            // Close to what the segments are: the faint mark in them is to be read in a copy of the copy too.
            options: { preset: 'veryfast', profile: 'high', crf: '21', maxrate: String(Math.max(rung.peak, 500_000)), bufsize: String(Math.max(rung.peak, 500_000) * 2), g: String(group) }, // prettier-ignore
          },
          ...(sound === null ? [] : [{ from: 'sound', codec: 'aac', options: { b: '128k' } }]),
        ],
      },
    ],
  }
}

/** The files of a reel that a copy is made of, below its folder. */
export function filesOfCopy(task: Pick<CopyTask, 'reel' | 'variants' | 'sound' | 'subtitles' | 'webvtt'>): string[] {
  const subtitles = trackOfSubtitles(task)
  return [
    ...filmFiles(task, rungToCopy(task.reel.rungs)),
    ...(task.sound === null ? [] : soundFiles(task, task.sound)),
    ...(subtitles === undefined || typeof task.webvtt === 'string' ? [] : [reelPaths.subtitles(subtitles.name)]),
  ]
}

async function* piecesOf(folder: string, files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) for await (const piece of createReadStream(join(folder, file))) yield piece as Uint8Array
}

const filmFiles = ({ variants }: Pick<CopyTask, 'variants'>, { name }: Rung): string[] => [
  reelPaths.videoStart(name),
  ...variants.map((variant, index) => reelPaths.videoSegment(name, variant, index)),
]

function soundFiles({ reel }: Pick<CopyTask, 'reel'>, name: string): string[] {
  const track = reel.sound.find((one) => one.name === name)
  if (track === undefined) throw new RangeError(`There is no sound track ${name}.`)
  return [reelPaths.soundStart(name), ...track.lengths.map((_, index) => reelPaths.soundSegment(name, index))]
}

const trackOfSubtitles = ({ reel, subtitles }: Pick<CopyTask, 'reel' | 'subtitles'>) =>
  reel.subtitles.find(({ name }) => name === subtitles)

async function cuesOf(task: CopyTask) {
  const track = trackOfSubtitles(task)
  if (track === undefined) return []
  const bytes = typeof task.webvtt === 'string' ? Buffer.from(task.webvtt) : await readFile(join(task.folder, reelPaths.subtitles(track.name))) // prettier-ignore
  return readSubtitles(bytes, { language: track.language }).cues
}

/** What was written is read again, whole. */
async function checked({ to, reel, sound }: CopyTask, rung: Rung, options: RunOptions): Promise<void> {
  const { streams, seconds } = await describeFile(to, 'mov', { ...options, onProgress: undefined })
  const picture = streams.find((stream) => stream.kind === 'picture')
  const wrong = (what: string) => new EngineFailure('not-as-asked', what)
  if (picture === undefined || picture.width !== rung.width || picture.height !== rung.height) throw wrong('no picture of the size asked for')
  if ((sound !== null) !== streams.some(({ kind }) => kind === 'sound')) throw wrong('sound')
  if (Math.abs(seconds - reel.seconds) > APART) throw wrong(`${seconds} seconds of ${reel.seconds}`)
  await run({ inputs: [{ from: { file: to }, format: 'mov' }], graph: `[0:${picture.index}]null[out]`, outputs: [{ to: null, format: 'null', streams: [{ from: 'out', codec: 'rawvideo' }] }], strict: true }, options) // prettier-ignore
} // prettier-ignore
