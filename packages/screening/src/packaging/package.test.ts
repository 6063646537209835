import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { EngineFailure } from '../engine/failure.ts'
import { lumaFrames } from '../engine/luma-frames.ts'
import { patternOf } from '../mark/pattern.ts'
import { type Reel, reelPaths, type Variant } from '../reel/reel.ts'
import { testFilm, testFolder, tone, withEmptySound } from '../testing/test-film.ts'
import { LEAST_DIFFERENCE, verifyReel } from '../verify/verify-reel.ts'
import { packageMaster } from './package.ts'

const folder = testFolder('packaging')
const markKey = new Uint8Array(32).fill(7)
const failsWith = (reason: string) => (error: unknown) => error instanceof EngineFailure && error.reason === reason

/** One variant of one size as one film. */
function whole(from: string, reel: Reel, rung: string, variant: Variant): string {
  const files = [reelPaths.videoStart(rung), ...reel.lengths.map((_, index) => reelPaths.videoSegment(rung, variant, index))]
  const path = join(from, `${rung}-${variant}.mp4`)
  writeFileSync(path, Buffer.concat(files.map((file) => readFileSync(join(from, file)))))
  return path
}

/** How alike two pictures are, about their means: 1 is the same, 0 unrelated. */
function likeness(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [mean(one), mean(other)]
  let [product, first, second] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    product += (one[i]! - a) * (other[i]! - b)
    first += (one[i]! - a) ** 2
    second += (other[i]! - b) ** 2
  }
  return product / Math.sqrt(first * second)
}

/** How two films differ, summed over each two seconds. */
async function differencesOf(one: string, other: string, segments: number): Promise<Float32Array[]> {
  const options = { fps: 8, width: 320, height: 180 }
  const sums = Array.from({ length: segments }, () => new Float32Array(320 * 180))
  const against: Uint8Array[] = []
  for await (const { luma } of lumaFrames(other, options)) against.push(luma)
  let count = 0
  for await (const { seconds, luma } of lumaFrames(one, options)) {
    // What is shown just at the seam is still the picture before it.
    const sum = sums[Math.floor((seconds - 0.01) / 2)]
    const beside = against[count++]
    if (sum && beside) for (let at = 0; at < sum.length; at++) sum[at]! += luma[at]! - beside[at]!
  }
  return sums
}

test('packages a film, each segment marked both ways with its own pattern, the last one too', async () => {
  const film = await testFilm(join(folder, 'film.mp4'), { seconds: 5, rate: [30_000, 1001] })
  const into = join(folder, 'reel')
  const shares: number[] = []
  const subtitles = [{ name: 'fra', language: 'fra', sdh: false, webvtt: 'WEBVTT\n' }]
  const reel = await packageMaster(film, into, { markKey, subtitles, onProgress: ({ share }) => shares.push(share) })

  assert.deepEqual(JSON.parse(readFileSync(join(into, reelPaths.manifest), 'utf8')), reel)
  assert.deepEqual(reel.frameRate, [30_000, 1001])
  assert.equal(reel.lengths.length, 3)
  assert.ok(Math.abs(reel.lengths[0]! - 2.002) < 1e-4)
  assert.deepEqual(
    [reel.variants, reel.rungs.map(({ name }) => name), reel.rungs[0]!.codecs.slice(0, 7)],
    [['a', 'b'], ['180p'], 'avc1.64'],
  )
  assert.deepEqual(
    reel.sound.map(({ name, codecs, channels }) => [name, codecs, channels]),
    [['und', 'mp4a.40.2', 2]],
  )
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => one - other),
  )
  for (const file of [reelPaths.poster, reelPaths.storyboard(0), reelPaths.subtitles('fra')])
    assert.ok(existsSync(join(into, file)), file)
  assert.deepEqual(readdirSync(join(into, 'video/180p')).toSorted(), ['a', 'b', 'init.mp4'])
  assert.deepEqual(readdirSync(join(into, 'video/180p/a')), readdirSync(join(into, 'video/180p/b')))

  const [a, b] = (['a', 'b'] as const).map((variant) => whole(into, reel, '180p', variant))
  const differences = await differencesOf(a!, b!, reel.lengths.length)
  for (const [index, difference] of differences.entries()) {
    const [own, next] = [0, 1].map((more) => likeness(difference, patternOf(markKey, index + more, 320, 180)))
    assert.ok(own! > 0.15 && Math.abs(next!) < 0.05, `segment ${index}: ${own} to its own pattern, ${next} to the next`)
  }

  const [verified] = await verifyReel(into, reel)
  assert.equal(verified!.frames, 150)
  for (const difference of verified!.difference!) assert.ok(difference > LEAST_DIFFERENCE && difference < 16)

  // What was tampered with after it was packaged is found.
  const second = join(into, reelPaths.videoSegment('180p', 'b', 1))
  const kept = readFileSync(second)
  writeFileSync(second, kept.subarray(0, kept.length - 100))
  await assert.rejects(verifyReel(into, reel), RangeError)
  writeFileSync(second, Buffer.concat([kept.subarray(0, kept.length - 900), Buffer.alloc(900)]))
  await assert.rejects(verifyReel(into, reel), EngineFailure)
  for (const index of reel.lengths.keys())
    copyFileSync(
      ...((['a', 'b'] as const).map((variant) => join(into, reelPaths.videoSegment('180p', variant, index))) as [string, string]),
    )
  await assert.rejects(verifyReel(into, reel), /hardly differ/)
})

