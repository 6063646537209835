import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { decimal } from '../money/decimal.ts'
import { facturX } from './factur-x.ts'
import { type Invoice, sumsOf } from './invoice.ts'
import { faultsOfParty, isIban, type Seller } from './party.ts'
import { shareOf, vatFault, vatTreatment, type VatTreatment } from './vat.ts'
import { childrenOf, readXml, textOf } from './xml.testing.ts'

const seller: Seller = { name: 'Lantern & Sons <SARL>', street: ['12 rue des Halles'], postcode: '75001', city: 'Paris', country: 'FR', vatId: 'FR40303265045', registration: '303265045', email: 'accounts@lantern.example', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', bank: 'Crédit' } // prettier-ignore
const buyer = { name: 'Kanał Wschód', street: ['ul. Długa 3', 'floor 2', 'box 9', 'left'], postcode: null, city: 'Warszawa', country: 'PL', vatId: 'PL5260001246', registration: null, email: null } // prettier-ignore

function invoice(treatment: VatTreatment, lines: number[], more: Partial<Invoice> = {}): Invoice {
  const rate = treatment === 'domestic' ? 20_00 : 0
  const all = lines.map((minor, at) => ({ text: `Film ${at}`, detail: at === 0 ? '50 % on signature' : null, titleId: null, minor })) // prettier-ignore
  return { number: '2027-0001', kind: 'invoice', locale: 'en', issuedOn: '2027-01-10', dueOn: '2027-02-09', suppliedOn: '2027-01-10', currency: 'EUR', seller, buyer, reference: 'D-12', buyerReference: null, lines: all, vat: { treatment, rate, mention: treatment === 'domestic' ? null : 'Because.', inHouse: null }, sums: sumsOf(all, rate), withheld: { rate: 0, minor: 0 }, terms: '30 days', legal: null, credits: null, ...more } // prettier-ignore
}

describe('tax', () => {
  test('by where the parties are', () => {
    const fr = { country: 'FR', vatId: 'FR40303265045' }
    const of = (country: string, vatId: string | null, small = false) => vatTreatment(fr, { country, vatId }, small)
    assert.deepEqual(
      [of('FR', null), of('MC', null), of('PL', 'PL1'), of('PL', null), of('GB', 'GB1'), of('US', null), of('GR', 'EL1'), of('PL', 'PL1', true)], // prettier-ignore
      ['domestic', 'domestic', 'reverse-charge', 'domestic', 'outside', 'outside', 'reverse-charge', 'exempt'],
    )
    assert.equal(vatFault('reverse-charge', seller, { vatId: null }), 'buyer-vat-id')
    assert.equal(vatFault('domestic', { ...seller, vatId: null }, buyer), 'seller-vat-id')
    assert.equal(vatFault('outside', { vatId: null, registration: null }, buyer), 'seller-registration')
  })

  test('is rounded once, halves away from zero', () => {
    assert.deepEqual([shareOf(100_05, 20_00), shareOf(2, 25_00), shareOf(-2, 25_00), shareOf(1, 10_000)], [2001, 1, -1, 1])
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 10_000 }), (minor, rate) => {
        const off = BigInt(shareOf(minor, rate)) * 10_000n - BigInt(minor) * BigInt(rate)
        assert.ok(off <= 5_000n && off >= -5_000n)
      }),
    )
  })
})

describe('parties', () => {
  test('an account is known by its check digits', () => {
    assert.equal(isIban('FR7630006000011234567890189'), true)
    assert.equal(isIban('FR7630006000011234567890188'), false)
    assert.deepEqual(faultsOfParty(seller), [])
    assert.deepEqual(faultsOfParty({ ...seller, name: ' ', country: 'fr', vatId: '12', iban: 'x', bic: 'y' }), ['name', 'country', 'vat-id', 'iban', 'bic']) // prettier-ignore
  })
})

test('amounts as programs write them', () => {
  assert.deepEqual([decimal(1_250_000, 'EUR'), decimal(-5, 'EUR'), decimal(1500, 'JPY'), decimal(1, 'KWD')], ['12500.00', '-0.05', '1500', '0.001']) // prettier-ignore
})

