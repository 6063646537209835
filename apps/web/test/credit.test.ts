/** An invoice credited in part, in the browser: at the desk, with what was paid too much, and as its buyer reads it. */
import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { sql } from 'kysely'
import { billing, seller } from '@vitrine/house/testing/invoiced'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { at, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { cookiesOf, faultsOf, keepPicture, openPage, SCREENS } from './rooms.ts'

useDesk()

let dealId = ''
let invoiceId = ''
const BUYER = 'ana@kanal.example'

let made: Promise<void> | null = null
const ready = () => (made ??= prepare())
async function prepare() {
  const { house } = rooms
  await house.changeAccounts(SYSTEM, { accounts: { seller } })
  const signed = await signDeal(rooms, { name: 'Two films', lines: [{ title: 'Salt', minor: 4_000_00 }, { title: 'Ferry', minor: 6_000_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
  dealId = signed.dealId
  await house.changeBilling(SYSTEM, { companyId: signed.companyId, billing: { ...billing, vatId: null } })
  const { instalments } = await house.viewMoney(SYSTEM, { dealId })
  invoiceId = (await house.issueInvoice(SYSTEM, { dealId, instalmentIds: instalments.map(({ id }) => id) })).row.id
  await house.notePayment(SYSTEM, { invoiceId, receivedOn: '2026-11-25', minor: 12_000_00 })
  const contactId = (await house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: signed.companyId, email: BUYER } })).id // prettier-ignore
  await house.seatBuyer(SYSTEM, { seat: { contactId, companyRole: 'lead' } })
}

describe('an invoice credited in part', () => {
  beforeEach(ready)
  test('at the desk: an amount of one line, what was paid too much, its refund and the way back', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, `/en/desk/invoices/${invoiceId}`)
    await page.getByText('Credit this invoice').click()
    assert.equal(
      await page.getByRole('radio', { name: /is to be invoiced anew/ }).isChecked(),
      true,
      'the whole is, unless said otherwise',
    )
    await page.getByLabel(/^Salt/).fill('')
    await page.getByLabel(/^Ferry/).fill('6 000,01')
    await page.getByText('That is no amount, or more than is left of a line.').waitFor()
    await page.getByLabel(/^Ferry/).fill('1 500')
    await page.getByText(/To credit: EUR.1,500\.00 without tax/).waitFor()
    assert.equal(await page.getByRole('radio', { name: /is not owed any more/ }).isChecked(), true)
    await page.getByLabel('Why').fill('One run less')
    await keepPicture(page, 'credit-form')
    await page.getByRole('button', { name: 'Credit it' }).click()
    await page.getByRole('button', { name: 'Issue the credit note' }).click()
    await page.getByRole('heading', { name: /^Credit note \d{4}-0002$/ }).waitFor()
    await page.getByText(/Credits a part of invoice \d{4}-0001 of .*, which came to EUR.12,000\.00\./).waitFor()
    const xml = await page.request.get(page.url().split('?')[0]! + '/xml')
    assert.match(await xml.text(), /<ram:TypeCode>381<.*<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>\d{4}-0001</s)
    await page.getByRole('link', { name: /^Credits \d{4}-0001$/ }).click()
    await page.getByText(/EUR.1,800\.00 came in and is not owed any more/).waitFor()
    await keepPicture(page, 'credit-invoice')
    await page.getByRole('button', { name: 'Note a refund or set-off' }).click()
    await said(page).getByText('It is noted.').waitFor()
    const toReturn = async () => (await rooms.house.viewInvoice(SYSTEM, { id: invoiceId })).toReturn
    assert.equal(await toReturn(), 0)
    assert.equal(await page.getByRole('heading', { name: 'To refund or set off' }).count(), 0)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await toReturn(), 1_800_00)
    await open(page, `/en/desk/deals/${dealId}/money`)
    const sums = (await page.locator('dl.sums').innerText()).replaceAll('\u00a0', ' ')
    for (const each of [/Price\s+EUR 8,500\.00/, /Given up by credit notes\s+EUR 1,500\.00/, /To refund or set off\s+EUR 1,800\.00/]) assert.match(sums, each) // prettier-ignore
    await page.getByText(/credited \d{4}-0002/).waitFor()
    await open(page, '/en/desk/invoices')
    await page.getByRole('link', { name: /EUR.1,800\.00 to refund or set off on 1 invoice/ }).click()
    await page.waitForURL('**shelf=to-return')
    assert.equal(await page.locator('table.list tbody tr').count(), 1)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('what is undone is the payment that was just noted, whatever its day; and what one invoice’s form holds is not for another', async () => {
    const { house } = rooms
    const other = await signDeal(rooms, { name: 'Another', company: 'Tele Rive', lines: [{ title: 'Tide', minor: 300_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    await house.changeBilling(SYSTEM, { companyId: other.companyId, billing: { ...billing, vatId: null } })
    const { instalments } = await house.viewMoney(SYSTEM, { dealId: other.dealId })
    const { id } = (await house.issueInvoice(SYSTEM, { dealId: other.dealId, instalmentIds: instalments.map((each) => each.id) }))
      .row
    await house.notePayment(SYSTEM, { invoiceId: id, receivedOn: '2026-12-20', minor: 50_00 })
    const { page, close } = await deskOf('owner')
    await open(page, `/en/desk/invoices/${id}`)
    await page.getByLabel('Received on').fill('2026-12-01')
    await page.getByLabel(/^Received, /).fill('20')
    await page.getByRole('button', { name: 'Note a payment' }).click()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.deepEqual((await house.viewInvoice(SYSTEM, { id })).payments.map(({ minor }) => minor), [50_00]) // prettier-ignore

    const third = await signDeal(rooms, { name: 'Third', company: 'Campus Reel', lines: [{ title: 'Dune', minor: 900_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    await house.changeBilling(SYSTEM, { companyId: third.companyId, billing: { ...billing, vatId: null } })
    const due = (await house.viewMoney(SYSTEM, { dealId: third.dealId })).instalments
    const { row } = await house.issueInvoice(SYSTEM, { dealId: third.dealId, instalmentIds: due.map((each) => each.id) })
    // from one to the other without a page between, as a list of where one has been leads
    await page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
    }, `/en/desk/invoices/${row.id}`)
    await page.getByRole('heading', { name: `Invoice ${row.number}` }).waitFor()
    await page.getByText('Credit this invoice').click()
    assert.equal(await page.getByLabel(/^Dune/).inputValue(), '900.00')
    await close()
  })

  test('at the desk: what was paid too much is set off against another invoice, on both at once, and taken back on both', async () => {
    const { house } = rooms
    const more = await signDeal(rooms, { name: 'Another film', company: 'For a moment', lines: [{ title: 'Dune', minor: 900_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    const { row: first } = await house.viewInvoice(SYSTEM, { id: invoiceId })
    await sql`update deal set company_id = ${first.companyId} where id = ${more.dealId}`.execute(rooms.database.db)
    const due = (await house.viewMoney(SYSTEM, { dealId: more.dealId })).instalments.map(({ id }) => id)
    const { row } = await house.issueInvoice(SYSTEM, { dealId: more.dealId, instalmentIds: due })
    const { page, complaints, close } = await deskOf('owner')
    await open(page, `/en/desk/invoices/${invoiceId}`)
    assert.equal(await page.getByLabel('Set off against').locator('option').count(), 2, 'nobody else’s invoice can be chosen')
    await page.getByLabel('Set off against').selectOption({ label: `${row.number}, EUR\u00a01,080.00 to pay` })
    assert.equal(await page.getByLabel(/^Amount|^Refunded or set off, EUR/).inputValue(), '1080.00')
    await keepPicture(page, 'set-off-form')
    await page.getByRole('button', { name: 'Note a refund or set-off' }).click()
    await said(page).getByText('It is noted.').waitFor()
    await page.getByRole('link', { name: `set off against ${row.number}` }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'set-off-noted')
    assert.equal((await house.viewInvoice(SYSTEM, { id: row.id })).row.state, 'paid')
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal((await house.viewInvoice(SYSTEM, { id: row.id })).open, 1_080_00)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('in dinars of three digits has no XML, and no link to one', async () => {
    const { house } = rooms
    await house.importRates(SYSTEM, { bytes: Buffer.from('Date,TND\n2026-11-20,3.3\n') })
    const signed = await signDeal(rooms, { name: 'Dinars', company: 'Qanat', currency: 'TND', lines: [{ title: 'Dust', minor: 4_000_500 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    await house.changeBilling(SYSTEM, { companyId: signed.companyId, billing: { ...billing, vatId: null } })
    const due = (await house.viewMoney(SYSTEM, { dealId: signed.dealId })).instalments.map(({ id }) => id)
    const { row } = await house.issueInvoice(SYSTEM, { dealId: signed.dealId, instalmentIds: due })
    const email = 'nadia@qanat.example'
    const contactId = (await house.addContact(SYSTEM, { contact: { name: 'Nadia Ben', companyId: signed.companyId, email } })).id
    await house.seatBuyer(SYSTEM, { seat: { contactId, companyRole: 'lead' } })
    const { page, close } = await openPage(rooms, { extraHTTPHeaders: { cookie: await cookiesOf(rooms, email) } })
    await page.goto(at('/en/room/invoices'))
    await page.getByText(row.number).first().waitFor()
    assert.equal(await page.locator(`a[href$="/${row.id}.pdf"]`).count(), 1)
    assert.equal(await page.locator('a[href$=".xml"]').count(), 0)
    await close()
  })

  for (const { name, locale, options } of SCREENS) {
    test(`${name}: the pages of it fit the screen and axe finds nothing, at the desk and in the buyer’s room`, async () => {
      const desk = await deskOf('owner', options)
      for (const [path, picture] of [
        [`/deals/${dealId}/money`, 'money'],
        [`/invoices/${invoiceId}`, 'invoice'],
        ['/invoices', 'invoices'],
      ] as const) {
        await open(desk.page, `/${locale}/desk${path}`)
        if (picture === 'invoice') await desk.page.locator('details.panel > summary').click()
        assert.deepEqual(await faultsOf(desk.page), [], path)
        await keepPicture(desk.page, `credit-${picture}-${name}`)
      }
      await desk.close()
      const cookie = await cookiesOf(rooms, BUYER)
      const buyer = await openPage(rooms, { ...options, extraHTTPHeaders: { cookie } })
      await buyer.page.goto(at(`/${locale}/room/invoices`))
      const text = (await buyer.page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
      assert.match(text, locale === 'en' ? /You paid EUR 1,800\.00 more/ : /Vous avez payé 1 800,00 EUR de plus/)
      assert.match(text, locale === 'en' ? /Credit note \d{4}-0002/ : /Avoir \d{4}-0002/)
      assert.deepEqual(await faultsOf(buyer.page), [])
      await keepPicture(buyer.page, `credit-room-${name}`)
      await buyer.close()
    })
  }
})
