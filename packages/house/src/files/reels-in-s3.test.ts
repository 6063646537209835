/** An S3 that is down, slow, busy, breaks off, refuses, or is another’s: what the house makes of it. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { type HouseError, isHouseError } from '../errors.ts'
import { s3ForTests } from '../testing/s3-server.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import { reelsInS3, type S3Waits } from './reels-in-s3.ts'
import type { S3Place } from './s3/place.ts'
import { whereIs } from './s3/request.ts'

const SEGMENT = Buffer.from(Array.from({ length: 400_000 }, (_, n) => (n * 7) % 251))
const FILES = { 'poster.jpg': Buffer.from('poster'), 'video/720p/a/00000.m4s': SEGMENT, 'video/720p/b/00000.m4s': SEGMENT }
const PATH = 'video/720p/a/00000.m4s'

const stops: (() => Promise<unknown>)[] = []
after(async () => {
  for (const stop of stops) await stop()
})

/** A store over an S3 of its own, which is patient for a moment. */
async function open(waits: S3Waits = {}, other: Partial<S3Place> = {}) {
  const s3 = await s3ForTests()
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-s3-'))
  stops.push(s3.stop, () => rm(folder, { recursive: true, force: true }))
  const before = await reelsInFolder(folder)
  const store = await reelsInS3({ ...s3.place, ...other }, folder, { stalled: 300, soon: 400, long: 2000, ...waits })
  const make = async (id: string, by: string): Promise<void> => {
    const making = await store.make(id, by)
    for (const [path, bytes] of Object.entries(FILES)) {
      await mkdir(dirname(join(making, path)), { recursive: true })
      await writeFile(join(making, path), bytes)
    }
  }
  const ready = async (id: string): Promise<void> => {
    await make(id, 'one')
    await store.weigh(id, 'one')
    await store.seal(id, 'one')
    await store.take(id, 'one')
    await store.drop(id, 'one')
  }
  const read = async (id = 'r1', path = PATH): Promise<Buffer> =>
    Buffer.concat((await (await store.open(id, path))!.stream().toArray()) as Buffer[])
  return { s3, folder, store, before, make, ready, read }
}
const down = (reason: string) => (error: unknown) =>
  isHouseError(error) && error.code === 'films-down' && error.details['reason'] === reason

test('one that is down is asked again for a moment, then said to be; it is as before once it is back', async () => {
  const { s3, store, ready, read } = await open()
  await ready('r1')
  s3.mood.down = true
  await assert.rejects(store.open('r1', PATH), down('no-answer'))
  await assert.rejects(store.reach(), down('no-answer'))
  s3.mood.down = false
  assert.ok((await read()).equals(SEGMENT), 'it is as before')
  const patient = await open({ soon: 30_000 })
  await patient.ready('r1')
  patient.s3.mood.away = 2
  assert.ok((await patient.read()).equals(SEGMENT), 'it comes back while it is asked again')
  patient.s3.mood.busy = 2
  assert.ok((await patient.read()).equals(SEGMENT), 'so it is where it has too much to do')
  assert.deepEqual([patient.s3.mood.away, patient.s3.mood.busy], [0, 0])
})

test('one that takes a request and never answers is not waited for without end', async () => {
  const { s3, store, ready } = await open()
  await ready('r1')
  s3.mood.silent = true
  await assert.rejects(store.open('r1', PATH), down('no-answer'))
})

test('a body that breaks off is taken up where it broke; one that always does is a failure, not half a film', async () => {
  const { s3, store, ready, read } = await open()
  await ready('r1')
  assert.ok((await read()).equals(SEGMENT))
  s3.mood.breaks = 2
  s3.asked.length = 0
  assert.ok((await read()).equals(SEGMENT))
  assert.equal(s3.asked.filter((one) => one.startsWith('GET') && one.endsWith(PATH)).length, 3)
  s3.mood.breaks = 99
  await assert.rejects(read(), /broke off/)
  s3.mood.breaks = 1
  const file = (await store.open('r1', PATH))!
  s3.objects.set(`reels/r1/one/${PATH}`, Buffer.alloc(SEGMENT.length))
  await assert.rejects(file.stream().toArray(), down('no-answer'), 'two files are never mixed into one')
})

test('the first bytes go on before the last have come', async () => {
  const { s3, store, ready } = await open({ stalled: 60_000 }) // what is tried is the order: a slow machine is no S3 that is silent
  await ready('r1')
  const first = Promise.withResolvers<void>()
  s3.mood.drip = { bytes: 40_000, every: first.promise } // the rest comes once the first has gone on
  let bytes = 0
  for await (const piece of (await store.open('r1', PATH))!.stream() as AsyncIterable<Buffer>) {
    first.resolve()
    bytes += piece.length
  }
  assert.equal(bytes, SEGMENT.length)
})

test('a reader who takes their time is waited for', async () => {
  const { store, ready } = await open()
  await ready('r1')
  const slow = (await store.open('r1', PATH))!.stream()
  let seen = 0
  for await (const piece of slow as AsyncIterable<Buffer>) {
    if (seen === 0) await pause(700) // longer than an S3 may be silent
    seen += piece.length
  }
  assert.equal(seen, SEGMENT.length)
})

test('a reader who leaves ends the request', async () => {
  const { s3, store, ready } = await open()
  await ready('r1')
  s3.mood.drip = { bytes: 1000, every: 10 }
  const stream = (await store.open('r1', PATH))!.stream()
  await new Promise((resolve) => stream.once('data', resolve))
  stream.destroy()
  await new Promise((resolve) => stream.once('close', resolve))
  ;(await store.open('r1', PATH))!.close()
  s3.mood.drip = null
  await s3.stop() // which waits for nobody: what is left would fail the next line
  await assert.rejects(store.open('r1', PATH), down('no-answer'))
})

