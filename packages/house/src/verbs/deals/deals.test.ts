import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEAL_STATES, type DealState, OFFER_STATES, type OfferState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import type { DealView, OfferInput, OfferView } from '../../contract/deals.ts'
import { isHouseError } from '../../errors.ts'
import { aBuyer, aFilm, anOffer, aSale, someTerms, type TestSale } from '../../testing/deal-for-tests.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { failing } from '../../testing/refusals.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const reader = 'en' as const
const optionsOf = async (house: House, titleId: string) =>
  (await house.listEntries(SYSTEM, { titleId, locale: 'en' })).items.filter(({ kind }) => kind === 'option').map(({ status, expires }) => `${status} ${expires}`) // prettier-ignore

/** Brings a deal to a state by force, past the verbs: the database is told the steps in between. */
const WAY: Record<DealState, DealState[]> = {
  open: [],
  offered: ['offered'],
  agreed: ['offered', 'agreed'],
  contracted: ['offered', 'agreed', 'contracted'],
  signed: ['offered', 'agreed', 'signed'],
  completed: ['offered', 'agreed', 'signed', 'completed'],
  lost: ['lost'],
  terminated: ['offered', 'agreed', 'signed', 'terminated'],
}

eachHouse('deals', (open) => {
  test('a deal takes the next number, the name of its films and the language of its contact, and is found', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { deal, film, company } = await aSale(house, sales)
    assert.deepEqual([deal.reference, deal.name, deal.state, deal.owner], ['D-1', 'The Salt Road', 'open', 'the sales'])
    const second = await aSale(house, sales, 'Télé Rive')
    assert.equal(second.deal.number, 2)
    for (const filter of [{ text: 'kanal' }, { text: 'd-1' }, { titleId: film }, { companyId: company }, { text: 'SALT ost' }])
      assert.deepEqual((await house.listDeals(sales, filter)).items.map(({ id }) => id), [deal.id], JSON.stringify(filter)) // prettier-ignore
    assert.equal((await house.listDeals(sales, { ownerId: 'none' })).total, 0)
    assert.equal((await house.listDeals(sales, { ownerId: sales.userId! })).total, 2)
    const counted = await house.countDeals(sales, {})
    assert.equal(counted.states.find(({ state }) => state === 'open')?.total, 2)
    assert.deepEqual(counted.owners.map(({ name }) => name), ['the sales']) // prettier-ignore
  })

  test('pages of a list follow one another without a gap or a double', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { company } = await aSale(house, sales)
    for (let n = 0; n < 6; n++) await house.openDeal(sales, { deal: { companyId: company }, reader })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<House['listDeals']>> = await house.listDeals(sales, { cursor, limit: 2 })
      assert.equal(page.total, 7)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    assert.equal(new Set(seen).size, 7)
    assert.equal(seen.length, 7)
  })

  test('what is changed by hand is held by its revision; a contact is of the company, an owner of the house', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const { deal, company } = await aSale(house, sales)
    const other = await aSale(house, sales, 'Télé Rive')
    const change = (args: object, revision = deal.revision) => house.changeDeal(sales, { id: deal.id, revision, change: args, reader }) // prettier-ignore
    const changed = await change({ likelihood: 60, closesOn: '2027-02-01', expectedMinor: 900_000, ownerId: null })
    assert.deepEqual([changed.likelihood, changed.closesOn, changed.priceMinor, changed.ownerId, changed.revision], [60, '2027-02-01', 900_000, null, 2]) // prettier-ignore
    await assert.rejects(change({ name: 'Late' }), refused('revision-changed'))
    await assert.rejects(change({ contactId: other.contact }, 2), refused('not-found'))
    const buyer = await aBuyer(test, company, 'lead', 'Ana')
    await assert.rejects(change({ ownerId: buyer.userId }, 2), refused('not-found'))
    for (const wrong of [{ likelihood: 101 }, { closesOn: '2027-02-30' }, { expectedMinor: -1 }, { expectedMinor: 0.5 }])
      await assert.rejects(change(wrong, 2), refused('invalid-input'))
  })

  test('a lost deal says why, ends its offers, frees what it held, and can be opened again', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    await anOffer(house, sales, sale)
    const { revision } = await house.viewDeal(sales, { id: sale.deal.id, reader })
    await assert.rejects(
      house.loseDeal(sales, { id: sale.deal.id, revision, reason: 'weather' as never, reader }),
      refused('invalid-input'),
    )
    const lost = await house.loseDeal(sales, { id: sale.deal.id, revision, reason: 'no-slot', note: 'Until 2028', reader })
    assert.deepEqual([lost.state, lost.lostReason, lost.lostNote, lost.offers[0]?.state], ['lost', 'no-slot', 'Until 2028', 'withdrawn']) // prettier-ignore
    assert.deepEqual(await optionsOf(house, sale.film), ['rejected 2026-12-31'])
    const again = await house.reopenDeal(sales, { id: sale.deal.id, revision: lost.revision, reader })
    assert.deepEqual([again.state, again.lostReason, again.offers[0]?.state], ['open', null, 'withdrawn'])
  })

  test('every state of a deal: what may be done there happens, and everything else is wrong-state', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const film = await aFilm(house)
    const allowed: Record<string, DealState[]> = {
      loseDeal: ['open', 'offered', 'agreed', 'contracted'],
      reopenDeal: ['lost'],
      draftOffer: ['open', 'offered', 'agreed'],
    }
    for (const state of DEAL_STATES)
      for (const [verb, states] of Object.entries(allowed)) {
        const { deal } = await aSale(house, sales, `K ${state} ${verb}`, film)
        for (const step of WAY[state])
          await sql`update deal set state = ${step}, signed_on = '2026-11-22', lost_reason = ${step === 'lost' ? 'other' : null} where house_id = ${house.id} and id = ${deal.id}`.execute(database.db) // prettier-ignore
        const { revision } = deal
        const done =
          verb === 'draftOffer'
            ? house.draftOffer(sales, { dealId: deal.id, terms: someTerms(film), reader })
            : verb === 'loseDeal'
              ? house.loseDeal(sales, { id: deal.id, revision, reason: 'price', reader })
              : house.reopenDeal(sales, { id: deal.id, revision, reader })
        if (states.includes(state)) await done
        else await assert.rejects(done, refused('wrong-state'), `${verb} of a deal that is ${state}`)
      }
  })
})

