import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { emptySheet, slotOf } from '@vitrine/catalogue'
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import fc from 'fast-check'
import type { Database } from '../database/database.ts'
import { openPostgres } from '../database/open-postgres.ts'
import { eachDatabase, newPostgresDatabase } from '../testing/databases.ts'
import { browse } from './browse.ts'
import type { BrowseAsked } from './browse.ts'
import { FACETS } from './facets-of-sheet.ts'
import type { Facet } from './facets-of-sheet.ts'
import { storeForTest, unindexForTest } from './store-for-test.ts'
import type { TestTitle } from './store-for-test.ts'

const HOUSE = 'house'

function sheet(title: string, parts: Partial<TitleSheet> = {}): TitleSheet {
  return { ...emptySheet(title), ...parts }
}

function published(id: string, one: TitleSheet, at = '2026-01-01T00:00:00.000Z'): TestTitle {
  return { id, status: 'published', sheet: one, publishedAt: at, updatedAt: at }
}

async function idsFor(database: Database, asked: Partial<BrowseAsked>, houseId = HOUSE): Promise<string[]> {
  return (await browse(database.db, houseId, { locale: 'en', statuses: ['published'], limit: 100, ...asked })).ids
}

const FILMS: TestTitle[] = [
  published(
    'salt',
    sheet('The Salt Road', {
      directors: ['Amélie Østergård'],
      year: 2019,
      countries: ['FR', 'PL'],
      places: ['Gdańsk'],
      themes: ['work', 'history'],
      synopsis: { en: 'Caravans crossed the desert with salt.', fr: 'Des caravanes traversaient le désert.' },
    }),
  ),
  published(
    'rivers',
    sheet('Rivers of Tomorrow', {
      titles: { fr: 'Les Fleuves de demain' },
      directors: ['Gulya Kalimova'],
      year: 2021,
      themes: ['water', 'climate'],
      synopsis: { en: 'Where the salt meets fresh water.' },
      festivals: [
        { festival: 'FIPADOC', year: 2021, city: 'Biarritz', country: 'FR', section: null, award: null, premiere: null },
      ],
    }),
  ),
  published(
    'tokyo',
    sheet('東京の夜', { originalTitle: '東京の夜', directors: ['山田 太郎'], synopsis: { ja: '夜の東京を歩く人々の物語。' } }),
  ),
  published('night', sheet('ليل المدينة', { directors: ['أحمد الخطيب'], synopsis: { ar: 'قِصَّةُ مدينةٍ لا تنام' } })),
  published(
    'moth',
    sheet('Mothlight', {
      otherTitles: [{ title: 'Papillon de nuit', language: 'fr' }],
      directors: ['Гуля Мирзоева'],
      productionCompanies: [{ name: 'Lanterne Rouge Films', country: 'FR' }],
      keywords: ['insects'],
    }),
  ),
  published('work', sheet('Night Shift', { directors: ['Paul Roadman'], synopsis: { en: 'A road, a factory, a night.' } })),
]