test('a key that is not taken and a bucket that is not there are said at once; no secret is in what is said', async () => {
  const { place } = (await open()).s3
  for (const [other, reason, code] of [
    [{ secret: 'another secret' }, 'refused', 'SignatureDoesNotMatch'],
    [{ key: 'ANOTHER' }, 'refused', 'InvalidAccessKeyId'],
    [{ region: 'eu-test-2' }, 'refused', 'AuthorizationHeaderMalformed'],
    [{ bucket: 'another' }, 'no-bucket', 'NoSuchBucket'],
  ] as const) {
    const { s3, store } = await open({}, other)
    const error = await store.open('r1', PATH).then(
      () => assert.fail('it is refused'),
      (thrown: unknown) => thrown as HouseError,
    )
    assert.ok(down(reason)(error), code)
    assert.equal(error.details['code'], code)
    assert.ok(s3.asked.length <= 1, 'asking again would change nothing')
    for (const secret of [place.secret, place.key, 'another secret', 'ANOTHER'])
      assert.equal(inspect(error, { depth: 9 }).includes(secret), false, secret)
    await assert.rejects(store.make('r1', 'one'), down(reason), 'hours of work do not begin')
  }
})

test('what makes a reel whole is written last; of one that is half uploaded nothing is seen', async () => {
  const { s3, store, make } = await open()
  await make('r1', 'one')
  s3.mood.refuse = { match: /PUT .*\/b\/00000/, status: 403, code: 'AccessDenied' }
  await assert.rejects(store.weigh('r1', 'one'), down('refused'))
  await assert.rejects(store.seal('r1', 'one'), /weighed first/)
  await assert.rejects(store.take('r1', 'one'), /sealed first/)
  assert.equal(await store.open('r1', PATH), null)
  s3.mood.refuse = null
  s3.mood.hurt = 1
  assert.equal(await store.weigh('r1', 'one'), SEGMENT.length * 2 + 6)
  assert.deepEqual(s3.objects.get(`reels/r1/one/${PATH}`), SEGMENT, 'what was hurt on the way was sent again')
  assert.equal(await store.open('r1', PATH), null)
  await store.seal('r1', 'one')
  await store.take('r1', 'one')
  assert.equal(
    s3.asked.findLast((one) => one.startsWith('PUT')),
    'PUT reels/r1/whole.json',
  )
  assert.ok(await store.open('r1', PATH, false))
})

test('an upload outlasts one that is away, as long as something comes through now and then; and ends when it is told to', async () => {
  const { s3, store, make } = await open({ long: 1500 })
  await make('r1', 'one')
  s3.mood.down = true
  const upload = store.weigh('r1', 'one')
  setTimeout(() => (s3.mood.down = false), 600)
  assert.equal(await upload, SEGMENT.length * 2 + 6)

  s3.mood.down = true
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(new Error('the worker stops')), 100)
  await assert.rejects(store.weigh('r1', 'one', stopping.signal), /the worker stops/, 'not when its time is over')
  await assert.rejects(store.weigh('r1', 'one'), down('no-answer'), 'nor for ever')
})

test('what cannot be deleted while it is down is found afterwards', async () => {
  const { s3, folder, store, make } = await open()
  await make('r1', 'one')
  await store.weigh('r1', 'one')
  s3.mood.down = true
  await store.drop('r1', 'one')
  assert.deepEqual(await readdir(join(folder, '.making')), [])
  s3.mood.down = false
  assert.deepEqual(await store.lying(), { reels: [], making: [{ reelId: 'r1', by: 'one' }] })
  await store.drop('r1', 'one')
  assert.equal(s3.objects.size, 0)
})

test('what a bucket lists beyond what it was asked for is not deleted', async () => {
  const { s3, store, ready } = await open()
  await ready('r1')
  await ready('r2')
  s3.objects.set('of somebody else', SEGMENT)
  s3.mood.deaf = true
  await store.remove('r1')
  assert.deepEqual(
    [...s3.objects.keys()].filter((key) => !key.startsWith('reels/r2/')),
    ['of somebody else'],
  )
  assert.equal(s3.objects.size, 5)
})

test('reels that were kept in the folder before are served from there, and go with it', async () => {
  const { s3, folder, store, before } = await open()
  const making = await before.make('old', 'one')
  await writeFile(join(making, 'poster.jpg'), 'old')
  await before.take('old', 'one')
  s3.mood.down = true
  const file = (await store.open('old', 'poster.jpg'))!
  assert.equal(Buffer.concat((await file.stream().toArray()) as Buffer[]).toString(), 'old')
  assert.equal(await store.folder('old'), join(folder, 'old'))
  await store.fetch('old', ['poster.jpg'])
  s3.mood.down = false
  assert.deepEqual((await store.lying()).reels, ['old'])
  await store.remove('old')
  assert.equal(existsSync(join(folder, 'old')), false)
})

test('a bucket stands in the path, or before the host', () => {
  const at = (endpoint: string, pathStyle: boolean) => {
    const { host, port, below } = whereIs({ endpoint, bucket: 'films', pathStyle })
    return [host, port, below]
  }
  assert.deepEqual(at('https://s3.example', true), ['s3.example', 443, '/films'])
  assert.deepEqual(at('https://s3.example/', false), ['films.s3.example', 443, ''])
  assert.deepEqual(at('http://minio:9000/s3/', true), ['minio:9000', 9000, '/s3/films'])
})
