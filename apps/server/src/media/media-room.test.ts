import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Readable } from 'node:stream'
import { HouseError, type ServedViewing, type ViewingReport } from '@vitrine/house'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { createLog } from '../log.ts'
import { createMediaRoom, type MediaParts, type MediaRoom } from './media-room.ts'
import { readRange } from './range.ts'
import { tokenKey } from './tokens.ts'

const DEVICE = 'a-device-of-22-letters'
const reel = reelForTest(12)
const rooms: { room: MediaRoom; server: Server }[] = []
after(async () => {
  for (const { room, server } of rooms) {
    await room.stop()
    server.closeAllConnections()
    server.close()
  }
})

/** A room over a house that knows some viewings, a store of files that says which file it was asked for, and a clock. */
async function aRoom(other: Partial<MediaParts> = {}) {
  const clock = { now: Date.UTC(2026, 10, 26, 10) }
  const world = { reel, slow: null as Promise<void> | null, ended: [] as { id: string; why: 'revoked' | 'left' }[], asked: 0, down: false, meanwhile: () => {}, gone: false, wide: false, moving: null as Promise<void> | null, reports: [] as ViewingReport[], opened: [] as string[], read: [] as string[], moves: [] as string[] } // prettier-ignore
  const viewing = (id: string): ServedViewing => ({ id, screenerId: 's', reelId: 'r1', reel: world.reel, variants: reel.lengths.map((_, n) => (n % 3 === 0 ? 'b' : 'a')), chosen: { sound: 'eng', subtitles: null } }) // prettier-ignore
  const room = createMediaRoom({
    house: {
      takeViewing: (_, { id }) =>
        id.startsWith('v') ? Promise.resolve(viewing(id)) : Promise.reject(new HouseError('not-found')),
      readSubtitleText: (_, { id }) => (world.read.push(id), id === 'gone' ? Promise.reject(new HouseError('not-found')) : world.down ? Promise.reject(new Error('away')) : Promise.resolve(`WEBVTT ${id}`)), // prettier-ignore
      sendMarkedCopy: () => Promise.resolve(null),
      moveViewing: (_, { id, country }) => {
        world.moves.push(`${id} ${country}`)
        if (world.down) return Promise.reject(new Error('away'))
        if (world.gone) return Promise.reject(new HouseError('not-found'))
        const refused = country === 'JP' && !world.wide ? ('country' as const) : null
        return (world.moving ?? Promise.resolve()).then(() => ({ refused }))
      },
      endedViewings: async (_, { ids }) => {
        world.asked += 1
        if (world.down) throw new Error('away')
        const ended = world.ended.filter(({ id }) => ids.includes(id))
        await world.slow
        return ended
      },
      reportViewings: (_, { reports }) => (world.meanwhile(), world.down ? Promise.reject(new Error('away')) : (world.reports.push(...reports), Promise.resolve(reports.filter(({ page }) => page !== null).map(({ id, page, before, played }) => ({ id, page: page!, told: before + played.reduce((sum, { from, to }) => sum + (to - from), 0) }))))), // prettier-ignore
    },
    copies: { open: () => Promise.resolve(null) },
    reels: {
      open: (reelId, path) => {
        world.opened.push(`${reelId}/${path}`)
        const bytes = Buffer.from(`${path}:`.padEnd(5_000, '.'))
        return Promise.resolve(path.includes('00009') ? null : { size: bytes.length, stream: (from = 0, to = bytes.length - 1) => Readable.from([bytes.subarray(from, to + 1)]), close: () => {} }) // prettier-ignore
      },
    },
    keys: [tokenKey('a secret of the server')],
    https: false,
    log: createLog('silent'),
    now: () => clock.now,
    ...other,
  })
  const server = createServer((request, response) => room.answer(request, response)).listen(0, '127.0.0.1')
  rooms.push({ room, server })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cookieOf = (viewing: string, device = DEVICE): string => [`vitrine-device=${device}`, ...room.admit(viewing, device).map((one) => one.split(';')[0]!)].join('; ') // prettier-ignore
  const get = (path: string, cookie = cookieOf('v1'), init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { cookie, ...init.headers } })
  const report = (cookie: string, body: unknown, viewing = 'v1') =>
    fetch(`${origin}/media/${viewing}/report`, { method: 'POST', headers: { cookie }, body: typeof body === 'string' ? body : JSON.stringify(body) }) // prettier-ignore
  return { clock, world, room, origin, cookieOf, get, report }
}
const said = async (answer: Response): Promise<[number, string]> => [answer.status, (await answer.text()).trim()]

