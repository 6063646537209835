/** `vitrine export --format avails`: what it leaves where it was told to write. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { noteRunning } from '@vitrine/server/running'
import { vitrine } from './run.ts'

const WHOLE = '<AvailList/>'.repeat(20_000)

describe('vitrine export --format avails', () => {
  let folder: string
  let server: Server
  let breaks = false
  const written = () => readdirSync(join(folder, 'out'))
  const out = () => join(folder, 'out', 'avails.xml')
  const taken = () => vitrine(['--data', join(folder, 'data'), 'export', '--format', 'avails', '--out', out()])
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
    for (const name of ['data', 'out']) mkdirSync(join(folder, name))
    // A server that can be made to go away in the middle of its answer.
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/xml', 'content-length': WHOLE.length, 'x-avails': 3, 'x-unsaid': '{"avails/unsaid/price":2}' }) // prettier-ignore
      if (breaks) response.write(WHOLE.slice(0, WHOLE.length / 2), () => response.destroy())
      else response.end(WHOLE)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    noteRunning(join(folder, 'data', 'running.json'), { address, token: 'local_x', pid: process.pid })
  })
  after(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('what came whole has its name, and what is not said is counted', async () => {
    breaks = false
    const ran = await taken()
    assert.equal(ran.code, 0, ran.err)
    assert.equal(readFileSync(out(), 'utf8'), WHOLE)
    assert.deepEqual(written(), ['avails.xml'])
    assert.match(ran.err, /\b2\b/)
  })

  test('an answer that breaks in the middle is told, and leaves what was there and nothing else', async () => {
    breaks = true
    writeFileSync(out(), 'of yesterday')
    const ran = await taken()
    assert.equal(ran.code, 1, ran.err)
    assert.match(ran.err, /does not answer/)
    assert.equal(readFileSync(out(), 'utf8'), 'of yesterday')
    rmSync(out())
    assert.notEqual((await taken()).code, 0)
    assert.deepEqual(written(), [])
  })
})
