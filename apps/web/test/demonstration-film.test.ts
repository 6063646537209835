/**
 * The demonstration house, with the film that is made for it: a buyer opens a link and watches it in a real browser, with subtitles, back and
 * forth, until it is taken back; the agent sees what they watched; what their browser was sent turns up elsewhere and is traced to them; the
 * master is traced to nobody. Only the keys of the mark are drawn beforehand, so that the evidence is as strong in every run.
 */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { giveKey, keyOf } from '@vitrine/house/testing/known-keys'
import { findEngine } from '@vitrine/screening/engine/find'
import { run } from '@vitrine/screening/engine/run'
import { createLog } from '@vitrine/server/log'
import { showFilm } from '@vitrine/server/packaging/demonstration-film'
import { packagingInProcess } from '@vitrine/server/packaging/in-a-process'
import { workOnce } from '@vitrine/server/packaging/worker'
import type { Page } from 'playwright-core'
import { layDemonstration } from './laid-demonstration.ts'
import { until } from './player.ts'
import { followLink, openPage, openRooms, SEALING, type Rooms } from './rooms.ts'

const FILM = 'salt-is-a-slow-clock'
const there = await findEngine().then(
  () => true,
  () => false,
)
const KEYS = { reel: keyOf('reel'), Anselm: keyOf('v56'), Solveig: keyOf('v9') }

let rooms: Rooms | undefined
after(async () => {
  await rooms?.close()
})