/** Makes an offer of a side and a state with the verbs alone. */
async function inState(house: House, sales: Actor, sale: TestSale, state: OfferState): Promise<OfferView> {
  const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
  if (state === 'draft') return draft
  const live = await house.sendOffer(sales, { id: draft.id, revision: draft.revision, reader })
  const { id } = live
  if (state === 'accepted') return house.acceptOffer(sales, { id, reader })
  if (state === 'declined') return house.declineOffer(sales, { id, reader })
  if (state === 'withdrawn') return house.withdrawOffer(sales, { id, reader })
  if (state === 'countered') await house.counterOffer(sales, { id, terms: someTerms(sale.film, { note: 'less' }), reader })
  if (state === 'superseded') {
    const next = await house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
    await house.sendOffer(sales, { id: next.id, revision: next.revision, reader })
  }
  return house.viewOffer(sales, { id, reader })
}

eachHouse('offers', (open) => {
  test('every state of an offer: what may be done there happens, and everything else is wrong-state', async () => {
    const test = await open()
    const { house, member, database } = test
    const sales = await member('sales')
    const allowed: Record<string, OfferState[]> = {
      redraftOffer: ['draft'],
      sendOffer: ['draft'],
      withdrawOffer: ['draft', 'live', 'accepted', 'withdrawn'], // the last four: said again, answered the same
      declineOffer: ['live', 'declined'],
      acceptOffer: ['live', 'accepted'],
      counterOffer: ['live'],
    }
    for (const state of OFFER_STATES)
      for (const [verb, states] of Object.entries(allowed)) {
        const sale = await aSale(house, sales, `K ${state} ${verb}`)
        const offer = await inState(house, sales, sale, state === 'expired' ? 'live' : state)
        if (state === 'expired')
          await sql`update offer set state = 'expired' where house_id = ${house.id} and id = ${offer.id}`.execute(database.db)
        const { id, revision } = offer
        const terms = someTerms(sale.film)
        const done = {
          redraftOffer: () => house.redraftOffer(sales, { id, revision, terms, reader }),
          sendOffer: () => house.sendOffer(sales, { id, revision, reader }),
          withdrawOffer: () => house.withdrawOffer(sales, { id, reader }),
          declineOffer: () => house.declineOffer(sales, { id, reader }),
          acceptOffer: () => house.acceptOffer(sales, { id, reader }),
          counterOffer: () => house.counterOffer(sales, { id, terms, reader }),
        }[verb]!
        if (states.includes(state)) await done()
        else await assert.rejects(done(), refused('wrong-state'), `${verb} of an offer that is ${state}`)
      }
  })

  test('a live offer holds its rights through its last day, and its letter is written in the language of the contact', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const offer = await anOffer(house, sales, sale)
    assert.deepEqual(await optionsOf(house, sale.film), ['signed 2026-12-31'])
    const deal = await house.viewDeal(sales, { id: sale.deal.id, reader })
    assert.deepEqual([deal.state, deal.priceMinor, offer.version, offer.state], ['offered', 1_250_000, 1, 'live'])
    assert.deepEqual(offer.letters.map(({ to, state }) => [to, state]), [['ana@kanal-ost.example', 'waiting']]) // prettier-ignore
    const [letter] = await house.takeLetters(SYSTEM)
    assert.match(letter!.text, new RegExp(`https://films.example/en/room/offers/${offer.id}`))
    assert.deepEqual(deal.events.map(({ what }) => what), ['sendOffer', 'draftOffer', 'openDeal']) // prettier-ignore
  })

  test('an offer is refused by name: rights that are gone, that are not the house’s, a day that has passed, sums that are none', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const sold = { kind: 'licence', exclusive: true, party: 'Another', territory: 'Germany', media: 'free-tv', from: '2026-01-01', to: '2028-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: sale.film, entry: sold, acceptWarnings: true, note: null, locale: 'en' })
    const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
    const send = (revision: number) => house.sendOffer(sales, { id: draft.id, revision, reader })
    await assert.rejects(send(1), (thrown) => isHouseError(thrown) && thrown.code === 'rights-conflict' && JSON.stringify(thrown.details).includes('Another')) // prettier-ignore
    const check = await house.checkOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
    assert.equal(check.verdict, 'refused')
    assert.ok(check.lines[0]!.objections[0]!.text.length > 10)
    const terms = (changed: Partial<OfferInput>) => someTerms(sale.film, changed)
    const [line] = someTerms(sale.film).lines
    const cases: [OfferInput, string, RegExp][] = [
      [terms({ lines: [{ ...line!, rights: { ...line!.rights, territory: 'Japan' } }] }), 'rights-conflict', /./],
      [terms({ lines: [{ ...line!, rights: { ...line!.rights, territory: 'France' } }], expires: '2026-11-21' }), 'invalid-input', /last day has passed/], // prettier-ignore
      [terms({ package: { minor: 1_250_001 } }), 'invalid-input', /EUR.0\.01 to go/],
      [terms({ package: { minor: 1_249_999 } }), 'invalid-input', /: EUR.0\.01 too much".*: 0,01.EUR de trop/],
      [terms({ payments: [{ share: 9_999, event: 'signature', days: 0, day: null }] }), 'invalid-input', /0\.01% to go/],
      [terms({ lines: [] }), 'invalid-input', /no film/],
    ]
    let revision = 1
    for (const [changed, code, said] of cases) {
      revision = (await house.redraftOffer(sales, { id: draft.id, revision, terms: changed, reader })).revision
      await assert.rejects(send(revision), (thrown) => isHouseError(thrown) && thrown.code === code && said.test(JSON.stringify(thrown.details))) // prettier-ignore
    }
    assert.deepEqual(await optionsOf(house, sale.film), [], 'nothing was held by what was refused')
    await assert.rejects(house.redraftOffer(sales, { id: draft.id, revision, terms: terms({ lines: [{ ...line!, rights: { ...line!.rights, territory: 'Atlantis' } }] }), reader }), (thrown) => isHouseError(thrown) && JSON.stringify(thrown.details).includes('lines.0.rights.territory')) // prettier-ignore
    await assert.rejects(house.redraftOffer(sales, { id: draft.id, revision, terms: terms({ currency: 'XYZ' }), reader }), refused('invalid-input')) // prettier-ignore
  })

  test('two agents sell the same rights at once: exactly one offer goes out', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('sales', 'Bo')]
    const film = await aFilm(house)
    const sales = [await aSale(house, ana, 'Kanal Ost', film), await aSale(house, bo, 'Kanal West', film)]
    const drafts = await Promise.all(sales.map((sale, at) => house.draftOffer([ana, bo][at]!, { dealId: sale.deal.id, terms: someTerms(film), reader }))) // prettier-ignore
    const sent = await Promise.allSettled(drafts.map(({ id, revision }, at) => house.sendOffer([ana, bo][at]!, { id, revision, reader }))) // prettier-ignore
    assert.deepEqual(sent.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']) // prettier-ignore
    assert.ok(sent.every((one) => one.status === 'fulfilled' || refused('rights-conflict')(one.reason)))
    assert.deepEqual(await optionsOf(house, film), ['signed 2026-12-31'])
  })

  test('a draft that two people write at once is told to the second; a deal has one draft', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const terms = someTerms(sale.film)
    const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms, reader })
    await assert.rejects(house.draftOffer(sales, { dealId: sale.deal.id, terms, reader }), refused('wrong-state'))
    await house.redraftOffer(sales, { id: draft.id, revision: 1, terms, reader })
    await assert.rejects(house.redraftOffer(sales, { id: draft.id, revision: 1, terms, reader }), refused('revision-changed'))
    await assert.rejects(house.sendOffer(sales, { id: draft.id, revision: 1, reader }), refused('revision-changed'))
  })

  test('whoever is to be let in is seated with the offer that goes out, and not with one that does not', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const [sale, rival] = [await aSale(house, sales), await aSale(house, sales, 'Rival TV', await aFilm(house, 'The Ferry'))]
    const seated = async (companyId: string) => (await house.listSeats(sales, { companyId })).seats.map(({ email, companyRole }) => [email, companyRole]) // prettier-ignore
    const drafted = ({ deal, film }: TestSale) => house.draftOffer(sales, { dealId: deal.id, terms: someTerms(film), reader })
    const send = ({ id, revision }: OfferView) => house.sendOffer(sales, { id, revision, letIn: true, reader })
    const draft = await drafted(sale)
    const late = await drafted(rival)
    await assert.rejects(house.sendOffer(sales, { id: draft.id, revision: 2, letIn: true, reader }), refused('revision-changed'))
    assert.deepEqual(await seated(sale.company), [], 'the offer did not go out')
    assert.equal((await send(draft)).state, 'live')
    assert.deepEqual(await seated(sale.company), [['ana@kanal-ost.example', 'lead']])
    // nor does an offer go out whose reader cannot be let in
    const { email } = (await house.listUsers(SYSTEM)).find(({ role }) => role === 'sales')!
    await house.changeContact(sales, { id: rival.contact, from: { email: 'ana@rival-tv.example' }, to: { email } })
    await assert.rejects(send(late), refused('user-exists'))
    assert.equal((await house.viewOffer(sales, { id: late.id, reader })).state, 'draft')
  })

  test('an offer without a price does not go out, unless it is said to be free of charge', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const [line] = someTerms(sale.film).lines
    const draft = async (terms: Partial<ReturnType<typeof someTerms>>) => house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film, terms), reader }) // prettier-ignore
    const pathsOf = async ({ id, revision }: OfferView) => ((await failing(house.sendOffer(sales, { id, revision, reader }))).details['issues'] as { path: string; code: string }[]).map(({ path, code }) => `${code} ${path}`) // prettier-ignore
    assert.deepEqual(await pathsOf(await draft({ lines: [{ ...line!, minor: 0 }] })), ['unpriced lines[0].minor'])
    const second = await house.viewDeal(sales, { id: sale.deal.id, reader })
    const { id, revision } = second.offers[0]!
    const whole = await house.redraftOffer(sales, { id, revision, terms: someTerms(sale.film, { package: { minor: 0 }, lines: [{ ...line!, minor: 0 }] }), reader }) // prettier-ignore
    assert.deepEqual(await pathsOf(whole), ['unpriced package'])
    assert.equal((await house.viewDeal(sales, { id: sale.deal.id, reader })).state, 'open', 'nothing was sent')
    const sent = await house.sendOffer(sales, { id, revision: whole.revision, free: true, reader })
    assert.deepEqual([sent.state, sent.totalMinor], ['live', 0])
  })

  test('an accepted offer is agreed once, however often it is said, and its rights are held for the signature', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const { id } = await anOffer(house, sales, sale)
    const lead = await aBuyer(test, sale.company, 'lead', 'Ana')
    const colleague = await aBuyer(test, sale.company, 'colleague', 'Cy')
    await assert.rejects(house.acceptOffer(colleague, { id, reader }), refused('not-allowed'))
    const [one, other] = await Promise.all([house.acceptOffer(lead, { id, note: 'Yes', reader }), house.acceptOffer(lead, { id, note: 'Yes', reader })]) // prettier-ignore
    assert.deepEqual(one, other)
    assert.deepEqual([one.state, one.answer, one.settledBy, one.letters], ['accepted', 'Yes', 'Ana', []])
    await assert.rejects(house.declineOffer(lead, { id, reader }), refused('wrong-state'))
    await assert.rejects(house.counterOffer(lead, { id, terms: someTerms(sale.film), reader }), refused('wrong-state'))
    const deal = await house.viewDeal(sales, { id: sale.deal.id, reader })
    assert.deepEqual([deal.state, deal.events.filter(({ what }) => what === 'acceptOffer').length], ['agreed', 1])
    assert.deepEqual(await optionsOf(house, sale.film), ['signed 2027-02-20'], 'ninety days from the 22nd of November')
    assert.equal((await house.takeLetters(SYSTEM)).filter(({ subject }) => subject.includes('accepts your offer')).length, 1)
  })

  test('an offer and its answer are written in the language that each of the two chose', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const lead = await aBuyer(test, sale.company, 'lead', 'Ana')
    const email = 'ana@kanal-ost.example'
    await house.chooseMyLanguage(sales, { locale: 'fr' })
    const { id } = await anOffer(house, sales, sale)
    const { seats } = await house.seatBuyer(SYSTEM, { seat: { contactId: sale.contact, companyRole: 'lead' } })
    const seated = (await house.actorForUser(seats.find((seat) => seat.email === email)!.userId))!
    assert.ok((await house.takeLetters(SYSTEM)).some(({ to, text }) => to === email && text.includes('/en/room/offers/')))
    await house.acceptOffer(lead, { id, reader })
    const answer = (await house.takeLetters(SYSTEM)).find(({ text }) => text.includes(`/desk/deals/${sale.deal.id}`))!
    assert.match(answer.text, /\/fr\/desk\/deals\//)
    await house.chooseMyLanguage(seated, { locale: 'fr' })
    const again = await anOffer(house, sales, sale)
    assert.ok(
      (await house.takeLetters(SYSTEM)).some(({ to, text }) => to === email && text.includes(`/fr/room/offers/${again.id}`)),
    )
  })

  test('a counter-offer sets free what was held, holds nothing until the house agrees, and may only ask for what was offered', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const { id } = await anOffer(house, sales, sale)
    const lead = await aBuyer(test, sale.company, 'lead', 'Ana')
    const hidden = await aFilm(house, 'A film nobody knows of')
    await assert.rejects(house.counterOffer(lead, { id, terms: someTerms(hidden), reader }), refused('not-found'))
    const terms = someTerms(sale.film, { lines: [{ ...someTerms(sale.film).lines[0]!, minor: 1_000_000 }], expires: '2026-12-15' }) // prettier-ignore
    const counter = await house.counterOffer(lead, { id, terms, message: 'We have ten', reader })
    assert.deepEqual([counter.side, counter.state, counter.version, counter.totalMinor], ['buyer', 'live', 2, 1_000_000])
    assert.deepEqual(await house.counterOffer(lead, { id, terms, message: 'We have ten', reader }), counter, 'the same again is the same') // prettier-ignore
    assert.deepEqual(await optionsOf(house, sale.film), ['rejected 2026-12-31'])
    await assert.rejects(house.acceptOffer(lead, { id: counter.id, reader }), refused('not-allowed'), 'nobody accepts what they offered themselves') // prettier-ignore
    const { changes } = await house.compareOffers(lead, { before: id, after: counter.id, reader })
    assert.deepEqual(changes.map(({ field }) => field), ['price', 'expires', 'film-price']) // prettier-ignore
    assert.equal((await house.acceptOffer(sales, { id: counter.id, reader })).state, 'accepted')
    assert.deepEqual((await optionsOf(house, sale.film)).toSorted(), ['rejected 2026-12-31', 'signed 2027-02-20'])
    assert.equal((await house.viewDeal(sales, { id: sale.deal.id, reader })).priceMinor, 1_000_000)
  })

  test('rights that went while a counter-offer waited: it cannot be agreed to, and a buyer is not told who has them', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const open1 = await anOffer(house, sales, sale, someTerms(sale.film, { expires: null })) // holds nothing
    const sold = { kind: 'licence', exclusive: true, party: 'Another', territory: 'Germany', media: 'free-tv', from: '2026-01-01', to: '2028-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: sale.film, entry: sold, acceptWarnings: true, note: null, locale: 'en' })
    const lead = await aBuyer(test, sale.company, 'lead', 'Ana')
    await assert.rejects(house.acceptOffer(lead, { id: open1.id, reader }), (thrown) => isHouseError(thrown) && thrown.code === 'rights-conflict' && !JSON.stringify(thrown.details).includes('Another')) // prettier-ignore
    await assert.rejects(house.acceptOffer(sales, { id: open1.id, reader }), (thrown) => isHouseError(thrown) && JSON.stringify(thrown.details).includes('Another')) // prettier-ignore
    assert.equal((await house.viewDeal(sales, { id: sale.deal.id, reader })).state, 'offered')
  })

  test('a package is given to its films by the largest remainder; shares set by hand must add up', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const films = [sale.film, await aFilm(house, 'B'), await aFilm(house, 'C')]
    const lines = films.map((titleId) => ({ ...someTerms(titleId).lines[0]!, minor: 1 }))
    const check = await house.checkOffer(sales, { dealId: sale.deal.id, terms: { ...someTerms(sale.film), lines, package: { minor: 10_000, spread: true }, payments: [{ share: 5_000, event: 'signature', days: 0, day: null }, { share: 5_000, event: 'delivery', days: 30, day: null }] }, reader }) // prettier-ignore
    assert.deepEqual([check.shares, check.payments, check.faults], [[3_334, 3_333, 3_333], [5_000, 5_000], []])
    const byHand = await house.checkOffer(sales, { dealId: sale.deal.id, terms: { ...someTerms(sale.film), lines, package: { minor: 10_000 } }, reader }) // prettier-ignore
    assert.deepEqual(byHand.faults.map(({ code, missing }) => [code, missing]), [['allocation', 9_997]]) // prettier-ignore
  })
})

