/** Colours of masters, really packaged: what is grey, white and red in high dynamic range is so on a usual screen, and every output says what it is. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { compose } from '../engine/compose.ts'
import type { DescribedPicture } from '../engine/described.ts'
import { describeFile, run } from '../engine/run.ts'
import { probe } from '../probe/probe.ts'
import { reelPaths } from '../reel/reel.ts'
import { testFolder } from '../testing/test-film.ts'
import { shown } from './colour-cube.ts'
import { areMapped, coloursOf, matrixOf } from './colour.ts'
import { packageMaster } from './package.ts'

const folder = testFolder('colour')
const [WIDTH, HEIGHT] = [320, 180]
/** Signals of PQ: black, the grey of 18 % below white, white (203 cd/m²), the brightest highlight (1,000). */
const PQ = { black: 0, grey: 0.4109, white: 0.5807, highlight: 0.7518 }

type Bar = [y: number, cb: number, cr: number]

/** Upright bars of 10 bits, for two seconds. */
function bars(all: readonly Bar[]): Uint8Array[] {
  const plane = (part: number, width: number, height: number) => {
    const samples = new Uint16Array(width * height)
    for (let at = 0; at < samples.length; at++) samples[at] = all[Math.floor(((at % width) * all.length) / width)]![part]!
    return samples
  }
  const parts = [plane(0, WIDTH, HEIGHT), plane(1, WIDTH / 2, HEIGHT / 2), plane(2, WIDTH / 2, HEIGHT / 2)]
  const frame = Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)))
  return Array.from({ length: 50 }, () => frame)
}
const neutral = (signal: number): Bar => [Math.round(64 + 876 * signal), 512, 512]

async function film(name: string, all: readonly Bar[], tags: string): Promise<string> {
  const path = join(folder, `${name}.mp4`)
  await compose(path, {
    width: WIDTH,
    height: HEIGHT,
    rate: [25, 1],
    pixels: 'yuv420p10le',
    encoded: 'yuv420p10le',
    frames: bars(all),
    filters: [`setparams=${tags}`],
    picture: { codec: 'libx265', options: { preset: 'ultrafast', crf: '8', 'x265-params': 'log-level=none' } },
  })
  return path
}

/** The middle of each bar of a film, of its tenth frame, in samples of 8 bits as they are written. */
async function seen(path: string, count: number): Promise<Bar[]> {
  const raw = `${path}.yuv`
  await run({
    inputs: [{ from: { file: path }, format: 'mov' }],
    graph: '[0:0]format=yuv420p[out]',
    outputs: [{ to: { file: raw }, format: 'rawvideo', streams: [{ from: 'out', codec: 'rawvideo' }] }],
  })
  const bytes = readFileSync(raw)
  const frame = 10 * ((WIDTH * HEIGHT * 3) / 2)
  return Array.from({ length: count }, (_, bar) => {
    const x = Math.floor(((bar + 0.5) * WIDTH) / count)
    const chroma = frame + WIDTH * HEIGHT + (HEIGHT / 4) * (WIDTH / 2) + Math.floor(x / 2)
    return [bytes[frame + (HEIGHT / 2) * WIDTH + x]!, bytes[chroma]!, bytes[chroma + (WIDTH * HEIGHT) / 4]!]
  })
}

async function packaged(master: string, name: string): Promise<{ path: string; picture: DescribedPicture }> {
  const into = join(folder, name)
  const reel = await packageMaster(master, into, { markKey: new Uint8Array(32).fill(3) })
  const rung = reel.rungs[0]!.name
  const path = join(into, 'whole.mp4')
  const parts = [reelPaths.videoStart(rung), ...reel.lengths.map((_, index) => reelPaths.videoSegment(rung, 'a', index))]
  writeFileSync(path, Buffer.concat(parts.map((part) => readFileSync(join(into, part)))))
  assert.ok(existsSync(join(into, reelPaths.poster)))
  assert.deepEqual(readdirSync(into).filter((one) => one.endsWith('.cube')), [], 'the table is not part of the reel') // prettier-ignore
  return { path, picture: (await describeFile(path, 'mov')).streams[0] as DescribedPicture }
}
/** The mark goes two levels up or down, the encoder one more. */
const near = (value: number, wanted: number, what: string, off = 5) => assert.ok(Math.abs(value - wanted) <= off, `${what}: ${value}, wanted ${wanted}`) // prettier-ignore

