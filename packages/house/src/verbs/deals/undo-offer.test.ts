/** What was pressed by mistake is undone, for ten minutes, where nothing has followed from it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import type { OfferView } from '../../contract/deals.ts'
import { isHouseError } from '../../errors.ts'
import { aBuyer, anOffer, aSale, someTerms, type TestSale } from '../../testing/deal-for-tests.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const reader = 'en' as const
const MINUTE = 60_000
const refused = (code: string, reason?: string) => (thrown: unknown) =>
  (isHouseError(thrown) && thrown.code === code && (reason === undefined || thrown.details['reason'] === reason)) || assert.fail(String(thrown)) // prettier-ignore

/** Through when the book holds the film for this sale at this moment. */
const heldThrough = async (house: House, { film }: TestSale): Promise<(string | null)[]> =>
  (await house.listEntries(SYSTEM, { titleId: film, locale: 'en' })).items.flatMap(({ kind, status, expires }) => (kind === 'option' && status === 'signed' ? [expires] : [])) // prettier-ignore

/** What an offer and its deal say and hold, but for how often they were written. */
async function asItStands(house: House, sale: TestSale, id: string) {
  const deal = await house.viewDeal(SYSTEM, { id: sale.deal.id, reader })
  const { state, answer, settledAt, settledBy, expires } = deal.offers.find((offer) => offer.id === id)!
  return { deal: deal.state, priceMinor: deal.priceMinor, currency: deal.currency, state, answer, settledAt, settledBy, expires, held: await heldThrough(house, sale) } // prettier-ignore
}

