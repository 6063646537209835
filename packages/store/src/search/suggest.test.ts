import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import type { TitleSheet } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { eachDatabase } from '../testing/databases.ts'
import { reindexHouse } from './reindex-house.ts'
import { storeForTest } from './store-for-test.ts'
import { suggest } from './suggest.ts'

const HOUSE = 'house'
const AT = '2026-01-01T00:00:00.000Z'

function film(id: string, title: string, parts: Partial<TitleSheet>, status: 'published' | 'draft' = 'published') {
  return { id, status, sheet: { ...emptySheet(title), ...parts }, updatedAt: AT, publishedAt: status === 'published' ? AT : null }
}

eachDatabase('suggesting while somebody types', (open) => {
  let database: Database
  before(async () => {
    database = await open()
    await storeForTest(database, HOUSE, [
      film('salt', 'The Salt Road', {
        titles: { fr: 'La Route du sel' },
        year: 2019,
        directors: ['Amélie Østergård'],
        places: ['PL', 'Gdańsk'],
        themes: ['water'],
      }),
      film('salt2', 'Salt and Bread', {
        directors: ['Amélie Østergård'],
        productionCompanies: [{ name: 'Salina Films', country: null }],
      }),
      film('moth', 'Mothlight', {
        directors: ['Гуля Мирзоева'],
        collections: ['night-pieces'],
        festivals: [
          { festival: 'Visions du Réel', year: 2020, city: null, country: null, section: null, award: null, premiere: null },
        ],
      }),
      film('draft', 'Salted Paper', { directors: ['Nobody Yet'] }, 'draft'),
    ])
    await sql`insert into collection (house_id, slug, name, intro, position, updated_at)
      values (${HOUSE}, 'night-pieces', ${JSON.stringify({ en: 'Night pieces', fr: 'Nocturnes' })}::text::jsonb, '{}', 0, ${AT}::timestamptz)`.execute(
      database.db,
    )
  })

  const kinds = async (text: string, locale = 'en') =>
    (await suggest(database.db, HOUSE, { text, locale })).map((one) => `${one.kind}: ${one.text}`)

  const cases: [string, string, string[]][] = [
    ['the first letters of titles and names', 'sal', ['title: Salt and Bread', 'title: The Salt Road', 'company: Salina Films']],
    ['a whole word and the start of the next', 'salt ro', ['title: The Salt Road']],
    ['a person, without the accents', 'amelie os', ['person: Amélie Østergård']],
    ['a person in Latin letters', 'gulya mir', ['person: Гуля Мирзоева']],
    ['a festival', 'visions du re', ['festival: Visions du Réel']],
    ['a collection, in its other language', 'noctu', ['collection: Night pieces']],
    ['a country', 'pola', ['place: Poland']],
    ['a theme', 'wat', ['theme: Water']],
    ['one letter wrong', 'mothlihgt', ['title: Mothlight']],
    ['one letter wrong before the end', 'ostergrd', ['person: Amélie Østergård']],
    ['drafts and their people are not told', 'nobody', []],
    ['nothing', '  ', []],
    ['signs', "'&|!", []],
  ]
  for (const [name, text, wanted] of cases) {
    test(`${name}: ${text}`, async () => {
      assert.deepEqual((await kinds(text)).toSorted(), wanted.toSorted())
    })
  }

  test('in the asked language', async () => {
    assert.deepEqual(await kinds('route', 'fr'), ['title: La Route du sel'])
    assert.deepEqual(await kinds('pol', 'fr'), ['place: Pologne'])
    assert.deepEqual(await kinds('eau', 'fr'), ['theme: Eau'])
  })

  test('says what it is', async () => {
    const [title] = await suggest(database.db, HOUSE, { text: 'salt road', locale: 'en' })
    assert.deepEqual(title, {
      kind: 'title',
      text: 'The Salt Road',
      slug: 'the-salt-road-salt',
      detail: '2019, Amélie Østergård',
      films: 1,
      titleId: 'salt',
    })
    const [person] = await suggest(database.db, HOUSE, { text: 'ostergard', locale: 'en' })
    assert.deepEqual(person, {
      kind: 'person',
      text: 'Amélie Østergård',
      slug: 'amelie-ostergard',
      detail: null,
      films: 2,
      titleId: null,
    })
  })

  test('the index can be made anew from the sheets', async () => {
    await sql`delete from search_title`.execute(database.db)
    await sql`delete from search_words`.execute(database.db)
    await sql`delete from search_vocabulary`.execute(database.db)
    await sql`delete from search_name`.execute(database.db)
    assert.equal(await reindexHouse(database.db, HOUSE), 4)
    assert.deepEqual(await kinds('salt ro'), ['title: The Salt Road'])
    assert.deepEqual(await kinds('amelie os'), ['person: Amélie Østergård'])
  })
})
