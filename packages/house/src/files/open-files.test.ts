import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sha256 } from '../canonical.ts'
import { openFiles } from './open-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-open-files-'))
after(() => rmSync(folder, { recursive: true }))
const waiting = () => readdirSync(join(folder, 'tmp'))

test('bytes that come in pieces are kept under the name of the whole, as those that come at once', async () => {
  const files = await openFiles(folder)
  const whole = Buffer.from('one, two, three')
  async function* pieces() {
    for (const word of ['one, ', 'two, ', 'three']) yield await Promise.resolve(Buffer.from(word))
  }
  const name = await files.putPieces(pieces())
  assert.equal(name, sha256(whole))
  assert.deepEqual(await files.get(name), whole)
  assert.equal(await files.put(whole), name)
  assert.equal(await files.putPieces(pieces()), name)
  assert.deepEqual([await files.get(name), waiting()], [whole, []])
})

test('what is kept is read in pieces, to its end even where it is removed meanwhile', async () => {
  const files = await openFiles(folder)
  const whole = Buffer.alloc(3_000_000, 'pieces ')
  const name = await files.put(whole)
  const kept = await files.getPieces(name)
  assert.equal(kept?.size, whole.length)
  rmSync(join(folder, 'objects', name.slice(0, 2), name))
  const pieces = await Array.fromAsync(kept!.stream)
  assert.ok(pieces.length > 5 && pieces.every(({ length }) => length <= 256 * 1024))
  assert.deepEqual([Buffer.concat(pieces).equals(whole), await files.getPieces(name), await files.getPieces('../x')], [true, null, null]) // prettier-ignore
})

test('what is removed while it is asked for is whole or is not there', async () => {
  const files = await openFiles(folder)
  const lost: unknown[] = []
  for (let turn = 0; turn < 300; turn++) {
    const name = await files.put(Buffer.from(`piece ${turn}`))
    const asked = files.getPieces(name)
    await new Promise((resolve) => setImmediate(resolve))
    rmSync(join(folder, 'objects', name.slice(0, 2), name))
    const kept = await asked.catch((thrown: unknown) => void lost.push(thrown))
    if (kept) assert.equal(Buffer.concat(await Array.fromAsync(kept.stream)).toString(), `piece ${turn}`)
  }
  assert.deepEqual(lost, [])
})

test('of pieces that break off nothing is kept', async () => {
  const files = await openFiles(folder)
  async function* pieces() {
    yield await Promise.resolve(Buffer.from('half'))
    throw new Error('out of order')
  }
  await assert.rejects(files.putPieces(pieces()), /out of order/)
  assert.deepEqual([await files.get(sha256(Buffer.from('half'))), waiting()], [null, []])
})

test('what a program that was killed left half written goes when it is long over, and not before', async () => {
  const files = await openFiles(folder)
  const name = await files.put(Buffer.from('kept'))
  writeFileSync(join(folder, 'tmp', 'half'), 'half of an export')
  await openFiles(folder)
  assert.deepEqual(waiting(), ['half'])
  await openFiles(folder, 0)
  assert.deepEqual([waiting(), await files.get(name)], [[], Buffer.from('kept')])
})
