/**
 * How soon a film runs, and how well it goes on: a link is opened in Chromium, “Watch” is pressed, and the clock runs until the first picture is on
 * the screen. Over loopback as it is, and over lines that Chromium slows down; on each of these the film runs for a minute. A new browser, with
 * nothing kept, for each. `BENCH_REEL=/a/folder` keeps the packaged film for the next run,
 * `BENCH_LINE=loopback` measures one line alone.
 */
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { packageMaster, type Reel } from '@vitrine/screening'
import { compose } from '@vitrine/screening/engine/compose'
import { madeFilm } from '@vitrine/screening/testing/made-film'
import { tone } from '@vitrine/screening/testing/test-film'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { chromium as playwright, type Browser } from 'playwright-core'
import { browserProgram } from '../apps/web/test/browser.ts'
import { startServer } from './_server.ts'

/** A film with the grain of a camera, which is the hardest to send: its pictures are drawn once and shown again. */
const [DRAWN, TIMES] = [12, 7]
const SECONDS = DRAWN * TIMES
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 12)
/** Milliseconds in which somebody reads the page of the link. */
const READS = 3000
const MINUTE = Number(process.env['BENCH_SECONDS'] ?? 60)

interface Line {
  name: string
  /** Bits a second that come, and milliseconds that each request takes more. Null: as it is. */
  slowed: { bits: number; latency: number } | null
  rounds: number
  /** Milliseconds in which the film should run; null: nothing was promised. */
  target: number | null
}
const ONLY = process.env['BENCH_LINE'] ?? ''
const LINES: Line[] = [
  { name: 'loopback', slowed: null, rounds: ROUNDS, target: 2000 },
  { name: '20 Mbit/s, 40 ms', slowed: { bits: 20e6, latency: 40 }, rounds: Math.ceil(ROUNDS / 2), target: null },
  { name: '3 Mbit/s, 100 ms', slowed: { bits: 3e6, latency: 100 }, rounds: Math.ceil(ROUNDS / 2), target: null },
  { name: '1.5 Mbit/s, 100 ms', slowed: { bits: 1.5e6, latency: 100 }, rounds: Math.ceil(ROUNDS / 2), target: null },
]

