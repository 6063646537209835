/**
 * A job carried out by node-av, in a process of its own: a film that brings the decoder down brings nothing else down, and FFmpeg's code,
 * which stands under another licence, stays in another program. Reads the task from standard input as JSON, writes lines of JSON.
 */
import { readFileSync, writeSync } from 'node:fs'
import {
  AV_LOG_ERROR,
  AV_PICTURE_TYPE_I,
  AV_PICTURE_TYPE_NONE,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AVSEEK_FLAG_BACKWARD,
} from 'node-av/constants'
import {
  avRescaleQ,
  Decoder,
  Demuxer,
  Encoder,
  EOF,
  FFmpegError,
  FilterComplexAPI,
  type Frame,
  Log,
  Muxer,
  type Packet,
} from 'node-av'
import { NOTHING_IN_IT } from './failure.ts'
import { isKeyframe, MOST_PIXELS, PROTOCOLS } from './ffmpeg-arguments.ts'
import { type Job, type JobInput, type JobOutput, type JobStream, type Place, streamsRead } from './job.ts'
import { describe } from './node-av-describe.ts'

/** What the parent asks for. */
export type Task = { job: Job } | { describe: JobInput }

const MICROSECONDS = { num: 1, den: 1_000_000 }
const tell = (line: object) => writeAll(1, Buffer.from(`${JSON.stringify(line)}\n`))

/** Writes all of it: a pipe may take less at a time. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done)
}

/** One input: its packets in order, and a decoder for each stream that the graph reads. */
interface Source {
  input: JobInput
  demuxer: Demuxer
  packets: Generator<Packet | null>
  decoders: Map<number, Decoder>
  /** Seconds taken off every time: where the file's own clock starts, and where reading does. */
  shift: number
  /** How far it was read, in seconds. */
  read: number
  /** A packet of a stream that is read has come, and a frame. */
  took: boolean
  gave: boolean
  ended: boolean
}

function opened(input: JobInput, streams: number[], strict = false): Source {
  const place = 'file' in input.from ? `file:${input.from.file}` : `pipe:${input.from.pipe}`
  const demuxer = Demuxer.openSync(place, { format: input.format, options: { protocol_whitelist: PROTOCOLS, ...input.options } })
  const decoders = new Map<number, Decoder>()
  for (const index of streams) {
    const stream = demuxer.streams[index]
    if (!stream) throw new Error('no such stream')
    decoders.set(
      index,
      Decoder.createSync(stream, { exitOnError: strict, options: { max_pixels: String(MOST_PIXELS) } as never }),
    )
  }
  const clock = Number.isFinite(demuxer.startTime) ? demuxer.startTime : 0
  if (input.start) demuxer.seekSync(input.start + clock, -1, AVSEEK_FLAG_BACKWARD)
  return {
    input,
    demuxer,
    packets: demuxer.packetsSync(),
    decoders,
    shift: clock + (input.start ?? 0),
    read: 0,
    took: false,
    gave: false,
    ended: false,
  }
}

/** One encoder of an output, and where its packets go. */
class Track {
  readonly from: string
  private readonly stream: JobStream
  private readonly encoder: Encoder | null
  private readonly muxer: Muxer | null
  private readonly index: number
  private frames = 0
  /** No frame comes any more. */
  over = false

  constructor(stream: JobStream, muxer: Muxer | null) {
    this.from = stream.from
    this.stream = stream
    this.muxer = muxer
    const rate = stream.rate && {
      framerate: { num: stream.rate[0], den: stream.rate[1] },
      timeBase: { num: stream.rate[1], den: stream.rate[0] },
    }
    this.encoder =
      muxer && Encoder.createSync(stream.codec as never, { bitrate: 0, options: stream.options as never, context: rate as never })
    this.index = muxer && this.encoder ? muxer.addStream(this.encoder) : 0
  }

  take(frame: Frame): void {
    const number = this.frames++
    if (!this.encoder) return
    const context = this.encoder.getCodecContext()
    if (!this.stream.rate || !context) {
      this.encoder.encodeSync(frame)
    } else {
      // Past the first frame a picture goes straight to the codec: the way round it forgets which frames are to be keyframes.
      frame.pts = avRescaleQ(frame.pts, frame.timeBase, context.timeBase)
      frame.timeBase = context.timeBase
      frame.duration = 1n
      const key = this.stream.keyframeEvery && isKeyframe(number, this.stream.rate, this.stream.keyframeEvery)
      frame.pictType = key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
      FFmpegError.throwIfError(context.sendFrameSync(frame), 'encoding')
    }
    this.drain()
  }

  end(): void {
    this.encoder?.flushSync()
    this.drain()
  }

  private drain(): void {
    for (;;) {
      const packet = this.encoder?.receiveSync()
      if (!packet) return
      this.muxer!.writePacketSync(packet, this.index)
      packet.free()
    }
  }
}

function muxerFor(output: JobOutput): Muxer | null {
  if (output.to === null) return null
  const options = {
    format: output.format,
    options: { fflags: '+bitexact', ...output.options },
    useSyncQueue: false,
    useAsyncWrite: false,
  }
  return Muxer.openSync(target(output.to) as string, options as never)
}

