import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { billing, seller } from '../../testing/invoiced.ts'
import { codeOf, failing } from '../../testing/refusals.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const halves = [
  { share: 5_000, event: 'signature' as const, days: 30, day: null },
  { share: 5_000, event: 'delivery' as const, days: 14, day: null },
]

/** A buyer who sits in a company's room. */
async function buyerOf({ house, database, member }: TestHouse, companyId: string, role: 'lead' | 'colleague'): Promise<Actor> {
  const { userId } = await member('buyer', `a ${role} of ${companyId.slice(-4)}`)
  await sql`update member set company_id = ${companyId}, company_role = ${role} where house_id = ${house.id} and user_id = ${userId}`.execute(database.db) // prettier-ignore
  return (await house.actorForUser(userId!))!
}

async function invoicing(at: TestHouse, sale: Parameters<typeof signDeal>[1] = {}) {
  const signed = await signDeal(at, { payments: halves, ...sale })
  const owner = await at.member('owner')
  await at.house.changeAccounts(owner, { accounts: { seller } })
  await at.house.changeBilling(owner, { companyId: signed.companyId, billing })
  const money = await at.house.viewMoney(owner, { dealId: signed.dealId })
  return { ...signed, owner, money, due: money.instalments.filter(({ state }) => state === 'due').map(({ id }) => id) }
}

