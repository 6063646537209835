import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { compose } from '@vitrine/screening/engine/compose'
import { probe } from '@vitrine/screening/probe/probe'
import { readSubtitles } from '@vitrine/screening/subtitles/read'
import { testFolder } from '@vitrine/screening/testing/test-film'
import { films } from '../films/index.ts'
import { halved, shown } from './camera.ts'
import { movingFilm, movingFilms } from './moving-film.ts'

const mean = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length

for (const slug of movingFilms)
  test(`${slug} moves, sounds and is subtitled`, async () => {
    assert.ok(films.some((film) => film.slug === slug))
    const film = await movingFilm(slug)
    assert.ok(film.seconds >= 60 && film.seconds <= 90)

    const pictures: Uint8Array[] = []
    for (const picture of film.frames()) if (pictures.push(picture) === 130) break
    assert.equal(pictures[0]!.length, film.width * film.height * 3)
    assert.equal(mean(pictures[0]!), 0, 'it begins in black')
    assert.ok(mean(pictures[129]!) > 20)
    assert.ok(
      pictures[100]!.some((value, at) => Math.abs(value - pictures[129]![at]!) > 16),
      'something moves',
    )

    let seconds = 0
    let loudest = 0
    for (const samples of film.sound.samples()) {
      const values = new Int16Array(samples.buffer)
      assert.equal(values.length, 96_000)
      loudest = Math.max(loudest, ...values.subarray(0, 4000))
      seconds++
    }
    assert.equal(seconds, film.seconds)
    assert.ok(loudest > 1000 && loudest < 30_000, String(loudest))

    assert.deepEqual(
      film.subtitles.map(({ language }) => language),
      ['eng', 'fra'],
    )
    for (const { language, webvtt } of film.subtitles) {
      const { cues, findings } = readSubtitles(new TextEncoder().encode(webvtt), { language, filmSeconds: film.seconds })
      assert.deepEqual(findings, [], 'as an editor would have them')
      assert.ok(cues.length >= 8)
    }
  })

test('the camera shows the part of a still that it looks at', () => {
  const px = new Float32Array(64 * 36 * 3)
  for (let y = 0, at = 0; y < 36; y++) for (let x = 0; x < 64; x++) for (let c = 0; c < 3; c++) px[at++] = x / 63
  const plate = halved({ w: 64, h: 36, px })
  const into = new Uint8Array(16 * 9 * 3)
  const seen = (moment: number) => {
    shown(plate, { from: [0.25, 0.5, 0.5], to: [0.75, 0.5, 0.5] }, moment, into, 16, 9)
    return Math.round(mean(into))
  }
  assert.deepEqual([seen(0) < 70, Math.abs(seen(0.5) - 128) <= 2, seen(1) > 185], [true, true, true])
})

test('as a master it says its colours, so that nothing is found in it that an editor would ask about', async () => {
  const { filters } = await movingFilm(movingFilms[0]!)
  const path = join(testFolder('moving-film'), 'master.mp4')
  const frame = Buffer.alloc(640 * 360 * 3, 90)
  await compose(path, { width: 640, height: 360, rate: [25, 1], pixels: 'rgb24', filters, frames: Array.from({ length: 50 }, () => frame) }) // prettier-ignore
  const rules = (await probe(path)).findings.map(({ rule }) => rule)
  assert.deepEqual(
    rules.filter((rule) => rule.startsWith('colours') || rule.includes('range')),
    [],
  )
})

test('no other film moves', async () => {
  await assert.rejects(movingFilm('../../etc'), /does not move/)
})
