import assert from 'node:assert/strict'
import { test } from 'node:test'
import { premiereOf } from './festival-words.ts'
import { readWrittenFestival } from './written-festival.ts'

const read = (text: string) => readWrittenFestival(text, premiereOf)
const bare = { year: null, city: null, country: null, section: null, award: null, premiere: null }

test('every part stands behind its own word', () => {
  assert.deepEqual(
    read('Dok Weimar 2020 (Leipzig, Germany) – Section: Regards, ailleurs – Prize: Best Film, ex aequo – World premiere'),
    {
      festival: 'Dok Weimar',
      year: 2020,
      city: 'Leipzig',
      country: 'DE',
      section: 'Regards, ailleurs',
      award: 'Best Film, ex aequo',
      premiere: 'world',
    },
  )
  assert.deepEqual(read('FIPADOC – Prix : Prix du public'), { ...bare, festival: 'FIPADOC', award: 'Prix du public' })
  assert.deepEqual(read('Hot Reels 2019 – City: Cannes'), { ...bare, festival: 'Hot Reels', year: 2019, city: 'Cannes' })
})

test('a country with a dash in its name is no section', () => {
  assert.deepEqual(read('FIGRA 1998 (Congo - Kinshasa)'), { ...bare, festival: 'FIGRA', year: 1998, country: 'CD' })
})

test('other notations are left to the other readings', () => {
  for (const text of [
    'Prize – Fest, City 2010',
    'Fest 2010 (Competition)',
    'Best Film - Fest 2010',
    'Fest, Country (2023)',
    'A, B 2004; C 2005',
    'Prize (Section), Fest',
  ])
    assert.equal(read(text), null, text)
})
