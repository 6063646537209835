import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { DocumentError, documentText, isPathTrick, openArchive, type DocumentErrorCode, type Limits } from '../index.ts'
import { madeDocx, madeZip } from './made-documents.ts'

async function files(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const file of openArchive(bytes, limits)) found.push([file.path, new TextDecoder().decode(file.bytes)])
  return found
}
const refused = (code: DocumentErrorCode, bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  assert.rejects(files(bytes, limits), (error) => error instanceof DocumentError && error.code === code)

test('files come in the order of their names, without the litter of file managers', async () => {
  const zip = madeZip({
    'b.txt': 'B',
    'sheets/é.txt': 'E',
    'a.txt': 'A',
    '__MACOSX/._a.txt': 'x',
    'sheets/.DS_Store': 'x',
    'Thumbs.db': 'x',
  })
  assert.deepEqual(await files(zip), [
    ['a.txt', 'A'],
    ['b.txt', 'B'],
    ['sheets/é.txt', 'E'],
  ])
})

test('names that leave the archive are refused before anything comes out', async () => {
  const tricks = [
    '../evil.txt',
    'a/../../evil.txt',
    '/etc/passwd',
    'C:\\evil.txt',
    'c:/evil',
    '..\\evil.txt',
    '\\\\host\\share',
    'a\0.txt',
    'a//b',
    '~/.profile',
    'aux.txt',
    'x:stream',
    'line\nbreak',
  ]
  for (const name of tricks) {
    assert.equal(isPathTrick(name), true, name)
    await refused('path-trick', madeZip({ 'a.txt': 'A', [name]: 'x' }))
  }
  for (const name of ['a.txt', 'sheets/b.txt', 'Été 2021 (v2).docx', '..a.txt', 'a..b', 'console.txt'])
    assert.equal(isPathTrick(name), false, name)
})

test('symbolic links are refused', async () => {
  await refused('path-trick', zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }))
})

test('an archive within an archive is handed over, not opened', async () => {
  const inner = madeZip({ 'x.txt': 'x' })
  for await (const file of openArchive(madeZip({ 'inner.zip': inner }))) {
    assert.deepEqual(file.bytes, inner)
    await assert.rejects(documentText(file.bytes), (error) => error instanceof DocumentError && error.code === 'archive')
  }
})

test('a Word file in an archive is read as one', async () => {
  for await (const file of openArchive(madeZip({ 'sheet.docx': await madeDocx() })))
    assert.match((await documentText(file.bytes)).text, /^The Salt Road/)
})

test('bombs, too many entries, damage and emptiness', async () => {
  await refused('zip-bomb', madeZip({ a: new Uint8Array(3_000_000) }))
  await refused('zip-bomb', madeZip({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), { inflatedBytes: 1000 })
  await refused('too-many-entries', madeZip({ a: 'a', b: 'b', c: 'c' }), { entries: 2 })
  await refused('too-large', madeZip({ a: 'a' }), { archiveBytes: 10 })
  await refused('empty', new Uint8Array())
  await refused('damaged', strToU8('PK\u0003\u0004 and nothing else'))
  const bent = madeZip({ 'a.txt': 'a long enough text to be packed, packed, packed, packed' })
  bent[45] = bent[45]! ^ 0xff
  await refused('damaged', bent)
})

test('entries that share their bytes are a bomb', async () => {
  const zip = madeZip({ a: 'x'.repeat(100), b: 'x'.repeat(100) })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 42, 0, true)
  await refused('zip-bomb', zip)
})

test('an entry with a password', async () => {
  const zip = madeZip({ a: 'x' })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
  await refused('encrypted', zip)
})

test('names in the code page of DOS are read', async () => {
  const zip = madeZip({ 'xt.txt': 'x' }) // x becomes é of code page 437
  for (let at = 0; at < zip.length - 5; at++) if (new TextDecoder().decode(zip.subarray(at, at + 6)) === 'xt.txt') zip[at] = 0x82
  assert.deepEqual(await files(zip), [['ét.txt', 'x']])
})
