import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import type { EntryInput, EntryView } from '../../contract/rights.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'
import { failing } from '../../testing/refusals.ts'

const grant: EntryInput = { kind: 'grant', exclusive: true, territory: 'World excl. Japan', media: 'all', from: '2020-01-01', to: '2035-12-31', party: 'Salt Films', contract: 'A-1' } // prettier-ignore
const licence: EntryInput = { kind: 'licence', exclusive: true, territory: 'France, Monaco', media: 'free-tv', languages: 'fr', from: '2027-01-01', to: '2028-12-31', party: 'Canal Sud', contract: 'L-1', clause: 'Free television, two years' } // prettier-ignore
const question = { territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true }
const locale = 'en' as const

async function aTitle(house: House, name = 'Salt'): Promise<string> {
  const { id } = await house.createTitle(SYSTEM, {
    sheet: aSheet(name, { cuts: [{ minutes: 52, episodes: null, versions: [] }] }),
  })
  return id
}
const enter = (house: House, actor: Actor, titleId: string, entry: EntryInput, more: object = {}): Promise<EntryView> =>
  house.enterEntry(actor, { titleId, entry, locale, ...more })

eachHouse('the rights book', (open) => {
  test('an entry is written, answered from, and explained by its clause', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const sold = await enter(house, rights, titleId, licence)
    assert.equal(sold.text, 'Free TV · France, Monaco · French · 1 January 2027 to 31 December 2028')

    const view = await house.viewAvailability(rights, { titleId, question, locale })
    assert.equal(view.answer, 'partial')
    const blocked = view.regions.find((region) => region.status === 'blocked')
    assert.deepEqual(blocked?.because, [sold.id])
    assert.equal(view.entries[sold.id]?.clause, 'Free television, two years')
    assert.equal(view.firstFullyMet, '2029-01-01')
    assert.ok(view.repairs.length > 0)

    const asked = await house.askAvailabilities(rights, { question, locale })
    assert.deepEqual([asked.total, asked.counts.partial, asked.rows[0]?.card.id], [1, 1, titleId])
    assert.ok(asked.rows[0]!.share > 0 && asked.rows[0]!.share < 1)
    const open_ = await house.askAvailabilities(rights, { question: { ...question, territory: 'Poland' }, locale })
    assert.equal(open_.counts.full, 1)
  })

  test('a holdback that a licence imposes without a last day ends with it: on its page, in answers, and for whoever buys next', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const sold = await enter(house, rights, titleId, { ...licence, holdbacks: [{ territory: 'France', media: 'svod' }] })
    assert.equal(sold.imposes[0]?.to, '2028-12-31')
    assert.equal(sold.terms.imposes[0]?.to, null, 'as it was written')
    const later = { ...question, media: 'svod', from: '2028-12-01', to: '2029-06-30' }
    assert.equal((await house.viewAvailability(rights, { titleId, question: later, locale })).firstFullyMet, '2029-01-01')
    const platform = { ...licence, territory: 'France', media: 'svod', party: 'A platform', contract: 'L-2' }
    const refused = await failing(enter(house, rights, titleId, { ...platform, from: '2028-12-31', to: '2029-12-31' }))
    assert.equal(refused.code, 'rights-conflict')
    await enter(house, rights, titleId, { ...platform, from: '2029-01-01', to: '2029-12-31' })
  })

  test('a region is free when all of it can be had, not when the next licence begins', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, { ...grant, to: '2030-12-31' })
    const first = await enter(house, rights, titleId, { ...licence, territory: 'France' })
    const second = await enter(house, rights, titleId, { ...licence, territory: 'France', from: '2029-01-01', to: '2029-06-30', party: 'Kanal Ost' }) // prettier-ignore
    const last = await enter(house, rights, titleId, { ...licence, territory: 'France', media: 'svod', from: '2027-01-01', to: '2030-12-31' }) // prettier-ignore
    const view = await house.viewAvailability(rights, { titleId, question: { ...question, languages: 'fr', media: 'free-tv, svod', to: '2032-12-31' }, locale }) // prettier-ignore
    const free = (id: string) =>
      view.regions.find(({ because, status }) => status === 'blocked' && because.includes(id))?.freeFrom
    assert.deepEqual([free(first.id), free(second.id), free(last.id)], ['2029-07-01', '2029-07-01', null])
    assert.ok(
      view.regions
        .filter(({ status }) => status === 'available' || status === 'not-owned')
        .every(({ freeFrom }) => freeFrom === null),
    )
  })

  test('what contradicts the book is refused with what stands in the way, and nothing is written', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const sold = await enter(house, rights, titleId, licence)
    const refused = await failing(enter(house, rights, titleId, { ...licence, territory: 'Europe' }))
    assert.equal(refused.code, 'rights-conflict')
    assert.deepEqual((refused.details['objections'] as { code: string; entries: string[] }[]).map(({ code, entries }) => [code, entries]), [['sold', [sold.id]]]) // prettier-ignore
    assert.equal((await house.listEntries(rights, { titleId, locale })).items.length, 2)

    const unheld = await failing(enter(house, rights, titleId, { ...licence, territory: 'Japan' }))
    assert.deepEqual(
      (unheld.details['objections'] as { code: string }[]).map(({ code }) => code),
      ['not-owned'],
    )
    const warned = await failing(enter(house, rights, titleId, { ...grant, contract: 'A-2' }))
    assert.equal(warned.code, 'rights-warnings')
    await enter(house, rights, titleId, { ...grant, contract: 'A-2' }, { acceptWarnings: true })
  })

  test('nonsense is refused by field', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    for (const [field, entry] of Object.entries<EntryInput>({
      territory: { ...licence, territory: 'Atlantis' },
      media: { ...licence, media: 'telepathy' },
      languages: { ...licence, languages: 'fr:sung' },
      to: { ...licence, from: '2028-01-01', to: '2027-01-01' },
      from: { ...licence, from: '2027-02-29' },
      kind: { ...licence, kind: 'gift' },
      expires: { ...licence, kind: 'option' },
      event: { ...licence, event: { kind: 'delivery' }, from: null },
    })) {
      const failure = await failing(enter(house, rights, titleId, entry))
      assert.equal(failure.code, 'invalid-input', field)
      assert.equal((failure.details['issues'] as { path: string }[])[0]?.path, field)
    }
  })

  test('a draft blocks nothing, is signed on the committed book, and uses up its option', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const sales = await member('sales')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const option = await enter(house, rights, titleId, { ...licence, kind: 'option', exclusive: false, expires: '2027-01-31' })
    const draft = await house.draftEntry(sales, { titleId, entry: licence, locale })
    assert.equal(draft.status, 'draft')

    const held = await failing(house.signEntry(rights, { id: draft.id, baseVersion: 1, locale }))
    assert.deepEqual((held.details['objections'] as { code: string; entries: string[] }[]).map(({ code, entries }) => [code, entries]), [['optioned', [option.id]]]) // prettier-ignore
    assert.equal((await failing(house.signEntry(sales, { id: draft.id, baseVersion: 1, locale }))).code, 'not-allowed')
    const signed = await house.signEntry(rights, { id: draft.id, baseVersion: 1, takesUp: [option.id], locale })
    assert.equal(signed.status, 'signed')
    assert.equal((await house.viewEntry(rights, { id: option.id, locale })).status, 'taken-up')
    assert.equal(
      (await failing(house.redraftEntry(sales, { id: draft.id, baseVersion: 2, entry: licence, locale }))).code,
      'entry-settled',
    )
    assert.equal((await failing(house.signEntry(rights, { id: draft.id, baseVersion: 1, locale }))).code, 'revision-changed')
  })

  test('amending and ending leave the past as it was, and the book can be read as it was recorded', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const sold = await enter(house, rights, titleId, licence)
    const whole = { ...question, territory: 'France', languages: 'fr', to: '2030-12-31' }
    const blockedDays = async (asOf?: { recordedAt: string }): Promise<string[]> =>
      (
        await house.viewAvailability(rights, { titleId, question: whole, locale, ...(asOf === undefined ? {} : { asOf }) })
      ).regions
        .filter(({ status }) => status === 'blocked')
        .map(({ from, to }) => `${from} ${to}`)
    assert.deepEqual(await blockedDays(), ['2027-01-01 2028-12-31'])

    const extended = await house.amendEntry(rights, { id: sold.id, baseVersion: 1, entry: { ...licence, to: '2029-12-31' }, effective: '2028-01-01', locale }) // prettier-ignore
    assert.deepEqual(await blockedDays(), ['2027-01-01 2029-12-31'])
    const ended = await house.terminateEntry(rights, {
      id: sold.id,
      baseVersion: 2,
      lastDay: '2028-06-30',
      note: 'the channel closed',
      locale,
    })
    assert.deepEqual(await blockedDays(), ['2027-01-01 2028-06-30'])
    assert.equal(ended.lastDay, '2028-06-30')
    assert.deepEqual(ended.history.map(({ verb, effective }) => [verb, effective]), [['enterEntry', null], ['amendEntry', '2028-01-01'], ['terminateEntry', '2028-07-01']]) // prettier-ignore

    assert.deepEqual(await blockedDays({ recordedAt: sold.history[0]!.at }), ['2027-01-01 2028-12-31'])
    assert.deepEqual(await blockedDays({ recordedAt: extended.history[1]!.at }), ['2027-01-01 2029-12-31'])
    assert.deepEqual(await blockedDays({ recordedAt: '2020-01-01T00:00:00Z' }), [])
  })

  test('groups that change later do not change what was signed; a dated event and used-up runs make a window smaller', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const waiting = await enter(house, rights, titleId, {
      ...licence,
      event: { kind: 'delivery', months: 12 },
      runs: 2,
      catchUpDays: 7,
    })
    assert.ok(waiting.undated && waiting.terms.boxes[0]!.territories.includes('MC'))
    const dated = await house.dateEntry(rights, { id: waiting.id, baseVersion: 1, eventDate: '2027-03-01', locale })
    assert.deepEqual([dated.undated, dated.firstDay, dated.lastDay], [false, '2027-03-01', '2028-02-29'])
    await house.dateEntry(rights, { id: waiting.id, baseVersion: 2, broadcast: '2027-04-02', locale })
    const used = await house.dateEntry(rights, { id: waiting.id, baseVersion: 3, broadcast: '2027-05-10', locale })
    assert.equal(used.lastDay, '2027-05-17')
  })

  test('a broadcast that is noted, and an event that is dated, leave an amendment to its day', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const france = {
      ...licence,
      territory: 'France',
      runs: 3,
      catchUpDays: 7,
      event: { kind: 'delivery' as const, months: null },
    }
    const sold = await enter(house, rights, titleId, france)
    await house.amendEntry(rights, { id: sold.id, baseVersion: 1, entry: { ...france, territory: 'France, Germany' }, effective: '2027-06-01', locale }) // prettier-ignore
    const inGermany = async () =>
      (
        await house.viewAvailability(rights, {
          titleId,
          question: { ...question, territory: 'Germany', languages: 'fr' },
          locale,
        })
      ).regions
        .filter(({ status }) => status === 'blocked')
        .map(({ from, to }) => [from, to])
    const fromJune = [['2027-06-01', '2028-12-31']]
    assert.deepEqual(await inGermany(), fromJune)
    await house.dateEntry(rights, { id: sold.id, baseVersion: 2, eventDate: '2027-02-01', locale })
    assert.deepEqual(await inGermany(), fromJune)
    const noted = await house.dateEntry(rights, { id: sold.id, baseVersion: 3, broadcast: '2027-03-01', locale })
    assert.deepEqual(await inGermany(), fromJune)
    // What happened counts in what was agreed before as well: the window of France began with the delivery.
    assert.equal(noted.firstDay, '2027-02-01')
    const other = await enter(house, rights, titleId, { ...licence, territory: 'Germany', to: '2027-05-31', party: 'Kanal Ost' })
    assert.equal(other.status, 'signed', 'Germany is free until June')
  })

  test('a grant is not ended or cut under what was sold without a word, and what is sold beyond a grant is on the watch list', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    const held = await enter(house, rights, titleId, grant)
    const sold = await enter(house, rights, titleId, licence)
    const ending = { id: held.id, baseVersion: 1, lastDay: '2027-12-31', locale }
    const cut = { id: held.id, baseVersion: 1, entry: { ...grant, territory: 'Poland' }, effective: null, locale }
    for (const refused of [await failing(house.terminateEntry(rights, ending)), await failing(house.amendEntry(rights, cut))]) {
      assert.equal(refused.code, 'rights-warnings')
      assert.deepEqual((refused.details['objections'] as { code: string; entries: string[] }[]).map(({ code, entries }) => [code, entries]), [['leaves-uncovered', [sold.id]]]) // prettier-ignore
    }
    const beyond = async () => (await house.watchRights(rights, { locale })).filter(({ kind }) => kind === 'sold-beyond-grant').map(({ day, entry }) => [day, entry.id]) // prettier-ignore
    assert.deepEqual(await beyond(), [])
    const ended = await house.terminateEntry(rights, { ...ending, acceptWarnings: true })
    assert.equal(ended.lastDay, '2027-12-31')
    assert.deepEqual(await beyond(), [['2028-01-01', sold.id]])
    assert.equal((await house.terminateEntry(rights, { id: sold.id, baseVersion: 1, lastDay: '2028-06-30', locale })).status, 'terminated') // prettier-ignore
    assert.deepEqual(await beyond(), [['2028-01-01', sold.id]], 'a licence that is ended for later still runs until then')
  })

  test('the watch list looks at what is sold in each of its measures, and in perpetuity', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const found = async (titleId: string) => (await house.watchRights(rights, { locale })).filter(({ kind, entry }) => kind === 'sold-beyond-grant' && entry.titleId === titleId).map(({ day }) => day) // prettier-ignore
    const laterCut = async (grants: EntryInput[], sale: EntryInput): Promise<string> => {
      const titleId = await aTitle(house, `Film ${grants.length} ${sale.media}`)
      for (const one of grants) await enter(house, rights, titleId, one, { acceptWarnings: true })
      const whole = await enter(house, rights, titleId, grant, { acceptWarnings: true })
      await enter(house, rights, titleId, sale, { acceptWarnings: true })
      await house.terminateEntry(rights, { id: whole.id, baseVersion: 1, lastDay: null, acceptWarnings: true, locale })
      return titleId
    }
    const tv = { ...grant, media: 'free-tv, pay-tv' }
    const svod = { ...licence, media: 'svod', to: '2030-12-31' }
    assert.deepEqual(await found(await laterCut([tv, { ...grant, media: 'svod', to: '2027-12-31' }], svod)), ['2028-01-01'])
    assert.deepEqual(await found(await laterCut([{ ...grant, to: null }], { ...licence, to: null })), [])
    assert.deepEqual(await found(await laterCut([{ ...grant, languages: 'de' }], licence)), ['2027-01-01'])
    const perpetual = await aTitle(house, 'For ever')
    const for_ever = await enter(house, rights, perpetual, { ...grant, to: null })
    await enter(house, rights, perpetual, { ...licence, to: null })
    await house.amendEntry(rights, {
      id: for_ever.id,
      baseVersion: 1,
      entry: grant,
      effective: null,
      acceptWarnings: true,
      locale,
    })
    assert.deepEqual(await found(perpetual), ['2036-01-01'])
  })

  test('a list stays as it was sent, and says when it is no longer true', async () => {
    const { house, member } = await open()
    const [rights, sales, visitor] = [await member('rights'), await member('sales'), { kind: 'visitor', userId: null, name: '', role: 'visitor', scopes: null } as Actor] // prettier-ignore
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    const sent = await house.sendAvailabilities(sales, { question, titleIds: [titleId], toName: 'A Buyer', locale })
    assert.equal(sent.rows[0]?.answer, 'full')
    assert.equal((await house.listSentLists(sales, { locale })).items[0]?.stale, false)

    const simulated = await house.simulateRights(rights, { titleId, entry: licence, locale })
    assert.deepEqual(
      simulated.staleLists.map(({ id }) => id),
      [sent.id],
    )
    assert.ok(
      simulated.changes.length > 0 &&
        simulated.changes.every(({ before, after }) => before === 'available' && after === 'blocked'),
    )
    assert.equal((await house.listSentLists(sales, { locale })).items[0]?.stale, false)

    const sold = await enter(house, rights, titleId, licence)
    assert.equal((await house.listSentLists(sales, { locale })).items[0]?.stale, true)
    const { changes } = await house.compareSentList(sales, { id: sent.id, locale })
    assert.deepEqual(
      changes.map(({ sent: was, now, entries }) => [was, now, entries.map(({ id }) => id)]),
      [['full', 'partial', [sold.id]]],
    )
    // a film without a public page is not linked for a stranger
    assert.deepEqual(
      (await house.viewSentList(visitor, { token: sent.token })).rows,
      sent.rows.map((row) => ({ ...row, slug: null })),
    )
    await house.recallSentList(sales, { id: sent.id })
    assert.equal((await failing(house.viewSentList(visitor, { token: sent.token }))).code, 'not-found')
  })

  test('the watch list names what ends, lapses and waits; the calendar is for whoever has its address, while its owner may', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, { ...grant, to: '2027-06-30' })
    await enter(house, rights, titleId, { ...licence, kind: 'option', exclusive: false, from: '2027-01-01', to: '2027-03-31', expires: '2026-12-15' }) // prettier-ignore
    await enter(house, rights, titleId, { ...licence, territory: 'Poland', languages: 'all', from: '2027-01-01', to: '2027-05-31', event: { kind: 'first-broadcast' } }) // prettier-ignore
    const items = await house.watchRights(rights, { locale })
    assert.deepEqual(items.map(({ outer }) => outer), [null, null, null, '2027-05-31']) // prettier-ignore
    assert.deepEqual(items.map(({ kind, day }) => [kind, day]), [['option-lapses', '2026-12-15'], ['licence-ends', '2027-05-31'], ['grant-ends', '2027-06-30'], ['undated-event', null]]) // prettier-ignore
    const { token } = await house.startRightsCalendar(rights)
    const visitor: Actor = { kind: 'visitor', userId: null, name: '', role: 'visitor', scopes: null }
    const text = await house.rightsCalendar(visitor, { token, locale })
    const days = [...text.replaceAll('\r\n ', '').matchAll(/DTSTART[^:]*:(\d+)[\s\S]*?SUMMARY:(.*)/g)].map(([, day, what]) => `${day} ${what!.split(':')[0]!.replaceAll('\\,', ',').trim()}`) // prettier-ignore
    assert.deepEqual(days.sort(), ['20261215 Option lapses', '20270531 Licence ends', '20270531 Outer date, event not dated', '20270630 Our rights end']) // prettier-ignore
    assert.equal((await failing(house.rightsCalendar(visitor, { token: 'another', locale }))).code, 'not-found')
    await house.startRightsCalendar(rights)
    assert.equal((await failing(house.rightsCalendar(visitor, { token, locale }))).code, 'not-found')
  })

  test('what a buyer sees of a public film gives nothing away', async () => {
    const { house, member } = await open()
    const [rights, buyer] = [await member('rights'), await member('buyer')]
    const titleId = await aTitle(house)
    await enter(house, rights, titleId, grant)
    await enter(house, rights, titleId, licence)
    const ask = () => house.viewPublicAvailability(buyer, { titleId, question, locale })
    assert.equal((await failing(ask())).code, 'not-found') // a draft, and the house has not said that it wishes it
    await house.publishTitle(SYSTEM, { id: titleId, baseRevision: 1 })
    await house.changeSettings(SYSTEM, { settings: { publicAvailability: true } })
    const seen = await ask()
    assert.equal(seen.answer, 'partial')
    assert.ok(!JSON.stringify(seen).includes('Canal Sud') && !JSON.stringify(seen).includes('because'))
    assert.equal((await failing(house.viewAvailability(buyer, { titleId, question, locale }))).code, 'not-allowed')
  })
})
