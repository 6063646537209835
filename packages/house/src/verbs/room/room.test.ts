import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aBuyer, aFilm, anOffer, aSale } from '../../testing/deal-for-tests.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code

eachHouse('the room', (open) => {
  test('the desk seats a contact: a member is made, linked, and written to once', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { contact, company } = await aSale(house, sales)
    const seat = { contactId: contact, companyRole: 'lead' as const }
    const room = await house.seatBuyer(sales, { seat })
    assert.deepEqual(room.seats.map(({ email, companyRole }) => [email, companyRole]), [['ana@kanal-ost.example', 'lead']]) // prettier-ignore
    await house.seatBuyer(sales, { seat })
    const letters = (await house.takeLetters(SYSTEM)).filter(({ to }) => to === 'ana@kanal-ost.example')
    assert.equal(letters.length, 1)
    assert.match(letters[0]!.text, /\/en\/sign-in\?next=%2Fen%2Froom/)
    const actor = (await house.actorForUser(room.seats[0]!.userId))!
    assert.deepEqual([actor.role, actor.companyId, actor.companyRole], ['buyer', company, 'lead'])
    assert.equal((await house.openContact(sales, { id: contact })).contact.userId, actor.userId)
    const less = await house.seatBuyer(sales, { seat: { ...seat, companyRole: 'colleague' } })
    assert.equal(less.seats[0]?.companyRole, 'colleague')
    const gone = await house.unseatBuyer(sales, { userId: actor.userId! })
    assert.deepEqual(gone.seats, [])
    assert.deepEqual((await house.listLetters(await member('owner'), {})).items.filter(({ kind, state }) => kind === 'seat' && state === 'waiting'), []) // prettier-ignore
    assert.equal((await house.actorForUser(actor.userId!))?.companyId, null)
    assert.equal((await house.openContact(sales, { id: contact })).contact.userId, null)
  })

  test('nobody of the house, of another company, or shut out is seated; a contact needs an address and a company', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const owner = await member('owner')
    const { company } = await aSale(house, sales)
    const other = await aSale(house, sales, 'Télé Rive')
    const contact = async (fields: object) => (await house.addContact(sales, { contact: { name: 'B', companyId: company, ...fields } })).id // prettier-ignore
    const seat = async (fields: object) => house.seatBuyer(sales, { seat: { contactId: await contact(fields), companyRole: 'colleague' } }) // prettier-ignore
    await assert.rejects(seat({}), refused('invalid-input'))
    await assert.rejects(seat({ companyId: null, email: 'b@x.example' }), refused('invalid-input'))
    const staff = (await house.listUsers(owner)).find(({ id }) => id === sales.userId)!
    await assert.rejects(seat({ email: staff.email }), refused('user-exists'))
    await house.seatBuyer(sales, { seat: { contactId: other.contact, companyRole: 'lead' } })
    await assert.rejects(seat({ email: (other.deal.contact?.email ?? '').toUpperCase() }), refused('user-exists')) // prettier-ignore
    const shut = await house.addUser(owner, { name: 'Shut', email: 'shut@x.example', role: 'buyer' })
    await house.changeUser(owner, { id: shut.id, disabled: true })
    await assert.rejects(seat({ email: 'shut@x.example' }), refused('user-exists'))
  })

  test('a lead lets colleagues of their own company in and out; a colleague does not; nobody reaches another room', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const a = await aSale(house, sales)
    const b = await aSale(house, sales, 'Télé Rive')
    const lead = await aBuyer(it, a.company, 'lead', 'Ana')
    const colleague = await aBuyer(it, a.company, 'colleague', 'Ben')
    const stranger = await aBuyer(it, b.company, 'lead', 'Zoe')
    const seat = { name: 'Cleo', email: ' Cleo@Kanal.example ' }
    const seated = await house.seatBuyer(lead, { seat })
    const cleo = seated.seats.find(({ name }) => name === 'Cleo')!
    assert.deepEqual([cleo.email, cleo.companyRole], ['cleo@kanal.example', 'colleague'])
    await assert.rejects(house.seatBuyer(colleague, { seat }), refused('not-allowed'))
    await assert.rejects(house.unseatBuyer(colleague, { userId: cleo.userId }), refused('not-allowed'))
    await assert.rejects(house.unseatBuyer(lead, { userId: lead.userId! }), refused('not-allowed'))
    await assert.rejects(house.unseatBuyer(stranger, { userId: cleo.userId }), refused('not-found'))
    await assert.rejects(house.listSeats(stranger, { companyId: a.company }), refused('not-found'))
    await assert.rejects(house.seatBuyer(stranger, { seat: { contactId: a.contact, companyRole: 'lead' } as never }), refused('invalid-input')) // prettier-ignore
    await assert.rejects(house.seatBuyer(stranger, { seat }), refused('user-exists'))
    assert.deepEqual((await house.listSeats(stranger, {})).seats.map(({ name }) => name), ['Zoe']) // prettier-ignore
    assert.equal((await house.unseatBuyer(lead, { userId: cleo.userId })).seats.length, 2)
    for (const nobody of [VISITOR, await member('producer'), await member('editor')])
      await assert.rejects(house.listSeats(nobody, { companyId: a.company }))
  })

  test('the share of a film is the same in the lists as on its own page, whatever cuts its sheet lists and whenever they change', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const lead = await aBuyer(it, (await house.addCompany(sales, { company: { name: 'Kanal Ost' } })).id, 'lead', 'Ana')
    const sheetOf = (cuts: number[]) => ({ ...aSheet('Salt'), cuts: cuts.map((minutes) => ({ minutes, episodes: null, versions: [] })) }) // prettier-ignore
    const { id, revision } = await house.createTitle(SYSTEM, { sheet: sheetOf([52, 90]) })
    const { revision: baseRevision } = await house.publishTitle(SYSTEM, { id, baseRevision: revision })
    const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }
    const sold = { ...grant, kind: 'licence', territory: 'France', media: 'svod', cuts: '52', from: '2027-01-01', to: '2027-12-31' } // prettier-ignore
    for (const entry of [grant, sold]) await house.enterEntry(SYSTEM, { titleId: id, entry, locale: 'en' })
    const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }
    const shares = async () => [
      (await house.viewAvailability(sales, { titleId: id, question, locale: 'en' })).share,
      (await house.askAvailabilities(sales, { question, locale: 'en' })).rows[0]!.share,
      (await house.browseRoom(lead, { question, locale: 'en' })).rows[0]!.share,
    ]
    assert.deepEqual(await shares(), [2 / 3, 2 / 3, 2 / 3])
    await house.editTitle(SYSTEM, { id, baseRevision, sheet: sheetOf([52, 90, 26]) })
    assert.deepEqual(await shares(), [3 / 4, 3 / 4, 3 / 4])
    const only = { ...question, cut: '90' }
    assert.equal((await house.askAvailabilities(sales, { question: only, locale: 'en' })).rows[0]!.answer, 'full')
  })

  test('what can be had is told by class, for published films alone, for the company’s own rights', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const company = (await house.addCompany(sales, { company: { name: 'Kanal Ost', territory: 'Germany', media: 'free-tv' } })).id
    const lead = await aBuyer(it, company, 'lead', 'Ana')
    const free = await aFilm(house, 'Free')
    const held = await aFilm(house, 'Held')
    await aFilm(house, 'Draft')
    for (const id of [free, held])
      await house.publishTitle(SYSTEM, { id, baseRevision: (await house.openTitle(SYSTEM, { id })).revision })
    const entry = { kind: 'licence', exclusive: true, party: 'Secret Channel', territory: 'Germany', media: 'free-tv', from: '2026-01-01', to: '2031-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: held, entry, acceptWarnings: true, note: null, locale: 'en' })
    const view = await house.browseRoom(lead, { locale: 'en' })
    assert.deepEqual(view.rows.map(({ card, answer }) => [card.title, answer]), [['Free', 'full'], ['Held', 'none']]) // prettier-ignore
    assert.equal(view.rows[1]!.soonestFree, '2032-01-01')
    assert.deepEqual([view.total, view.question.territories.leaves], [2, ['DE']])
    assert.ok(!/Secret|Draft|because|entry/i.test(JSON.stringify(view)))
    const elsewhere = await house.browseRoom(lead, { question: { territory: 'France' }, locale: 'en' })
    assert.equal(elsewhere.counts.full, 2)
    await assert.rejects(house.browseRoom(lead, { question: { territory: 'Nowhere at all' }, locale: 'en' }), refused('invalid-input')) // prettier-ignore
    await assert.rejects(house.browseRoom(await member('buyer'), { locale: 'en' }), refused('not-allowed'))
  })

  test('what a company’s own offer holds is held for them until its last day, and for nobody else', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const elsewhere = await aSale(house, sales, 'Télé Rive')
    const free = await aFilm(house, 'Another Film')
    for (const id of [sale.film, free])
      await house.publishTitle(SYSTEM, { id, baseRevision: (await house.openTitle(SYSTEM, { id })).revision })
    const ours = await aBuyer(it, sale.company, 'colleague', 'Ana')
    const others = await aBuyer(it, elsewhere.company, 'lead', 'Zoe')
    const question = { territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2029-12-31', exclusive: false }
    await house.changeSettings(SYSTEM, { settings: { publicAvailability: true } })
    /** What the page of the film itself says: the same. */
    const onItsPage = async (actor: typeof ours) => {
      const { answer, heldUntil, regions } = await house.viewPublicAvailability(actor, {
        titleId: sale.film,
        question,
        locale: 'en',
      })
      return [answer, heldUntil, [...new Set(regions.map(({ status }) => status))]]
    }
    const rows = async (actor: typeof ours, asked = question) => (await house.browseRoom(actor, { question: asked, locale: 'en' })).rows.map(({ card, answer, heldUntil, soonestFree }) => [card.title, answer, heldUntil, soonestFree]) // prettier-ignore
    const offer = await anOffer(house, sales, sale)
    assert.deepEqual(await rows(ours), [['The Salt Road', 'full', '2026-12-31', null], ['Another Film', 'full', null, null]]) // prettier-ignore
    assert.deepEqual(await rows(others), [['Another Film', 'full', null, null], ['The Salt Road', 'none', null, '2030-01-01']]) // prettier-ignore
    assert.deepEqual(await onItsPage(ours), ['full', '2026-12-31', ['available']])
    assert.deepEqual(await onItsPage(others), ['none', null, ['blocked']])
    const pages = [await house.browseRoom(ours, { question, limit: 1, locale: 'en' })]
    pages.push(await house.browseRoom(ours, { question, limit: 1, cursor: pages[0]!.nextCursor, locale: 'en' }))
    assert.deepEqual(pages.map(({ rows: [row], total, counts }) => [row!.card.title, total, counts.full]), [['The Salt Road', 2, 2], ['Another Film', 2, 2]]) // prettier-ignore
    assert.equal(pages[1]!.nextCursor, null)
    assert.deepEqual((await rows(ours, { ...question, territory: 'Poland' })).map(([, , until]) => until), [null, null], 'elsewhere nothing is held') // prettier-ignore
    const sold = { kind: 'licence', exclusive: true, party: 'Secret Channel', territory: 'Austria', media: 'free-tv', from: '2026-01-01', to: '2031-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: sale.film, entry: sold, acceptWarnings: true, note: null, locale: 'en' })
    assert.deepEqual((await rows(ours, { ...question, territory: 'Germany, Austria' }))[0]!.slice(0, 3), ['The Salt Road', 'partial', '2026-12-31']) // prettier-ignore
    await house.acceptOffer(sales, { id: offer.id, reader: 'en' })
    assert.equal((await rows(ours))[0]![2], '2027-02-20', 'what is agreed is held for ninety days')
    await house.withdrawOffer(sales, { id: offer.id, reader: 'en' })
    assert.deepEqual((await rows(ours)).map(([, answer, until]) => [answer, until]), [['full', null], ['full', null]]) // prettier-ignore
  })

  test('one’s own shortlists, and nobody else’s', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const { company } = await aSale(house, sales)
    const lead = await aBuyer(it, company, 'lead', 'Ana')
    const ben = await aBuyer(it, company, 'colleague', 'Ben')
    await house.startShortlist(lead, { titleIds: [], name: 'Spring' })
    assert.deepEqual(
      (await house.listOwnShortlists(lead)).map(({ name, films }) => [name, films]),
      [['Spring', 0]],
    )
    assert.deepEqual(await house.listOwnShortlists(ben), [])
  })

  test('one who was let out answers no offer any more', async () => {
    const it = await open()
    const { house, member } = it
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const offer = await anOffer(house, sales, sale)
    const lead = await aBuyer(it, sale.company, 'lead', 'Ana')
    await house.unseatBuyer(sales, { userId: lead.userId! })
    const now = (await house.actorForUser(lead.userId!))!
    await assert.rejects(house.acceptOffer(now, { id: offer.id, reader: 'en' }), refused('not-found'))
    await assert.rejects(house.viewOffer(now, { id: offer.id, reader: 'en' }), refused('not-found'))
  })
})
