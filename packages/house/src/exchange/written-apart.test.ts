import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownTemporaryFolder } from '../testing/temporary-folder.ts'
import { writtenApart } from './written-apart.ts'

const folder = ownTemporaryFolder('apart')
const kept = () => readdirSync(folder)

test('what was written is read as it was, however long its pieces are, and nothing of it stays', async () => {
  const long = Buffer.alloc(700_001, 'x')
  async function* pieces() {
    yield 'é'
    yield await Promise.resolve(long)
    for (let i = 0; i < 1000; i++) yield String(i)
  }
  const whole = Buffer.concat([Buffer.from('é'), long, Buffer.from(Array.from({ length: 1000 }, (_, i) => i).join(''))])
  const { size, stream } = await writtenApart(pieces())
  assert.equal(size, whole.length)
  assert.ok(whole.equals(Buffer.from(await new Response(stream).arrayBuffer())))
  const empty = await writtenApart((async function* () {})())
  assert.equal((await new Response(empty.stream).arrayBuffer()).byteLength, 0)
  const left = await writtenApart(pieces())
  await left.stream.cancel()
  assert.deepEqual(kept(), [])
})

test('what fails while it is made is thrown before anything can be read, and nothing of it stays', async () => {
  async function* fails() {
    yield await Promise.resolve('half of it')
    throw new Error('out of order')
  }
  await assert.rejects(writtenApart(fails()), /out of order/)
  assert.deepEqual(kept(), [])
})

test('a disk that takes nothing is a failure of the house, not a mistake of the program', async () => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = join(folder, 'gone')
  try {
    await assert.rejects(writtenApart(['a']), { code: 'files-down' })
  } finally {
    process.env['TMPDIR'] = before
  }
  assert.deepEqual(kept(), [])
})
