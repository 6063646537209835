import assert from 'node:assert/strict'
import { test } from 'node:test'
import { genreWithOrigin, onlyNationalities, readOrigin } from './nationalities.ts'

const codes = (text: string) => onlyNationalities({ text, start: 0 })?.map(({ code }) => code) ?? null

test('an adjective that two countries share gives both', () => {
  assert.deepEqual(codes('franco-belge'), ['FR', 'BE'])
  assert.deepEqual(codes('Franco-suisse'), ['FR', 'CH'])
  assert.deepEqual(codes('German-French'), ['DE', 'FR'])
  assert.deepEqual(codes('italo-franco-belge'), ['IT', 'FR', 'BE'])
  const found = readOrigin({ text: 'franco-belge', start: 0 }).found.map(({ code }) => code)
  assert.deepEqual(found, ['FR', 'BE'])
  assert.deepEqual(
    genreWithOrigin({ text: 'Documentaire franco-belge', start: 0 })?.origin.map(({ code }) => code),
    ['FR', 'BE'],
  )
})

test('half of one is no country: a name, a dictator, a hyphen before something else', () => {
  for (const text of ['Franco', 'franco', 'Franco-Film', 'Anglo', 'franco belge des arts', 'Italo Disco', 'constructor-belge'])
    assert.equal(codes(text), null, text)
})

test('a text of many words, of which only the first were looked at, does not hide the adjective of the next', () => {
  assert.equal(genreWithOrigin({ text: 'one two three four five six seven eight nine ten eleven twelve', start: 0 }), null)
  assert.deepEqual(codes('belge'), ['BE'])
})
