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

/** An MP4 film whose index lies at its end, with a record of Dolby Vision for its picture as `Dolby Vision Streams within the ISO base media file format` has it. */
export function withDolbyVision(film: Uint8Array, profile: number, compatible: number): Buffer {
  const bytes = Buffer.from(film)
  const record = Buffer.alloc(32)
  record.writeUInt32BE(32, 0)
  record.write(profile <= 7 ? 'dvcC' : 'dvvC', 4, 'latin1')
  record[8] = 1 // its version
  record.writeUInt16BE((profile << 9) | (6 << 3) | 0b101, 10) // level 6; Dolby's layer beside the picture itself
  record[12] = compatible << 4
  let [at, end] = [0, 0]
  // The box of the sample entry, and every box round it, grows by as much.
  for (const type of ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd', 'avc1']) {
    at = bytes.indexOf(type, at) - 4
    end = at + bytes.readUInt32BE(at)
    bytes.writeUInt32BE(bytes.readUInt32BE(at) + record.length, at)
    at += 4
  }
  return Buffer.concat([bytes.subarray(0, end), record, bytes.subarray(end)])
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
