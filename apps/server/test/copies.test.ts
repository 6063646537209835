/** Copies that are to be traced come in by the same way as masters, from whoever may ask whose they are. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM, type TraceReading, type TraceRoom } from '@vitrine/house'
import { aReel, aScreening } from '@vitrine/house/testing/reel-for-tests'
import { createLog } from '../src/log.ts'
import { masterUploads } from '../src/uploads/master-uploads.ts'
import { UploadStore } from '../src/uploads/upload-store.ts'
import { testServer, type TestServer } from './server.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const COPY = randomBytes(300_000)
const sum = createHash('sha256').update(COPY).digest('hex')
const told = (words: Record<string, string>) => Object.entries(words).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',') // prettier-ignore

describe('copies come in', () => {
  let server: TestServer
  let titleId: string
  let sales: Record<string, string>
  before(async () => {
    server = await testServer({ env: { VITRINE_MASTER_GB: '1' } })
    titleId = await aFilm('The Salt Road')
    const reelId = await aReel(server.database.db, server.house.id, titleId)
    await aScreening(server.database.db, server.house.id, reelId, { name: 'Ana Nowak', email: 'ana@kanal.example' })
    sales = await server.key('sales')
  })
  after(() => server.stop())

  const aFilm = async (name: string) => (await server.house.createTitle(SYSTEM, { sheet: emptySheet(name) })).id
  const create = (headers: Record<string, string>, words: Record<string, string> = {}) =>
    server.fetch('/api/uploads', {
      method: 'POST',
      headers: { ...TUS, 'upload-length': String(COPY.length), 'upload-metadata': told({ purpose: 'trace', titleId, filename: 'leak.mp4', where: 'a forum', ...words }), ...headers }, // prettier-ignore
    })
  const send = (path: string, from: number, to: number, headers = sales) =>
    server.fetch(path, {
      method: 'PATCH',
      headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from), ...headers },
      body: COPY.subarray(from, to),
    })
  const asked = async <T>(path: string) => (await (await server.fetch(path, { headers: sales })).json()) as T
  const trace = (id: string) => asked<TraceReading>(`/api/v1/traces/${id}`)
  const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

  test('piece by piece; it waits to be traced, and cancelled it is deleted', async () => {
    const path = (await create(sales)).headers.get('location')!
    assert.equal((await send(path, 0, 100_000)).status, 204)
    const last = await send(path, 100_000, COPY.length)
    const id = last.headers.get('x-trace')!
    const file = join(server.folder, 'copies', id)
    assert.deepEqual(readFileSync(file), COPY)
    const waits = await trace(id)
    assert.deepEqual([waits.state, waits.checksum, waits.size, waits.fileName, waits.foundWhere, waits.handedInBy], ['waiting', sum, COPY.length, 'leak.mp4', 'a forum', 'A sales (test sales)']) // prettier-ignore
    const room = await asked<TraceRoom>(`/api/v1/titles/${titleId}/traces`)
    assert.deepEqual([room.viewings, room.traces.map((one) => one.id)], [1, [id]])
    assert.equal((await server.fetch(path, { method: 'HEAD', headers: { ...TUS, ...sales } })).headers.get('upload-offset'), String(COPY.length)) // prettier-ignore
    assert.equal((await server.fetch(`/api/v1/traces/${id}/cancel`, { method: 'POST', headers: sales })).status, 204)
    assert.equal(existsSync(file), false)
    // Nothing makes it come back.
    await uploads().tidy()
    assert.equal((await trace(id)).state, 'cancelled')
    assert.equal((await server.fetch(`/api/v1/traces/${id}`, { method: 'DELETE', headers: sales })).status, 204)
    assert.equal((await server.fetch(`/api/v1/traces/${id}`, { headers: sales })).status, 404)
    await uploads().tidy()
    assert.deepEqual(readdirSync(join(server.folder, 'copies')), [])
  })

  test('who may not ask whose it is, sends nothing; of a film that nobody watched nothing is taken', async () => {
    for (const role of ['editor', 'buyer', 'producer'] as const)
      assert.deepEqual(await problem(await create(await server.key(role))), [403, 'not-allowed'], role)
    assert.equal((await create({})).status, 401)
    assert.deepEqual(await problem(await create(sales, { purpose: 'master' })), [403, 'not-allowed'])
    assert.deepEqual(await problem(await create(sales, { purpose: '__proto__' })), [422, 'invalid-input'])
    assert.deepEqual(await problem(await create(sales, { titleId: 'nothing' })), [404, 'not-found'])
    assert.deepEqual(await problem(await create(sales, { titleId: await aFilm('The Night Road') })), [409, 'wrong-state'])
    const path = (await create(sales)).headers.get('location')!
    assert.equal((await send(path, 0, 10, await server.key('owner'))).status, 404)
    await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...sales } })
  })

  test('one that was whole when the server died is traced by the next', async () => {
    const path = (await create(sales)).headers.get('location')!
    const id = path.split('/').at(-1)!
    await new UploadStore(join(server.folder, 'uploads')).write(Readable.from([COPY]), id, 0)
    assert.equal((await uploads().tidy()).taken, 1)
    assert.equal((await trace(id)).checksum, sum)
    assert.equal((await uploads().tidy()).taken, 0)
  })

  const uploads = () =>
    masterUploads({
      house: server.house,
      sessionActor: server.site.sessionActor,
      origins: () => ({ knowsHost: () => true, of: () => server.address, isOwn: () => true }),
      localToken: null,
      folder: join(server.folder, 'uploads'),
      settled: [server.films.masters.find, server.films.copies.find],
      forget: [server.films.masters.remove, server.films.copies.remove],
      mostBytes: 1e9,
      log: createLog('silent'),
    })
})
