import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Composition, compose, SOUND_RATE } from '../engine/compose.ts'

/** A folder of a test file's own, gone when its tests are done. */
export function testFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vitrine-${name}-`))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface TestFilm extends Partial<Composition> {
  seconds?: number
  /** 0 for a silent film. */
  channels?: number
}

/** A short film for tests: moving slopes of grey, whose first line says the number of the frame (its luma is the number), with a tone. */
export async function testFilm(path: string, film: TestFilm = {}): Promise<string> {
  const { seconds = 6, channels = 2, width = 320, height = 180, rate = [25, 1] } = film
  const count = Math.round((seconds * rate[0]) / rate[1])
  const sound = channels === 0 ? undefined : { channels, samples: tone(seconds, channels) }
  await compose(path, {
    width,
    height,
    rate,
    pixels: 'gray',
    frames: slopes(count, width, height),
    ...(sound ? { sound } : {}),
    ...film,
  })
  return path
}

/** An MP4 film whose sound is announced, and is not there. */
export function withEmptySound(film: Uint8Array): Buffer {
  const bytes = Buffer.from(film)
  const sound = bytes.indexOf('soun')
  // Its tables of times, sizes, pieces and places have no entry.
  for (const [table, count] of [
    ['stts', 8],
    ['stsz', 12],
    ['stsc', 8],
    ['stco', 8],
  ] as const)
    // prettier-ignore
    bytes.writeUInt32BE(0, bytes.indexOf(table, sound) + count)
  return bytes
}

function* slopes(count: number, width: number, height: number): Generator<Uint8Array> {
  for (let number = 0; number < count; number++) {
    const picture = new Uint8Array(width * height)
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++)
        picture[at] = y < 16 ? number : 40 + ((x * 2 + y + number * 3) % 160) + ((x * 7 + y * 13) % 9)
    }
    yield picture
  }
}

export function* tone(seconds: number, channels: number, loudness = 0.2): Generator<Uint8Array> {
  for (let second = 0; second < seconds; second++) {
    const samples = new Int16Array(SOUND_RATE * channels)
    for (let i = 0; i < samples.length; i++)
      samples[i] =
        32_767 * loudness * Math.sin((2 * Math.PI * (330 + 55 * (i % channels)) * Math.floor(i / channels)) / SOUND_RATE)
    yield new Uint8Array(samples.buffer)
  }
}
