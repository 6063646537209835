import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { fstatSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { after, test } from 'node:test'
import { PIECE, pourFile } from './pour-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-pour-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const BYTES = randomBytes(3 * PIECE + 17)
let files = 0
function aFile(): { path: string; fd: number } {
  const path = join(folder, String(files++))
  writeFileSync(path, BYTES)
  return { path, fd: openSync(path, 'r') }
}
const closed = (fd: number) => assert.throws(() => fstatSync(fd), /EBADF/)

test('a file, and any part of it, goes out as it lies there, many at once; then it is closed', async () => {
  const parts = [[0, BYTES.length - 1], [5, 5], [PIECE - 1, 2 * PIECE], [BYTES.length - 9, BYTES.length - 1]] as const // prettier-ignore
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const [from, to] = parts[n % parts.length]!
      const { fd } = aFile()
      const got: Buffer[] = []
      const into = new Writable({
        write: (chunk: Buffer, _encoding, done) => setTimeout(() => (got.push(Buffer.from(chunk)), done()), n % 7),
      })
      await pourFile(fd, into, from, to)
      assert.ok(Buffer.concat(got).equals(BYTES.subarray(from, to + 1)))
      closed(fd)
    }),
  )
})

test('one piece is in memory at a time: the next is read when the one before has gone out', async () => {
  const { fd } = aFile()
  const held: (() => void)[] = []
  const into = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void held.push(done) })
  const pouring = pourFile(fd, into, 0, BYTES.length - 1)
  for (let piece = 1; piece <= 4; piece++) {
    while (held.length < piece) await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal(held.length, piece)
    assert.equal(into.writableLength <= PIECE, true)
    held.at(-1)!()
  }
  await pouring
  closed(fd)
})

test('whoever reads goes away: it ends, closes the file and fails nobody', async () => {
  const { fd } = aFile()
  const into = new Writable({ write: () => {} }) // takes nothing in
  into.on('error', () => {})
  const pouring = pourFile(fd, into, 0, BYTES.length - 1)
  setTimeout(() => into.destroy(), 5)
  await pouring
  closed(fd)
})

test('a file that became shorter meanwhile is a failure, never a shorter answer', async () => {
  const { path, fd } = aFile()
  truncateSync(path, PIECE)
  await assert.rejects(pourFile(fd, new PassThrough().resume(), 0, BYTES.length - 1), /ended at byte/)
  closed(fd)
})