test('a master in PQ is shown as standard range: black, grey and white are where they belong, red is red', async () => {
  // The red of BT.709 at 100 cd/m², as BT.2020 and PQ write it.
  const red: Bar = [Math.round(64 + 876 * 0.3158), 446, 601]
  const master = await film('pq', [neutral(PQ.black), neutral(PQ.grey), neutral(PQ.white), neutral(PQ.highlight), red], 'colorspace=bt2020nc:color_primaries=bt2020:color_trc=smpte2084:range=tv') // prettier-ignore
  const { findings, described } = await probe(master)
  assert.deepEqual(coloursOf(described.streams[0] as DescribedPicture), { light: 'pq', gamut: 'bt2020' })
  const finding = findings.find(({ rule }) => rule === 'hdr')
  assert.deepEqual([finding?.severity, finding?.values], ['note', { transfer: 'PQ' }])
  const { path, picture } = await packaged(master, 'pq')
  assert.deepEqual(picture.colour, { space: 'bt709', transfer: 'bt709', primaries: 'bt709', range: 'tv' })
  assert.equal(picture.pixelFormat, 'yuv420p')
  const [black, grey, white, highlight, warm] = (await seen(path, 5)) as [Bar, Bar, Bar, Bar, Bar]
  for (const [bar, luma, what] of [
    [black, 16, 'black'],
    [grey, 123, 'grey'],
    [white, 214, 'white'],
    [highlight, 235, 'highlight'],
  ] as const) {
    // prettier-ignore
    near(bar[0], luma, what)
    near(bar[1], 128, `${what}, blue`)
    near(bar[2], 128, `${what}, red`)
  }
  // Close to no green at all, a rounded sample is some levels of the screen.
  for (const [part, wanted] of [51, 109, 211].entries()) near(warm[part]!, wanted, `red, part ${part}`, 9)
})

test('a master in HLG too', async () => {
  const master = await film('hlg', [neutral(0), neutral(0.436), neutral(0.75), neutral(1)], 'colorspace=bt2020nc:color_primaries=bt2020:color_trc=arib-std-b67:range=tv') // prettier-ignore
  const { findings } = await probe(master)
  assert.deepEqual(findings.find(({ rule }) => rule === 'hdr')?.values, { transfer: 'HLG' })
  const { path, picture } = await packaged(master, 'hlg')
  assert.equal(picture.colour.transfer, 'bt709')
  const lumas = (await seen(path, 4)).map(([luma]) => luma)
  for (const [at, wanted] of [16, 123, 214, 235].entries()) near(lumas[at]!, wanted, `bar ${at}`)
})

test('wide colours in standard range are brought into BT.709: grey and white stay, red is the reddest there is', async () => {
  const master = await film('wide', [neutral(0.5), neutral(1), [Math.round(64 + 876 * 0.2627), 387, 960]], 'colorspace=bt2020nc:color_primaries=bt2020:color_trc=bt709:range=tv') // prettier-ignore
  const { findings } = await probe(master)
  assert.deepEqual(findings.find(({ rule }) => rule === 'wide-gamut')?.values, { gamut: 'BT.2020' })
  const { path, picture } = await packaged(master, 'wide')
  assert.deepEqual(picture.colour, { space: 'bt709', transfer: 'bt709', primaries: 'bt709', range: 'tv' })
  const [grey, white, red] = (await seen(path, 3)) as [Bar, Bar, Bar]
  near(grey[0], 126, 'grey')
  near(white[0], 235, 'white')
  for (const [part, wanted] of [67, 137, 237].entries()) near(red[part]!, wanted, `red, part ${part}`)
})

