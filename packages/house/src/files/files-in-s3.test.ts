/** Masters, copies that are traced and copies to keep in a bucket: handed in on one machine, worked on on another, whatever breaks in between. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isHouseError } from '../errors.ts'
import { s3ForTests } from '../testing/s3-server.ts'
import { filesInS3, markedCopiesInS3 } from './files-in-s3.ts'
import { folderOfFiles } from './folder-of-files.ts'
import { copiesAmong } from './open-copies.ts'
import { openBucket } from './s3/bucket.ts'

const FILM = Buffer.from(Array.from({ length: 350_000 }, (_, n) => (n * 7 + (n >> 8)) % 251))
const SUM = createHash('sha256').update(FILM).digest('hex')
const WAITS = { soon: 300, long: 1500, piece: 100_000 }

const stops: (() => unknown)[] = []
after(async () => {
  for (const stop of stops) await stop()
})

/** Some machines over one bucket, each with a disk of its own, and the film on that of the first. */
async function machines(count = 2) {
  const s3 = await s3ForTests()
  stops.push(s3.stop)
  const all = await Promise.all(
    Array.from({ length: count }, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-s3-files-'))
      const bucket = await openBucket(s3.place, { stalled: 300 })
      stops.push(
        () => rm(folder, { recursive: true, force: true }),
        () => bucket.close(),
      )
      const before = await folderOfFiles(join(folder, 'masters'))
      return {
        folder,
        before,
        masters: filesInS3(bucket, 'masters', join(folder, 'masters'), before, WAITS),
        marked: await markedCopiesInS3(bucket, join(folder, 'marked'), WAITS),
        /** A server that was started anew. */
        anew: () => filesInS3(bucket, 'masters', join(folder, 'masters'), before, WAITS),
      }
    }),
  )
  const [here, there] = [all[0]!, all[1]!]
  const upload = join(here.folder, 'upload')
  await writeFile(upload, FILM)
  return { s3, here, there, upload }
}
const isDown = (thrown: unknown) => isHouseError(thrown) && thrown.code === 'films-down'

test('a master that is handed in on one machine is fetched by another, whole; nothing of it stays where it came in', async () => {
  const { s3, here, there, upload } = await machines()
  await here.masters.carry('m1', upload)
  s3.mood.silent = true
  await here.masters.take('m1', upload)
  await here.masters.take('m1', upload)
  s3.mood.silent = false
  assert.equal(existsSync(upload), true, 'it may still come to nothing')
  await here.masters.letGo('m1', upload)
  assert.equal(existsSync(upload), false)
  const { size, checksum, path } = (await there.masters.find('m1'))!
  assert.deepEqual([size, checksum, path], [FILM.length, SUM, null])
  const fetched = (await there.masters.fetch('m1'))!
  assert.ok((await readFile(fetched)).equals(FILM))
  s3.asked.length = 0
  assert.equal(await there.masters.fetch('m1'), fetched)
  assert.deepEqual(s3.asked.filter((one) => one.includes('/handed/')), [], 'once') // prettier-ignore
  assert.deepEqual(await here.masters.lying(), ['m1'])
  await here.masters.remove('m1')
  assert.equal(s3.objects.size, 0)
})

test('what is taken waits for no S3; until it was carried whole it is no file', async () => {
  const { s3, here, there, upload } = await machines()
  s3.mood.refuse = { match: /PUT .*whole/, status: 403, code: 'AccessDenied' }
  await assert.rejects(here.masters.carry('m1', upload), isDown)
  await assert.rejects(async () => here.masters.take('m1', upload), /carried first/)
  assert.equal(await there.masters.find('m1'), null)
  assert.equal(await there.masters.fetch('m1'), null)
  s3.mood.refuse = null
  await here.masters.carry('m1', upload)
  await writeFile(here.marked.making('c1', 'one'), FILM)
  await here.marked.weigh('c1', 'one')
  await assert.rejects(async () => here.marked.take('c1', 'one'), /sealed first/)
  await here.marked.seal('c1', 'one')
  s3.mood.silent = true
  s3.asked.length = 0
  await here.masters.take('m1', upload)
  await here.marked.take('c1', 'one')
  assert.deepEqual(s3.asked, [], 'the house is not held for it')
})

test('what was fetched goes with the last who works on it, also one that could not be fetched', async () => {
  const { s3, here, there, upload } = await machines()
  await here.masters.carry('m1', upload)
  const fetched = (await there.masters.fetch('m1'))!
  assert.equal(await there.masters.fetch('m1'), fetched)
  await there.masters.done('m1')
  const long = new Date(Date.now() - 2 * 86_400_000)
  await utimes(fetched, long, long)
  await there.masters.lying()
  assert.equal(existsSync(fetched), true, 'another works on it, if it takes two days')
  const [, again] = await Promise.all([there.masters.done('m1'), there.masters.fetch('m1')])
  assert.ok((await readFile(again!)).equals(FILM), 'who comes while it goes has it anew')
  await there.masters.done('m1')
  assert.equal(existsSync(fetched), false)
  s3.mood.down = true
  await assert.rejects(there.masters.fetch('m1'), isDown)
  await there.masters.done('m1')
  s3.mood.down = false
  await there.masters.fetch('m1')
  await there.masters.done('m1')
  assert.deepEqual(await readdir(join(there.folder, 'masters', '.fetched')), [])
  // What lies in the folder itself, from before there was a bucket, is nobody's copy.
  await there.before.take('old', await copyTo(upload, join(there.folder, 'old')))
  const lies = (await there.masters.fetch('old'))!
  await there.masters.done('old')
  assert.equal(existsSync(lies), true)
})

