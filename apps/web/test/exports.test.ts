/** Exports that repeat, at the desk: one is set, made, fetched, changed, let rest, ended. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MEC } from '@vitrine/exchange/mec/mec'
import { SYSTEM } from '@vitrine/house'
import { awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe } from './rooms.ts'

useDesk()

test('an export is set to repeat, made at once, fetched from its history, let rest and ended; a failure is said', async () => {
  const { page, complaints, close } = await deskOf('sales')
  await open(page, '/en/desk/exports')
  assert.deepEqual(await axe(page), [])
  await page.getByLabel('What it is called').fill('To the archive')
  await page.getByLabel('Every', { exact: true }).selectOption('month')
  await page.getByLabel('On', { exact: true }).selectOption('15')
  await page.getByRole('button', { name: 'Repeat an export' }).click()
  await said(page)
    .getByText(/Saved\. It is made next on 15/)
    .waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'To the archive' })
  await row.getByText('on day 15 of each month at 06:00 UTC').waitFor()
  await row.getByRole('button', { name: 'Make it now: To the archive' }).click()
  await said(page)
    .getByText(/Made: \d+ in it/)
    .waitFor()
  assert.deepEqual(await axe(page), [])

  await row.getByRole('link', { name: 'To the archive' }).click()
  await page.getByRole('heading', { name: 'To the archive' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /\.xml$/ }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  const { films } = await MEC.read!(new Uint8Array(Buffer.concat(chunks)), { fileName: 'x.xml' })
  const { total } = await rooms.house.listTitles(SYSTEM, { locale: 'en', facets: { status: ['published'] } })
  assert.ok(total > 0)
  assert.equal(films.length, total)
  assert.deepEqual(await axe(page), [])

  await open(page, '/en/desk/exports')
  await page.getByRole('button', { name: 'Change: To the archive' }).click()
  await page.getByLabel('Format', { exact: true }).selectOption('avails')
  await page.getByLabel('Licences of this platform').fill('Nobody & Co')
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page).getByText(/Saved/).waitFor()
  await row.getByRole('button', { name: 'Make it now: To the archive' }).click()
  await said(page).getByText('It could not be made').waitFor()
  await row.getByText(/failed on/).waitFor()
  await row.getByRole('button', { name: 'Let it rest: To the archive' }).click()
  await row.getByText('rests').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '/fr/desk/exports')
  await awake(page)
  assert.deepEqual(await axe(page), [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Y mettre fin: To the archive' }).click()
  await said(page).getByText('C’est terminé.').waitFor()
  assert.deepEqual(complaints, [])
  await close()
})
