/**
 * The page of a film, as a visitor's browser asks for it: how long the server takes, how many it makes in a second on
 * PostgreSQL, and what it weighs before its pictures. The load generator runs on the same machine and takes its share.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import sharp from 'sharp'
import { films } from '@vitrine/demonstration'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'

interface Measured {
  name: string
  value: number
  unit: string
  target: string
  ok: boolean
}

/** Any cookie but that of light and dark sets a visitor apart: the page is made for them and not handed out again. */
const APART = 'apart=1'
const ROUNDS = 400
const LOAD_SECONDS = 8

export async function bench(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  const slugs = await fillHouse(url, folder)
  const { child, address } = await startServer(url, folder)
  try {
    const pages = slugs.map((slug) => `${address}/en/films/${slug}`)
    await timesOf(pages, {}, 60)
    await timesOf(pages, { cookie: APART }, 60)
    const made = await timesOf(pages, { cookie: APART }, ROUNDS)
    const again = await timesOf(pages, {}, ROUNDS)
    const madeRate = await rateOf(pages, { cookie: APART })
    const againRate = await rateOf(pages, {})
    const weight = await weightOf(pages[0]!)
    return [
      { name: 'film page made for one visitor, p50', value: made, unit: 'ms', target: '≤ 5', ok: made <= 5 },
      { name: 'film page for a visitor without cookies, p50', value: again, unit: 'ms', target: '≤ 5', ok: again <= 5 },
      { name: 'film pages made for one visitor each', value: madeRate, unit: 'a second', target: '(shown beside)', ok: true },
      {
        name: 'film pages for visitors without cookies',
        value: againRate,
        unit: 'a second',
        target: '≥ 800',
        ok: againRate >= 800,
      },
      { name: 'film page, script', value: weight.script / 1024, unit: 'KB', target: '≤ 60', ok: weight.script <= 60 * 1024 },
      {
        name: 'film page, all before pictures',
        value: weight.all / 1024,
        unit: 'KB',
        target: '≤ 100',
        ok: weight.all <= 100 * 1024,
      },
    ]
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    await rm(folder, { recursive: true, force: true })
  }
}

/** The demonstration's films with plain pictures: what a picture shows does not change how long its page takes. */
async function fillHouse(url: string, folder: string): Promise<string[]> {
  const database = await openDatabase({ url })
  await migrate(database)
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  const slugs: string[] = []
  for (const [index, film] of films.entries()) {
    let title = await house.createTitle(SYSTEM, { sheet: { ...film.sheet, pictures: [] } })
    for (const [kind, width, height] of [
      ['poster', 800, 1200],
      ['still', 1920, 1080],
      ['still', 1920, 1080],
    ] as const) {
      const background = { r: (index * 37) % 256, g: (width + index * 11) % 256, b: 120 }
      const bytes = new Uint8Array(
        await sharp({ create: { width, height, channels: 3, background } })
          .jpeg()
          .toBuffer(),
      )
      title = await house.addPicture(SYSTEM, {
        id: title.id,
        baseRevision: title.revision,
        bytes,
        kind,
        caption: { en: 'A still' },
        credit: null,
      })
    }
    title = await house.publishTitle(SYSTEM, { id: title.id, baseRevision: title.revision })
    slugs.push(title.slug)
  }
  await house.close()
  return slugs
}

async function startServer(url: string, folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'apps', 'server', 'src', 'main.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: url,
      VITRINE_DATA: folder,
      VITRINE_DEMONSTRATION: 'no',
      VITRINE_REQUESTS_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk
      const ready = /ready: (http:\S+)/.exec(said)
      if (ready) resolve(ready[1]!)
    })
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
  })
  return { child, address }
}

/** The middle of the times from request to last byte, one request after another on one connection. */
async function timesOf(pages: readonly string[], headers: Record<string, string>, rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const answer = await fetch(pages[round % pages.length]!, { headers })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${answer.status} for ${answer.url}`)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

async function rateOf(pages: readonly string[], headers: Record<string, string>): Promise<number> {
  const result = await autocannon({
    url: pages[0]!,
    connections: 16,
    duration: LOAD_SECONDS,
    headers,
    requests: pages.map((page) => ({ method: 'GET', path: new URL(page).pathname })),
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers were no page`)
  return result.requests.average
}

/** Bytes over the wire, compressed as a browser asks: the page with its styles, preloaded faces and scripts. */
async function weightOf(page: string): Promise<{ script: number; all: number }> {
  const html = await (await fetch(page)).text()
  const linked = [...html.matchAll(/(?:href|src)="(\/_app\/[^"]+\.(?:js|css|woff2))"/g)].map(
    (match) => new URL(match[1]!, page).href,
  )
  const sizes = await Promise.all([page, ...new Set(linked)].map(async (url) => ({ url, bytes: await bytesOf(url) })))
  const sum = (list: typeof sizes) => list.reduce((total, { bytes }) => total + bytes, 0)
  return { script: sum(sizes.filter(({ url }) => url.endsWith('.js'))), all: sum(sizes) }
}

/** Counted below fetch, which would unpack first. */
function bytesOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

if (import.meta.main) console.table(await bench())
