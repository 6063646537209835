import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptySheet, type TitleSheet } from '../model/title-sheet.ts'
import { KnownFilms, marksOf, share, twinsOf } from './known-films.ts'

const film = (title: string, more: Partial<TitleSheet> = {}) => marksOf({ ...emptySheet(title), ...more })
const ids = (more: Partial<TitleSheet['identifiers']>) => ({ identifiers: { ...emptySheet('x').identifiers, ...more } })
const salt = { year: 2020, directors: ['Nadia Gorani'] }
const house = () =>
  new KnownFilms([
    {
      id: 'salt',
      ...film('The Salt Road', {
        ...salt,
        titles: { fr: 'La Route du sel' },
        ...ids({ eidr: '10.5240/7791-8534-2C23-9030-8610-5', reference: 'SR-1' }),
      }),
    },
    { id: 'ferry', ...film('Night Ferry', { year: 2018, directors: ['Otto Kalder'], ...ids({ imdb: 'tt1234567' }) }) },
    { id: 'untold', ...film('Untold') },
  ])
const first = (marks: ReturnType<typeof film>) => {
  const [match] = house().matches(marks)
  return match === undefined ? null : [match.id, match.why, match.certain]
}

test('registries are believed first, however the title is spelt', () => {
  assert.deepEqual(first(film('Something else', ids({ eidr: 'https://doi.org/10.5240/7791-8534-2c23-9030-8610-5' }))), [
    'salt',
    'eidr',
    true,
  ])
  assert.deepEqual(first(film('Nachtfähre', ids({ imdb: 'TT1234567' }))), ['ferry', 'imdb', true])
})

test('the same name, year and director are the same film, in any language and word order', () => {
  assert.deepEqual(first(film('LA ROUTE DU SEL', { year: 2020, directors: ['GORANI Nadia'] })), ['salt', 'same-name', true])
})

test('nearly the same is asked, never taken', () => {
  assert.deepEqual(first(film('The Salt Roads', { year: 2021, directors: ['Nadja Gorani'] })), ['salt', 'alike', false])
  assert.deepEqual(first(film('The Salt Road', {})), ['salt', 'alike', false])
  assert.deepEqual(first(film('Untold', { year: 1999, directors: ['Ulla Weyler'] })), ['untold', 'alike', false])
})

test('numbered films are several, however alike they are spelt', () => {
  const rivers = new KnownFilms([{ id: 'one', ...film('Rivers 1', salt) }])
  assert.deepEqual(rivers.matches(film('Rivers 2', salt)), [])
  assert.equal(rivers.matches(film('Rivers', salt))[0]?.why, 'alike')
  assert.equal(rivers.matches(film('The Rivers 1', salt))[0]?.why, 'alike')
})

test('another year, another director or another EIDR is another film', () => {
  assert.equal(first(film('The Salt Road', { year: 2012, directors: ['Nadia Gorani'] })), null)
  assert.equal(first(film('The Salt Road', { year: 2020, directors: ['Ulla Weyler'] })), null)
  assert.equal(first(film('The Salt Road', { ...salt, ...ids({ eidr: '10.5240/EA73-79D7-1B2B-B378-3A73-M' }) })), null)
})

test('a reference is believed only where the name agrees: every house counts from one', () => {
  assert.equal(first(film('Icebound', ids({ reference: 'SR-1' }))), null)
  assert.deepEqual(first(film('The Salt Road, director’s cut', { ...ids({ reference: 'sr-1' }) })), ['salt', 'reference', true])
})

test('twins of a catalogue, the surest first, each pair once', () => {
  const pairs = twinsOf([
    { id: 'a', ...film('The Salt Road', salt) },
    { id: 'b', ...film('Night Ferry', salt) },
    { id: 'c', ...film('The Salt Roads', salt) },
    { id: 'd', ...film('NIGHT FERRY', salt) },
  ])
  assert.deepEqual(
    pairs.map(({ a, b, why }) => [a, b, why]),
    [
      ['b', 'd', 'same-name'],
      ['a', 'c', 'alike'],
    ],
  )
})

test('nothing that is near enough is missed: the pieces find what comparing with every film finds', () => {
  const word = fc.constantFrom(
    'salt',
    'road',
    'night',
    'ferry',
    'the',
    'of',
    'river',
    'rivers',
    'winter',
    'Łódź',
    'mère',
    '1',
    '2',
  )
  const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const some = fc.record({
    title,
    year: fc.constantFrom(null, 2019, 2020),
    directors: fc.subarray(['Ana Roig', 'Ben Olu'], { maxLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), some, (all, asked) => {
      const known = all.map((one, n) => ({ id: String(n).padStart(2, '0'), ...film(one.title, one) }))
      const marks = film(asked.title, asked)
      const alone = known.filter((one) => new KnownFilms([one]).matches(marks).length > 0).map(({ id }) => id)
      const together = new KnownFilms(known).matches(marks).map(({ id }) => id)
      assert.deepEqual(
        together.filter((id) => !alone.includes(id)),
        [],
      )
      assert.equal(together.length, Math.min(5, alone.length))
    }),
    { numRuns: 300, seed: 11 },
  )
})

test('what is shared is shared both ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => share(a, b) === share(b, a)),
    { seed: 3 },
  )
})
