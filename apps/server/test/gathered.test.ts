/** What `npm start` runs is the gathered program, not the sources: it serves what they serve. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gather, gathered, programFolder } from '../../../scripts/setup/gather.mjs'
import { newPgliteFolder } from '@vitrine/store/testing/databases'

test('the gathered program starts a house, shows it, and ends when told to', { timeout: 120_000 }, async () => {
  if (!gathered()) await gather()
  assert.ok(gathered())
  const data = mkdtempSync(join(tmpdir(), 'vitrine-gathered-'))
  await newPgliteFolder(join(data, 'database'))
  const child = spawn(process.execPath, [join(programFolder, 'server.mjs'), '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      LANG: 'en',
      VITRINE_DEMONSTRATION: 'no',
    },
  })
  let said = ''
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /Vitrine is ready: (\S+)/.exec(said)
      if (ready) resolve(ready[1]!)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void closed.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  const wanted = { '/en': /<main/, '/fr/films': /<main/, '/api/v1/openapi.json': /"openapi":\s*"3\.1/, '/readyz': /./ }
  for (const [path, holds] of Object.entries(wanted)) {
    const answer = await fetch(`${address}${path}`)
    assert.equal(answer.status, 200, `${path}: ${said}`)
    assert.match(await answer.text(), holds, path)
  }
  child.kill('SIGTERM')
  assert.equal(await closed, 0, said)
  rmSync(data, { recursive: true, force: true })
})
