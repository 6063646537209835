/** Deliverables, instalments and invoices: every step of their machines is taken by a verb, and what is no step is refused as such. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DELIVERABLE, DELIVERABLE_STATES, INSTALMENT, INVOICE } from '@vitrine/deals/states/machines'
import { type Machine, mayStep } from '@vitrine/deals/states/machine'
import { sql } from 'kysely'
import type { Actor } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { billing, seller } from '../../testing/invoiced.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const HALVES = [
  { share: 5_000, event: 'signature' as const, days: 30, day: null },
  { share: 5_000, event: 'delivery' as const, days: 14, day: null },
]

const refusedAs = async (code: string, work: Promise<unknown>, what: string): Promise<void> => {
  const thrown = await work.then(() => null, (error: unknown) => error) // prettier-ignore
  assert.ok(isHouseError(thrown) && thrown.code === code, `${what}: ${code} is expected, not ${String(thrown)}`)
}
const stepsIn = <State extends string>(machine: Machine<State>): string[] => machine.states.flatMap((from) => machine.steps[from].map((to) => `${from} ${to}`)).toSorted() // prettier-ignore

/** A sale that is to be paid in two halves: one is due, one waits for delivery. What was stepped is written down. */
async function soldInHalves(at: TestHouse) {
  const owner = await at.member('owner')
  const { house } = at
  const sale = await signDeal(at, { payments: HALVES })
  await house.changeAccounts(owner, { accounts: { seller } })
  await house.changeBilling(owner, { companyId: sale.companyId, billing })
  const { dealId } = sale
  const money = () => house.viewMoney(owner, { dealId })
  const [first, second] = (await money()).instalments.map(({ id }) => id)
  const stateOf = async (id: string) => (await money()).instalments.find((one) => one.id === id)!.state
  return {
    owner,
    dealId,
    first: first!,
    second: second!,
    stateOf,
    date: (id: string, dueOn: string | null) => house.dateInstalment(owner, { id, dueOn }),
    invoice: async (id: string) => (await house.issueInvoice(owner, { dealId, instalmentIds: [id] })).row,
    pay: async ({ id, total }: { id: string; total: number }) => (await house.notePayment(owner, { invoiceId: id, receivedOn: '2026-12-01', minor: total })).payments.at(-1)!.id, // prettier-ignore
    unpay: (invoiceId: string, id: string) => house.undoPayment(owner, { invoiceId, id }),
    credit: (id: string) => house.creditInvoice(owner, { id, reason: 'Wrong' }),
    deliver: async (actor: Actor, to: 'sent' | 'ready') => house.stepDeliverables(actor, { dealId, items: (await house.viewDeliverables(actor, { dealId })).items, to }), // prettier-ignore
    end: async () => house.terminateDeal(owner, { id: dealId, baseRevision: (await money()).deal.revision, lastDay: '2027-06-30', locale: 'en' }), // prettier-ignore
  }
}

