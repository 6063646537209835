/** Pages of which only what follows the “?” changes, by a link or by the back button: what they begin with is what the address says now. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import type { Page } from 'playwright-core'
import { awake, deskOf, open, rooms, useDesk } from './desk.ts'

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

test('screeners: the films of another collection take the place of those of the first, and what is in writing stays', async () => {
  const { house, database } = rooms
  for (const [title, slug] of [
    ['Amber Road', 'roads'],
    ['Bitumen', 'roads'],
    ['Cold Harbour', 'coasts'],
    ['Driftwood', 'coasts'],
  ] as const) {
    const { id } = await house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), collections: [slug] } })
    await aReel(database.db, house.id, id)
    await house.publishTitle(SYSTEM, { id, baseRevision: 1 })
  }
  for (const slug of ['roads', 'coasts'])
    await house.saveCollection(SYSTEM, { collection: { slug, name: { en: slug }, intro: {}, pictureId: null } })
  const inOrder = async (slug: string) => (await house.viewCollection(SYSTEM, { slug, locale: 'en' })).cards.map(({ id }) => id)
  const [roads, coasts] = [await inOrder('roads'), await inOrder('coasts')]

  const { page, complaints, close } = await deskOf('sales')
  const form = page.locator('form[action*="make"]')
  const chosen = () => form.evaluate((one: HTMLFormElement) => new FormData(one).getAll('title'))
  const take = async (slug: string) => {
    await form.getByLabel('Collection').selectOption(slug)
    await form.getByRole('button', { name: 'Take its films' }).click()
    await form.getByText(`2 films of ${slug} are ticked below.`).waitFor()
  }
  await open(page, '/en/desk/screenings?collection=roads')
  await page.evaluate(() => ((globalThis as unknown as { stayed: boolean }).stayed = true))
  assert.deepEqual([...new Set(await chosen())], roads)
  await form.getByLabel('Message').fill('As we said on the stand.')
  await take('coasts')
  assert.deepEqual([...new Set(await chosen())], coasts)
  await page.goBack()
  await form.getByText('2 films of roads are ticked below.').waitFor()
  assert.deepEqual([...new Set(await chosen())], roads)
  assert.equal(await form.getByLabel('Message').inputValue(), 'As we said on the stand.')
  assert.ok(await stayed(page))

  // Refused, and then made for a company: the question in the address changes, what was typed does not.
  await house.addCompany(SYSTEM, { company: { name: 'Kanal Halm' } })
  await form.locator('#title').selectOption({ label: 'Driftwood' })
  await form.getByLabel('Through').fill('2020-01-01')
  await form.getByRole('button', { name: 'Make it' }).click()
  await form.getByRole('alert').waitFor()
  await awake(page)
  await form.getByLabel('Through').fill('2099-12-31')
  await form.getByRole('textbox', { name: 'Company' }).fill('Kanal')
  await form.getByRole('button', { name: 'Kanal Halm' }).click()
  await form.getByText('Company: Kanal Halm').waitFor()
  assert.deepEqual(
    [await form.getByLabel('Message').inputValue(), await form.getByLabel('Through').inputValue()],
    ['As we said on the stand.', '2099-12-31'],
  )
  assert.equal(await form.locator('#title option:checked').textContent(), 'Driftwood')
  assert.deepEqual(complaints.filter((line) => !/status of 422/.test(line)), []) // prettier-ignore
  await close()
})

test('a new deal: the films that were found stay when a company is chosen after them', async () => {
  await rooms.house.addCompany(SYSTEM, { company: { name: 'Televizija Jug' } })
  const { page, complaints, close } = await deskOf('sales')
  await open(page, `/en/desk/deals/new?title=${rooms.ids['the-ferry-log']}`)
  const films = page.locator('.chosen-films li > span')
  await page.getByLabel('Add a film').fill('Amber')
  await page.getByRole('button', { name: 'Amber Road' }).click()
  assert.deepEqual(await films.allTextContents(), ['The Ferry Log', 'Amber Road'])
  await page.getByRole('textbox', { name: 'Company' }).fill('Televizija')
  await page.getByRole('button', { name: 'Televizija Jug' }).click()
  await page.getByText('Company: Televizija Jug').waitFor()
  assert.deepEqual(await films.allTextContents(), ['The Ferry Log', 'Amber Road'])
  assert.deepEqual(complaints, [])
  await close()
})
