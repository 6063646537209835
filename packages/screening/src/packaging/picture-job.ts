import type { DescribedPicture } from '../engine/described.ts'
import type { Job, JobInput, JobOutput, JobStream } from '../engine/job.ts'
import { turned } from '../engine/luma-frames.ts'
import { type Reel, SEGMENT_SECONDS, type Storyboard, type Variant } from '../reel/reel.ts'
import { colourFilters, matrixOf } from './colour.ts'
import type { Step } from './ladder.ts'
import { LONGEST } from './picture-of.ts'

export interface PicturePlan {
  path: string
  format: string
  picture: DescribedPicture
  steps: Step[]
  rate: [number, number]
  interlaced: boolean
  variants: Reel['variants']
  storyboard: Storyboard | null
}

/** The first pipe that brings patterns; the next step’s is the next. */
export const FIRST_PATTERN_PIPE = 3

/**
 * The whole picture in one pass: decoded once, made upright, progressive and even in time, scaled to each size, and each size marked both
 * ways. Paths are below the reel’s folder.
 */
export function pictureJob(plan: PicturePlan): Job {
  const marked = plan.variants.length === 2
  const patterns: JobInput[] = plan.steps.map((step, index) => ({
    from: { pipe: FIRST_PATTERN_PIPE + index },
    format: 'rawvideo',
    options: { video_size: `${step.width}x${step.height}`, pixel_format: 'yuv420p', framerate: `1/${SEGMENT_SECONDS}` },
  }))
  const outputs = plan.steps.flatMap((step, index) =>
    plan.variants.map((variant) => segmentsOf(plan, step, `${variant}${index}`, variant)),
  )
  const board = plan.storyboard
  return {
    inputs: [wholeFilm(plan.path, plan.format), ...(marked ? patterns : [])],
    graph: [
      `[0:${plan.picture.index}]${common(plan).join(',')},split=${plan.steps.length + (board ? 1 : 0)}${plan.steps.map((_, index) => `[s${index}]`).join('')}${board ? '[s]' : ''}`,
      ...plan.steps.flatMap((step, index) =>
        marked ? bothVariants(plan, step, index) : [`[s${index}]${sized(plan, step)}[a${index}]`],
      ),
      ...(board ? [`[s]${sheets(board)}[board]`] : []),
    ].join(';'),
    outputs: board ? [...outputs, boardOutput] : outputs,
  }
}

/** A film from its beginning to its end, or to where the longest film ends: what it says of its length need not be true. */
export const wholeFilm = (path: string, format: string): JobInput => ({ from: { file: path }, format, seconds: LONGEST })

/** What every size has in common. */
const common = (plan: PicturePlan) => [
  ...(plan.interlaced ? ['bwdif=mode=send_frame'] : []),
  ...turned(plan.picture.rotation),
  // From the first moment of the film on, whenever its first picture comes: sound and picture stay together.
  `fps=${plan.rate.join('/')}:start_time=0`,
  ...colourFilters(plan.picture, plan.steps[0]!),
]

const sized = (plan: PicturePlan, step: Step) =>
  `scale=${step.width}:${step.height}:flags=bicubic:out_color_matrix=${matrixOf(plan.picture)}:out_range=tv,setsar=1,format=yuv420p`

/** Variant a is the picture plus the pattern, variant b the picture less the pattern; the pattern changes with each segment. */
const bothVariants = (plan: PicturePlan, step: Step, index: number) => [
  `[s${index}]${sized(plan, step)},split[x${index}][y${index}]`,
  `[${index + 1}:0]setparams=range=tv,split[p${index}][q${index}]`,
  `[x${index}][p${index}]blend=all_mode=grainmerge:shortest=1[a${index}]`,
  `[y${index}][q${index}]blend=all_mode=grainextract:shortest=1[b${index}]`,
]

/** Folder of one variant of one size, below the reel’s. */
export const variantFolder = (step: Pick<Step, 'name'>, variant: Variant) => `video/${step.name}/${variant}`

function segmentsOf(plan: PicturePlan, step: Step, from: string, variant: Variant): JobOutput {
  return { ...hlsSegments(variantFolder(step, variant)), streams: [{ from, ...pictureStream(plan, step) }] }
}

/** H.264 whose keyframes stand where segments begin, and nowhere else. */
function pictureStream(plan: Pick<PicturePlan, 'rate'>, step: Step): Omit<JobStream, 'from'> {
  const group = Math.ceil((SEGMENT_SECONDS * plan.rate[0]) / plan.rate[1]) + 1
  return {
    codec: 'libx264',
    rate: plan.rate,
    keyframeEvery: SEGMENT_SECONDS,
    options: {
      preset: 'veryfast',
      profile: 'high',
      crf: '21',
      maxrate: String(step.most),
      bufsize: String(step.most * 2),
      g: String(group),
      keyint_min: String(group),
      sc_threshold: '0',
      'forced-idr': '1',
      flags: '+cgop',
    },
  }
}

/** Segments of fragmented MP4 in a folder; the playlist that the muxer writes beside them is not kept. */
export const hlsSegments = (folder: string): Omit<JobOutput, 'streams'> => ({
  to: { file: `${folder}/${MUXER_PLAYLIST}` },
  format: 'hls',
  options: {
    hls_time: String(SEGMENT_SECONDS),
    hls_segment_type: 'fmp4',
    hls_fmp4_init_filename: 'init.mp4',
    hls_segment_filename: `${folder}/%05d.m4s`,
    hls_playlist_type: 'vod',
    hls_list_size: '0',
  },
})

export const MUXER_PLAYLIST = 'muxer.m3u8'

/** Pictures in JPEG tell brightness and colour apart as BT.601 does, whatever their film does. */
export const forJpeg = 'out_color_matrix=bt601:out_range=full'

const sheets = (board: Storyboard) =>
  `fps=1/${board.every}:start_time=0:round=up,scale=${board.width}:${board.height}:flags=area:${forJpeg},setsar=1,format=yuvj420p,tile=${board.columns}x${board.rows}`

/** Quality of JPEG pictures: 2 is the best, 31 the worst. */
export const JPEG = { qmin: '4', qmax: '4' }

const boardOutput: JobOutput = {
  to: { file: 'storyboard/%d.jpg' },
  format: 'image2',
  options: { start_number: '0' },
  streams: [{ from: 'board', codec: 'mjpeg', options: JPEG }],
}

/** Small pictures for seeking: one every two seconds in a short film, some three hundred in a long one. */
export function storyboardFor(seconds: number, seen: { width: number; height: number }): Storyboard {
  const every = Math.max(2, Math.ceil(seconds / 300))
  const columns = 10
  const rows = Math.max(1, Math.min(10, Math.ceil(seconds / every / columns)))
  const scale = 160 / Math.max(seen.width, seen.height)
  const side = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2)
  return { sheets: 0, columns, rows, every, width: side(seen.width), height: side(seen.height) }
}
