import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { ALL_MEDIA, mediaLeaves, NO_MEDIA } from './media-set.ts'
import { mediaName, printMedia } from './print.ts'
import { parseMedia } from './parse.ts'

test('the shortest true wording', () => {
  const wordings: [string, string, string][] = [
    ['all', 'all', 'Tous médias'],
    ['TV & VOD', 'tv, vod', 'Télévision, Vidéo à la demande'],
    ['all excl. theatrical', 'all excl. theatrical', 'Tous médias hors Salles'],
    ['TV excl. PPV', 'tv excl. ppv', 'Télévision hors Paiement à la séance'],
    ['FTA + catch-up', 'free-tv, catch-up', 'TV gratuite, Rattrapage'],
    ['svod', 'svod', 'VOD par abonnement'],
  ]
  for (const [expression, codes, french] of wordings) {
    assert.equal(printMedia(parseMedia(expression), 'en'), codes)
    assert.equal(printMedia(parseMedia(expression), 'fr', { names: 'full' }), french)
  }
  assert.equal(printMedia(NO_MEDIA, 'fr'), 'aucun')
})

test('law: what is printed reads back as the set, and never needs more letters than its leaves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: ALL_MEDIA }), (set) => {
      for (const locale of ['en', 'fr'] as const) {
        for (const names of ['codes', 'full'] as const) {
          const text = printMedia(set, locale, { names })
          assert.equal(parseMedia(text), set, text)
          const listed = mediaLeaves(set).map((code) => (names === 'codes' ? code : mediaName(code, locale)))
          assert.ok(text.length <= listed.join(', ').length, text)
        }
      }
    }),
    { seed: 20261125, numRuns: 3000 },
  )
})

test('names', () => {
  assert.equal(mediaName('svod', 'en'), 'SVOD')
  assert.equal(mediaName('tv', 'fr'), 'Télévision')
  assert.throws(() => mediaName('toString', 'en'), RangeError)
})