test('what is in standard range keeps its samples, and says which colours it has', async () => {
  const all: Bar[] = [neutral(0), neutral(0.5), neutral(1), [260, 400, 850]]
  for (const [name, tags, space] of [
    ['hd', 'colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv', 'bt709'],
    ['sd', 'colorspace=bt470bg:color_primaries=bt470bg:color_trc=bt709:range=tv', 'bt601'],
    ['unsaid', 'range=tv', 'bt601'],
  ] as const) {
    const { path, picture } = await packaged(await film(name, all, tags), name)
    assert.equal(['bt470bg', 'smpte170m'].includes(picture.colour.space) ? 'bt601' : picture.colour.space, space, name)
    assert.deepEqual([picture.colour.primaries, picture.colour.range], [space === 'bt709' ? 'bt709' : 'bt470bg', 'tv'], name)
    for (const [at, bar] of (await seen(path, 4)).entries())
      for (const part of [0, 1, 2] as const) near(bar[part], all[at]![part] / 4, `${name}, bar ${at}, part ${part}`)
  }
})

test('a colour is never lost: greys stay grey and in order, hues stay, and nothing goes beyond what can be shown', () => {
  for (const light of ['pq', 'hlg'] as const) {
    let before = -1
    for (let signal = 0; signal <= 1; signal += 1 / 64) {
      const [red, green, blue] = shown([signal, signal, signal], { light, gamut: 'bt2020' })
      assert.ok(Math.abs(red - green) < 0.002 && Math.abs(blue - green) < 0.002, `${light} ${signal}: grey`)
      assert.ok(green >= before, `${light} ${signal}: brighter than what is darker`)
      before = green
    }
    assert.ok(before > 0.999)
  }
  for (const gamut of ['bt2020', 'p3'] as const)
    for (const colour of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.9, 0.2, 0.1],
      [0, 1, 1],
    ] as [number, number, number][]) {
      // prettier-ignore
      const out = shown(colour, { light: 'usual', gamut })
      for (const value of out) assert.ok(value >= 0 && value <= 1)
      assert.equal(out.indexOf(Math.max(...out)), colour.indexOf(Math.max(...colour)), `${gamut} ${colour.join(' ')}`)
    }
  assert.deepEqual(shown([0.2, 0.5, 0.8], { light: 'usual', gamut: 'bt709' }).map((value) => Math.round(value * 1000) / 1000), [0.2, 0.5, 0.8]) // prettier-ignore
})

test('what a file does not say is taken as it usually is', () => {
  const unsaid = { space: 'unknown', transfer: 'unknown', primaries: 'unknown', range: 'unknown' }
  const picture = (width: number, height: number, colour = unsaid, pixelFormat = 'yuv420p') => ({ width, height, colour, pixelFormat, rate: [25, 1] as [number, number] }) // prettier-ignore
  assert.equal(matrixOf(picture(1920, 1080)), 'bt709')
  assert.equal(matrixOf(picture(720, 576)), 'bt601')
  assert.equal(matrixOf(picture(1080, 1920)), 'bt709')
  assert.equal(matrixOf(picture(720, 576, unsaid, 'gbrp10le')), 'bt709')
  assert.equal(areMapped(coloursOf({ colour: unsaid })), false)
  assert.deepEqual(coloursOf({ colour: { ...unsaid, transfer: 'smpte2084' } }), { light: 'pq', gamut: 'bt2020' })
  assert.deepEqual(coloursOf({ colour: { ...unsaid, primaries: 'smpte432', transfer: 'bt709' } }), {
    light: 'usual',
    gamut: 'p3',
  })
})

test('a master in full range is brought into that of television: black is black, and white is white', async () => {
  const full = (signal: number): Bar => [Math.round(1023 * signal), 512, 512]
  const { path, picture } = await packaged(await film('full', [full(0), full(0.5), full(1)], 'colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=pc'), 'full') // prettier-ignore
  assert.deepEqual([picture.colour.range, picture.colour.space], ['tv', 'bt709'])
  for (const [at, [luma]] of (await seen(path, 3)).entries()) near(luma, [16, 126, 235][at]!, `bar ${at}`)
})
