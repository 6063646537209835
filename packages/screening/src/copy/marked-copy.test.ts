/** A copy to keep, really made: the name is in the picture and moves, the segments are the viewer’s own, subtitles and sound are there. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { EngineFailure } from '../engine/failure.ts'
import { findEngine } from '../engine/find.ts'
import { lumaFrames } from '../engine/luma-frames.ts'
import { describeFile } from '../engine/run.ts'
import { packageMaster } from '../packaging/package.ts'
import type { Reel, Rung, Variant } from '../reel/reel.ts'
import { testFilm, testFolder } from '../testing/test-film.ts'
import { type CopyTask, type Draw, makeMarkedCopy, rungToCopy } from './marked-copy.ts'
import { type Picture, stripFrames, stripsOf } from './strips.ts'

const there = await findEngine().then(
  () => true,
  () => false,
)
const [WIDTH, HEIGHT] = [320, 180]

/** A white square for words: where it stands can be measured. */
const square = (width: number, height: number): Picture => ({ width, height, rgba: new Uint8Array(width * height * 4).fill(255) })
const draw: Draw = { mark: async () => square(40, 16), subtitle: async () => square(120, 12) }

describe('a copy to keep', { skip: !there && 'no engine' }, () => {
  const folder = testFolder('copy')
  let reel: Reel
  let task: CopyTask
  before(async () => {
    // Dark all over, so that what is white was laid over it.
    const frames = Array.from({ length: 8 * 25 }, () => new Uint8Array(WIDTH * HEIGHT).fill(60))
    const master = await testFilm(join(folder, 'master.mp4'), { seconds: 8, frames })
    reel = await packageMaster(master, join(folder, 'reel'), {
      markKey: new Uint8Array(32).fill(7),
      sound: [{ language: 'fra', streams: [1] }],
      subtitles: [{ name: 'eng', language: 'eng', sdh: false, webvtt: 'WEBVTT\n\n00:00:02.000 --> 00:00:04.000\nThe river\n\n00:00:05.000 --> 00:00:06.000 line:0\nfreezes.\n' }], // prettier-ignore
    })
    task = { reel, folder: join(folder, 'reel'), variants: ['a', 'b', 'a', 'b'], sound: 'fra', subtitles: null, lines: ['Ana'], to: join(folder, 'copy.mp4') } // prettier-ignore
  })

  /** Where it is white in each picture, one a second: the middle of it, and how many pixels. */
  async function whiteIn(path: string, rows: [number, number] = [0, HEIGHT]) {
    const found: { seconds: number; x: number; y: number; pixels: number }[] = []
    for await (const { seconds, luma } of lumaFrames(path, { fps: 1, width: WIDTH, height: HEIGHT })) {
      const white = [...luma.keys()].filter((n) => luma[n]! > 180 && n >= rows[0] * WIDTH && n < rows[1] * WIDTH)
      const mean = (of: (n: number) => number) => white.reduce((sum, n) => sum + of(n), 0) / white.length
      found.push({ seconds, x: mean((n) => n % WIDTH), y: mean((n) => Math.floor(n / WIDTH)), pixels: white.length })
    }
    return found
  }

  test('carries the mark in every picture, and never where it was a second ago', async () => {
    const told: number[] = []
    await makeMarkedCopy(task, draw, { onProgress: (share) => told.push(share) })
    const { streams, seconds } = await describeFile(task.to, 'mov')
    assert.deepEqual(streams.map(({ kind, codec }) => [kind, codec]), [['picture', 'h264'], ['sound', 'aac']]) // prettier-ignore
    assert.ok(Math.abs(seconds - 8) < 0.2, String(seconds))
    const marks = await whiteIn(task.to)
    assert.equal(marks.length, 8)
    for (const { pixels } of marks) assert.ok(pixels > 0.7 * 40 * 16 && pixels < 1.3 * 40 * 16, `${pixels} white pixels`)
    for (const [n, one] of marks.entries()) assert.ok(n === 0 || Math.hypot(one.x - marks[n - 1]!.x, one.y - marks[n - 1]!.y) > 4, JSON.stringify(marks)) // prettier-ignore
    assert.ok(told.length > 2 && told.every((share, n) => share <= 1 && (n === 0 || share >= told[n - 1]!)), told.join())
    assert.ok(told.at(-1)! > 0.95)
  })

  test('is the viewer’s own sequence of variants: another sequence is another picture in those segments, and the same in the others', async () => {
    const files: Record<string, Uint8Array[]> = {}
    for (const [name, variants] of Object.entries<Variant[]>({ mine: ['a', 'b', 'a', 'b'], theirs: ['a', 'a', 'a', 'a'] })) {
      const to = join(folder, `${name}.mp4`)
      await makeMarkedCopy({ ...task, variants, to }, draw)
      files[name] = []
      for await (const { luma } of lumaFrames(to, { fps: 1, width: WIDTH, height: HEIGHT })) files[name].push(luma)
    }
    const apart = files['mine']!.map((luma, second) => luma.reduce((sum, level, n) => sum + (level - files['theirs']![second]![n]!) ** 2, 0) / luma.length) // prettier-ignore
    for (const [second, difference] of apart.entries()) {
      const segment = Math.floor(second / 2)
      if (segment % 2 === 1) assert.ok(difference > 0.5, `segment ${segment} differs by ${difference}`)
      else assert.ok(difference < 0.25, `segment ${segment} differs by ${difference}`)
    }
  })

  test('has the subtitles in its picture, while they are to be read, below and above', async () => {
    const to = join(folder, 'read.mp4')
    await makeMarkedCopy({ ...task, subtitles: 'eng', to }, { ...draw, mark: async () => square(2, 2) })
    const [above, below] = [await whiteIn(to, [0, HEIGHT / 2]), await whiteIn(to, [HEIGHT / 2, HEIGHT])]
    const shown = (found: typeof above) => found.filter(({ pixels }) => pixels > 1000).map(({ seconds }) => seconds)
    assert.deepEqual([shown(below), shown(above)], [[2, 3], [5]])
  })

  test('a film without sound is copied without any; what cannot be made says why and is nobody’s copy', async () => {
    await makeMarkedCopy({ ...task, sound: null, to: join(folder, 'silent.mp4') }, draw)
    assert.deepEqual(
      (await describeFile(join(folder, 'silent.mp4'), 'mov')).streams.map(({ kind }) => kind),
      ['picture'],
    )
    await assert.rejects(makeMarkedCopy({ ...task, variants: ['a'] }, draw), RangeError)
    await assert.rejects(makeMarkedCopy({ ...task, to: join(folder, 'master.mp4', 'copy.mp4') }, draw), EngineFailure)
    const stopping = new AbortController()
    const stopped = makeMarkedCopy({ ...task, to: join(folder, 'stopped.mp4') }, draw, { signal: stopping.signal, onProgress: () => stopping.abort() }) // prettier-ignore
    await assert.rejects(stopped, (error) => error instanceof EngineFailure && error.reason === 'cancelled')
    if (existsSync('/dev/full'))
      await assert.rejects(makeMarkedCopy({ ...task, to: '/dev/full' }, draw), (error) => error instanceof EngineFailure && error.reason === 'no-space') // prettier-ignore
  })
})

