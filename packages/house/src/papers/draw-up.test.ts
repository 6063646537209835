/** What becomes another while a paper is printed: nothing is recorded that the house would not say any more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../contract.ts'
import { agreedDeal, type AgreedDeal } from '../testing/agreed-deal.ts'
import { eachHouse, type TestHouse } from '../testing/house-for-tests.ts'

eachHouse('a paper is what is true when it is recorded', (open) => {
  interface Table extends TestHouse, AgreedDeal {
    sales: Actor
    /** Done once, while the next paper is in the press. */
    meanwhile(work: () => Promise<unknown>): void
  }
  async function laid(): Promise<Table> {
    let work: (() => Promise<unknown>) | null = null
    const print = {
      printPaper: async () => {
        const now = work
        work = null
        await now?.()
        return Buffer.from('%PDF-1.7 a paper %%EOF')
      },
    }
    const rooms = await open({ print })
    const deal = await agreedDeal(rooms)
    return { ...rooms, ...deal, sales: await rooms.member('sales'), meanwhile: (next) => (work = next) }
  }
  const papers = async ({ house, sales, dealId }: Table) => (await house.listPapers(sales, { dealId })).items.length
  const refused = (code: string) => (thrown: Error & { code?: string }) => thrown.code === code || assert.fail(`${thrown.code}: ${thrown.message}`) // prettier-ignore

  test('the offer is withdrawn, or the deal lost: no paper is drawn up of it', async () => {
    for (const end of ['withdraw', 'lose'] as const) {
      const table = await laid()
      const { house, sales, dealId, offerId } = table
      const { revision } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
      table.meanwhile(() =>
        end === 'withdraw'
          ? house.withdrawOffer(sales, { id: offerId, reader: 'en' })
          : house.loseDeal(sales, { id: dealId, revision, reason: 'price', reader: 'en' }),
      )
      await assert.rejects(house.draftPaper(sales, { dealId, kind: 'contract' }), refused('wrong-state'))
      assert.equal(await papers(table), 0)
    }
  })

  test('a clause, or the name of the house, became another: it is asked again, and says what is so now', async () => {
    const table = await laid()
    const { house, sales, dealId } = table
    const owner = await table.member('owner')
    const rename = (name: string) => () => house.changeSettings(owner, { settings: { name } })
    table.meanwhile(rename('Estuary Films'))
    await assert.rejects(house.draftPaper(sales, { dealId, kind: 'contract' }), refused('busy'))
    assert.equal(await papers(table), 0)
    const paper = await house.draftPaper(sales, { dealId, kind: 'contract' })
    assert.equal(paper.content.parties.find(({ side }) => side === 'house')!.name, 'Estuary Films')

    table.meanwhile(rename('Delta Films'))
    await assert.rejects(house.redraftPaper(sales, { id: paper.id, baseRevision: paper.revision }), refused('busy'))
    const stays = await house.viewPaper(sales, { id: paper.id })
    assert.deepEqual([stays.version, stays.revision], [1, paper.revision])
    const again = await house.redraftPaper(sales, { id: paper.id, baseRevision: paper.revision })
    assert.equal(again.content.parties.find(({ side }) => side === 'house')!.name, 'Delta Films')
  })
})
