/** The whole way: a film with the mark in it is encoded, leaked, encoded again and made smaller, and traced to the viewing it was. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { compose } from '../engine/compose.ts'
import { lumaFrames } from '../engine/luma-frames.ts'
import { run } from '../engine/run.ts'
import { type MarkSymbol, symbolOf } from '../mark/code.ts'
import type { MadeFilm } from '../testing/made-film.ts'
import { markedFilm } from '../testing/marked-film.ts'
import { testFolder } from '../testing/test-film.ts'
import type { Film } from './frames.ts'
import { fileLine, reportOf } from './report.ts'
import type { Suspect } from './read.ts'
import { type Print, printOf } from './time/print.ts'
import { trace } from './trace.ts'

const key = (name: string) => createHash('sha256').update(name).digest()
const reelKey = key('a reel')
const viewings = Array.from({ length: 200 }, (_, n) => ({ id: `viewing ${n}`, key: key(`viewing ${n}`) }))
const film: MadeFilm = { name: 'traced', width: 320, height: 180, fps: 8, seconds: 100 }

const folder = testFolder('trace')
const path = (name: string) => join(folder, name)
const opened = (name: string): Film => (asked) => lumaFrames(path(name), asked) // prettier-ignore
let print: Print

/** A part of a film, its time counted from its own start. */
const part = (whole: Film, start: number, seconds: number): Film =>
  async function* (asked) {
    const to = start + Math.min(seconds, asked.to ?? seconds)
    for await (const frame of whole({ ...asked, from: start + (asked.from ?? 0), to }))
      yield { ...frame, seconds: frame.seconds - start }
  }

const suspect = (clip: string): Suspect => ({ reelKey, lengths: Array.from({ length: 50 }, () => 2), clip: opened(clip), film: opened('master.mp4'), filmPrint: print, fps: 8 }) // prettier-ignore

const make = (name: string, crf: number, variant: (index: number) => MarkSymbol | null) =>
  compose(path(name), { width: film.width, height: film.height, rate: [8, 1], pixels: 'gray', frames: markedFilm(film, reelKey, variant), picture: { options: { preset: 'veryfast', crf: String(crf) }, keyframeEvery: 2 } }) // prettier-ignore

/** The film as somebody puts it on the net: another size, another rate, encoded again. */
const leak = (from: string, to: string) =>
  run({
    inputs: [{ from: { file: path(from) }, format: 'mov' }],
    graph: '[0:0]crop=iw*0.94:ih*0.94,scale=240:136,eq=gamma=1.1,format=yuv420p[out]',
    outputs: [{ to: { file: path(to) }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', crf: '28' }, rate: [8, 1] }] }], // prettier-ignore
  })

before(async () => {
  await make('master.mp4', 14, () => null)
  await make('screener.mp4', 22, (index) => symbolOf(reelKey, viewings[17]!.key, index))
  await leak('screener.mp4', 'leak.mp4')
  print = await printOf(opened('master.mp4'))
})

test('a marked copy, cropped, made smaller, brighter and encoded again, is traced to its viewing among two hundred', async () => {
  const found = await trace(suspect('leak.mp4'), viewings)
  assert.deepEqual(found.verdict.named.map(({ id }) => id), ['viewing 17']) // prettier-ignore
  const [named] = found.verdict.named
  assert.ok(named!.overall <= 1e-3)
  assert.ok(named!.agrees >= 0.95 * named!.of && named!.of >= 40, `${named!.agrees} of ${named!.of}`)

  const files = [await fileLine('clip', path('leak.mp4')), await fileLine('film', path('master.mp4'))]
  const report = reportOf(found, { at: '2026-03-01T10:00:00.000Z', reel: 'reel 1', lengths: suspect('leak.mp4').lengths, files, custody: [] }) // prettier-ignore
  assert.equal(report.clip.found, 'in the film')
  assert.ok(Math.abs(report.clip.scaleAcross - 1 / 0.94) < 0.01, `${report.clip.scaleAcross}`)
  assert.match(report.files[0]!.sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(report.limits, ['a viewing is not a person', 'keys were secret', 'nearest is not named'])
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report)
})

test('the master without a mark is traced to nobody', async () => {
  const { verdict, read } = await trace(suspect('master.mp4'), viewings)
  assert.ok(read.readings.length >= 45)
  assert.deepEqual([verdict.verdict, verdict.because, verdict.named], ['nobody', 'no mark', []])
})

test('twenty seconds are traced to nobody', async () => {
  const found = await trace({ ...suspect('leak.mp4'), clip: part(opened('leak.mp4'), 41, 20) }, viewings)
  assert.deepEqual([found.verdict.verdict, found.verdict.because], ['nobody', 'thin evidence'])
  const report = reportOf(found, { at: '2026-03-01T10:00:00.000Z', reel: 'reel 1', lengths: suspect('leak.mp4').lengths, files: [], custody: [] }) // prettier-ignore
  assert.deepEqual(report.limits, ['nobody clears nobody', 'nearest is not named', 'short'])
  assert.ok(report.segments.length >= 8 && report.segments[0]!.from >= 40)
})
