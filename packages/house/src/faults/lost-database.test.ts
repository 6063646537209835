import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM, VISITOR } from '../actors.ts'
import { isHouseError } from '../errors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { aSheet } from '../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

/** A wire to a PostgreSQL that can be cut and mended. */
async function wire(url: string): Promise<{ url: string; cut(): Promise<void>; mend(): Promise<void> }> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  const listen = () =>
    new Promise<void>((resolve) => {
      server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname)
        for (const socket of [near, far]) {
          sockets.add(socket)
          socket.on('error', () => {})
          socket.on('close', () => sockets.delete(socket))
        }
        near.pipe(far).pipe(near)
      }).listen(port, '127.0.0.1', () => {
        const address = server.address()
        port = typeof address === 'object' && address ? address.port : port
        resolve()
      })
    })
  await listen()
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    mend: listen,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

describe('faults of what the house stands on', () => {
  const folders: string[] = []
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'vitrine-fault-'))
    folders.push(made)
    return made
  }
  after(async () => {
    for (const one of folders) await rm(one, { recursive: true, force: true })
  })

  test(
    'a lost PostgreSQL is said, and taken up again by itself',
    { skip: process.env['VITRINE_TEST_DATABASES'] === 'pglite' },
    async () => {
      const line = await wire(await newPostgresDatabase())
      const database = await openDatabase({ url: line.url })
      const house = createHouse({ database, files: await openFiles(await folder()) })
      const made = await house.createTitle(SYSTEM, { sheet: aSheet('Before the Cut') })
      await line.cut()
      await assert.rejects(house.browse(VISITOR, { locale: 'en' }), code('database-down'))
      await assert.rejects(house.createTitle(SYSTEM, { sheet: aSheet('During the Cut') }), code('database-down'))
      await assert.rejects(
        house.editTitle(SYSTEM, { id: made.id, baseRevision: 1, sheet: aSheet('Lost') }),
        code('database-down'),
      )
      assert.deepEqual(await house.health(), { database: 'down', files: 'up', catalogue: 0, unreadableEntries: 0 })
      await line.mend()
      await house.createTitle(SYSTEM, { sheet: aSheet('After the Cut') })
      assert.deepEqual(
        (await house.listTitles(SYSTEM, { locale: 'en', sort: 'title' })).cards.map((card) => card.title),
        ['After the Cut', 'Before the Cut'],
      )
      assert.equal((await house.health()).database, 'up')
      assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
      await house.close()
      await line.cut()
    },
  )

  test('a disk that takes no more leaves nothing half-written', { skip: process.platform === 'win32' }, async () => {
    const files = await folder()
    const child = fileURLToPath(new URL('./files-in-a-child.ts', import.meta.url))
    // A limit on the size of files makes the operating system refuse the rest of a write, as a full disk does.
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -f 200 && exec "$0" "$1" "$2"',
      process.execPath,
      child,
      files,
    ])
    assert.match(stdout, /small [0-9a-f]{64}/)
    assert.match(stdout, /large disk-full/)
    assert.deepEqual(await readdir(join(files, 'tmp')), [])
    const kept = await readdir(join(files, 'objects'), { recursive: true })
    assert.equal(kept.filter((name) => /[0-9a-f]{64}$/.test(name)).length, 1)
  })

  test('a folder of files that is gone is said', async () => {
    const gone = join(await folder(), 'files')
    const files = await openFiles(gone)
    await rm(gone, { recursive: true })
    assert.equal(await files.state(), 'down')
    await assert.rejects(files.put(new Uint8Array([1])), code('files-down'))
  })
})
