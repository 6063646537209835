import { type Reel, type Rung, segmentName, type SoundTrack, type SubtitleTrack } from './reel.ts'

/**
 * The playlists of a reel (RFC 8216bis), made from its `reel.json` alone. Every address in them is relative to the playlist, and none says
 * which variant of a segment is meant: two viewings read the same playlists and are handed different segments.
 */
export const playlistPaths = {
  /** The sizes, the sound and the subtitles. */
  master: 'index.m3u8',
  video: (rung: string) => `video/${rung}/index.m3u8`,
  sound: (track: string) => `sound/${track}/index.m3u8`,
  subtitles: (track: string) => `subtitles/${track}.m3u8`,
}

/** The playlist that lists the others, from the smallest size to the largest: a slow line begins at once. */
export function masterPlaylist(reel: Reel): string {
  const [soundNames, subtitleNames] = [distinct(reel.sound.map(ownName)), distinct(reel.subtitles.map(ownName))]
  const sound = reel.sound.map((track, index) =>
    media({
      TYPE: 'AUDIO',
      'GROUP-ID': '"sound"',
      NAME: text(soundNames[index]!),
      LANGUAGE: text(tagOf(track.language)),
      DEFAULT: index === 0 ? 'YES' : 'NO',
      AUTOSELECT: 'YES',
      CHANNELS: text(String(track.channels)),
      URI: text(playlistPaths.sound(track.name)),
    }),
  )
  const subtitles = reel.subtitles.map((track, index) =>
    media({
      TYPE: 'SUBTITLES',
      'GROUP-ID': '"subtitles"',
      NAME: text(subtitleNames[index]!),
      LANGUAGE: text(tagOf(track.language)),
      DEFAULT: 'NO',
      AUTOSELECT: 'YES',
      FORCED: 'NO',
      CHARACTERISTICS: track.sdh ? text(SDH) : undefined,
      URI: text(playlistPaths.subtitles(track.name)),
    }),
  )
  const rungs = reel.rungs.toSorted((one, other) => one.height * one.width - other.height * other.width)
  return lines(
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...sound,
    ...subtitles,
    ...rungs.flatMap((rung) => variant(reel, rung)),
  )
}

function variant(reel: Reel, rung: Rung): string[] {
  const sound = Math.max(0, ...reel.sound.map((track) => track.average))
  const codecs = new Set([rung.codecs, ...reel.sound.map((track) => track.codecs)])
  const attributes = attributeList({
    BANDWIDTH: String(rung.peak + sound),
    'AVERAGE-BANDWIDTH': String(rung.average + sound),
    CODECS: text([...codecs].join(',')),
    RESOLUTION: `${rung.width}x${rung.height}`,
    'FRAME-RATE': (reel.frameRate[0] / reel.frameRate[1]).toFixed(3),
    AUDIO: reel.sound.length > 0 ? '"sound"' : undefined,
    SUBTITLES: reel.subtitles.length > 0 ? '"subtitles"' : undefined,
    'CLOSED-CAPTIONS': 'NONE',
  })
  return [`#EXT-X-STREAM-INF:${attributes}`, playlistPaths.video(rung.name)]
}

/** The segments of the picture. Every size has the same. */
export const videoPlaylist = (reel: Reel): string => segments(reel.lengths)

/** The segments of a sound track. */
export const soundPlaylist = (track: SoundTrack): string => segments(track.lengths)

/** Subtitles are one file for the whole film. */
export const subtitlePlaylist = (reel: Reel, track: SubtitleTrack): string =>
  lines(...head([reel.seconds]), `#EXTINF:${seconds(reel.seconds)},`, `${track.name}.vtt`, '#EXT-X-ENDLIST')

const segments = (lengths: number[]) =>
  lines(
    ...head(lengths),
    '#EXT-X-MAP:URI="init.mp4"',
    ...lengths.flatMap((length, index) => [`#EXTINF:${seconds(length)},`, segmentName(index)]),
    '#EXT-X-ENDLIST',
  )

const head = (lengths: number[]) => [
  '#EXTM3U',
  '#EXT-X-VERSION:7',
  `#EXT-X-TARGETDURATION:${Math.max(1, ...lengths.map(Math.round))}`,
  '#EXT-X-PLAYLIST-TYPE:VOD',
  '#EXT-X-INDEPENDENT-SEGMENTS',
]

/** What Apple’s players call subtitles for the deaf and hard of hearing. */
const SDH = 'public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound'

const seconds = (length: number) => length.toFixed(6)
const media = (attributes: Attributes) => `#EXT-X-MEDIA:${attributeList(attributes)}`
const lines = (...all: string[]) => `${all.join('\n')}\n`

type Attributes = Record<string, string | undefined>

const attributeList = (attributes: Attributes) =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(',')

/** A quoted string of a playlist holds no quote and no end of line; there is no way to write them. */
const text = (value: string) => `"${value.replaceAll('"', '”').replace(/[\r\n]+/g, ' ')}"`

/** As playlists and players write a language: `fra` is `fr`. */
export function tagOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und'
  } catch {
    return 'und'
  }
}

/** A language by its own name: français, Deutsch, ქართული. Of one that nobody has said it is only said what it is. */
function ownName(track: SoundTrack | SubtitleTrack): string {
  const tag = tagOf(track.language)
  if (tag === 'und') return 'sdh' in track ? 'Text' : 'Audio'
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return 'sdh' in track && track.sdh ? `${name} (SDH)` : name
}

/** Names within a menu are told apart: the second `français` is `français 2`. */
function distinct(names: string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  })
}
