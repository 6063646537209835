/** Pages of which only what follows the “?” changes, by a link or by the back button: what they begin with is what the address says now. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import type { Page } from 'playwright-core'
import { deskOf, open, rooms, useDesk } from './desk.ts'

useDesk()

/** Goes on by a link of the page, within it, as a click on it does: it may lie in a menu that is closed. */
async function follow(page: Page, href: string) {
  await page.evaluate(() => ((globalThis as unknown as { stayed: boolean }).stayed = true))
  await page.locator(`a[href="${href}"]`).first().evaluate((link: HTMLAnchorElement) => link.click()) // prettier-ignore
}
const stayed = (page: Page) => page.evaluate(() => (globalThis as unknown as { stayed?: boolean }).stayed === true)
const reads = (page: Page, selector: string, value: string) =>
  page.waitForFunction(
    ([selector, value]) => document.querySelector<HTMLInputElement>(selector!)?.value === value,
    [selector, value],
  )

test('the catalogue for a market: chosen films, all films, and back', async () => {
  const { page, complaints, close } = await deskOf('editor')
  await open(page, `/en/desk/catalogue?id=${rooms.ids['the-ferry-log']}`)
  await reads(page, '#films', 'ids')
  await follow(page, '/en/desk/catalogue')
  await reads(page, '#films', 'all')
  assert.equal(await page.locator('#films option[value=ids]').count(), 0)
  await page.goBack()
  await reads(page, '#films', 'ids')
  await page.goForward()
  await reads(page, '#films', 'all')
  assert.ok(await stayed(page))
  assert.deepEqual(complaints, [])
  await close()
})

test('a market: a new appointment is of the day that is looked at, and one in writing keeps its day', async () => {
  const { page, complaints, close } = await deskOf('sales')
  const market = await rooms.house.saveMarket(SYSTEM, { market: { name: 'Two Days', kind: 'festival', city: null, country: null, firstDay: '2027-06-22', lastDay: '2027-06-23', stand: null } }) // prettier-ignore
  await open(page, `/en/desk/markets/${market.id}?day=2027-06-22`)
  await reads(page, '#meeting-day', '2027-06-22')
  await follow(page, '?day=2027-06-23')
  await reads(page, '#meeting-day', '2027-06-23')
  await page.goBack()
  await reads(page, '#meeting-day', '2027-06-22')
  await page.locator('.meeting-new > summary').click()
  await page.locator('#meeting-about').fill('The river film')
  await follow(page, '?day=2027-06-23')
  await page.waitForURL('**day=2027-06-23')
  assert.deepEqual(
    [await page.locator('#meeting-day').inputValue(), await page.locator('#meeting-about').inputValue()],
    ['2027-06-22', 'The river film'],
  )
  assert.ok(await stayed(page))
  assert.deepEqual(complaints, [])
  await close()
})
