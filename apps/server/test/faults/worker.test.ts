/** `vitrine worker`, as it is run on another machine: beside a server's house, over its PostgreSQL and its folder. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { testFilm } from '@vitrine/screening/testing/test-film'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/open-house.ts'
import { until } from './process.ts'

const COMMAND = fileURLToPath(new URL('../../../cli/bin/vitrine.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'vitrine-worker-'))
const children: ChildProcess[] = []
after(() => {
  children.forEach((child) => child.kill('SIGKILL'))
  rmSync(folder, { recursive: true, force: true })
})

function worker(env: Record<string, string>) {
  const child = spawn(process.execPath, [COMMAND, 'worker', '--data', join(folder, 'data')], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_GB.UTF-8', ...env } }) // prettier-ignore
  children.push(child)
  const said = { text: '' }
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said.text += chunk))
  return { child, said, ended: once(child, 'close') as Promise<[number | null, string | null]> }
}

test('two workers beside a house: one is killed while it packages, the other takes the film up, and stops in peace', async () => {
  const env = {
    DATABASE_URL: await newPostgresDatabase(),
    VITRINE_SECRET: 'a secret that all servers of this house have',
    VITRINE_DEMONSTRATION: 'no',
  }
  const { house } = await openHouse(readConfig(['--data', join(folder, 'data')], env), 'http://localhost')
  const one = worker(env)
  await until(() => Promise.resolve(one.said.text), (text) => text.includes('Waiting for films')) // prettier-ignore
  const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
  const masterId = newId(Date.now())
  const path = join(folder, 'data', 'uploads', masterId)
  mkdirSync(join(folder, 'data', 'uploads'), { recursive: true })
  copyFileSync(await testFilm(join(folder, 'film.mp4'), { seconds: 8 }), path)
  await house.receiveMaster(SYSTEM, { id: masterId, titleId, cut: null, episode: null, fileName: 'film.mp4', size: 1, checksum: 'a'.repeat(64), path }) // prettier-ignore
  const master = () => house.listReels(SYSTEM, { titleId }).then(({ masters }) => masters[0]!)
  await until(master, ({ report }) => report !== null)
  const { id } = await house.orderReel(SYSTEM, { masterId, marked: true })
  await until(() => house.viewReel(SYSTEM, { id }), ({ state }) => state === 'packaging') // prettier-ignore
  one.child.kill('SIGKILL')
  const other = worker(env)
  const made = await until(() => house.viewReel(SYSTEM, { id }), ({ state }) => state === 'ready' || state === 'failed', 90) // prettier-ignore
  assert.equal(made.state, 'ready', JSON.stringify(made))
  assert.equal(existsSync(join(folder, 'data', 'reels', id, 'reel.json')), true)
  other.child.kill('SIGTERM')
  assert.deepEqual(await other.ended, [0, null])
  assert.match(other.said.text, /Stopping: what is under way is given back/)
  await house.close()
})

test('where only the server can open the database it says so, and does nothing', async () => {
  const { said, ended } = worker({})
  assert.deepEqual(await ended, [2, null])
  assert.match(said.text, /set DATABASE_URL/)
})
