import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import type { MarketFields, MeetingFields } from '../../contract/contacts.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const MARKET: MarketFields = { name: 'Sunny Side of Nowhere', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-04-12', lastDay: '2027-04-14', stand: 'Stand 12' } // prettier-ignore

async function atMarket({ house, member }: TestHouse) {
  const sales = await member('sales', 'Sam')
  const market = await house.saveMarket(sales, { market: MARKET })
  const company = await house.addCompany(sales, { company: { name: 'Kanal Ost', kinds: ['broadcaster'], slots: ['52’ history'], territory: 'DACH', media: 'free-tv, catch-up', languages: 'de' } }) // prettier-ignore
  const ana = await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: company.id, role: 'Acquisitions' } })
  const meeting = (from: number, more: Partial<MeetingFields> = {}): MeetingFields => ({ marketId: market.id, companyId: company.id, day: '2027-04-12', fromMinute: from, toMinute: from + 30, place: null, userIds: [sales.userId!], contactIds: [], titleIds: [], about: null, ...more }) // prettier-ignore
  return { sales, market, company, ana, meeting }
}

eachHouse('markets and meetings', (open) => {
  test('a schedule by day and time, with what clashes and for whom', async () => {
    const tested = await open()
    const { house } = tested
    const { sales, market, ana, meeting } = await atMarket(tested)
    const late = await house.saveMeeting(sales, { meeting: meeting(660, { contactIds: [ana.id] }) })
    const early = await house.saveMeeting(sales, { meeting: meeting(600) })
    assert.deepEqual(early.clashes, [])
    const clash = await house.saveMeeting(sales, { meeting: meeting(645, { userIds: [], contactIds: [ana.id] }) })
    assert.deepEqual(clash.clashes, [{ id: late.id, people: ['Ana Nowak'] }])
    const { meetings, members } = await house.openMarket(sales, { id: market.id })
    assert.deepEqual(meetings.map(({ id }) => id), [early.id, clash.id, late.id]) // prettier-ignore
    assert.deepEqual(meetings[2]?.clashes.map(({ id }) => id), [clash.id]) // prettier-ignore
    assert.ok(members.some(({ name }) => name === 'Sam'))
    await house.removeMeeting(sales, { id: clash.id, removed: true })
    assert.deepEqual((await house.openMeeting(sales, { id: late.id })).clashes, [])
    await house.removeMeeting(sales, { id: clash.id, removed: false })
    assert.equal((await house.listMarkets(sales))[0]?.meetings, 3)
  })

  test('what cannot be is refused by field: another day, an end before the beginning, people who are not there', async () => {
    const tested = await open()
    const { house, member } = tested
    const { sales, market, meeting } = await atMarket(tested)
    for (const wrong of [{ day: '2027-04-15' }, { toMinute: 600 }, { day: '2027-02-30' }])
      await assert.rejects(house.saveMeeting(sales, { meeting: meeting(600, wrong) }), refused('invalid-input'))
    const buyer = await member('buyer')
    for (const wrong of [
      { contactIds: ['none'] },
      { titleIds: ['none'] },
      { companyId: 'none' },
      { userIds: [buyer.userId!] },
      { marketId: 'none' },
    ])
      // prettier-ignore
      await assert.rejects(house.saveMeeting(sales, { meeting: meeting(600, wrong) }), refused('not-found'))
    const saved = await house.saveMeeting(sales, { meeting: meeting(600, { day: '2027-04-14' }) })
    await assert.rejects(house.saveMarket(sales, { id: market.id, revision: 1, market: { ...MARKET, lastDay: '2027-04-13' } }), refused('invalid-input')) // prettier-ignore
    await house.saveMeeting(sales, { id: saved.id, revision: 1, meeting: meeting(615, { day: '2027-04-14' }) })
    await assert.rejects(house.saveMeeting(sales, { id: saved.id, revision: 1, meeting: meeting(700) }), refused('revision-changed')) // prettier-ignore
  })

  test('notes from a telephone: late, twice, and after somebody else', async () => {
    const tested = await open()
    const { house, member } = tested
    const { sales, company, meeting } = await atMarket(tested)
    const other = await member('rights')
    const { id } = await house.saveMeeting(sales, { meeting: meeting(600) })
    assert.equal((await house.noteMeeting(sales, { id, seen: '', notes: 'Wants rivers.' })).outcome, 'saved')
    assert.equal((await house.noteMeeting(sales, { id, seen: '', notes: 'Wants rivers.' })).outcome, 'unchanged', 'sent twice')
    const late = await house.noteMeeting(other, { id, seen: '', notes: 'Wants ice.' })
    assert.deepEqual([late.outcome, late.value.notes, late.value.notedBy], ['conflict', 'Wants rivers.', 'Sam'])
    assert.equal((await house.noteMeeting(other, { id, seen: 'Wants rivers.', notes: 'Wants rivers.\nWants ice.' })).outcome, 'saved') // prettier-ignore
    const moved = await house.saveMeeting(sales, { id, revision: 1, meeting: meeting(630) })
    assert.equal(moved.notes, 'Wants rivers.\nWants ice.', 'moving an appointment leaves its notes')
    assert.equal((await house.openCompany(sales, { id: company.id })).dealings?.met[0]?.notes, moved.notes)
  })

  test('on paper: a day, or one person’s', async () => {
    const { printMeetings, printOneSheet, printSentList, printShortlist } = await import('@vitrine/press')
    const { extractText, getDocumentProxy } = await import('unpdf')
    const tested = await open({ print: { printMeetings, printOneSheet, printSentList, printShortlist } })
    const { house } = tested
    const { sales, market, ana, meeting } = await atMarket(tested)
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('Three Deltas') })
    await house.saveMeeting(sales, { meeting: meeting(600, { contactIds: [ana.id], titleIds: [title.id], place: 'Table 4' }) })
    await house.saveMeeting(sales, { meeting: meeting(600, { day: '2027-04-13', userIds: [], companyId: null, about: 'Walk-in hour' }) }) // prettier-ignore
    const textOf = async (args: { day?: string; userId?: string; locale?: 'fr' }) =>
      (await extractText(await getDocumentProxy(new Uint8Array(await house.printMeetings(sales, { marketId: market.id, locale: 'en', paper: 'a4', ...args }))), { mergePages: true })).text.replaceAll(/\s+/g, ' ') // prettier-ignore
    const mine = await textOf({ userId: sales.userId! })
    for (const words of [
      'Sunny Side of Nowhere',
      '10:00–10:30',
      'Table 4',
      'Kanal Ost',
      'Ana Nowak, Acquisitions',
      '52’ history',
      'Three Deltas',
    ])
      // prettier-ignore
      assert.ok(mine.includes(words), `${words}: ${mine}`)
    assert.ok(!mine.includes('Walk-in hour'))
    assert.ok((await textOf({ day: '2027-04-13' })).includes('Walk-in hour'))
    assert.match(mine, /Free TV, Catch-up/, 'by their names, not by the codes that were typed')
    const french = await textOf({ userId: sales.userId!, locale: 'fr' })
    for (const words of ['Europe germanophone', 'TV gratuite', 'allemand'])
      assert.ok(french.includes(words), `${words}: ${french}`)
  })
  test('cards of the house’s people: owners and sales people, or those who are named, and nobody from outside', async () => {
    const { printContactCards } = await import('@vitrine/press')
    const { extractText, getDocumentProxy } = await import('unpdf')
    const tested = await open({ print: { printContactCards } as never })
    const { house, member } = tested
    const { sales, market } = await atMarket(tested)
    const [editor, producer] = [await member('editor', 'Edda Redaktor'), await member('producer', 'Paul Producer')]
    const textOf = async (userIds?: string[]) =>
      (await extractText(await getDocumentProxy(new Uint8Array(await house.printContactCards(sales, { marketId: market.id, userIds: userIds ?? null, perPerson: 1, locale: 'en', paper: 'a4' }))), { mergePages: true })).text // prettier-ignore
    const ours = await textOf()
    assert.ok(ours.includes(sales.name) && ours.includes('Sunny Side of Nowhere'), ours)
    assert.ok(!ours.includes('Edda') && !ours.includes('Paul'))
    assert.ok((await textOf([editor.userId!])).includes('Edda Redaktor'))
    await assert.rejects(textOf([producer.userId!]), { code: 'not-found' })
    await assert.rejects(house.printContactCards(producer, { marketId: market.id, perPerson: 8, locale: 'en', paper: 'a4' }), { code: 'not-allowed' }) // prettier-ignore
  })
})
