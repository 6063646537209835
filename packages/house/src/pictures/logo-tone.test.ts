import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { logoTone } from './logo-tone.ts'

const ground = (colour: string, alpha: number) =>
  sharp({ create: { width: 120, height: 40, channels: 4, background: { ...rgb(colour), alpha } } })
const rgb = (hex: string) => ({ r: parseInt(hex.slice(1, 3), 16), g: parseInt(hex.slice(3, 5), 16), b: parseInt(hex.slice(5), 16) }) // prettier-ignore

/** A bar of one colour in the midst of a ground. */
async function logo(colour: string, behind: { colour: string; alpha: number }) {
  const bar = await sharp({ create: { width: 80, height: 16, channels: 3, background: colour } }).png().toBuffer() // prettier-ignore
  return ground(behind.colour, behind.alpha).composite([{ input: bar }]).webp({ lossless: true }).toBuffer() // prettier-ignore
}
const clear = { colour: '#ffffff', alpha: 0 }

for (const [what, colour, behind, tone] of [
  ['black, seen through', '#000000', clear, 'dark'],
  ['a dark blue, seen through', '#1b2a52', clear, 'dark'],
  ['white, seen through', '#ffffff', clear, 'light'],
  ['a light yellow, seen through', '#f5e07a', clear, 'light'],
  ['a red that is seen on both', '#c8412b', clear, null],
  ['black on a white ground of its own', '#000000', { colour: '#ffffff', alpha: 1 }, null],
  ['white on a black ground of its own', '#ffffff', { colour: '#000000', alpha: 1 }, null],
] as const)
  test(`a logo that is ${what}: ${tone ?? 'seen on both papers'}`, async () =>
    assert.equal(await logoTone(await logo(colour, behind)), tone))

test('nothing to see is no tone', async () => assert.equal(await logoTone(await ground('#000000', 0).png().toBuffer()), null))