test('is made in the largest size up to 720 lines, upright or lying', () => {
  const rung = (width: number, height: number) => ({ name: `${height}`, width, height }) as Rung
  const name = (...sizes: [number, number][]) => rungToCopy(sizes.map(([width, height]) => rung(width, height))).name
  assert.equal(name([1920, 1080], [1280, 720], [640, 360]), '720')
  assert.equal(name([720, 1280], [360, 640]), '1280')
  assert.equal(name([1920, 1080]), '1080')
})

test('a strip shows what is to be read at each moment, drawn once, and nothing between', async () => {
  const cue = (from: number, to: number, top = false) => ({ from, to, text: `${from} <i>s</i>`, top })
  const [strip, above] = stripsOf([cue(0.2, 0.4), cue(0.3, 0.6), cue(0.8, 0.9, true), cue(1, 1)], { width: 64, height: 100 })
  assert.deepEqual([strip!.height, strip!.y, above!.y], [26, 70, 4])
  const drawn: string[][] = []
  const frames: number[] = []
  for await (const frame of stripFrames(strip!, 1, async (lines) => (drawn.push([...lines]), square(10, 10)))) frames.push(frame.filter((byte) => byte > 0).length) // prettier-ignore
  assert.deepEqual(drawn, [['0.2 s'], ['0.2 s', '0.3 s'], ['0.3 s']])
  assert.deepEqual(frames.map(Boolean), [false, false, true, true, true, true, false, false, false, false])
})
