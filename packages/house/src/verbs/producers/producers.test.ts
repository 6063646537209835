import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Locale } from '@vitrine/messages'
import type { Actor, House } from '../../contract.ts'
import type { ProducerSettings } from '../../contract/producers.ts'
import { isHouseError } from '../../errors.ts'
import { aBuyer, aFilm, anOffer, aSale, someTerms } from '../../testing/deal-for-tests.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const locale: Locale = 'en'

const tell = async (house: House, told: Partial<ProducerSettings>): Promise<void> => {
  const { producers } = await house.viewSettings(SYSTEM)
  await house.changeSettings(SYSTEM, { settings: { producers: { ...producers, ...told } } })
}
const own = (house: House, producer: Actor, ...ids: string[]) => Promise.all(ids.map((id) => house.assignProducer(SYSTEM, { id, userIds: [producer.userId!] }))) // prettier-ignore

eachHouse('the producer’s room', (open) => {
  test('a producer has their own films, in any state, and no other', async () => {
    const { house, member } = await open()
    const [ana, ben] = [await member('producer', 'Ana'), await member('producer', 'Ben')]
    const [mine, draft, theirs] = [await aFilm(house, 'Mine'), await aFilm(house, 'My Draft'), await aFilm(house, 'Theirs')]
    await own(house, ana, mine, draft)
    await own(house, ben, theirs)
    for (const id of [mine, theirs])
      await house.publishTitle(SYSTEM, { id, baseRevision: (await house.openTitle(SYSTEM, { id })).revision })
    const films = await house.listOwnFilms(ana, { locale })
    assert.deepEqual(films.map(({ card }) => `${card.title}: ${card.status}`).toSorted(), ['Mine: published', 'My Draft: draft']) // prettier-ignore
    assert.deepEqual(films[0]!.asked, { screener: 0, terms: 0 })
    assert.equal((await house.viewOwnFilm(ana, { id: draft, locale })).card.title, 'My Draft')
    await assert.rejects(house.viewOwnFilm(ana, { id: theirs, locale }), refused('not-allowed'))
    await assert.rejects(house.viewOwnFilm(ben, { id: draft, locale }), refused('not-found'))
    await assert.rejects(house.viewOwnFilm(ana, { id: 'none', locale }), refused('not-found'))
    for (const nobody of [VISITOR, await member('buyer'), await member('editor')]) {
      await assert.rejects(house.listOwnFilms(nobody, { locale }))
      await assert.rejects(house.viewOwnFilm(nobody, { id: mine, locale }))
    }
    await house.assignProducer(SYSTEM, { id: mine, userIds: [ben.userId!] })
    assert.equal((await house.listOwnFilms(ana, { locale })).length, 1)
  })

  test('who asked is a number, and a company’s name only where the house tells it; never a person’s', async () => {
    const { house, member } = await open()
    const ana = await member('producer', 'Ana')
    const film = await aFilm(house)
    const other = await aFilm(house, 'Other')
    await own(house, ana, film)
    await house.publishTitle(SYSTEM, { id: film, baseRevision: (await house.openTitle(SYSTEM, { id: film })).revision })
    const ask = (kind: 'screener' | 'terms' | 'other', titleIds: string[]) =>
      house.sendRequest(SYSTEM, { kind, titleIds, name: 'Petra Private', email: 'petra@kanal.example', company: 'Kanal Ost', message: 'Secret words', locale }) // prettier-ignore
    await ask('screener', [film])
    await ask('screener', [other, film])
    await ask('terms', [film])
    await ask('other', [film])
    await ask('screener', [other])
    const view = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual([view.asked, view.askers], [{ screener: 2, terms: 1 }, null])
    assert.ok(!JSON.stringify(view).includes('Kanal'))
    await tell(house, { askers: true })
    const told = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual(told.askers?.map(({ kind, company }) => [kind, company]), [['terms', 'Kanal Ost'], ['screener', 'Kanal Ost'], ['screener', 'Kanal Ost']]) // prettier-ignore
    assert.ok(!/Petra|petra@|Secret/.test(JSON.stringify(told)))
  })

  test('an offer is told only where the house tells offers, its price only where it tells prices, and of a package this film alone', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const ana = await member('producer', 'Ana')
    const film = await aFilm(house)
    const other = await aFilm(house, 'Other Secret Film')
    await own(house, ana, film)
    const sale = await aSale(house, sales, 'Kanal Ost', film)
    const base = someTerms(film)
    const terms = { ...base, lines: [{ ...base.lines[0]!, minor: 111_100 }, { ...base.lines[0]!, titleId: other, minor: 888_800 }], package: { minor: 999_900 }, note: 'Between us' } // prettier-ignore
    const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms, reader: locale })
    await tell(house, { offers: true, offerPrices: true })
    assert.deepEqual((await house.viewOwnFilm(ana, { id: film, locale })).offersNow, [], 'a draft is nobody’s business')
    const offer = await house.sendOffer(sales, { id: draft.id, revision: draft.revision, reader: locale })

    await tell(house, { offers: false, offerPrices: true })
    const silent = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual([silent.offers, silent.offersNow], [null, null])
    assert.ok(!JSON.stringify(silent).includes('Kanal'))

    await tell(house, { offers: true, offerPrices: false })
    const view = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual(view.offersNow!.map(({ company, agreed, expires, currency }) => [company, agreed, expires, currency]), [['Kanal Ost', false, '2026-12-31', null]]) // prettier-ignore
    assert.deepEqual(
      view.offersNow![0]!.lines.map(({ minor, exclusive, runs }) => [minor, exclusive, runs]),
      [[null, true, 3]],
    )
    assert.ok(!/111100|888800|999900|Other Secret|Between us/.test(JSON.stringify(view)))
    assert.equal((await house.listOwnFilms(ana, { locale }))[0]!.offers, 1)

    await tell(house, { offerPrices: true })
    const priced = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual([priced.offersNow![0]!.currency, priced.offersNow![0]!.lines.map(({ minor }) => minor)], ['EUR', [111_100]])
    assert.ok(!/888800|999900|Other Secret|Between us/.test(JSON.stringify(priced)))

    await house.acceptOffer(sales, { id: offer.id, reader: locale })
    assert.equal((await house.viewOwnFilm(ana, { id: film, locale })).offersNow![0]!.agreed, true)
    await house.withdrawOffer(sales, { id: offer.id, reader: locale })
    assert.deepEqual((await house.viewOwnFilm(ana, { id: film, locale })).offersNow, [])
  })

  test('an offer whose last day has passed is none', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const ana = await member('producer', 'Ana')
    const sale = await aSale(house, sales)
    await own(house, ana, sale.film)
    await tell(house, { offers: true })
    await anOffer(house, sales, sale, someTerms(sale.film, { expires: '2026-11-23' }))
    assert.equal((await house.listOwnFilms(ana, { locale }))[0]!.offers, 1)
    it.later(3 * 86_400_000)
    assert.equal((await house.listOwnFilms(ana, { locale }))[0]!.offers, 0)
  })

  test('a signed sale over two films tells each producer their own film’s part, to the cent', async () => {
    const it = await open()
    const { house, member } = it
    const [ana, ben] = [await member('producer', 'Ana'), await member('producer', 'Ben')]
    const half = { share: 5_000, event: 'signature' as const, days: 30, day: null }
    const { titleIds, dealId } = await signDeal(it, {
      lines: [{ title: 'Salt', minor: 10_001 }, { title: 'Pepper', minor: 77_700, territory: 'Portugal' }],
      payments: [half, { ...half, event: 'delivery' }],
    }) // prettier-ignore
    const [salt, pepper] = titleIds as [string, string]
    await own(house, ana, salt)
    await own(house, ben, pepper)
    const view = await house.viewOwnFilm(ana, { id: salt, locale })
    const [sale] = view.sold
    assert.deepEqual([view.sold.length, view.sales, sale!.company, sale!.signedOn, sale!.price], [1, 1, 'Kanal Ost', '2026-11-22', { currency: 'EUR', minor: 10_001 }]) // prettier-ignore
    assert.equal(sale!.instalments.reduce((sum, { minor }) => sum + minor, 0), 10_001) // prettier-ignore
    assert.deepEqual(sale!.instalments.map(({ event, state }) => [event, state]), [['signature', 'due'], ['delivery', 'planned']]) // prettier-ignore
    assert.deepEqual(sale!.boxes.flatMap(({ territories }) => territories.leaves), ['PL']) // prettier-ignore
    assert.ok(!/Pepper|Portugal|77700|87701|PT/.test(JSON.stringify(view)))
    assert.ok(!/Salt|Poland|10001/.test(JSON.stringify(await house.viewOwnFilm(ben, { id: pepper, locale })).replaceAll('Salt Films', ''))) // prettier-ignore

    await tell(house, { salePrices: false })
    const silent = await house.viewOwnFilm(ana, { id: salt, locale })
    assert.deepEqual([silent.sold[0]!.price, silent.sold[0]!.instalments], [null, []])
    assert.ok(!/10001|5001|5000/.test(JSON.stringify(silent)))

    await tell(house, { salePrices: true })
    const deal = await house.viewDeal(SYSTEM, { id: dealId, reader: locale })
    await house.terminateDeal(SYSTEM, { id: dealId, baseRevision: deal.revision, lastDay: '2027-06-30', locale, note: null }) // prettier-ignore
    const ended = (await house.viewOwnFilm(ana, { id: salt, locale })).sold[0]!
    assert.deepEqual([ended.ended, ended.lastDay, ended.price?.minor], [true, '2027-06-30', 0])
    assert.deepEqual(ended.instalments.map(({ state }) => state), ['cancelled', 'cancelled']) // prettier-ignore
  })

  test('a licence that is older than the deals is told without a day of signature and a price; drafts, options and grants are not sales', async () => {
    const { house, member } = await open()
    const ana = await member('producer', 'Ana')
    const film = await aFilm(house)
    await own(house, ana, film)
    const entry = { kind: 'licence', exclusive: true, party: 'Old Channel', contract: 'L-7', clause: 'The words', territory: 'France', media: 'free-tv', from: '2026-01-01', to: '2027-12-31', note: 'Only for us' } // prettier-ignore
    const enter = (fields: object) => house.enterEntry(SYSTEM, { titleId: film, entry: { ...entry, ...fields }, acceptWarnings: true, note: null, locale }) // prettier-ignore
    await enter({})
    await enter({ kind: 'option', party: 'Optioning Channel', territory: 'Italy', expires: '2026-12-31' })
    await house.draftEntry(SYSTEM, {
      titleId: film,
      entry: { ...entry, party: 'Drafted Channel', territory: 'Spain' },
      note: null,
      locale,
    })
    const view = await house.viewOwnFilm(ana, { id: film, locale })
    assert.deepEqual(view.sold.map(({ company, reference, signedOn, price, ended }) => [company, reference, signedOn, price, ended]), [['Old Channel', 'L-7', null, null, false]]) // prettier-ignore
    assert.ok(!/Optioning|Drafted|The words|Only for us/.test(JSON.stringify(view)))
  })

  test('a correction waits at the desk for the editor, and its producer sees what became of it', async () => {
    const { house, member } = await open()
    const [ana, ben] = [await member('producer', 'Ana'), await member('producer', 'Ben')]
    const [editor, sales, rights] = [await member('editor'), await member('sales'), await member('rights')]
    const film = await aFilm(house)
    const theirs = await aFilm(house, 'Theirs')
    await house.assignProducer(SYSTEM, { id: film, userIds: [ana.userId!, ben.userId!] })
    const text = 'The running time is 54 minutes.'
    const one = await house.proposeCorrection(ana, { id: film, text: `  ${text} ` })
    assert.equal((await house.proposeCorrection(ana, { id: film, text })).id, one.id, 'sent twice it is one')
    await assert.rejects(house.proposeCorrection(ana, { id: theirs, text }), refused('not-found'))
    for (const wrong of [' ', 'x'.repeat(4_001)])
      await assert.rejects(house.proposeCorrection(ana, { id: film, text: wrong }), refused('invalid-input'))
    assert.deepEqual((await house.listCorrections(editor, {})).map(({ title, text, by, titleId }) => [title, text, by, titleId]), [['The Salt Road', text, 'Ana', film]]) // prettier-ignore
    assert.deepEqual(await house.listCorrections(editor, { titleId: theirs }), [])
    const { tasks } = await house.listTasks(sales, {})
    assert.deepEqual(tasks.map(({ about, subject, text }) => [about, subject?.kind, text]), [['The Salt Road', 'title', text]]) // prettier-ignore
    assert.deepEqual((await house.viewOwnFilm(ben, { id: film, locale })).corrections, [], 'another producer’s words are theirs')
    for (const other of [ana, sales, rights]) await assert.rejects(house.settleCorrection(other, { id: one.id, done: true }), refused('not-allowed')) // prettier-ignore
    await assert.rejects(house.listCorrections(ana, {}), refused('not-allowed'))
    const { id: task } = await house.addTask(sales, { text: 'Ring them', subject: null, due: null })
    await assert.rejects(house.settleCorrection(editor, { id: task, done: true }), refused('not-found'))
    await house.settleCorrection(editor, { id: one.id, done: true })
    assert.deepEqual(await house.listCorrections(editor, {}), [])
    assert.notEqual((await house.viewOwnFilm(ana, { id: film, locale })).corrections[0]!.doneAt, null)
    await house.settleCorrection(editor, { id: one.id, done: false })
    assert.equal((await house.listCorrections(editor, {})).length, 1)
    for (let n = 1; n < 50; n++) await house.proposeCorrection(ana, { id: film, text: `No. ${n}` })
    await assert.rejects(house.proposeCorrection(ana, { id: film, text: 'One too many' }), refused('limit-reached'))
  })

  test('a buyer is told nothing of it', async () => {
    const it = await open()
    const sales = await it.member('sales')
    const sale = await aSale(it.house, sales)
    const buyer = await aBuyer(it, sale.company, 'lead', 'Ana')
    await assert.rejects(it.house.viewOwnFilm(buyer, { id: sale.film, locale }), refused('not-allowed'))
    await assert.rejects(it.house.proposeCorrection(buyer, { id: sale.film, text: 'x' }), refused('not-allowed'))
  })
})
