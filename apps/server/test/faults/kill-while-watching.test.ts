/** A server that is killed (-9) while somebody watches: whatever ran is written by the next, once, also what was reported and never written. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { createHouse, openFiles, SYSTEM, VISITOR } from '@vitrine/house'
import { aFilm } from '@vitrine/house/testing/deal-for-tests'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { running } from '../../../web/src/lib/watch/ran.ts'
import { cookiesOf, tokenKey } from '../../src/media/tokens.ts'
import { startProcess, until } from './process.ts'

const SECRET = 'a secret of at least thirty-two letters'
const DEVICE = 'a-device-of-22-letters'
const folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('after servers were killed what was watched is what was played, reported or not', async () => {
  const url = await newPostgresDatabase()
  const start = () => startProcess(['--data', folder, '--port', '0'], { DATABASE_URL: url, VITRINE_SECRET: SECRET, VITRINE_PACKAGING: '0' }) // prettier-ignore
  let server = start()
  let address = await server.ready
  const database = await openDatabase({ url })
  try {
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
    const film = await aFilm(house, 'Salt')
    const reelId = await aReel(database.db, house.id, film, { reel: { ...reelForTest(300), variants: ['a'] } })
    const segment = join(folder, 'reels', reelId, 'video', '720p', 'a', '00001.m4s')
    mkdirSync(dirname(segment), { recursive: true })
    writeFileSync(segment, 'a segment')
    const through = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const { url: link } = await house.makeScreener(SYSTEM, { screener: { titleIds: [film], toName: 'Ana', toEmail: 'ana@kanal-ost.example', through, locale: 'en' } }) // prettier-ignore
    const { id } = await house.startViewing(VISITOR, { secret: link.split('/').at(-1)!, reelId, where: { address: null, country: null, device: DEVICE, agent: null } }) // prettier-ignore
    const begun = Date.now()
    const cookie = [`vitrine-device=${DEVICE}`, ...cookiesOf([tokenKey(SECRET)], false).admit(id, DEVICE, begun).map((one) => one.split(';')[0]!)].join('; ') // prettier-ignore
    const ask = (path: string, init: RequestInit = {}) => fetch(`${address}/media/${id}/${path}`, { ...init, headers: { cookie } }).then(async (answer) => (await answer.arrayBuffer(), answer)) // prettier-ignore
    const page = running()
    page.tick(0, 1, 'fra', null)
    let [told, number] = [0, 0]
    /** The film has run without a stop. */
    const report = async (): Promise<void> => {
      const now = Date.now() - begun
      for (; told < now; told = Math.min(now, told + 1_000)) page.tick(told / 1000, 1, 'fra', null)
      page.tick(now / 1000, 1, 'fra', null)
      const answer = await ask('report', { method: 'POST', body: JSON.stringify({ page: 'the-page', report: (number += 1), ...page.untold(200), at: told, language: 'fra' }) }) // prettier-ignore
      assert.equal(answer.status, 204)
      page.written(Number(answer.headers.get('vitrine-written')))
    }
    const viewing = async () => (await sql<{ heard: number; to: number | null }>`select extract(epoch from heard_at)::float8 * 1000 as heard, (select max(to_ms) from watched w where w.viewing_id = v.id) as to from viewing v where v.id = ${id}`.execute(database.db)).rows[0]! // prettier-ignore

    await until(
      () => Promise.resolve(Date.now() - begun),
      (ran) => ran > 1_000,
    )
    await report()
    await until(viewing, ({ to }) => to === told)
    // Files are sent, and that is written, and nothing is reported.
    const heard = (await viewing()).heard
    await until(async () => (await ask('video/720p/00001.m4s'), viewing()), (row) => row.heard > heard + 5_000) // prettier-ignore
    const killed = async (): Promise<void> => {
      server.child.kill('SIGKILL')
      await server.ended
      server = start()
      address = await server.ready
    }
    await killed()
    await report()
    await until(viewing, ({ to }) => to === told)
    // What was heard a moment ago, and answered, dies with the server that heard it. The next two servers hear it as well.
    for (let n = 0; n < 2; n++) {
      const before = told
      await until(() => Promise.resolve(Date.now() - begun), (ran) => ran > before + 3_000) // prettier-ignore
      await report()
      await killed()
    }
    // It runs no more: what the page tells now was told before.
    const body = JSON.stringify({ page: 'the-page', report: (number += 1), ...page.untold(200), at: told, language: 'fra' })
    for (let n = 0; n < 2; n++) assert.equal((await ask('report', { method: 'POST', body })).status, 204)
    await until(viewing, ({ to }) => to === told)
    const { rows } = await sql<{ from_ms: number; to_ms: number }>`select from_ms, to_ms from watched where viewing_id = ${id} order by seq`.execute(database.db) // prettier-ignore
    assert.deepEqual(rows, [{ from_ms: 0, to_ms: told }], 'one stretch, from the beginning to now')
  } finally {
    server.child.kill('SIGKILL')
    await server.ended
    await database.close()
  }
})
