import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeBounce, madeMail, HTML_MAIL } from '@vitrine/exchange/mail/made-mail'
import { SYSTEM } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const reader = 'en' as const
const refused = (code: string, reason?: string) => (thrown: unknown) =>
  isHouseError(thrown) && thrown.code === code && (reason === undefined || thrown.details['reason'] === reason)
const QUESTION = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }

async function aHouse({ house, member }: TestHouse) {
  const [editor, sales] = [await member('editor'), await member('sales')]
  const published = async (title: string) => {
    const { id, revision } = await house.createTitle(editor, { sheet: aSheet(title) })
    await house.publishTitle(editor, { id, baseRevision: revision })
    return id
  }
  const take = (mail: Parameters<typeof madeMail>[0]) => house.takeMail(SYSTEM, { bytes: madeMail(mail) })
  const view = (id: string | null) => house.viewRequest(sales, { id: id!, reader })
  return { sales, editor, published, take, view }
}

/** A letter of the house that has left, as its receiver has it: with its Message-ID. */
async function aLetter({ house, member }: TestHouse, to: string): Promise<string> {
  const sales = await member('sales')
  const title = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
  await house.sendAvailabilities(sales, { question: QUESTION, titleIds: [title.id], toName: 'Ada', toEmail: to, message: null, locale: 'en' })
  const [letter] = await house.takeLetters(SYSTEM)
  await house.noteLetter(SYSTEM, { id: letter!.id, attempts: 1, outcome: 'sent', status: 'sent' })
  return letter!.id
} // prettier-ignore

