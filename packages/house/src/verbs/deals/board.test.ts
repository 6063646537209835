/** The board by film, territory and period, and its columns in the house's currency. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Actor, House } from '../../contract.ts'
import type { DealFilter, OfferInput } from '../../contract/deals.ts'
import { isHouseError } from '../../errors.ts'
import { aBuyer, aFilm, anOffer, aSale, someTerms } from '../../testing/deal-for-tests.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const reader = 'en' as const
const named = async (house: House, actor: Actor, filter: DealFilter) => {
  const { items, total } = await house.listDeals(actor, filter)
  const { states } = await house.countDeals(actor, filter)
  assert.equal(total, items.length)
  assert.equal(states.reduce((sum, one) => sum + one.total, 0), total, 'the columns count what the list has') // prettier-ignore
  return items.map(({ company }) => company).toSorted()
}
const inCountries = (film: string, territory: string): OfferInput => {
  const terms = someTerms(film)
  return { ...terms, lines: [{ ...terms.lines[0]!, rights: { ...terms.lines[0]!.rights, territory } }] }
}
const pathsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const thrown = await work.then(() => null, (error: unknown) => error) // prettier-ignore
  assert.ok(isHouseError(thrown) && thrown.code === 'invalid-input', String(thrown))
  return (thrown.details['issues'] as { path: string }[]).map(({ path }) => path)
}

eachHouse('the board', (open) => {
  test('by territory: what the offer that was put last covers, a draft only while nothing was put', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const film = await aFilm(house)
    const german = await aSale(house, sales, 'Kanal Ost', film)
    const nordic = await aSale(house, sales, 'Nordlys', await aFilm(house, 'The Ferry Log'))
    await aSale(house, sales, 'Télé Rive', film) // nothing offered
    const offer = await anOffer(house, sales, german)
    await house.draftOffer(sales, { dealId: nordic.deal.id, terms: inCountries(nordic.film, 'Nordics excl. Iceland'), reader })
    const territory = (expression: string) => named(house, sales, { territory: expression })
    assert.deepEqual(await territory('DACH'), ['Kanal Ost'])
    assert.deepEqual(await territory('Norway, Austria'), ['Nordlys'])
    assert.deepEqual(await territory('Iceland'), [])
    assert.deepEqual(await territory('World'), ['Kanal Ost', 'Nordlys'])
    assert.deepEqual(await territory('World excl. Germany'), ['Nordlys'])

    // a new draft says nothing until it is sent
    const draft = await house.draftOffer(sales, { dealId: german.deal.id, terms: inCountries(film, 'Austria'), reader })
    assert.deepEqual(await territory('Germany'), ['Kanal Ost'])
    assert.deepEqual(await territory('Austria'), [])
    await house.sendOffer(sales, { id: draft.id, revision: draft.revision, reader })
    assert.deepEqual(await territory('Germany'), [])
    assert.deepEqual(await territory('Austria'), ['Kanal Ost'])
    assert.equal((await house.viewOffer(sales, { id: offer.id, reader })).state, 'superseded')

    // the database keeps the set under the name that sales have it by
    const { rows } = await sql<{
      leaves: string[]
    }>`select s.leaves from deal d join territory_set s on s.house_id = d.house_id and s.hash = d.territories
      where d.house_id = ${house.id} and d.id = ${nordic.deal.id}`.execute(database.db)
    assert.deepEqual(rows, [{ leaves: ['AX', 'DK', 'FI', 'FO', 'GL', 'NO', 'SE'] }])
  })

  test('what is signed keeps the set that its lines of sale have', async () => {
    const at = await open()
    const { dealId } = await signDeal(at)
    const { rows } = await sql<{
      same: boolean
    }>`select d.territories = s.territories as same from deal d join sale_line s on s.house_id = d.house_id and s.deal_id = d.id
      where d.house_id = ${at.house.id} and d.id = ${dealId}`.execute(at.database.db)
    assert.deepEqual(rows, [{ same: true }])
  })

  test('by words of a film, by period; all together, and together with the rest', async () => {
    const at = await open()
    const { house, member, database } = at
    const sales = await member('sales')
    const salt = await aSale(house, sales, 'Kanal Ost')
    const ferry = await aSale(house, sales, 'Nordlys', await aFilm(house, 'Le Journal du bac'))
    const lost = await aSale(house, sales, 'Télé Rive', ferry.film)
    const close = (sale: typeof salt, closesOn: string | null) => house.changeDeal(sales, { id: sale.deal.id, revision: sale.deal.revision, change: { closesOn }, reader }) // prettier-ignore
    await close(salt, '2027-03-31')
    const { revision } = await close(lost, '2027-03-31')
    await house.loseDeal(sales, { id: lost.deal.id, revision, reason: 'price', reader })
    await sql`update deal set state_since = '2026-05-04T23:30:00Z' where house_id = ${house.id} and id in (${lost.deal.id}, ${ferry.deal.id})`.execute(database.db) // prettier-ignore
    const asked = (filter: DealFilter) => named(house, sales, filter)
    assert.deepEqual(await asked({ film: 'the salt' }), ['Kanal Ost'])
    assert.deepEqual(await asked({ film: 'SAL road' }), ['Kanal Ost'])
    assert.deepEqual(await asked({ film: 'alt' }), [], 'a word is found by how it begins')
    assert.deepEqual(await asked({ film: 'journal bac' }), ['Nordlys', 'Télé Rive'])
    assert.deepEqual(await asked({ film: 'nobody made this' }), [])
    // expected on a day; lost on a day, whatever was expected; in its state since a day
    assert.deepEqual(await asked({ from: '2027-03-31', to: '2027-03-31' }), ['Kanal Ost'])
    assert.deepEqual(await asked({ from: '2026-05-04', to: '2026-05-04' }), ['Nordlys', 'Télé Rive'])
    assert.deepEqual(await asked({ to: '2026-05-03' }), [])
    assert.deepEqual(await asked({ from: '2026-05-05' }), ['Kanal Ost'])
    assert.deepEqual(await asked({ film: 'journal', from: '2026-01-01', to: '2026-12-31', ownerId: sales.userId!, text: 'rive' }), ['Télé Rive']) // prettier-ignore
    assert.deepEqual(await asked({ film: 'journal', ownerId: 'none' }), [])
  })

  test('what cannot be read is refused with its field; a buyer learns nothing by asking by what is the house’s own', async () => {
    const at = await open()
    const { house, member } = at
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    await anOffer(house, sales, sale)
    for (const verb of [house.listDeals, house.countDeals]) {
      assert.deepEqual(await pathsOf(verb(sales, { territory: 'Atlantis' })), ['territory'])
      assert.deepEqual(await pathsOf(verb(sales, { territory: '' })), ['territory'])
      assert.deepEqual(await pathsOf(verb(sales, { from: '2027-02-30' })), ['from'])
      assert.deepEqual(await pathsOf(verb(sales, { from: '2027-03-01', to: '2027-02-01' })), ['to'])
    }
    const buyer = await aBuyer(at, sale.company, 'lead', 'Ana')
    for (const filter of [{}, { film: 'nothing' }, { from: '2050-01-01' }, { to: '2000-01-01' }])
      assert.equal((await house.listDeals(buyer, filter)).total, 1, JSON.stringify(filter))
    await assert.rejects(house.countDeals(buyer, {}), (thrown) => isHouseError(thrown) && thrown.code === 'not-allowed')
  })

  test('a column comes to a sum in the house’s currency: at today’s rate, at the day of signature; without a rate it is said', async () => {
    const at = await open()
    const { house, member } = at
    const owner = await member('owner')
    const sales = await member('sales')
    const { companyId } = await signDeal(at, { currency: 'USD', lines: [{ title: 'Signed', minor: 10_800 }] })
    const open1 = (currency: string, expectedMinor: number) => house.openDeal(sales, { deal: { companyId, currency, expectedMinor }, reader }) // prettier-ignore
    await open1('USD', 21_600)
    await open1('EUR', 5_000)
    await open1('CHF', 700)
    const column = async (state: string) => (await house.countDeals(sales, {})).states.find((one) => one.state === state)!
    assert.deepEqual((await column('signed')).house, { minor: 0, unconverted: [{ currency: 'USD', minor: 10_800 }] })
    assert.deepEqual((await column('open')).house, { minor: 5_000, unconverted: [{ currency: 'USD', minor: 21_600 }, { currency: 'CHF', minor: 700 }] }) // prettier-ignore

    const csv = 'Date,USD\n2026-11-20,1.08\n2026-11-19,1.2\n'
    await house.importRates(owner, { bytes: new TextEncoder().encode(csv) })
    const counted = await house.countDeals(sales, {})
    assert.deepEqual([counted.currency, counted.rateDays], ['EUR', { first: '2026-11-20', last: '2026-11-20' }])
    assert.deepEqual((await column('signed')).house, { minor: 10_000, unconverted: [] })
    assert.deepEqual((await column('open')).house, { minor: 25_000, unconverted: [{ currency: 'CHF', minor: 700 }] })
    assert.deepEqual((await column('lost')).house, { minor: 0, unconverted: [] })
    // what was signed is what the figures have
    const figures = await house.viewFigures(owner, { locale: 'en' })
    assert.equal((await column('signed')).house.minor, figures.total)
    // of a filter only what it finds: the sale is nobody's
    const mine = await house.countDeals(sales, { ownerId: sales.userId! })
    assert.deepEqual(
      mine.states.map(({ house: { minor } }) => minor).filter((minor) => minor > 0),
      [25_000],
    )
  })
})
