import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testFolder } from '../testing/test-film.ts'
import { mp4Chapters } from './mp4-chapters.ts'

const folder = testFolder('chapters')

function box(type: string, ...inside: Buffer[]): Buffer {
  const body = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

function list(...chapters: [at: number, name: string][]): Buffer {
  const entries = chapters.map(([at, name]) => {
    const words = Buffer.from(name)
    const head = Buffer.alloc(9)
    head.writeBigUInt64BE(BigInt(at * 10_000_000))
    head.writeUInt8(words.length, 8)
    return Buffer.concat([head, words])
  })
  return box('chpl', Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, chapters.length]), ...entries)
}

const read = (...file: Buffer[]) => {
  const path = join(folder, 'film.mp4')
  writeFileSync(path, Buffer.concat(file))
  return mp4Chapters(path)
}
const start = box('ftyp', Buffer.from('isom'))

test('reads chapters, wherever the index lies', async () => {
  const index = box('moov', box('mvhd', Buffer.alloc(100)), box('udta', list([0, 'Prologue'], [62.5, 'Été'])))
  const wanted = [
    { at: 0, name: 'Prologue' },
    { at: 62.5, name: 'Été' },
  ]
  assert.deepEqual(await read(start, index, box('mdat', Buffer.alloc(64))), wanted)
  assert.deepEqual(await read(start, box('mdat', Buffer.alloc(64)), index), wanted)
})

test('finds none where there are none, or where they cannot be read', async () => {
  assert.deepEqual(await read(start, box('moov', box('udta'))), [])
  assert.deepEqual(await read(start, box('mdat', Buffer.alloc(64))), [])
  const cut = list([0, 'Prologue']).subarray(0, 20)
  cut.writeUInt32BE(20)
  assert.deepEqual(await read(start, box('moov', box('udta', cut))), [])
  assert.deepEqual(await read(start, Buffer.from('7fffffff6d6f6f76', 'hex')), [])
  assert.deepEqual(await read(start, Buffer.alloc(64)), [])
})

test('keeps none of the boxes that it looks through', () => {
  const path = join(folder, 'boxes.mp4')
  writeFileSync(path, Buffer.concat([start, box('moov', Buffer.alloc(24_000_000, box('free')), box('udta', list([3, 'Late'])))]))
  const program = `
    import { mp4Chapters } from './mp4-chapters.ts'
    console.log(JSON.stringify(await mp4Chapters(process.argv[1])))
  `
  const small = ['--max-old-space-size=48', '--input-type=module', '-e', program, path]
  const { stdout, stderr } = spawnSync(process.execPath, small, { cwd: import.meta.dirname, encoding: 'utf8' })
  assert.equal(stdout, '[{"at":3,"name":"Late"}]\n', stderr)
})
