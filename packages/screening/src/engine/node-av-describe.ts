/** What a file says about itself, read by node-av: runs in the child process alone. */
import {
  avGetCodecName,
  avGetPixFmtName,
  AV_PKT_DATA_DISPLAYMATRIX,
  AV_PKT_DATA_DOVI_CONF,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_SUBTITLE,
  AVMEDIA_TYPE_VIDEO,
  type Demuxer,
  type Stream,
} from 'node-av'
import {
  bitsOf,
  COLOUR_RANGES,
  COLOUR_PRIMARIES,
  COLOUR_SPACES,
  COLOUR_TRANSFERS,
  type Described,
  type DescribedStream,
  dolbyVisionOf,
  lengthSaid,
  MOST_STREAMS,
  rateOf,
  turnOf,
  words,
} from './described.ts'

const ATTACHED_PICTURE = 0x0400

export function describe(demuxer: Demuxer): Described {
  const seconds = Number.isFinite(demuxer.duration) && demuxer.duration > 0 ? demuxer.duration : 0
  return { format: demuxer.formatName, seconds, streams: demuxer.streams.slice(0, MOST_STREAMS).map(described), chapters: [] }
}

function described(stream: Stream): DescribedStream {
  const about = stream.codecpar
  const said = stream.metadata?.getAll() ?? {}
  const common = {
    index: stream.index,
    codec: avGetCodecName(about.codecId) ?? 'unknown',
    language: words(said.language),
    title: words(said.title ?? said.handler_name),
  }
  if (about.codecType === AVMEDIA_TYPE_AUDIO)
    return { ...common, kind: 'sound', channels: about.channels, rate: about.sampleRate }
  if (about.codecType !== AVMEDIA_TYPE_VIDEO || stream.disposition & ATTACHED_PICTURE)
    return { ...common, kind: about.codecType === AVMEDIA_TYPE_SUBTITLE ? 'subtitles' : 'other' }
  const pixelFormat = avGetPixFmtName(about.format as never) ?? 'unknown'
  return {
    ...common,
    kind: 'picture',
    seconds:
      stream.duration > 0n ? (Number(stream.duration) * stream.timeBase.num) / stream.timeBase.den : lengthSaid(said.DURATION),
    width: about.width,
    height: about.height,
    pixel: rateOf(about.sampleAspectRatio.num, about.sampleAspectRatio.den) ?? [1, 1],
    rotation: turnOf(about.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)),
    rate: rateOf(stream.avgFrameRate.num, stream.avgFrameRate.den) ?? [0, 1],
    claimed: rateOf(stream.rFrameRate.num, stream.rFrameRate.den) ?? [0, 1],
    pixelFormat,
    bits: bitsOf(pixelFormat),
    interlaced: null,
    colour: {
      space: COLOUR_SPACES[about.colorSpace] ?? 'unknown',
      transfer: COLOUR_TRANSFERS[about.colorTrc] ?? 'unknown',
      primaries: COLOUR_PRIMARIES[about.colorPrimaries] ?? 'unknown',
      range: COLOUR_RANGES[about.colorRange] ?? 'unknown',
    },
    dolbyVision: dolbyVisionOf(about.getCodedSideData(AV_PKT_DATA_DOVI_CONF)),
  }
}
