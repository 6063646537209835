import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Described, DescribedPicture, DescribedSound } from '../engine/described.ts'
import { foundNothing } from '../engine/failure.ts'
import { type Job, quoted } from '../engine/job.ts'
import { run, type RunOptions } from '../engine/run.ts'
import { wholeFilm } from '../packaging/picture-job.ts'
import { pictureSeconds } from '../packaging/picture-of.ts'
import { soundSource, soundOf, type SoundChoice } from '../packaging/sound-job.ts'
import { measuresOf } from './measures.ts'

/** From one second of a film to another. */
export interface Stretch {
  from: number
  to: number
}

export interface MeasuredSound extends SoundChoice {
  channels: number
  /** Integrated loudness in LUFS (EBU R 128), its range in LU, and the highest true peak in dBTP; null where there is only silence. */
  loudness: number | null
  range: number
  peak: number | null
  silent: Stretch[]
  /** Of two channels the one in which there is nothing; null where both sound or neither does. */
  mute: 'left' | 'right' | null
  /** Where it ends, in seconds. */
  ends: number
}

/** What was measured of a film by decoding it. */
export interface Measured {
  /** The passages of the picture that were looked at: the whole of a short film, samples of a long one. */
  looked: Stretch[]
  black: Stretch[]
  /** Of the frames that say, how many of a hundred are interlaced. */
  interlaced: number
  /** Rows and columns of black around the picture that is really there; null without any, or where the film is too dark to tell. */
  bars: { top: number; bottom: number; left: number; right: number } | null
  /** Of which range its samples clearly are: as television has them (16 to 235), or full (0 to 255); null where they do not tell. */
  range: 'limited' | 'full' | null
  /** Where the last picture ends, in seconds: of a file that was cut off, before it says. */
  ends: number
  /** Every picture is shown as long as the next. */
  constant: boolean
  sound: MeasuredSound[]
}

/** Films up to this length are looked at whole; of longer ones, samples of the picture and all of the sound. */
const WHOLE_SECONDS = 300
const SAMPLES = 12
const SAMPLE_SECONDS = 10
/** What stays below this throughout, in decibels, is no sound. */
const QUIET = -60
/** The beginning and the end are always looked at: black and bars stand there. */
const ENDS_SECONDS = 20

/** Passages of the picture to look at. */
export function passages(seconds: number): Stretch[] {
  if (seconds <= WHOLE_SECONDS) return [{ from: 0, to: seconds }]
  const step = (seconds - 2 * ENDS_SECONDS) / SAMPLES
  const middle = Array.from({ length: SAMPLES }, (_, index) => {
    const from = Math.round(ENDS_SECONDS + (index + 0.5) * step - SAMPLE_SECONDS / 2)
    return { from, to: from + SAMPLE_SECONDS }
  })
  return [{ from: 0, to: ENDS_SECONDS }, ...middle, { from: seconds - ENDS_SECONDS, to: seconds }]
}

