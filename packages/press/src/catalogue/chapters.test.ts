import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaptersOf } from './chapters.ts'
import { sentencesOf } from './sentences.ts'

const film = (name: string, ...themes: string[]) => ({ name, sheet: { themes } })
const names = (films: ReturnType<typeof film>[]) =>
  chaptersOf(films).map((chapter) => `${chapter.theme}: ${chapter.films.map(({ name }) => name).join('')}`)

test('each film once, under the theme of its own that most share; the largest chapter first, those alone last', () => {
  assert.deepEqual(
    names([film('a', 'work', 'water'), film('b', 'water'), film('c', 'water'), film('d', 'art'), film('e', 'art'), film('f', 'work'), film('g')]), // prettier-ignore
    ['water: abc', 'art: de', 'null: fg'],
  )
})

test('a handful of films is one chapter, and nothing is none or one', () => {
  assert.deepEqual(names([film('a', 'water'), film('b', 'work')]), ['null: ab'])
  assert.deepEqual(names([]), ['null: '])
})

test('sentences end where they end, not after an abbreviation or an initial', () => {
  const [en, fr] = [
    'Dr. Ames of the U.S. Survey waits. “Is it ice?” she asks. J. Roe knows!',
    'M. Roux attend. Mme. Blanc, elle, part. Où ?',
  ]
  assert.deepEqual(sentencesOf(en, 'en'), ['Dr. Ames of the U.S. Survey waits.', '“Is it ice?” she asks.', 'J. Roe knows!'])
  assert.deepEqual(sentencesOf(fr, 'fr'), ['M. Roux attend.', 'Mme. Blanc, elle, part.', 'Où ?'])
  assert.deepEqual(sentencesOf('  ', 'en'), [])
})
