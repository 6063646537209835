import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { House } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { aFilm, someTerms } from '../../testing/deal-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const names = (found: { items: { name: string }[] }) => found.items.map(({ name }) => name)

eachHouse('companies and people', (open) => {
  test('a company is found by its name, its channels, its country in two languages and its people, without accents', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const rive = await house.addCompany(sales, { company: { name: 'Télé Rive S.A.', kinds: ['broadcaster'], country: 'BE', channels: ['Rive Doc'] } }) // prettier-ignore
    await house.addCompany(sales, { company: { name: 'Kanal Ost GmbH', kinds: ['broadcaster', 'platform'], country: 'DE' } })
    await house.addContact(sales, { contact: { name: 'Zoé Świątek', companyId: rive.id, email: 'zoe@tele-rive.example' } })
    for (const text of ['tele riv', 'RIVE DOC', 'belgique', 'Belgium', 'swiatek', 'zoe@tele', 'zoe rive', 'zoé belgium'])
      assert.deepEqual(names(await house.listCompanies(sales, { text })), ['Télé Rive S.A.'], text)
    assert.deepEqual(names(await house.listCompanies(sales, { kind: 'broadcaster' })), ['Kanal Ost GmbH', 'Télé Rive S.A.'])
    assert.deepEqual(names(await house.listCompanies(sales, { kind: 'platform', text: '%' })), ['Kanal Ost GmbH'])
    assert.deepEqual(names(await house.listContacts(sales, { text: 'zoe rive' })), ['Zoé Świątek'])
    assert.equal((await house.listCompanies(sales, {})).items[1]!.people, 1)
    assert.equal((await house.listCompanies(sales, { text: 'atlantis' })).total, 0)
  })

  test('pages follow one another without a gap or a double, also among equal names', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    for (let n = 0; n < 7; n++) await house.addCompany(sales, { company: { name: n < 4 ? 'Same' : `Other ${n}` } })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<House['listCompanies']>> = await house.listCompanies(sales, { cursor, limit: 2 })
      assert.equal(page.total, 7)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    assert.equal(new Set(seen).size, 7)
    assert.equal(seen.length, 7)
  })

  test('what a company looks for is kept as written and as leaves; what cannot be read is refused by field', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, {
      company: { name: 'Kanal Ost', territory: 'DACH', media: 'free-tv, catch-up', languages: 'de', slots: ["52' current affairs", '90’ feature'] },
    }) // prettier-ignore
    assert.equal(company.territory?.text, 'DACH')
    assert.ok(company.territory?.leaves.includes('AT'))
    assert.deepEqual(company.slots.map(({ from, themes, genres }) => [from, themes, genres]), [[52, ['current-affairs'], []], [90, [], ['feature-documentary']]]) // prettier-ignore
    await assert.rejects(
      house.changeCompany(sales, {
        id: company.id,
        from: { territory: 'DACH', web: null },
        to: { territory: 'Polnad', web: 'javascript:1' },
      }),
      (thrown) =>
        isHouseError(thrown) && JSON.stringify((thrown.details['issues'] as { path: string }[]).map(({ path }) => path).toSorted()) === '["territory","web"]', // prettier-ignore
    )
    assert.equal((await house.openCompany(sales, { id: company.id })).company.revision, 1)
  })

  test('two people at once: different fields both stand, the same field is told to the second, and either can be taken back', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('rights', 'Bo')]
    const { id } = await house.addCompany(ana, { company: { name: 'Kanal Ost', country: 'DE' } })
    assert.equal((await house.changeCompany(ana, { id, from: { country: 'DE' }, to: { country: 'AT' } })).outcome, 'saved')
    assert.equal(
      (await house.changeCompany(bo, { id, from: { name: 'Kanal Ost' }, to: { name: 'Kanal Ost AG' } })).outcome,
      'saved',
    )
    const late = await house.changeCompany(bo, { id, from: { country: 'DE', phone: null }, to: { country: 'CH', phone: '1' } })
    assert.ok(late.outcome === 'conflict')
    assert.deepEqual(late.clashing, [{ field: 'country', theirs: 'AT', mine: 'CH' }])
    assert.equal(late.by, 'Bo')
    const now = (await house.openCompany(ana, { id })).company
    assert.deepEqual([now.name, now.country, now.phone], ['Kanal Ost AG', 'AT', null], 'nothing of what clashed was written')
    assert.equal((await house.changeCompany(ana, { id, from: { country: 'AT' }, to: { country: 'DE' } })).outcome, 'saved')
    assert.equal((await house.changeCompany(ana, { id, from: { country: 'FR' }, to: { country: 'DE' } })).outcome, 'unchanged')
  })

  test('a person: languages, consent and time are read; what is none is refused', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const person = await house.addContact(sales, {
      contact: { name: 'Ana Nowak', email: '', languages: 'French, en', channel: 'phone', consent: 'given', consentOn: '2026-01-05', keptUntil: '2026-11-21' },
    }) // prettier-ignore
    assert.equal(person.email, null)
    assert.deepEqual(person.languages.split(', ').toSorted(), ['en', 'fr'])
    assert.deepEqual(names(await house.listContacts(sales, { due: true })), ['Ana Nowak'], 'the 21st is past on the 22nd')
    for (const wrong of [{ email: 'no address' }, { keptUntil: '2026-02-30' }, { languages: 'Qwertz' }, { companyId: 'none' }])
      await assert.rejects(house.addContact(sales, { contact: { name: 'X', ...wrong } }), (thrown) => isHouseError(thrown))
    const changed = await house.changeContact(sales, { id: person.id, from: { role: null }, to: { role: 'Acquisitions' } })
    assert.ok(changed.outcome === 'saved' && changed.value.role === 'Acquisitions')
  })

  test('taken back as long as nothing points to it', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { id } = await house.addCompany(sales, { company: { name: 'A mistake' } })
    const person = await house.addContact(sales, { contact: { name: 'Somebody', companyId: id } })
    await assert.rejects(house.removeCompany(sales, { id }), refused('still-needed'))
    const note = await house.addNote(sales, { subject: { kind: 'company', id }, text: 'Met Somebody', contactIds: [person.id] })
    await assert.rejects(house.removeContact(sales, { id: person.id }), refused('still-needed'))
    await house.removeNote(sales, { id: note.id, removed: true })
    await assert.rejects(house.removeContact(sales, { id: person.id }), refused('still-needed'), 'the note can be brought back')
    const other = await house.addContact(sales, { contact: { name: 'Nobody' } })
    await house.removeContact(sales, { id: other.id })
    await assert.rejects(house.openContact(sales, { id: other.id }), refused('not-found'))
  })

  test('dealings are known by mail address and by name', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { id } = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: id, email: 'Ana@kanal-ost.example' } })
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('The Salt Road') })
    const ask = { kind: 'other' as const, titleIds: [], name: 'Ana', message: 'Please', locale: 'en' as const }
    await house.sendRequest(VISITOR, { ...ask, email: 'ana@KANAL-ost.example', company: null })
    await house.sendRequest(VISITOR, { ...ask, email: 'other@elsewhere.example', company: 'kanal ost' })
    await house.sendRequest(VISITOR, { ...ask, email: 'stranger@elsewhere.example', company: 'Kanal West' })
    const terms = { kind: 'licence', exclusive: true, party: 'KANAL OST', territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2028-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: title.id, entry: { ...terms, kind: 'grant', party: 'The producer' }, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: title.id, entry: terms, acceptWarnings: true, note: null, locale: 'en' })
    await house.sendAvailabilities(SYSTEM, { question: { territory: 'Germany', media: 'svod', from: '2027-01-01', to: null, exclusive: false }, titleIds: [title.id], toName: 'Ana', toEmail: 'ana@kanal-ost.example', locale: 'en' }) // prettier-ignore
    const { dealings } = await house.openCompany(sales, { id })
    assert.equal(dealings?.asked.length, 2)
    assert.equal(dealings?.sent.length, 1)
    assert.deepEqual(dealings?.bought.map(({ title, firstDay }) => [title, firstDay]), [['The Salt Road', '2027-01-01']]) // prettier-ignore
  })

  test('what was bought, is on offer and was turned down is known from deals, whatever names the rights book has', async () => {
    const table = await open()
    const { house, member } = table
    const sales = await member('sales')
    const { dealId } = await signDeal(table, { company: 'Kanal Ost' })
    const { id: companyId } = await house.addCompany(sales, { company: { name: 'Kanal Öst AB' } }) // by which the book does not know it
    await sql`update deal set company_id = ${companyId} where house_id = ${house.id} and id = ${dealId}`.execute(table.database.db) // prettier-ignore
    const film = await aFilm(house, 'The Long River')
    const openDeal = async () => (await house.openDeal(sales, { deal: { companyId, titleIds: [film] }, reader: 'en' })).id
    const lost = await openDeal()
    await house.loseDeal(sales, { id: lost, revision: 1, reason: 'no-slot', note: 'Not before 2028', reader: 'en' })
    const declined = await openDeal()
    const offerIn = async (deal: string) => {
      const draft = await house.draftOffer(sales, { dealId: deal, terms: someTerms(film), reader: 'en' })
      return house.sendOffer(sales, { id: draft.id, revision: draft.revision, reader: 'en' })
    }
    const { id } = await offerIn(declined)
    await house.declineOffer(sales, { id, note: 'Too dear', reader: 'en' })
    const { id: standing } = await offerIn(await openDeal())

    const { dealings } = await house.openCompany(sales, { id: companyId })
    assert.deepEqual(dealings?.bought.map(({ title, dealId: of, contract }) => [title, of, contract]), [['Salt', dealId, 'D-1']]) // prettier-ignore
    assert.deepEqual(dealings?.offered.map(({ id: of, reference, titles, minor, state }) => [of, reference, titles[0]?.title, minor, state]), [[standing, 'D-4', 'The Long River', 1_250_000, 'live']]) // prettier-ignore
    assert.deepEqual(dealings?.refused.map(({ reference, titles, reason, note }) => [reference, titles[0]?.title, reason, note]), [['D-3', 'The Long River', 'declined', 'Too dear'], ['D-2', 'The Long River', 'no-slot', 'Not before 2028']]) // prettier-ignore

    await house.withdrawOffer(sales, { id: standing, reader: 'en' })
    await offerIn(declined) // they are spoken with again
    const after = (await house.openCompany(sales, { id: companyId })).dealings
    assert.deepEqual(after?.refused.map(({ reference }) => reference), ['D-2']) // prettier-ignore
    assert.deepEqual(after?.offered.map(({ reference }) => reference), ['D-3']) // prettier-ignore
    const other = await house.addCompany(sales, { company: { name: 'Another' } })
    const nothing = (await house.openCompany(sales, { id: other.id })).dealings
    assert.deepEqual([nothing?.bought, nothing?.offered, nothing?.refused], [[], [], []])
  })

  test('an editor sees companies and nothing of people; buyers and producers see neither', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { id } = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: id } })
    const editor = await member('editor')
    assert.equal((await house.listCompanies(editor, { text: 'nowak' })).total, 0, 'not even by being looked for')
    const page = await house.openCompany(editor, { id })
    assert.deepEqual([page.people, page.notes, page.tasks, page.dealings], [null, null, null, null])
    await assert.rejects(house.listContacts(editor, {}), refused('not-allowed'))
    for (const role of ['buyer', 'producer'] as const)
      await assert.rejects(house.listCompanies(await member(role), {}), refused('not-allowed'))
    await assert.rejects(house.openCompany(VISITOR, { id }), refused('sign-in-needed'))
  })
})

