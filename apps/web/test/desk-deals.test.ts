/** From a request to an agreement, as an agent does it in the browser. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { awake, deskOf, open, rooms, said } from './desk.ts'
import { axe } from './rooms.ts'

describe('requests and deals', () => {
  test('a request becomes a deal, an offer goes out, and it is agreed; the pages have no fault', async () => {
    const film = rooms.ids['the-ferry-log']!
    const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Europe', media: 'free-tv', from: '2026-01-01', to: '2040-12-31' } // prettier-ignore
    await rooms.house.enterEntry(SYSTEM, { titleId: film, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
    const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })
    await rooms.house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: company.id, email: 'ana@kanal-ost.example' } }) // prettier-ignore
    await rooms.house.sendRequest(SYSTEM, { kind: 'terms', titleIds: [film], wishes: { territory: 'Germany', media: 'free tv', from: '2027-01-01', to: '2029-12-31', exclusive: true }, name: 'Ana Nowak', email: 'ana@kanal-ost.example', company: null, message: null, locale: 'en' }) // prettier-ignore
    const { page, complaints, close } = await deskOf('sales')
    await open(page, '/en/desk/requests')
    assert.deepEqual(await axe(page), [])
    await page.getByRole('link', { name: 'Make a deal of it: Ana Nowak' }).click()
    await page.getByRole('button', { name: 'Open the deal only' }).click()
    await page.waitForURL(/\/deals\/(?!new)[^/?]+$/)
    await awake(page)
    await page.getByRole('link', { name: 'Write an offer' }).click()
    await page.getByLabel(/^Price of /).fill('12 500')
    await page.getByLabel('Stands until').fill('2030-12-31')
    await page.getByText('Nothing is in the way').waitFor()
    await page.locator('.offer-sum', { hasText: /EUR.12,500\.00/ }).waitFor()
    // the bar at the foot must not lie over what is looked at
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    assert.deepEqual(await axe(page), [])
    await page.getByText('Ana Nowak has no seat in the buyers’ room yet').waitFor()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.waitForURL(/\/offers$/)
    const { seats } = await rooms.house.listSeats(SYSTEM, { companyId: company.id })
    assert.deepEqual(seats.map(({ email, companyRole }) => [email, companyRole]), [['ana@kanal-ost.example', 'lead']]) // prettier-ignore
    await page.getByRole('button', { name: 'They accept' }).click()
    await said(page).getByText('Agreed.').waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    await page.getByRole('button', { name: 'They accept' }).click()
    await said(page).getByText('Agreed.').waitFor()
    await page.getByRole('button', { name: 'Undo: Accepted' }).waitFor()
    assert.deepEqual(await axe(page), [])
    await open(page, '/en/desk/deals')
    await page.locator('#column-agreed').locator('xpath=..').getByText('Kanal Ost').first().waitFor()
    assert.deepEqual(await axe(page), [])
    await page.getByLabel(/^Move D-1 Kanal Ost/).selectOption('lost')
    await page.getByLabel('Reason').selectOption('no-slot')
    await page.getByRole('button', { name: 'Lost…' }).click()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('is open again').waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })
  test('a film that fits is offered from its row: whom, what and which rights are written already, for as long as the house has them', async () => {
    const { house, ids } = rooms
    const film = ids['winter-station-07']!
    const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Portugal', media: 'free-tv', from: '2026-01-01', to: '2028-06-30' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: film, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
    const { sheet } = await house.openTitle(SYSTEM, { id: film })
    const slot = `${sheet.cuts[0]!.minutes}'`
    await house.addCompany(SYSTEM, {
      company: { name: 'Canal Atlântico', territory: 'Portugal', media: 'free tv', slots: [slot] },
    })
    const { page, complaints, close } = await deskOf('sales')
    await open(page, `/en/desk/match?title=${film}`)
    assert.deepEqual(await axe(page), [])
    await page.getByRole('link', { name: `Offer it: ${sheet.title}, Canal Atlântico` }).click()
    await page.getByRole('button', { name: 'Write an offer' }).click()
    await page.waitForURL(/\/offers\/draft/)
    await page.getByText('This cannot be offered').waitFor()
    assert.equal(await page.getByLabel('Territory').inputValue(), 'Portugal')
    await page.getByRole('button', { name: 'Offer it until 30 June 2028' }).click()
    await page.getByText('Nothing is in the way').waitFor()
    assert.equal(await page.getByLabel('To', { exact: true }).inputValue(), '2028-06-30')
    assert.deepEqual(await axe(page), [])
    assert.deepEqual(complaints, [])
    await close()
  })
})
