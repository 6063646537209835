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
    const STATES = {
      open: ['open', 'drafted'],
      offered: ['offered'],
      agreed: ['agreed'],
      signed: ['signed', 'invoiced'],
      completed: ['completed'],
      lost: ['lost'],
    }
    for (const [state, invented] of Object.entries(STATES))
      assert.deepEqual(states(state), demonstration.deals.filter((deal) => invented.includes(deal.state)).map(({ company }) => company).toSorted(), state) // prettier-ignore
    const signed = deals.find(({ state, company }) => state === 'signed' && company === 'Ruta Doc')!
    const licences = await house.listEntries(SYSTEM, { kind: 'licence', contract: signed.reference, locale: 'en' })
    assert.equal(licences.items.length, 2)
    assert.deepEqual((await house.viewDeliverables(SYSTEM, { dealId: signed.id })).items.length > 0, true)
    assert.equal((await house.listRequests(SYSTEM, { reader: 'en' })).items.length, demonstration.requests.length)
    assert.deepEqual(await house.takeLetters(SYSTEM), [])
    const sold = await house.viewFigures(SYSTEM, { locale: 'en', from: '2000-01-01', by: 'month' })
    assert.ok(sold.tables.period.filter(({ minor }) => minor > 0).length >= 12, 'it has sold in a dozen months')
    assert.deepEqual(sold.unconverted, [], 'every currency has a rate')
    const invoices = (await house.listInvoices(SYSTEM, {})).items
    assert.equal(invoices.filter(({ state }) => state === 'issued').length, 1, 'one invoice waits to be paid')
    const trail = await house.readAudit(SYSTEM, { limit: 200 })
    assert.deepEqual(trail.items.map(({ at }) => at), trail.items.map(({ at }) => at).toSorted().toReversed(), 'its history runs forward') // prettier-ignore

    const actor = async (email: string) => (await house.actorForUser((await house.listUsers(SYSTEM)).find((one) => one.email === email)!.id))! // prettier-ignore
    const [buyer, odile, pipaluk] = [await actor('anselm.krug@kanal-ost.example'), await actor('odile@fanal.example'), await actor('pipaluk@havn-film.example')] // prettier-ignore
    assert.deepEqual((await house.listDeals(buyer, {})).items.map(({ state }) => state), ['offered', 'completed', 'completed'], 'the buyer has an offer to answer, and a history') // prettier-ignore
    const ofOdile = await house.listOwnFilms(odile, { locale: 'en' })
    assert.deepEqual(ofOdile.map(({ card }) => card.slug).toSorted(), ['salt-is-a-slow-clock', 'what-the-nose-remembers'])
    const salt = await house.viewOwnFilm(odile, { id: ofOdile.find(({ card }) => card.slug === 'salt-is-a-slow-clock')!.card.id, locale: 'en' }) // prettier-ignore
    assert.deepEqual(salt.sold.flatMap(({ price }) => price ?? []), [{ currency: 'EUR', minor: 800_000 }]) // prettier-ignore
    assert.deepEqual(
      (await house.listOwnFilms(pipaluk, { locale: 'en' })).map(({ offers }) => offers),
      [1, 1],
    )
    const users = (await house.listUsers(SYSTEM)).length
    await house.seedDemonstration(SYSTEM, { demonstration: { ...demonstration, films } })
    assert.equal((await house.listUsers(SYSTEM)).length, users, 'entered again it is the same')
  })
})
