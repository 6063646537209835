/**
 * The desk on a slow line: somebody types, ticks and sends before its scripts have come. Nothing of it is lost, and the page acts on
 * it as if they had waited.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import type { Page } from 'playwright-core'
import { at, awake, deskOf, rooms, said, SHEET, useDesk } from './desk.ts'

useDesk()

/** Opens a page whose scripts come only when `early` has done what it does; all but the small one that listens. */
async function onSlowLine(page: Page, path: string, early: () => Promise<void>): Promise<void> {
  const held = Promise.withResolvers<void>()
  const scripts = (url: URL) =>
    url.pathname.startsWith('/_app/') && url.pathname.endsWith('.js') && !/\/listen\./.test(url.pathname)
  await page.route(scripts, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(at(path), { waitUntil: 'domcontentloaded' })
  await early()
  assert.equal(await page.evaluate(() => document.documentElement.dataset['desk']), undefined, 'the page does not run yet')
  held.resolve()
  await awake(page)
  await page.unroute(scripts)
}
const valueOf = (page: Page, selector: string) => page.locator(selector).inputValue()

test('a title: each kind of field keeps what was typed, and it can be saved', async () => {
  const id = rooms.ids['the-ferry-log']!
  const { page, complaints, close } = await deskOf('editor')
  await onSlowLine(page, `/en/desk/titles/${id}`, async () => {
    await page.locator('#field-title').fill('The Ferry Log, again')
    await page.locator('#field-countries').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(', Peru')
    await page.locator('#field-cuts').fill("52', 3 x 26'")
    await page.locator('#field-year').fill('2019')
    await page.locator('#field-originalTitle').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('Fähr') // and is still typing when the page begins to run
  })
  await page.keyboard.type('log')
  assert.match(await valueOf(page, '#field-originalTitle'), /Fährlog$/)
  assert.equal(await valueOf(page, '#field-title'), 'The Ferry Log, again')
  assert.match(await valueOf(page, '#field-countries'), /., Peru$/)
  assert.equal(await valueOf(page, '#field-year'), '2019')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('.said').getByText('Saved', { exact: true }).waitFor()
  const { sheet } = await rooms.house.openTitle(SYSTEM, { id })
  assert.equal(sheet.title, 'The Ferry Log, again')
  assert.match(sheet.originalTitle ?? '', /Fährlog$/)
  assert.equal(sheet.year, 2019)
  assert.ok(sheet.countries.length > 1 && sheet.countries.includes('PE'), String(sheet.countries))
  assert.deepEqual(sheet.cuts.map(({ minutes, episodes }) => [minutes, episodes]), [[52, null], [26, 3]]) // prettier-ignore
  assert.deepEqual(complaints, [])
  await close()
})

test('a title: a year half typed is finished, and taken when the field is left', async () => {
  const { page, close } = await deskOf('editor')
  await onSlowLine(page, `/en/desk/titles/${rooms.ids['winter-station-01']!}`, async () => {
    await page.locator('#field-year').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2018')
  })
  await page.keyboard.press('Tab')
  assert.equal(await valueOf(page, '#field-year'), '2018')
  await page.getByText('Not saved', { exact: false }).first().waitFor()
  await close()
})

test('a sheet that was pasted is still there, and is read', async () => {
  const { page, complaints, close } = await deskOf('editor')
  await onSlowLine(page, '/en/desk/drop', () => page.locator('#paste').fill(SHEET))
  assert.match(await valueOf(page, '#paste'), /Oda Brandt/)
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.waitForURL('**/desk/sheets/*')
  assert.deepEqual(complaints, [])
  await close()
})

test('a file that was chosen is read without being chosen again', async () => {
  const { page, close } = await deskOf('editor')
  const file = { name: 'harl.txt', mimeType: 'text/plain', buffer: Buffer.from(SHEET.replaceAll('Harl', 'Orsk')) }
  await onSlowLine(page, '/en/desk/drop', () => page.locator('.dropzone input[type=file]').setInputFiles(file))
  await page.waitForURL('**/desk/sheets/*')
  await close()
})

test('a rights entry: the clause and the fields beside it are kept and read', async () => {
  const { page, complaints, close } = await deskOf('rights')
  await onSlowLine(page, `/en/desk/rights/entries/new?title=${rooms.ids['the-ferry-log']!}`, async () => {
    await page.locator('#entry-clause').fill('Exclusive free TV rights, Poland, 3 runs within 24 months from 1 March 2027.')
    await page.locator('#entry-party').fill('Telewizja Północ')
    await page.locator('#entry-kind').selectOption('licence')
  })
  assert.equal(await valueOf(page, '#entry-party'), 'Telewizja Północ')
  assert.equal(await valueOf(page, '#entry-kind'), 'licence')
  await page.getByRole('button', { name: 'Read the clause' }).click()
  await page.locator('.clause-text mark').first().waitFor()
  assert.equal(await valueOf(page, '#entry-from'), '2027-03-01')
  assert.deepEqual(complaints, [])
  await close()
})

test('the ask line answers what was asked before it ran, with no further key', async () => {
  const { page, complaints, close } = await deskOf('sales')
  await onSlowLine(page, '/en/desk/rights', async () => {
    await page.locator('.ask-line input[name=q]').fill('SVOD, Polandd, 3 years')
  })
  await page.getByRole('link', { name: 'Ask with “Poland”' }).waitFor()
  assert.equal(await valueOf(page, '.ask-line input[name=q]'), 'SVOD, Polandd, 3 years')
  assert.deepEqual(complaints, [])
  await close()
})

test('an offer: prices, choices and ticks are kept and added up', async () => {
  const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Sender Ost' } })
  const deal = await rooms.house.openDeal(SYSTEM, { deal: { companyId: company.id, titleIds: [rooms.ids['the-ferry-log']!], currency: 'EUR' }, reader: 'en' }) // prettier-ignore
  const { page, complaints, close } = await deskOf('sales')
  await onSlowLine(page, `/en/desk/deals/${deal.id}/offers/draft`, async () => {
    await page.locator('#price-0').fill('4 000')
    await page.getByLabel('Territory').fill('Norway')
    await page.getByLabel('Media', { exact: true }).fill('free TV')
    await page.locator('#event-0').selectOption('acceptance')
    await page.locator('#message').fill('As we said.')
  })
  await page.locator('.offer-sum b', { hasText: '4,000' }).waitFor()
  assert.equal(await valueOf(page, '#event-0'), 'acceptance')
  assert.equal(await valueOf(page, '#message'), 'As we said.')
  assert.deepEqual(complaints, [])
  await close()
})

test('an answer to an offer: Enter in a field sends nothing by mistake, also before the page ran; the button does', async () => {
  const { house } = rooms
  const film = rooms.ids['the-ferry-log']!
  const company = await house.addCompany(SYSTEM, { company: { name: 'Sender West' } })
  await house.enterEntry(SYSTEM, { titleId: film, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  const { id } = await house.openDeal(SYSTEM, {
    deal: { companyId: company.id, titleIds: [film], currency: 'EUR' },
    reader: 'en',
  })
  const rights = { territory: 'Norway', media: 'free-tv', from: '2029-01-01', to: '2030-12-31' }
  const offer = await house.draftOffer(SYSTEM, { dealId: id, terms: { currency: 'EUR', lines: [{ titleId: film, rights, minor: 700_000 }], expires: '2031-01-01' }, reader: 'en' }) // prettier-ignore
  await house.sendOffer(SYSTEM, { id: offer.id, revision: offer.revision, reader: 'en' })
  const offers = async () => (await house.viewDeal(SYSTEM, { id, reader: 'en' })).offers.length
  const { page, complaints, close } = await deskOf('sales')
  const path = `/en/desk/deals/${id}/offers/draft?counter=${offer.id}`
  await onSlowLine(page, path, async () => {
    await page.locator('#price-0').fill('6 000')
    await page.keyboard.press('Enter')
  })
  await page.locator('.offer-sum b', { hasText: '6,000' }).waitFor()
  await page.waitForLoadState('networkidle')
  assert.deepEqual([await offers(), new URL(page.url()).pathname.endsWith('/draft')], [1, true])
  await onSlowLine(page, path, async () => {
    await page.locator('#price-0').fill('6 000')
    await page.locator('.offer-acts button.main').click()
  })
  await page.waitForURL(`**/deals/${id}/offers`)
  assert.equal(await offers(), 2)
  assert.deepEqual(complaints, [])
  await close()
})

test('a contact: a field that was left before the page ran is saved, one that is being typed in is saved when it is left', async () => {
  const { id } = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Süd' } })
  const saved = async () => (await rooms.house.openCompany(SYSTEM, { id })).company
  const { page, complaints, close } = await deskOf('sales')
  await onSlowLine(page, `/en/desk/contacts/companies/${id}`, async () => {
    await page.getByLabel('Broadcaster').check()
    await page.getByLabel('Telephone').fill('+49 1')
    await page.getByLabel('A new note').fill('Decides in May.')
  })
  await said(page).waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.ticks input')!.checked)
  assert.equal(await page.getByLabel('A new note').inputValue(), 'Decides in May.')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.locator('.jotted', { hasText: 'Decides in May.' }).waitFor()
  assert.deepEqual([(await saved()).phone, (await saved()).kinds], ['+49 1', ['broadcaster']])
  assert.deepEqual(complaints, [])
  await close()
})

test('notes of a meeting are kept in the house, beside what stood there', async () => {
  const market = await rooms.house.saveMarket(SYSTEM, { market: { name: 'Near By', kind: 'festival', city: null, country: null, firstDay: '2027-06-22', lastDay: '2027-06-22', stand: null } }) // prettier-ignore
  const { id } = await rooms.house.saveMeeting(SYSTEM, { meeting: { marketId: market.id, companyId: null, day: '2027-06-22', fromMinute: 600, toMinute: 630, place: null, userIds: [], contactIds: [], titleIds: [], about: null } }) // prettier-ignore
  await rooms.house.noteMeeting(SYSTEM, { id, seen: '', notes: 'Wants rivers.' })
  const { page, close } = await deskOf('sales')
  await onSlowLine(page, `/en/desk/markets/${market.id}/meetings/${id}`, async () => {
    await page.locator('#notes').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And ice.')
  })
  await page.getByText('Kept in the house').waitFor()
  await page.waitForFunction(() => localStorage.length === 0)
  assert.equal((await rooms.house.openMeeting(SYSTEM, { id })).notes, 'Wants rivers. And ice.')
  await close()
})

test('search boxes find what was typed before they ran', async () => {
  await rooms.house.addCompany(SYSTEM, { company: { name: 'Zephyr Kanava' } })
  await rooms.house.addCompany(SYSTEM, { company: { name: 'Quite Another' } })
  const { page, complaints, close } = await deskOf('sales')
  await onSlowLine(page, '/en/desk/contacts', () => page.locator('[data-search]').fill('zephyr'))
  await page.waitForFunction(() => document.querySelectorAll('table.found tbody tr').length === 1)
  await onSlowLine(page, '/en/desk', () => page.locator('[data-search]').fill('winter station'))
  await page.waitForFunction(() =>
    [...document.querySelectorAll('table.list tbody tr')].every((row) => /winter/i.test(row.textContent)),
  )
  assert.equal(await valueOf(page, '[data-search]'), 'winter station')
  assert.deepEqual(complaints, [])
  await close()
})

test('a form that was sent before the page ran is sent once it runs: the browser does not load the page anew instead', async () => {
  const { page, complaints, close } = await deskOf('owner')
  await onSlowLine(page, '/en/desk/people', async () => {
    await page.locator('#person-name').fill('Ida Early')
    await page.locator('#person-email').fill('ida@house.example')
    await page.locator('#person-role').selectOption('editor')
    await page.getByRole('button', { name: 'Add', exact: false }).first().click()
  })
  await page.getByRole('textbox', { name: 'Ida Early' }).or(page.locator('input[value="Ida Early"]')).first().waitFor()
  const people = await rooms.house.listUsers(SYSTEM)
  assert.deepEqual(people.filter(({ email }) => email === 'ida@house.example').map(({ name, role }) => [name, role]), [['Ida Early', 'editor']]) // prettier-ignore
  assert.deepEqual(complaints, [])
  await close()
})