/** Decodes a film and measures its picture and sound. */
export async function measure(path: string, format: string, described: Described, options: RunOptions = {}): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-probe-'))
  try {
    const picture = described.streams.find((stream): stream is DescribedPicture => stream.kind === 'picture')
    const looked = picture ? passages(pictureSeconds(described, picture)) : []
    const black: Stretch[] = []
    const kinds = { interlaced: 0, progressive: 0 }
    let inner: Edges | null = null
    let constant = true
    let ends = 0
    const levels: Levels[] = []
    for (const [index, passage] of looked.entries()) {
      const log = join(folder, `picture-${index}.txt`)
      await run(pictureJob(path, format, picture!, passage, log), options)
      const found = await pictureIn(log, passage)
      levels.push(...(await levelsIn(`${log}.levels`)))
      black.push(...found.black)
      kinds.interlaced += found.interlaced
      kinds.progressive += found.progressive
      if (found.edges) inner = inner ? widest(inner, found.edges) : found.edges
      constant &&= found.constant
      ends = Math.max(ends, found.ends)
    }
    const sound: MeasuredSound[] = []
    for (const choice of soundOf(described)) {
      const log = join(folder, `sound-${choice.streams[0]}.txt`)
      const heard = await run(soundJob(path, format, described, choice, log), options).then(
        () => soundIn(log, described.seconds),
        (error: unknown) => {
          // A track with nothing in it is as good as a silent one: no film is refused for it.
          if (!foundNothing(error)) throw error
          return { loudness: null, range: 0, peak: null, silent: [], mute: null, ends: 0 }
        },
      )
      const stream = described.streams.find(({ index }) => index === choice.streams[0]) as DescribedSound
      sound.push({ ...choice, channels: stream.channels * choice.streams.length, ...heard })
    }
    const judged = kinds.interlaced + kinds.progressive
    return {
      looked,
      black,
      interlaced: judged === 0 ? 0 : Math.round((100 * kinds.interlaced) / judged),
      bars: picture && inner ? barsOf(picture, inner) : null,
      range: rangeOf(levels),
      ends: round(ends),
      constant,
      sound,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const nothing = (from: string, codec: string): Job['outputs'] => [{ to: null, format: 'null', streams: [{ from, codec }] }]

/** Each half of the split is scaled, or one would be given the format and the range of the other. */
function pictureJob(path: string, format: string, picture: DescribedPicture, passage: Stretch, log: string): Job {
  const start =
    passage.from > 0 ? { start: passage.from, seconds: passage.to - passage.from } : { seconds: passage.to - passage.from + 1 }
  const steps = ['idet', 'cropdetect=limit=24:round=2:reset=0', 'blackdetect=d=1', `metadata=mode=print:file=${quoted(log)}`]
  return {
    inputs: [{ from: { file: path }, format, ...start }],
    graph: `[0:${picture.index}]split[seen][told];[seen]scale,format=yuv420p,${steps.join(',')}[out];[told]${levelSteps(picture, `${log}.levels`)}[levels]`,
    outputs: [...nothing('out', 'wrapped_avframe'), ...nothing('levels', 'wrapped_avframe')],
  }
}

/** Levels of brightness as they are written, whatever the file says of its range: of two small pictures a second, for which no sample is mixed with another. */
function levelSteps({ colour }: DescribedPicture, log: string): string {
  const range = colour.range === 'pc' ? 'pc' : 'tv'
  return `fps=2,scale=320:180:flags=neighbor:in_range=${range}:out_range=${range},format=yuv420p,signalstats,metadata=mode=print:file=${quoted(log)}`
}

interface Levels {
  least: number
  /** A tenth of the picture is as dark, or darker; a tenth as bright, or brighter. */
  dark: number
  bright: number
  most: number
}

async function levelsIn(log: string): Promise<Levels[]> {
  const levels: Levels[] = []
  for await (const { values } of measuresOf(log)) {
    const level = (name: string) => Number(values[`lavfi.signalstats.${name}`])
    levels.push({ least: level('YMIN'), dark: level('YLOW'), bright: level('YHIGH'), most: level('YMAX') })
  }
  return levels
}

/** Blacker than black and whiter than white by a tenth of a picture, again and again, nobody makes; of a whole film that never leaves 16 to 235, and goes to both ends, nobody would write it in full. */
export function rangeOf(levels: readonly Levels[]): Measured['range'] {
  const beyond = levels.filter(({ dark, bright }) => dark <= 8 || bright >= 247).length
  if (beyond > 0 && beyond >= levels.length / 100) return 'full'
  const [least, most] = [Math.min(...levels.map((one) => one.least)), Math.max(...levels.map((one) => one.most))]
  return least >= 14 && least <= 20 && most >= 228 && most <= 238 ? 'limited' : null
}

function soundJob(path: string, format: string, described: Described, choice: SoundChoice, log: string): Job {
  const steps = [
    'ebur128=metadata=1:peak=true:framelog=verbose',
    'silencedetect=noise=-60dB:duration=2',
    `ametadata=mode=print:file=${quoted(log)}`,
  ]
  return {
    inputs: [wholeFilm(path, format)],
    graph: `${soundSource(described, choice)},${steps.join(',')}[out]`,
    outputs: nothing('out', 'pcm_s16le'),
  }
}

interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

const widest = (one: Edges, other: Edges): Edges => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
})

