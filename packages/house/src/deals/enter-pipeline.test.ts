import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as demonstration from '@vitrine/demonstration'
import { SYSTEM } from '../actors.ts'
import { eachHouse } from '../testing/house-for-tests.ts'

eachHouse('the demonstration house sells', (open) => {
  test('every invented sale comes as far as it is said to, its rights are held or sold, and no letter goes out', async () => {
    const { house } = await open()
    const films = demonstration.films.map((film) => ({ ...film, pictures: [] }))
    await house.seedDemonstration(SYSTEM, { demonstration: { ...demonstration, films } })
    const deals = (await house.listDeals(SYSTEM, { limit: 100 })).items
    const states = (of: string) => deals.filter(({ state }) => state === of).map(({ company }) => company).toSorted() // prettier-ignore
    const STATES = { open: ['open', 'drafted'], offered: ['offered'], agreed: ['agreed'], signed: ['signed'], lost: ['lost'] }
    for (const [state, invented] of Object.entries(STATES))
      assert.deepEqual(states(state), demonstration.deals.filter((deal) => invented.includes(deal.state)).map(({ company }) => company).toSorted(), state) // prettier-ignore
    const signed = deals.find(({ state }) => state === 'signed')!
    const licences = await house.listEntries(SYSTEM, { kind: 'licence', contract: signed.reference, locale: 'en' })
    assert.equal(licences.items.length, 2)
    assert.deepEqual((await house.viewDeliverables(SYSTEM, { dealId: signed.id })).items.length > 0, true)
    assert.equal((await house.listRequests(SYSTEM, { reader: 'en' })).items.length, demonstration.requests.length)
    assert.deepEqual(await house.takeLetters(SYSTEM), [])
  })
})
