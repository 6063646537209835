/** A list of the desk as a file: columns are chosen, the file has them, and the next time they are ticked again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { at, deskOf, open, rooms, useDesk } from './desk.ts'
import { axe, keepPicture } from './rooms.ts'

useDesk()

test('columns of a list are chosen, taken and remembered for that list alone', async () => {
  await rooms.house.saveMarket(SYSTEM, { market: { name: '=Sunny Side of Nowhere', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-04-12', lastDay: '2027-04-14', stand: 'Stand 12' } }) // prettier-ignore
  const { page, complaints, close } = await deskOf('sales')
  await open(page, '/en/desk/markets')
  await page.locator('.export summary').click()
  await page.getByRole('button', { name: 'None' }).click()
  assert.ok(await page.getByRole('button', { name: 'Download', exact: true }).isDisabled(), 'a file without a column is none')
  for (const column of ['Stand', 'Name']) await page.getByRole('checkbox', { name: column, exact: true }).check()
  await page.getByLabel('Format').selectOption('csv')
  assert.deepEqual(await axe(page), [])
  await keepPicture(page, 'export-list')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  assert.equal(text, "\ufeffName,Stand\r\n'=Sunny Side of Nowhere,Stand 12\r\n")

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '/fr/desk/markets')
  await page.locator('.export summary').click()
  assert.deepEqual(
    await page.locator('.export input:checked').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ['name', 'stand'],
  )
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  await open(page, '/en/desk/contacts/day')
  await page.locator('.export summary').click()
  assert.equal(await page.locator('.export [type=checkbox]:not(:checked)').count(), 0, 'another list has all of its columns')
  for (const path of [
    'deals/export?column=price',
    'requests/export',
    'deliverables/export?shelf=open',
    'screenings/export',
    'screenings/viewings',
    'invoices/export?column=total',
    'figures/export?table=funnel&column=amount&column=deals',
    'contacts/export?column=email',
    'rights/entries/export?column=title',
  ])
    // prettier-ignore
    assert.equal((await page.request.get(at(`/en/desk/${path}`))).status(), 200, path)
  assert.equal((await page.request.get(at('/en/desk/deals/export?column=secret'))).status(), 422)
  assert.deepEqual(complaints, [])
  await close()
})

test('what is found among markets and contacts is what the file has, also without script', async () => {
  const { house } = rooms
  const days = { city: 'Harl', country: 'FR', stand: null }
  await house.saveMarket(SYSTEM, { market: { name: 'Lamp Days', kind: 'festival', firstDay: '2027-02-01', lastDay: '2027-02-04', ...days } }) // prettier-ignore
  await house.saveMarket(SYSTEM, { market: { name: 'Wick Fair', kind: 'market', firstDay: '2027-06-01', lastDay: '2027-06-04', ...days } }) // prettier-ignore
  await house.addCompany(SYSTEM, { company: { name: 'Tallow TV', kinds: ['broadcaster'] } })
  const { page, close } = await deskOf('sales', { javaScriptEnabled: false })
  const taken = async (path: string) => (await page.request.get(at(`/en/desk/${path}`))).text()
  await page.goto(at('/en/desk/markets'))
  await page.locator('.found-filter select').selectOption('festival')
  await page.locator('.found-filter button').click()
  await page.getByRole('link', { name: 'Lamp Days' }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Wick Fair' }).count(), 0)
  assert.equal(await page.locator('details.export input[name=kind]').getAttribute('value'), 'festival')
  const markets = await taken('markets/export?kind=festival&column=name')
  assert.deepEqual([markets.includes('Lamp Days'), markets.includes('Wick Fair')], [true, false])
  await page.goto(at('/en/desk/contacts?q=tallow'))
  assert.equal(await page.locator('details.export input[name=q]').getAttribute('value'), 'tallow')
  const contacts = (await taken('contacts/export?q=tallow&kind=broadcaster&column=company')).trim().split('\r\n')
  assert.deepEqual(contacts.slice(1), ['Tallow TV'])
  await close()
})
