/** The disk fills up: said clearly, nothing half-written, reading goes on; with room again, writing does too. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, HouseError, openFiles, openFilms, SYSTEM, type FileStore } from '@vitrine/house'
import { openTestDatabase } from '@vitrine/store/testing/databases'
import sharp from 'sharp'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startServer, type RunningServer } from '../../src/start-server.ts'

/** A disk that can be full: it takes no more bytes and says so as the real one does. */
function disk(files: FileStore): { files: FileStore; full: boolean } {
  const room = () => {
    if (state.full) throw new HouseError('disk-full')
  }
  const state = {
    full: false,
    files: {
      ...files,
      put: async (bytes: Uint8Array) => (room(), files.put(bytes)),
      putPieces: async (pieces: AsyncIterable<Uint8Array>) => (room(), files.putPieces(pieces)),
      cache: async (name: string, bytes: Uint8Array) => (room(), files.cache(name, bytes)),
      state: async () => (state.full ? ('full' as const) : files.state()),
    },
  }
  return state
}

describe('a full disk', () => {
  let folder: string
  let server: RunningServer
  let state: ReturnType<typeof disk>
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
    state = disk(await openFiles(join(folder, 'files')))
    const config = readConfig([], { PORT: '0', VITRINE_DATA: folder, VITRINE_DEMONSTRATION: 'no' })
    server = await startServer(config, {
      log: createLog('silent'),
      locale: 'en',
      say: () => {},
      withSite: false,
      open: async () => {
        const database = await openTestDatabase('pglite')
        const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
        return { house: createHouse({ database, files: state.files, films }), database, films, migrated: [] }
      },
    })
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is told as 507 and in the readiness check; what was there stays, and with room again it goes on', async () => {
    const picture = new Uint8Array(
      await sharp({ create: { width: 640, height: 360, channels: 3, background: '#884422' } })
        .jpeg()
        .toBuffer(),
    )
    const title = await server.house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
    const { token } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { token: string }
    const headers = { authorization: `Bearer ${token}`, 'if-match': '"r1"' }
    const send = () =>
      fetch(`${server.address}/api/v1/titles/${title.id}/pictures?kind=still`, { method: 'POST', headers, body: picture })

    state.full = true
    const refused = await send()
    assert.equal(refused.status, 507)
    assert.equal(((await refused.json()) as { code: string }).code, 'disk-full')
    const ready = await fetch(`${server.address}/readyz`)
    assert.equal(ready.status, 503)
    assert.equal(((await ready.json()) as { files: string }).files, 'full')
    assert.equal((await fetch(`${server.address}/api/v1/titles`)).status, 200, 'reading goes on')
    const unchanged = await server.house.openTitle(SYSTEM, { id: title.id })
    assert.equal(unchanged.revision, 1)
    assert.deepEqual(unchanged.sheet.pictures, [])

    state.full = false
    assert.equal((await send()).status, 201)
    assert.equal((await fetch(`${server.address}/readyz`)).status, 200)
  })
})