test('takes a film of odd size, ten bits, long pixels and eight channels', async () => {
  const film = await testFilm(join(folder, 'odd.mkv'), {
    seconds: 3,
    width: 161,
    height: 121,
    channels: 8,
    encoded: 'yuv420p10le',
    filters: ['pad=162:122', 'setsar=4/3'],
    container: { format: 'matroska', options: {} },
  })
  const reel = await packageMaster(film, join(folder, 'odd'), { markKey })
  const [rung] = reel.rungs
  assert.deepEqual([rung!.width, rung!.height], [216, 122])
  assert.match(rung!.codecs, /^avc1\.6400/, 'eight bits')
  // Where the muxer lets sound begin before the picture, one frame is shown for as long.
  assert.ok(reel.lengths.length === 2 && reel.lengths[0] === 2 && [1, 1.04].includes(reel.lengths[1]!), reel.lengths.join(' '))
  assert.deepEqual(
    reel.sound.map(({ channels }) => channels),
    [2],
  )
})

test('takes a standing film without sound whose frames come unevenly', async () => {
  const film = await testFilm(join(folder, 'standing.mp4'), {
    seconds: 3,
    width: 96,
    height: 180,
    channels: 0,
    filters: ['setpts=if(lt(N\\,40)\\,N\\,2*N-40)/25/TB'],
  })
  const reel = await packageMaster(film, join(folder, 'standing'))
  assert.deepEqual([reel.rungs[0]!.width, reel.rungs[0]!.height], [96, 180])
  assert.deepEqual([reel.variants, reel.sound], [['a'], []])
  assert.ok(Math.abs(reel.seconds - 4.4) < 0.1, String(reel.seconds))
})

test('leaves out a sound track with nothing in it', async () => {
  const film = join(folder, 'empty-sound.mp4')
  writeFileSync(film, withEmptySound(readFileSync(await testFilm(film, { seconds: 2 }))))
  const reel = await packageMaster(film, join(folder, 'empty-sound'))
  assert.deepEqual([reel.seconds, reel.sound, readdirSync(join(folder, 'empty-sound/sound'))], [2, [], []])
})

test('takes a film whose sound outlasts its picture', async () => {
  const film = await testFilm(join(folder, 'long-sound.mp4'), { seconds: 3, sound: { channels: 2, samples: tone(20, 2) } })
  const into = join(folder, 'long-sound')
  const reel = await packageMaster(film, into)
  assert.equal(reel.seconds, 3)
  assert.ok(existsSync(join(into, reelPaths.poster)))
  const sound = reel.sound[0]!.lengths.reduce((sum, length) => sum + length, 0)
  assert.ok(Math.abs(sound - 20) < 0.1, String(sound))

  // Where the picture says nothing of its length, a film is as long as the longest of both.
  await verifyReel(into, reel, { declared: { picture: 0, film: 20 } })
  for (const declared of [
    { picture: 0, film: 25 },
    { picture: 5, film: 20 },
  ])
    await assert.rejects(verifyReel(into, reel, { declared }), failsWith('broken'))
})

test('says why it takes nothing else, and leaves nothing behind', async () => {
  const into = join(folder, 'none')
  const refused = async (name: string, bytes: Uint8Array | string, reason: string) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    await assert.rejects(packageMaster(path, into), failsWith(reason), name)
    assert.ok(!existsSync(into), name)
  }
  await refused('empty.mp4', '', 'empty')
  await refused('text.mp4', 'Dear sales house', 'not-a-film')
  await refused('playlist.mp4', `#EXTM3U\n#EXTINF:2,\n${join(folder, 'film.mp4')}\n`, 'playlist')
  await refused('script.mp4', `ffconcat version 1.0\nfile ${join(folder, 'film.mp4')}\n`, 'playlist')
  const film = readFileSync(join(folder, 'film.mp4'))
  await refused('cut.mp4', film.subarray(0, film.length * 0.6), 'broken')
  const media = Buffer.from('00000fa06d646174', 'hex')
  await refused('headless.mp4', Buffer.concat([film.subarray(0, film.readUInt32BE(0)), media, Buffer.alloc(3992)]), 'broken')
  const matroska = readFileSync(join(folder, 'odd.mkv'))
  await refused('cut.mkv', matroska.subarray(0, matroska.length / 3), 'broken')
})

test(
  'leaves nothing half done when the program that works for it is killed',
  { skip: process.platform !== 'linux' },
  async () => {
    const into = join(folder, 'killed')
    const killed = () => {
      const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
      for (const child of children) process.kill(Number(child), 'SIGKILL')
    }
    await assert.rejects(packageMaster(join(folder, 'film.mp4'), into, { markKey, onProgress: killed }), failsWith('killed'))
    assert.ok(!existsSync(into))
  },
)

test('a film none of whose pictures can be decoded ends, and says so', async () => {
  const film = readFileSync(join(folder, 'film.mp4'))
  const media = film.indexOf('mdat')
  const path = join(folder, 'noise.mp4')
  writeFileSync(path, Buffer.concat([film.subarray(0, media + 4), Buffer.alloc(film.length - media - 4, 0x55)]))
  await assert.rejects(packageMaster(path, join(folder, 'noise'), { markKey }), failsWith('broken'))
})

test('leaves nothing half done when it is ended, or cannot write', async () => {
  const into = join(folder, 'ended')
  mkdirSync(into)
  writeFileSync(join(into, 'left by a run before'), '')
  const stop = new AbortController()
  const work = packageMaster(join(folder, 'film.mp4'), into, { markKey, signal: stop.signal, onProgress: () => stop.abort() })
  await assert.rejects(work, failsWith('cancelled'))
  assert.ok(!existsSync(into))
  writeFileSync(join(folder, 'a file'), '')
  await assert.rejects(packageMaster(join(folder, 'film.mp4'), join(folder, 'a file', 'reel')), failsWith('cannot-write'))
})
