/** The database goes away and comes back: between the server and PostgreSQL stands a proxy that can be cut. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { startProcess, until, type ServerProcess } from './process.ts'

/** A proxy before PostgreSQL; `cut` ends every connection and takes no new one until `mend`. */
async function proxyTo(
  url: string,
): Promise<{ url: string; cut(): Promise<void>; mend(): Promise<void>; close(): Promise<void> }> {
  const target = new URL(url)
  const socketFolder = target.searchParams.get('host')
  const open = new Set<Socket>()
  const port = Number(target.port || 5432)
  const make = (): Server =>
    createServer((near) => {
      const far = socketFolder?.startsWith('/') ? connect(join(socketFolder, `.s.PGSQL.${port}`)) : connect(port, target.hostname)
      for (const socket of [near, far]) {
        open.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          open.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
  let server = make().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port
  const through = new URL(url)
  through.searchParams.delete('host')
  through.hostname = '127.0.0.1'
  through.port = String(own)
  const cut = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  return {
    url: through.toString(),
    cut,
    async mend() {
      server = make().listen(own, '127.0.0.1')
      await once(server, 'listening')
    },
    close: cut,
  }
}

describe('the connection to the database', () => {
  let folder: string
  let proxy: Awaited<ReturnType<typeof proxyTo>>
  let server: ServerProcess
  let address: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
    proxy = await proxyTo(await newPostgresDatabase())
    server = startProcess(['--data', folder, '--port', '0'], { DATABASE_URL: proxy.url })
    address = await server.ready
  })
  after(async () => {
    server.child.kill('SIGKILL')
    await server.ended
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is lost: a clear answer and 503, the server stays up; it comes back: all goes on by itself', async () => {
    assert.equal((await fetch(`${address}/api/v1/titles`)).status, 200)
    await proxy.cut()
    const down = await until(
      async () => {
        const answer = await fetch(`${address}/readyz`)
        return { status: answer.status, body: (await answer.json()) as { database: string; files: string } }
      },
      ({ status }) => status === 503,
    )
    assert.equal(down.body.database, 'down')
    assert.equal(down.body.files, 'up')
    assert.equal((await fetch(`${address}/healthz`)).status, 200)
    const answer = await fetch(`${address}/api/v1/titles`, { headers: { 'accept-language': 'fr' } })
    assert.equal(answer.status, 503)
    const problem = (await answer.json()) as { code: string; detail: string }
    assert.equal(problem.code, 'database-down')
    assert.ok(answer.headers.get('retry-after'))
    assert.doesNotMatch(JSON.stringify(problem), /ECONN|127\.0\.0\.1|postgres/i)
    await proxy.mend()
    await until(
      () => fetch(`${address}/readyz`),
      (ready) => ready.status === 200,
    )
    assert.equal((await fetch(`${address}/api/v1/titles`)).status, 200)
    assert.equal(server.child.exitCode, null)
  })

  test('is not there at the start: said in words, with what to do', async () => {
    const hopeless = startProcess(['--data', folder, '--port', '0'], {
      DATABASE_URL: 'postgres://someone:secret-word@127.0.0.1:9/none',
    })
    assert.equal(await hopeless.ended, 1)
    assert.match(hopeless.printed(), /DATABASE_URL/)
    assert.ok(!hopeless.printed().includes('secret-word'))
    assert.ok(!hopeless.printed().includes('    at '))
  })

  test('two servers share one PostgreSQL', async () => {
    const other = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
    const second = startProcess(['--data', other, '--port', '0'], { DATABASE_URL: proxy.url })
    try {
      assert.equal((await fetch(`${await second.ready}/readyz`)).status, 200)
      assert.equal((await fetch(`${address}/readyz`)).status, 200)
    } finally {
      second.child.kill('SIGTERM')
      await second.ended
      rmSync(other, { recursive: true, force: true })
    }
  })
})
