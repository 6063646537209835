/** A copy that turned up, at the desk: dropped, followed, its report read, printed and passed on; and what those see who may not ask. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { aTraceableReel, aTraceableViewing, clearCopyOf } from '@vitrine/house/testing/trace-for-tests'
import { deskOf, open, rooms, said, useDesk } from './desk.ts'
import { faultsInBothLooks, faultsOf, SCREENS, SEALING } from './rooms.ts'

useDesk()

const folder = mkdtempSync(join(tmpdir(), 'vitrine-traces-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const leak = join(folder, 'leak.mp4')
writeFileSync(leak, Buffer.alloc(200_000, 'a copy'))

async function aWatchedFilm(name: string) {
  const { id: titleId } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet(name) })
  const sealed = { db: rooms.database.db, houseId: rooms.house.id, sealing: SEALING }
  const reelId = await aTraceableReel(sealed, titleId)
  const [ana] = [await aTraceableViewing(sealed, reelId, 'Ana Nowak'), await aTraceableViewing(sealed, reelId, 'Jon Arvid')]
  return { titleId, ana }
}

test('a copy is dropped, followed without loading anew, and its report names who had it; then it is deleted', async () => {
  const { house } = rooms
  const { titleId, ana } = await aWatchedFilm('The Tide Clock')
  const { page, complaints, close } = await deskOf('sales')
  await open(page, `/en/desk/titles/${titleId}/traces`)
  await page.getByText('It is held against 2 viewings.').waitFor()
  assert.deepEqual(await faultsOf(page), [])

  await page.getByLabel('Where was it found?').fill('https://forum.example/thread')
  await page.locator('input[type=file]').setInputFiles(leak)
  await said(page).getByText('leak.mp4 has arrived whole, and waits to be traced.').waitFor()
  await page.getByText('waits for a worker').waitFor()
  const work = (await house.takeTrace(SYSTEM, { worker: 'w' }))!
  await house.keepTrace(SYSTEM, { id: work.id, worker: 'w', progress: 0.42 })
  await page.getByText('42%').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await house.settleTrace(SYSTEM, { id: work.id, worker: 'w', outcome: 'done', found: [clearCopyOf(work, ana!.key)], reels: work.reels }) // prettier-ignore
  await page.getByText('names 1 viewing', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Read the report: leak.mp4' }).click()

  await page.getByText('This copy comes from 1 viewing of this reel.').waitFor()
  await page.getByRole('heading', { name: 'Ana Nowak' }).waitFor()
  await page.getByText('Same variant in 60 of 60 clear segments.').waitFor()
  await page.getByText('30 of the 60 segments read had been sent to this viewing.').waitFor()
  await page.getByText('“https://forum.example/thread”').or(page.locator('q', { hasText: 'https://forum.example/thread' })).first().waitFor() // prettier-ignore
  assert.equal(await page.getByText('Jon Arvid').count(), 0, 'whoever only comes near is not named')
  const trace = await house.viewTrace(SYSTEM, { id: work.id })
  await page.getByText(trace.reportHash!).waitFor()
  const printed = await page.pdf({ format: 'A4' })
  assert.ok(printed.length > 10_000)
  const address = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'The screener' }).click()
  await page.waitForURL(/screenings\?screener=/)

  for (const { name, options, locale } of SCREENS) {
    const looking = await deskOf('sales', options)
    for (const path of [address, address.slice(0, address.lastIndexOf('/'))]) {
      await open(looking.page, path.replace('/en/', `/${locale}/`))
      assert.deepEqual(await faultsInBothLooks(looking.page), [], `${name} ${path}`)
    }
    await looking.close()
  }

  await open(page, address.slice(0, address.lastIndexOf('/')))
  await page.getByRole('button', { name: 'Delete: leak.mp4' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await said(page).getByText('The trace is deleted.').waitFor()
  await page.getByText('No copy of this film was ever traced.').waitFor()
  assert.deepEqual(complaints, [])
  await close()
})

test('what cannot be read says why, and one that is broken off leaves nothing', async () => {
  const { house } = rooms
  const { titleId } = await aWatchedFilm('The Night Clock')
  const { page, close } = await deskOf('rights')
  await open(page, `/fr/desk/titles/${titleId}/traces`)
  await page.locator('input[type=file]').setInputFiles(leak)
  await page.getByRole('button', { name: 'Interrompre' }).click()
  await said(page).getByText('La recherche est interrompue, la copie est supprimée.').waitFor()
  await page.locator('input[type=file]').setInputFiles(leak)
  await page.getByText('en attente').waitFor()
  const work = (await house.takeTrace(SYSTEM, { worker: 'w' }))!
  await house.settleTrace(SYSTEM, { id: work.id, worker: 'w', outcome: 'failed', failure: 'playlist' })
  await page.getByText('C’est une liste d’autres fichiers, pas un film.').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await close()
})

test('a film that nobody watched takes no copy, and who may not ask is led nowhere', async () => {
  const { id } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('The Day Clock') })
  const sales = await deskOf('sales')
  await open(sales.page, `/en/desk/titles/${id}/screening`)
  await sales.page.getByRole('link', { name: 'Traces' }).click()
  await sales.page.getByText('Nobody has watched a marked screening copy of this film').waitFor()
  assert.equal(await sales.page.locator('input[type=file]').count(), 0)
  await sales.close()
  const editor = await deskOf('editor')
  await open(editor.page, `/en/desk/titles/${id}/screening`)
  assert.equal(await editor.page.getByRole('link', { name: 'Traces' }).count(), 0)
  assert.equal((await editor.page.goto(`${rooms.address}/en/desk/titles/${id}/traces`))!.status(), 403)
  await editor.close()
})
