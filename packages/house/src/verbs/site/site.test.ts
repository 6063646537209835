import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected
const festival = (name: string, year: number, award: string | null = null) => ({
  festival: name,
  year,
  city: null,
  country: null,
  section: null,
  award,
  premiere: null,
})

async function published(house: House, editor: Actor, ...[title, facts]: Parameters<typeof aSheet>) {
  const made = await house.createTitle(editor, { sheet: aSheet(title, facts) })
  return house.publishTitle(editor, { id: made.id, baseRevision: made.revision })
}

eachHouse('the site', (open) => {
  test('a person has one page whatever the accents, and only for what is public', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await published(house, editor, 'First', { directors: ['Zoé Améline'], biography: { fr: 'Née quelque part.' } })
    await published(house, editor, 'Second', {
      directors: ['Other'],
      credits: [{ role: 'editing', label: null, names: ['Zoe Ameline'] }],
    })
    await house.createTitle(editor, { sheet: aSheet('Hidden', { directors: ['Secret Person'] }) })

    const page = await house.viewPerson(VISITOR, { slug: 'zoe-ameline', locale: 'fr' })
    assert.deepEqual(
      [page.name, page.roles.toSorted(), page.cards.length, page.biography],
      ['Zoé Améline', ['director', 'editing'], 2, 'Née quelque part.'],
    )
    await assert.rejects(house.viewPerson(VISITOR, { slug: 'secret-person', locale: 'en' }), code('not-found'))
    const names = await house.listNames(VISITOR, { kind: 'person', locale: 'en' })
    assert.deepEqual(names, [
      { name: 'Other', slug: 'other', count: 1 },
      { name: 'Zoé Améline', slug: 'zoe-ameline', count: 2 },
    ])
  })

  test('companies, festivals, collections, the sitemap', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await house.saveCollection(editor, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null } })
    const one = await published(house, editor, 'Delta', {
      productionCompanies: [{ name: 'Lanterne & Fils', country: 'FR' }],
      festivals: [festival('Dok Nord', 2023), festival('Dok Nord', 2024, 'Best film')],
      collections: ['rivers'],
    })
    assert.equal((await house.viewCompany(VISITOR, { slug: 'lanterne-fils', locale: 'en' })).cards.length, 1)
    const page = await house.viewFestival(VISITOR, { slug: 'dok-nord', locale: 'en' })
    assert.deepEqual(
      page.entries.map((entry) => [entry.year, entry.award]),
      [
        [2024, 'Best film'],
        [2023, null],
      ],
    )
    assert.equal((await house.viewCollection(VISITOR, { slug: 'rivers', locale: 'fr' })).cards[0]?.slug, 'delta')
    assert.deepEqual((await house.viewTitle(VISITOR, { id: one.id, locale: 'fr' })).collections, [
      { slug: 'rivers', name: 'Rivers' },
    ])
    const pages = await house.listForSitemap(VISITOR)
    assert.deepEqual(
      pages.map((entry) => `${entry.kind} ${entry.slug}`),
      ['collection rivers', 'company lanterne-fils', 'festival dok-nord', 'person noor-vantil', 'title delta'],
    )

    await house.withdrawTitle(editor, { id: one.id, baseRevision: one.revision })
    assert.deepEqual(
      (await house.listForSitemap(VISITOR)).map((entry) => entry.kind),
      ['collection'],
    )
    await assert.rejects(house.viewFestival(VISITOR, { slug: 'dok-nord', locale: 'en' }), code('not-found'))
  })

  test('related films share rare things before common ones', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const wells = await published(house, editor, 'Wells', {
      directors: ['A'],
      themes: ['water'],
      collections: ['rivers'],
      places: ['TD'],
    })
    for (let n = 0; n < 4; n++) await published(house, editor, `Water ${n}`, { directors: [`W${n}`], themes: ['water'] })
    await published(house, editor, 'Same Hand', { directors: ['A'], themes: ['music'] })
    await published(house, editor, 'Same Shelf', { directors: ['C'], themes: ['sport'], collections: ['rivers'], places: ['TD'] })
    await house.createTitle(editor, { sheet: aSheet('Draft', { directors: ['A'], collections: ['rivers'] }) })
    const { related } = await house.viewTitle(VISITOR, { id: wells.id, locale: 'en' })
    assert.deepEqual(
      related.slice(0, 2).map((card) => card.title),
      ['Same Shelf', 'Same Hand'],
    )
    assert.equal(related.length, 6)
  })

  test('a shortlist is shown by its link and changed by its key', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const [a, b] = [await published(house, editor, 'A'), await published(house, editor, 'B')]
    const draft = await house.createTitle(editor, { sheet: aSheet('Draft') })
    const { token, editKey } = await house.startShortlist(VISITOR, { name: 'For Marta', titleIds: [a.id, draft.id, 'nonsense'] })
    const shown = await house.viewShortlist(VISITOR, { token, locale: 'en' })
    assert.deepEqual([shown.name, shown.mine, shown.cards.map((card) => card.title)], ['For Marta', false, ['A']])
    await assert.rejects(house.changeShortlist(VISITOR, { token, editKey: token, add: [b.id] }), code('wrong-edit-key'))
    await house.changeShortlist(VISITOR, { token, editKey, add: [b.id, b.id], note: 'Two rivers' })
    const changed = await house.viewShortlist(VISITOR, { token, editKey, locale: 'en' })
    assert.deepEqual([changed.mine, changed.note, changed.name, changed.cards.length], [true, 'Two rivers', 'For Marta', 2])
    await house.changeShortlist(VISITOR, { token, editKey, remove: [a.id], name: null })
    assert.deepEqual(
      (await house.viewShortlist(VISITOR, { token, locale: 'en' })).cards.map((card) => card.title),
      ['B'],
    )
    await house.withdrawTitle(editor, { id: b.id, baseRevision: b.revision })
    assert.deepEqual((await house.viewShortlist(VISITOR, { token, locale: 'en' })).cards, [])
    await assert.rejects(
      house.startShortlist(VISITOR, { titleIds: Array.from({ length: 201 }, (_, n) => `t${n}`) }),
      code('limit-reached'),
    )
    await assert.rejects(house.viewShortlist(VISITOR, { token: `${token.slice(0, -1)}_`, locale: 'en' }), code('not-found'))

    const buyer = await member('buyer')
    const own = await house.startShortlist(buyer, { titleIds: [a.id] })
    assert.equal((await house.viewShortlist(buyer, { token: own.token, locale: 'en' })).mine, true)
    assert.equal((await house.viewShortlist(editor, { token: own.token, locale: 'en' })).mine, false)
  })

  test('a producer sees their own films in any state, and nobody else’s drafts', async () => {
    const { house, member } = await open()
    const [editor, producer] = [await member('editor'), await member('producer')]
    const [own, other] = [
      await house.createTitle(editor, { sheet: aSheet('Own') }),
      await house.createTitle(editor, { sheet: aSheet('Not Theirs') }),
    ]
    assert.deepEqual(
      (await house.listProducerMembers(editor)).filter(({ id }) => id === producer.userId),
      [{ id: producer.userId, name: producer.name }],
    )
    assert.ok((await house.listProducerMembers(editor)).every(({ id }) => id !== editor.userId))
    await assert.rejects(house.listProducerMembers(producer), { code: 'not-allowed' })
    await house.assignProducer(editor, { id: own.id, userIds: [producer.userId!] })
    assert.equal((await house.openTitle(producer, { id: own.id })).sheet.title, 'Own')
    assert.deepEqual(
      (await house.listTitles(producer, { locale: 'en' })).cards.map((card) => card.title),
      ['Own'],
    )
    assert.equal((await house.listTitles(producer, { locale: 'en', text: 'theirs' })).total, 0)
    await assert.rejects(house.openTitle(producer, { id: other.id }), code('not-found'))
    await assert.rejects(
      house.editTitle(producer, { id: own.id, baseRevision: 1, sheet: aSheet('Taken over') }),
      code('not-allowed'),
    )
    await assert.rejects(house.assignProducer(editor, { id: own.id, userIds: [editor.userId!] }), code('invalid-input'))
    await assert.rejects(house.viewTitle(VISITOR, { id: own.id, locale: 'en' }), code('not-found'))
  })

  test('found by words, typos and facets; suggested while typing', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await published(house, editor, 'The Glacier Keepers', {
      themes: ['climate'],
      cuts: [{ minutes: 52, episodes: null, versions: [] }],
    })
    await published(house, editor, 'Harbour Songs', { themes: ['music'], cuts: [{ minutes: 90, episodes: null, versions: [] }] })
    const titles = async (request: object) =>
      (await house.browse(VISITOR, { locale: 'en', ...request })).cards.map((card) => card.title)
    assert.deepEqual(await titles({ text: 'glacier' }), ['The Glacier Keepers'])
    assert.deepEqual(await titles({ text: 'glaceir' }), ['The Glacier Keepers'])
    assert.deepEqual(await titles({ facets: { slot: ['90'] } }), ['Harbour Songs'])
    assert.deepEqual(await titles({ facets: { status: ['draft'] } }), await titles({}))
    assert.equal((await house.suggest(VISITOR, { text: 'harb', locale: 'en' }))[0]?.slug, 'harbour-songs')
    const first = await house.browse(VISITOR, { locale: 'en', limit: 1, sort: 'title' })
    const second = await house.browse(VISITOR, { locale: 'en', limit: 1, sort: 'title', cursor: first.nextCursor })
    // The article does not count in the order: G before H.
    assert.deepEqual(
      [first.cards[0]?.title, second.cards[0]?.title, second.nextCursor],
      ['The Glacier Keepers', 'Harbour Songs', null],
    )
  })

  test('a film describes itself to programs', async () => {
    const { house, member } = await open()
    await published(house, await member('editor'), 'Described', { cuts: [{ minutes: 52, episodes: null, versions: [] }] })
    const film = await house.describeTitle(VISITOR, { slug: 'described', locale: 'en', origin: 'https://films.example' })
    assert.deepEqual([film['@type'], film['url']], ['Movie', 'https://films.example/en/films/described'])
    await assert.rejects(
      house.describeTitle(SYSTEM, { slug: 'described', locale: 'en', origin: 'javascript:x' }),
      code('invalid-input'),
    )
  })

  test('health says what is up', async () => {
    const { house, member } = await open()
    await published(house, await member('editor'), 'Counted')
    assert.deepEqual(await house.health(), { database: 'up', files: 'up', catalogue: 1, unreadableEntries: 0 })
  })
})
