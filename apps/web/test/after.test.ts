/** What follows from a signed sale, in the browser: delivered, invoiced, paid, reminded, ended; figures; and every page on every screen. */
import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { at, deskOf, open, people, rooms, said, useDesk } from './desk.ts'
import { faultsInBothLooks, keepPicture, SCREENS } from './rooms.ts'

useDesk()

const seller = { name: 'Lantern SARL', street: ['12 rue des Halles'], postcode: '75001', city: 'Paris', country: 'FR', vatId: 'FR40303265045', registration: '303265045', email: null, iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', bank: null } // prettier-ignore
const halves = [
  { share: 5_000, event: 'signature' as const, days: 0, day: null },
  { share: 5_000, event: 'delivery' as const, days: 14, day: null },
]
let deal: Awaited<ReturnType<typeof signDeal>>
let invoiceId = ''

/** What the tests stand on, made once when the first of them runs: the house is open by then. */
let made: Promise<void> | null = null
const ready = () => (made ??= prepare())
async function prepare() {
  await rooms.house.changeAccounts(SYSTEM, { accounts: { seller } })
  deal = await signDeal(rooms, { name: 'Salt for Kanal Ost', payments: halves, lines: [{ title: 'Salt', minor: 10_000_00, materials: [{ kind: 'stills', detail: null, days: 10 }] }] }) // prettier-ignore
}

describe('after the signature', () => {
  beforeEach(ready)
  test('what is to be delivered is marked, undone, refused and edited', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/deals/${deal.dealId}/deliverables`)
    await page.getByRole('button', { name: 'Choose all that is not sent' }).click()
    await page.getByRole('button', { name: 'Sent', exact: true }).click()
    await said(page).getByText('2 things are now: sent.').waitFor()
    const states = async () =>
      (await rooms.house.viewDeliverables(SYSTEM, { dealId: deal.dealId })).items.map(({ state }) => state)
    assert.deepEqual(await states(), ['sent', 'sent'])
    assert.equal(await page.getByRole('button', { name: /^Accepted/ }).count(), 0, 'an editor does not speak for the buyer')
    await page.getByRole('button', { name: 'Edit Stills, Salt' }).click()
    await page.getByLabel('Where it lies').fill('https://files.example/stills')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page).getByText('Saved.').waitFor()
    assert.equal(await page.locator('a[href="https://files.example/stills"]').count(), 1)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await page.locator('a[href="https://files.example/stills"]').count(), 0)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('an invoice is prepared, issued, paid in part, undone, reminded of and taken home', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, `/en/desk/deals/${deal.dealId}/money`)
    await page.getByLabel('Name in law').fill('Kanal Ost S.A.')
    await page.getByLabel('Country').fill('PL')
    await page.getByLabel('VAT number').fill('PL 526 000 12 46')
    await page.getByLabel('E-mail for invoices').fill('pay@kanal.example')
    await page.locator('details.panel form button', { hasText: 'Save' }).first().click()
    await said(page).getByText('Saved.').waitFor()
    await page.getByRole('checkbox', { name: /Choose 50% on signature/ }).check()
    await page.getByRole('button', { name: 'Prepare an invoice' }).click()
    await page.getByText('Reverse charge: VAT is owed by the recipient').waitFor()
    await page.getByRole('button', { name: 'Issue the invoice' }).click()
    await page.waitForURL('**/desk/invoices/*')
    await said(page)
      .getByText(/^Invoice \d{4}-0001 is issued\.$/)
      .waitFor()
    invoiceId = new URL(page.url()).pathname.split('/').at(-1)!
    await page.getByLabel('Received, EUR').fill('1 000,50')
    await page.getByRole('button', { name: 'Note a payment' }).click()
    await said(page).getByText('The payment is noted.').waitFor()
    const open_ = async () => (await rooms.house.viewInvoice(SYSTEM, { id: invoiceId })).open
    assert.equal(await open_(), 3_999_50)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await open_(), 5_000_00)
    await page.getByRole('button', { name: 'Remind the buyer' }).click()
    assert.equal(await page.getByLabel('To', { exact: true }).inputValue(), 'pay@kanal.example')
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await said(page).getByText('The letter is in the outbox.').waitFor()
    const xml = await page.request.get(at(`/en/desk/invoices/${invoiceId}/xml`))
    assert.match(await xml.text(), /CrossIndustryInvoice/)
    await open(page, '/en/desk/invoices')
    assert.equal(await page.locator('table.list tbody tr').count(), 1)
    const csv = await page.request.get(at('/en/desk/invoices/export?format=csv'))
    assert.match(csv.headers()['content-disposition'] ?? '', /invoices\.csv/)
    // what was invoiced shows no box that cannot be ticked
    await open(page, `/en/desk/deals/${deal.dealId}/money`)
    assert.deepEqual(await page.locator('.pick input').evaluateAll((boxes) => boxes.map((box) => box.matches(':disabled'))), [false]) // prettier-ignore
    assert.deepEqual(complaints, [])
    await close()
  })

  test('rates are imported by hand, and a sale in dollars is in the figures', async () => {
    await signDeal(rooms, { name: 'Reed', company: 'Lakeside', currency: 'USD', day: '2026-11-20', lines: [{ title: 'Reed', minor: 1_250_00 }] }) // prettier-ignore
    const { page, complaints, close } = await deskOf('rights')
    await open(page, '/en/desk/figures?from=2026-11-01&to=2026-11-30')
    await page.getByText('Not in these sums, as no rate is known for the day: USD 1,250.').waitFor()
    await open(page, '/en/desk/figures/rates')
    await page.locator('input[type=file]').setInputFiles({ name: 'eurofxref.csv', mimeType: 'text/csv', buffer: Buffer.from('Date,USD\n2026-11-20,1.25\n') }) // prettier-ignore
    await page.getByText('1 day read, 1 rate new or changed, 1 sale converted.').waitFor()
    await open(page, '/en/desk/figures?from=2026-11-01&to=2026-11-30')
    await page.getByText('EUR 11,000 sold in 2 deals').waitFor()
    await page.getByText('At the ECB reference rates of 20 November 2026.').waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })

  test('media, languages, runs, exclusivity and the price are amended; the desk, the paper and the buyer read what changed', async () => {
    const sale = await signDeal(rooms, { name: 'Dunes for Tele Rive', company: 'Tele Rive', payments: halves, lines: [{ title: 'Dunes', minor: 10_000_00 }] }) // prettier-ignore
    const { page, complaints, close } = await deskOf('owner')
    await open(page, `/en/desk/deals/${sale.dealId}/money`)
    await page.locator('summary', { hasText: 'Amend' }).click()
    await page.locator('#amend-media').fill('catch-up')
    await page.locator('#amend-languages').fill('pl:dubbed, pl:subtitled')
    await page.getByLabel('Languages and uses: how').selectOption('becomes')
    await page.getByLabel('Exclusivity').selectOption('exclusive')
    await page.getByLabel('Runs', { exact: true }).selectOption('so many')
    await page.getByLabel('How many').fill('4')
    await page.locator('#amend-price').fill('twelve')
    const press = () => page.locator('details[open] form button.main', { hasText: 'Amend' }).click()
    await press()
    await page.getByText('That is no amount.').waitFor()
    await page.locator('#amend-price').fill('12 000')
    await page.getByRole('button', { name: 'Add a payment' }).click()
    await page.getByLabel('Amount 1').fill('11 000')
    await page.getByLabel('Day 1', { exact: true }).fill('2027-03-01')
    await press()
    await page.getByText(/come to EUR.11,000\.00; what is not invoiced of the price is EUR.12,000\.00/).waitFor()
    await page.getByLabel('Amount 1').fill('12 000')
    await keepPicture(page, 'amend-form')
    await page.locator('details[open] form button.main', { hasText: 'Amend' }).dblclick() // amended once, and nothing is refused
    await said(page).getByText('Amended.').waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
    const told = page.getByRole('region', { name: 'Amendments' })
    for (const [label, was, becomes] of [
      ['Media Dunes', 'Free TV', 'Free TV, Catch-up'],
      ['Exclusivity Dunes', 'non-exclusive', 'exclusive'],
      ['Price', 'EUR\u00a010,000.00', 'EUR\u00a012,000.00'],
    ] as const)
      // prettier-ignore
      assert.deepEqual(await told.getByRole('row', { name: label }).locator('th, td').allInnerTexts(), [label, was, becomes])
    await page.getByRole('cell', { name: /^Amendment 1, / }).waitFor()
    const { id: contactId } = await rooms.house.addContact(SYSTEM, { contact: { name: 'Ana Rive', companyId: sale.companyId, email: people.buyer! } }) // prettier-ignore
    await rooms.house.seatBuyer(SYSTEM, { seat: { contactId, companyRole: 'colleague' } })
    for (const { name, locale, options } of SCREENS) {
      const desk = await deskOf('owner', options)
      await open(desk.page, `/${locale}/desk/deals/${sale.dealId}/money`)
      await desk.page.locator('summary', { hasText: locale === 'fr' ? 'Modifier' : 'Amend' }).click()
      assert.deepEqual(await faultsInBothLooks(desk.page), [], name)
      await keepPicture(desk.page, `amendments-${name}`)
      await desk.close()
      const buyer = await deskOf('buyer', options)
      const { offers } = await rooms.house.viewDeal(SYSTEM, { id: sale.dealId, reader: 'en' })
      await buyer.page.goto(at(`/${locale}/room/offers/${offers[0]!.id}`))
      const text = await buyer.page.getByRole('region', { name: locale === 'fr' ? 'Ce qui a été changé depuis' : 'What was changed since' }).innerText() // prettier-ignore
      assert.match(text, locale === 'fr' ? /TV gratuite.*[\s\S]*12[\s\u202f]000,00/ : /Free TV, Catch-up[\s\S]*EUR.12,000\.00/)
      assert.deepEqual(await faultsInBothLooks(buyer.page), [], name)
      await keepPicture(buyer.page, `amendments-buyer-${name}`)
      await buyer.close()
    }
    assert.deepEqual(
      complaints.filter((text) => !text.includes('422')),
      [],
      'but for the plan that was refused',
    )
    await close()
  })

  test('a deal is amended against the book, renewed, and ended', async () => {
    const { page, complaints, close } = await deskOf('rights')
    await open(page, `/en/desk/deals/${deal.dealId}/money`)
    await page.locator('summary', { hasText: 'Amend' }).click()
    await page.locator('#amend-to').fill('2029-06-30')
    await page.locator('details[open] form button', { hasText: 'Amend' }).click()
    await said(page).getByText('Amended.').waitFor()
    assert.equal((await rooms.house.viewEntry(SYSTEM, { id: deal.licences[0]!, locale: 'en' })).lastDay, '2029-06-30')
    await page.locator('summary', { hasText: 'Terminate' }).click()
    await page.locator('#end-day').fill('2027-12-31')
    await page.locator('details[open] button', { hasText: 'Terminate' }).click()
    await page.getByRole('button', { name: 'End this deal' }).click()
    await said(page).getByText('The deal is ended').waitFor()
    assert.equal((await rooms.house.viewMoney(SYSTEM, { dealId: deal.dealId })).deal.state, 'terminated')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('on a phone a delivery and an invoice are told whole: what, of which deal, for whom, when, how it stands, how much', async () => {
    const other = await signDeal(rooms, { name: 'Salt for all the German-speaking countries', payments: halves, lines: [{ title: 'Salt Roads of the Northern Seas', minor: 12_345_678_00, materials: [{ kind: 'stills', detail: 'Twelve, in colour', days: 10 }] }] }) // prettier-ignore
    const { items } = await rooms.house.viewDeliverables(SYSTEM, { dealId: other.dealId })
    assert.ok(items.length > 0)
    const { page, close } = await deskOf('owner', { viewport: { width: 390, height: 844 } })
    for (const [address, columns] of [
      ['/fr/desk/deliverables', [1, 2, 3, 4]],
      ['/fr/desk/invoices?shelf=all', [0, 1, 2, 3, 4, 5, 6]],
    ] as const) {
      await open(page, address)
      const rows = await page.locator('table.list tbody tr').all()
      assert.ok(rows.length > 0, address)
      for (const row of rows)
        for (const at of columns) {
          const box = await row.locator('td').nth(at).boundingBox()
          assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, `${address}, column ${at}: ${JSON.stringify(box)}`)
        }
    }
    await close()
  })

  test('sales see money and figures and write none; a buyer sees no room of the desk', async () => {
    const { page, close } = await deskOf('sales')
    await open(page, `/en/desk/deals/${deal.dealId}/money`)
    assert.equal(await page.getByRole('button', { name: 'Prepare an invoice' }).count(), 0)
    assert.equal((await page.request.get(at('/en/desk/settings/accounts'))).status(), 403)
    assert.equal((await page.request.get(at('/en/desk/figures'))).status(), 200)
    await close()
    assert.ok(people.editor)
    const editor = await deskOf('editor')
    for (const path of ['/figures', '/invoices', `/deals/${deal.dealId}/money`]) assert.equal((await editor.page.request.get(at(`/en/desk${path}`))).status(), 403, path) // prettier-ignore
    await editor.close()
  })
})

describe('every page of it', () => {
  beforeEach(ready)
  for (const { name, locale, options } of SCREENS) {
    test(`${name}: axe finds nothing in the light and in the dark, nothing is wider than the screen, the browser complains of nothing`, async () => {
      const other = await signDeal(rooms, {
        name: `Ferry ${name}`,
        payments: halves,
        lines: [{ title: `Ferry ${name}`, minor: 99_99 }],
      })
      const pages = [
        `/deals/${other.dealId}/deliverables`,
        `/deals/${other.dealId}/money`,
        '/deliverables',
        '/invoices',
        `/invoices/${invoiceId}`,
        '/figures?from=2026-11-01&to=2026-11-30',
        '/figures?from=2020-01-01&to=2020-02-01&by=quarter',
        '/figures/rates',
        '/settings/accounts',
        '/rights/watch?months=12',
      ]
      const { page, complaints, close } = await deskOf('owner', options)
      for (const path of pages) {
        await open(page, `/${locale}/desk${path}`)
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
  }
})
