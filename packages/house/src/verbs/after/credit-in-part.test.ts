/** Invoices credited in part: numbers, sums, what is owed, what came in too much, the figures; and what nobody may do. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { Payment } from '@vitrine/deals/offer/offer'
import { sql } from 'kysely'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { billing, seller } from '../../testing/invoiced.ts'
import { codeOf, failing } from '../../testing/refusals.ts'
import { signDeal } from '../../testing/signed-deal.ts'

/** Two films for 40.00 and 60.00, invoiced at once, with a fifth of tax: 120.00. */
async function invoiced(
  at: TestHouse,
  payments: Payment[] = [{ share: 10_000, event: 'signature', days: 30, day: null }],
  company = 'Kanal Ost',
) {
  const { house } = at
  const owner = await at.member('owner')
  const { dealId, companyId, licences } = await signDeal(at, { company, lines: [{ title: 'Salt', minor: 40_00 }, { title: 'Ferry', minor: 60_00 }], payments }) // prettier-ignore
  await house.changeAccounts(owner, { accounts: { seller } })
  await house.changeBilling(owner, { companyId, billing: { ...billing, vatId: null } })
  const money = () => house.viewMoney(owner, { dealId })
  const due = (await money()).instalments.map(({ id }) => id)
  const { row } = await house.issueInvoice(owner, { dealId, instalmentIds: due })
  const view = () => house.viewInvoice(owner, { id: row.id })
  const credit = (parts: { line: number; minor: number }[], more = {}) => house.creditInvoice(owner, { id: row.id, reason: 'One run less', parts, ...more }) // prettier-ignore
  const pay = (minor: number, more = {}) =>
    house.notePayment(owner, { invoiceId: row.id, receivedOn: '2026-12-01', minor, ...more })
  const figures = async () => (await house.viewFigures(owner, { locale: 'en' })).total
  const stands = async () => (await money()).instalments.filter(({ minor }) => minor > 0).map(({ minor, lines, state }) => [minor, lines, state]) // prettier-ignore
  return { owner, dealId, companyId, licences, id: row.id, total: row.total, money, view, credit, pay, figures, stands }
}