eachHouse('a decision that is taken back', (open) => {
  interface Table extends TestHouse {
    sales: Actor
    sale: TestSale
  }
  const laid = async (): Promise<Table> => {
    const rooms = await open()
    const sales = await rooms.member('sales')
    return { ...rooms, sales, sale: await aSale(rooms.house, sales) }
  }
  const BEFORE: Record<string, (table: Table) => Promise<OfferView>> = {
    'a draft': ({ house, sales, sale }) => house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader }),
    'a live offer': ({ house, sales, sale }) => anOffer(house, sales, sale),
    'a live offer without an end': ({ house, sales, sale }) => anOffer(house, sales, sale, someTerms(sale.film, { expires: null })), // prettier-ignore
    'a counter-offer': async ({ house, sales, sale }) => {
      const { id } = await anOffer(house, sales, sale)
      return house.counterOffer(sales, { id, terms: someTerms(sale.film, { lines: [{ ...someTerms(sale.film).lines[0]!, minor: 900_000 }] }), reader }) // prettier-ignore
    },
    'an agreed offer': async ({ house, sales, sale, later }) => {
      const { id } = await anOffer(house, sales, sale)
      const agreed = await house.acceptOffer(sales, { id, note: 'By telephone', reader })
      later(60 * MINUTE)
      return agreed
    },
  }
  const DECISIONS = {
    acceptOffer: ['a live offer', 'a live offer without an end', 'a counter-offer'],
    declineOffer: ['a live offer', 'a live offer without an end', 'a counter-offer'],
    withdrawOffer: Object.keys(BEFORE),
  } as const
  for (const [verb, kinds] of Object.entries(DECISIONS))
    for (const kind of kinds)
      test(`${verb} of ${kind} leaves nothing behind when it is undone, once or twice`, async () => {
        const table = await laid()
        const { house, sales, sale, later } = table
        const { id } = await BEFORE[kind]!(table)
        const before = await asItStands(house, sale, id)
        const decided = await house[verb as keyof typeof DECISIONS](sales, { id, note: 'By mistake', reader })
        assert.ok(decided.undoUntil !== null)
        later(9 * MINUTE)
        const { revision } = await house.viewDeal(sales, { id: sale.deal.id, reader })
        await house.changeDeal(sales, { id: sale.deal.id, revision, change: { likelihood: 40 }, reader }) // follows from nothing
        const undone = await house.undoOffer(sales, { id, reader })
        assert.deepEqual(await asItStands(house, sale, id), before)
        assert.equal(undone.undoUntil, null)
        assert.equal((await house.undoOffer(sales, { id, reader })).revision, undone.revision, 'a second click is the first')
        assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
      })

  test('after ten minutes, on either side of a clock that jumps, it is too late', async () => {
    for (const jump of [10 * MINUTE + 1, -11 * MINUTE]) {
      const { house, sales, sale, later } = await laid()
      const { id } = await anOffer(house, sales, sale)
      await house.declineOffer(sales, { id, reader })
      later(jump)
      assert.equal((await house.viewOffer(sales, { id, reader })).undoUntil, null)
      await assert.rejects(house.undoOffer(sales, { id, reader }), refused('undo-over', 'late'))
      assert.deepEqual(await heldThrough(house, sale), [])
    }
  })

  test('somebody took the rights meanwhile: it is said who, and nothing comes back', async () => {
    const table = await laid()
    const { house, sales, sale } = table
    const { id } = await anOffer(house, sales, sale)
    await house.declineOffer(sales, { id, reader })
    const other = await aSale(house, sales, 'Télé Rive', sale.film)
    await anOffer(house, sales, other)
    const thrown: unknown = await house.undoOffer(sales, { id, reader }).catch((caught: unknown) => caught)
    assert.ok(refused('rights-conflict')(thrown))
    assert.match((thrown as { details: { objections: { text: string }[] } }).details.objections[0]!.text, /Télé Rive/)
    assert.equal((await asItStands(house, sale, id)).state, 'declined')
    assert.equal((await asItStands(house, sale, id)).deal, 'open')
  })

  test('what has followed stays: another draft, a lost deal', async () => {
    const { house, sales, sale } = await laid()
    const { id } = await anOffer(house, sales, sale)
    await house.withdrawOffer(sales, { id, reader })
    const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
    await assert.rejects(house.undoOffer(sales, { id, reader }), refused('undo-over', 'followed'))
    await house.withdrawOffer(sales, { id: draft.id, reader })
    const { revision } = await house.viewDeal(sales, { id: sale.deal.id, reader })
    await house.loseDeal(sales, { id: sale.deal.id, revision, reason: 'price', reader })
    await assert.rejects(house.undoOffer(sales, { id: draft.id, reader }), refused('undo-over', 'followed'))
  })

  test('an offer whose last day passes meanwhile does not come back', async () => {
    const { house, sales, sale, later } = await laid()
    later(14.9 * 60 * MINUTE) // shortly before midnight
    const { id } = await anOffer(house, sales, sale, someTerms(sale.film, { expires: '2026-11-22' }))
    await house.declineOffer(sales, { id, reader })
    later(8 * MINUTE)
    await assert.rejects(house.undoOffer(sales, { id, reader }), refused('undo-over', 'expired'))
  })

  test('whose decision it was takes it back, and nobody else', async () => {
    const table = await laid()
    const { house, sales, sale } = table
    const lead = await aBuyer(table, sale.company, 'lead', 'Ana')
    const colleague = await aBuyer(table, sale.company, 'colleague', 'Ben')
    const elsewhere = await aBuyer(table, (await aSale(house, sales, 'Télé Rive')).company, 'lead', 'Cleo')
    const { id } = await anOffer(house, sales, sale)
    const accepted = await house.acceptOffer(lead, { id, reader })
    assert.ok(accepted.undoUntil !== null)
    assert.equal((await house.viewOffer(sales, { id, reader })).undoUntil, null)
    assert.equal((await house.viewOffer(colleague, { id, reader })).undoUntil, null)
    await assert.rejects(house.undoOffer(sales, { id, reader }), refused('undo-over', 'theirs'))
    await assert.rejects(house.undoOffer(colleague, { id, reader }), refused('not-allowed'))
    await assert.rejects(house.undoOffer(elsewhere, { id, reader }), refused('not-found'))
    assert.equal((await house.undoOffer(lead, { id, reader })).state, 'live')
    await house.declineOffer(lead, { id, reader })
    await anOffer(house, sales, await aSale(house, sales, 'Kanal Vest', sale.film))
    const thrown: unknown = await house.undoOffer(lead, { id, reader }).catch((caught: unknown) => caught)
    assert.ok(refused('rights-conflict')(thrown))
    assert.deepEqual((thrown as { details: { objections: unknown[] } }).details.objections, [], 'to whom they went is not theirs to know') // prettier-ignore
  })

  test('the letter that a withdrawal kept back goes out after all', async () => {
    const { house, sales, sale } = await laid()
    const { id } = await anOffer(house, sales, sale)
    await house.withdrawOffer(sales, { id, reader })
    assert.deepEqual((await house.viewOffer(sales, { id, reader })).letters.map(({ state }) => state), ['given-up']) // prettier-ignore
    const undone = await house.undoOffer(sales, { id, reader })
    assert.deepEqual(undone.letters.map(({ state }) => state), ['waiting', 'given-up']) // prettier-ignore
  })
})
