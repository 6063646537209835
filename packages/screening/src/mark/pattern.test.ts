import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { GRID_COLUMNS, GRID_ROWS, MIDDLE, patternGrid, patternOf, STRENGTH } from './pattern.ts'

const key = (name: string) => createHash('sha256').update(name).digest()
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the same key and segment give the same picture for ever', () => {
  assert.equal(sha(patternOf(key('a reel'), 7, 640, 360)), 'ef1b6692cce72cb55f12d56c4e524a5551fa03072551f585eff269f69a24c978')
})

test('a pattern stays within its strength, about the middle, and is not empty', () => {
  for (const [width, height] of [
    [1920, 1080],
    [640, 360],
    [480, 270],
    [202, 360],
    [320, 240],
  ] as const)
    // prettier-ignore
    for (const index of [0, 1, 1559]) {
      const picture = patternOf(key('levels'), index, width, height)
      assert.equal(picture.length, width * height)
      let sum = 0
      let squares = 0
      for (const value of picture) {
        const level = value - MIDDLE
        assert.ok(Math.abs(level) <= STRENGTH)
        sum += level
        squares += level * level
      }
      assert.ok(Math.abs(sum / picture.length) < 0.02, `mean ${sum / picture.length} at ${width} × ${height}`)
      const strength = Math.sqrt(squares / picture.length)
      assert.ok(strength > 0.6 && strength < 0.8, `${strength} levels at ${width} × ${height}`)
    }
})

test('patterns of other segments and of other reels have nothing in common', () => {
  const patterns = [0, 1, 2, 3].flatMap((index) => ['one', 'two'].map((name) => patternGrid(key(name), index)))
  for (let a = 0; a < patterns.length; a++)
    for (let b = 0; b < a; b++) assert.ok(Math.abs(likeness(patterns[a]!, patterns[b]!)) < 0.15)
})

test('nine tenths of a pattern lie in its band: neither a shadow nor a grain', () => {
  const energy = spectrum(patternGrid(key('band'), 3))
  let inside = 0
  let all = 0
  for (let v = 0; v < GRID_ROWS; v++)
    for (let u = 0; u < GRID_COLUMNS; u++) {
      const cycles = Math.hypot(Math.min(u, GRID_COLUMNS - u) / GRID_COLUMNS, Math.min(v, GRID_ROWS - v) / GRID_ROWS)
      all += energy[v * GRID_COLUMNS + u]!
      if (cycles > 1 / 16 && cycles < 1 / 4) inside += energy[v * GRID_COLUMNS + u]!
    }
  assert.ok(inside / all > 0.9, `${inside / all}`)
})

test('every rung carries the same pattern', () => {
  const large = patternOf(key('rungs'), 5, 1280, 720)
  const small = patternOf(key('rungs'), 5, 640, 360)
  const halved = new Float32Array(small.length)
  for (let y = 0; y < 360; y++)
    for (let x = 0; x < 640; x++) {
      const at = 2 * y * 1280 + 2 * x
      halved[y * 640 + x] = (large[at]! + large[at + 1]! + large[at + 1280]! + large[at + 1281]!) / 4 - MIDDLE
    }
  assert.ok(
    likeness(
      halved,
      Float32Array.from(small, (value) => value - MIDDLE),
    ) > 0.9,
  )
})

function likeness(a: Float32Array, b: Float32Array): number {
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!
    aa += a[i]! ** 2
    bb += b[i]! ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

/** Energy by frequency, by the definition of the discrete Fourier transform. */
function spectrum(grid: Float32Array): Float32Array {
  const rows = transformed(grid, new Float32Array(grid.length), GRID_COLUMNS, 1, GRID_ROWS, GRID_COLUMNS)
  const both = transformed(rows.re, rows.im, GRID_ROWS, GRID_COLUMNS, GRID_COLUMNS, 1)
  return both.re.map((re, i) => re ** 2 + both.im[i]! ** 2)
}

function transformed(re: Float32Array, im: Float32Array, count: number, step: number, lines: number, lineStep: number) {
  const out = { re: new Float32Array(re.length), im: new Float32Array(re.length) }
  for (let line = 0; line < lines; line++)
    for (let u = 0; u < count; u++) {
      let sumRe = 0
      let sumIm = 0
      for (let i = 0; i < count; i++) {
        const angle = (-2 * Math.PI * ((u * i) % count)) / count
        const at = line * lineStep + i * step
        sumRe += re[at]! * Math.cos(angle) - im[at]! * Math.sin(angle)
        sumIm += re[at]! * Math.sin(angle) + im[at]! * Math.cos(angle)
      }
      out.re[line * lineStep + u * step] = sumRe
      out.im[line * lineStep + u * step] = sumIm
    }
  return out
}
