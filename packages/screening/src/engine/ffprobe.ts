import {
  bitsOf,
  type Described,
  type DescribedStream,
  lengthSaid,
  MOST_CHAPTERS,
  MOST_STREAMS,
  rateOf,
  words,
} from './described.ts'

/** What ffprobe prints, as far as it is read. */
interface Printed {
  format?: { format_name?: string; duration?: string }
  streams?: PrintedStream[]
  chapters?: { start_time?: string; tags?: { title?: string } }[]
}

interface PrintedStream {
  index: number
  codec_type?: string
  codec_name?: string
  duration?: string
  width?: number
  height?: number
  sample_aspect_ratio?: string
  avg_frame_rate?: string
  r_frame_rate?: string
  pix_fmt?: string
  field_order?: string
  color_space?: string
  color_transfer?: string
  color_primaries?: string
  color_range?: string
  channels?: number
  sample_rate?: string
  tags?: Record<string, string>
  disposition?: Record<string, number>
  side_data_list?: { rotation?: number; dv_profile?: number; dv_bl_signal_compatibility_id?: number }[]
}

/** What a file says about itself, from what ffprobe prints. */
export function describedByFfprobe(printed: Printed): Described {
  return {
    format: printed.format?.format_name ?? '',
    seconds: Number(printed.format?.duration) || 0,
    streams: (printed.streams ?? []).slice(0, MOST_STREAMS).map(described),
    chapters: (printed.chapters ?? []).slice(0, MOST_CHAPTERS).map((chapter) => ({
      at: Number(chapter.start_time) || 0,
      name: words(chapter.tags?.title) ?? '',
    })),
  }
}

const ratio = (text = '0/1') => {
  const [over, under] = text.split(/[/:]/).map(Number)
  return rateOf(over ?? 0, under ?? 0)
}

function described(stream: PrintedStream): DescribedStream {
  const tags = stream.tags ?? {}
  const common = {
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    language: words(tags.language),
    title: words(tags.title ?? tags.handler_name),
  }
  if (stream.codec_type === 'audio')
    return { ...common, kind: 'sound', channels: stream.channels ?? 0, rate: Number(stream.sample_rate) || 0 }
  if (stream.codec_type !== 'video' || stream.disposition?.attached_pic)
    return { ...common, kind: stream.codec_type === 'subtitle' ? 'subtitles' : 'other' }
  const pixelFormat = stream.pix_fmt ?? 'unknown'
  // ffprobe counts turns anticlockwise.
  const turn = -(stream.side_data_list?.find((one) => one.rotation !== undefined)?.rotation ?? 0)
  const dolby = stream.side_data_list?.find((one) => one.dv_profile !== undefined)
  return {
    ...common,
    kind: 'picture',
    seconds: Number(stream.duration) || lengthSaid(tags.DURATION),
    width: stream.width ?? 0,
    height: stream.height ?? 0,
    pixel: ratio(stream.sample_aspect_ratio) ?? [1, 1],
    rotation: (((Math.round(turn / 90) * 90) % 360) + 360) % 360,
    rate: ratio(stream.avg_frame_rate) ?? [0, 1],
    claimed: ratio(stream.r_frame_rate) ?? [0, 1],
    pixelFormat,
    bits: bitsOf(pixelFormat),
    interlaced:
      stream.field_order === undefined || stream.field_order === 'unknown' ? null : stream.field_order !== 'progressive',
    colour: {
      space: stream.color_space ?? 'unknown',
      transfer: stream.color_transfer ?? 'unknown',
      primaries: stream.color_primaries ?? 'unknown',
      range: stream.color_range ?? 'unknown',
    },
    dolbyVision: dolby ? { profile: dolby.dv_profile!, compatible: dolby.dv_bl_signal_compatibility_id ?? 0 } : null,
  }
}
