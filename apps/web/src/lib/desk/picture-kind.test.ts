import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf } from './picture-kind.ts'

const upright = { width: 1200, height: 1680 }
const wide = { width: 1920, height: 1080 }

test('a picture is what its name says it is, in the languages of the trade', () => {
  for (const name of ['Poster.jpg', 'les-greniers_AFFICHE_v2.png', 'plakat 70x100.jpg', 'key-art.webp'])
    assert.equal(kindOf(name, wide, true), 'poster', name)
  assert.equal(kindOf('logo.png', wide, false), 'logo')
  assert.equal(kindOf('réalisatrice 1.jpg', upright, false), 'portrait')
  assert.equal(kindOf('imposter.jpg', wide, false), 'still', 'a word inside another says nothing')
})

test('without a telling name the first upright picture is the poster, and all others are stills', () => {
  assert.equal(kindOf('DSC_0412.jpg', upright, false), 'poster')
  assert.equal(kindOf('DSC_0413.jpg', upright, true), 'still')
  assert.equal(kindOf('DSC_0414.jpg', wide, false), 'still')
  assert.equal(kindOf('DSC_0415.jpg', { width: 1000, height: 1000 }, false), 'still')
  assert.equal(kindOf('DSC_0416.jpg', null, false), 'still')
})
