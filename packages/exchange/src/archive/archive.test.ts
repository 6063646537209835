import assert from 'node:assert/strict'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { readDirectory, readEntryBytes, ZipError } from './read-zip.ts'
import { ZipWriter } from './write-zip.ts'

let folder = ''
let made = 0
const opened: FileHandle[] = []
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-zip-'))
})
after(async () => {
  for (const file of opened) await file.close()
  await rm(folder, { recursive: true, force: true })
})

async function onDisk(...pieces: Uint8Array[]): Promise<FileHandle> {
  const file = await open(join(folder, String((made += 1))), 'w+')
  opened.push(file)
  for (const piece of pieces) await file.write(piece)
  return file
}

function zipOf(members: Record<string, string | Uint8Array>): Uint8Array {
  const zip = new ZipWriter(new Date('2026-11-26T12:00:00Z'))
  const pieces = Object.entries(members).flatMap(([name, content]) => {
    const bytes = Buffer.from(content as Uint8Array)
    const packed = typeof content === 'string' ? deflateRawSync(bytes) : bytes
    return [zip.begin({ name, method: typeof content === 'string' ? 8 : 0, crc: crc32(bytes), size: bytes.length, packed: packed.length }), packed] // prettier-ignore
  })
  return Buffer.concat([...pieces, zip.end()])
}

async function textOf(file: FileHandle, name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readEntryBytes(file, (await readDirectory(file)).get(name)!)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const fault = (one: string) => (thrown: unknown) => thrown instanceof ZipError && thrown.fault === one

test('what is written is read back, here and by another program', async () => {
  const members = { 'titles/rivière.json': '{"a":1}\n'.repeat(5000), 'files/x': new Uint8Array([1, 2, 3]), empty: '' }
  const zip = zipOf(members)
  const file = await onDisk(zip)
  assert.equal(await textOf(file, 'titles/rivière.json'), members['titles/rivière.json'])
  assert.equal(await textOf(file, 'empty'), '')
  const other = unzipSync(zip)
  assert.deepEqual(Object.keys(other), Object.keys(members))
  assert.deepEqual(other['files/x'], members['files/x'])
})

test('more members than two bytes count, and members beyond four gigabytes', async () => {
  const many = await onDisk(zipOf(Object.fromEntries(Array.from({ length: 70_000 }, (_, n) => [`n/${n}`, new Uint8Array(0)]))))
  assert.equal((await readDirectory(many)).size, 70_000)

  const zip = new ZipWriter(new Date('2026-11-26T12:00:00Z'))
  const large = 5_000_000_000
  const file = await onDisk(zip.begin({ name: 'large', method: 0, crc: 0, size: large, packed: large }))
  const at = (await file.stat()).size + large // a file with a hole: nothing is written for the large one
  const word = Buffer.from('behind it')
  const rest = Buffer.concat([zip.begin({ name: 'small', method: 0, crc: crc32(word), size: 9, packed: 9 }), word, zip.end()])
  await file.write(rest, 0, rest.length, at)
  assert.equal((await readDirectory(file)).get('large')?.size, large)
  assert.equal(await textOf(file, 'small'), 'behind it')
})

test('what is cut, bent, built to burst or leads outside is refused', async () => {
  const zip = zipOf({ 'a.txt': 'some text that is long enough', 'b.txt': 'other' })
  for (const length of [1, 20, zip.length - 60, zip.length - 1])
    await assert.rejects(async () => readDirectory(await onDisk(zip.subarray(0, length))), fault('cut-off'))
  await assert.rejects(async () => readDirectory(await onDisk()), fault('no-archive'))
  const bent = Buffer.from(zip)
  bent[40]! ^= 0xff
  const file = await onDisk(bent)
  await assert.rejects(textOf(file, 'a.txt'), fault('damaged'))
  const bomb = await onDisk(zipOf({ 'bomb.txt': '0'.repeat(30_000_000) }))
  await assert.rejects(readDirectory(bomb), fault('too-dense'))
  for (const name of ['../up', '/root', 'a/../../b', 'c:\\x', 'a//b', 'a\0b'])
    await assert.rejects(async () => readDirectory(await onDisk(zipOf({ [name]: 'x' }))), fault('unsafe-name'), name)
})

test('a member that unpacks to more than it says is stopped at what it said', async () => {
  const packed = deflateRawSync(Buffer.alloc(20_000_000))
  const zip = new ZipWriter(new Date('2026-11-26T12:00:00Z'))
  const file = await onDisk(zip.begin({ name: 'liar', method: 8, crc: 0, size: 1000, packed: packed.length }), packed, zip.end())
  await assert.rejects(textOf(file, 'liar'), fault('damaged'))
})
