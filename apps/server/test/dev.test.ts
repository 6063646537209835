/** `npm run dev`: the site from its sources, with a browser that hears of changes over a connection that stays open. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createHouse, openFiles, openFilms } from '@vitrine/house'
import { openTestDatabase } from '@vitrine/store/testing/databases'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { startServer } from '../src/start-server.ts'

test('a developing server ends although a browser holds its connection for changes open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-dev-'))
  const here = process.cwd()
  const running = await startServer(readConfig(['--dev'], { PORT: '0', VITRINE_DATA: folder, VITRINE_DEMONSTRATION: 'no' }), {
    log: createLog('silent'),
    locale: 'en',
    say: () => {},
    open: async (_config, origin) => {
      const database = await openTestDatabase('pglite')
      const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
      return {
        house: createHouse({ database, files: await openFiles(join(folder, 'files')), films, origin }),
        database,
        films,
        migrated: [],
      }
    },
  })
  const script = await (await fetch(`${running.address}/@vite/client`)).text()
  const token = /wsToken = "([^"]+)"/.exec(script)?.[1] ?? ''
  const socket = new WebSocket(`${running.address.replace('http:', 'ws:')}/?token=${token}`, 'vite-hmr')
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }))
  await running.stop()
  await closed
  await assert.rejects(fetch(running.address))
  process.chdir(here)
  rmSync(folder, { recursive: true, force: true })
})