eachHouse('mail that comes in', (open) => {
  test('a letter becomes a request: its sender known, its films, its kind and its wishes guessed by its words', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, editor, published, take, view } = await aHouse(rooms)
    const [road, forest] = [await published('The Salt Road'), await published('Forest')]
    await published('Days')
    await house.createTitle(editor, { sheet: aSheet('The Salt River') })
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const { id: contactId } = await house.addContact(sales, { contact: { name: 'Ana Kovač', companyId: company.id, email: 'Ana@Kanal.example' } }) // prettier-ignore
    const taken = await take({
      subject: 'The Salt Road',
      text: 'Dear all,\n\nwe liked “Forest” too, and wonder about The Salt River.\nWe would like to buy SVOD and free TV rights for Poland, 3 years from 1 January 2027, exclusive.\nForest days are long.\n\n-- \nAna, Kanal Ost\nParis, France',
    })
    assert.deepEqual([taken.was, taken.known], ['request', false])
    const request = await view(taken.requestId)
    assert.deepEqual(request.titles.map(({ id }) => id), [road, forest]) // prettier-ignore
    assert.deepEqual(
      [request.channel, request.state, request.kind, request.companyId, request.contactId, request.name, request.subject],
      ['mail', 'new', 'terms', company.id, contactId, 'Ana Kovač', 'The Salt Road'],
    )
    assert.deepEqual(request.guesses?.titles, [{ id: road, words: 'The Salt Road' }, { id: forest, words: 'Forest' }]) // prettier-ignore
    assert.deepEqual([request.guesses?.kind, request.wished?.territories.leaves, request.wished?.from, request.wished?.to, request.wished?.exclusive], ['buy', ['PL'], '2027-01-01', '2029-12-31', true]) // prettier-ignore
    assert.ok(request.guesses?.wishes?.includes('Poland') && request.wished?.media.leaves.includes('svod'))
    assert.ok(request.message?.includes('Paris, France'))
  })

  test('a medium, a place and a time are wishes, also of whoever asks for a screener first; without a time they are none', async () => {
    const rooms = await open()
    const { take, view } = await aHouse(rooms)
    const both = await view((await take({ subject: 'Screener?', text: 'Could we see it? We would like free TV in Germany and Austria for three years from January 2027.' })).requestId) // prettier-ignore
    assert.deepEqual([both.kind, both.wished?.territories.leaves, both.wished?.from, both.wished?.to], ['terms', ['AT', 'DE'], '2027-01-01', '2029-12-31']) // prettier-ignore
    const watches = await view((await take({ text: 'A screener for our free TV team in Germany, please.' })).requestId)
    assert.deepEqual([watches.kind, watches.wished, watches.guesses], ['screener', null, { kind: 'screener' }])
  })

  test('the same message twice is one request, whichever way it came; another with the same id is another', async () => {
    const rooms = await open()
    const { sales, take } = await aHouse(rooms)
    const first = await take({})
    const again = await take({ headers: ['Received: from elsewhere'] })
    assert.deepEqual([again.known, again.requestId], [true, first.requestId])
    await take({ text: 'Another, by a program that has one id for all.' })
    await Promise.all([take({ id: null, text: 'No id.' }), take({ id: null, text: 'No id.' })])
    assert.equal((await rooms.house.listRequests(sales, { reader })).total, 3)
  })

  test('HTML becomes plain words; French is answered in French; what is enclosed is named', async () => {
    const rooms = await open()
    const { view } = await aHouse(rooms)
    const { requestId } = await rooms.house.takeMail(SYSTEM, { bytes: HTML_MAIL })
    const request = await view(requestId)
    assert.deepEqual([request.message, request.locale, request.kind], ['Bonjour,\n\nun lien pour La Forêt ?', 'fr', 'screener'])
    assert.deepEqual(request.mail.map(({ was, attachments }) => [was, attachments]), [['request', [{ name: 'brief.pdf', size: 14 }]]]) // prettier-ignore
  })

  test('whoever answers a letter about a deal writes into that deal', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, take, published } = await aHouse(rooms)
    const titleId = await published('The Salt Road')
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const { requestId } = await take({})
    const deal = await house.openDeal(sales, { deal: { companyId: company.id, requestId, titleIds: [titleId] }, reader })
    const reply = await take({ id: 'a2@kanal.example', headers: ['References: <a1@kanal.example> <x@elsewhere.example>'], text: 'Any news?\n\nOn Monday, Ana wrote:\n> Hello.' }) // prettier-ignore
    assert.deepEqual([reply.was, reply.requestId, reply.dealId], ['reply', requestId, deal.id])
    const seen = await house.viewDeal(sales, { id: deal.id, reader })
    assert.deepEqual(seen.mail.map(({ text, fromEmail }) => [text, fromEmail]), [['Any news?', 'ana@kanal.example']]) // prettier-ignore
    assert.equal(seen.events[0]?.what, 'takeMail')
    assert.ok(!JSON.stringify(seen.events).includes('kanal.example'))
  })

  test('whoever writes again about what was answered waits again', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, take, view } = await aHouse(rooms)
    const { requestId } = await take({})
    await house.stepRequest(sales, { id: requestId!, from: 'new', state: 'closed', reader })
    await take({ id: 'a2@kanal.example', headers: ['In-Reply-To: <a1@kanal.example>'], text: 'Are you there?' })
    const request = await view(requestId)
    assert.deepEqual([request.state, request.mail.map(({ was, text }) => [was, text])], ['taken', [['request', null], ['reply', 'Are you there?']]]) // prettier-ignore
    assert.equal((await house.listRequests(sales, { reader })).total, 1)
  })

  test('what no person wrote is noted, and is never a request; a letter of ours that comes back to us is nothing', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, take } = await aHouse(rooms)
    const letter = await aLetter(rooms, 'ada@buyers.example')
    assert.equal((await take({ subject: 'Out of office', headers: ['Auto-Submitted: auto-replied', `In-Reply-To: <${letter}@house.example>`] })).was, 'automatic') // prettier-ignore
    assert.equal((await take({ id: `${letter}@house.example` })).was, 'own')
    assert.equal((await house.listRequests(sales, { reader })).total, 0)
    assert.deepEqual((await house.viewInbox(sales)).counts, { request: 0, reply: 0, bounce: 0, automatic: 1, own: 1, refused: 0 })
  })

  test('an address is marked by a report that quotes our letter to it, and by nothing else', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales } = await aHouse(rooms)
    const bounce = (args: Parameters<typeof madeBounce>[0]) => house.takeMail(SYSTEM, { bytes: madeBounce(args) })
    const state = async (email: string) => (await house.viewMailAddress(sales, { email })).state
    const letter = await aLetter(rooms, 'Ada@buyers.example')
    const quotes = `${letter}@house.example`
    assert.equal((await bounce({ to: 'ada@buyers.example', quotes: null, id: '1@mx' })).was, 'automatic')
    assert.equal((await bounce({ to: 'ada@buyers.example', quotes: 'made-up@house.example', id: '2@mx' })).was, 'automatic')
    assert.equal((await bounce({ to: 'somebody@else.example', quotes, id: '3@mx', action: 'delayed', status: '4.4.1' })).was, 'bounce') // prettier-ignore
    assert.deepEqual([await state('ada@buyers.example'), await state('somebody@else.example')], ['ok', 'ok'])
    await bounce({ to: 'somebody@else.example', quotes, id: '4@mx' })
    await bounce({ to: 'ada@buyers.example', quotes, id: '5@mx', status: '5.2.2' })
    assert.deepEqual([await state('ada@buyers.example'), await state('somebody@else.example')], ['ok', 'ok'])
    const second = await aLetter(rooms, 'Ada@buyers.example')
    assert.equal((await bounce({ to: 'ada@buyers.example', quotes: `${second}@house.example`, id: '6@mx' })).was, 'bounce')
    assert.equal(await state('ada@buyers.example'), 'bounced')
    const { items } = await house.listLetters(sales, {})
    assert.deepEqual(items.map(({ id, state: fate, lastStatus }) => [id, fate, lastStatus]), [[second, 'given-up', '5.1.1'], [letter, 'given-up', '5.1.1']]) // prettier-ignore
  })

  test('what is no letter is refused with the reason; the desk is told once', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales } = await aHouse(rooms)
    await assert.rejects(house.takeMail(sales, { bytes: new Uint8Array() }), refused('unreadable-file', 'empty'))
    await assert.rejects(house.takeMail(sales, { bytes: madeMail({ from: null }) }), refused('unreadable-file', 'no-sender'))
    await assert.rejects(house.takeMail(await rooms.member('editor'), { bytes: madeMail() }), refused('not-allowed'))
    await assert.rejects(house.noteRefusedMail(sales, { name: 'x.eml', why: 'empty', hash: 'a'.repeat(64) }), refused('not-allowed')) // prettier-ignore
    for (const _ of [1, 2]) await house.noteRefusedMail(SYSTEM, { name: 'x.eml', why: 'empty', hash: 'a'.repeat(64) })
    const inbox = await house.viewInbox(sales)
    assert.deepEqual(inbox.refused.map(({ name, why }) => [name, why]), [['x.eml', 'empty']]) // prettier-ignore
    assert.equal((await house.listRequests(sales, { reader })).total, 0)
  })

  test('a person says what a request is: what they say is no guess any more', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, published, take, view } = await aHouse(rooms)
    await published('The Salt Road')
    const { requestId } = await take({ text: 'A screener of The Salt Road, please.' })
    const { titles } = await view(requestId)
    const right = await house.changeRequest(sales, { id: requestId!, change: { titleIds: titles.map(({ id }) => id) }, reader })
    assert.deepEqual(right.guesses, { kind: 'screener' })
    const other = await house.changeRequest(sales, { id: requestId!, change: { kind: 'terms', titleIds: [] }, reader })
    assert.deepEqual([other.kind, other.titles, other.guesses], ['terms', [], null])
    await assert.rejects(house.changeRequest(sales, { id: requestId!, change: { titleIds: ['none'] }, reader }), refused('not-found')) // prettier-ignore
  })

  test('requests are found by words: whoever asks, their company, the films, what they wrote; page by page', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, published, take } = await aHouse(rooms)
    const forest = await published('La Forêt')
    const company = await house.addCompany(sales, { company: { name: 'Télé Ouest S.A.' } })
    await house.enterRequest(sales, { request: { kind: 'screener', name: 'Jo Ferrant', companyId: company.id, titleIds: [forest] }, reader }) // prettier-ignore
    await take({ subject: 'Spring', text: 'A film about bees, 100% sure_ly' })
    const found = async (text: string) => (await house.listRequests(sales, { text, reader })).items.map(({ name }) => name)
    for (const text of ['ferrant', 'tele OUEST', 'foret', 'FERRANT télé forêt']) assert.deepEqual(await found(text), ['Jo Ferrant'], text) // prettier-ignore
    for (const text of ['kovac', 'bees spring', 'kanal.example']) assert.deepEqual(await found(text), ['Ana Kovač'], text)
    assert.deepEqual(await found('bees ferrant'), [])
    for (let n = 0; n < 4; n++) await take({ id: `n${n}@kanal.example`, text: `bees ${n}` })
    const first = await house.listRequests(sales, { text: 'bees', limit: 3, reader })
    const second = await house.listRequests(sales, { text: 'bees', limit: 3, cursor: first.nextCursor, reader })
    assert.deepEqual([first.total, first.items.length, second.items.length, second.nextCursor], [5, 3, 2, null])
  })

  test('a person who is erased is erased from their mail as well', async () => {
    const rooms = await open()
    const { house } = rooms
    const { sales, take } = await aHouse(rooms)
    const owner = await rooms.member('owner')
    const contact = await house.addContact(sales, { contact: { name: 'Ana Kovač', email: 'ana@kanal.example' } })
    const { requestId } = await take({ text: 'My own words.' })
    await take({ id: 'a2@kanal.example', headers: ['In-Reply-To: <a1@kanal.example>'], text: 'More of my words.' })
    const told = new TextDecoder().decode((await house.exportPerson(owner, { id: contact.id })).bytes)
    assert.ok(told.includes('More of my words.'))
    await house.erasePerson(owner, { id: contact.id, revision: contact.revision })
    const request = await house.viewRequest(sales, { id: requestId!, reader })
    assert.ok(!/words|Ana|kanal/.test(JSON.stringify(request)))
    assert.equal((await house.listRequests(sales, { text: 'kovac', reader })).total, 0)
  })
})
