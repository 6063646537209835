/** The film of the demonstration house where nothing was packaged at the first start: a later start makes it, unless the house has changed meanwhile. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, openFilms, SYSTEM, type House } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { openTestDatabase } from '@vitrine/store/testing/databases'
import { dataPaths, readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { showFilm } from '../src/packaging/demonstration-film.ts'
import type { Packaging } from '../src/packaging/packaging.ts'
import { startServer } from '../src/start-server.ts'
import { REPORT } from './faults/slow-packaging.ts'

const SLUG = 'salt-is-a-slow-clock'
const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts a server that packages nothing as often as is said, over one house; the invented house has one film, of which no picture is painted. */
async function started(times: number) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-film-'))
  folders.push(folder)
  const paths = dataPaths(folder)
  const database = await openTestDatabase('pglite')
  const films = await openFilms(paths)
  const files = await openFiles(paths.files)
  const whole = createHouse({ database, files, films })
  let seeded = 0
  const house: House = {
    ...whole,
    close: async () => {},
    seedDemonstration: async () => {
      seeded += 1
      await whole.createTitle(SYSTEM, { sheet: { ...emptySheet('Salt Is a Slow Clock'), originalLanguages: ['spa'] } })
      await whole.changeSettings(SYSTEM, { settings: { demonstration: true } })
      return { created: 1, unchanged: 0 }
    },
  }
  const config = readConfig([], { PORT: '0', VITRINE_DATA: folder, VITRINE_PACKAGING: '0', VITRINE_REQUESTS_PER_MINUTE: '0' })
  for (let n = 0; n < times; n++) {
    const server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false, open: async () => ({ house, database, films, migrated: [] }) }) // prettier-ignore
    await server.stop()
  }
  const composed: string[] = []
  const packaging: Partial<Packaging> = {
    compose: async (slug, to) => {
      composed.push(slug)
      writeFileSync(to, 'a film that moves')
      return [{ language: 'eng', sdh: false, webvtt: 'WEBVTT\n\n00:01.000 --> 00:03.000\nThe salt.\n' }]
    },
  }
  mkdirSync(paths.uploads, { recursive: true })
  const { id: titleId } = await house.viewTitle(SYSTEM, { slug: SLUG, locale: 'en' })
  const show = (workers: number) => showFilm({ house, packaging: packaging as Packaging, workers, uploads: paths.uploads, note: paths.unshown, signal: new AbortController().signal }) // prettier-ignore
  const room = () => house.listReels(SYSTEM, { titleId })
  return { house, database, paths, titleId, show, room, composed, seeded: () => seeded }
}

/** Has somebody's own file handed in for the film. */
async function handIn(house: House, uploads: string, titleId: string): Promise<void> {
  const id = newId(Date.now())
  writeFileSync(join(uploads, id), 'a film')
  await house.receiveMaster(SYSTEM, { id, titleId, cut: null, episode: null, fileName: 'our-own.mov', size: 6, checksum: 'a'.repeat(64), path: join(uploads, id) }) // prettier-ignore
}

test('is made by a later start with workers, once', async () => {
  const { house, database, paths, show, room, composed, seeded } = await started(2)
  assert.equal(seeded(), 1)
  assert.ok(existsSync(paths.unshown), 'it is not forgotten while nothing is packaged')
  assert.equal(await show(0), false)
  assert.deepEqual([existsSync(paths.unshown), composed], [true, []])
  const showing = show(1)
  while ((await room()).masters.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const work = await house.takeMaster(SYSTEM, { worker: 'one' })
  await house.noteMaster(SYSTEM, { id: work!.id, worker: 'one', report: REPORT, failure: null })
  assert.equal(await showing, true)
  const { masters, reels, subtitles } = await room()
  assert.deepEqual([masters.length, reels.length, subtitles.length, reels[0]!.languages], [1, 1, 1, ['spa']])
  assert.equal(existsSync(paths.unshown), false)
  assert.equal(await show(1), false)
  assert.deepEqual(composed, [SLUG])
  await database.close()
})

test('is not made where the house has changed since: its film has one of its own, or nothing is invented any more', async () => {
  for (const change of ['handed in', 'real'] as const) {
    const { house, database, paths, titleId, show, composed } = await started(1)
    if (change === 'real') await house.changeSettings(SYSTEM, { settings: { demonstration: false } })
    else await handIn(house, paths.uploads, titleId)
    assert.equal(await show(1), false, change)
    assert.deepEqual([composed, existsSync(paths.unshown)], [[], false], change)
    await database.close()
  }
})
