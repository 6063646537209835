import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { openFilms } from '@vitrine/house'
import { createLog } from '../log.ts'
import { sendFile } from './send-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-send-'))
const SEGMENTS = Array.from({ length: 12 }, (_, n) => randomBytes(n % 3 === 2 ? 700_000 : 250_000))
mkdirSync(join(folder, 'reels', 'r1', 'video'), { recursive: true })
for (const [n, bytes] of SEGMENTS.entries()) writeFileSync(join(folder, 'reels', 'r1', 'video', `${n}.m4s`), bytes)
const { reels } = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
const sent: number[] = []
const server = createServer((request, response) => {
  void reels.open('r1', `video${request.url}.m4s`, true).then((file) => sendFile(request, response, file!, createLog('silent'), (bytes) => void sent.push(bytes))) // prettier-ignore
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
after(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How many segments are open in this process, where the system says so. */
const openFiles = (): number =>
  !existsSync('/proc/self/fd')
    ? 0
    : readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
        } catch {
          return false // closed meanwhile
        }
      }).length

const ask = async (agent: Agent, n: number, range?: string): Promise<IncomingMessage> => {
  const [answer] = (await once(get({ agent, port, host: '127.0.0.1', path: `/${n}`, headers: range === undefined ? {} : { range } }), 'response')) as [IncomingMessage] // prettier-ignore
  return answer
}

test('sixty who watch at once, quick and slow, each get every byte of their own segments', async () => {
  sent.length = 0
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  await Promise.all(
    Array.from({ length: 60 }, async (_, viewer) => {
      for (let n = 0; n < 6; n++) {
        const segment = (viewer + n * 5) % SEGMENTS.length
        const answer = await ask(agent, segment)
        if (viewer % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 20)) // the answer lies in the socket meanwhile
        assert.ok((await buffer(answer)).equals(SEGMENTS[segment]!), `viewer ${viewer}, segment ${segment}`)
      }
    }),
  )
  agent.destroy()
  assert.equal(sent.length, 360)
})

test('requests that follow each other on one line before the answer has come are answered in their order', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write([3, 2, 8].map((n) => `GET /${n} HTTP/1.1\r\nhost: a\r\n${n === 8 ? 'connection: close\r\n' : ''}\r\n`).join(''))
  const got = await buffer(socket)
  let at = 0
  for (const n of [3, 2, 8]) {
    at = got.indexOf('\r\n\r\n', at) + 4
    assert.ok(got.subarray(at, at + SEGMENTS[n]!.length).equals(SEGMENTS[n]!), `segment ${n}`)
    at += SEGMENTS[n]!.length
  }
  assert.equal(at, got.length)
})

test('who goes away with answers still waiting behind another leaves no file open', async () => {
  const before = openFiles()
  const socket = connect(port, '127.0.0.1')
  socket.write(Array.from({ length: 40 }, () => 'GET /2 HTTP/1.1\r\nhost: a\r\n\r\n').join(''))
  await once(socket, 'data')
  socket.pause()
  await new Promise((resolve) => setTimeout(resolve, 100))
  socket.destroy()
  const until = Date.now() + 30_000
  while (openFiles() > before && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.ok(openFiles() <= before, `${openFiles() - before} files are still open`)
})

test('a range of more than one piece', async () => {
  const agent = new Agent()
  const answer = await ask(agent, 2, 'bytes=100-650000')
  assert.equal(answer.statusCode, 206)
  assert.ok((await buffer(answer)).equals(SEGMENTS[2]!.subarray(100, 650_001)))
  agent.destroy()
})

test('who goes away in the middle was not sent the segment, and the others get theirs', async () => {
  sent.length = 0
  const agent = new Agent({ maxSockets: 100 })
  await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const answer = await ask(agent, 2)
      if (n % 2 === 0) answer.destroy()
      else assert.ok((await buffer(answer)).equals(SEGMENTS[2]!))
    }),
  )
  agent.destroy()
  assert.equal(sent.filter((bytes) => bytes === SEGMENTS[2]!.length).length >= 15, true)
})