/** A house whose clock is set by hand. */
async function withClock(
  open: (parts?: object) => Promise<TestHouse>,
): Promise<{ test: TestHouse; setDay(day: string): Promise<House> }> {
  const test = await open()
  const { createHouse } = await import('../../house.ts')
  const { openFiles } = await import('../../files/open-files.ts')
  return {
    test,
    setDay: async (day) => createHouse({ database: test.database, files: await openFiles(test.folder), houseId: test.house.id, clock: () => new Date(`${day}T12:00:00Z`) }), // prettier-ignore
  }
}

eachHouse('offers and a clock that jumps', (open) => {
  test('an offer stands through its last day, ends the day after whoever looks first, and stays ended when the clock goes back', async () => {
    const { test, setDay } = await withClock(open)
    const sales = await test.member('sales')
    const sale = await aSale(test.house, sales)
    const { id } = await anOffer(test.house, sales, sale)
    const lastDay = await setDay('2026-12-31')
    assert.equal(await lastDay.expireOffers(SYSTEM), 0)
    assert.equal((await lastDay.viewOffer(sales, { id, reader })).state, 'live')
    const dayAfter = await setDay('2027-01-01')
    await assert.rejects(dayAfter.acceptOffer(sales, { id, reader }), (thrown) => isHouseError(thrown) && thrown.code === 'wrong-state' && thrown.details['state'] === 'expired') // prettier-ignore
    const deal: DealView = await dayAfter.viewDeal(sales, { id: sale.deal.id, reader })
    assert.deepEqual([deal.state, deal.offers[0]?.state, deal.events[0]?.what], ['open', 'expired', 'expireOffers'])
    assert.deepEqual(await optionsOf(dayAfter, sale.film), ['expired 2026-12-31'])
    const before = await setDay('2026-12-01')
    assert.equal(await before.expireOffers(SYSTEM), 0)
    await assert.rejects(before.acceptOffer(sales, { id, reader }), refused('wrong-state'))
  })

  test('the server ends what nobody looks at, once', async () => {
    const { test, setDay } = await withClock(open)
    const sales = await test.member('sales')
    for (const name of ['A', 'B', 'C']) await anOffer(test.house, sales, await aSale(test.house, sales, name))
    const later = await setDay('2031-06-01')
    assert.deepEqual(
      (await Promise.all([later.expireOffers(SYSTEM), later.expireOffers(SYSTEM)])).reduce((sum, ended) => sum + ended, 0),
      3,
    )
    assert.equal((await later.listDeals(sales, { state: 'open' })).total, 3)
  })
})