eachDatabase('finding films by words', (open) => {
  let database: Database
  before(async () => {
    database = await open()
    await storeForTest(database, HOUSE, FILMS)
  })
  const cases: [string, string, string[]][] = [
    ['a word of the title', 'salt', ['salt', 'rivers']],
    ['a title beats a text', 'road', ['salt', 'work']],
    ['several words, all of them', 'salt road', ['salt']],
    ['without the small words', 'a salt for the road', ['salt']],
    ['a beginning, while typing', 'tomor', ['rivers']],
    ['a title in another language', 'fleuves demain', ['rivers']],
    ['an alternative title', 'papillon', ['moth']],
    ['accents dropped', 'amelie ostergard', ['salt']],
    ['accents added', 'Sált Röad', ['salt']],
    ['capitals', 'RIVERS', ['rivers']],
    ['one letter wrong', 'rivrs', ['rivers']],
    ['two letters swapped', 'tomororw', ['rivers']],
    ['two letters wrong in a long word', 'kalymava', ['rivers']],
    ['a wrong first letter', 'fipadoc jiarritz', ['rivers']],
    ['one word right, one wrong', 'salt raod', ['salt']],
    ['a person', 'kalimova', ['rivers']],
    ['a person in another script', 'gulya mirzoeva', ['moth']],
    ['the script itself', 'Мирзоева', ['moth']],
    ['a company', 'lanterne rouge', ['moth']],
    ['a place', 'gdansk', ['salt']],
    ['a country by its name', 'poland', ['salt']],
    ['a country in French', 'pologne', ['salt']],
    ['a theme in French', 'climat', ['rivers']],
    ['a festival', 'fipadoc', ['rivers']],
    ['a year', '2019', ['salt']],
    ['the other number', 'river', ['rivers']],
    ['Japanese', '東京', ['tokyo']],
    ['Japanese, one character', '夜', ['tokyo']],
    ['Japanese in a text', '物語', ['tokyo']],
    ['Japanese that is not there', '大阪', []],
    ['Arabic', 'المدينة', ['night']],
    ['Arabic without its vowels', 'قصة مدينة', ['night']],
    ['nothing alike', 'xylophonist', []],
  ]
  for (const [name, text, wanted] of cases) {
    test(`${name}: ${text}`, async () => {
      assert.deepEqual(await idsFor(database, { text }), wanted)
    })
  }

  test('says how it read a misspelt word', async () => {
    const found = await browse(database.db, HOUSE, { text: 'rivrs', locale: 'en', statuses: ['published'] })
    assert.deepEqual(found.readAs, { rivrs: ['rivers'] })
  })

  test('when no film has all the words, those with most of them, and says so', async () => {
    const found = await browse(database.db, HOUSE, { text: 'salt tokyo-nothing caravans', locale: 'en', statuses: ['published'] })
    assert.deepEqual({ ids: found.ids, allWords: found.allWords }, { ids: ['salt', 'rivers'], allWords: false })
  })

  const hostile = [
    "' | 'salt",
    'salt & !road',
    "salt':* <-> road",
    '\\',
    "''",
    '%',
    '_',
    ':*',
    '()',
    'salt\u0000road',
    '🎬',
    '🎬 salt',
    '\ud800',
    '-- drop table title',
    `"${'x'.repeat(10_240)}"`,
    'salt '.repeat(2_000),
    Array.from({ length: 500 }, (_, n) => `w${n}`).join(' '),
    'a:salt',
    '\u202e\ufeff',
    'é'.repeat(3_000),
    '東'.repeat(4_000),
    '$1 ${x} {a,b}',
  ]
  test('hostile texts are words or nothing', async () => {
    for (const text of hostile) {
      const found = await browse(database.db, HOUSE, { text, locale: 'en', statuses: ['published'] })
      assert.ok(
        found.ids.every((id) => FILMS.some((film) => film.id === id)),
        text.slice(0, 40),
      )
    }
    assert.deepEqual(await idsFor(database, { text: 'salt\u0000road' }), ['salt'])
    assert.deepEqual(await idsFor(database, { text: '🎬 salt road' }), ['salt'])
  })

  test('any text gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 30 })),
        async (text) => {
          const found = await browse(database.db, HOUSE, { text, locale: 'fr', statuses: ['published'] })
          assert.ok(found.total >= found.ids.length)
        },
      ),
      { numRuns: 60, seed: 20_261_122 },
    )
  })

  test('every film is found by its own title, and first', async () => {
    for (const film of FILMS) assert.equal((await idsFor(database, { text: film.sheet.title }))[0], film.id)
  })

  test('films of another house stay there', async () => {
    await storeForTest(database, 'other', [published('theirs', sheet('The Salt Road'))])
    assert.deepEqual(await idsFor(database, { text: 'salt road' }, 'other'), ['theirs'])
    assert.deepEqual(await idsFor(database, { text: 'salt road' }), ['salt'])
  })
})

// ---------------------------------------------------------------- facets, against a naive model

