import type { Described } from './described.ts'
import { EngineFailure } from './failure.ts'
import { ffmpegArguments, PROTOCOLS } from './ffmpeg-arguments.ts'
import { describedByFfprobe } from './ffprobe.ts'
import { type Engine, findEngine } from './find.ts'
import type { Job, JobInput, Place } from './job.ts'
import { mp4Chapters } from './mp4-chapters.ts'
import { type Limits, standBy, type Told } from './program.ts'

export interface Progress {
  /** Seconds of the first input that are done. */
  seconds: number
  /** Seconds of film a second. */
  speed: number
}

export interface RunOptions extends Limits {
  engine?: Engine
  onProgress?: ((progress: Progress) => void) | undefined
}

/** Carries a job out. Throws an EngineFailure of the closed list when it could not be. */
export async function run(job: Job, options: RunOptions = {}): Promise<void> {
  const engine = options.engine ?? (await findEngine())
  const places: (Place | null)[] = [...job.inputs.map((input) => input.from), ...job.outputs.map((output) => output.to)]
  const pipes = places.flatMap((place) => (place && 'pipe' in place ? [place.pipe] : []))
  if (engine.kind === 'ffmpeg') {
    const line = ffmpegProgress(options.onProgress)
    await standBy(engine.ffmpeg, ffmpegArguments(job), null, pipes, line, options)
    return
  }
  const said = childLines(options.onProgress)
  await standBy(process.execPath, [engine.child], JSON.stringify({ job }), pipes, said.line, options)
}

/** Characters of all that ffprobe says about a film. */
const MOST_SAID = 16_000_000

/** Reads what a file says about itself. */
export async function describeFile(path: string, format: string, options: RunOptions = {}): Promise<Described> {
  const engine = options.engine ?? (await findEngine())
  const limits = { minutes: 5, ...options }
  if (engine.kind === 'ffmpeg') {
    let text = ''
    const line = (said: string): Told => {
      if (text.length > MOST_SAID) return { tooMuch: true }
      text += `${said}\n`
      return {}
    }
    const whole = ['-show_format', '-show_streams', '-show_chapters', '-of', 'json']
    const asked = ['-v', 'error', '-protocol_whitelist', PROTOCOLS, '-f', format, ...whole, `file:${path}`]
    await standBy(engine.ffprobe, asked, null, [], line, limits)
    return describedByFfprobe(JSON.parse(text))
  }
  const said = childLines(undefined)
  const input: JobInput = { from: { file: path }, format }
  await standBy(process.execPath, [engine.child], JSON.stringify({ describe: input }), [], said.line, limits)
  if (!said.described) throw new EngineFailure('failed')
  return format === 'mov' ? { ...said.described, chapters: await mp4Chapters(path) } : said.described
}

/** ffmpeg's progress: lines of `name=value`, a block about twice a second. Each of these grows as the work does. */
function ffmpegProgress(onProgress: RunOptions['onProgress']) {
  const grown = new Map([['frame', 0], ['out_time_us', 0], ['total_size', 0]]) // prettier-ignore
  return (line: string): Told => {
    const [name = '', value = ''] = line.split('=')
    const before = grown.get(name)
    if (before !== undefined && Number(value) > before) grown.set(name, Number(value))
    if (name === 'speed') onProgress?.({ seconds: grown.get('out_time_us')! / 1e6, speed: Number.parseFloat(value) || 0 })
    return { done: [...grown.values()].reduce((sum, one) => sum + one) }
  }
}

/** The child's lines of JSON: progress, what was described, why it failed. It tells only when it has read something. */
function childLines(onProgress: RunOptions['onProgress']) {
  let lines = 0
  const said = {
    described: null as Described | null,
    line(text: string): Told {
      const told = JSON.parse(text) as Partial<Progress> & { described?: Described; failed?: string }
      if (told.described) said.described = told.described
      if (told.seconds !== undefined) onProgress?.({ seconds: told.seconds, speed: told.speed ?? 0 })
      return { failed: told.failed, done: ++lines }
    },
  }
  return said
}
