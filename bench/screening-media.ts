/**
 * What it costs to send a running film: requests of segments with their authorisation, over loopback. `node bench/screening-media.ts`.
 * The viewers are a process of their own; the server keeps one core.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openFilms, type ServedViewing } from '@vitrine/house'
import { type Reel, reelPaths } from '@vitrine/screening'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { createLog } from '../apps/server/src/log.ts'
import { createMediaRoom, type MediaRoom } from '../apps/server/src/media/media-room.ts'
import { mediaPath, tokenKey } from '../apps/server/src/media/tokens.ts'
import type { Watched, Watching } from './_media-viewers.ts'

const DEVICE = 'a-device-of-22-letters'
const REEL = 'reel1'
/** A film of 52 minutes. */
const SEGMENTS = 1_560
const FILES = 30
/** Two seconds at a megabit, as 480p has. */
const BYTES = 250_000
const VIEWERS = 500

export async function bench({ seconds = 6 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-media-'))
  const { room, server, port } = await aRoom(folder)
  const child = fork(join(import.meta.dirname, '_media-viewers.ts'), { execArgv: [] }) // those of `npm run bench` hold the bench itself
  const watch = async (viewers: number, forSeconds: number): Promise<Watched> => {
    const each = Array.from({ length: viewers }, (_, n) => ({ base: mediaPath(`v${n}`), cookie: [`vitrine-device=${DEVICE}`, ...room.admit(`v${n}`, DEVICE).map((one) => one.split(';')[0]!)].join('; ') })) // prettier-ignore
    return answerOf(child, { port, viewers: each, segments: FILES, bytes: BYTES, seconds: forSeconds })
  }
  try {
    await watch(8, 1) // warm
    const alone = await watch(1, seconds)
    const before = process.cpuUsage()
    const busy = await watch(16, seconds)
    const { user, system } = process.cpuUsage(before)
    const most: number[] = []
    const held: number[] = []
    let wrong = alone.wrong + busy.wrong
    for (let third = 0; third < 3; third++) {
      const watching = setInterval(() => (most[third] = Math.max(most[third] ?? 0, process.memoryUsage().rss / 1e6)), 20)
      wrong += (await watch(VIEWERS, seconds)).wrong
      clearInterval(watching)
      // What is garbage, and what the allocator keeps for the next, is told apart from what somebody still holds.
      globalThis.gc?.()
      held.push(process.memoryUsage().heapUsed / 1e6)
    }
    const p50 = alone.first[Math.floor(alone.first.length / 2)]!
    const perSecond = busy.first.length / busy.seconds
    const grown = most[2]! / most[0]!
    const kept = held[2]! / held[0]!
    return [
      { name: 'a segment with its authorisation, to the first byte, p50', value: round(p50), unit: 'ms', target: '≤ 3', ok: p50 <= 3 },
      { name: 'segments of 250 kB a second, 16 at once', value: Math.round(perSecond), unit: '/s', target: '≥ 1,500', ok: perSecond >= 1_500 },
      { name: 'processor time of the server for each of them', value: round((user + system) / 1000 / busy.first.length), unit: 'ms', target: '', ok: true },
      { name: `memory with ${VIEWERS} viewers at once, the last third of the time over the first`, value: round(grown), unit: '×', target: '≤ 1.1', ok: grown <= 1.1 },
      { name: 'the same of what is held once garbage is collected (`--expose-gc`), without the buffers of segments', value: round(kept), unit: '×', target: '≤ 1.1', ok: globalThis.gc === undefined || kept <= 1.1 },
      { name: `memory with ${VIEWERS} viewers at once`, value: Math.round(Math.max(...most)), unit: 'MB', target: '', ok: true },
      { name: 'segments that were refused or cut short', value: wrong, unit: '', target: '0', ok: wrong === 0 },
    ]
  } finally {
    child.kill()
    server.closeAllConnections()
    server.close()
    await room.stop()
    rmSync(folder, { recursive: true, force: true })
  }
} // prettier-ignore

async function answerOf(child: ChildProcess, watching: Watching): Promise<Watched> {
  child.send(watching)
  const [answer] = (await once(child, 'message')) as [Watched]
  return answer
}

/** The room as the server has it, over a house that answers like a database would, and a reel on the disk. */
async function aRoom(folder: string): Promise<{ room: MediaRoom; server: Server; port: number }> {
  const reel: Reel = reelForTest(SEGMENTS)
  for (let index = 0; index < FILES; index++)
    for (const variant of ['a', 'b'] as const) {
      const path = join(folder, 'reels', REEL, reelPaths.videoSegment('720p', variant, index))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, Buffer.alloc(BYTES, index))
    }
  const { reels, marked } = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
  const room = createMediaRoom({
    house: {
      moveViewing: () => Promise.resolve({ refused: null }),
      takeViewing: (_, { id }): Promise<ServedViewing> => Promise.resolve({ id, screenerId: 's', reelId: REEL, reel, variants: reel.lengths.map((_length, n) => (n % 2 === 0 ? 'a' : 'b')), chosen: { sound: null, subtitles: null } }),
      endedViewings: () => new Promise((resolve) => void setTimeout(() => resolve([]), 5)),
      readSubtitleText: () => Promise.resolve('WEBVTT\n'),
      reportViewings: () => Promise.resolve([]),
      sendMarkedCopy: () => Promise.resolve(null),
    },
    reels,
    copies: marked,
    keys: [tokenKey('a secret that is long enough for a bench')],
    https: false,
    log: createLog('error'),
  }) // prettier-ignore
  const server = createServer((asked, answer) => room.answer(asked, answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { room, server, port: (server.address() as AddressInfo).port }
}

const round = (value: number): number => Math.round(value * 100) / 100

if (import.meta.main) console.table(await bench())
