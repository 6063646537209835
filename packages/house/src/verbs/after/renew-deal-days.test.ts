/** From which day a renewal goes on: from the licence as it stands in the book, whatever was signed first. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import type { AmendmentToMake } from '../../contract/after.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'

async function sold(at: TestHouse, sale: Parameters<typeof signDeal>[1] = {}) {
  const { house } = at
  const signed = await signDeal(at, sale)
  const rights = await at.member('rights')
  const deal = async () => (await house.viewMoney(rights, { dealId: signed.dealId })).deal
  const amend = async (change: Partial<AmendmentToMake>) =>
    house.amendDeal(rights, { id: signed.dealId, baseRevision: (await deal()).revision, entryIds: [...signed.licences], effective: null, locale: 'en', ...change }) // prettier-ignore
  const end = async (lastDay: string | null) => house.terminateDeal(rights, { id: signed.dealId, baseRevision: (await deal()).revision, lastDay, locale: 'en' }) // prettier-ignore
  /** The windows of the draft with which it goes on. */
  const renewed = async () => {
    const { id } = await house.renewDeal(rights, { id: signed.dealId, locale: 'en' })
    const [offer] = await offersOfDeal(at.database.db, house.id, id)
    return offer!.terms.lines.map(({ rights: { boxes } }) => boxes.map(({ from, to }) => [from, to]))
  }
  const entry = () => house.viewEntry(rights, { id: signed.licences[0]!, locale: 'en' })
  return { ...signed, rights, amend, end, renewed, entry }
}

eachHouse('the days of a renewal', (open) => {
  test('as it was signed: the day after its last, for as long', async () => {
    const one = await sold(await open())
    assert.deepEqual(await one.renewed(), [[['2029-01-01', '2030-12-31']]])
  })

  test('as it was amended: the day after the last term, whenever the amendment came into force', async () => {
    for (const effective of [null, '2028-07-01'] as const) {
      const one = await sold(await open())
      await one.amend({ to: '2029-06-30', effective })
      await one.amend({ to: '2029-09-30', effective })
      assert.deepEqual(await one.renewed(), [[['2029-10-01', '2032-06-30']]], String(effective))
    }
  })

  test('amended to end sooner: the day after that', async () => {
    const one = await sold(await open())
    await one.amend({ to: '2027-12-31', effective: '2027-06-01' })
    assert.deepEqual(await one.renewed(), [[['2028-01-01', '2028-12-31']]])
  })

  test('ended before its term: the day after it ended, for as long as it was to be', async () => {
    const one = await sold(await open())
    await one.end('2027-06-30')
    assert.deepEqual(await one.renewed(), [[['2027-07-01', '2029-06-30']]])
    const never = await sold(await open())
    await never.end(null)
    assert.deepEqual(await never.renewed(), [[['2029-01-01', '2030-12-31']]], 'one that never was ended on no day')
  })

  test('a term that counts from an event: the day after its last, once that day is known', async () => {
    const at = await open()
    const lines = [{ title: 'Salt', minor: 1, from: '2027-01-01', to: '2030-12-31', event: 'first-broadcast' }]
    const waiting = await sold(at, { lines })
    assert.deepEqual(await waiting.renewed(), [[['2031-01-01', '2034-12-31']]], 'after what is kept free for it')
    const dated = await sold(at, { lines })
    await at.house.dateEntry(dated.rights, { id: dated.licences[0]!, baseVersion: (await dated.entry()).version, eventDate: '2027-03-10', locale: 'en' }) // prettier-ignore
    assert.equal((await dated.entry()).lastDay, '2029-03-09', 'two years from the broadcast')
    assert.deepEqual(await dated.renewed(), [[['2029-03-10', '2031-03-09']]])
  })
})