interface Shown {
  /** Milliseconds from the click on “Watch”: until the first picture. */
  first: number
  /** From the address of the link, without the time that a person takes to read its page. */
  fromLink: number
  /** Height of the first picture, and of each second after it. */
  heights: number[]
  /** How often the film stood still, and for how long, of the minute. */
  stalls: number
  still: number
  bytesToFirst: number
}

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  const { address, stop } = await startServer(url, folder)
  const browser = await playwright.launch({ args: ['--no-sandbox', '--disable-dev-shm-usage', '--autoplay-policy=no-user-gesture-required'], executablePath: browserProgram() }) // prettier-ignore
  try {
    const link = address + new URL(await aLink(url, folder)).pathname
    await watch(browser, link, null, { reads: READS }) // warm
    const rows = []
    for (const { name, slowed, rounds, target } of LINES.filter(({ name }) => name.includes(ONLY))) {
      const starts: Shown[] = []
      const atOnce: Shown[] = []
      for (let round = 0; round < rounds; round++) {
        starts.push(await watch(browser, link, slowed, { reads: READS }))
        atOnce.push(await watch(browser, link, slowed, { reads: 0 }))
      }
      const long = await watch(browser, link, slowed, { reads: READS, seconds: MINUTE })
      const row = (what: string, value: number, unit: string, most: number | null = null) => ({ name: `${name}: ${what}`, value, unit, target: most === null ? '' : `≤ ${most}`, ok: most === null || value <= most }) // prettier-ignore
      const firsts = starts.map(({ first }) => first)
      rows.push(
        row('from “Watch” to the first picture, p50', at(firsts, 0.5), 'ms', target),
        row('the same, p95', at(firsts, 0.95), 'ms', target),
        row('pressed at once, the page of the link as well, p50', at(atOnce.map(({ fromLink }) => fromLink), 0.5), 'ms', target), // prettier-ignore
        row('fetched until then', Math.round(at(starts.map(({ bytesToFirst }) => bytesToFirst), 0.5) / 1000), 'kB'), // prettier-ignore
        row(`stalls in ${MINUTE} seconds`, long.stalls, ''),
        row('stood still', Math.round(long.still), 'ms'),
        row('lines of the first picture', long.heights[0] ?? 0, ''),
        row('lines after ten seconds', long.heights[10] ?? 0, ''),
        row('lines at the end', long.heights.at(-1) ?? 0, ''),
      )
    }
    return rows
  } finally {
    await browser.close()
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What runs in the page: presses play, and notes when pictures come and when the film stands still. */
const NOTES = `{
  const noted = (globalThis.noted = { first: 0, heights: [], stalls: 0, still: 0, since: 0 })
  const now = () => performance.timeOrigin + performance.now()
  new MutationObserver((_, observer) => {
    const video = document.querySelector('video')
    if (video === null) return
    observer.disconnect()
    video.addEventListener('loadstart', () => void video.play().catch(() => {}))
    video.requestVideoFrameCallback(() => {
      noted.first = now()
      const each = () => noted.heights.push(video.videoHeight)
      each()
      setInterval(each, 1000)
    })
    video.addEventListener('waiting', () => {
      if (noted.first === 0 || noted.since > 0) return
      noted.stalls += 1
      noted.since = now()
    })
    video.addEventListener('playing', () => {
      if (noted.since > 0) noted.still += now() - noted.since
      noted.since = 0
    })
  }).observe(document, { childList: true, subtree: true })
}`

/** Watches from the link on, for so many seconds after the first picture, once its page was read for so long. */
async function watch(
  browser: Browser,
  link: string,
  slowed: Line['slowed'],
  { reads, seconds = 0 }: { reads: number; seconds?: number },
): Promise<Shown> {
  // prettier-ignore
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    // Pressed as soon as there is something to press, by a hand that does not wait; what the player says of pictures and stalls is noted.
    await page.addInitScript(NOTES)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    if (slowed !== null) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: slowed.latency, downloadThroughput: slowed.bits / 8, uploadThroughput: slowed.bits / 16 }) // prettier-ignore
    let bytes = 0
    devtools.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength))
    const opened = Date.now()
    await page.goto(link)
    const button = page.locator('form button.main')
    await button.waitFor()
    const came = Date.now() - opened
    await page.waitForTimeout(reads)
    bytes = 0
    const pressed = Date.now()
    await button.click({ noWaitAfter: true })
    const noted = () => page.evaluate(() => (globalThis as unknown as { noted: { first: number; heights: number[]; stalls: number; still: number; since: number } }).noted) // prettier-ignore
    const until = Date.now() + 60_000
    let now = await noted().catch(() => null) // the page is on its way
    while (now === null || now.first === 0) {
      if (Date.now() > until) throw new Error(`no picture came: ${await page.locator('[data-says]').textContent()}`)
      await page.waitForTimeout(20)
      now = await noted().catch(() => null)
    }
    const bytesToFirst = bytes
    if (seconds > 0) {
      await page.waitForTimeout(seconds * 1000)
      now = await noted()
    }
    const still = now.still + (now.since > 0 ? Date.now() - now.since : 0)
    const first = now.first - pressed
    return { first, fromLink: first + came, heights: now.heights, stalls: now.stalls, still, bytesToFirst }
  } finally {
    await context.close()
  }
}

/** A film that the house holds, packaged, and the link to it. */
async function aLink(url: string, folder: string): Promise<string> {
  const database = await openDatabase({ url })
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  try {
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Long Line') })
    await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const kept = process.env['BENCH_REEL'] ?? join(folder, 'made')
    const reel = await aFilm(kept)
    const reelId = await aReel(database.db, house.id, titleId, { reel })
    await cp(join(kept, 'reel'), join(folder, 'reels', reelId), { recursive: true })
    const { url: link } = await house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en', devicesAtOnce: 100 } }) // prettier-ignore
    return link
  } finally {
    await house.close()
  }
}

async function aFilm(folder: string): Promise<Reel> {
  const told = join(folder, 'reel.json')
  if ((await stat(told).catch(() => null)) !== null) return JSON.parse(await readFile(told, 'utf8')) as Reel
  await mkdir(folder, { recursive: true })
  const master = join(folder, 'master.mp4')
  const [width, height, fps] = [1280, 720, 25]
  const drawn = Array.from(madeFilm({ name: 'start', width, height, fps, seconds: DRAWN }), (picture) => picture.slice()) // its array is used again
  const frames = function* () {
    for (let time = 0; time < TIMES; time++) yield* drawn
  }
  await compose(master, { width, height, rate: [fps, 1], pixels: 'gray', frames: frames(), sound: { channels: 2, samples: tone(SECONDS, 2) }, picture: { options: { preset: 'ultrafast', crf: '14' } } }) // prettier-ignore
  const subtitles = [{ name: 'fra', language: 'fra', sdh: false, webvtt: 'WEBVTT\n\n00:00:00.000 --> 00:00:08.000\nLa ligne.\n' }]
  const reel = await packageMaster(master, join(folder, 'reel'), { sound: [{ language: 'eng', streams: [1] }], subtitles })
  await rm(master)
  await writeFile(told, JSON.stringify(reel))
  return reel
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
}

if (import.meta.main) {
  console.table(await bench())
  process.exit(0)
}