eachHouse('who sees a deal', (open) => {
  test('a buyer of another company never sees it, an unsent draft is nobody’s, and a colleague looks without binding', async () => {
    const test = await open()
    const { house, member } = test
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const other = await aSale(house, sales, 'Kanal West', sale.film)
    const lead = await aBuyer(test, sale.company, 'lead', 'Ana')
    const stranger = await aBuyer(test, other.company, 'lead', 'Bea')
    const homeless = await member('buyer', 'Nobody')
    const ask = { id: sale.deal.id, reader }
    const draft = await house.draftOffer(sales, { dealId: sale.deal.id, terms: someTerms(sale.film), reader })
    await assert.rejects(house.viewOffer(lead, { id: draft.id, reader }), refused('not-found'))
    await assert.rejects(house.viewDeal(lead, ask), refused('not-found'), 'nothing was offered yet')
    assert.equal((await house.listDeals(lead, {})).total, 0)
    const { id } = await house.sendOffer(sales, { id: draft.id, revision: 1, reader })
    const seen = await house.viewDeal(lead, ask)
    assert.deepEqual([seen.events, seen.likelihood, seen.priceMinor, seen.contact, seen.offers.length], [[], null, null, null, 1])
    assert.equal((await house.listDeals(lead, {})).total, 1)
    for (const buyer of [stranger, homeless]) {
      await assert.rejects(house.viewDeal(buyer, ask), refused('not-found'))
      for (const verb of ['viewOffer', 'acceptOffer', 'declineOffer', 'withdrawOffer'] as const)
        await assert.rejects(house[verb](buyer, { id, reader }), refused('not-found'), `${verb} ${buyer.name}`)
      await assert.rejects(house.counterOffer(buyer, { id, terms: someTerms(sale.film), reader }), refused('not-found'))
      await assert.rejects(house.compareOffers(buyer, { before: id, after: id, reader }), refused('not-found'))
    }
    assert.equal((await house.listDeals(stranger, { companyId: sale.company })).total, 0)
    assert.equal((await house.listDeals(homeless, {})).total, 0)
    for (const nobody of [VISITOR, await member('producer'), await member('editor')]) {
      await assert.rejects(
        house.viewDeal(nobody, ask),
        (thrown) => refused('sign-in-needed')(thrown) || refused('not-allowed')(thrown),
      )
      await assert.rejects(house.acceptOffer(nobody, { id, reader }), (thrown) => refused('sign-in-needed')(thrown) || refused('not-allowed')(thrown)) // prettier-ignore
    }
    await assert.rejects(house.withdrawOffer(lead, { id, reader }), refused('not-allowed'), 'the house’s offer is the house’s to withdraw') // prettier-ignore
  })
})
