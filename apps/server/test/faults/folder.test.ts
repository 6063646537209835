import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import type { Running } from '../../src/running.ts'
import { startProcess, type ServerProcess } from './process.ts'

describe('a data folder and its server', () => {
  let folder: string
  const started: ServerProcess[] = []
  const start = (args: string[] = []): ServerProcess => {
    const server = startProcess(['--data', folder, '--port', '0', ...args])
    started.push(server)
    return server
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
  })
  afterEach(async () => {
    for (const server of started.splice(0)) {
      server.child.kill('SIGKILL')
      await server.ended
    }
    rmSync(folder, { recursive: true, force: true })
  })

  /** The tables are made at one first start, that of the first test; the others find them. */
  const lay = () => newPgliteFolder(join(folder, 'database'))
  const running = (): Running => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Running
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => {
    const { address, token } = running()
    return fetch(`${address}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    })
  }
  const create = async (title: string): Promise<string> => {
    const answer = await ask('/titles', { method: 'POST', body: JSON.stringify({ sheet: emptySheet(title) }) })
    assert.equal(answer.status, 201)
    return ((await answer.json()) as { id: string }).id
  }

  test('a second server on the same folder is refused, with the reason, and the first goes on', async () => {
    const first = start()
    const address = await first.ready
    const second = start()
    assert.equal(await second.ended, 1)
    assert.match(second.printed(), new RegExp(`in use by process ${first.child.pid}\\b`))
    assert.match(second.printed(), /Stop that process/)
    assert.ok(!second.printed().includes('    at '), 'no stack trace')
    assert.equal((await fetch(`${address}/readyz`)).status, 200)
    assert.equal(running().pid, first.child.pid, 'the refused server did not take the note of the first')
  })

  test('kill -9 in the middle of writing: what was acknowledged is there at the next start', async () => {
    await lay()
    const first = start()
    await first.ready
    const acknowledged: string[] = []
    let killed = false
    const writing = (async () => {
      for (let i = 0; !killed; i++) acknowledged.push(await create(`Road ${i}`))
    })().catch(() => {})
    while (acknowledged.length < 15) await new Promise((resolve) => setTimeout(resolve, 5))
    killed = true
    first.child.kill('SIGKILL')
    await Promise.all([first.ended, writing])

    const second = start()
    await second.ready
    for (const id of acknowledged) assert.equal((await ask(`/desk/titles/${id}`)).status, 200, id)
    const { total } = (await (await ask('/desk/titles?limit=1')).json()) as { total: number }
    assert.ok(total >= acknowledged.length && total <= acknowledged.length + 1)
    await create('After the fall')
  })

  test('asked to stop, it finishes what is under way and leaves the folder free', async () => {
    await lay()
    const first = start()
    await first.ready
    const under = create('Under way').then(
      () => 'finished',
      () => 'refused',
    )
    first.child.kill('SIGTERM')
    assert.equal(await first.ended, 0)
    const outcome = await under
    assert.ok(!existsSync(join(folder, 'running.json')))
    const second = start()
    await second.ready
    const { total } = (await (await ask('/desk/titles?limit=1')).json()) as { total: number }
    // What was acknowledged is there; what was refused is there once at the most.
    assert.ok(outcome === 'finished' ? total === 1 : total <= 1, `${outcome}, ${total}`)
  })

  test('a port that is taken: said, and the next one is used; a chosen one is refused', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    try {
      const chosen = startProcess(['--data', folder, '--port', String(port)])
      assert.equal(await chosen.ended, 1)
      assert.match(chosen.printed(), new RegExp(`Port ${port} is taken.*--port`))
    } finally {
      other.close()
    }
  })

  test('a setting that cannot be right is refused before anything is opened', async () => {
    const wrong = startProcess(['--data', join(folder, 'new'), '--port', 'eighty'])
    assert.equal(await wrong.ended, 2)
    assert.match(wrong.printed(), /PORT: a whole number/)
    assert.ok(!existsSync(join(folder, 'new')))
    const secret = startProcess(['--data', join(folder, 'new')], { DATABASE_URL: 'mysql://root:secret-word@localhost/x' })
    assert.equal(await secret.ended, 2)
    assert.ok(!secret.printed().includes('secret-word'))
  })
})
