import assert from 'node:assert/strict'
import { test } from 'node:test'
import { masterPlaylist, playlistPaths, soundPlaylist, subtitlePlaylist, tagOf, videoPlaylist } from './playlists.ts'
import type { Reel } from './reel.ts'

const reel: Reel = {
  format: 1,
  seconds: 5.005,
  frameRate: [24_000, 1001],
  lengths: [2.002, 2.002, 1.001],
  variants: ['a', 'b'],
  rungs: [
    { name: '720p', width: 1280, height: 720, peak: 3_200_000, average: 2_400_000, codecs: 'avc1.64001f' },
    { name: '360p', width: 640, height: 360, peak: 900_000, average: 600_000, codecs: 'avc1.64001e' },
  ],
  sound: [
    { name: 'fra', language: 'fra', channels: 2, average: 128_000, codecs: 'mp4a.40.2', lengths: [2.005333, 1.984, 1.024] },
    { name: 'fra-2', language: 'fra', channels: 2, average: 128_000, codecs: 'mp4a.40.2', lengths: [2.005333, 1.984, 1.024] },
  ],
  subtitles: [
    { name: 'eng', language: 'eng', sdh: false },
    { name: 'eng-sdh', language: 'eng', sdh: true },
  ],
  storyboard: null,
  poster: true,
  chapters: [],
}

/** Reads a playlist the way RFC 8216 says, sharing nothing with its writer. */
function read(playlist: string) {
  const [first, ...rest] = playlist.split('\n')
  assert.equal(first, '#EXTM3U')
  assert.equal(rest.pop(), '', 'ends with an end of line')
  const tags: { tag: string; value: string; attributes: Record<string, string>; uri?: string }[] = []
  for (const line of rest) {
    if (!line.startsWith('#')) {
      tags.at(-1)!.uri = line
      continue
    }
    const [, tag, value = ''] = /^#(EXT[A-Z0-9-]*)(?::(.*))?$/.exec(line)!
    const attributes = Object.fromEntries(
      [...value.matchAll(/([A-Z0-9-]+)=("[^"]*"|[^,]*)/g)].map(([, name, said]) => [name, said!.replaceAll('"', '')]),
    )
    tags.push({ tag: tag!, value, attributes })
  }
  return tags
}

test('lists sizes from the smallest, with what a player must know before it fetches anything', () => {
  const tags = read(masterPlaylist(reel))
  const variants = tags.filter(({ tag }) => tag === 'EXT-X-STREAM-INF')
  assert.deepEqual(
    variants.map(({ uri }) => uri),
    ['video/360p/index.m3u8', 'video/720p/index.m3u8'],
  )
  assert.deepEqual(variants[1]!.attributes, {
    BANDWIDTH: '3328000',
    'AVERAGE-BANDWIDTH': '2528000',
    CODECS: 'avc1.64001f,mp4a.40.2',
    RESOLUTION: '1280x720',
    'FRAME-RATE': '23.976',
    AUDIO: 'sound',
    SUBTITLES: 'subtitles',
    'CLOSED-CAPTIONS': 'NONE',
  })
})

test('lists sound and subtitles under their own names, told apart, one to begin with', () => {
  const media = read(masterPlaylist(reel)).filter(({ tag }) => tag === 'EXT-X-MEDIA')
  assert.deepEqual(
    media.map(({ attributes }) => [attributes.TYPE, attributes.NAME, attributes.LANGUAGE, attributes.DEFAULT, attributes.URI]),
    [
      ['AUDIO', 'français', 'fr', 'YES', 'sound/fra/index.m3u8'],
      ['AUDIO', 'français 2', 'fr', 'NO', 'sound/fra-2/index.m3u8'],
      ['SUBTITLES', 'English', 'en', 'NO', 'subtitles/eng.m3u8'],
      ['SUBTITLES', 'English (SDH)', 'en', 'NO', 'subtitles/eng-sdh.m3u8'],
    ],
  )
  assert.match(media[3]!.attributes.CHARACTERISTICS!, /public\.accessibility\.transcribes-spoken-dialog/)
  assert.equal(media[2]!.attributes.CHARACTERISTICS, undefined)
})

test('a silent film without subtitles names neither', () => {
  const playlist = masterPlaylist({ ...reel, sound: [], subtitles: [] })
  assert.doesNotMatch(playlist, /AUDIO|SUBTITLES|mp4a/)
})

test('lists the segments of the picture, and of each sound', () => {
  const tags = read(videoPlaylist(reel))
  assert.equal(tags.find(({ tag }) => tag === 'EXT-X-MAP')!.attributes.URI, 'init.mp4')
  assert.equal(tags.find(({ tag }) => tag === 'EXT-X-TARGETDURATION')!.value, '2')
  assert.deepEqual(
    tags.filter(({ tag }) => tag === 'EXTINF').map(({ value, uri }) => [value, uri]),
    [
      ['2.002000,', '00000.m4s'],
      ['2.002000,', '00001.m4s'],
      ['1.001000,', '00002.m4s'],
    ],
  )
  assert.equal(tags.at(-1)!.tag, 'EXT-X-ENDLIST')
  assert.match(soundPlaylist(reel.sound[0]!), /#EXTINF:2\.005333,\n00000\.m4s/)
  assert.deepEqual(read(subtitlePlaylist(reel, reel.subtitles[0]!)).find(({ tag }) => tag === 'EXTINF')!.uri, 'eng.vtt')
})

test('words of a reel cannot break out of a playlist', () => {
  const hostile = 'fra",URI="http://elsewhere/\n#EXT-X-KEY:METHOD=AES-128'
  const playlist = masterPlaylist({
    ...reel,
    rungs: reel.rungs.map((rung) => ({ ...rung, codecs: hostile })),
    sound: reel.sound.map((track) => ({ ...track, language: hostile })),
    subtitles: reel.subtitles.map((track) => ({ ...track, language: hostile })),
  })
  assert.ok(!playlist.includes('\n#EXT-X-KEY'))
  assert.deepEqual(
    read(playlist)
      .filter(({ tag }) => tag === 'EXT-X-MEDIA')
      .map(({ attributes }) => attributes.URI),
    [
      playlistPaths.sound('fra'),
      playlistPaths.sound('fra-2'),
      playlistPaths.subtitles('eng'),
      playlistPaths.subtitles('eng-sdh'),
    ],
  )
})

test('writes languages as players know them', () => {
  assert.deepEqual(['fra', 'deu', 'zxx', 'kat', 'nonsense!'].map(tagOf), ['fr', 'de', 'zxx', 'ka', 'und'])
})
