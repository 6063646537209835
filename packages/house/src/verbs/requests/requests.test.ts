import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayStep } from '@vitrine/deals/states/machine'
import { REQUEST, REQUEST_STATES } from '@vitrine/deals/states/machines'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const reader = 'en' as const
const ask = { kind: 'screener' as const, titleIds: [], name: 'Jo Ferrant', email: 'jo@tv-ouest.example', company: 'TV Ouest', message: 'Please.', locale: 'fr' as const } // prettier-ignore

eachHouse('requests', (open) => {
  test('somebody asks for several films and the rights they wish; a draft cannot be asked for', async () => {
    const { house, member } = await open()
    const [editor, sales] = [await member('editor'), await member('sales')]
    const published = async (title: string) => {
      const { id, revision } = await house.createTitle(editor, { sheet: aSheet(title) })
      await house.publishTitle(editor, { id, baseRevision: revision })
      return id
    }
    const [a, b] = [await published('Asked For'), await published('Asked Too')]
    const draft = await house.createTitle(editor, { sheet: aSheet('Draft') })
    const { id } = await house.sendRequest(VISITOR, { ...ask, kind: 'terms', titleIds: [a, b, a], wishes: { territory: 'DACH', media: 'free tv', exclusive: true } }) // prettier-ignore
    await assert.rejects(house.sendRequest(VISITOR, { ...ask, titleIds: [a, draft.id] }), refused('not-found'))
    await assert.rejects(house.sendRequest(VISITOR, { ...ask, email: 'jo' }), refused('invalid-input'))
    await assert.rejects(house.sendRequest(VISITOR, { ...ask, wishes: { territory: 'Atlantis' } }), (thrown) => isHouseError(thrown) && JSON.stringify(thrown.details).includes('territory')) // prettier-ignore
    const seen = await house.viewRequest(sales, { id, reader })
    assert.deepEqual(seen.titles.map(({ title }) => title), ['Asked For', 'Asked Too']) // prettier-ignore
    assert.deepEqual([seen.state, seen.channel, seen.wished?.from, seen.wished?.to, seen.wished?.exclusive], ['new', 'site', '2026-11-22', null, true]) // prettier-ignore
    assert.ok(seen.wished?.territories.leaves.includes('AT'))
    assert.equal((await house.listRequests(sales, { state: 'waiting', reader })).total, 1)
    for (const nobody of [editor, await member('buyer'), await member('producer')])
      await assert.rejects(house.listRequests(nobody, { reader }), refused('not-allowed'), nobody.name)
    await assert.rejects(house.viewRequest(sales, { id: 'none', reader }), refused('not-found'))
  })

  test('who asks is known by exactly one address; by two it is not; by the domain a company is suggested, but not of a public one', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, { company: { name: 'Télé Ouest S.A.' } })
    const contact = { name: 'Jo Ferrant', companyId: company.id, email: 'Jo@tv-ouest.example' }
    const { id: contactId } = await house.addContact(sales, { contact })
    const sent = async (changed: object) => house.viewRequest(sales, { id: (await house.sendRequest(VISITOR, { ...ask, ...changed })).id, reader }) // prettier-ignore
    const known = await sent({})
    assert.deepEqual([known.companyId, known.contactId, known.suggested], [company.id, contactId, []])
    const colleague = await sent({ email: 'other@TV-ouest.example', company: null })
    assert.deepEqual([colleague.companyId, colleague.suggested.map(({ name }) => name)], [null, ['Télé Ouest S.A.']])
    await house.addContact(sales, { contact: { ...contact, email: 'somebody@gmail.com' } })
    assert.deepEqual((await sent({ email: 'else@gmail.com', company: null })).suggested, [])
    await house.addContact(sales, { contact: { ...contact, name: 'Jo again' } })
    assert.equal((await sent({})).companyId, null)
    const matched = await house.matchRequest(sales, { id: colleague.id, companyId: company.id, contactId, reader })
    assert.deepEqual([matched.company, matched.contactId], ['Télé Ouest S.A.', contactId])
    const back = await house.matchRequest(sales, { id: colleague.id, companyId: null, reader })
    assert.deepEqual([back.companyId, back.contactId], [null, null])
    await assert.rejects(house.matchRequest(sales, { id: colleague.id, companyId: 'none', reader }), refused('not-found'))
  })

  test('every pair of states: a step that follows is taken, any other is wrong-state, and so is one that somebody took first', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    for (const from of REQUEST_STATES)
      for (const state of REQUEST_STATES) {
        const { id } = await house.sendRequest(VISITOR, ask)
        if (from !== 'new') await house.stepRequest(sales, { id, from: 'new', state: from, reader })
        const step = house.stepRequest(sales, { id, from, state, reader })
        if (mayStep(REQUEST, from, state)) assert.equal((await step).state, state, `${from} ${state}`)
        else await assert.rejects(step, refused('wrong-state'), `${from} ${state}`)
        if (from !== state && mayStep(REQUEST, from, state))
          await assert.rejects(house.stepRequest(sales, { id, from, state, reader }), refused('wrong-state'))
      }
  })

  test('two take one request at once: exactly one has it', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('sales', 'Bo')]
    const { id } = await house.sendRequest(VISITOR, ask)
    const taken = await Promise.allSettled([ana, bo].map((actor) => house.stepRequest(actor, { id, from: 'new', state: 'taken', reader }))) // prettier-ignore
    assert.deepEqual(taken.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']) // prettier-ignore
  })

  test('what was told to somebody is entered, and a deal is made of it', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('The Salt Road') })
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const request = await house.enterRequest(sales, { request: { kind: 'terms', name: 'Ana', companyId: company.id, titleIds: [title.id] }, reader }) // prettier-ignore
    assert.deepEqual([request.state, request.owner, request.channel, request.company], ['taken', 'the sales', 'entered', 'Kanal Ost']) // prettier-ignore
    const deal = await house.openDeal(sales, { deal: { companyId: company.id, requestId: request.id, titleIds: [title.id] }, reader }) // prettier-ignore
    assert.equal(deal.requestId, request.id)
    const after = await house.viewRequest(sales, { id: request.id, reader })
    assert.deepEqual([after.state, after.deal], ['answered', { id: deal.id, reference: 'D-1' }])
  })
})
