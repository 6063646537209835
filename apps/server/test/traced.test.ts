/**
 * The whole way: a master is packaged with its mark, two buyers watch it by their links, one of them puts what they were sent on the net,
 * encoded again and made smaller; it is found, handed in, and traced to them and nobody else. The master itself is traced to nobody.
 * Nothing in between is pretended: the packager, the room that serves, the uploads and the worker are those that a house runs.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM, type TraceReading } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { giveKey, keyOf } from '@vitrine/house/testing/known-keys'
import { compose } from '@vitrine/screening/engine/compose'
import { findEngine } from '@vitrine/screening/engine/find'
import { run } from '@vitrine/screening/engine/run'
import { madeFilm } from '@vitrine/screening/testing/made-film'
import { createLog } from '../src/log.ts'
import { packagingInProcess } from '../src/packaging/in-a-process.ts'
import { startWorker, workOnce, type WorkerParts } from '../src/packaging/worker.ts'
import { testServer, type TestServer } from './server.ts'

const there = await findEngine().then(
  () => true,
  () => false,
)

const REEL_KEY = keyOf('reel')
const BUYERS = [{ name: 'Ana Nowak', key: keyOf('v3') }, { name: 'Jon Arvid', key: keyOf('v9') }] as const // prettier-ignore
const COMMAND = fileURLToPath(new URL('../../cli/bin/vitrine.mjs', import.meta.url))
const never = new AbortController().signal
const FILM = { name: 'traced', width: 320, height: 180, fps: 8, seconds: 60 }

describe('a copy that a buyer put on the net', { skip: !there && 'no engine' }, () => {
  let server: TestServer
  let titleId: string
  const sealing = new Uint8Array(32).fill(5)
  let work: WorkerParts
  let worker: ReturnType<typeof startWorker> | null = null
  const path = (name: string) => join(server.folder, name)
  before(async () => {
    server = await testServer({ sealing })
    work = { house: server.house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1, look: 100, tell: 100 }
    titleId = (await server.house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })).id
    await server.house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
  })
  after(async () => {
    await worker?.stop()
    await server.stop()
  })

  test('is traced to them and nobody else; the master is traced to nobody', async () => {
    await compose(path('master.mp4'), { width: FILM.width, height: FILM.height, rate: [FILM.fps, 1], pixels: 'gray', frames: madeFilm(FILM), picture: { options: { preset: 'veryfast', crf: '16' } } }) // prettier-ignore
    await packaged(path('master.mp4'))
    worker = startWorker(work)
    const copies: Buffer[] = []
    for (const { name, key } of BUYERS) copies.push(await watchedBy(name, key))
    assert.ok(!copies[0]!.equals(copies[1]!))

    await writeFile(path('sent.mp4'), copies[0]!)
    await run({
      inputs: [{ from: { file: path('sent.mp4') }, format: 'mov' }],
      graph: '[0:0]scale=256:144,eq=gamma=1.1,format=yuv420p[out]',
      outputs: [{ to: { file: path('leak.mp4') }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', crf: '28' }, rate: [FILM.fps, 1] }] }], // prettier-ignore
    })
    const leak = await traced('leak.mp4')
    assert.deepEqual(leak.namedViewings.map(({ viewing }) => viewing.name), ['Ana Nowak']) // prettier-ignore
    const [{ standing, sent, read }] = leak.namedViewings as [TraceReading['namedViewings'][number]]
    const { verdict, clip, files } = leak.found!.reels[0]!.report
    assert.deepEqual([clip.found, verdict.candidates, verdict.promised], ['in the film', 2, 1e-3])
    assert.ok(standing.overall <= 1e-3 && standing.agrees >= 0.95 * standing.of, JSON.stringify(standing))
    assert.ok(read >= 25 && sent === read, `${sent} of ${read} segments read were sent to them`)
    assert.deepEqual(files.map(({ sha256 }) => sha256), [await sumOf('leak.mp4'), await sumOf('master.mp4')]) // prettier-ignore

    // As the command line asks it, through the server that runs.
    const asked = await asCommand([
      'screening',
      'trace',
      path('master.mp4'),
      '--title',
      'the-salt-road',
      '--found',
      'nowhere',
      '--json',
    ])
    assert.equal(asked.code, 1, asked.err)
    const master = JSON.parse(asked.out) as TraceReading
    assert.deepEqual([master.named, master.foundWhere, master.found!.reels[0]!.report.verdict.because], [0, 'nowhere', 'no mark'])
    const missing = await asCommand(['screening', 'trace', path('master.mp4'), '--title', 'no-such-film'])
    assert.deepEqual(
      [missing.code, missing.err.trim()],
      [2, 'vitrine: There is no film no-such-film. “vitrine titles” lists them.'],
    )
    assert.deepEqual(readdirSync(path('copies')), [], 'no copy outlives its trace')
    assert.ok(existsSync(join(server.folder, 'reels', leak.found!.reels[0]!.reelId, 'print.gz')), 'the film was looked at once')
  })

  const sumOf = async (name: string) => createHash('sha256').update(await readFile(path(name))).digest('hex') // prettier-ignore

  /** The master handed in, looked at and packaged. */
  async function packaged(file: string): Promise<void> {
    const { house } = server
    const id = newId(Date.now())
    const bytes = await readFile(file)
    await writeFile(join(server.folder, 'uploads', id), bytes)
    await house.receiveMaster(SYSTEM, { id, titleId, cut: null, episode: null, fileName: 'master.mp4', size: bytes.length, checksum: createHash('sha256').update(bytes).digest('hex'), path: join(server.folder, 'uploads', id) }) // prettier-ignore
    await workOnce(work, 'worker', never)
    const reel = await house.orderReel(SYSTEM, { masterId: id, marked: true })
    await sealed('reel', reel.id, REEL_KEY)
    await workOnce(work, 'worker', never)
    const { state, failure } = await house.viewReel(SYSTEM, reel)
    assert.deepEqual([state, failure], ['ready', null])
  }

  const sealed = (table: 'reel' | 'viewing', id: string, key: Uint8Array) => giveKey(server.database.db, sealing, table, id, key)

  /** Everything of the picture that a buyer is sent, as a browser that records it would keep it. */
  async function watchedBy(name: string, key: Uint8Array): Promise<Buffer> {
    const { house, site } = server
    const { url } = await house.makeScreener(SYSTEM, { screener: { toName: name, toEmail: `${name.split(' ')[0]!.toLowerCase()}@kanal.example`, titleIds: [titleId], through: '2999-12-31', locale: 'en' } }) // prettier-ignore
    const secret = new URL(url).pathname.split('/').at(-1)!
    const { films } = await house.openScreener(SYSTEM, { secret, locale: 'en' })
    const device = `device-of-${name.replace(' ', '-')}`.padEnd(22, '0').slice(0, 22)
    const where = { address: '192.0.2.7', country: null, device, agent: null }
    const { id, reel } = await house.startViewing(SYSTEM, { secret, reelId: films[0]!.reelId, where })
    await sealed('viewing', id, key)
    const cookie = [`vitrine-device=${device}`, ...site.watchCookies(id, device).map((one) => one.split(';')[0]!)].join('; ')
    const fetched = async (file: string) => {
      const answer = await server.fetch(`/media/${id}/video/${reel.rungs[0]!.name}/${file}`, { headers: { cookie } })
      assert.equal(answer.status, 200, file)
      return Buffer.from(await answer.arrayBuffer())
    }
    const pieces = [await fetched('init.mp4')]
    for (const index of reel.lengths.keys()) pieces.push(await fetched(`${String(index).padStart(5, '0')}.m4s`))
    return Buffer.concat(pieces)
  }

  async function asCommand(args: string[]): Promise<{ code: number; out: string; err: string }> {
    const child = spawn(process.execPath, [COMMAND, '--data', server.folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' } }) // prettier-ignore
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]) // prettier-ignore
    return { code, out, err }
  }

  /** A file handed in as it comes over the net, and what the worker finds. */
  async function traced(name: string): Promise<TraceReading> {
    const sales = { 'tus-resumable': '1.0.0', ...(await server.key('sales')) }
    const bytes = await readFile(path(name))
    const told = Object.entries({ purpose: 'trace', titleId, filename: name }).map(([word, value]) => `${word} ${Buffer.from(value).toString('base64')}`).join(',') // prettier-ignore
    const made = await server.fetch('/api/uploads', { method: 'POST', headers: { ...sales, 'upload-length': String(bytes.length), 'upload-metadata': told } }) // prettier-ignore
    const sent = await server.fetch(made.headers.get('location')!, { method: 'PATCH', headers: { ...sales, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: bytes }) // prettier-ignore
    const id = sent.headers.get('x-trace')!
    const seen = new Set<number>()
    const done = await until(() => server.fetch(`/api/v1/traces/${id}`, { headers: sales }).then((answer) => answer.json() as Promise<TraceReading>), ({ state, progress }) => (seen.add(progress), state !== 'waiting' && state !== 'tracing')) // prettier-ignore
    assert.deepEqual([done.state, done.failure], ['done', null])
    assert.ok(seen.size > 3, 'how far it is can be seen')
    return done
  }
})

async function until<T>(ask: () => Promise<T>, holds: (now: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 3000; tries++) {
    const now = await ask()
    if (holds(now)) return now
    await pause(100)
  }
  throw new Error('it never came')
}