test('the film of the demonstration house: watched, followed, leaked and traced', { skip: !there && 'no engine' }, async () => {
  rooms = await openRooms(layDemonstration)
  const { house } = rooms
  const titleId = rooms.ids[FILM]!
  const worker = { house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1 }
  const work = () => workOnce(worker, 'worker', new AbortController().signal)

  // The film is made, handed in, looked at and packaged, as after the first start.
  const note = join(rooms.folder, 'unshown')
  writeFileSync(note, '')
  const shown = showFilm({ house, packaging: worker.packaging, workers: 1, uploads: join(rooms.folder, 'uploads'), note, signal: new AbortController().signal }) // prettier-ignore
  while ((await house.listReels(SYSTEM, { titleId })).masters.every(({ report }) => report === null))
    if (!(await work())) await pause(200)
  assert.equal(await shown, true)
  const ordered = (await house.listReels(SYSTEM, { titleId })).reels[0]!
  await seal('reel', ordered.id, KEYS.reel)
  await work()
  const { reels, masters } = await house.listReels(SYSTEM, { titleId })
  assert.deepEqual([reels[0]!.state, reels[0]!.failure], ['ready', null])

  // The agent makes a link for each of two buyers.
  const agent = await openPage(rooms)
  await followLink(rooms, agent.page, 'agent@house.example')
  const links = { Anselm: await linkFor(agent.page, titleId, 'Anselm'), Solveig: await linkFor(agent.page, titleId, 'Solveig') }

  // Anselm watches.
  const anselm = await openPage(rooms)
  const { page } = anselm
  const viewing = await begin(page, links.Anselm, KEYS.Anselm)
  await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
  assert.match((await page.locator('[data-sound]').textContent())!, /español/)
  await until(page, 'it plays', ({ at, width }) => at > 2 && width > 0)
  const french = (await page.locator('[data-subtitles] option').allTextContents()).find((name) => /fran|fren/i.test(name))
  await page.locator('[data-subtitles]').selectOption({ label: french! })
  await page.locator('[data-seek]').fill('12')
  await until(page, 'it was searched', ({ at, readyState }) => at >= 12 && at < 30 && readyState >= 3)
  await page.waitForFunction(() => [...(document.querySelector('video') as unknown as { textTracks: Iterable<{ mode: string; activeCues: ArrayLike<unknown> | null }> }).textTracks].some((track) => track.mode === 'showing' && (track.activeCues?.length ?? 0) > 0)) // prettier-ignore
  await until(page, 'it plays on', ({ at }) => at > 15)
  await page.keyboard.press('k')
  const copy = await sentTo(page, viewing)

  const solveig = await openPage(rooms)
  await begin(solveig.page, links.Solveig, KEYS.Solveig)
  await solveig.close()

  // The agent sees what ran, and not what was jumped over.
  await agent.page.goto(`${rooms.address}/en/desk/screenings?film=${titleId}`)
  await agent.page.getByRole('cell', { name: /anselm@kanal\.example/ }).waitFor()
  const ran = async () =>
    (await house.readViewings(SYSTEM, { titleId })).viewings.find(({ name }) => name === 'Anselm')!.watched.ranMs
  for (let tries = 0; tries < 100 && (await ran()) < 4_000; tries++) await pause(200) // the player reports now and then
  const heard = await ran()
  assert.ok(heard >= 4_000 && heard < 14_000, `${heard} ms ran`)

  // What he was sent turns up, smaller and darker; it is his, and the master is nobody's.
  const leak = join(rooms.folder, 'leak.mp4')
  writeFileSync(join(rooms.folder, 'sent.mp4'), copy)
  await run({
    inputs: [{ from: { file: join(rooms.folder, 'sent.mp4') }, format: 'mov' }],
    graph: '[0:0]scale=480:270,eq=gamma=1.1,format=yuv420p[out]',
    outputs: [{ to: { file: leak }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', crf: '28' }, rate: [24, 1] }] }], // prettier-ignore
  })
  const traces = `${rooms.address}/en/desk/titles/${titleId}/traces`
  for (const [file, says] of [
    [leak, 'names 1 viewing'],
    [join(rooms.folder, 'masters', masters[0]!.id), 'names nobody'],
  ] as const) {
    await agent.page.goto(traces)
    await agent.page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
    await agent.page.locator('input[type=file]').setInputFiles(file)
    await agent.page.getByText('waits for a worker').waitFor()
    await work()
    await agent.page.getByText(says, { exact: true }).waitFor()
  }
  await agent.page.getByRole('link', { name: 'Read the report: leak.mp4' }).click()
  await agent.page.getByRole('heading', { name: 'Anselm' }).waitFor()
  assert.equal(await agent.page.getByText('Solveig').count(), 0)

  // Taken back while it runs.
  await page.keyboard.press('k')
  await until(page, 'it runs', ({ paused }) => !paused)
  await agent.page.goto(`${rooms.address}/en/desk/screenings`)
  await agent.page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
  await agent.page.getByRole('listitem').filter({ hasText: 'Anselm' }).getByRole('link').click()
  await agent.page.getByRole('heading', { name: /Anselm/ }).waitFor()
  await agent.page.getByRole('button', { name: 'Revoke' }).click()
  await agent.page.getByText('Revoked: the next segment is refused.').waitFor()
  await page.getByText('This link was taken back.').waitFor({ timeout: 60_000 })
  assert.deepEqual(anselm.complaints.filter((line) => !/status of 410/.test(line)), []) // prettier-ignore
  assert.deepEqual(agent.complaints, [])
})

/** Everything that is invented but the pictures, which other tests look at and whose painting takes a minute. */
const seal = (table: 'reel' | 'viewing', id: string, key: Uint8Array) => giveKey(rooms!.database.db, SEALING, table, id, key)

async function linkFor(page: Page, titleId: string, name: string): Promise<string> {
  await page.goto(`${rooms!.address}/en/desk/screenings`)
  await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
  await page.locator('#title').selectOption(titleId)
  await page.locator('#name').fill(name)
  await page.getByLabel('Mail address').fill(`${name.toLowerCase()}@kanal.example`)
  await page.getByRole('button', { name: 'Make it' }).click()
  return page.locator('#link').inputValue()
}

/** What the media room read when somebody was let in stands for five seconds. */
const READ_AHEAD = 5_500

/** Opens the link and begins; the viewing's id. Nothing of the film is fetched before the viewing has its key. */
async function begin(page: Page, link: string, key: Uint8Array): Promise<string> {
  const sealed = Promise.withResolvers<void>()
  await page.route('**/media/**', async (route) => {
    await sealed.promise
    await route.continue()
  })
  await page.goto(link)
  await page.getByRole('button', { name: 'Watch' }).click()
  await page.waitForURL(/\/watch\/[\w-]+\/[0-9a-z]{26}$/, { waitUntil: 'commit' })
  const viewing = new URL(page.url()).pathname.split('/').at(-1)!
  await seal('viewing', viewing, key)
  await pause(READ_AHEAD)
  sealed.resolve()
  return viewing
}

/** Everything of the picture, as whoever wants to keep it would have their own browser fetch it. */
async function sentTo(page: Page, viewing: string): Promise<Buffer> {
  const reel = (await rooms!.house.listReels(SYSTEM, { titleId: rooms!.ids[FILM]! })).reels[0]!.reel!
  const files = ['init.mp4', ...reel.lengths.map((_, index) => `${String(index).padStart(5, '0')}.m4s`)]
  const pieces: Buffer[] = []
  for (const file of files) {
    const answer = await page.request.get(`${rooms!.address}/media/${viewing}/video/${reel.rungs[0]!.name}/${file}`)
    assert.equal(answer.status(), 200, file)
    pieces.push(await answer.body())
  }
  return Buffer.concat(pieces)
}

const pause = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms))
