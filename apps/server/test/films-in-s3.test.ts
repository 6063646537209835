/** A house whose films are in an S3: from a master to a segment that a token opens, and what is told when the S3 is away. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, isHouseError, openFiles, openFilms, SYSTEM } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { s3ForTests, type S3ForTests } from '@vitrine/house/testing/s3-server'
import { findEngine } from '@vitrine/screening/engine/find'
import { testFilm } from '@vitrine/screening/testing/test-film'
import { createLog } from '../src/log.ts'
import { packagingInProcess } from '../src/packaging/in-a-process.ts'
import { workOnce, type WorkerParts } from '../src/packaging/worker.ts'
import { masterUploads } from '../src/uploads/master-uploads.ts'
import { until } from './faults/process.ts'
import { testServer, type TestServer } from './server.ts'

const there = await findEngine().then(
  () => true,
  () => false,
)
const never = new AbortController().signal

describe('a film that is kept in an S3', { skip: !there && 'no engine' }, () => {
  let s3: S3ForTests
  let server: TestServer
  let titleId: string
  let reelId: string
  let masterId: string
  let work: WorkerParts
  before(async () => {
    s3 = await s3ForTests()
    const { endpoint, bucket, region, key, secret } = s3.place
    server = await testServer({ env: { VITRINE_FILMS_S3_ENDPOINT: endpoint, VITRINE_FILMS_S3_BUCKET: bucket, VITRINE_FILMS_S3_REGION: region, VITRINE_FILMS_S3_KEY: key, VITRINE_FILMS_S3_SECRET: secret } }) // prettier-ignore
    work = { house: server.house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1, look: 100, tell: 100 }
    titleId = (await server.house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })).id
    await server.house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
    const id = (masterId = newId(Date.now()))
    const file = join(server.folder, 'uploads', id)
    await mkdir(join(server.folder, 'uploads'), { recursive: true })
    await testFilm(file, { seconds: 5 })
    const bytes = await readFile(file)
    await server.house.receiveMaster(SYSTEM, { id, titleId, cut: null, episode: null, fileName: 'master.mp4', size: bytes.length, checksum: createHash('sha256').update(bytes).digest('hex'), path: file }) // prettier-ignore
    await workOnce(work, 'worker', never)
    reelId = (await server.house.orderReel(SYSTEM, { masterId: id, marked: true })).id
    await workOnce(work, 'worker', never)
  })
  after(async () => {
    await server.stop()
    await s3.stop()
  })

  /** A viewing that has begun, and what it is sent. */
  async function watching(name: string) {
    const { house, site } = server
    const { url, id: screenerId } = await house.makeScreener(SYSTEM, { screener: { toName: name, toEmail: `${name.toLowerCase()}@kanal.example`, titleIds: [titleId], through: '2999-12-31', locale: 'en' } }) // prettier-ignore
    const secret = new URL(url).pathname.split('/').at(-1)!
    const device = `device-of-${name}`.padEnd(22, '0')
    const { id, reel } = await house.startViewing(SYSTEM, { secret, reelId, where: { address: '192.0.2.7', country: null, device, agent: null } }) // prettier-ignore
    const cookie = [`vitrine-device=${device}`, ...site.watchCookies(id, device).map((one) => one.split(';')[0]!)].join('; ')
    const get = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
      server.fetch(`/media/${id}/${path}`, { ...init, headers: { cookie, ...init.headers } })
    return { screenerId, reel, get, segment: `video/${reel.rungs[0]!.name}/00001.m4s` }
  }

  test('lies in the bucket alone, and each viewer is sent their own copy of a segment from there', async () => {
    const { state, failure, bytes } = await server.house.viewReel(SYSTEM, { id: reelId })
    assert.deepEqual([state, failure], ['ready', null])
    assert.deepEqual(readdirSync(join(server.folder, 'reels')).filter((name) => !name.startsWith('.')), []) // prettier-ignore
    assert.deepEqual(readdirSync(join(server.folder, 'reels', '.making')), [])
    const whole = JSON.parse(s3.objects.get(`reels/${reelId}/whole.json`)!.toString()) as { by: string; bytes: number }
    assert.equal(whole.bytes, bytes)

    const { get, segment } = await watching('Ana')
    const kept = ['a', 'b'].map((variant) => s3.objects.get(`reels/${reelId}/${whole.by}/${segment.replace(/(?=\d{5}\.)/, `${variant}/`)}`)!) // prettier-ignore
    const answer = await get(segment)
    const sent = Buffer.from(await answer.arrayBuffer())
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'video/mp4'])
    assert.equal(kept.filter((one) => one.equals(sent)).length, 1)
    const part = await get(segment, { headers: { range: 'bytes=10-19' } })
    assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 10-19/${sent.length}`])
    assert.ok(Buffer.from(await part.arrayBuffer()).equals(sent.subarray(10, 20)))
    const head = await get(segment, { method: 'HEAD' })
    assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(sent.length)])
    assert.equal((await get(segment, { headers: { range: 'bytes=99999999-' } })).status, 416)
    assert.match(await (await get('index.m3u8')).text(), /^#EXTM3U/)
    assert.equal((await server.fetch(new URL((await get(segment)).url).pathname)).status, 401, 'nothing without a token')
  })

  test('so does its master, of which nothing stays where it came in; a worker with a disk of its own makes a reel of it', async () => {
    assert.equal(existsSync(join(server.folder, 'uploads', masterId)), false)
    assert.equal(existsSync(join(server.folder, 'masters', masterId)), false)
    assert.ok(s3.objects.has(`masters/${masterId}/whole.json`))
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-elsewhere-'))
    const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters'), s3: s3.place })
    const elsewhere = createHouse({ database: server.database, files: await openFiles(join(folder, 'files')), films })
    const { id } = await elsewhere.orderReel(SYSTEM, { masterId, marked: false })
    assert.equal(await workOnce({ ...work, house: elsewhere }, 'elsewhere', never), true)
    const { state, failure } = await server.house.viewReel(SYSTEM, { id })
    assert.deepEqual([state, failure], ['ready', null])
    assert.ok(s3.objects.has(`reels/${id}/whole.json`))
    await server.house.removeReel(SYSTEM, { id })
    const fetched = () => readdirSync(join(folder, 'masters', '.fetched'))
    assert.deepEqual(fetched(), [], 'a machine that only works keeps no master')
    const another = await elsewhere.orderReel(SYSTEM, { masterId, marked: false })
    let seen: string[] = []
    const breaks: WorkerParts = { ...work, house: elsewhere, packaging: { ...work.packaging, make: () => { seen = fetched(); return Promise.reject(new Error('broken')) } } } // prettier-ignore
    assert.equal(await workOnce(breaks, 'elsewhere', never), true)
    assert.deepEqual([seen, fetched()], [[masterId], []], 'also when it could make nothing of it')
    assert.equal((await server.house.viewReel(SYSTEM, { id: another.id })).state, 'failed')
    await server.house.removeReel(SYSTEM, { id: another.id })
    rmSync(folder, { recursive: true, force: true })
  })

  /** Uploads of a server that looks after them by itself. */
  const anUploads = () => masterUploads({ house: server.house, sessionActor: server.site.sessionActor, origins: () => ({ knowsHost: () => true, of: () => server.address, isOwn: () => true }), localToken: null, folder: join(server.folder, 'uploads'), settled: [server.films.masters.find, server.films.copies.find], forget: [server.films.masters.remove, server.films.copies.remove], mostBytes: 1e9, log: createLog('silent') }) // prettier-ignore

  test('a master that comes while the S3 is away is kept where it came in, and taken in once it is back; one whose file is gone says so', async (context) => {
    context.after(() => (s3.mood.down = false))
    const editor = { ...(await server.key('editor')), 'tus-resumable': '1.0.0' }
    const bytes = Buffer.alloc(5000, 7)
    const metadata = `titleId ${Buffer.from(titleId).toString('base64')},filename ${Buffer.from('late.mov').toString('base64')}`
    s3.mood.down = true
    const begun = await server.fetch('/api/uploads', { method: 'POST', headers: { ...editor, 'upload-length': String(bytes.length), 'upload-metadata': metadata } }) // prettier-ignore
    assert.equal(begun.status, 201)
    const path = new URL(begun.headers.get('location')!, server.address).pathname
    const id = path.split('/').at(-1)!
    const sent = await server.fetch(path, { method: 'PATCH', headers: { ...editor, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: bytes }) // prettier-ignore
    assert.deepEqual([sent.status, await sent.text()], [503, 'films-down'])
    assert.equal((await server.fetch(path, { method: 'HEAD', headers: editor })).headers.get('upload-offset'), '5000', 'none of it is sent again') // prettier-ignore
    const uploads = anUploads()
    assert.equal((await uploads.tidy()).taken, 0)
    s3.mood.down = false
    assert.equal((await uploads.tidy()).taken, 1)
    assert.equal((await uploads.tidy()).taken, 0)
    assert.equal(existsSync(join(server.folder, 'uploads', id)), false)
    assert.equal((await server.fetch(path, { method: 'HEAD', headers: editor })).headers.get('upload-offset'), '5000', 'whoever lost the answer is told that it is whole') // prettier-ignore
    const named = (await server.house.listReels(SYSTEM, { titleId })).masters.find((one) => one.id === id)
    assert.equal(named?.checksum, createHash('sha256').update(bytes).digest('hex'))
    for (const key of s3.objects.keys()) if (key.startsWith(`masters/${id}/`)) s3.objects.delete(key)
    await workOnce(work, 'looks', never)
    assert.equal((await server.house.listReels(SYSTEM, { titleId })).masters.find((one) => one.id === id)?.failure, 'no-master')
  })

  test('an upload that was never taken in leaves nothing in the bucket when its seven days are over; while the S3 is away it waits', async (context) => {
    context.after(() => Object.assign(s3.mood, { down: false, refuse: null }))
    const editor = { ...(await server.key('editor')), 'tus-resumable': '1.0.0' }
    const metadata = `titleId ${Buffer.from(titleId).toString('base64')},filename ${Buffer.from('left.mov').toString('base64')}`
    // Its piece comes there, and the word that it is whole does not.
    s3.mood.refuse = { match: /PUT .*whole/, status: 403, code: 'AccessDenied' }
    const begun = await server.fetch('/api/uploads', { method: 'POST', headers: { ...editor, 'upload-length': '5000', 'upload-metadata': metadata } }) // prettier-ignore
    const path = new URL(begun.headers.get('location')!, server.address).pathname
    const id = path.split('/').at(-1)!
    await server.fetch(path, { method: 'PATCH', headers: { ...editor, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: Buffer.alloc(5000, 7) }) // prettier-ignore
    const lies = () => [...s3.objects.keys()].filter((key) => key.startsWith(`masters/${id}/`)).length
    assert.equal(lies(), 1)
    const here = join(server.folder, 'uploads', id)
    assert.deepEqual([await anUploads().tidy(), lies()], [{ taken: 0, expired: 0 }, 1], 'it has time left')
    const long = new Date(Date.now() - 8 * 86_400_000)
    await utimes(`${here}.json`, long, long)
    s3.mood.down = true
    assert.equal((await anUploads().tidy()).expired, 0)
    assert.deepEqual([existsSync(here), lies()], [true, 1], 'nobody else would know of it')
    s3.mood.down = false
    assert.equal((await anUploads().tidy()).expired, 1)
    assert.deepEqual([existsSync(here), existsSync(`${here}.json`), lies()], [false, false, 0])
  })

  test('carries subtitles that come later, and shows its poster at the desk', async () => {
    const subtitles = '1\n00:00:01,000 --> 00:00:03,000\nThe salt road.\n'
    await server.house.addSubtitles(SYSTEM, { titleId, cut: null, episode: null, language: 'eng', sdh: false, fileName: 'en.srt', bytes: Buffer.from(subtitles) }) // prettier-ignore
    const { get } = await watching('Eva')
    const track = await get('subtitles/eng.vtt')
    assert.equal(track.status, 200)
    assert.match(await track.text(), /The salt road/)
    const poster = await server.fetch(`/api/v1/reels/${reelId}/poster.jpg`, { headers: await server.key('editor') })
    assert.deepEqual([poster.status, poster.headers.get('content-type')], [200, 'image/jpeg'])
    assert.ok((await poster.arrayBuffer()).byteLength > 500)
  })

  test('has its subtitles come, go and be read while the S3 is silent: nobody waits for it', async (context) => {
    context.after(() => (s3.mood.silent = false))
    const { house } = server
    const asked = s3.asked.length
    s3.mood.silent = true
    const place = { cut: null, episode: null }
    const [given] = await Promise.all([
      house.addSubtitles(SYSTEM, { titleId, ...place, language: 'fra', sdh: false, fileName: 'fr.srt', bytes: Buffer.from('1\n00:00:01,000 --> 00:00:03,000\nLa route.\n') }), // prettier-ignore
      house.createTitle(SYSTEM, { sheet: emptySheet('Another film') }),
    ])
    const { get, reel } = await watching('Noa')
    assert.deepEqual(reel.subtitles.map(({ name }) => name), ['eng', 'fra']) // prettier-ignore
    assert.match(await (await get('subtitles/fra.vtt')).text(), /La route/)
    await house.removeSubtitles(SYSTEM, { id: given.id })
    assert.deepEqual(
      (await watching('Tom')).reel.subtitles.map(({ name }) => name),
      ['eng'],
    )
    assert.match(await (await get('subtitles/fra.vtt')).text(), /La route/, 'a film that runs goes on with what it had')
    const files = s3.asked.slice(asked).filter((one) => one !== 'GET ') // it may be listed meanwhile
    assert.deepEqual(files, [], 'the bucket was asked for no file')
  })

  test('is refused from the next segment on once its link is taken back', async () => {
    const { get, segment, screenerId } = await watching('Jon')
    assert.equal((await get(segment)).status, 200)
    await server.house.revokeScreener(SYSTEM, { id: screenerId })
    const refused = await until(() => get(segment), ({ status }) => status === 410) // prettier-ignore
    assert.equal((await refused.text()).trim(), 'revoked')
  })

  test('is said to be out of reach while the S3 is, to a viewer and at the desk, and goes on when it is back', async (context) => {
    context.after(() => (s3.mood.down = false))
    const { get, segment } = await watching('Ida')
    assert.equal((await get(segment)).status, 200)
    const editor = await server.key('editor')
    s3.mood.down = true
    const [sent, poster, playlist] = await Promise.all([get(segment), server.fetch(`/api/v1/reels/${reelId}/poster.jpg`, { headers: { ...editor, 'accept-language': 'fr' } }), get('index.m3u8')]) // prettier-ignore
    assert.deepEqual([sent.status, sent.headers.get('retry-after'), (await sent.text()).trim()], [503, '2', 'films-down'])
    const told = (await poster.json()) as { code: string; title: string }
    assert.deepEqual([poster.status, told.code, told.title], [503, 'films-down', 'Film inaccessible pour l’instant'])
    assert.equal(playlist.status, 200, 'what needs no file of the film is there')
    assert.equal((await server.fetch('/healthz')).status, 200)
    s3.mood.down = false
    assert.equal((await get(segment)).status, 200)
    const log = server.log.join('\n')
    assert.match(log, /films-down/)
    for (const secret of [s3.place.secret, s3.place.key]) assert.equal(log.includes(secret), false)
  })

  test('is fetched where a copy of it is traced', async () => {
    const id = newId(Date.now())
    const path = join(server.folder, 'uploads', id)
    await writeFile(path, 'a copy')
    await server.house.startTrace(SYSTEM, { id, titleId, fileName: 'leak.mp4', size: 6, checksum: 'c'.repeat(64), path })
    const traced: string[][] = []
    let read = ''
    const tracing: WorkerParts = {
      ...work,
      packaging: {
        ...work.packaging,
        trace: (task) => {
          read = readFileSync(task.path, 'utf8')
          for (const { folder, reel } of task.reels) {
            const below = join(folder, 'video', reel.rungs.at(-1)!.name)
            traced.push([...readdirSync(below), ...readdirSync(join(below, 'a')), ...readdirSync(join(below, 'b'))].toSorted())
          }
          return Promise.resolve([])
        },
      },
    }
    await workOnce(tracing, 'traces', never)
    assert.equal(read, 'a copy', 'the copy is fetched too')
    assert.deepEqual([...s3.objects.keys()].filter((key) => key.startsWith('copies/')), [], 'and deleted') // prettier-ignore
    const segments = ['00000.m4s', '00001.m4s', '00002.m4s']
    assert.deepEqual(traced, [[...segments, ...segments, 'a', 'b', 'init.mp4'].toSorted()])
    assert.equal((await server.house.viewTrace(SYSTEM, { id })).state, 'done')
  })

  test('is deleted from the bucket, to the last object, ten minutes after it was removed', async () => {
    await server.house.removeReel(SYSTEM, { id: reelId })
    assert.ok(s3.objects.size > 0)
    const { db } = server.database
    await db.updateTable('reel' as never).set({ state_since: new Date(Date.now() - 11 * 60_000) } as never).execute() // prettier-ignore
    await server.house.tidyReels(SYSTEM)
    assert.deepEqual([...s3.objects.keys()].filter((key) => key.startsWith('reels/')), []) // prettier-ignore
    assert.equal(existsSync(join(server.folder, 'reels', '.fetched', reelId)), false)
    await server.house.removeMaster(SYSTEM, { masterId })
    assert.deepEqual([...s3.objects.keys()], [], 'so is its master, at once')
    await assert.rejects(server.house.fetchHandedIn(SYSTEM, { what: 'Master', id: masterId }), (error) => isHouseError(error) && error.code === 'not-found') // prettier-ignore
  })
})
