import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fold, slugOf } from './slug.ts'

test('titles become readable slugs', () => {
  assert.equal(slugOf('Central Asia: The Call of ISIS'), 'central-asia-the-call-of-isis')
  assert.equal(slugOf("L'Œuvre au noir"), 'l-oeuvre-au-noir')
  assert.equal(slugOf('L’Œuvre au noir'), 'l-oeuvre-au-noir')
  assert.equal(slugOf('Straße nach Łódź — №2'), 'strasse-nach-lodz-no2')
  assert.equal(slugOf('…'), '')
})

test('accents and scripts do not make two people of one', () => {
  assert.equal(slugOf('Gulya Mirzoéva'), slugOf('Gulya Mirzoeva'))
  assert.equal(slugOf('Ангелина Иванова'), 'angelina-ivanova')
  assert.equal(slugOf('É'), slugOf('E\u0301'))
})

test('a long title is cut between words', () => {
  const slug = slugOf('word '.repeat(60))
  assert.ok(slug.length <= 80 && slug.endsWith('word'))
  assert.equal(slugOf('x'.repeat(300)).length, 80)
})

test('any text gives a slug that is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const slug = slugOf(text)
      assert.match(slug, /^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      assert.equal(slugOf(slug), slug)
      assert.equal(fold(fold(text)), fold(text))
    }),
    { seed: 7, numRuns: 500 },
  )
})
