/** From page to page for those whose browser shows motion: forms of the desk are sent, the site is left and come back to, and nothing is reported as a fault. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import type { Page } from 'playwright-core'
import { at, awake, deskOf, open, rooms, useDesk } from './desk.ts'

useDesk()

/** The stylesheet of the page of faults arrives last, when the page is awake: what the page before opted in to is known then. */
const settled = async (page: Page) => {
  await awake(page)
  await page.waitForLoadState('networkidle')
}

test('a form that is sent at the desk, and a way from the site to the desk, break off no move between pages', async () => {
  const { house, database } = rooms
  const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('Slow Water') })
  await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  await aReel(database.db, house.id, titleId)
  const { page, complaints, close } = await deskOf('sales', { reducedMotion: 'no-preference' })
  await open(page, '/en/desk/screenings')
  await settled(page)
  const form = page.locator('form[action*="make"]')
  for (const through of ['2020-01-01', '2099-12-31']) {
    await form.locator('#title').selectOption(titleId)
    await form.locator('#name').fill('Ana Nowak')
    await form.locator('#through').fill(through)
    await form.getByRole('button', { name: 'Make it' }).click()
    await page.waitForURL(/make/)
    await settled(page)
  }
  for (const path of ['/en', '/en/desk/screenings', '/en/desk/exports']) {
    await page.evaluate((href) => void (location.href = href), at(path))
    await page.waitForURL(at(path))
    await page.waitForLoadState('networkidle')
  }
  assert.deepEqual(complaints.filter((line) => !/status of 422/.test(line)), []) // prettier-ignore
  await close()
})
