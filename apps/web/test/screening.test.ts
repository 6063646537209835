/** A film's screening copies at the desk: a master is dropped and goes on where it broke off, is read about, packaged, followed. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM, type MasterReport, type Reel } from '@vitrine/house'
import sharp from 'sharp'
import { at, awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe } from './rooms.ts'

useDesk()

const folder = mkdtempSync(join(tmpdir(), 'vitrine-masters-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const FINDINGS: MasterReport['findings'] = [
  { severity: 'warning', rule: 'black', values: { from: 12, to: 17 } },
  { severity: 'note', rule: 'interlaced', values: {} },
]
const REPORT: MasterReport = { seconds: 2830, width: 1920, height: 1080, frameRate: [25, 1], codec: 'prores', interlaced: true, sound: [{ language: 'fra', streams: [1], channels: 2, codec: 'pcm_s24le', loudness: -23.1 }], findings: FINDINGS } // prettier-ignore
const REEL: Reel = {
  format: 1,
  seconds: 2830,
  frameRate: [25, 1],
  lengths: Array.from({ length: 1415 }, () => 2),
  variants: ['a', 'b'],
  rungs: ['1080p', '720p'].map((name) => ({ name, width: 1920, height: 1080, peak: 1, average: 1, codecs: 'avc1.64001f' })),
  sound: [],
  subtitles: [],
  storyboard: { sheets: 1, columns: 10, rows: 10, every: 10, width: 160, height: 90 },
  poster: true,
  chapters: [],
}

test('a master is dropped, goes on after the page was closed, is read about, packaged and followed', async () => {
  const { house } = rooms
  const cuts = [{ minutes: 52, episodes: null, versions: [] }, { minutes: 90, episodes: null, versions: [] }] // prettier-ignore
  const { id } = await house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Tide Clock'), cuts } })
  const { page, complaints, close } = await deskOf('editor')
  await open(page, `/en/desk/titles/${id}`)
  await page.getByRole('link', { name: 'Screening' }).click()
  await page.getByText('Nothing to show yet.').waitFor()
  assert.deepEqual(await axe(page), [])

  // The line is cut after the first piece; the page is closed; the same file goes on where it stopped.
  // A file on a disk: its day is how the browser knows it again.
  const film = join(folder, 'tide.mov')
  const size = 20_000_000
  writeFileSync(film, Buffer.alloc(size, 'tide'))
  let pieces = 0
  await page.route('**/api/uploads/*', (route) => (route.request().method() === 'PATCH' && (pieces += 1) > 1 ? route.abort() : route.continue())) // prettier-ignore
  await page.locator('input[type=file]').first().setInputFiles(film)
  await page.getByText('The connection is gone. It is tried again by itself.').waitFor()
  await page.unroute('**/api/uploads/*')
  await page.goto('about:blank')
  await open(page, `/en/desk/titles/${id}/screening`)
  await page.getByText('tide.mov has not arrived whole.').waitFor()
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(Number(request.headers()['upload-offset']))
  })
  await page.locator('input[type=file]').first().setInputFiles(film)
  await said(page).getByText('tide.mov has arrived whole.').waitFor()
  assert.deepEqual(sent, [16 * 1024 * 1024])
  const [master] = (await house.listReels(SYSTEM, { titleId: id })).masters
  assert.deepEqual([master?.size, master?.cut], [size, '52'])

  // It is looked at and packaged elsewhere; the page follows without being loaded anew.
  await page.getByText('Being looked at…').waitFor()
  await house.takeMaster(SYSTEM, { worker: 'w' })
  await house.noteMaster(SYSTEM, { id: master!.id, worker: 'w', report: REPORT, failure: null })
  await page.getByText('It runs 47:10; the sheet says 52').waitFor()
  await page.getByText('The picture is black from 0:00:12.0 to 0:00:17.0.').waitFor()
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Package it' }).click()
  await said(page).getByText('Packaging begins.').waitFor()
  const work = (await house.takeReel(SYSTEM, { worker: 'w' }))!
  assert.notEqual(work.markKey, null)
  await house.keepReel(SYSTEM, { id: work.id, worker: 'w', progress: 0.42 })
  await page.getByText('42%').waitFor()
  const ready = await house.readyFolder(SYSTEM, { id: work.id, worker: 'w' })
  const poster = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#246' } }).jpeg().toBuffer() // prettier-ignore
  writeFileSync(join(ready, 'poster.jpg'), poster)
  mkdirSync(join(ready, 'storyboard'))
  writeFileSync(join(ready, 'storyboard', '0.jpg'), await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#642' } }).jpeg().toBuffer()) // prettier-ignore
  await house.settleReel(SYSTEM, { id: work.id, worker: 'w', outcome: 'ready', reel: REEL })
  await page.getByRole('img', { name: 'Poster frame of The Tide Clock' }).waitFor()
  await page.getByText('5,660 segments, each read again').waitFor()

  // Subtitles, with what an editor would object to.
  await page.locator('input[accept*=".srt"]').setInputFiles({ name: 'tide.srt', mimeType: 'text/plain', buffer: Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nTide.\n\n2\n00:00:01,500 --> 00:00:03,500\nMore tide.\n') }) // prettier-ignore
  await said(page).getByText('2 subtitles are in.').waitFor()
  assert.deepEqual(
    (await house.viewReel(SYSTEM, { id: work.id })).reel?.subtitles.map(({ name }) => name),
    ['eng'],
  )
  assert.deepEqual(await axe(page), [])

  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await said(page).getByText('It is back.').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(at(`/fr/desk/titles/${id}/screening`))
  await awake(page)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(complaints.filter((one) => !one.includes('net::ERR_FAILED')), []) // prettier-ignore
  await close()
})

test('whoever sells sees what there is and changes nothing', async () => {
  const { id } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('The Night Clock') })
  const { page, close } = await deskOf('sales')
  await open(page, `/en/desk/titles/${id}/screening`)
  await page.getByText('No master of this film was handed in yet.').waitFor()
  assert.equal(await page.locator('input[type=file]').count(), 0)
  await close()
})
