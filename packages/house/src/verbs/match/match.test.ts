import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import { someTerms } from '../../testing/deal-for-tests.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import type { LanguageVersion, TitleSheet } from '@vitrine/catalogue'

const cut = (minutes: number, episodes: number | null = null): TitleSheet['cuts'][number] => ({ minutes, episodes, versions: [] })
const polish: LanguageVersion = { language: 'pl', use: 'subtitled', hardOfHearing: false }

/** A published film that the house holds for the world. */
async function film({ house }: TestHouse, title: string, facts: Partial<TitleSheet>, territory = 'World'): Promise<string> {
  const { id, revision } = await house.createTitle(SYSTEM, { sheet: aSheet(title, { year: 2020, themes: [], ...facts }) })
  await house.publishTitle(SYSTEM, { id, baseRevision: revision })
  await house.enterEntry(SYSTEM, { acceptWarnings: true, titleId: id, entry: { kind: 'grant', exclusive: true, territory, media: 'all', party: 'Producer' }, locale: 'en' }) // prettier-ignore
  return id
}

const BUYER = { name: 'Kanal Ost', territory: 'Poland', media: 'free-tv', languages: 'pl', slots: ["52' history"] }

eachHouse('what fits whom', (open) => {
  test('films that fit and can be had are suggested with their reasons, the best first; the rest is counted', async () => {
    const rooms = await open()
    const { house, member } = rooms
    const sales = await member('sales')
    const best = await film(rooms, 'Best', { cuts: [cut(52)], genres: ['history'], versions: [polish] })
    const longer = await film(rooms, 'Longer', { cuts: [cut(55)], genres: ['history'] })
    await film(rooms, 'Wrong length', { cuts: [cut(90)], genres: ['history'] })
    await film(rooms, 'Not to be had', { cuts: [cut(52)], genres: ['history'] }, 'World excl. Poland')
    const bought = await film(rooms, 'Bought', { cuts: [cut(52)], genres: ['history'] })
    const company = await house.addCompany(sales, { company: BUYER })
    await house.enterEntry(SYSTEM, { acceptWarnings: true, titleId: bought, entry: { kind: 'licence', exclusive: false, territory: 'Poland', media: 'free-tv', from: '2026-01-01', to: '2026-12-31', party: 'kanal ost' }, locale: 'en' }) // prettier-ignore

    const found = await house.matchTitles(sales, { companyId: company.id, locale: 'en' })
    assert.deepEqual(found.rows.map(({ card }) => card.id), [best, longer]) // prettier-ignore
    assert.deepEqual(found.leftOut, { bought: 1, refused: 0, notToBeHad: 1 })
    assert.deepEqual([found.rows[0]!.answer, found.rows[0]!.share], ['full', 1])
    assert.ok(found.rows[0]!.reasons.some((reason) => reason.includes('52’')) && found.rows[0]!.reasons.includes('On offer in Polish'), found.rows[0]!.reasons.join()) // prettier-ignore
    assert.ok(found.rows[0]!.score > found.rows[1]!.score)
    assert.deepEqual(found.missing, [])
    const late = await film(rooms, 'Late', { cuts: [cut(52)], genres: ['history'], versions: [polish] })
    assert.ok((await house.matchTitles(sales, { companyId: company.id, locale: 'en' })).rows.some(({ card }) => card.id === late), 'what is published next is suggested at once') // prettier-ignore
    assert.ok((await house.matchTitles(sales, { companyId: company.id, locale: 'fr' })).rows[0]!.reasons.some((reason) => reason.startsWith('Proposé en'))) // prettier-ignore
  })

  test('a film whose offer was declined is suggested no more, until it is offered again', async () => {
    const rooms = await open()
    const { house, member } = rooms
    const sales = await member('sales')
    const salt = await film(rooms, 'Salt', { cuts: [cut(52)], genres: ['history'] })
    const { id: companyId } = await house.addCompany(sales, { company: BUYER })
    const deal = await house.openDeal(sales, { deal: { companyId, titleIds: [salt] }, reader: 'en' })
    const offer = async () => {
      const draft = await house.draftOffer(sales, { dealId: deal.id, terms: someTerms(salt), reader: 'en' })
      return house.sendOffer(sales, { id: draft.id, revision: draft.revision, reader: 'en' })
    }
    const suggested = async () => {
      const { rows, leftOut } = await house.matchTitles(sales, { companyId, locale: 'en' })
      return [rows.map(({ card }) => card.id), leftOut.refused]
    }
    const { id } = await offer()
    assert.deepEqual(await suggested(), [[salt], 0])
    await house.declineOffer(sales, { id, reader: 'en' })
    assert.deepEqual(await suggested(), [[], 1])
    await offer()
    assert.deepEqual(await suggested(), [[salt], 0])
  })

  test('a film is suggested to the companies it fits, not to one that has it or for whom it is sold', async () => {
    const rooms = await open()
    const { house, member } = rooms
    const sales = await member('sales')
    const id = await film(rooms, 'Salt', { cuts: [cut(52)], genres: ['history'] })
    const east = await house.addCompany(sales, { company: BUYER })
    await house.addCompany(sales, {
      company: { name: 'Feature Channel', territory: 'Poland', media: 'free-tv', slots: ["90' sport"] },
    })
    await house.addCompany(sales, { company: { name: 'Says nothing' } })
    await house.addCompany(sales, { company: { ...BUYER, name: 'Sold there', territory: 'Norway' } })
    await house.enterEntry(SYSTEM, { acceptWarnings: true, titleId: id, entry: { kind: 'licence', exclusive: true, territory: 'Norway', media: 'all', from: '2026-01-01', to: '2036-12-31', party: 'Nord' }, locale: 'en' }) // prettier-ignore
    const found = await house.matchBuyers(sales, { titleId: id, locale: 'en' })
    assert.deepEqual(found.rows.map(({ company }) => company.name), [east.name]) // prettier-ignore
    assert.deepEqual(found.leftOut, { bought: 0, refused: 0, notToBeHad: 1 })
  })

  test('a company without a word of profile is found by what it asked for, and those for whom it is sold hide nobody behind them', async () => {
    const rooms = await open()
    const { house, member } = rooms
    const sales = await member('sales')
    // Subjects that one film in four has say nothing: a few films more make them rare.
    for (let n = 0; n < 12; n++) await film(rooms, `Other ${n}`, { genres: ['sport'], themes: [`other-${n}`] })
    const salt = await film(rooms, 'Salt', { cuts: [cut(52)], genres: ['history'], themes: ['water'] })
    const likes = [await film(rooms, 'Ice', { themes: ['water'] }), await film(rooms, 'Rain', { themes: ['water'] }), await film(rooms, 'Delta', { themes: ['water'] })] // prettier-ignore
    const quiet = await house.addCompany(sales, { company: { name: 'Quiet' } })
    await house.openDeal(sales, { deal: { companyId: quiet.id, titleIds: likes }, reader: 'en' })
    await house.enterEntry(SYSTEM, { acceptWarnings: true, titleId: salt, entry: { kind: 'licence', exclusive: true, territory: 'Norway', media: 'all', from: '2026-01-01', to: '2036-12-31', party: 'Nord' }, locale: 'en' }) // prettier-ignore
    for (let n = 0; n < 61; n++)
      await house.addCompany(sales, { company: { ...BUYER, name: `Sold there ${n}`, territory: 'Norway' } })
    const east = await house.addCompany(sales, {
      company: { name: 'Kanal Ost', territory: 'Poland', media: 'free-tv', slots: ["52' history"] },
    })
    const found = await house.matchBuyers(sales, { titleId: salt, locale: 'en' })
    assert.deepEqual(found.rows.map(({ company }) => company.name), [east.name, 'Quiet']) // prettier-ignore
    assert.equal(found.leftOut.notToBeHad, 61)
    // The other way round says the same.
    assert.ok((await house.matchTitles(sales, { companyId: quiet.id, locale: 'en' })).rows.some(({ card }) => card.id === salt))
  })
})
