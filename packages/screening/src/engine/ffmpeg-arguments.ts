import type { Job, JobInput, JobOutput, JobStream, Place } from './job.ts'

/** Protocols that a job may use: files of this machine, and the caller's own pipes. */
export const PROTOCOLS = 'file,pipe'

/** More pixels than any film has: 16,384 × 8,640. */
export const MOST_PIXELS = 16_384 * 8_640

/** A job as arguments of ffmpeg. Progress is written to standard output. */
export function ffmpegArguments(job: Job): string[] {
  return [
    '-nostdin',
    '-hide_banner',
    '-nostats',
    '-loglevel',
    'error',
    '-progress',
    'pipe:1',
    '-y',
    ...(job.strict ? ['-xerror'] : []),
    ...job.inputs.flatMap((input) => [...(job.strict ? ['-err_detect', 'explode'] : []), ...inputArguments(input)]),
    '-filter_complex',
    job.graph,
    ...job.outputs.flatMap(outputArguments),
  ]
}

const pairs = (options: Record<string, string> = {}, suffix = '') =>
  Object.entries(options).flatMap(([name, value]) => [`-${name}${suffix}`, value])

/** `file:` before a path, so that a path is never taken for another protocol or an option. */
const placed = (place: Place) => ('file' in place ? `file:${place.file}` : `pipe:${place.pipe}`)

/** Muxers that write many files build their names from this one, and do not know `file:`. */
const written = (place: Place) =>
  'file' in place ? (/^([/\\]|[A-Za-z]:)/.test(place.file) ? place.file : `./${place.file}`) : placed(place)

function inputArguments(input: JobInput): string[] {
  return [
    '-protocol_whitelist',
    PROTOCOLS,
    '-max_pixels',
    String(MOST_PIXELS),
    '-noautorotate',
    ...(input.start === undefined ? [] : ['-ss', String(input.start)]),
    ...(input.seconds === undefined ? [] : ['-t', String(input.seconds)]),
    ...pairs(input.options),
    '-f',
    input.format,
    '-i',
    placed(input.from),
  ]
}

function outputArguments(output: JobOutput): string[] {
  const streams = output.streams.flatMap((stream, index) => ['-map', `[${stream.from}]`, ...streamArguments(stream, index)])
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact']
  if (output.to === null) return [...output.streams.flatMap((stream) => ['-map', `[${stream.from}]`]), '-f', 'null', '-']
  return [...streams, ...bare, ...pairs(output.options), '-f', output.format, written(output.to)]
}

function streamArguments(stream: JobStream, index: number): string[] {
  return [
    `-c:${index}`,
    stream.codec,
    ...pairs(stream.options, `:${index}`),
    ...(stream.rate ? [`-r:${index}`, stream.rate.join('/')] : []),
    ...(stream.rate && stream.keyframeEvery ? [`-force_key_frames:${index}`, keyframes(stream.rate, stream.keyframeEvery)] : []),
  ]
}

/** The same frames as `isKeyframe` says, in ffmpeg's notation. */
const keyframes = ([frames, seconds]: [number, number], every: number) =>
  `expr:gte(n,ceil(n_forced*${every * frames}/${seconds}))`

/** Whether a frame, counted from 0, is the first at or after a whole number of `every` seconds. */
export function isKeyframe(frame: number, [frames, seconds]: [number, number], every: number): boolean {
  const length = every * frames
  const before = Math.floor(((frame - 1) * seconds) / length)
  return frame === 0 || Math.floor((frame * seconds) / length) > before
}