const target = (to: Place) => ('file' in to ? to.file : { write: (bytes: Buffer) => writeAll(to.pipe, bytes) })

function carryOut(job: Job): void {
  const pads = streamsRead(job.graph)
  const sources = job.inputs.map((input, at) =>
    opened(
      input,
      pads.filter(([of]) => of === at).map(([, stream]) => stream),
      job.strict,
    ),
  )
  const muxers = job.outputs.map(muxerFor)
  const tracks = job.outputs.flatMap((output, at) => output.streams.map((stream) => new Track(stream, muxers[at]!)))
  const graph = FilterComplexAPI.create(job.graph, {
    inputs: pads.map((pad) => ({ label: pad.join(':') })),
    outputs: tracks.map((track) => ({
      label: track.from,
      mediaType: kindOf(job, track.from) === 'sound' ? AVMEDIA_TYPE_AUDIO : AVMEDIA_TYPE_VIDEO,
    })),
  })

  const began = performance.now()
  let told = began
  const pull = (track: Track) => {
    for (;;) {
      const frame = graph.receiveSync(track.from)
      if (frame === EOF) track.over = true
      if (!frame) return
      track.take(frame)
      frame.free()
    }
  }

  // A graph that is not made yet, for want of a first frame on another pad, forgets that a pad has ended: it is told again.
  const early = new Set<string>()
  // Patterns that follow the picture have no end of their own: the work is over when nothing more comes out, or nothing ever can.
  for (let source = laggard(sources); source && !tracks.every(({ over }) => over); source = laggard(sources)) {
    if (sources[0]!.ended && !graph.isInitialized && !sources[0]!.gave) break
    step(source, sources.indexOf(source), graph, early)
    if (graph.isInitialized) for (const pad of early) graph.flushSync(pad)
    if (graph.isInitialized) early.clear()
    tracks.forEach(pull)
    if (performance.now() - told < 500) continue
    told = performance.now()
    const seconds = sources[0]!.read
    tell({ seconds, speed: seconds / ((told - began) / 1000) })
  }
  if (!graph.isInitialized) throw new Error(sources[0]!.took ? 'no frame was decoded' : NOTHING_IN_IT)
  for (const track of tracks) track.end()
  for (const muxer of muxers) muxer?.closeSync()
  // Filters that write what they measured end their files now.
  graph.close()
  tell({ seconds: sources[0]!.read, speed: sources[0]!.read / ((performance.now() - began) / 1000) })
}

/** The input that is furthest behind: so inputs of different lengths wait for each other and nothing piles up. */
function laggard(sources: Source[]): Source | undefined {
  return sources.filter((source) => !source.ended).sort((one, other) => one.read - other.read)[0]
}

/** Reads one packet of an input and hands what it decodes to on to the graph. */
function step(source: Source, at: number, graph: FilterComplexAPI, early: Set<string>): void {
  const packet = source.packets.next().value as Packet | null
  if (packet) {
    const decoder = source.decoders.get(packet.streamIndex)
    if (decoder) {
      source.took = true
      feed(source, `${at}:${packet.streamIndex}`, decoder, packet, graph)
    }
    packet.free()
  }
  const over = source.input.seconds !== undefined && source.read > source.input.seconds + 1
  if (packet && !over) return
  source.ended = true
  for (const [stream, decoder] of source.decoders) {
    feed(source, `${at}:${stream}`, decoder, null, graph)
    if (graph.isInitialized) graph.flushSync(`${at}:${stream}`)
    else early.add(`${at}:${stream}`)
  }
}

function feed(source: Source, pad: string, decoder: Decoder, packet: Packet | null, graph: FilterComplexAPI): void {
  decoder.decodeSync(packet)
  for (let frame = decoder.receiveSync(); frame; frame = decoder.receiveSync()) {
    const base = frame.timeBase
    frame.pts -= avRescaleQ(BigInt(Math.round(source.shift * 1e6)), MICROSECONDS, base)
    const seconds = (Number(frame.pts) * base.num) / base.den
    source.read = Math.max(source.read, seconds)
    const wanted =
      (!source.input.start || seconds >= -1e-6) && (source.input.seconds === undefined || seconds < source.input.seconds)
    if (wanted) {
      source.gave = true
      graph.processSync(pad, frame)
    }
    frame.free()
  }
}

/** Whether a name of the graph carries sound: the codec of its stream says so. */
function kindOf(job: Job, from: string): 'sound' | 'picture' {
  const stream = job.outputs.flatMap((output) => output.streams).find((one) => one.from === from)!
  return /^(aac|libfdk_aac|pcm_)/.test(stream.codec) ? 'sound' : 'picture'
}

Log.setLevel(AV_LOG_ERROR)
try {
  const task = JSON.parse(readFileSync(0, 'utf8')) as Task
  if ('describe' in task) tell({ described: describe(opened(task.describe, []).demuxer) })
  else carryOut(task.job)
  tell({ done: true })
  process.exit(0)
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}
