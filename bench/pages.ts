/**
 * The page of a film, as a visitor's browser asks for it: how long the server takes, how many it makes in a second on
 * PostgreSQL, and what it weighs before its pictures. The load generator runs on the same machine and takes its share.
 */
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
import { memberCookie, startServer } from './_server.ts'

interface Measured {
  name: string
  value: number
  unit: string
  target: string
  ok: boolean
}

const ROUNDS = 400
const LOAD_SECONDS = 6
const VISITORS = 64

/** One browser after another, each with its own cookies. */
interface Visitors {
  name: string
  cookies: (string | null)[]
}

export async function bench(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  const { slugs, lists } = await fillHouse(url, folder)
  const { stop, address } = await startServer(url, folder)
  try {
    const pages = slugs.map((slug) => `${address}/en/films/${slug}`)
    const buyer = await memberCookie(url, folder, address, 'buyer')
    const kinds: Visitors[] = [
      { name: 'a visitor without cookies', cookies: [null] },
      { name: 'a visitor who chose the dark', cookies: ['appearance=dark'] },
      { name: 'visitors with a shortlist each', cookies: lists },
      { name: 'a signed-in buyer', cookies: [buyer] },
      { name: 'a signed-in buyer with a shortlist', cookies: lists.map((list) => `${buyer}; ${list}`) },
    ]
    const measured: Measured[] = []
    for (const { name, cookies } of kinds) {
      await timesOf(pages, cookies, 2 * pages.length)
      const value = await timesOf(pages, cookies, ROUNDS)
      measured.push({ name: `film page, ${name}, p50`, value, unit: 'ms', target: '≤ 5', ok: value <= 5 })
    }
    const fresh = await timesOf(
      Array.from({ length: ROUNDS }, (_, i) => `${pages[i % pages.length]}?anew=${i}`),
      [null],
      ROUNDS,
    )
    measured.push({ name: 'film page, the first after a change, p50', value: fresh, unit: 'ms', target: '≤ 5', ok: fresh <= 5 })
    for (const { name, cookies } of kinds) {
      const value = await rateOf(pages, cookies)
      measured.push({ name: `film pages, ${name}`, value, unit: 'a second', target: '≥ 800', ok: value >= 800 })
    }
    const weight = await weightOf(pages[0]!)
    return [
      ...measured,
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
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The demonstration's films with plain pictures: what a picture shows does not change how long its page takes. */
async function fillHouse(url: string, folder: string): Promise<{ slugs: string[]; lists: string[] }> {
  const database = await openDatabase({ url })
  await migrate(database)
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  const slugs: string[] = []
  const ids: string[] = []
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
    ids.push(title.id)
  }
  // Each visitor keeps six films, no two the same six.
  const lists: string[] = []
  for (let visitor = 0; visitor < VISITORS; visitor++) {
    const kept = Array.from({ length: 6 }, (_, i) => ids[(visitor * 7 + i * (1 + (visitor % 3))) % ids.length]!)
    const { token, editKey } = await house.startShortlist(SYSTEM, { titleIds: kept })
    lists.push(`shortlist=${token}.${editKey}`)
  }
  await house.close()
  return { slugs, lists }
}

const headersOf = (cookie: string | null): Record<string, string> => ({
  'accept-encoding': 'br, gzip',
  ...(cookie === null ? {} : { cookie }),
})

/** The middle of the times from request to last byte, one request after another on one connection. */
async function timesOf(pages: readonly string[], cookies: readonly (string | null)[], rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const headers = headersOf(cookies[round % cookies.length]!)
    const began = performance.now()
    const answer = await fetch(pages[round % pages.length]!, { headers })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${answer.status} for ${answer.url}`)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** Sixteen connections; every visitor asks for several films. */
async function rateOf(pages: readonly string[], cookies: readonly (string | null)[]): Promise<number> {
  const rounds = Math.max(pages.length, cookies.length)
  const result = await autocannon({
    url: pages[0]!,
    connections: 16,
    duration: LOAD_SECONDS,
    requests: Array.from({ length: rounds }, (_, i) => ({
      method: 'GET',
      path: new URL(pages[i % pages.length]!).pathname,
      headers: headersOf(cookies[i % cookies.length]!),
    })),
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
