import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import type { MaterialWanted, OfferLine, OfferTerms, Payment } from '../offer/offer.ts'
import { deliverablesOf } from './deliverables.ts'
import { dueDayOf, instalmentsOf } from './instalments.ts'

const box: TermBox = { territory: 'France', territories: ['FR'], media: ['free-tv'], languages: ['all'], cuts: null, from: '2027-06-01', to: null } // prettier-ignore
const rights = (boxes: Partial<TermBox>[]): EntryTerms => ({ kind: 'licence', exclusive: false, boxes: boxes.map((each) => ({ ...box, ...each })), party: null, contract: null, clause: null, expires: null, runs: null, event: null, imposes: [], note: null }) // prettier-ignore
const line = (titleId: string, minor: number, materials: MaterialWanted[] = [], boxes: Partial<TermBox>[] = [{}]): OfferLine => ({ titleId, title: titleId, rights: rights(boxes), minor, materials }) // prettier-ignore
const terms = (lines: OfferLine[], payments: Payment[] = []): OfferTerms => ({ currency: 'EUR', lines, package: null, payments, expires: null, withholding: 0, note: null }) // prettier-ignore
const said = (all: ReturnType<typeof deliverablesOf>) => all.map(({ titleId, kind, detail, dueOn }) => [titleId, kind, detail, dueOn]) // prettier-ignore

describe('what is to be handed over', () => {
  test('what the offer names comes when it says, and before the licence begins where it does not', () => {
    const materials: MaterialWanted[] = [{ kind: 'cut', detail: 'HD', days: 30 }, { kind: 'stills', detail: null, days: null }] // prettier-ignore
    assert.deepEqual(said(deliverablesOf(terms([line('a', 1, materials)]), '2027-01-10')), [
      ['a', 'cut', 'HD', '2027-02-09'],
      ['a', 'stills', null, '2027-05-31'],
    ])
  })

  test('a licence implies its cuts and its versions, each once, and the earliest day counts', () => {
    const both = [line('a', 1, [], [{ cuts: ['52'], languages: ['fr:dubbed'] }]), line('a', 1, [], [{ cuts: ['52'], languages: ['fr:dubbed'], from: '2027-03-01' }])] // prettier-ignore
    assert.deepEqual(said(deliverablesOf(terms(both), '2027-01-10')), [
      ['a', 'cut', '52', '2027-02-28'],
      ['a', 'language-version', 'fr:dubbed', '2027-02-28'],
    ])
    assert.deepEqual(said(deliverablesOf(terms([line('a', 1, [], [{ from: null }])]), '2027-01-10')), [['a', 'cut', null, null]])
    assert.deepEqual(
      said(deliverablesOf(terms([line('a', 1, [], [{ from: '2026-01-01' }])]), '2027-01-10')),
      [['a', 'cut', null, '2027-01-10']],
      'a licence that runs already is served today',
    )
  })
})

describe('the price in parts', () => {
  test('the parts of every instalment are its amount, those of every film its price', () => {
    const plan = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }).map((weights) => {
      const sum = weights.reduce((all, each) => all + each, 0)
      const shares = weights.map((weight) => Math.floor((weight * 10_000) / sum))
      shares[0]! += 10_000 - shares.reduce((all, each) => all + each, 0)
      return shares
    })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { minLength: 1, maxLength: 12 }),
        plan,
        (prices, shares) => {
          // prettier-ignore
          const offer = terms(
          prices.map((minor, at) => line(`t${at}`, minor)),
          shares.map((share) => ({ share, event: 'signature', days: 0, day: null })),
        )
          const parts = instalmentsOf(offer)
          for (const { minor, lines } of parts) {
            assert.equal(lines.reduce((all, each) => all + each, 0), minor) // prettier-ignore
            assert.ok(lines.every((part) => part >= 0))
          }
          const whole = prices.reduce((all, each) => all + each, 0)
          if (whole === 0) assert.deepEqual(parts, [])
        else for (const [at, price] of prices.entries()) assert.equal(parts.reduce((all, { lines }) => all + lines[at]!, 0), price) // prettier-ignore
        },
      ),
    )
  })

  test('without a plan all of it is due a month after signature', () => {
    assert.deepEqual(
      instalmentsOf(terms([line('a', 5_000)])).map(({ share, event, days, minor }) => [share, event, days, minor]),
      [[10_000, 'signature', 30, 5_000]],
    )
  })

  test('an instalment falls due when what it waits for has happened', () => {
    const sale = { signedOn: '2027-01-10', deliveredOn: null, acceptedOn: null, licenceStart: '2027-06-01' }
    const of = (event: Payment['event'], day: string | null = null) => dueDayOf({ event, days: 30, day }, sale)
    assert.deepEqual(
      [of('signature'), of('delivery'), of('acceptance'), of('licence-start'), of('day', '2027-12-02')],
      ['2027-02-09', null, null, '2027-07-01', '2028-01-01'],
    )
    assert.equal(dueDayOf({ event: 'delivery', days: 0, day: null }, { ...sale, deliveredOn: '2027-02-01' }), '2027-02-01')
  })
})
