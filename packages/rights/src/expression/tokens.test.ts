import assert from 'node:assert/strict'
import test from 'node:test'
import { phraseKey, PhraseTable, tokensOf } from './tokens.ts'

test('a phrase is found whatever its accents, case, spaces and hyphens', () => {
  for (const written of ['Côte d’Ivoire', 'COTE D’IVOIRE', "cote  d'ivoire", 'côte d´Ivoire'])
    assert.equal(phraseKey(written), 'cote d ivoire')
  assert.equal(phraseKey('Guinea-Bissau'), 'guinea bissau')
  assert.equal(phraseKey('Färöer & Åland und Łódź'), 'faroer & aland & lodz')
  assert.equal(phraseKey('Großbritannien'), 'grossbritannien')
})

test('a hyphen between letters joins, any other is a minus', () => {
  const seen = (text: string): string[] => tokensOf(text).map(({ key, glued }) => (glued ? `~${key}` : key))
  assert.deepEqual(seen('BE-nl'), ['be', '~nl'])
  assert.deepEqual(seen('Europe - UK'), ['europe', '-', 'uk'])
  assert.deepEqual(seen('Europe -UK −FR'), ['europe', '-', 'uk', '-', 'fr'])
  assert.deepEqual(seen('UK- '), ['uk', '-'])
})

test('offsets are those of the text', () => {
  for (const { raw, at, end } of tokensOf('Île  de la «Réunion»\n(💥)'))
    assert.equal('Île  de la «Réunion»\n(💥)'.slice(at, end), raw)
})

test('the longest phrase wins', () => {
  const table = new PhraseTable<number>()
  for (const [at, phrase] of ['new', 'new zealand', 'zealand & more'].entries()) table.set(phraseKey(phrase), at)
  const tokens = tokensOf('New Zealand & less')
  assert.deepEqual(table.longest(tokens, 0), { meaning: 1, end: 2 })
  assert.equal(table.longest(tokens, 1), null)
})
