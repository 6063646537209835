/** Masters that come in by tus: in pieces, after lost connections and restarts, from whoever may send them and nobody else. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { Readable } from 'node:stream'
import { createLog } from '../src/log.ts'
import { masterUploads } from '../src/uploads/master-uploads.ts'
import { UploadStore } from '../src/uploads/upload-store.ts'
import { testServer, type TestServer } from './server.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const FILM = randomBytes(3_000_000)
const sum = createHash('sha256').update(FILM).digest('hex')
const told = (words: Record<string, string>) => Object.entries(words).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',') // prettier-ignore

describe('masters come in', () => {
  let server: TestServer
  let titleId: string
  let editor: Record<string, string>
  before(async () => {
    server = await testServer({ env: { VITRINE_MASTER_GB: '1' } })
    const cuts = [{ minutes: 52, episodes: null, versions: [] }]
    titleId = (await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Salt Road'), cuts } })).id
    editor = await server.key('editor')
  })
  after(() => server.stop())

  const create = (headers: Record<string, string>, more: Record<string, string> = {}) =>
    server.fetch('/api/uploads', {
      method: 'POST',
      headers: { ...TUS, 'upload-length': String(FILM.length), 'upload-metadata': told({ titleId, filename: 'salt.mov', cut: '52' }), ...headers, ...more }, // prettier-ignore
    })
  const started = async (headers = editor) => {
    const answer = await create(headers)
    assert.equal(answer.status, 201, await answer.text())
    return answer.headers.get('location')!
  }
  const send = (path: string, from: number, to: number, headers = editor) =>
    server.fetch(path, {
      method: 'PATCH',
      headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from), ...headers },
      body: FILM.subarray(from, to),
    })
  const offset = async (path: string, headers = editor) =>
    Number((await server.fetch(path, { method: 'HEAD', headers: { ...TUS, ...headers } })).headers.get('upload-offset'))
  const masters = async () => (await server.house.listReels(SYSTEM, { titleId })).masters
  const problem = async (answer: Response) => ((await answer.json()) as { code: string }).code

  test('piece by piece, with the checksum of the whole', async () => {
    const path = await started()
    assert.match(path, /^\/api\/uploads\/[0-9a-z]{26}$/)
    assert.equal((await send(path, 0, 1_000_000)).status, 204)
    assert.equal((await send(path, 900_000, 2_000_000)).status, 409, 'a piece that does not fit is refused')
    assert.equal((await send(path, 1_000_000, 2_000_000)).status, 204)
    const last = await send(path, 2_000_000, FILM.length)
    assert.equal(last.status, 204)
    const [master] = await masters()
    assert.deepEqual([master?.id, master?.checksum, master?.size, master?.cut, master?.fileName], [last.headers.get('x-master'), sum, FILM.length, '52', 'salt.mov']) // prettier-ignore
    assert.deepEqual(readFileSync(join(server.folder, 'masters', master!.id)), FILM)
    // Whoever lost the last answer asks again, and is told that all of it is there.
    assert.equal(await offset(path), FILM.length)
    assert.notEqual((await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...editor } })).status, 204)
    assert.equal((await masters()).length, 1)
  })

  test('a connection that breaks off loses nothing that came', async () => {
    const path = await started()
    await brokenOff(server.address, path, { ...TUS, ...editor, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }) // prettier-ignore
    const came = await offset(path)
    assert.ok(came > 0 && came < FILM.length, String(came))
    const last = await send(path, came, FILM.length)
    assert.equal(last.status, 204)
    assert.equal((await masters()).find(({ id }) => id === last.headers.get('x-master'))?.checksum, sum)
  })

  test('two who send the same piece at once, and the next with it, leave the file as it is', async () => {
    const path = await started()
    const both = await Promise.all([send(path, 0, 1_500_000), send(path, 0, 1_500_000), send(path, 1_500_000, 2_000_000)])
    const statuses = both.map(({ status }) => status)
    assert.ok(statuses.includes(204) && statuses.every((status) => [204, 409, 423, 400].includes(status)), String(statuses))
    const last = await send(path, await offset(path), FILM.length)
    assert.equal(last.status, 204)
    const id = last.headers.get('x-master')!
    assert.equal((await masters()).find((one) => one.id === id)?.checksum, sum)
    assert.deepEqual(readFileSync(join(server.folder, 'masters', id)), FILM)
  })

  test('more than was told is not taken, and makes no master', async () => {
    const before = (await masters()).length
    const path = (await create(editor, { 'upload-length': '1000000' })).headers.get('location')!
    const more = await send(path, 0, 1_000_001).then(({ status }) => status, () => 413) // prettier-ignore
    assert.ok(more >= 400 && more < 500, String(more))
    assert.ok((await offset(path)) <= 1_000_000)
    assert.equal((await masters()).length, before)
    await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...editor } })
  })

  test('a server that died knows what it had; the checksum is taken of all of it', async () => {
    const path = await started()
    await send(path, 0, 1_500_000)
    const id = path.split('/').at(-1)!
    const store = new UploadStore(join(server.folder, 'uploads'), server.films.masters.find)
    const upload = await store.getUpload(id)
    assert.equal(upload.offset, 1_500_000)
    await store.write(Readable.from([FILM.subarray(1_500_000)]), id, 1_500_000)
    assert.equal(await store.checksum(id, FILM.length), sum)
    // It died before it could take the master in: the next one does.
    const next = masterUploads({ ...uploadParts(server), folder: join(server.folder, 'uploads') })
    assert.deepEqual(await next.tidy(), { taken: 1, expired: 0 })
    const master = (await masters()).find((one) => one.id === id)
    assert.deepEqual([master?.checksum, master?.uploadedBy], [sum, 'A editor'])
    assert.deepEqual(await next.tidy(), { taken: 0, expired: 0 })
  })

  test('a server that died between moving the file and writing its row loses no master', async () => {
    const { tidy } = masterUploads({ ...uploadParts(server), folder: join(server.folder, 'uploads') })
    const path = await started()
    await send(path, 0, FILM.length - 1)
    const id = path.split('/').at(-1)!
    const [upload, master] = [join(server.folder, 'uploads', id), join(server.folder, 'masters', id)]
    appendFileSync(upload, FILM.subarray(-1))
    renameSync(upload, master)
    assert.equal(await offset(path), FILM.length, 'its sender need not send it again')
    assert.deepEqual(await tidy(), { taken: 1, expired: 0 })
    assert.equal((await masters()).find((one) => one.id === id)?.checksum, sum)
    assert.deepEqual(readFileSync(master), FILM)
    assert.deepEqual(await tidy(), { taken: 0, expired: 0 })
  })

  test('an upload that cannot be taken in hinders no other', async () => {
    const { tidy } = masterUploads({ ...uploadParts(server), folder: join(server.folder, 'uploads') })
    const folder = join(server.folder, 'uploads')
    const [bad, good, old] = [await started(), await started(), await started()].map((path) => path.split('/').at(-1)!)
    for (const id of [bad!, good!]) writeFileSync(join(folder, id), FILM)
    const note = JSON.parse(readFileSync(join(folder, `${bad}.json`), 'utf8')) as { metadata: Record<string, string> }
    note.metadata['cut'] = '90' // the sheet has it no longer
    writeFileSync(join(folder, `${bad}.json`), JSON.stringify(note))
    const long = Date.now() / 1000 - 8 * 86_400
    utimesSync(join(folder, `${old}.json`), long, long)
    assert.ok(bad! < good!, 'the bad one is met first')
    assert.deepEqual(await tidy(), { taken: 1, expired: 1 })
    assert.ok((await masters()).some(({ id }) => id === good))
    assert.ok(existsSync(join(folder, bad!)), 'it is kept for as long as any upload')
    utimesSync(join(folder, `${bad}.json`), long, long)
    assert.deepEqual(await tidy(), { taken: 0, expired: 1 })
    assert.equal(existsSync(join(folder, bad!)), false)
  })

  test('who may not edit the catalogue sends nothing, and nobody goes on with the upload of another', async () => {
    for (const role of ['rights', 'sales', 'buyer', 'producer'] as const) {
      const answer = await create(await server.key(role))
      assert.deepEqual([answer.status, await problem(answer)], [403, 'not-allowed'], role)
    }
    assert.equal((await create({})).status, 401)
    assert.equal((await create(await server.key('editor', ['titles:read']))).status, 403)
    const writer = await server.key('editor', ['titles:write'])
    const own = await started(writer) // and needs no other scope
    assert.equal((await server.fetch(own, { method: 'DELETE', headers: { ...TUS, ...writer } })).status, 204)
    const path = await started()
    const owner = await server.key('owner')
    for (const answer of [
      await send(path, 0, 10, owner),
      await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...owner } }),
      await server.fetch(path, { method: 'HEAD', headers: { ...TUS, ...owner } }),
    ])
      assert.equal(answer.status, 404)
    assert.equal(await offset(path), 0)
    assert.equal((await server.fetch(path, { headers: editor })).status, 404, 'what came in is not given out again')
    assert.equal((await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...editor } })).status, 204)
    assert.equal(existsSync(join(server.folder, 'uploads', path.split('/').at(-1)!)), false)
  })

  test('a page of another site sends nothing in somebody’s name', async () => {
    const session = await server.session('editor')
    assert.equal((await create({ ...session, origin: 'https://evil.example' })).status, 403)
    const path = await started(session)
    assert.equal((await send(path, 0, 10, { ...session, origin: 'https://evil.example' })).status, 403)
    assert.equal((await send(path, 0, 10, session)).status, 204)
    await server.fetch(path, { method: 'DELETE', headers: { ...TUS, ...session } })
  })

  test('what is too large, of no film, or of no size is refused before a byte is taken', async () => {
    const refused = async (more: Record<string, string>) => {
      const answer = await create(editor, more)
      return [answer.status, await problem(answer)]
    }
    assert.deepEqual(await refused({ 'upload-length': String(1024 ** 3 + 1) }), [413, 'too-large'])
    assert.deepEqual(await refused({ 'upload-length': '0' }), [422, 'invalid-input'])
    assert.deepEqual(await refused({ 'upload-length': '-5' }), [422, 'invalid-input'])
    assert.deepEqual(await refused({ 'upload-metadata': told({ titleId: 'nothing' }) }), [404, 'not-found'])
    for (const episode of ['1', 'first', '-1', '1e99'])
      assert.deepEqual(
        await refused({ 'upload-metadata': told({ titleId, cut: '52', episode }) }),
        [422, 'invalid-input'],
        episode,
      )
    assert.deepEqual(await refused({ 'upload-metadata': '§§ §§' }), [422, 'invalid-input'])
    for (const path of ['/api/uploads/../secret', '/api/uploads/%2e%2e%2fsecret', '/api/uploads/x', '/api/uploads/'])
      assert.ok([400, 404].includes((await send(path, 0, 1)).status), path)
    assert.deepEqual(
      readdirSync(join(server.folder, 'uploads')).filter((name) => !name.endsWith('.json')),
      [],
    )
  })

  test('a cut that is not on the sheet is refused when it came, and nothing of it becomes a master', async () => {
    const count = (await masters()).length
    const answer = await create(editor, { 'upload-metadata': told({ titleId, filename: 'x.mov', cut: '90' }) })
    assert.equal(answer.status, 422)
    assert.equal((await masters()).length, count)
  })

  test('a full disk is told beforehand where it can be, and in the middle where not; what came stays', async () => {
    const full = masterUploads({ ...uploadParts(server), folder: join(server.folder, 'uploads'), free: async () => 1000 })
    const headers = { ...TUS, ...editor, 'upload-length': '2000', 'upload-metadata': told({ titleId, filename: 'x.mov' }) }
    const answer = await full.routes.fetch(new Request('http://localhost/', { method: 'POST', headers }))
    assert.deepEqual([answer.status, await problem(answer)], [507, 'disk-full'])

    // A file that may not grow is what a full disk is to whoever writes: /dev/full takes no byte.
    class Full extends UploadStore {
      override path(): string {
        return '/dev/full'
      }
    }
    const path = await started()
    const id = path.split('/').at(-1)!
    await send(path, 0, 1_000_000)
    const store = new Full(join(server.folder, 'uploads'))
    await assert.rejects(store.write(Readable.from([FILM]), id, 1_000_000), (error) => (error as { status_code?: number }).status_code === 507) // prettier-ignore
    assert.equal(await offset(path), 1_000_000)
    assert.equal((await send(path, 1_000_000, FILM.length)).status, 204)
  })

  test('an upload that never became whole is removed after its days', async () => {
    const path = await started()
    await send(path, 0, 10)
    const note = join(server.folder, 'uploads', `${path.split('/').at(-1)}.json`)
    const long = Date.now() / 1000 - 8 * 86_400
    utimesSync(note, long, long)
    writeFileSync(join(server.folder, 'uploads', 'notes.txt'), 'of somebody else')
    const [left, young] = [join(server.folder, 'uploads', 'a'.repeat(26)), join(server.folder, 'uploads', 'b'.repeat(26))]
    for (const file of [left, young]) writeFileSync(file, 'of which nothing is noted')
    utimesSync(left, long, long)
    const { tidy } = masterUploads({ ...uploadParts(server), folder: join(server.folder, 'uploads') })
    assert.equal((await tidy()).expired, 2)
    assert.deepEqual([existsSync(left), existsSync(young)], [false, true])
    assert.equal((await server.fetch(path, { method: 'HEAD', headers: { ...TUS, ...editor } })).status, 404)
    assert.equal(existsSync(join(server.folder, 'uploads', 'notes.txt')), true)
  })

  test('an upload whose time is over is not taken in while it goes: nothing is acknowledged that is deleted a moment later', async () => {
    const path = await started()
    await send(path, 0, FILM.length - 1)
    const id = path.split('/').at(-1)!
    const folder = join(server.folder, 'uploads')
    const long = Date.now() / 1000 - 8 * 86_400
    utimesSync(join(folder, `${id}.json`), long, long)
    const headers = { ...TUS, ...editor, 'upload-offset': String(FILM.length - 1), 'content-type': 'application/offset+octet-stream' }
    const answers: number[] = []
    const finish = async () => {
      const answer = await uploads.routes.fetch(new Request(`http://localhost${path}`, { method: 'PATCH', headers, body: FILM.subarray(-1) }))
      answers.push(answer.status)
    }
    const parts = uploadParts(server)
    const uploads = masterUploads({ ...parts, folder, forget: [finish, ...parts.forget] })
    assert.deepEqual(await uploads.tidy(), { taken: 0, expired: 1 })
    assert.deepEqual(answers, [404])
    assert.equal((await masters()).some((one) => one.id === id), false)
    assert.equal(existsSync(join(folder, id)), false)
  }) // prettier-ignore
})

function uploadParts(server: TestServer) {
  return {
    house: server.house,
    sessionActor: server.site.sessionActor,
    origins: () => ({ knowsHost: () => true, of: () => server.address, isOwn: () => true }),
    localToken: null,
    settled: [server.films.masters.find, server.films.copies.find],
    forget: [server.films.masters.remove, server.films.copies.remove],
    mostBytes: 1e9,
    log: createLog('silent'),
  }
}

/** Sends some of the film and then is gone, as a train that goes into a tunnel. */
function brokenOff(address: string, path: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(`${address}${path}`, { method: 'PATCH', headers: { ...headers, 'content-length': FILM.length } })
    request.on('error', () => resolve())
    request.write(FILM.subarray(0, 1_200_000), () => setTimeout(() => request.destroy(new Error('gone')), 150))
  })
}