eachHouse('every step after a signature', (open) => {
  test('a deliverable: from every state to every other by its verb', async () => {
    const at = await open()
    const [editor, sales] = [await at.member('editor'), await at.member('sales')]
    const { dealId } = await signDeal(at, { payments: HALVES })
    const item = async () => (await at.house.viewDeliverables(editor, { dealId })).items[0]!
    const { db } = at.database
    const force = async (state: string) => {
      await sql`alter table deliverable disable trigger deliverable_state`.execute(db)
      await sql`update deliverable set state = ${state} where house_id = ${at.house.id} and deal_id = ${dealId}`.execute(db)
      await sql`alter table deliverable enable trigger deliverable_state`.execute(db)
    }
    const taken: string[] = []
    for (const from of DELIVERABLE_STATES)
      for (const to of DELIVERABLE_STATES) {
        if (from === to) continue
        await force(from)
        const { id, revision } = await item()
        const answers = to === 'accepted' || to === 'refused'
        const stepped = () => at.house.stepDeliverables(editor, { dealId, items: [{ id, revision }], to })
        if (answers) await refusedAs('wrong-state', stepped(), 'a buyer’s word is taken by its own verb')
        const asked = answers ? at.house.answerDeliverable(sales, { id, revision, answer: to, note: 'As they wrote' }) : stepped()
        if (mayStep(DELIVERABLE, from, to)) {
          await asked
          taken.push(`${from} ${to}`)
          assert.equal((await item()).state, to)
        } else {
          await refusedAs('wrong-state', asked, `${from} to ${to}`)
          assert.deepEqual([(await item()).state, (await item()).revision], [from, revision], 'nothing is changed')
        }
      }
    assert.deepEqual(taken.toSorted(), stepsIn(DELIVERABLE))
  })

  test('an instalment: dated, due, invoiced, paid, cancelled, and back', async () => {
    const at = await open()
    const editor = await at.member('editor')
    const one = await soldInHalves(at)
    const taken = new Set<string>()
    const step = async (id: string, to: string, work: () => Promise<unknown>, sale = one) => {
      const from = await sale.stateOf(id)
      await work()
      assert.equal(await sale.stateOf(id), to)
      if (from !== to) taken.add(`${from} ${to}`)
    }
    const { first, second } = one

    // planned
    await refusedAs('wrong-state', one.invoice(second), 'an invoice of what is planned')
    await step(second, 'due', () => one.date(second, '2026-12-15'))
    await step(second, 'planned', () => one.date(second, null))
    await step(second, 'due', () => one.deliver(editor, 'sent'))
    await step(second, 'planned', () => one.deliver(editor, 'ready'))
    // due
    let issued = { id: '', total: 0 }
    await step(first, 'invoiced', async () => void (issued = await one.invoice(first)))
    // invoiced
    await refusedAs('wrong-state', one.invoice(first), 'a second invoice')
    await refusedAs('wrong-state', one.date(first, '2026-12-15'), 'another day of what is invoiced')
    let payment = ''
    await step(first, 'paid', async () => void (payment = await one.pay(issued)))
    // paid
    await refusedAs('wrong-state', one.invoice(first), 'an invoice of what is paid')
    await refusedAs('wrong-state', one.date(first, null), 'no day for what is paid')
    await refusedAs('wrong-state', one.pay(issued), 'paid twice')
    await step(first, 'invoiced', () => one.unpay(issued.id, payment))
    await step(first, 'due', () => one.credit(issued.id))

    // an ended deal takes what is planned and due with it; what is invoiced stays owed until it is credited
    const other = await soldInHalves(await open())
    assert.equal(await other.stateOf(other.second), 'planned')
    await step(other.first, 'cancelled', () => other.end(), other)
    assert.equal(await other.stateOf(other.second), 'cancelled')
    taken.add('planned cancelled')
    const third = await soldInHalves(await open())
    const owed = await third.invoice(third.first)
    await step(third.first, 'invoiced', () => third.end(), third)
    await step(third.first, 'cancelled', () => third.credit(owed.id), third)
    // cancelled
    for (const { sale, id } of [
      { sale: other, id: other.first },
      { sale: other, id: other.second },
      { sale: third, id: third.first },
    ]) {
      // prettier-ignore
      await refusedAs('wrong-state', sale.invoice(id), 'an invoice of what is cancelled')
      await refusedAs('wrong-state', sale.date(id, '2027-01-01'), 'a day of what is cancelled')
      assert.equal(await sale.stateOf(id), 'cancelled')
    }
    assert.deepEqual([...taken].toSorted(), stepsIn(INSTALMENT))
  })

  test('an invoice: issued, paid, credited, and back', async () => {
    const at = await open()
    const taken: string[] = []
    const laid = await soldInHalves(at)
    const stateOf = async (id: string) => (await at.house.viewInvoice(laid.owner, { id })).row.state
    const step = async (id: string, to: string, work: () => Promise<unknown>) => {
      const from = await stateOf(id)
      await work()
      assert.equal(await stateOf(id), to)
      taken.push(`${from} ${to}`)
    }
    const first = await laid.invoice(laid.first)
    await refusedAs('not-found', laid.unpay(first.id, 'none'), 'a payment that was never noted')
    let payment = ''
    await step(first.id, 'paid', async () => void (payment = await laid.pay(first)))
    await refusedAs('wrong-state', laid.pay(first), 'paid twice')
    await step(first.id, 'issued', () => laid.unpay(first.id, payment))
    await step(first.id, 'credited', () => laid.credit(first.id))
    const over = async (id: string) => {
      await refusedAs('wrong-state', laid.pay({ id, total: first.total }), 'a payment of what is credited')
      await refusedAs('wrong-state', laid.unpay(id, payment), 'a payment taken back of what is credited')
      await refusedAs('wrong-state', laid.credit(id), 'credited twice')
      assert.equal(await stateOf(id), 'credited')
    }
    await over(first.id)
    const again = await laid.invoice(laid.first)
    payment = await laid.pay(again)
    await step(again.id, 'credited', () => laid.credit(again.id))
    await over(again.id)
    assert.deepEqual(taken.toSorted(), stepsIn(INVOICE))
  })
})
