/** What a stranger or a careless program may send to a verb, and what must come back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from './actors.ts'
import { isHouseError } from './errors.ts'
import { aSheet, eachHouse } from './testing/house-for-tests.ts'
import { toCursor } from './input.ts'

const code = (wanted: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === wanted

/** Letters without a pattern, so that no index can store them short. */
function noise(seed: number, length: number, from: number, letters: number): string {
  let state = seed * 2_654_435_761 + 12_345
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return String.fromCodePoint(from + ((state >>> 8) % letters))
  }).join('')
}

eachHouse('hostile input', (open) => {
  test('an address, id, cursor or revision that cannot be one is the asker’s mistake, not ours', async () => {
    const { house } = await open()
    const made = await house.createTitle(SYSTEM, { sheet: aSheet('Standing') })
    const asked = [
      () => house.viewTitle(VISITOR, { slug: 'a\0', locale: 'en' }),
      () => house.viewPerson(VISITOR, { slug: '\0', locale: 'en' }),
      () => house.viewCollection(VISITOR, { slug: '\0', locale: 'en' }),
      () => house.viewShortlist(VISITOR, { token: '\0', locale: 'en' }),
      () => house.openPicture(VISITOR, { id: '\0', width: 160, format: 'webp' }),
      () => house.listDroppedSheets(SYSTEM, { cursor: toCursor('no day', 'x') }),
      () => house.readAudit(SYSTEM, { cursor: toCursor('no number') }),
      () => house.viewRevision(SYSTEM, { id: made.id, revision: 1e21 }),
      () => house.editTitle(SYSTEM, { id: made.id, baseRevision: 'first' as never, sheet: aSheet('Changed') }),
    ]
    for (const ask of asked) await assert.rejects(ask, code('invalid-input'))
    assert.equal((await house.openTitle(SYSTEM, { id: made.id })).sheet.title, 'Standing')
  })

  test('a sheet with more and longer words than an index takes is stored all the same', async () => {
    const { house } = await open()
    const georgian = Array.from({ length: 8000 }, (_, n) => noise(n + 1, 48, 0x10d0, 33))
    const made = await house.createTitle(SYSTEM, {
      sheet: aSheet('Many Words', {
        keywords: georgian,
        identifiers: {
          isan: noise(2, 9000, 65, 26),
          eidr: noise(3, 9000, 65, 26),
          imdb: null,
          tmdb: null,
          wikidata: null,
          reference: null,
        },
      }),
    })
    assert.equal((await house.listTitles(SYSTEM, { text: 'many words', locale: 'en' })).cards[0]?.id, made.id)
  })

  test('an address that a browser would run is refused, however it is hidden', async () => {
    const { house } = await open()
    const checked = (url: string) => {
      const contacts = [{ name: 'Ada', role: null, company: null, email: null, phone: null, url }]
      return house.checkSheet(SYSTEM, { sheet: aSheet('Addressed', { contacts }) })
    }
    for (const url of ['javascript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', ' data:text/html,x'])
      await assert.rejects(checked(url), code('invalid-input'), JSON.stringify(url))
    for (const url of ['https://films.example', 'films.example:8080/x', 'mailto:ada@films.example']) await checked(url)
  })

  test('whom to call about a film is told to those who work on it, and to nobody else', async () => {
    const { house, member } = await open()
    const contacts = [{ name: 'Ada Ferrant', role: null, company: null, email: 'ada@films.example', phone: '1', url: null }]
    const made = await house.createTitle(SYSTEM, { sheet: aSheet('Called', { contacts }) })
    await house.publishTitle(SYSTEM, { id: made.id, baseRevision: 1 })
    const [own, buyer, sales] = [await member('producer'), await member('buyer'), await member('sales')]
    const shown = async (actor: typeof own) => (await house.viewTitle(actor, { id: made.id, locale: 'en' })).sheet.contacts.length
    assert.deepEqual([await shown(VISITOR), await shown(buyer), await shown(own), await shown(sales)], [0, 0, 0, 1])
    await house.assignProducer(SYSTEM, { id: made.id, userIds: [own.userId!] })
    assert.equal(await shown(own), 1)
  })

  test('a misspelt word does not spell out a draft', async () => {
    const { house } = await open()
    const film = await house.createTitle(SYSTEM, { sheet: aSheet('Harbour Songs') })
    await house.publishTitle(SYSTEM, { id: film.id, baseRevision: 1 })
    await house.createTitle(SYSTEM, { sheet: aSheet('Kalimov Confidential') })
    const asked = await house.browse(VISITOR, { text: 'kalimof', locale: 'en' })
    assert.deepEqual([asked.total, asked.readAs], [0, {}])
    const beside = await house.browse(VISITOR, { text: 'kalimof harbuor', locale: 'en' })
    assert.deepEqual(beside.readAs, { harbuor: ['harbour'] })
    const desk = await house.listTitles(SYSTEM, { text: 'kalimof', locale: 'en' })
    assert.deepEqual([desk.total, desk.readAs], [1, { kalimof: ['kalimov'] }])
  })
})
