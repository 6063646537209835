import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { eachDatabase } from '../testing/databases.ts'
import { arrayOf, askWords } from './ask-words.ts'
import { termsOf } from './query.ts'
import { storeForTest, unindexForTest } from './store-for-test.ts'
import type { TestTitle } from './store-for-test.ts'

const HOUSE = 'house'
const WORDS = ['salt', 'road', 'river', 'night', 'stone', 'glass']

/** Sixty films whose titles, people, keywords and texts share six words in turn. */
const films = Array.from({ length: 60 }, (_, n): TestTitle => {
  const word = (step: number) => WORDS[Math.floor(n / step) % WORDS.length]!
  return {
    id: `t${n}`,
    status: n % 7 === 0 ? 'draft' : 'published',
    publishedAt: null,
    updatedAt: '2026-01-01T00:00:00.000Z',
    sheet: {
      ...emptySheet(`The ${word(1)} ${word(2)}s`),
      directors: [`Ana ${word(3)}`],
      keywords: [word(5)],
      synopsis: { en: `Of ${word(4)} and roads.` },
    },
  }
})

eachDatabase('asking for words', (open) => {
  let database: Database
  before(async () => {
    database = await open()
    await storeForTest(database, HOUSE, films)
  })

  for (const text of ['salt', 'salt ', 'salt road', 'ana gla', 'rivers night', 'ana stone salt', 'roads']) {
    test(`titles that are looked at fit as the word index says: ${text}`, async () => {
      const terms = termsOf(text)
      const looked = await askWords(database.db, HOUSE, terms, true)
      const asked = await askWords(database.db, HOUSE, terms, true, 0)
      assert.ok(looked.found.length > 0)
      const among = (fits: Int32Array) => [...fits].filter((ord) => looked.found.includes(ord)).toSorted((a, b) => a - b)
      assert.deepEqual(asked.found, looked.found)
      assert.deepEqual(asked.fits.map(among), looked.fits.map(among))
      assert.ok(looked.fits.some((fits) => fits.length > 0))
    })
  }

  test('the marked words stay what they are among all words, through edits and deletions', async () => {
    await storeForTest(database, HOUSE, [{ ...films[3]!, sheet: { ...films[3]!.sheet, keywords: ['harbour'] } }])
    await unindexForTest(database, HOUSE, 't5')
    const { rows } = await sql<{ titles: number; different: number }>`
      select count(*) as titles, count(*) filter (where m.words is distinct from
        array_to_tsvector(array(select word from unnest(tsvector_to_array(w.words)) as word where word like '_:%'))) as different
      from search_words w full join search_marks m on m.house_id = w.house_id and m.ord = w.ord`.execute(database.db)
    assert.deepEqual(rows.map(({ titles, different }) => [Number(titles), Number(different)]), [[films.length - 1, 0]]) // prettier-ignore
  })

  test('texts are written as PostgreSQL reads them', async () => {
    const texts = ['plain', '', "it's", '"quoted"', '\\', '{a,b}', 'NULL', 'é 東']
    const { rows } = await sql<{ texts: string[] }>`select ${arrayOf(texts)}::text[] as texts`.execute(database.db)
    assert.deepEqual(rows[0]?.texts, texts)
  })
})
