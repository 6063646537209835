/** A server that is killed (-9) while somebody watches: what ran since their last report that was written is believed by the next server. */
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
import { cookiesOf, tokenKey } from '../../src/media/tokens.ts'
import { startProcess, until } from './process.ts'

const SECRET = 'a secret of at least thirty-two letters'
const DEVICE = 'a-device-of-22-letters'
const folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('what ran since the last report that was written is believed after a server was killed', async () => {
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
    const ask = (path: string, init: RequestInit = {}) => fetch(`${address}/media/${id}/${path}`, { ...init, headers: { cookie } }).then(async (answer) => (await answer.arrayBuffer(), answer.status)) // prettier-ignore
    let told = 0
    /** The film has run without a stop. */
    const report = async (): Promise<void> => {
      const now = Date.now() - begun
      assert.equal(await ask('report', { method: 'POST', body: JSON.stringify({ played: [[told, now, 1]], at: now, language: 'fra' }) }), 204) // prettier-ignore
      told = now
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
    server.child.kill('SIGKILL')
    await server.ended
    server = start()
    address = await server.ready
    await report()
    await until(viewing, ({ to }) => to === told)
    const { rows } = await sql<{ from_ms: number; to_ms: number }>`select from_ms, to_ms from watched where viewing_id = ${id} order by seq`.execute(database.db) // prettier-ignore
    assert.deepEqual(rows, [{ from_ms: 0, to_ms: told }], 'one stretch, from the beginning to now')
  } finally {
    server.child.kill('SIGKILL')
    await server.ended
    await database.close()
  }
})
