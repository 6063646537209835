import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chapterTrack, storyboardTrack } from '../reel/tracks.ts'
import { randomFrom } from '../testing/random.ts'
import { reelForTest } from '../testing/reel.ts'
import { addressesOf } from './addresses.ts'

const reel = reelForTest()
const at = addressesOf(reel)

/** Every address that a playlist sends a player to, from where it lies. */
function ledTo(address: string): string[] {
  const asset = at(address)
  const text = asset?.kind === 'text' ? asset.text : ''
  const names = text.split('\n').flatMap((line) => (line.startsWith('#') ? (/URI="([^"]+)"/.exec(line)?.[1] ?? []) : line === '' ? [] : line)) // prettier-ignore
  return names.map((name) => new URL(name, `http://x/${address}`).pathname.slice(1))
}

test('a player that follows the playlists finds every file and no other', () => {
  const found = new Set<string>()
  const follow = (address: string): void => {
    if (found.has(address)) return
    found.add(address)
    if (address.endsWith('.m3u8')) ledTo(address).forEach(follow)
  }
  follow('index.m3u8')
  for (const address of found) assert.notEqual(at(address), null, address)
  // per rung and sound: a playlist, a start, its segments; per subtitles: a playlist and a file; and the whole
  assert.equal(found.size, 1 + 2 * (2 + 5) + (2 + 5) + (2 + 4) + 2 * 2)
  const segment = at('video/720p/00003.m4s')
  assert.deepEqual(segment, { kind: 'file', type: 'video/mp4', path: { a: 'video/720p/a/00003.m4s', b: 'video/720p/b/00003.m4s' }, segment: 3 }) // prettier-ignore
  assert.deepEqual(at('poster.jpg'), { kind: 'file', type: 'image/jpeg', path: { a: 'poster.jpg', b: 'poster.jpg' }, segment: null }) // prettier-ignore
})

test('an unmarked reel has one variant, and a bare one no more than its picture', () => {
  const bare = addressesOf(reelForTest(3, { variants: ['a'], sound: [], subtitles: [], storyboard: null, poster: false, chapters: [] })) // prettier-ignore
  const asset = bare('video/360p/00002.m4s')
  assert.ok(asset?.kind === 'file')
  assert.equal(asset.path.b, 'video/360p/a/00002.m4s')
  for (const address of [
    'sound/fra/index.m3u8',
    'subtitles/eng.vtt',
    'storyboard.vtt',
    'chapters.vtt',
    'poster.jpg',
    'storyboard/0.jpg',
  ])
    assert.equal(bare(address), null, address)
})

test('no path of a request becomes the path of a file', () => {
  const tricks = ['', '/', '..', '../reel.json', 'reel.json', './index.m3u8', '/index.m3u8', 'index.m3u8/', 'video', 'video/720p', 'video/720p/', 'video/720p/a/00001.m4s', 'video/720p/b/00001.m4s', 'video/720p/00005.m4s', 'video/720p/1.m4s', 'video/720p/000001.m4s', 'video/720p/-0001.m4s', 'video/720p/0000１.m4s', 'video/../720p/00001.m4s', 'video/720p/../../../etc/passwd', 'video/%2e%2e/00001.m4s', 'video/720p/00001.m4s%00', 'video/720p/00001.m4s\0', 'video/720p/00001.m4s\n', 'video\\720p\\00001.m4s', 'video/1080p/00001.m4s', 'sound/eng/00004.m4s', 'sound/deu/00001.m4s', 'video/fra/00001.m4s', 'subtitles/deu.vtt', 'subtitles/../reel.json', 'storyboard/1.jpg', '__proto__', 'constructor', 'video/__proto__/00001.m4s', 'VIDEO/720p/00001.m4s'] // prettier-ignore
  for (const path of tricks) assert.equal(at(path), null, JSON.stringify(path))
  const random = randomFrom(7)
  const pieces = ['video', 'sound', '..', '.', '/', '//', '720p', 'fra', '00001', '.m4s', 'init.mp4', '%2f', '\\', 'a', 'reel.json', 'index.m3u8', '\0'] // prettier-ignore
  const files = new Set<string>()
  for (let n = 0; n < 20_000; n++) {
    const asset = at(Array.from({ length: 1 + random.whole(6) }, () => pieces[random.whole(pieces.length)]).join(''))
    if (asset?.kind === 'file') Object.values(asset.path).forEach((path) => files.add(path))
  }
  for (const path of files) assert.match(path, /^(?:(?:video|sound|subtitles|storyboard)\/)?[a-z0-9/-]+\.(?:m4s|mp4|jpg|vtt)$/)
  for (const name of ['..', '../x', 'a/b', '', '.', 'A', 'x'.repeat(41)])
    assert.throws(() => addressesOf(reelForTest(3, { rungs: [{ ...reel.rungs[0]!, name }] })), RangeError, name)
})

test('the small pictures and the chapters are told to a player in its own format', () => {
  assert.match(storyboardTrack(reel)!, /^WEBVTT\n\n00:00:00\.000 --> 00:00:02\.000\nstoryboard\/0\.jpg#xywh=0,0,160,90\n[^]*00:00:08\.000 --> 00:00:09\.200\nstoryboard\/0\.jpg#xywh=640,0,160,90\n$/) // prettier-ignore
  assert.match(chapterTrack(reel)!, /00:00:04\.000 --> 00:00:09\.200\nIce &amp; &lt;light&gt;\n$/)
  assert.equal(storyboardTrack(reelForTest(3, { storyboard: null })), null)
  assert.equal(chapterTrack(reelForTest(3, { chapters: [{ at: 900, name: 'Beyond the end' }] })), null)
})
