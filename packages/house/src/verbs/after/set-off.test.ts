/** A balance that is set off against another invoice of the same buyer: both sides at once, and both back. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { billing, seller } from '../../testing/invoiced.ts'
import { codeOf } from '../../testing/refusals.ts'
import { signDeal } from '../../testing/signed-deal.ts'
import { sql } from 'kysely'

eachHouse('a set-off', (open) => {
  /** An invoice of 120.00 (with a fifth of tax) for a company of this name. */
  async function invoiced(at: TestHouse, company: string, currency = 'EUR') {
    const owner = await at.member('owner')
    await at.house.changeAccounts(owner, { accounts: { seller } })
    const { dealId, companyId } = await signDeal(at, { name: `For ${company}`, company, currency, lines: [{ title: `Salt ${company}`, minor: 100_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    return { owner, dealId, companyId }
  }
  async function issue({ house }: TestHouse, { owner, dealId, companyId }: Awaited<ReturnType<typeof invoiced>>) {
    await house.changeBilling(owner, { companyId, billing: { ...billing, vatId: null } })
    const due = (await house.viewMoney(owner, { dealId })).instalments.map(({ id }) => id)
    const { row } = await house.issueInvoice(owner, { dealId, instalmentIds: due })
    return row
  }
  /** Two invoices of one buyer: of the first 30.00 came in that nobody owes any more, on the second all is owed. */
  async function both() {
    const at = await open()
    const { house } = at
    const one = await invoiced(at, 'Kanal Ost')
    const first = await issue(at, one)
    await house.notePayment(one.owner, { invoiceId: first.id, receivedOn: '2026-12-01', minor: first.total })
    await house.creditInvoice(one.owner, { id: first.id, reason: 'One run less', parts: [{ line: 0, minor: 25_00 }], becomes: 'given-up' }) // prettier-ignore
    const two = await invoiced(at, 'Kanal Ost 2')
    // the same buyer buys again
    await sql`update deal set company_id = ${one.companyId} where house_id = ${house.id} and id = ${two.dealId}`.execute(at.database.db) // prettier-ignore
    const second = await issue(at, { ...two, companyId: one.companyId })
    const view = (id: string) => house.viewInvoice(one.owner, { id })
    const setOff = (more = {}) => house.notePayment(one.owner, { invoiceId: first.id, receivedOn: '2026-12-02', minor: 30_00, direction: 'out', against: second.id, ...more }) // prettier-ignore
    const sums = async () => [(await view(first.id)).toReturn, (await view(second.id)).open]
    return { at, owner: one.owner, first, second, view, setOff, sums }
  }

  test('goes out of the one and comes in for the other, says so on both, and is taken back from either', async () => {
    const { at, owner, first, second, view, setOff, sums } = await both()
    assert.deepEqual(await sums(), [30_00, 120_00])
    for (const from of [first, second]) {
      await setOff({ note: 'As agreed' })
      assert.deepEqual(await sums(), [0, 90_00])
      const [out, inn] = [(await view(first.id)).payments.at(-1)!, (await view(second.id)).payments.at(-1)!]
      assert.deepEqual(
        [out.direction, out.setOff, out.note],
        ['out', { invoiceId: second.id, number: second.number }, 'As agreed'],
      )
      assert.deepEqual([inn.direction, inn.setOff, inn.minor, inn.receivedOn], ['in', { invoiceId: first.id, number: first.number }, 30_00, '2026-12-02']) // prettier-ignore
      const id = from === first ? out.id : inn.id
      await at.house.undoPayment(owner, { invoiceId: from.id, id })
      assert.deepEqual(await sums(), [30_00, 120_00])
      assert.equal(await codeOf(at.house.undoPayment(owner, { invoiceId: first.id, id: out.id })), 'not-found')
    }
    const other = await issue(at, await invoiced(at, 'Kanal Nord'))
    const open = (await at.house.listInvoices(owner, { shelf: 'open', companyId: second.companyId })).items.map(({ id }) => id)
    assert.deepEqual(
      [open.includes(second.id), open.includes(other.id)],
      [true, false],
      'what it can be set off against is the same buyer’s',
    )
    assert.equal((await at.house.verifyAudit(owner)).whole, true)
  })

  test('pays what is left of the other, which is owed again when it is taken back', async () => {
    const { at, owner, first, second, view, setOff } = await both()
    await at.house.notePayment(owner, { invoiceId: second.id, receivedOn: '2026-12-02', minor: 100_00 })
    assert.equal(await codeOf(setOff()), 'invalid-input', 'more than is owed there')
    await setOff({ minor: 20_00 })
    assert.deepEqual([(await view(second.id)).row.state, (await view(first.id)).toReturn], ['paid', 10_00])
    const out = (await view(first.id)).payments.at(-1)!
    await at.house.undoPayment(owner, { invoiceId: first.id, id: out.id })
    assert.deepEqual([(await view(second.id)).row.state, (await view(second.id)).open, (await view(first.id)).toReturn], ['issued', 20_00, 30_00]) // prettier-ignore
  })

  test('is refused whole where one side cannot be: nothing is left of the other', async () => {
    const { at, owner, first, second, setOff, sums } = await both()
    const other = await issue(at, await invoiced(at, 'Kanal West'))
    for (const wrong of [
      { against: other.id },
      { against: first.id },
      { minor: 30_01 },
      { minor: 20_00, charges: 1 },
      { direction: 'in' as const },
    ])
      // prettier-ignore
      assert.match(await codeOf(setOff(wrong)), /^(invalid-input|wrong-state)$/, JSON.stringify(wrong))
    assert.equal(await codeOf(setOff({ against: 'nothing' })), 'not-found')
    assert.deepEqual(await sums(), [30_00, 120_00])
    // what was set off on an invoice that was credited since cannot be taken back there, and so not here either
    await setOff()
    await at.house.creditInvoice(owner, { id: second.id, reason: 'Taken back', becomes: 'given-up' })
    const out = (await at.house.viewInvoice(owner, { id: first.id })).payments.at(-1)!
    assert.equal(await codeOf(at.house.undoPayment(owner, { invoiceId: first.id, id: out.id })), 'wrong-state')
    assert.equal((await sums())[0], 0)
  })

  test('ten at once set off no more than there is', async () => {
    const { setOff, sums, view, first } = await both()
    const done = await Promise.allSettled(Array.from({ length: 10 }, () => setOff({ minor: 20_00 })))
    assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.deepEqual(await sums(), [10_00, 100_00])
    assert.equal((await view(first.id)).payments.filter(({ direction }) => direction === 'out').length, 1)
  })
})