eachHouse('what follows from a signature', (open) => {
  test('deliverables and instalments are laid out with it; what the sheet has is ready', async () => {
    const at = await open()
    const materials = [{ kind: 'stills' as const, detail: null, days: 20 }, { kind: 'music-cue-sheet' as const, detail: null, days: null }] // prettier-ignore
    const { dealId, titleIds } = await signDeal(at, { lines: [{ title: 'Salt', minor: 33_33, materials }, { title: 'Ferry', minor: 66_67 }], payments: halves }) // prettier-ignore
    const editor = await at.member('editor')
    const { items, deal } = await at.house.viewDeliverables(editor, { dealId })
    assert.deepEqual(
      items.map((item) => [item.title, item.kind, item.state, item.dueOn, item.onTheSheet]),
      [
        ['Salt', 'stills', 'wanted', '2026-12-12', 'not-there'],
        ['Salt', 'music-cue-sheet', 'wanted', '2026-12-31', 'unknown'],
        ['Salt', 'cut', 'ready', '2026-12-31', 'there'],
        ['Ferry', 'cut', 'ready', '2026-12-31', 'there'],
      ],
    )
    assert.equal(deal.state, 'signed')
    const money = await at.house.viewMoney(await at.member('sales'), { dealId })
    assert.deepEqual(
      money.instalments.map((one) => [one.minor, one.lines, one.state, one.dueOn]),
      [
        [50_00, [16_67, 33_33], 'due', '2026-12-22'],
        [50_00, [16_66, 33_34], 'planned', null],
      ],
    )
    assert.deepEqual([money.price, money.sums.due, money.sums.planned], [100_00, 50_00, 50_00])
    const page = await at.house.listDeliverables(editor, { limit: 3 })
    assert.deepEqual(page.items.map(({ dueOn }) => dueOn), ['2026-12-12', '2026-12-31', '2026-12-31']) // prettier-ignore
    const rest = await at.house.listDeliverables(editor, { limit: 3, cursor: page.nextCursor })
    assert.deepEqual([rest.items.length, rest.nextCursor, titleIds.length], [1, null, 2])
  })

  test('what is sent moves what waits for it; taken back, it waits again', async () => {
    const at = await open()
    const { dealId } = await signDeal(at, { payments: halves })
    const editor = await at.member('editor')
    const all = async () => (await at.house.viewDeliverables(editor, { dealId })).items
    const items = (await all()).map(({ id, revision }) => ({ id, revision }))
    const sent = await at.house.stepDeliverables(editor, { dealId, items, to: 'sent' })
    assert.deepEqual(sent.counts, { sent: 1 })
    const second = async () => (await at.house.viewMoney(SYSTEM, { dealId })).instalments[1]!
    assert.deepEqual([(await second()).state, (await second()).dueOn], ['due', '2026-12-06'])
    assert.equal(await codeOf(at.house.stepDeliverables(editor, { dealId, items, to: 'ready' })), 'revision-changed')
    await at.house.stepDeliverables(editor, { dealId, items: sent.items, to: 'ready' })
    assert.deepEqual([(await second()).state, (await second()).dueOn], ['planned', null])
    assert.equal(await codeOf(at.house.stepDeliverables(editor, { dealId, items: await all(), to: 'accepted' })), 'wrong-state')
    const owner = await at.member('owner')
    await at.house.dateInstalment(owner, { id: (await second()).id, dueOn: '2027-03-01' })
    await at.house.stepDeliverables(editor, { dealId, items: await all(), to: 'sent' })
    await at.house.stepDeliverables(editor, { dealId, items: await all(), to: 'ready' })
    assert.deepEqual([(await second()).state, (await second()).dueOn], ['due', '2027-03-01'], 'a day that somebody said stays')
  })

  test('a buyer sees what their own company gets, and whoever answers for it accepts or refuses', async () => {
    const at = await open()
    const one = await signDeal(at)
    const other = await signDeal(at, { company: 'Tele Rive' })
    const lead = await buyerOf(at, one.companyId, 'lead')
    const colleague = await buyerOf(at, one.companyId, 'colleague')
    const editor = await at.member('editor')
    const [item] = (await at.house.viewDeliverables(editor, { dealId: one.dealId })).items
    await at.house.changeDeliverable(editor, { id: item!.id, revision: item!.revision, lies: 'shelf 4', note: 'ask the lab' })
    const { id: fileId } = await at.house.addDeliverableFile(editor, { id: item!.id, fileName: 'list.txt', bytes: new TextEncoder().encode('1. Oh') }) // prettier-ignore
    const before = (await at.house.viewDeliverables(lead, { dealId: one.dealId })).items[0]!
    assert.deepEqual([before.lies, before.note, before.files.length], [null, null, 0], 'what is said in the house stays there')
    assert.equal(await codeOf(at.house.openDeliverableFile(lead, { id: item!.id, fileId })), 'not-found')
    assert.equal(await codeOf(at.house.viewDeliverables(lead, { dealId: other.dealId })), 'not-found')
    assert.equal(await codeOf(at.house.viewDeliverables(VISITOR, { dealId: one.dealId })), 'sign-in-needed')
    assert.equal((await at.house.listDeliverables(lead, {})).items.length, 1)
    const sent = await at.house.stepDeliverables(editor, { dealId: one.dealId, items: [{ id: item!.id, revision: before.revision }], to: 'sent' }) // prettier-ignore
    const { revision } = sent.items[0]!
    assert.equal(new TextDecoder().decode((await at.house.openDeliverableFile(lead, { id: item!.id, fileId })).bytes), '1. Oh')
    assert.equal(await codeOf(at.house.answerDeliverable(colleague, { id: item!.id, revision, answer: 'accepted' })), 'not-found')
    assert.equal(await codeOf(at.house.answerDeliverable(lead, { id: item!.id, revision, answer: 'refused' })), 'invalid-input')
    const refused = await at.house.answerDeliverable(lead, { id: item!.id, revision, answer: 'refused', note: 'No sound' })
    assert.deepEqual([refused.items[0]!.state, refused.items[0]!.note], ['refused', 'No sound'])
    assert.equal(await codeOf(at.house.addDeliverableFile(editor, { id: item!.id, fileName: 'x', bytes: Uint8Array.of(0, 1, 2) })), 'unsupported-file') // prettier-ignore
    assert.equal(await codeOf(at.house.stepDeliverables(lead, { dealId: one.dealId, items: refused.items, to: 'sent' })), 'not-allowed') // prettier-ignore
  })

  test('invoices are numbered without gaps, also when one fails; nobody changes or deletes one', async () => {
    const at = await open()
    const { dealId, owner, due, companyId } = await invoicing(at)
    const { house } = at
    const second = await invoicing(at, { company: 'Other' })
    assert.equal(await codeOf(house.issueInvoice(await at.member('sales'), { dealId, instalmentIds: due })), 'not-allowed')
    const first = await house.issueInvoice(owner, { dealId, instalmentIds: due })
    assert.equal(first.row.number, '2026-0001')
    assert.deepEqual([first.invoice.vat.treatment, first.invoice.sums, first.invoice.dueOn], ['reverse-charge', { net: 5_000_00, vat: 0, total: 5_000_00 }, '2026-12-22']) // prettier-ignore
    assert.match(first.invoice.vat.mention ?? '', /^Reverse charge/)
    assert.equal(await codeOf(house.issueInvoice(owner, { dealId, instalmentIds: due })), 'wrong-state', 'not twice')
    await house.changeBilling(owner, { companyId: second.companyId, billing: { ...billing, vatId: null } })
    const issues = (await failing(house.issueInvoice(owner, { dealId: second.dealId, instalmentIds: second.due, treatment: 'reverse-charge' }))).details['issues'] as { path: string }[] // prettier-ignore
    assert.deepEqual(issues.map(({ path }) => path), ['billing.vatId']) // prettier-ignore
    const taxed = await house.issueInvoice(owner, { dealId: second.dealId, instalmentIds: second.due })
    assert.deepEqual([taxed.row.number, taxed.invoice.vat.treatment, taxed.row.vat], ['2026-0002', 'domestic', 1_000_00])
    const { db } = at.database
    for (const change of [
      sql`update invoice set total_minor = 1, net_minor = 1 where house_id = ${house.id}`,
      sql`update invoice set content = '{}' where house_id = ${house.id}`,
      sql`delete from invoice where house_id = ${house.id}`,
    ])
      await assert.rejects(change.execute(db), /never changed/)
    await assert.rejects(
      sql`insert into invoice (house_id, id, year, seq, number, kind, state, deal_id, company_id, issued_on, due_on, currency, net_minor, vat_minor, total_minor, content, at, by_name)
        values (${house.id}, 'x', 2026, 9, '2026-0009', 'invoice', 'issued', ${dealId}, ${companyId}, '2026-12-01', '2026-12-01', 'EUR', 1, 0, 1, '{}', now(), 'me')`.execute(
        db,
      ),
      /without a gap/,
    )
  })

  test('many at once get numbers one after another', async () => {
    const at = await open()
    const payments = Array.from({ length: 8 }, () => ({ share: 1_250, event: 'signature' as const, days: 0, day: null }))
    const { dealId, owner, due } = await invoicing(at, { payments })
    const issued = await Promise.all(due.map((id) => at.house.issueInvoice(owner, { dealId, instalmentIds: [id] })))
    assert.deepEqual(issued.map(({ row }) => row.seq).toSorted((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8]) // prettier-ignore
  })

  test('after a clock was put back an invoice has the day of the last one, and the next number', async () => {
    const at = await open()
    const payments = Array.from({ length: 2 }, () => ({ share: 5_000, event: 'signature' as const, days: 0, day: null }))
    const { dealId, owner, due } = await invoicing(at, { payments })
    const issue = async (id: string) => (await at.house.issueInvoice(owner, { dealId, instalmentIds: [id] })).row
    at.later(2 * 86_400_000)
    const first = await issue(due[0]!)
    at.later(-2 * 86_400_000)
    const second = await issue(due[1]!)
    assert.deepEqual([first.issuedOn, second.issuedOn], ['2026-11-24', '2026-11-24'])
    assert.deepEqual([first.number, second.number], ['2026-0001', '2026-0002'])
  })

  test('a credit note takes an invoice back under the next number, and its instalments are due again', async () => {
    const at = await open()
    const { dealId, owner, due } = await invoicing(at)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    await at.house.notePayment(owner, { invoiceId: row.id, receivedOn: '2026-12-01', minor: row.total })
    const note = await at.house.creditInvoice(owner, { id: row.id, reason: 'Wrong company' })
    assert.deepEqual([note.row.number, note.row.kind, note.invoice.credits?.number, note.open], ['2026-0002', 'credit-note', '2026-0001', 0]) // prettier-ignore
    const money = await at.house.viewMoney(owner, { dealId })
    assert.deepEqual(money.instalments.map(({ state, invoiceId }) => [state, invoiceId]), [['due', null], ['planned', null]]) // prettier-ignore
    assert.equal(await codeOf(at.house.creditInvoice(owner, { id: row.id, reason: 'Again' })), 'wrong-state')
    assert.equal(await codeOf(at.house.creditInvoice(owner, { id: note.row.id, reason: 'The note' })), 'wrong-state')
    assert.equal((await at.house.issueInvoice(owner, { dealId, instalmentIds: due })).row.number, '2026-0003')
  })

  test('payments come in parts, with charges and tax that count; too much is refused; the deal completes', async () => {
    const at = await open()
    const { dealId, owner } = await invoicing(at, { payments: [], withholding: 10_00 })
    const [instalment] = (await at.house.viewMoney(owner, { dealId })).instalments
    const { row, invoice } = await at.house.issueInvoice(owner, { dealId, instalmentIds: [instalment!.id] })
    assert.deepEqual([invoice.withheld, row.total], [{ rate: 10_00, minor: 1_000_00 }, 10_000_00], 'the total does not change')
    const pay = (minor: number, more = {}) => at.house.notePayment(owner, { invoiceId: row.id, receivedOn: '2026-12-05', minor, ...more }) // prettier-ignore
    assert.equal((await pay(4_000_00)).open, 6_000_00)
    assert.equal(await codeOf(pay(6_000_01)), 'invalid-input')
    assert.equal(await codeOf(pay(0)), 'invalid-input')
    const done = await pay(4_980_00, { charges: 20_00, withheld: 1_000_00 })
    assert.deepEqual([done.open, done.row.state], [0, 'paid'])
    const items = async () => (await at.house.viewDeliverables(owner, { dealId })).items
    await at.house.stepDeliverables(owner, { dealId, items: await items(), to: 'sent' })
    const [item] = await items()
    const completed = await at.house.answerDeliverable(owner, { id: item!.id, revision: item!.revision, answer: 'accepted' })
    assert.equal(completed.deal.state, 'completed')
    const back = await at.house.undoPayment(owner, { invoiceId: row.id, id: done.payments[1]!.id })
    assert.deepEqual([back.open, back.row.state], [6_000_00, 'issued'])
    assert.equal((await at.house.viewMoney(owner, { dealId })).deal.state, 'signed', 'what is not paid is not completed')
    assert.equal(await codeOf(at.house.undoPayment(owner, { invoiceId: row.id, id: done.payments[1]!.id })), 'not-found')
  })

  test('the list has what is overdue first, a buyer their own, and a spreadsheet all', async () => {
    const at = await open()
    const payments = [{ share: 2_000, event: 'day' as const, days: 0, day: '2026-11-01' }, { share: 8_000, event: 'signature' as const, days: 35, day: null }] // prettier-ignore
    const { dealId, owner, due, companyId } = await invoicing(at, { payments })
    const other = await invoicing(at, { company: 'Tele Rive', payments })
    for (const [deal, ids] of [
      [dealId, due],
      [other.dealId, other.due],
    ] as const)
      // prettier-ignore
      for (const id of ids) await at.house.issueInvoice(owner, { dealId: deal, instalmentIds: [id] })
    const list = await at.house.listInvoices(owner, { limit: 3 })
    const numbers = list.items.map(({ number }) => number)
    const rest = await at.house.listInvoices(owner, { limit: 3, cursor: list.nextCursor })
    assert.deepEqual(
      [...numbers, ...rest.items.map(({ number }) => number)],
      ['2026-0004', '2026-0003', '2026-0002', '2026-0001'],
    )
    assert.deepEqual(list.sums, [{ currency: 'EUR', open: 20_000_00, late: 0, invoices: 4, lateInvoices: 0 }])
    const buyer = await buyerOf(at, companyId, 'colleague')
    const own = await at.house.listInvoices(buyer, {})
    assert.deepEqual([own.items.length, own.sums[0]?.invoices], [2, 2])
    const foreign = list.items.find(({ companyId: id }) => id !== companyId)!
    assert.equal(await codeOf(at.house.viewInvoice(buyer, { id: foreign.id })), 'not-found')
    assert.equal(await codeOf(at.house.openInvoiceXml(buyer, { id: foreign.id })), 'not-found')
    assert.equal(await codeOf(at.house.printInvoice(buyer, { id: foreign.id })), 'not-found')
    assert.equal(await codeOf(at.house.exportInvoices(buyer, { format: 'csv', locale: 'en' })), 'not-allowed')
    const csv = new TextDecoder().decode((await at.house.exportInvoices(owner, { format: 'csv', locale: 'en' })).bytes)
    assert.equal(csv.trim().split('\r\n').length, 5)
    assert.match(csv, /2026-0001,Invoice,Open,2026-11-22,2026-11-22,Kanal Ost,D-1,EUR,2000,0,2000,0,0,2000/)
  })

  test('the paper of an invoice is printed once and kept as it went out, its XML inside', async () => {
    const press = await import('@vitrine/press')
    let printed = 0
    const printInvoice: typeof press.printInvoice = (input) => {
      printed += 1
      return press.printInvoice(input)
    }
    const at = await open({ print: { ...press, printInvoice } })
    const { dealId, owner, due } = await invoicing(at)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    const first = await at.house.printInvoice(owner, { id: row.id })
    await at.house.changeSettings(owner, { settings: { typeface: 'archivo', name: 'Another name' } })
    const again = await at.house.printInvoice(owner, { id: row.id })
    assert.deepEqual([Buffer.compare(first.pdf, again.pdf), printed, first.fileName], [0, 1, '2026-0001.pdf'])
    assert.ok(Buffer.from(first.pdf).toString('latin1').includes('(factur-x.xml)'))
    const xml = new TextDecoder().decode((await at.house.openInvoiceXml(owner, { id: row.id })).bytes)
    assert.match(xml, /<ram:ID>2026-0001<.*<ram:GrandTotalAmount>5000\.00</s)
  })

  test('a reminder is drafted in the invoice’s language, and sent through the outbox on a click', async () => {
    const at = await open()
    const { dealId, owner, due } = await invoicing(at)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds: due, locale: 'fr' })
    const draft = await at.house.draftReminder(owner, { invoiceId: row.id })
    assert.deepEqual([draft.level, draft.to], [1, billing.email])
    assert.match(draft.text, /5\s000,00\sEUR/)
    assert.match(draft.text, /FR76 3000 6000 0112 3456 7890 189, AGRIFRPP/)
    const { to: _, ...letter } = draft
    const sent = await at.house.sendReminder(owner, { invoiceId: row.id, to: billing.email, ...letter })
    assert.equal(sent.row.reminders, 1)
    const letters = await at.house.takeLetters(SYSTEM)
    assert.deepEqual(letters.map(({ to, subject }) => [to, subject]), [[billing.email, draft.subject]]) // prettier-ignore
    await at.house.notePayment(owner, { invoiceId: row.id, receivedOn: '2026-12-01', minor: row.total })
    assert.equal(await codeOf(at.house.draftReminder(owner, { invoiceId: row.id })), 'wrong-state')
  })

  test('a window that waits is dated in the book, and the instalment that waits for the licence moves with it', async () => {
    const at = await open()
    const payments = [{ share: 10_000, event: 'licence-start' as const, days: 10, day: null }]
    const { dealId, licences } = await signDeal(at, {
      payments,
      lines: [{ title: 'Salt', minor: 100, event: 'first-broadcast' }],
    })
    const rights = await at.member('rights')
    const one = async () => (await at.house.viewMoney(rights, { dealId })).instalments[0]!
    assert.equal((await one()).state, 'planned')
    await at.house.dateEntry(rights, { id: licences[0]!, baseVersion: 1, eventDate: '2027-02-01', locale: 'en' })
    assert.deepEqual([(await one()).state, (await one()).dueOn], ['due', '2027-02-11'])
  })
})