test('a viewing is sent its own copy of each segment, and what else belongs to the film', async () => {
  const { get, world } = await aRoom()
  const first = await get('/media/v1/video/720p/00000.m4s')
  assert.equal(first.headers.get('content-length'), '5000')
  assert.equal(first.headers.get('cache-control'), 'private, no-store')
  assert.equal(first.headers.get('content-type'), 'video/mp4')
  assert.match(await first.text(), /^video\/720p\/b\/00000\.m4s:/)
  assert.match(await (await get('/media/v1/video/720p/00001.m4s?x=1')).text(), /^video\/720p\/a\/00001\.m4s:/)
  assert.match(await (await get('/media/v1/sound/fra/00000.m4s')).text(), /^sound\/fra\/00000/)
  const playlist = await (await get('/media/v1/index.m3u8')).text()
  assert.match(playlist, /NAME="English",LANGUAGE="en",DEFAULT=YES/, 'the viewer’s language comes first')
  assert.match(await (await get('/media/v1/chapters.vtt')).text(), /^WEBVTT/)
  assert.deepEqual(world.opened, ['r1/video/720p/b/00000.m4s', 'r1/video/720p/a/00001.m4s', 'r1/sound/fra/00000.m4s'])
  assert.deepEqual(await said(await get('/media/v1/video/720p/00009.m4s')), [404, 'missing'])
})

test('nothing without a token; nothing with another’s, an old one, one that was replaced twice, or of another device', async () => {
  const { get, cookieOf, clock, report } = await aRoom()
  const path = '/media/v1/video/720p/00001.m4s'
  assert.deepEqual(await said(await get(path, '')), [401, 'token'])
  assert.deepEqual(await said(await get(path, cookieOf('v2'))), [403, 'refused'])
  assert.deepEqual(await said(await get(path, cookieOf('v1').replace(DEVICE, 'another-device-22-letr'))), [403, 'refused'])
  const mine = cookieOf('v1')
  assert.deepEqual(await said(await get(path, mine.replace(/(vitrine-watch=[^;]+).(;|$)/, '$1_$2'))), [403, 'refused'])
  assert.deepEqual(await said(await get(path, mine.replace(/vitrine-watch=[^;]+/, `vitrine-watch=${/vitrine-renew=([^;]+)/.exec(mine)![1]!}`))), [403, 'refused'], 'leave to report is none to watch') // prettier-ignore
  assert.equal((await get(path, mine)).status, 200)
  assert.deepEqual(
    await said(await get(path.replace('v1', 'v2'), mine)),
    [403, 'refused'],
    'one that was used is still of its viewing alone',
  )
  assert.deepEqual(await said(await get(path, mine.replace(DEVICE, 'another-device-22-letr'))), [403, 'refused'], 'and of its device') // prettier-ignore
  clock.now += 11 * 60_000
  assert.deepEqual(await said(await get(path, mine)), [401, 'expired'])
  const renewed = await report(mine, { played: [], at: 0 })
  assert.equal(renewed.status, 204, 'a laptop that slept goes on')
  const [watch, renew] = renewed.headers.getSetCookie()
  assert.match(watch!, /^vitrine-watch=\S+; Path=\/media\/v1\/; Max-Age=600; HttpOnly; SameSite=Strict$/)
  assert.match(renew!, /^vitrine-renew=\S+; Path=\/media\/v1\/report; Max-Age=86400; HttpOnly; SameSite=Strict$/)
  /** What a browser sends after an answer. */
  const jar = (before: string, answer: Response): string => [...answer.headers.getSetCookie().map((one) => one.split(';')[0]!), before.split('; ').find((one) => one.startsWith('vitrine-device'))!].join('; ') // prettier-ignore
  const first = jar(mine, renewed)
  assert.equal((await get(path, first)).status, 200)
  const beat = async (cookie: string): Promise<string> => ((clock.now += 10_000), jar(cookie, await report(cookie, { played: [], at: 0 }))) // prettier-ignore
  const second = await beat(first)
  assert.equal((await get(path, second)).status, 200)
  assert.equal((await get(path, first)).status, 200, 'what was under way while the cookie was replaced comes through')
  await beat(second)
  const later = await beat(second) // the answer before it got lost
  assert.equal((await get(path, later)).status, 200)
  assert.deepEqual(await said(await get(path, first)), [403, 'refused'], 'replayed')
  await beat(later)
  assert.equal((await report(first, { played: [], at: 0 })).status, 403, 'who copied the cookies is given no others with them')
  assert.equal((await get(path, cookieOf('v1'))).status, 200, 'a page that is loaded anew')
  // Another server, or this one after it was started anew, knows nothing of turns, and needs to know nothing.
  const elsewhere = await aRoom()
  elsewhere.clock.now = clock.now
  assert.equal((await elsewhere.get(path, later)).status, 200)
  clock.now += 25 * 3_600_000
  assert.equal((await report(later, { played: [], at: 0 })).status, 401)
})