const words = ['river', 'salt', 'night', 'stone']
const title = fc.record({
  words: fc.subarray(words, { minLength: 1 }),
  status: fc.constantFrom<TitleStatus>('draft', 'published', 'published', 'published', 'withdrawn'),
  themes: fc.uniqueArray(fc.constantFrom('water', 'history', 'work', 'Silk Roads'), { maxLength: 3 }),
  minutes: fc.uniqueArray(fc.constantFrom(15, 26, 52, 90), { maxLength: 2 }),
  year: fc.option(fc.integer({ min: 2015, max: 2019 })),
  countries: fc.uniqueArray(fc.constantFrom('FR', 'PL', 'JP'), { maxLength: 2 }),
  directors: fc.uniqueArray(fc.constantFrom('Ana Lund', 'Béla Kő', 'Cléo Ray'), { maxLength: 2 }),
  versions: fc.uniqueArray(fc.constantFrom('en', 'fr'), { maxLength: 2 }),
  collections: fc.uniqueArray(fc.constantFrom('water-wars', 'portraits'), { maxLength: 2 }),
})
const selection = fc.record(
  {
    theme: fc.subarray(['water', 'silk-roads', 'nothing']),
    slot: fc.subarray(['26', '52', 'short']),
    year: fc.subarray(['2015', '2016', '2017']),
    country: fc.subarray(['FR', 'JP']),
    director: fc.subarray(['ana-lund', 'bela-ko']),
    version: fc.subarray(['en', 'fr']),
    status: fc.subarray(['published', 'draft']),
    collection: fc.subarray(['portraits']),
  },
  { requiredKeys: [] },
)

function valuesOf(one: TestTitle): Record<Facet, string[]> {
  const { sheet: s } = one
  return {
    theme: s.themes.map(slugOf),
    slot: [...new Set(s.cuts.map(slotOf))],
    year: s.year === null ? [] : [String(s.year)],
    country: s.countries,
    version: s.versions.map((version) => version.language),
    festival: [],
    director: s.directors.map(slugOf),
    genre: [],
    collection: s.collections,
    status: [one.status],
  }
}

/** The rule, as slowly as one can say it. */
function naive(
  titles: TestTitle[],
  asked: { words: string[]; statuses: TitleStatus[]; facets: Partial<Record<Facet, string[]>> },
) {
  const among = titles.filter(
    (one) => asked.statuses.includes(one.status) && asked.words.every((word) => one.sheet.title.split(' ').includes(word)),
  )
  const fits = (one: TestTitle, except: Facet | null) =>
    FACETS.every(
      (facet) =>
        facet === except ||
        !asked.facets[facet]?.length ||
        asked.facets[facet].some((value) => valuesOf(one)[facet].includes(value)),
    )
  const counts: Record<string, Record<string, number>> = {}
  for (const facet of FACETS) {
    const by: Record<string, number> = {}
    for (const one of among) if (fits(one, facet)) for (const value of valuesOf(one)[facet]) by[value] = (by[value] ?? 0) + 1
    for (const value of asked.facets[facet] ?? []) by[value] ??= 0
    counts[facet] = by
  }
  return {
    ids: among
      .filter((one) => fits(one, null))
      .map((one) => one.id)
      .toSorted(),
    counts,
  }
}

