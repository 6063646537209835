import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import type { ExportSchedule } from '@vitrine/house/contract/export-schedules'
import { readConfig } from '@vitrine/server/config'
import { createLog } from '@vitrine/server/log'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { vitrine } from './run.ts'

describe('vitrine export schedule', () => {
  let folder: string
  let server: RunningServer | null = null
  const inHouse = (args: string[]) => vitrine(['--data', join(folder, 'data'), ...args])
  const schedule = (...args: string[]) => inHouse(['export', 'schedule', ...args])
  const listed = async (...more: string[]) => JSON.parse((await schedule('list', '--json', ...more)).out) as ExportSchedule[]
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
    await newPgliteFolder(join(folder, 'data', 'database'))
    const config = readConfig([], { PORT: '0', VITRINE_DATA: join(folder, 'data'), VITRINE_DEMONSTRATION: 'no' })
    server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
    const { id } = await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Salt Road'), year: 2020 } })
    await server.house.publishTitle(SYSTEM, { id, baseRevision: 1 })
  })
  after(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('one is set, made now, ended and had again, through the server that runs', async () => {
    const made = await schedule(
      'add',
      '--name',
      'Titles on Fridays',
      '--format',
      'titles-csv',
      '--columns',
      'title,year',
      '--filter',
      'q=salt',
      '--filter',
      'status=draft,published',
      '--day',
      '5',
      '--json',
    )
    assert.equal(made.code, 0, made.err)
    const { id, what, rhythm } = JSON.parse(made.out) as ExportSchedule
    assert.deepEqual([what.format, what.columns, rhythm], ['titles-csv', ['title', 'year'], { every: 'week', day: 5, hour: 6 }])

    assert.deepEqual(what.filter, { q: 'salt', status: 'draft,published' })
    const file = join(folder, 'titles.csv')
    const ran = await schedule('run', id, '--out', file)
    assert.equal(ran.code, 0, ran.err)
    assert.match(ran.out, /titles.*\.csv: 1 in it\./)
    assert.match(readFileSync(file, 'utf8'), /The Salt Road,2020/)
    assert.match(
      (await schedule('list')).out,
      new RegExp(
        `^${id}\tTitles on Fridays\t.* q=salt status=draft,published\tevery Friday at 06:00 UTC\tnext on .*\tlast on .* \\(1\\)`,
      ),
    )

    const ended = await schedule('end', id)
    assert.match(ended.out, new RegExp(`vitrine export schedule resume ${id}`))
    assert.deepEqual(await listed(), [])
    assert.deepEqual(
      (await listed('--ended')).map((one) => [one.id, one.endedAt !== null]),
      [[id, true]],
    )
    assert.equal((await schedule('run', id)).code, 2, 'one that is ended is not made')
    assert.match((await inHouse(['--lang', 'fr', 'export', 'schedule', 'resume', id])).out, /Il continue\./)
    assert.deepEqual(
      (await listed()).map((one) => [one.id, one.last?.items]),
      [[id, 1]],
    )
  })

  test('what cannot be is refused, and the ordinary export is what it was', async () => {
    assert.equal((await schedule('add', '--name', 'x', '--format', 'mec', '--every', 'day', '--day', '2')).code, 2)
    assert.equal((await schedule('add', '--name', 'x', '--format', 'mec', '--hour', '24')).code, 2)
    assert.equal((await schedule('add', '--name', 'x', '--format', 'tmdb')).code, 2)
    assert.equal((await schedule('add', '--name', 'x', '--format', 'mec', '--columns', 'title')).code, 2)
    for (const wrong of ['q', '=salt', 'state=signed', 'theme=none'])
      assert.equal((await schedule('add', '--name', 'x', '--format', 'titles-csv', '--filter', wrong)).code, 2, wrong)
    assert.equal((await schedule('end', 'none')).code, 2)
    assert.match((await inHouse(['--lang', 'fr', 'export', 'schedule', 'add', '--help'])).out, /faire sortir quelque chose/)
    assert.match((await inHouse(['export', '--format', 'csv'])).out, /The Salt Road/)
  })

  test('without a server the house is opened here', async () => {
    await server?.stop()
    server = null
    const [one] = await listed()
    assert.equal(one?.name, 'Titles on Fridays')
    assert.equal((await schedule('end', one!.id)).code, 0)
    assert.deepEqual(await listed(), [])
  })
})