eachHouse('changes of what was signed', (open) => {
  test('a deal is ended in one go: licences, instalments, figures', async () => {
    const at = await open()
    const { dealId, owner, due, licences, titleIds } = await invoicing(at)
    await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    const { deal } = await at.house.viewMoney(owner, { dealId })
    const end = (baseRevision: number) => at.house.terminateDeal(owner, { id: dealId, baseRevision, lastDay: '2027-06-30', locale: 'en' }) // prettier-ignore
    assert.equal(await codeOf(end(deal.revision - 1)), 'revision-changed')
    assert.equal((await end(deal.revision)).state, 'terminated')
    const entry = await at.house.viewEntry(owner, { id: licences[0]!, locale: 'en' })
    assert.deepEqual([entry.status, entry.history.at(-1)?.effective], ['terminated', '2027-07-01'])
    const money = await at.house.viewMoney(owner, { dealId })
    assert.deepEqual(money.instalments.map(({ state }) => state), ['invoiced', 'cancelled']) // prettier-ignore
    const figures = await at.house.viewFigures(owner, { from: '2026-01-01', to: '2026-12-31', locale: 'en' })
    assert.equal(figures.total, 5_000_00, 'what was cancelled is not sold')
    const answer = await at.house.viewAvailability(owner, { titleId: titleIds[0]!, question: { territory: 'Poland', media: 'free-tv', from: '2027-07-01', to: '2027-12-31', exclusive: true }, locale: 'en' }) // prettier-ignore
    assert.equal(answer.answer, 'full')
    assert.equal(await codeOf(end(deal.revision + 1)), 'wrong-state')
  })

  test('an amendment is checked by the book: all of it, or nothing', async () => {
    const at = await open()
    const { dealId, licences, titleIds } = await signDeal(at, { lines: [{ title: 'Salt', minor: 1 }, { title: 'Ferry', minor: 1 }] }) // prettier-ignore
    const rights = await at.member('rights')
    await at.house.enterEntry(rights, { titleId: titleIds[1]!, locale: 'en', entry: { kind: 'licence', exclusive: true, territory: 'Poland', media: 'free-tv', from: '2029-01-01', to: '2029-12-31', party: 'Rival', contract: 'R' } }) // prettier-ignore
    const revision = async () => (await at.house.viewMoney(rights, { dealId })).deal.revision
    const amend = async (change: object) => at.house.amendDeal(rights, { id: dealId, baseRevision: await revision(), entryIds: [...licences], effective: null, locale: 'en', ...change }) // prettier-ignore
    assert.equal(await codeOf(amend({ to: '2029-06-30' })), 'rights-conflict')
    const last = async (n: number) => (await at.house.viewEntry(rights, { id: licences[n]!, locale: 'en' })).lastDay
    assert.deepEqual([await last(0), await last(1)], ['2028-12-31', '2028-12-31'], 'the first was not written either')
    await amend({ entryIds: [licences[0]!], to: '2029-06-30', territory: 'Poland, Czechia' })
    const entry = await at.house.viewEntry(rights, { id: licences[0]!, locale: 'en' })
    assert.deepEqual([entry.lastDay, entry.terms.boxes[0]?.territories], ['2029-06-30', ['CZ', 'PL']])
    assert.equal(await codeOf(amend({})), 'invalid-input')
    assert.equal(await codeOf(at.house.amendDeal(await at.member('sales'), { id: dealId, baseRevision: 1, entryIds: [licences[0]!], to: null, effective: null, locale: 'en' })), 'not-allowed') // prettier-ignore
  })

  test('a renewal is suggested, opens a deal for the time after, and is suggested no more', async () => {
    const at = await open()
    const { dealId } = await signDeal(at, { lines: [{ title: 'Salt', minor: 500_00, from: '2026-01-01', to: '2026-12-31' }] })
    const sales = await at.member('sales')
    const renewals = async () => (await at.house.watchDeals(sales, { locale: 'en' })).filter(({ kind }) => kind === 'licence-renews') // prettier-ignore
    assert.deepEqual((await renewals()).map((item) => [item.dealId, item.day]), [[dealId, '2026-12-31']]) // prettier-ignore
    const next = await at.house.renewDeal(sales, { id: dealId, locale: 'en' })
    assert.equal(next.state, 'open')
    assert.equal(
      (await at.house.viewDeal(sales, { id: next.id, reader: 'en' })).priceMinor,
      500_00,
      'it is hoped to bring what its draft asks for',
    )
    const { rows } = await sql<{ terms: { lines: { minor: number; rights: { boxes: { from: string; to: string }[] } }[] } }>`select terms from offer where house_id = ${at.house.id} and deal_id = ${next.id}`.execute(at.database.db) // prettier-ignore
    const [line] = rows[0]!.terms.lines
    assert.deepEqual([line!.minor, line!.rights.boxes[0]?.from, line!.rights.boxes[0]?.to], [500_00, '2027-01-01', '2027-12-31'])
    assert.deepEqual(await renewals(), [])
    assert.equal(await codeOf(at.house.renewDeal(sales, { id: dealId, locale: 'en' })), 'wrong-state')
  })

  test('what is due or late stands in the watch list and in the weekly letter', async () => {
    const at = await open()
    const { dealId, owner } = await invoicing(at)
    await at.house.changeSettings(owner, { settings: { digestDay: 7 } })
    const kinds = (await at.house.watchDeals(owner, { days: 35, locale: 'en' })).map(({ kind, dealId: of }) => [kind, of])
    assert.deepEqual(kinds, [['instalment-due', dealId]]) // prettier-ignore
    assert.ok((await at.house.writeRightsDigest(SYSTEM)) >= 1)
    const [letter] = await at.house.takeLetters(SYSTEM)
    assert.match(letter!.text, /In the deals:[\s\S]*To invoice: Salt \(Kanal Ost\)[\s\S]*50% on signature, EUR\s5,000\.00/)
  })

  test('the weekly letter sets French as it is set, its deals too', async () => {
    const at = await open()
    await invoicing(at)
    await at.house.changeSettings(SYSTEM, { settings: { digestDay: 7, defaultLocale: 'fr' } })
    await at.house.writeRightsDigest(SYSTEM)
    const [letter] = await at.house.takeLetters(SYSTEM)
    assert.match(letter!.text, /\S\u00a0: Salt \(Kanal Ost\)/)
  })

  test('a house that names no account asks for none in its reminders', async () => {
    const at = await open()
    const sale = await invoicing(at)
    await at.house.changeAccounts(sale.owner, { accounts: { seller: { ...seller, iban: null, bic: null } } })
    const { row } = await at.house.issueInvoice(sale.owner, { dealId: sale.dealId, instalmentIds: sale.due, locale: 'en' })
    const { text } = await at.house.draftReminder(sale.owner, { invoiceId: row.id })
    assert.match(text, new RegExp(row.number))
    assert.doesNotMatch(text, /Account/)
  })
})