eachDatabase('counting facets', (open) => {
  test('as the naive model counts, through writes, edits and deletions', async () => {
    const database = await open()
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 14 }),
        fc.array(fc.record({ at: fc.nat(), to: fc.option(title) }), { maxLength: 6 }),
        fc.array(
          fc.record({
            words: fc.subarray(words, { maxLength: 2 }),
            statuses: fc.subarray<TitleStatus>(['draft', 'published', 'withdrawn'], { minLength: 1 }),
            facets: selection,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (made, changes, questions) => {
          const house = `h${run++}`
          const titles = made.map((parts, n) => testTitle(`t${n}`, parts))
          await storeForTest(database, house, titles)
          await browse(database.db, house, { locale: 'en', statuses: ['published'] }) // the copy is there before the changes
          for (const { at, to } of changes) {
            if (titles.length === 0) break
            const n = at % titles.length
            if (to) await storeForTest(database, house, [(titles[n] = testTitle(titles[n]!.id, to))])
            else await unindexForTest(database, house, titles.splice(n, 1)[0]!.id)
          }
          for (const asked of questions) {
            const found = await browse(database.db, house, {
              text: asked.words.map((word) => `${word} `).join(''),
              statuses: asked.statuses,
              facets: asked.facets,
              locale: 'en',
              limit: 100,
            })
            const model = naive(titles, asked)
            // Without a film that has all the words it may offer others: the model knows no such kindness.
            if (asked.words.length > 0 && (!found.allWords || Object.keys(found.readAs).length > 0)) continue
            assert.deepEqual(found.ids.toSorted(), model.ids)
            assert.equal(found.total, model.ids.length)
            for (const { facet, values } of found.facets) {
              assert.deepEqual(Object.fromEntries(values.map(({ value, count }) => [value, count])), model.counts[facet], facet)
              for (const { value, selected } of values)
                assert.equal(selected, (asked.facets as Partial<Record<Facet, string[]>>)[facet]?.includes(value) ?? false)
            }
          }
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })

  test('a value that is the slug of a name comes with the name', async () => {
    const database = await open()
    await storeForTest(database, 'names', [
      testTitle('t', {
        words: ['salt'],
        status: 'published',
        themes: ['Silk Roads', 'water'],
        minutes: [],
        year: null,
        countries: [],
        directors: ['Béla Kő'],
        versions: [],
        collections: [],
      }),
    ])
    const { facets } = await browse(database.db, 'names', { locale: 'en', statuses: ['published'] })
    const named = (facet: Facet) => facets.find((one) => one.facet === facet)?.values.map(({ value, name }) => [value, name])
    assert.deepEqual(named('director'), [['bela-ko', 'Béla Kő']])
    assert.deepEqual(named('theme'), [
      ['silk-roads', 'Silk Roads'],
      ['water', null],
    ])
  })
})

function testTitle(
  id: string,
  parts: {
    words: string[]
    status: TitleStatus
    themes: string[]
    minutes: number[]
    year: number | null
    countries: string[]
    directors: string[]
    versions: string[]
    collections: string[]
  },
): TestTitle {
  return {
    id,
    status: parts.status,
    publishedAt: parts.status === 'draft' ? null : '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-02T00:00:00.000Z',
    sheet: sheet(parts.words.join(' '), {
      themes: parts.themes,
      year: parts.year,
      countries: parts.countries,
      directors: parts.directors,
      collections: parts.collections,
      cuts: parts.minutes.map((minutes) => ({ minutes, episodes: null, versions: [] })),
      versions: parts.versions.map((language) => ({ language, use: null, hardOfHearing: false })),
    }),
  }
}

eachDatabase('pages and sorts', (open) => {
  const titles = Array.from({ length: 57 }, (_, n) =>
    published(
      `p${String(n).padStart(2, '0')}`,
      sheet(`${n % 2 ? 'The ' : ''}Film ${String.fromCharCode(97 + ((n * 7) % 26))}${n}`, {
        year: 2000 + (n % 5),
        titles: { fr: `Zèbre ${57 - n}` },
      }),
      new Date(Date.UTC(2026, 0, 1 + ((n * 11) % 57))).toISOString(),
    ),
  )
  test('every page once, in one order, whatever the sort', async () => {
    const database = await open()
    await storeForTest(database, 'pages', titles)
    for (const sort of ['newest', 'title', 'year', 'updated', 'relevance'] as const) {
      for (const text of ['', 'film']) {
        const all: string[] = []
        let cursor: string | null = null
        do {
          const page = await browse(database.db, 'pages', {
            text,
            sort,
            cursor,
            limit: 10,
            locale: 'en',
            statuses: ['published'],
          })
          assert.equal(page.total, 57)
          all.push(...page.ids)
          cursor = page.nextCursor
        } while (cursor)
        assert.equal(new Set(all).size, 57, sort)
        const whole = await idsFor(database, { text, sort }, 'pages')
        assert.deepEqual(all, whole, sort)
        const at = (id: string) => titles.find((one) => one.id === id)!
        if (sort === 'title')
          assert.deepEqual(
            all.map((id) => at(id).sheet.title.replace('The ', '')),
            titles.map((one) => one.sheet.title.replace('The ', '')).toSorted(),
          )
        if (sort === 'newest')
          assert.deepEqual(
            all,
            titles.toSorted((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1)).map((one) => one.id),
          )
        if (sort === 'year')
          assert.deepEqual(
            all.map((id) => at(id).sheet.year),
            titles.map((one) => one.sheet.year!).toSorted((a, b) => b - a),
          )
      }
    }
    const french = await idsFor(database, { sort: 'title', locale: 'fr' }, 'pages')
    assert.equal(titles.find((one) => one.id === french[0])?.sheet.titles['fr'], 'Zèbre 1')
  })

  test('a cursor that is not of this list begins anew', async () => {
    const database = await open()
    const start = await idsFor(database, { limit: 5 }, 'pages')
    for (const cursor of ['', 'x', 'bm9uc2Vuc2U', Buffer.from('["title","a",1]').toString('base64url'), 'y'.repeat(10_000)]) {
      assert.deepEqual(await idsFor(database, { limit: 5, cursor }, 'pages'), start)
    }
  })

  test('an empty house has nothing, and says so', async () => {
    const database = await open()
    const found = await browse(database.db, 'nobody', { text: 'salt', locale: 'en', statuses: ['published'] })
    assert.deepEqual({ ids: found.ids, total: found.total, next: found.nextCursor }, { ids: [], total: 0, next: null })
  })
})

describe('two servers on one PostgreSQL', { skip: process.env['VITRINE_TEST_DATABASES'] === 'pglite' }, () => {
  test('what one writes the other finds at once', async () => {
    const url = await newPostgresDatabase()
    const [one, two] = [await openPostgres(url), await openPostgres(url)]
    try {
      await storeForTest(one, HOUSE, FILMS)
      assert.equal((await idsFor(two, {})).length, FILMS.length)
      await storeForTest(one, HOUSE, [published('new', sheet('Glass Harbour', { themes: ['ocean'] }))])
      assert.deepEqual(await idsFor(two, { text: 'glass harbour' }), ['new'])
      assert.deepEqual(await idsFor(two, { facets: { theme: ['ocean'] } }), ['new'])
      await storeForTest(two, HOUSE, [{ ...published('new', sheet('Glass Harbour')), status: 'withdrawn' }])
      assert.deepEqual(await idsFor(one, { text: 'glass harbour' }), [])
      await unindexForTest(two, HOUSE, 'salt')
      assert.equal((await idsFor(one, {})).length, FILMS.length - 1)
      const before = await browse(one.db, HOUSE, { locale: 'en', statuses: ['published'] })
      await storeForTest(two, HOUSE, [published('newer', sheet('Stone Orchard'))])
      const after = await browse(one.db, HOUSE, { locale: 'en', statuses: ['published'] })
      assert.ok(after.asOf > before.asOf)
    } finally {
      await one.close()
      await two.close()
    }
  })

  test('many write and many look, and at the end all agree', async () => {
    const url = await newPostgresDatabase()
    const servers = [await openPostgres(url), await openPostgres(url)]
    try {
      await Promise.all(
        Array.from({ length: 40 }, async (_, n) => {
          const server = servers[n % 2]!
          await storeForTest(server, HOUSE, [published(`w${n}`, sheet(`Film number ${n}`))])
          const own = await idsFor(servers[(n + 1) % 2]!, { limit: 100 })
          assert.ok(own.includes(`w${n}`), 'committed before the question, so in the answer')
        }),
      )
      for (const server of servers) assert.equal((await idsFor(server, {})).length, 40)
    } finally {
      for (const server of servers) await server.close()
    }
  })
})