describe('Factur-X', () => {
  test('sums follow the arithmetic rules of EN 16931, whatever the lines', () => {
    const treatments = fc.constantFrom<VatTreatment>('domestic', 'reverse-charge', 'outside', 'exempt')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 20 }),
        treatments,
        (minors, treatment) => {
          // prettier-ignore
          const root = readXml(facturX(invoice(treatment, minors)))
          const cents = (path: string) => childrenOf(root, path).map((node) => Number(textOf(node).replace('.', '')))
          const header = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'
          const sums = `${header}/SpecifiedTradeSettlementHeaderMonetarySummation`
          const [net] = cents(`${sums}/LineTotalAmount`)
          const [basis] = cents(`${sums}/TaxBasisTotalAmount`)
          const [tax] = cents(`${sums}/TaxTotalAmount`)
          const [grand] = cents(`${sums}/GrandTotalAmount`)
          const lines = cents('SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount') // prettier-ignore
          assert.equal(net, lines.reduce((all, each) => all + each, 0), 'BR-CO-10') // prettier-ignore
          assert.equal(basis, net, 'BR-CO-13: without allowances and charges')
          assert.deepEqual(cents(`${header}/ApplicableTradeTax/CalculatedAmount`), [tax], 'BR-CO-14')
          assert.equal(grand, basis! + tax!, 'BR-CO-15')
          assert.deepEqual(cents(`${sums}/DuePayableAmount`), [grand], 'BR-CO-16: nothing is paid yet')
          const rate = treatment === 'domestic' ? 20 : 0
          assert.equal(tax, Math.round((basis! * rate) / 100), 'BR-CO-17')
        },
      ),
      { numRuns: 60 },
    )
  })

  test('each treatment has its category, its reason and the numbers that may stand beside it', () => {
    const of = (treatment: VatTreatment) => {
      const xml = facturX(invoice(treatment, [100]))
      const root = readXml(xml)
      const tax = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/ApplicableTradeTax'
      const one = (path: string) => childrenOf(root, path).map(textOf).join('|')
      return [one(`${tax}/CategoryCode`), one(`${tax}/ExemptionReasonCode`), one(`${tax}/RateApplicablePercent`), xml.includes('schemeID="VA"')] // prettier-ignore
    }
    assert.deepEqual(of('domestic'), ['S', '', '20.00', true])
    assert.deepEqual(of('reverse-charge'), ['AE', 'VATEX-EU-AE', '0.00', true])
    assert.deepEqual(of('outside'), ['O', 'VATEX-EU-O', '', false], 'BR-O-02 and BR-O-05')
    assert.deepEqual(of('exempt'), ['E', '', '0.00', true])
  })

  test('a credit note names what it takes back; foreign tax is said in the house’s currency too', () => {
    const xml = facturX(
      invoice('domestic', [100_00], {
        kind: 'credit-note',
        currency: 'USD',
        vat: { treatment: 'domestic', rate: 20_00, mention: null, inHouse: { currency: 'EUR', minor: 18_48, rateDay: '2027-01-08' } }, // prettier-ignore
        credits: { number: '2026-0007', issuedOn: '2026-12-01', reason: 'Terminated' },
      }),
    )
    assert.match(xml, /<ram:TypeCode>381</)
    assert.match(xml, /<ram:IssuerAssignedID>2026-0007<.*20261201/)
    assert.match(xml, /TaxTotalAmount currencyID="USD">20\.00<.*TaxTotalAmount currencyID="EUR">18\.48</)
    assert.match(xml, /<ram:TypeCode>30</)
  })

  test('what people write stays text', () => {
    const root = readXml(facturX(invoice('domestic', [1], { legal: '<b>&\u0000\ud800</b>' })))
    assert.equal(childrenOf(root, 'ExchangedDocument/IncludedNote/Content').map(textOf).join(), '<b>&\ufffd</b>')
    assert.equal(childrenOf(root, 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/SellerTradeParty/Name').map(textOf).join(), seller.name) // prettier-ignore
    assert.throws(() => facturX(invoice('outside', [1], { currency: 'KWD' })), RangeError)
  })
})
