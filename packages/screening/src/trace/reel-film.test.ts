/** A packaged reel read as a film: its pictures stand where the master’s stood, from wherever it is read; its print is kept. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { lumaFrames } from '../engine/luma-frames.ts'
import { packageMaster } from '../packaging/package.ts'
import type { Reel } from '../reel/reel.ts'
import { testFilm, testFolder } from '../testing/test-film.ts'
import type { Film } from './frames.ts'
import { printBytes, readPrint } from './kept-print.ts'
import { reelFilm, variantFilm } from './reel-film.ts'
import { PRINT, printOf } from './time/print.ts'

const folder = testFolder('reel-film')
const master = join(folder, 'master.mp4')
const making = join(folder, 'reel')
let reel: Reel

before(async () => {
  await testFilm(master, { seconds: 5, channels: 0 })
  mkdirSync(making)
  reel = await packageMaster(master, making, { markKey: new Uint8Array(32).fill(7) })
})

/** The numbers of the frames, read from their first line, and the moments at which they are shown. */
async function numbers(film: Film, asked: { fps: number; from?: number; to?: number }) {
  const seen: { seconds: number; number: number }[] = []
  for await (const { seconds, luma } of film({ ...asked, width: 320, height: 180 }))
    seen.push({ seconds, number: luma.subarray(3 * 320, 5 * 320).reduce((sum, level) => sum + level, 0) / 640 })
  return seen
}

test('every picture of the film stands where it stood in the master, from the start and from the middle of a segment', async () => {
  for (const asked of [{ fps: 5 }, { fps: 25, from: 2.44, to: 4.22 }]) {
    const [own, masters] = [await numbers(reelFilm(making, reel), asked), await numbers((one) => lumaFrames(master, one), asked)]
    assert.deepEqual(own.map(({ seconds }) => seconds.toFixed(3)), masters.map(({ seconds }) => seconds.toFixed(3))) // prettier-ignore
    own.forEach(({ number }, n) => assert.ok(Math.abs(number - masters[n]!.number) < 1, `${number} for ${masters[n]!.number}`))
  }
  assert.deepEqual(await numbers(reelFilm(making, reel), { fps: 5, from: 9 }), [])
})

test('the two variants are not the same picture, and their mean is nearer to the master than either', async () => {
  const pictures = async (film: Film) => (await Array.fromAsync(film({ fps: 1, width: 320, height: 180 }))).map(({ luma }) => luma) // prettier-ignore
  const [a, b, mean, plain] = [await pictures(variantFilm(making, reel, 'a')), await pictures(variantFilm(making, reel, 'b')), await pictures(reelFilm(making, reel)), await pictures((one) => lumaFrames(master, one))] // prettier-ignore
  const apart = (one: Uint8Array[], other: Uint8Array[]) => one.reduce((sum, picture, n) => sum + picture.reduce((all, level, i) => all + (level - other[n]![i]!) ** 2, 0), 0) // prettier-ignore
  assert.ok(apart(mean!, plain!) < Math.min(apart(a!, plain!), apart(b!, plain!)))
  assert.ok(apart(a!, b!) > 0)
})

test('a print is the same after it was kept; what was cut off or is none is taken anew', async () => {
  const print = await printOf(variantFilm(making, reel, 'a'))
  assert.equal(print.pictures.length, 5 * PRINT.fps)
  const kept = await printBytes(print)
  const again = await readPrint(kept)
  assert.deepEqual(again?.area, print.area)
  assert.deepEqual(again!.pictures.map((picture) => [...picture]), print.pictures.map((picture) => [...picture])) // prettier-ignore
  assert.equal(await readPrint(kept.subarray(0, kept.length - 40)), null)
  assert.equal(await readPrint(new Uint8Array(20)), null)
})