test('a revoked screener refuses the next segment, and a database that is away cuts nobody’s film', async () => {
  const { get, world, clock, report, cookieOf } = await aRoom()
  const path = '/media/v1/video/720p/00001.m4s'
  assert.equal((await get(path)).status, 200)
  const asked = world.asked
  for (let n = 0; n < 20; n++) await get(path)
  assert.equal(world.asked, asked, 'the database is not asked for every segment')
  world.ended = [{ id: 'v1', why: 'revoked' }]
  clock.now += 501
  assert.deepEqual(await said(await get(path)), [410, 'revoked'])
  assert.deepEqual(await said(await report(cookieOf('v1'), { played: [], at: 0 })), [410, 'revoked'])
  assert.equal((await get('/media/v2/video/720p/00001.m4s', cookieOf('v2'))).status, 200)
  world.ended = []
  clock.now += 501
  assert.equal((await get(path)).status, 200, 'it was taken back')
  world.down = true
  clock.now += 501
  assert.equal((await get(path)).status, 200)
})

test('who comes while it is asked who may go on is asked about too', async () => {
  const { get, world, cookieOf, clock } = await aRoom()
  const path = (viewing: string): string => `/media/${viewing}/video/720p/00001.m4s`
  let answer = (): void => {}
  world.slow = new Promise((resolve) => (answer = resolve))
  world.ended = [{ id: 'v2', why: 'revoked' }]
  const first = get(path('v1'))
  while (world.asked === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const second = get(path('v2'), cookieOf('v2'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  answer()
  assert.equal((await first).status, 200)
  assert.deepEqual(await said(await second), [410, 'revoked'])
  // An answer is as old as its question.
  world.slow = new Promise((resolve) => (answer = resolve))
  clock.now += 501
  const third = get(path('v1'))
  while (world.asked < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  clock.now += 400
  answer()
  await third
  world.ended = [{ id: 'v1', why: 'revoked' }]
  clock.now += 101
  assert.deepEqual(await said(await get(path('v1'))), [410, 'revoked'])
})

test('whoever is let in anew is sent their film at once, whatever was known of the page before', async () => {
  const { get, world, cookieOf } = await aRoom()
  const path = '/media/v1/video/720p/00001.m4s'
  const cookie = cookieOf('v1')
  world.ended = [{ id: 'v1', why: 'left' }]
  assert.deepEqual(await said(await get(path, cookie)), [410, 'left'])
  world.ended = []
  assert.deepEqual(await said(await get(path, cookie)), [410, 'left'], 'it is not asked for every segment')
  assert.equal((await get(path, cookieOf('v1'))).status, 200)
  // An answer that was on its way when they were let in is of before.
  let answer = (): void => {}
  const { get: ask, world: other, cookieOf: letIn, clock } = await aRoom()
  assert.equal((await ask(path, letIn('v1'))).status, 200)
  clock.now += 501
  other.slow = new Promise((resolve) => (answer = resolve))
  other.ended = [{ id: 'v1', why: 'left' }]
  const before = other.asked
  const elder = ask(path, letIn('v1'))
  while (other.asked === before) await new Promise((resolve) => setTimeout(resolve, 5))
  other.ended = []
  const anew = letIn('v1')
  answer()
  await elder
  assert.equal((await ask(path, anew)).status, 200)
})

test('each page on a viewing is told of, with when it was opened', async () => {
  const { report, cookieOf, room, world } = await aRoom()
  const [elder, newer] = ['2026-11-26T10:00:00.000Z', '2026-11-26T10:00:09.500Z']
  for (const [openedAt, left] of [
    [newer, false],
    [elder, true],
    [null, true],
  ] as const)
    assert.equal((await report(cookieOf('v1'), { played: [], at: 0, left, openedAt })).status, 204)
  await room.viewers.flush()
  assert.deepEqual(world.reports.map(({ id, left, openedAt }) => [id, openedAt, left]), [['v1', newer, false], ['v1', elder, true], ['v1', null, true]]) // prettier-ignore
  for (const openedAt of ['0000-01-01T00:00:00Z', '1999-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'now()', 7])
    assert.equal((await report(cookieOf('v1'), { played: [], at: 0, openedAt })).status, 422, `${openedAt}`)
})

test('a viewer who moves is asked about once, and sent nothing where the film may not be shown', async () => {
  const { get, cookieOf, world, clock } = await aRoom()
  const cookie = cookieOf('v1')
  const from = (country?: string, init: RequestInit = {}, path = 'video/720p/00001.m4s') =>
    get(`/media/v1/${path}`, cookie, { ...init, headers: country === undefined ? {} : { 'x-vitrine-country': country } })
  for (let n = 0; n < 3; n++) assert.equal((await from('PL')).status, 200)
  for (const answer of await Promise.all([1, 2, 3].map(() => from('JP')))) assert.deepEqual(await said(answer), [410, 'country'])
  assert.deepEqual(await said(await from('JP', { method: 'POST', body: '{}' }, 'report')), [410, 'country'], 'nor is leave to watch renewed') // prettier-ignore
  assert.equal((await from('PL')).status, 200, 'back again')
  assert.equal((await from()).status, 200)
  assert.deepEqual(world.moves, ['v1 PL', 'v1 JP', 'v1 null'], 'null: the server is not told where they are')
  // Its page was opened anew: what was refused is asked again, and what was allowed is not.
  cookieOf('v1')
  await new Promise((resolve) => setTimeout(resolve, 20))
  for (const country of ['PL', 'JP']) await from(country)
  assert.deepEqual(world.moves.splice(0), ['v1 PL', 'v1 JP', 'v1 null', 'v1 JP'])
  // A film that runs goes on while the database is away; from elsewhere it does not before it could be asked.
  clock.now += 5 * 60_000
  await from('DE')
  clock.now += 5 * 60_000
  world.down = true
  assert.deepEqual([(await from('PL')).status, (await from('DE')).status, (await from('AT')).status], [200, 200, 503])
  world.down = false
  assert.deepEqual([(await from('PL')).status, (await from('AT')).status], [200, 200])
  assert.deepEqual(world.moves, ['v1 DE', 'v1 PL', 'v1 AT', 'v1 AT'], 'after ten minutes, and where it could not be')
})

test('a refusal is asked again soon, and one that was under way when the page was opened anew is not believed', async () => {
  const { get, cookieOf, world, clock } = await aRoom()
  const cookie = cookieOf('v1')
  const path = '/media/v1/video/720p/00001.m4s'
  const from = async (country: string) => (await get(path, cookie, { headers: { 'x-vitrine-country': country } })).status
  assert.equal(await from('JP'), 410)
  world.wide = true
  clock.now += 14_000
  assert.equal(await from('JP'), 410)
  clock.now += 1_000
  assert.equal(await from('JP'), 200)
  clock.now += 9 * 60_000
  assert.equal(await from('JP'), 200)
  assert.deepEqual(world.moves.splice(0), ['v1 JP', 'v1 JP'], 'what is allowed holds longer')
  // The question is put before the page is opened anew, and answered after.
  const [moved, other] = [Promise.withResolvers<void>(), cookieOf('v2')]
  Object.assign(world, { wide: false, moving: moved.promise })
  const second = async () => (await get(path.replace('v1', 'v2'), other, { headers: { 'x-vitrine-country': 'JP' } })).status
  const asked = second()
  while (world.moves.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  Object.assign(world, { wide: true, moving: null })
  cookieOf('v2')
  moved.resolve()
  assert.equal(await asked, 410)
  assert.equal(await second(), 200)
})

test('a viewing that is gone is answered as such, also where it may have been watched before', async () => {
  const { get, cookieOf, world } = await aRoom()
  const cookie = cookieOf('v1')
  const from = (country: string) => get('/media/v1/video/720p/00001.m4s', cookie, { headers: { 'x-vitrine-country': country } }) // prettier-ignore
  assert.equal((await from('PL')).status, 200)
  world.gone = true
  assert.deepEqual(await said(await from('DE')), [404, 'nothing'])
})

test('what ran before a viewer came to where nothing is shown is heard, and where they were last is said', async () => {
  const { get, cookieOf, world, room } = await aRoom()
  const cookie = cookieOf('v1')
  const report = (country: string, to: number) =>
    get('/media/v1/report', cookie, { method: 'POST', body: JSON.stringify({ played: [[to - 1_000, to, 1]], at: to }), headers: { 'x-vitrine-country': country } }) // prettier-ignore
  const heard = async () => {
    await room.viewers.flush()
    return world.reports.splice(0).map(({ country, played }) => [country, played[0]?.to])
  }
  for (const [at, country] of ['PL', 'DE', 'PL'].entries()) {
    assert.equal((await report(country, (at + 1) * 1_000)).status, 204)
    assert.deepEqual(await heard(), [[country, (at + 1) * 1_000]])
  }
  assert.deepEqual(world.moves, ['v1 PL', 'v1 DE'])
  const refused = await report('JP', 9_000)
  assert.deepEqual([refused.headers.getSetCookie(), ...(await said(refused))], [[], 410, 'country'])
  assert.deepEqual(await heard(), [['PL', 9_000]])
})

test('what ran before a link was revoked is heard from who may watch no more, once and from nobody else', async () => {
  const { get, report, cookieOf, room, world, clock } = await aRoom()
  const stale = cookieOf('v1')
  await (await get('/media/v1/video/720p/00000.m4s', stale)).arrayBuffer()
  clock.now += 60_000
  const mine = cookieOf('v1')
  assert.equal((await report(mine, { played: [], at: 0 })).status, 204)
  await room.viewers.flush()
  world.reports.length = 0
  world.ended = [{ id: 'v1', why: 'revoked' }]
  clock.now += 501
  const lastWord = { page: 'page-of-v1', report: 2, played: [[0, 2_000, 1]], at: 2_000 }
  assert.deepEqual(await said(await report(stale, lastWord)), [403, 'refused'], 'replayed')
  assert.deepEqual(await said(await report(cookieOf('v2'), lastWord)), [403, 'refused'], 'another’s')
  assert.deepEqual(await said(await report(mine, '{')), [410, 'revoked'])
  const answer = await report(mine, lastWord)
  assert.deepEqual([answer.headers.getSetCookie(), ...(await said(answer))], [[], 410, 'revoked'], 'leave is not renewed')
  assert.deepEqual(await said(await report(mine, lastWord)), [410, 'revoked'])
  await room.viewers.flush()
  assert.deepEqual(world.reports.filter(({ played }) => played.length > 0).map(({ id, played }) => [id, played[0]?.to]).slice(0, 1), [['v1', 2_000]]) // prettier-ignore
  // A page that was closed is let in anew before it goes on.
  world.ended = [{ id: 'v1', why: 'left' }]
  clock.now += 501
  world.reports.length = 0
  assert.deepEqual(await said(await report(mine, { ...lastWord, report: 9 })), [410, 'left'])
  await room.viewers.flush()
  assert.deepEqual(world.reports, [])
})

test('the last word of a page that is closed is written at once, and with it what others said meanwhile', async () => {
  const { room, world } = await aRoom()
  const [one, other] = [(await room.viewers.find('v1'))!, (await room.viewers.find('v2'))!]
  const told = (page: string, left: boolean) => ({ page, report: 1, before: 0, played: [], positionMs: 0, language: null, subtitles: null, left, openedAt: null }) // prettier-ignore
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  room.viewers.note(one, told('page-of-v1', false))
  await turn()
  assert.deepEqual(world.reports, [], 'a film that runs is written with the others')
  for (const viewer of [one, other]) for (let n = 0; n < 10; n++) room.viewers.note(viewer, told(`page-${n}-of-${viewer.viewing.id}`, true)) // prettier-ignore
  await turn()
  assert.deepEqual([...new Set(world.reports.map(({ id }) => id))], ['v1', 'v2'])
  assert.equal(world.reports.length, 16, 'in one writing, and no more pages than are kept')
})

test('whether a copy may be sent somewhere is asked once for many requests', async () => {
  const { get, world, room, clock } = await aRoom()
  const cookie = () => `vitrine-device=${DEVICE}; ${room.admitToCopy('v1', DEVICE).split(';')[0]!}`
  const kept = cookie()
  const from = async (country: string, init: RequestInit = {}) => said(await get('/media/v1/copy.mp4', kept, { ...init, headers: { 'x-vitrine-country': country } })) // prettier-ignore
  for (const init of [{}, { method: 'HEAD' }, {}]) assert.equal((await from('JP', init))[0], 410)
  for (let n = 0; n < 3; n++) assert.deepEqual(await from('PL'), [410, 'over'])
  assert.deepEqual(world.moves.splice(0), ['v1 JP', 'v1 PL'])
  cookie()
  for (const country of ['JP', 'PL']) await from(country)
  assert.deepEqual(world.moves.splice(0), ['v1 JP'], 'its page was opened anew')
  clock.now += 11 * 60_000
  await from('PL')
  assert.deepEqual(world.moves, ['v1 PL'])
  world.gone = true
  assert.equal((await from('DE'))[0], 404)
})

test('while the database is away no film begins', async () => {
  const { get, world } = await aRoom()
  world.down = true
  assert.deepEqual(await said(await get('/media/v1/video/720p/00001.m4s')), [503, 'later'])
  world.down = false
  assert.equal((await get('/media/v1/video/720p/00001.m4s')).status, 200)
})

test('subtitles that came since are found by whoever begins their film, and by nobody lost', async () => {
  const { get, world, cookieOf } = await aRoom()
  const added = { name: 'deu', language: 'deu', sdh: false }
  const lists = async (viewing: string) => (await (await get(`/media/${viewing}/index.m3u8`, cookieOf(viewing))).text()).includes('subtitles/deu') // prettier-ignore
  const found = async (viewing: string) => (await get(`/media/${viewing}/subtitles/deu.vtt`, cookieOf(viewing))).status
  assert.equal(await lists('v1'), false)
  assert.equal(await found('v1'), 404)
  world.reel = { ...reel, subtitles: [...reel.subtitles, added] }
  assert.deepEqual([await lists('v2'), await found('v2')], [true, 200], 'somebody else')
  assert.equal(await found('v1'), 404, 'a film that runs goes on as it began')
  assert.deepEqual([await lists('v1'), await found('v1')], [true, 200], 'the page was loaded anew')
})

test('subtitles that the house keeps are read once for all who watch, and asked for again where that failed', async () => {
  const { get, world, cookieOf } = await aRoom()
  const kept = ['deu', 'ita', 'spa'].map((language, n) => ({
    name: language,
    language,
    sdh: false,
    of: ['s1', 'gone', 's2'][n]!,
  }))
  world.reel = { ...reel, subtitles: kept }
  const ask = (viewing: string, name: string) => get(`/media/${viewing}/subtitles/${name}.vtt`, cookieOf(viewing))
  const answers = await Promise.all(['v1', 'v2', 'v3', 'v1'].map((viewing) => ask(viewing, 'deu')))
  for (const answer of answers) {
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/vtt; charset=utf-8'])
    assert.equal(await answer.text(), 'WEBVTT s1')
  }
  assert.deepEqual([world.read, world.opened], [['s1'], []])
  assert.deepEqual(await said(await ask('v1', 'ita')), [404, 'missing'])
  world.down = true
  assert.deepEqual(await said(await ask('v1', 'spa')), [503, 'later'])
  assert.equal((await ask('v2', 'deu')).status, 200, 'what was read goes on')
  world.down = false
  assert.equal(await (await ask('v1', 'spa')).text(), 'WEBVTT s2')
})

test('whoever was let in finds their film read already, once; whoever begins later has it read anew', async () => {
  const taken: string[] = []
  const viewing = { screenerId: 's', reelId: 'r1', reel, variants: reel.lengths.map(() => 'a' as const), chosen: { sound: null, subtitles: null } } // prettier-ignore
  const { room, get, cookieOf, clock } = await aRoom({
    house: {
      readSubtitleText: () => Promise.reject(new HouseError('not-found')),
      takeViewing: (_, { id }) => (taken.push(id), Promise.resolve({ ...viewing, id })),
      endedViewings: () => Promise.resolve([]),
      reportViewings: () => Promise.resolve([]),
      moveViewing: () => Promise.resolve({ refused: null }),
      sendMarkedCopy: () => Promise.resolve(null),
    },
  })
  const cookie = cookieOf('v1')
  while (room.viewers.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal((await get('/media/v1/index.m3u8', cookie)).status, 200)
  assert.deepEqual(taken, ['v1'])
  await get('/media/v1/index.m3u8', cookie)
  assert.deepEqual(taken, ['v1', 'v1'], 'the page was loaded anew')
  cookieOf('v2')
  while (room.viewers.size === 1) await new Promise((resolve) => setTimeout(resolve, 5))
  clock.now += 60_000
  await get('/media/v2/index.m3u8', cookieOf('v2'))
  assert.deepEqual(taken.slice(2), ['v2', 'v2'], 'it was read a minute ago')
})

test('paths are looked up, whatever is tried', async () => {
  const { world, origin, cookieOf } = await aRoom()
  const { port } = new URL(origin)
  const { request } = await import('node:http')
  const raw = (path: string) => new Promise<number>((resolve) => void request({ port, path, headers: { cookie: cookieOf('v1') } }, (answer) => (answer.resume(), resolve(answer.statusCode!))).end()) // prettier-ignore
  for (const path of [
    '/media/v1/../../etc/passwd',
    '/media/v1/video/../reel.json',
    '/media/v1/reel.json',
    '/media/v1/video/720p/a/00001.m4s',
    '/media/v1/%2e%2e/reel.json',
    '/media/v1/video/720p/00001.m4s%00.jpg',
    '/media/v1/video//00001.m4s',
    '/media/v1/',
    '/media/v1',
    '/media/',
    '/media/../v1/index.m3u8',
    `/media/v1/${'a'.repeat(300)}`,
    '/media/V1/index.m3u8',
  ])
    // prettier-ignore
    assert.ok([403, 404].includes(await raw(path)), path)
  assert.deepEqual(world.opened, [])
  assert.equal(await raw('/media/x1/index.m3u8'), 403)
})

test('a copy that nobody waits for any more is let go of, and its screener is not asked about for ever', async () => {
  const asked: boolean[] = []
  const opening = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  let closed = 0
  const { room, origin } = await aRoom({
    house: { moveViewing: () => Promise.resolve({ refused: null }), sendMarkedCopy: (_: unknown, { begins }: { begins: boolean }) => (asked.push(begins), Promise.resolve({ fileName: 'film.mp4' })) } as unknown as MediaParts['house'], // prettier-ignore
    copies: {
      open: async () => {
        opened.resolve()
        await opening.promise
        return { size: 5, stream: () => Readable.from([Buffer.from('a film')]), close: () => (closed += 1) }
      },
    },
  })
  const cookie = `vitrine-device=${DEVICE}; ${room.admitToCopy('v1', DEVICE).split(';')[0]!}`
  const gone = new AbortController()
  const fetching = fetch(`${origin}/media/v1/copy.mp4`, { headers: { cookie }, signal: gone.signal }).catch(() => null)
  await opened.promise
  gone.abort()
  await fetching
  await new Promise((resolve) => setTimeout(resolve, 200)) // until the server has heard of it
  opening.resolve()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  assert.deepEqual([asked, closed], [[true], 1])
})

test('ranges, heads and other methods are answered as the standard says', async () => {
  const { get } = await aRoom()
  const path = '/media/v1/video/720p/00001.m4s'
  const part = await get(path, undefined, { headers: { range: 'bytes=6-9' } })
  assert.deepEqual([part.status, part.headers.get('content-range'), await part.text()], [206, 'bytes 6-9/5000', '720p'])
  assert.deepEqual((await get(path, undefined, { headers: { range: 'bytes=9000-' } })).status, 416)
  const head = await get(path, undefined, { method: 'HEAD' })
  assert.deepEqual([head.status, head.headers.get('content-length')], [200, '5000'])
  assert.equal((await get(path, undefined, { method: 'POST' })).status, 405)
  assert.deepEqual(readRange('bytes=-100', 5_000), [4_900, 4_999])
  assert.deepEqual(readRange('bytes=-9999', 5_000), [0, 4_999])
  assert.deepEqual(readRange('bytes=4999-9999', 5_000), [4_999, 4_999])
  for (const none of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-3', 'bytes=0-1,4-5', 'items=0-1', 'bytes=a-b']) assert.equal(readRange(none, 5_000), null, none) // prettier-ignore
  for (const beyond of ['bytes=5000-', 'bytes=5000-6000', 'bytes=-0']) assert.equal(readRange(beyond, 5_000), 'beyond', beyond)
})

test('what is reported is written with what was sent, once, and not before the database takes it', async () => {
  const { get, report, cookieOf, room, world, clock } = await aRoom()
  for (const n of [0, 1]) await (await get(`/media/v1/video/720p/0000${n}.m4s`)).arrayBuffer()
  clock.now += 10_000
  const mine = cookieOf('v1')
  /** Its answer, and how much of the page it says to be written. */
  const tell = async (number: number, before: number, played: [number, number, number, ...string[]][]) => {
    const answer = await report(mine, { page: 'page-of-v1', report: number, before, played, at: played.at(-1)?.[1] ?? 0, language: 'fra' }) // prettier-ignore
    return [answer.status, answer.headers.get('vitrine-written')]
  }
  assert.deepEqual(await tell(1, 0, [[0, 9_000, 1]]), [204, null])
  assert.deepEqual(await tell(3, 0, [[0, 9_000, 1, 'fra'], [30_000, 40_000, 1, 'eng', 'deu']]), [204, null]) // prettier-ignore
  assert.deepEqual(await tell(2, 0, [[0, 9_000, 1]]), [204, null], 'late')
  world.down = true
  await room.viewers.flush()
  assert.equal(world.reports.length, 0)
  assert.deepEqual(await tell(4, 0, [[0, 9_000, 1, 'fra'], [30_000, 44_000, 1, 'eng', 'deu']]), [204, null]) // prettier-ignore
  world.down = false
  await room.viewers.flush()
  await room.viewers.flush()
  assert.equal(world.reports.length, 1)
  const [one] = world.reports as ViewingReport[]
  assert.deepEqual([one?.id, one?.page, one?.report, one?.segments, one?.bytes, one?.positionMs], ['v1', 'page-of-v1', 4, [0, 1], 10_000, 44_000]) // prettier-ignore
  assert.deepEqual(one?.played, [
    { from: 0, to: 9_000, speed: 1, language: 'fra', subtitles: null },
    { from: 30_000, to: 44_000, speed: 1, language: 'eng', subtitles: 'deu' },
  ])
  assert.deepEqual(await tell(5, 0, [[0, 9_000, 1]]), [204, '23000'], 'only what is written is acknowledged')
})

test('what comes late while nothing can be written takes nothing from what was heard before', async () => {
  const { room, world } = await aRoom()
  const viewer = (await room.viewers.find('v1'))!
  const told = (report: number, to: number, left = false) => ({ page: 'page-of-v1', report, before: 0, played: [{ from: 0, to, speed: 1, language: null, subtitles: null }], positionMs: to, language: null, subtitles: null, left, openedAt: null }) // prettier-ignore
  room.viewers.note(viewer, told(2, 9_000, true))
  world.down = true
  world.meanwhile = () => room.viewers.note(viewer, told(1, 4_000))
  await room.viewers.flush()
  Object.assign(world, { down: false, meanwhile: () => {} })
  await room.viewers.flush()
  assert.deepEqual(world.reports.map(({ report, left, positionMs }) => [report, left, positionMs]), [[2, true, 9_000]]) // prettier-ignore
})

test('a segment of which a piece was sent was not served', async () => {
  const { get, report, cookieOf, room, world, clock } = await aRoom()
  const segment = (n: number, range: string) => get(`/media/v1/video/720p/0000${n}.m4s`, undefined, { headers: { range } }).then((answer) => answer.arrayBuffer()) // prettier-ignore
  await segment(0, 'bytes=0-0')
  await segment(1, 'bytes=0-4998')
  await segment(2, 'bytes=0-')
  clock.now += 10_000
  await report(cookieOf('v1'), { played: [[0, 6_000, 1]], at: 6_000 })
  await room.viewers.flush()
  assert.deepEqual([world.reports[0]?.segments, world.reports[0]?.bytes], [[2], 1 + 4_999 + 5_000])
})

test('a player that reports without end is told to go slower, and what it tells is kept small', async () => {
  const { report, cookieOf, room, world, clock } = await aRoom()
  const mine = cookieOf('v1')
  const statuses: number[] = []
  await report(mine, { played: [], at: 0 })
  clock.now += 60_000
  for (let n = 0; n < 25; n++) statuses.push((await report(mine, { played: Array.from({ length: 200 }, (_, at) => [at * 100, at * 100 + 100, 4]), at: 0 })).status) // prettier-ignore
  assert.deepEqual([statuses.filter((status) => status === 204).length, statuses.at(-1)], [20, 429])
  clock.now += 1_000
  assert.equal((await report(mine, { played: [[0, 50, 1]], at: 0 })).status, 204)
  await room.viewers.flush()
  assert.deepEqual([world.reports.length, world.reports[0]!.played.length], [8, 200])
})

test('reports that are none are refused, and large ones are not read', async () => {
  const { report, cookieOf, room, world } = await aRoom()
  const mine = cookieOf('v1')
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '{"played":[[1]],"at":0}',
    '{"played":[["0","5","1"]],"at":0}',
    '{"played":[],"at":-1}',
    '{"played":[],"at":1e400}',
    '{"played":[],"at":0,"page":"no name"}',
    '{"played":[],"at":0,"page":"page-of-v1","report":-1}',
    '{"played":[],"at":0,"page":"page-of-v1","before":0.5}',
    '{"played":[[0,5,1,"<script>"]],"at":0}',
    '{"played":[],"at":0,"language":"<script>"}',
    JSON.stringify({ played: Array.from({ length: 201 }, () => [0, 1, 1]), at: 0 }),
  ])
    // prettier-ignore
    assert.equal((await report(mine, body)).status, 422, body.slice(0, 40))
  const large = await report(mine, 'x'.repeat(20_000)).then(({ status }) => status, () => 413) // prettier-ignore
  assert.equal(large, 413)
  assert.equal((await report('', { played: [], at: 0 })).status, 401)
  await room.viewers.flush()
  assert.equal(world.reports.length, 0)
})
