/** Films that run, served by several servers on one database. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Readable } from 'node:stream'
import { VISITOR } from '@vitrine/house/actors'
import { aFilm } from '@vitrine/house/testing/deal-for-tests'
import { eachHouse, testHouse, type TestHouse } from '@vitrine/house/testing/house-for-tests'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { randomFrom } from '@vitrine/screening/testing/random'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { type Ran, running } from '../../../web/src/lib/watch/ran.ts'
import { sql } from 'kysely'
import { createLog } from '../log.ts'
import { createMediaRoom } from './media-room.ts'
import { tokenKey } from './tokens.ts'

const DEVICE = 'a-device-of-22-letters'
const ends: (() => Promise<void>)[] = []
after(() => Promise.all(ends.map((end) => end())))

/** A film that somebody watches by a link, and servers that show it, each with a copy of the house of its own. */
async function aWatchedFilm(world: TestHouse, servers: number) {
  const { house, database } = world
  const film = await aFilm(house, 'Salt')
  const reelId = await aReel(database.db, house.id, film, { reel: { ...reelForTest(30), variants: ['a'] } })
  const made = await house.makeScreener(await world.member('sales'), { screener: { titleIds: [film], toName: 'Ana', toEmail: 'ana@kanal-ost.example', through: '2026-12-31', locale: 'en' } }) // prettier-ignore
  const secret = made.url.split('/').at(-1)!
  const { id } = await house.startViewing(VISITOR, { secret, reelId, where: { address: null, country: 'PL', device: DEVICE, agent: null } }) // prettier-ignore
  const clock = { now: Date.parse((await watched()).heardAt) }
  async function watched() {
    return (await house.viewOwnViewing(VISITOR, { secret, id, device: DEVICE })).viewing
  }
  async function open() {
    const room = createMediaRoom({
      house: (await testHouse(database, world.folder, house.id)).house,
      copies: { open: () => Promise.resolve(null) },
      reels: { open: () => Promise.resolve({ size: 1, stream: () => Readable.from([Buffer.from('.')]), close: () => {} }) },
      keys: [tokenKey('a secret of the servers')],
      https: false,
      log: createLog('silent'),
      now: () => clock.now,
    })
    const server = createServer((request, response) => room.answer(request, response)).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/media/${id}/${path}`, {
        ...init,
        headers: { cookie: [`vitrine-device=${DEVICE}`, ...room.admit(id, DEVICE).map((one) => one.split(';')[0]!)].join('; '), ...(init.headers as Record<string, string>) }, // prettier-ignore
      })
    const tell = async (from: number, to: number) => {
      const answer = await ask('report', { method: 'POST', body: JSON.stringify({ played: [[from, to, 1]], at: to, language: 'fra' }) }) // prettier-ignore
      assert.equal(answer.status, 204)
    }
    ends.push(async () => {
      await room.stop()
      server.closeAllConnections()
      server.close()
    })
    return { room, ask, tell }
  }
  const rooms = await Promise.all(Array.from({ length: servers }, open))
  /** What ran, however little of it was sent, and where it goes on. */
  const stands = async () => {
    const { rows: all } = await sql<{ ran: number; place: number }>`select (select sum(to_ms - from_ms) from watched where viewing_id = v.id)::integer as ran, position_ms as place from viewing v where id = ${id}`.execute(database.db) // prettier-ignore
    return [all[0]?.ran, all[0]?.place]
  }
  return { id, secret, clock, watched, stands, open, rooms }
}

eachHouse('films that several servers show', (opened) => {
  test('a player that tells every server that it watched is believed once', async () => {
    const { rooms, clock, watched } = await aWatchedFilm(await opened(), 2)
    for (let n = 0; n < 30; n++) await (await rooms[n % 2]!.ask(`video/720p/${String(n).padStart(5, '0')}.m4s`)).arrayBuffer()
    for (let n = 1; n <= 2; n++) {
      clock.now += 10_000
      for (const [at, { tell }] of rooms.entries()) await tell(at * 30_000 + (n - 1) * 10_000, at * 30_000 + n * 10_000)
      await Promise.all(rooms.map(({ room }) => room.viewers.flush()))
    }
    const { seenMs, unwitnessedMs } = (await watched()).watched
    assert.deepEqual([seenMs, unwitnessedMs], [22_000, 0], 'twenty seconds, and two that a report may be early')
  })

  test('what ran while a server was away is believed by the next', async () => {
    const { rooms, clock, watched, open } = await aWatchedFilm(await opened(), 1)
    const [first] = rooms
    for (let n = 0; n < 30; n++) await (await first!.ask(`video/720p/${String(n).padStart(5, '0')}.m4s`)).arrayBuffer()
    clock.now += 10_000
    await first!.tell(0, 10_000)
    await first!.room.viewers.flush()
    clock.now += 8_000
    await (await first!.ask('video/720p/00011.m4s')).arrayBuffer()
    await first!.room.viewers.flush() // a file was sent, and nothing is reported yet
    clock.now += 2_000
    const next = await open()
    await next.tell(10_000, 20_000)
    await next.room.viewers.flush()
    assert.equal((await watched()).watched.seenMs, 20_000)
  })

  test('reports that are lost, come twice, come late or die with their server leave nothing out and count nothing twice', async () => {
    const random = randomFrom(146)
    for (let n = 0; n < 3; n++) {
      const { id, rooms, clock, stands, open } = await aWatchedFilm(await opened(), 2)
      const page = running()
      let [number, place, all] = [0, 0, 0]
      const line: { report: number; before: number; played: Ran[]; at: number }[] = []
      const send = (): void => void line.push({ report: (number += 1), ...page.untold(200), at: place })
      const hear = async (server: number, index: number, answered: boolean): Promise<void> => {
        if (line[index] === undefined) return
        const answer = await rooms[server]!.ask('report', { method: 'POST', body: JSON.stringify({ page: `page-of-${id}`, language: 'fra', ...line[index] }) }) // prettier-ignore
        assert.equal(answer.status, 204)
        if (answered) page.written(Number(answer.headers.get('vitrine-written')))
      }
      for (let step = 0; step < 60; step++) {
        const [server, index] = [random.whole(2), random.whole(line.length)]
        clock.now += 1_000
        const act = random.whole(6)
        if (act === 0) {
          // It runs from somewhere for some seconds.
          const from = random.whole(40_000)
          const seconds = 1 + random.whole(9)
          page.tick(from / 1000, 1, 'fra', null, true)
          for (let second = 1; second <= seconds; second++) page.tick(from / 1000 + second, 1, 'fra', null)
          page.stop()
          ;[place, all] = [from + seconds * 1000, all + seconds * 1000]
          clock.now += seconds * 1000
          send()
        } else if (act === 1) send()
        else if (act === 2) await hear(server, index, random.next() < 0.5)
        else if (act === 3) line.splice(index, 1)
        else if (act === 4) await rooms[server]!.room.viewers.flush()
        else if (random.next() < 0.3) rooms[server] = await open() // the one before was killed: what it heard is gone
      }
      send()
      await hear(0, line.length - 1, false)
      await rooms[0]!.room.viewers.flush()
      assert.deepEqual(await stands(), [all, place])
      // What the other heard before that, and writes after it, changes nothing.
      await rooms[1]!.room.viewers.flush()
      assert.deepEqual(await stands(), [all, place])
    }
  })
})
