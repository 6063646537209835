import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeFilm } from '../../testing/made-film.ts'
import { mirroredPrint, PRINT, type Print, printOf } from './print.ts'
import { placeOf } from './place.ts'

async function print(pictures: Uint8Array[]): Promise<Print> {
  return await printOf(async function* () {
    for (const [n, luma] of pictures.entries()) yield { seconds: n / PRINT.fps, luma, width: PRINT.width, height: PRINT.height }
  })
}

/** A generator uses its picture again, so each is kept apart. */
const pictures = (seconds: number, fps?: number, name?: string) => {
  const all: Uint8Array[] = []
  for (const picture of madeFilm({
    name: name ?? 'placing',
    width: PRINT.width,
    height: PRINT.height,
    fps: fps ?? PRINT.fps,
    seconds,
  }))
    all.push(picture.slice())
  return all
}

const FILM = pictures(240)

test('a clip with an unknown start is found to a fraction of a second', async () => {
  const placed = placeOf(await print(FILM.slice(437, 437 + 150)), await print(FILM))
  assert.equal(placed!.mirrored, false)
  assert.equal(placed!.pieces.length, 1)
  const [piece] = placed!.pieces
  assert.deepEqual([piece!.from, piece!.to], [0, 30])
  assert.ok(Math.abs(piece!.offset - 437 / PRINT.fps) < 0.05, String(piece!.offset))
})

test('a mirrored clip is found, and known for one', async () => {
  const placed = placeOf(mirroredPrint(await print(FILM.slice(300, 500))), await print(FILM))
  assert.equal(placed!.mirrored, true)
  assert.ok(Math.abs(placed!.pieces[0]!.offset - 60) < 0.05)
})

test('a clip that runs at 25 pictures a second instead of 24 is found, with its speed', async () => {
  const fast = pictures(200, (PRINT.fps * 24) / 25).slice(200, 700)
  const placed = placeOf(await print(fast), await print(FILM))
  const first = 200 / ((PRINT.fps * 24) / 25)
  const [piece] = placed!.pieces
  assert.ok(Math.abs(piece!.speed - 25 / 24) < 0.002, String(piece!.speed))
  assert.ok(Math.abs(piece!.offset - first) < 0.2, `${piece!.offset} ${first}`)
})

test('a clip cut from two places is found in both', async () => {
  const placed = placeOf(await print([...FILM.slice(100, 250), ...FILM.slice(800, 950)]), await print(FILM))
  const offsets = placed!.pieces.map(({ offset }) => Math.round(offset))
  assert.ok(offsets.includes(20) && offsets.includes(130), String(offsets))
})

test('black bars are told from the picture, and do not keep it from being found', async () => {
  const barred = FILM.slice(400, 600).map((picture) => {
    const out = new Uint8Array(picture.length).fill(16)
    for (let y = 0; y < 28; y++)
      for (let x = 0; x < PRINT.width; x++) out[(y + 4) * PRINT.width + x] = picture[Math.floor((y * 36) / 28) * PRINT.width + x]!
    return out
  })
  const clip = await print(barred)
  assert.deepEqual([clip.area.top, clip.area.bottom], [4 / 36, 32 / 36])
  assert.ok(Math.abs(placeOf(clip, await print(FILM))!.pieces[0]!.offset - 80) < 0.1)
})

test('another film is found nowhere; nor is a clip of no length, nor one in which nothing moves', async () => {
  const film = await print(FILM)
  assert.equal(placeOf(await print(pictures(60, undefined, 'another')), film), null)
  assert.equal(placeOf(await print([]), film), null)
  assert.equal(placeOf(await print(Array.from({ length: 100 }, () => FILM[0]!)), film), null)
})