eachHouse('rates and figures', (open) => {
  const csv = 'Date,USD,GBP,JPY\n2026-11-20,1.2500,0.8000,N/A\n2026-11-23,1.0000,0.8000,160\n'
  const file = (text: string) => new TextEncoder().encode(text)

  test('rates are read, kept by day, and make sales worth something', async () => {
    const at = await open()
    const owner = await at.member('owner')
    await signDeal(at, { currency: 'USD', lines: [{ title: 'Salt', minor: 1_250_00 }] })
    const figures = () => at.house.viewFigures(owner, { from: '2026-11-01', to: '2026-11-30', locale: 'en' })
    assert.deepEqual([(await figures()).total, (await figures()).unconverted], [0, [{ currency: 'USD', minor: 1_250_00, deals: 1 }]]) // prettier-ignore
    const read = await at.house.importRates(owner, { bytes: file(`${csv}nonsense,1\n`) })
    assert.deepEqual([read.days, read.first, read.last, read.changed, read.sales, read.unread.length], [2, '2026-11-20', '2026-11-23', 5, 1, 1]) // prettier-ignore
    const now = await figures()
    assert.deepEqual([now.total, now.unconverted, now.rateDays], [1_000_00, [], { first: '2026-11-20', last: '2026-11-20' }])
    assert.equal((await at.house.importRates(owner, { bytes: file(csv) })).changed, 0, 'the same file again changes nothing')
    await at.house.changeAccounts(owner, { accounts: { currency: 'GBP' } })
    assert.deepEqual([(await figures()).currency, (await figures()).total], ['GBP', 800_00])
    assert.equal(await codeOf(at.house.importRates(owner, { bytes: file('a,b\n') })), 'invalid-input')
    assert.equal(await codeOf(at.house.importRates(await at.member('sales'), { bytes: file(csv) })), 'not-allowed')
    assert.deepEqual((await at.house.viewRates(owner)).known.map(({ currency, days }) => [currency, days]), [['GBP', 2], ['JPY', 1], ['USD', 2]]) // prettier-ignore
  })

  test('every table of sales comes to the same total, to the cent', async () => {
    const at = await open()
    const owner = await at.member('owner')
    const sales = await at.member('sales')
    await at.house.importRates(owner, { bytes: file(csv) })
    await signDeal(at, { owner: sales, lines: [{ title: 'Salt', minor: 100_01, territory: 'Benelux, France, Poland' }, { title: 'Ferry', minor: 33, territory: 'World' }] }) // prettier-ignore
    await signDeal(at, { currency: 'USD', company: 'Tele Rive', lines: [{ title: 'Wind', minor: 777_77, territory: 'Switzerland (French)' }] }) // prettier-ignore
    await signDeal(at, { currency: 'GBP', day: '2026-11-24', lines: [{ title: 'Reed', minor: 1, territory: 'Belgium' }] })
    const figures = await at.house.viewFigures(owner, { from: '2026-11-01', to: '2026-11-30', locale: 'en' })
    assert.equal(figures.total, 100_01 + 33 + 622_22 + 1)
    for (const [name, rows] of Object.entries(figures.tables)) assert.equal(rows.reduce((sum, { minor }) => sum + minor, 0), figures.total, name) // prettier-ignore
    assert.deepEqual(figures.rest, { title: null, company: null })
    for (const most of [1, 2, 4, 9]) {
      const cut = await at.house.viewFigures(owner, { from: '2026-11-01', to: '2026-11-30', most, locale: 'en' })
      for (const table of ['title', 'company'] as const) {
        const all = figures.tables[table]
        assert.deepEqual(cut.tables[table], all.slice(0, most), table)
        const left = all.slice(most)
        assert.deepEqual(cut.rest[table], left.length === 0 ? null : { count: left.length, minor: left.reduce((sum, { minor }) => sum + minor, 0) }) // prettier-ignore
      }
      for (const table of ['period', 'agent', 'territory'] as const) assert.deepEqual(cut.tables[table], figures.tables[table])
    }
    assert.deepEqual(figures.tables.agent.map(({ name, deals }) => [name, deals]), [['Nobody', 2], [sales.name, 1]]) // prettier-ignore
    assert.equal(figures.tables.territory[0]?.name, 'Switzerland')
    assert.deepEqual(figures.funnel, [{ state: 'opened', deals: 3 }, { state: 'offered', deals: 3 }, { state: 'agreed', deals: 3 }, { state: 'signed', deals: 3 }]) // prettier-ignore
    const table = new TextDecoder().decode((await at.house.exportFigures(owner, { table: 'title', from: '2026-11-01', to: '2026-11-30', format: 'csv', locale: 'en' })).bytes) // prettier-ignore
    assert.match(table, /Wind,1,622\.22/)
    assert.equal(await codeOf(at.house.viewFigures(owner, { from: '2026-12-01', to: '2026-11-30', locale: 'en' })), 'invalid-input') // prettier-ignore
    assert.equal(await codeOf(at.house.viewFigures(await at.member('editor'), { locale: 'en' })), 'not-allowed')
  })

  test('what is expected is weighed by likelihood and by month; what was lost says why', async () => {
    const at = await open()
    const owner = await at.member('owner')
    const { companyId } = await signDeal(at)
    const { db } = at.database
    const open_ = (id: string, number: number, more: string) => sql`
      insert into deal (house_id, id, number, name, state, company_id, currency, locale, expected_minor, likelihood, closes_on, created_at, updated_at, state_since)
      values (${at.house.id}, ${id}, ${number}, ${id}, 'open', ${companyId}, 'EUR', 'en', 100000, ${sql.raw(more)}, '2026-11-10', '2026-11-10', '2026-11-10')`.execute(db) // prettier-ignore
    await open_('a', 90, `null, '2027-01-20'`)
    await open_('b', 91, `50, '2027-01-02'`)
    await open_('c', 92, `null, null`)
    await sql`update deal set state = 'lost', lost_reason = 'price' where house_id = ${at.house.id} and id = 'c'`.execute(db)
    const { forecast, lost } = await at.house.viewFigures(owner, { locale: 'en' })
    assert.deepEqual(forecast.rows, [{ key: '2027-01-01', name: 'January 2027', id: null, minor: 600_00, unweighted: 2_000_00, deals: 2 }]) // prettier-ignore
    assert.deepEqual(lost, [{ key: 'price', name: 'price', id: null, minor: 1_000_00, deals: 1 }])
    await open_('d', 93, `null, null`)
    await sql`update deal set state = 'lost', lost_reason = 'price', currency = 'USD' where house_id = ${at.house.id} and id = 'd'`.execute(
      db,
    )
    const told = await at.house.viewFigures(owner, { locale: 'en' })
    assert.deepEqual(
      [told.lost[0]!.deals, told.lost[0]!.minor, told.lostUnconverted],
      [2, 1_000_00, ['USD']],
      'what has no rate is said',
    )
    await at.house.changeAccounts(owner, { accounts: { likelihood: { open: 20, offered: 30, agreed: 75, contracted: 90 } } })
    assert.equal((await at.house.viewFigures(owner, { locale: 'en' })).forecast.total, 700_00)
    await open_('e', 94, `50, '2027-04-05'`)
    await open_('f', 95, `50, null`)
    const { rows } = (await at.house.viewFigures(owner, { locale: 'fr' })).forecast
    const months = rows.filter(({ key }) => key !== '').map(({ name, minor, deals }) => [name, minor, deals])
    assert.deepEqual(months, [['janvier 2027', 700_00, 2], ['février 2027', 0, 0], ['mars 2027', 0, 0], ['avril 2027', 500_00, 1]]) // prettier-ignore
    assert.equal(rows.at(-1)?.key, '', 'what is expected on no day stands behind the months')
  })
})
