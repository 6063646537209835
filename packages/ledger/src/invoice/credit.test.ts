import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { creditable, creditNote, type CreditPart } from './credit.ts'
import { facturX } from './factur-x.ts'
import { type Invoice, sumsOf } from './invoice.ts'
import { childrenOf, readXml, textOf } from './xml.testing.ts'

const party = { name: 'Kanał Wschód', street: [], postcode: null, city: null, country: 'FR', vatId: 'FR40303265045', registration: null, email: null } // prettier-ignore
function invoice(minors: readonly number[], rate: number, inHouse: number | null = null): Invoice {
  const lines = minors.map((minor, at) => ({ text: `Film ${at}`, detail: null, titleId: null, minor }))
  return { number: '2027-0001', kind: 'invoice', locale: 'en', issuedOn: '2027-01-10', dueOn: '2027-02-09', suppliedOn: '2027-01-10', currency: 'USD', seller: { ...party, iban: null, bic: null, bank: null }, buyer: party, reference: 'D-12', buyerReference: null, lines, vat: { treatment: 'domestic', rate, mention: null, inHouse: inHouse === null ? null : { currency: 'EUR', minor: inHouse, rateDay: '2027-01-08' } }, sums: sumsOf(lines, rate), withheld: { rate: 10_00, minor: 5 }, terms: '30 days', legal: null, credits: null } // prettier-ignore
}
const said = { number: '2027-0002', issuedOn: '2027-03-01', reason: 'One run less' }

describe('crediting an invoice', () => {
  test('a part of a line: its own tax, the line it takes from, and what the invoice came to', () => {
    const note = creditNote(invoice([100_00, 50_00], 20_00, 27_00), [], [{ line: 1, minor: 20_00 }], said)
    assert.deepEqual(note.lines, [{ text: 'Film 1', detail: null, titleId: null, minor: 20_00, of: 1 }])
    assert.deepEqual(note.sums, { net: 20_00, vat: 4_00, total: 24_00 })
    assert.deepEqual(note.vat.inHouse?.minor, 3_60)
    assert.deepEqual(note.credits, { number: '2027-0001', issuedOn: '2027-01-10', reason: 'One run less', partOf: 180_00 })
    assert.deepEqual([note.kind, note.terms, note.withheld.minor, note.dueOn], ['credit-note', '', 0, '2027-03-01'])
    const root = readXml(facturX(note))
    const of = (path: string) => childrenOf(root, path).map(textOf).join()
    assert.equal(of('ExchangedDocument/TypeCode'), '381')
    const settlement = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'
    assert.equal(of(`${settlement}/InvoiceReferencedDocument/IssuerAssignedID`), '2027-0001', 'BT-25')
    assert.equal(of(`${settlement}/ApplicableTradeTax/BasisAmount`), '20.00')
    assert.equal(of(`${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount`), '24.00')
  })

  test('the whole says nothing of a part', () => {
    const whole = creditNote(invoice([100_00, 50_00], 20_00), [], [{ line: 1, minor: 50_00 }, { line: 0, minor: 100_00 }], said) // prettier-ignore
    assert.equal(whole.credits?.partOf, undefined)
    assert.deepEqual(whole.lines.map(({ of }) => of), [0, 1]) // prettier-ignore
  })

  test('not more than is left of a line, nor nothing, nor a line that is not there or is named twice', () => {
    const all = invoice([100, 50], 0)
    const before = creditNote(all, [], [{ line: 0, minor: 60 }], said)
    assert.deepEqual(creditable(all, [before]), [40, 50])
    assert.deepEqual(creditable(all, [{ lines: all.lines }]), [0, 0], 'a note from before parts took all')
    const wrong: CreditPart[][] = [[], [{ line: 0, minor: 41 }], [{ line: 1, minor: 0 }], [{ line: 2, minor: 1 }], [{ line: 1, minor: 1 }, { line: 1, minor: 1 }], [{ line: 1, minor: 0.5 }]] // prettier-ignore
    for (const parts of wrong) assert.throws(() => creditNote(all, [before], parts, said), RangeError)
  })

  test('when the tax is used up before the last line is, what is said of it in the house’s currency is too', () => {
    const all = invoice([3, 3, 3, 3], 20_00, 7) // tax 2
    const notes: Invoice[] = []
    for (const line of [0, 1, 2, 3]) notes.push(creditNote(all, notes, [{ line, minor: 3 }], said))
    assert.deepEqual(notes.map(({ sums, vat }) => [sums.vat, vat.inHouse?.minor ?? null]), [[1, 4], [1, 3], [0, null], [0, null]]) // prettier-ignore
    const uneven = invoice([3, 3, 3, 3, 3], 20_00, 4) // tax 3: a third of 4 is 1
    const three: Invoice[] = []
    for (const line of [0, 1, 2, 3, 4]) three.push(creditNote(uneven, three, [{ line, minor: 3 }], said))
    assert.deepEqual(three.map(({ sums, vat }) => [sums.vat, vat.inHouse?.minor ?? null]), [[1, 1], [1, 1], [1, 2], [0, null], [0, null]]) // prettier-ignore
  })

  test('whatever is credited in whatever parts, the notes come to the invoice and never to more', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 0, max: 30_00 }),
        fc.nat(9_999),
        fc.infiniteStream(fc.nat(9_999)),
        (minors, rate, euros, chance) => {
          const all = invoice(minors, rate, euros)
          const notes: Invoice[] = []
          for (;;) {
            const left = creditable(all, notes)
            const parts = left.flatMap((minor, line) => {
              const much = Math.min(minor, 1 + (chance.next().value % Math.max(1, Math.ceil(minors[line]! / 2))))
              return minor === 0 ? [] : [{ line, minor: much }]
            })
            if (parts.length === 0) break
            notes.push(creditNote(all, notes, parts, said))
            const sum = (of: (note: Invoice) => number) => notes.reduce((whole, note) => whole + of(note), 0)
            assert.ok(sum(({ sums }) => sums.net) <= all.sums.net && sum(({ sums }) => sums.vat) <= all.sums.vat)
            assert.ok(notes.every(({ sums, vat }) => sums.vat >= 0 && (vat.inHouse?.minor ?? 0) >= 0))
            // BR-CO-17, within the unit that the tax of the last note makes good
            for (const { sums } of notes)
              assert.ok(Math.abs(sums.vat - (sums.net * rate) / 10_000) <= notes.length, 'the tax of its own sum')
          }
          const total = (of: (note: Invoice) => number) => notes.reduce((whole, note) => whole + of(note), 0)
          assert.deepEqual([total(({ sums }) => sums.net), total(({ sums }) => sums.vat)], [all.sums.net, all.sums.vat])
          if (all.sums.vat > 0)
            assert.equal(
              total(({ vat }) => vat.inHouse?.minor ?? 0),
              euros,
            )
        },
      ),
      { numRuns: 200 },
    )
  })
})