test('a server that is killed in the middle goes on with the piece at which it broke off; whoever hands it in again is believed', async () => {
  const { s3, here, upload } = await machines()
  s3.mood.refuse = { match: /PUT .*000002/, status: 403, code: 'AccessDenied' }
  await assert.rejects(here.masters.carry('m1', upload), isDown)
  assert.equal(existsSync(upload), true, 'nothing is lost')
  assert.deepEqual([...s3.objects.keys()], ['masters/m1/handed/000000', 'masters/m1/handed/000001'])
  s3.mood.refuse = null
  s3.asked.length = 0
  const anew = here.anew()
  await anew.carry('m1', upload)
  assert.deepEqual(s3.asked.filter((one) => one.startsWith('PUT')).map((one) => one.slice(-6)), ['000002', '000003', 'e.json']) // prettier-ignore
  await anew.take('m1', upload)
  // It dies before its upload goes.
  const again = here.anew()
  s3.asked.length = 0
  await again.carry('m1', upload)
  await again.take('m1', upload)
  assert.deepEqual(s3.asked.filter((one) => one.startsWith('PUT')), []) // prettier-ignore
  await assert.rejects(here.anew().take('m2', upload), /carried first/)
})

test('an S3 that is away, or hurts what is sent, loses nothing; what was put in the place of a piece is not worked on', async () => {
  const { s3, here, there, upload } = await machines()
  s3.mood.down = true
  await assert.rejects(here.masters.carry('m1', upload), isDown)
  await assert.rejects(here.masters.find('m1'), isDown)
  s3.mood.down = false
  s3.mood.hurt = 1
  await here.masters.carry('m1', upload)
  await here.masters.take('m1', upload)
  const key = 'masters/m1/handed/000001'
  const kept = s3.objects.get(key)!
  s3.objects.set(key, Buffer.alloc(kept.length))
  await assert.rejects(there.masters.fetch('m1'), isDown)
  s3.objects.set(key, kept.subarray(1))
  await assert.rejects(there.masters.fetch('m1'), isDown)
  assert.deepEqual(await readdir(join(there.folder, 'masters', '.fetched')), [], 'nothing of it is left')
  s3.objects.set(key, kept)
  s3.mood.breaks = 1
  assert.ok((await readFile((await there.masters.fetch('m1'))!)).equals(FILM), 'a body that breaks off is taken up')
  const stopping = new AbortController()
  await rm((await there.masters.fetch('m1'))!)
  s3.mood.drip = { bytes: 5_000, every: 20 }
  setTimeout(() => stopping.abort(), 100)
  await assert.rejects(there.masters.fetch('m1', stopping.signal))
  assert.deepEqual(await readdir(join(there.folder, 'masters', '.fetched')), [])
})

test('masters from before there was a bucket are worked on where they lie; fetched ones that a process left which died go after a day', async () => {
  const { here, there, upload } = await machines()
  await there.before.take('old', await copyTo(upload, join(there.folder, 'old')))
  const { path } = (await there.masters.find('old'))!
  assert.equal(await there.masters.fetch('old'), path)
  await here.masters.carry('m1', upload)
  await here.masters.take('m1', upload)
  const fetched = (await there.masters.fetch('m1'))!
  const long = new Date(Date.now() - 25 * 3_600_000)
  await utimes(fetched, long, long)
  await there.anew().fetch('m2')
  assert.equal(existsSync(fetched), false)
  await there.masters.fetch('m1')
  await utimes(fetched, long, long)
  await there.anew().lying()
  assert.equal(existsSync(fetched), false, 'also where nothing more is fetched')
  assert.deepEqual((await there.masters.lying()).toSorted(), ['m1', 'old'])
  const copies = copiesAmong(here.masters)
  assert.deepEqual(await copies.before(new Date(Date.now() + 60_000)), ['m1'])
  assert.deepEqual(await copies.before(new Date(Date.now() - 60_000)), [])
  await assert.rejects(there.masters.remove('../../m1'), /not an id/)
})

test('a copy to keep is made on one machine and sent from another, any part of it; what a worker that lost it left goes', async () => {
  const { s3, here, there } = await machines()
  await writeFile(here.marked.making('c1', 'one'), FILM)
  assert.equal(await here.marked.weigh('c1', 'one'), FILM.length)
  assert.equal(await there.marked.open('c1'), null)
  assert.deepEqual((await there.marked.lying()).making, [{ id: 'c1', by: 'one' }])
  await here.marked.seal('c1', 'one')
  s3.mood.silent = true
  await here.marked.take('c1', 'one')
  s3.mood.silent = false
  await here.marked.drop('c1', 'one')
  assert.equal(existsSync(here.marked.making('c1', 'one')), false)
  const file = (await there.marked.open('c1'))!
  const read = async (from?: number, to?: number) => Buffer.concat((await file.stream(from, to).toArray()) as Buffer[])
  assert.ok((await read()).equals(FILM))
  for (const [from, to] of [
    [0, 0],
    [99_999, 100_000],
    [150_000, 349_999],
    [349_999, 349_999],
  ] as const)
    // prettier-ignore
    assert.ok((await read(from, to)).equals(FILM.subarray(from, to + 1)), `${from} to ${to}`)
  await writeFile(there.marked.making('c1', 'two'), FILM.subarray(5))
  await there.marked.weigh('c1', 'two')
  await there.marked.drop('c1', 'two')
  assert.ok((await read()).equals(FILM), 'it is another’s')
  assert.deepEqual(await there.marked.lying(), { made: ['c1'], making: [] })
  s3.mood.down = true
  await assert.rejects(there.marked.open('c1'), isDown)
  s3.mood.down = false
  await there.marked.remove('c1')
  assert.equal(s3.objects.size, 0)
})

async function copyTo(from: string, to: string): Promise<string> {
  await writeFile(to, await readFile(from))
  return to
}