eachHouse('notes and tasks', (open) => {
  test('a note is found with its subject and with the people it names; a second writer is told', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { id } = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const ana = await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: id } })
    const note = await house.addNote(sales, { subject: { kind: 'company', id }, text: 'Wants rivers.', contactIds: [ana.id] })
    assert.equal((await house.openContact(sales, { id: ana.id })).notes[0]?.text, 'Wants rivers.')
    const changed = await house.changeNote(sales, { id: note.id, revision: 1, text: 'Wants rivers, and ice.' })
    await assert.rejects(house.changeNote(sales, { id: note.id, revision: 1, text: 'Late' }), refused('revision-changed'))
    await house.removeNote(sales, { id: note.id, removed: true })
    assert.equal((await house.openCompany(sales, { id })).notes?.length, 0)
    await house.removeNote(sales, { id: note.id, removed: false })
    assert.deepEqual((await house.openCompany(sales, { id })).notes?.map(({ text }) => text), [changed.text]) // prettier-ignore
    await assert.rejects(house.addNote(sales, { subject: { kind: 'company', id: 'none' }, text: 'x' }), refused('not-found'))
    await assert.rejects(house.addNote(sales, { subject: { kind: 'company', id }, text: 'x', contactIds: ['none'] }), refused('not-found')) // prettier-ignore
  })

  test('my day: what is due today and before, mine and nobody’s, the longest overdue first', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('rights', 'Bo')]
    const { id } = await house.addCompany(ana, { company: { name: 'Kanal Ost' } })
    await house.addTask(ana, { subject: { kind: 'company', id }, text: 'Call back', due: '2026-11-22' })
    await house.addTask(ana, { text: 'Send the trailer', due: '2026-11-20' })
    await house.addTask(ana, { text: 'For whoever comes', due: '2026-11-21', ownerId: null })
    await house.addTask(ana, { text: 'Tomorrow', due: '2026-11-23' })
    await house.addTask(ana, { text: 'Some day' })
    await house.addTask(bo, { text: 'Not Ana’s', due: '2026-11-22' })
    const day = await house.listTasks(ana, {})
    assert.equal(day.today, '2026-11-22')
    assert.deepEqual(day.tasks.map(({ text, about }) => [text, about]), [['Send the trailer', null], ['For whoever comes', null], ['Call back', 'Kanal Ost']]) // prettier-ignore
    assert.equal((await house.listTasks(ana, { whose: 'all', through: null })).tasks.length, 6)
    const first = day.tasks[0]!
    const done = await house.changeTask(ana, { id: first.id, revision: first.revision, done: true })
    assert.notEqual(done.doneAt, null)
    assert.equal((await house.listTasks(ana, {})).tasks.length, 2)
    const back = await house.changeTask(ana, { id: first.id, revision: done.revision, done: false })
    assert.equal(back.doneAt, null)
    await assert.rejects(house.changeTask(ana, { id: first.id, revision: 1, text: 'x' }), refused('revision-changed'))
  })
})
