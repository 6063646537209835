/**
 * The whole way of a copy to keep: a master is packaged with its mark; a buyer watches, asks for a copy, and a worker makes it with their
 * name in the picture; it is sent to them and nobody else, and no more when their screener is revoked; and when it turns up, made smaller,
 * it is traced to that copy: not to what they were streamed, and to nobody else.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM, VISITOR } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { giveKey, keyOf } from '@vitrine/house/testing/known-keys'
import { lumaFrames } from '@vitrine/screening'
import { compose } from '@vitrine/screening/engine/compose'
import { findEngine } from '@vitrine/screening/engine/find'
import { run } from '@vitrine/screening/engine/run'
import { madeFilm } from '@vitrine/screening/testing/made-film'
import { createLog } from '../src/log.ts'
import { packagingInProcess } from '../src/packaging/in-a-process.ts'
import { workOnce, type WorkerParts } from '../src/packaging/worker.ts'
import { testServer, type TestServer } from './server.ts'

const there = await findEngine().then(
  () => true,
  () => false,
)

const FILM = { name: 'kept', width: 320, height: 180, fps: 8, seconds: 60 }
const DEVICE = 'device-of-Ana-Nowak000'
const never = new AbortController().signal

describe('a copy that a buyer keeps', { skip: !there && 'no engine' }, () => {
  let server: TestServer
  let titleId: string
  let work: WorkerParts
  const sealing = new Uint8Array(32).fill(5)
  const path = (name: string) => join(server.folder, name)
  before(async () => {
    server = await testServer({ sealing })
    work = { house: server.house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1, look: 100, tell: 100 }
    titleId = (await server.house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })).id
    await server.house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
  })
  after(async () => {
    await server.stop()
  })

  const sealed = (table: 'reel' | 'viewing', id: string, key: Uint8Array) => giveKey(server.database.db, sealing, table, id, key)

  test('carries their name, is sent to them alone while their link stands, and is traced to them when it turns up', async () => {
    const { house, site } = server
    await compose(path('master.mp4'), { width: FILM.width, height: FILM.height, rate: [FILM.fps, 1], pixels: 'gray', frames: madeFilm(FILM), picture: { options: { preset: 'veryfast', crf: '16' } } }) // prettier-ignore
    const masterId = newId(Date.now())
    const master = await readFile(path('master.mp4'))
    await writeFile(path(`uploads/${masterId}`), master)
    await house.receiveMaster(SYSTEM, { id: masterId, titleId, cut: null, episode: null, fileName: 'master.mp4', size: master.length, checksum: createHash('sha256').update(master).digest('hex'), path: path(`uploads/${masterId}`) }) // prettier-ignore
    await workOnce(work, 'worker', never)
    const reel = await house.orderReel(SYSTEM, { masterId, marked: true })
    await sealed('reel', reel.id, keyOf('reel'))
    await workOnce(work, 'worker', never)

    const watched = async (name: string, device: string, key: Uint8Array) => {
      const made = await house.makeScreener(SYSTEM, { screener: { toName: name, toEmail: `${name.split(' ')[0]!.toLowerCase()}@kanal.example`, titleIds: [titleId], through: '2999-12-31', locale: 'en', download: 'watermarked' } }) // prettier-ignore
      const secret = new URL(made.url).pathname.split('/').at(-1)!
      const where = { address: '192.0.2.7', country: null, device, agent: null }
      const { id } = await house.startViewing(VISITOR, { secret, reelId: reel.id, where })
      await sealed('viewing', id, key)
      return { screener: made.id, viewing: id, own: { secret, viewing: id, device }, where }
    }
    const ana = await watched('Ana Nowak', DEVICE, keyOf('v3'))
    const jon = await watched('Jon Arvid', 'device-of-Jon-Arvid000', keyOf('v9'))
    const { id } = await house.orderMarkedCopy(VISITOR, { secret: ana.own.secret, viewing: ana.viewing, where: ana.where })
    await sealed('viewing', id, keyOf('v11'))
    await workOnce(work, 'worker', never)
    const ready = (await house.viewMarkedCopy(VISITOR, ana.own))!
    assert.deepEqual([ready.state, ready.failure], ['ready', null])
    assert.deepEqual(readdirSync(path('marked')), [`${id}.mp4`])

    // Sent to her, on her device, for an hour; in ranges too. Not to others, not without leave, not with leave of another kind.
    const address = `/media/${id}/copy.mp4`
    const cookie = (leave: string, device = DEVICE) => ({ cookie: [`vitrine-device=${device}`, leave.split(';')[0]!].join('; ') })
    const leave = site.copyCookie(id, DEVICE)
    assert.match(leave, new RegExp(`^vitrine-keep=\\S+; Path=${address}; Max-Age=3600; HttpOnly; SameSite=Strict$`))
    const refusals = [
      [{}, 401],
      [cookie(leave, 'device-of-Jon-Arvid000'), 403],
      [cookie(site.copyCookie(jon.viewing, DEVICE)), 403],
      [cookie(site.copyCookie(id, 'device-of-Jon-Arvid000')), 403],
      [cookie(leave.replace(/.;/, '_;')), 403],
      [cookie(site.watchCookies(id, DEVICE)[0]!.replace('vitrine-watch', 'vitrine-keep')), 403],
    ] as const
    for (const [headers, status] of refusals) {
      const answer = await server.fetch(address, { headers })
      assert.equal(answer.status, status, JSON.stringify(headers))
      await answer.text()
    }
    assert.equal((await house.viewMarkedCopy(VISITOR, ana.own))!.fetchedAt, null, 'who is refused has downloaded nothing')
    for (const other of [`/media/${id}/index.m3u8`, `/media/${id}/report`, `/media/${ana.viewing}/copy.mp4`])
      assert.notEqual((await server.fetch(other, { headers: cookie(leave) })).status, 200, other)
    const head = await server.fetch(address, { method: 'HEAD', headers: cookie(leave) })
    assert.deepEqual([head.status, Number(head.headers.get('content-length')), head.headers.get('accept-ranges')], [200, ready.bytes, 'bytes']) // prettier-ignore
    assert.equal(head.headers.get('content-disposition'), 'attachment; filename="the-salt-road.mp4"')
    assert.equal((await server.fetch(address, { method: 'POST', headers: cookie(leave) })).status, 405)
    const whole = Buffer.from(await (await server.fetch(address, { headers: cookie(leave) })).arrayBuffer())
    const part = await server.fetch(address, { headers: { ...cookie(leave), range: 'bytes=1000-1999' } })
    assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 1000-1999/${whole.length}`])
    assert.ok(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(1000, 2000)))
    assert.equal((await server.fetch(address, { headers: { ...cookie(leave), range: 'bytes=99999999-' } })).status, 416)
    const { viewings } = await house.readViewings(SYSTEM, { screenerId: ana.screener })
    assert.notEqual(viewings.find((one) => one.id === id)!.copy!.fetchedAt, null)

    // The name is in the picture: bright letters where the master has none, elsewhere in each picture.
    await writeFile(path('kept.mp4'), whole)
    const pictures = async (file: string) =>
      Array.fromAsync(lumaFrames(path(file), { fps: FILM.fps, width: FILM.width, height: FILM.height }))
    const [before, kept] = [await pictures('master.mp4'), await pictures('kept.mp4')]
    const places = Array.from({ length: 55 }, (_, second) => {
      const { luma } = kept[second * FILM.fps]!
      // A copy may be a picture early or late, which beside a cut would be another picture.
      const near = before.slice(Math.max(0, second * FILM.fps - 2), second * FILM.fps + 3)
      const laid = near
        .map((one) => [...luma.keys()].filter((n) => Math.abs(luma[n]! - one.luma[n]!) > 30))
        .reduce((best, one) => (one.length < best.length ? one : best))
      assert.ok(laid.length > 25 && laid.length < 0.1 * luma.length, `${laid.length} pixels differ after ${second} seconds`)
      return laid.reduce((sum, n) => sum + (n % FILM.width), 0) / laid.length
    })
    assert.ok(Math.max(...places) - Math.min(...places) > 80, 'it wanders')

    // It turns up, made smaller and encoded again.
    await run({
      inputs: [{ from: { file: path('kept.mp4') }, format: 'mov' }],
      graph: '[0:0]scale=256:144,eq=gamma=1.1,format=yuv420p[out]',
      outputs: [{ to: { file: path('leak') }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', crf: '26' }, rate: [FILM.fps, 1] }] }], // prettier-ignore
    })
    const leak = await readFile(path('leak'))
    const trace = newId(Date.now())
    await house.startTrace(SYSTEM, { id: trace, titleId, fileName: 'leak.mp4', size: leak.length, checksum: createHash('sha256').update(leak).digest('hex'), path: path('leak') }) // prettier-ignore
    await workOnce(work, 'worker', never)
    const found = await house.viewTrace(SYSTEM, { id: trace })
    assert.deepEqual([found.state, found.failure], ['done', null])
    assert.equal(found.found!.reels[0]!.report.verdict.candidates, 3)
    assert.deepEqual(found.namedViewings.map(({ viewing }) => [viewing.id, viewing.name, typeof viewing.copy?.fetchedAt]), [[id, 'Ana Nowak', 'string']]) // prettier-ignore
    const [{ standing, sent, read }] = found.namedViewings as [(typeof found.namedViewings)[number]]
    assert.ok(standing.overall <= 1e-3 && standing.agrees >= 0.95 * standing.of, JSON.stringify(standing))
    assert.ok(read >= 25 && sent === read, `${sent} of ${read} segments read were sent to them`)

    await house.revokeScreener(SYSTEM, { id: ana.screener })
    assert.equal((await server.fetch(address, { headers: cookie(leave) })).status, 410)
    await house.tidyMarkedCopies(SYSTEM)
    assert.equal(existsSync(path(`marked/${id}.mp4`)), false)
  })
})