/** Gaps between frames that are compared: of a passage of five minutes, each. */
const MOST_GAPS = 100_000

/** What a passage’s log says: black, interlacing, where the picture ends, and whether it runs evenly. */
async function pictureIn(log: string, passage: Stretch) {
  const black: Stretch[] = []
  const gaps: number[] = []
  let interlaced = 0
  let progressive = 0
  let edges: Edges | null = null
  let before: number | null = null
  for await (const { seconds, values } of measuresOf(log)) {
    const number = (name: string) => Number(values[`lavfi.${name}`])
    stretched(black, values, 'lavfi.black', passage)
    const kind = values['lavfi.idet.multiple.current_frame']
    if (kind === 'tff' || kind === 'bff') interlaced++
    if (kind === 'progressive') progressive++
    if (values['lavfi.cropdetect.x1'] !== undefined)
      edges = { left: number('cropdetect.x1'), top: number('cropdetect.y1'), right: number('cropdetect.x2'), bottom: number('cropdetect.y2') } // prettier-ignore
    if (before !== null && gaps.length < MOST_GAPS) gaps.push(seconds - before)
    before = seconds
  }
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return {
    black,
    interlaced,
    progressive,
    edges: edges && edges.right > edges.left ? edges : null,
    ends: before === null ? 0 : passage.from + before + usual,
    constant: gaps.every((gap) => Math.abs(gap - usual) < usual * 0.2 + 0.0015),
  }
}

/** Takes down what a frame says of a stretch that begins or ends with it; one that does not end lasts as long as the passage. */
function stretched(found: Stretch[], values: Record<string, string>, name: string, { from, to }: Stretch): void {
  const [starts, ends] = [values[`${name}_start`], values[`${name}_end`]]
  const open = found.at(-1)
  if (ends !== undefined && open) open.to = round(Number(ends) + from)
  if (starts !== undefined) found.push({ from: round(Number(starts) + from), to: round(to) })
}

/** Edges thinner than one part in a hundred are no bars: encoders leave them. */
function barsOf(picture: DescribedPicture, inner: Edges): Measured['bars'] {
  const bars = {
    top: inner.top,
    bottom: picture.height - 1 - inner.bottom,
    left: inner.left,
    right: picture.width - 1 - inner.right,
  }
  const thick = Math.max(bars.top, bars.bottom) > picture.height / 100 || Math.max(bars.left, bars.right) > picture.width / 100
  return thick ? bars : null
}

async function soundIn(log: string, seconds: number) {
  const silent: Stretch[] = []
  let last: Record<string, string> = {}
  let ends = 0
  for await (const { seconds: at, values } of measuresOf(log)) {
    ends = Math.max(ends, at)
    stretched(silent, values, 'lavfi.silence', { from: 0, to: seconds })
    if (values['lavfi.r128.I'] !== undefined) last = values
  }
  const peaks = Object.keys(last).filter((name) => name.startsWith('lavfi.r128.true_peaks_ch'))
  // Above full scale is above 1; ffmpeg says the amplitude, not decibels.
  const decibels = peaks.map((name) => 20 * Math.log10(Number(last[name])))
  const peak = Math.max(...decibels)
  const [left, right] = decibels.map((one) => one < QUIET)
  const loudness = Number(last['lavfi.r128.I'])
  return {
    // The gate of R 128 lets nothing below −70 through: what reads so is silence.
    loudness: Number.isFinite(loudness) && loudness > -69.9 ? Math.round(loudness * 10) / 10 : null,
    range: Math.round((Number(last['lavfi.r128.LRA']) || 0) * 10) / 10,
    peak: Number.isFinite(peak) ? Math.round(peak * 10) / 10 : null,
    silent,
    mute: decibels.length !== 2 || left === right ? null : left === true ? ('left' as const) : ('right' as const),
    ends: round(ends),
  }
}

const round = (seconds: number) => Math.max(0, Math.round(seconds * 100) / 100)