eachHouse('an invoice credited in part', (open) => {
  test('takes the next number, its own tax, and leaves the rest owed; what is given up leaves price and figures', async () => {
    const at = await open()
    const one = await invoiced(at)
    assert.deepEqual([one.total, await one.figures()], [120_00, 100_00])
    const note = await one.credit([{ line: 1, minor: 15_00 }])
    assert.deepEqual([note.row.number, note.row.kind, note.row.net, note.row.vat, note.row.total], ['2026-0002', 'credit-note', 15_00, 3_00, 18_00]) // prettier-ignore
    assert.deepEqual([note.invoice.lines[0]!.text, note.invoice.lines[0]!.of, note.invoice.credits?.partOf], ['Ferry', 1, 120_00])
    const { row, open: owed, creditable, notes, toReturn } = await one.view()
    assert.deepEqual([row.state, row.credited, owed, toReturn, creditable], ['issued', 18_00, 102_00, 0, [40_00, 45_00]])
    assert.deepEqual(notes.map(({ number, total }) => [number, total]), [['2026-0002', 18_00]]) // prettier-ignore
    const money = await one.money()
    assert.deepEqual([money.price, money.givenUp, money.sums.invoiced, await one.figures()], [85_00, 15_00, 85_00, 85_00])
    assert.deepEqual(await one.stands(), [[85_00, [40_00, 45_00], 'invoiced'], [15_00, [0, 15_00], 'cancelled']]) // prettier-ignore
    const { sums } = await at.house.listInvoices(one.owner, {})
    assert.deepEqual(sums.map((sum) => [sum.open, sum.invoices]), [[102_00, 1]]) // prettier-ignore
    assert.equal(await codeOf(one.pay(102_01)), 'invalid-input', 'more than is left is refused')
    assert.equal((await one.pay(102_00)).row.state, 'paid')
  })

  test('what is to be invoiced anew is due again, and the figures stay', async () => {
    const one = await invoiced(await open())
    await one.credit([{ line: 0, minor: 40_00 }, { line: 1, minor: 1 }], { becomes: 'due' }) // prettier-ignore
    assert.deepEqual([(await one.money()).price, (await one.money()).givenUp, await one.figures()], [100_00, 0, 100_00])
    assert.deepEqual(await one.stands(), [[59_99, [0, 59_99], 'invoiced'], [40_01, [40_00, 1], 'due']]) // prettier-ignore
  })

  test('several notes, then the rest: each line comes to what it was, and the invoice is credited', async () => {
    const one = await invoiced(await open())
    await one.credit([{ line: 0, minor: 33 }])
    await one.credit([{ line: 0, minor: 3 }, { line: 1, minor: 60_00 }]) // prettier-ignore
    const last = await one.credit([{ line: 0, minor: 39_64 }])
    const { row, creditable, notes } = await one.view()
    assert.deepEqual([row.state, row.credited, creditable, notes.length, row.creditedById], ['credited', one.total, [0, 0], 3, last.row.id]) // prettier-ignore
    const after = await one.money()
    assert.deepEqual([after.price, after.givenUp, await one.figures(), after.sums.cancelled], [0, 100_00, 0, 100_00])
    assert.equal(await codeOf(one.credit([{ line: 0, minor: 1 }])), 'wrong-state')
  })

  test('the rest can be taken back whole, to be invoiced anew', async () => {
    const at = await open()
    const one = await invoiced(at)
    await one.credit([{ line: 1, minor: 60_00 }])
    const note = await at.house.creditInvoice(one.owner, { id: one.id, reason: 'Wrong address' })
    assert.deepEqual(note.invoice.lines.map(({ of, minor }) => [of, minor]), [[0, 40_00]]) // prettier-ignore
    assert.deepEqual(await one.stands(), [[40_00, [40_00, 0], 'due'], [60_00, [0, 60_00], 'cancelled']]) // prettier-ignore
    assert.deepEqual([(await one.view()).row.state, await one.figures()], ['credited', 40_00])
    const due = (await one.money()).instalments.filter(({ state }) => state === 'due').map(({ id }) => id)
    assert.equal((await at.house.issueInvoice(one.owner, { dealId: one.dealId, instalmentIds: due })).row.net, 40_00)
  })

  test('what was paid too much is to be returned, and says so until it was', async () => {
    const at = await open()
    const { house } = at
    const one = await invoiced(at)
    const paid = await one.pay(120_00)
    await one.credit([{ line: 0, minor: 10_00 }])
    const after = await one.view()
    assert.deepEqual([after.row.state, after.open, after.toReturn], ['paid', 0, 12_00])
    assert.deepEqual([(await one.money()).toReturn, (await one.money()).sums.paid], [12_00, 90_00])
    assert.deepEqual(
      (await house.listInvoices(one.owner, { shelf: 'to-return' })).items.map(({ id }) => id),
      [one.id],
    )
    assert.deepEqual((await house.listInvoices(one.owner, {})).toReturn, [{ currency: 'EUR', minor: 12_00, invoices: 1 }])
    const back = (minor: number) => one.pay(minor, { direction: 'out', note: 'Set off against 2026-0003' })
    assert.equal(await codeOf(back(12_01)), 'invalid-input')
    const returned = await back(12_00)
    assert.deepEqual([returned.toReturn, returned.row.settled, returned.row.state], [0, 108_00, 'paid'])
    assert.equal(await codeOf(back(1)), 'wrong-state', 'there is nothing to return')
    assert.deepEqual((await house.listInvoices(one.owner, { shelf: 'to-return' })).items, [])
    assert.equal(await codeOf(house.undoPayment(one.owner, { invoiceId: one.id, id: paid.payments[0]!.id })), 'wrong-state', 'what came in went out again') // prettier-ignore
    await house.undoPayment(one.owner, {
      invoiceId: one.id,
      id: returned.payments.find(({ direction }) => direction === 'out')!.id,
    })
    assert.equal((await one.view()).toReturn, 12_00)
    const unpaid = await house.undoPayment(one.owner, { invoiceId: one.id, id: paid.payments[0]!.id })
    assert.deepEqual([unpaid.row.state, unpaid.open, unpaid.toReturn], ['issued', 108_00, 0])
  })

  test('a credit that leaves no more than was paid makes the invoice paid; of one credited whole all that came in is returned', async () => {
    const at = await open()
    const one = await invoiced(at)
    await one.pay(70_00)
    await one.credit([{ line: 1, minor: 50_00 }])
    const part = await one.view()
    assert.deepEqual([part.row.state, part.open, part.toReturn], ['paid', 0, 10_00])
    await at.house.creditInvoice(one.owner, { id: one.id, reason: 'The rest' })
    const whole = await one.view()
    assert.deepEqual([whole.row.state, whole.toReturn], ['credited', 70_00])
    assert.equal((await one.pay(70_00, { direction: 'out' })).toReturn, 0)
  })

  test('an invoice is paid again when a refund that was noted by mistake is taken back, whatever was taken back before', async () => {
    const at = await open()
    const one = await invoiced(at)
    await one.pay(80_00)
    const [, second] = (await one.pay(40_00)).payments
    await one.credit([{ line: 0, minor: 40_00 }])
    const out = (await one.pay(48_00, { direction: 'out' })).payments.find(({ direction }) => direction === 'out')!
    const short = await at.house.undoPayment(one.owner, { invoiceId: one.id, id: second!.id })
    assert.deepEqual([short.row.state, short.open, short.toReturn], ['issued', 40_00, 0])
    const again = await at.house.undoPayment(one.owner, { invoiceId: one.id, id: out.id })
    assert.deepEqual([again.row.state, again.open, again.toReturn], ['paid', 0, 8_00])
    assert.deepEqual((await at.house.listInvoices(one.owner, {})).sums, [], 'nothing is open')
    assert.deepEqual([(await one.money()).sums.paid, (await one.money()).sums.invoiced], [60_00, 0])
  })

  test('a partly credited invoice that is late is reminded of what is left, and of nothing else', async () => {
    const at = await open()
    const one = await invoiced(at)
    await one.credit([{ line: 0, minor: 40_00 }])
    at.later(60 * 86_400_000)
    assert.match((await at.house.draftReminder(one.owner, { invoiceId: one.id })).text, /72\.00/)
    const late = (await at.house.watchDeals(one.owner, { locale: 'en' })).find(({ kind }) => kind === 'invoice-late')
    assert.equal(late?.amount?.minor, 72_00)
  })

  test('an amendment of the price follows on what was given up', async () => {
    const at = await open()
    const halves = [{ share: 5_000, event: 'signature' as const, days: 30, day: null }, { share: 5_000, event: 'day' as const, days: 0, day: '2027-05-01' }] // prettier-ignore
    const { owner, dealId, licences, credit, money } = await invoiced(at, halves)
    await credit([{ line: 0, minor: 10_00 }])
    const { deal } = await money()
    await at.house.amendDeal(owner, { id: dealId, baseRevision: deal.revision, entryIds: [...licences], effective: null, price: { minor: 95_00 }, locale: 'en' }) // prettier-ignore
    const after = await money()
    assert.equal(after.price, 95_00)
    assert.equal(
      after.instalments.filter(({ state }) => state !== 'cancelled').reduce((sum, { minor }) => sum + minor, 0),
      95_00,
    )
  })

  test('what is to be invoiced anew and gives way to another plan was not given up', async () => {
    const at = await open()
    const { owner, dealId, licences, credit, money } = await invoiced(at)
    await credit([{ line: 0, minor: 10_00 }], { becomes: 'due' })
    const { deal } = await money()
    await at.house.amendDeal(owner, { id: dealId, baseRevision: deal.revision, entryIds: [...licences], effective: null, price: { minor: 100_00, payments: [{ minor: 10_00, event: 'day', days: 0, day: '2027-06-01' }] }, locale: 'en' }) // prettier-ignore
    const after = await money()
    assert.deepEqual([after.price, after.sums.cancelled, after.givenUp], [100_00, 10_00, 0])
  })

  test('what was to be invoiced anew and went with the end of the deal was not given up by a credit note', async () => {
    const at = await open()
    const { owner, dealId, credit, money } = await invoiced(at)
    await credit([{ line: 0, minor: 10_00 }], { becomes: 'due' })
    await credit([{ line: 0, minor: 5_00 }])
    const { deal } = await money()
    await at.house.terminateDeal(owner, { id: dealId, baseRevision: deal.revision, lastDay: '2027-06-01', note: 'broken off', locale: 'en' }) // prettier-ignore
    const after = await money()
    assert.deepEqual([after.sums.cancelled, after.givenUp], [15_00, 5_00])
  })

  test('its buyer reads the note and what is still owed; another buyer finds neither', async () => {
    const at = await open()
    const { house, database } = at
    const one = await invoiced(at)
    const other = await invoiced(at, undefined, 'Tele Rive')
    const note = await one.credit([{ line: 0, minor: 40_00 }])
    const buyerOf = async (companyId: string) => {
      const { userId } = await at.member('buyer', `a colleague of ${companyId.slice(-6)}`)
      await sql`update member set company_id = ${companyId}, company_role = 'colleague' where house_id = ${house.id} and user_id = ${userId}`.execute(database.db) // prettier-ignore
      return (await house.actorForUser(userId!))!
    }
    const [own, foreign] = [await buyerOf(one.companyId), await buyerOf(other.companyId)]
    const list = await house.listInvoices(own, {})
    assert.deepEqual(list.items.map(({ id }) => id).toSorted(), [one.id, note.row.id].toSorted())
    assert.deepEqual(list.sums.map((sum) => sum.open), [72_00]) // prettier-ignore
    assert.equal((await house.viewInvoice(own, { id: one.id })).open, 72_00)
    assert.match(new TextDecoder().decode((await house.openInvoiceXml(own, { id: note.row.id })).bytes), /<ram:TypeCode>381</)
    for (const id of [one.id, note.row.id]) {
      assert.equal(await codeOf(house.viewInvoice(foreign, { id })), 'not-found')
      assert.equal(await codeOf(house.openInvoiceXml(foreign, { id })), 'not-found')
    }
    assert.equal(await codeOf(house.creditInvoice(own, { id: one.id, reason: 'x', parts: [{ line: 0, minor: 1 }] })), 'not-allowed') // prettier-ignore
  })

  test('only who issues invoices credits them; amounts beyond, lines that are not there and other fates are refused', async () => {
    const at = await open()
    const one = await invoiced(at)
    const parts = [{ line: 0, minor: 1 }]
    assert.equal(
      await codeOf(at.house.creditInvoice(await at.member('sales'), { id: one.id, reason: 'x', parts })),
      'not-allowed',
    )
    const pathOf = async (work: Promise<unknown>) => ((await failing(work)).details['issues'] as { path: string }[])[0]!.path
    assert.equal(await pathOf(one.credit([{ line: 0, minor: 40_01 }])), 'parts.0.minor')
    assert.equal(await pathOf(one.credit([{ line: 2, minor: 1 }])), 'parts.0.line')
    assert.equal(await pathOf(one.credit([{ line: 1, minor: 1 }, { line: 1, minor: 1 }])), 'parts.1.line') // prettier-ignore
    for (const wrong of [[], [{ line: 0, minor: 0 }], [{ line: -1, minor: 1 }], [{ line: 0, minor: 1.5 }]]) assert.equal(await codeOf(one.credit(wrong)), 'invalid-input') // prettier-ignore
    assert.equal(await codeOf(one.credit(parts, { becomes: 'forgotten' })), 'invalid-input')
    assert.deepEqual([(await one.view()).notes, (await one.money()).price], [[], 100_00])
  })

  test('of two at once that come to more than the invoice one is refused; the database refuses it by whatever hand', async () => {
    const at = await open()
    const one = await invoiced(at)
    const both = await Promise.allSettled([one.credit([{ line: 0, minor: 30_00 }]), one.credit([{ line: 0, minor: 30_00 }])])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']) // prettier-ignore
    const { db } = at.database
    const note = (id: string, seq: number, content: object, net: number, vat = 0) => sql`
      insert into invoice (house_id, id, year, seq, number, kind, state, deal_id, company_id, credits_id, issued_on, due_on, currency, net_minor, vat_minor, total_minor, content, at, by_name)
      values (${at.house.id}, ${id}, 2026, ${seq}::integer, ${`2026-${seq}`}, 'credit-note', 'issued', ${one.dealId}, ${one.companyId}, ${one.id}, '2026-12-01', '2026-12-01', 'EUR',
        ${net}::bigint, ${vat}::bigint, ${net + vat}::bigint, ${JSON.stringify(content)}::text::jsonb, now(), 'me')` // prettier-ignore
    const lines = (of: number, minor: number) => ({ lines: [{ of, minor }] })
    for (const [content, net, vat] of [
      [lines(0, 10_01), 10_01, 0], // more than is left of the line
      [lines(1, 70_01), 70_01, 0], // more than the invoice
      [lines(2, 1), 1, 0], // no such line
      [lines(-1, 1), 1, 0],
      [lines(1, 1), 1, 14_01], // more tax than there is
    ] as const)
      await assert.rejects(note('x', 3, content, net, vat).execute(db), /no more is credited than was invoiced/)
    await note('y', 3, lines(0, 10_00), 10_00, 2_00).execute(db)
    await assert.rejects(note('z', 4, lines(0, 1), 1).execute(db), /no more is credited/)
  })
})
