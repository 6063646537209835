import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { outcome, refusedBy } from '../testing/refused.ts'
import { ALL_MEDIA, mediaLeaves, mediaOf, mediaOfBranch } from './media-set.ts'
import { mediaPhrases } from './words.ts'
import { MEDIA, MEDIA_TREE } from './tree.ts'
import { parseMedia } from './parse.ts'
import { phraseKey } from '../expression/tokens.ts'

const leaves = (expression: string | readonly string[]): string => mediaLeaves(parseMedia(expression)).join(' ')

const refused = refusedBy(parseMedia)

test('leaves, branches and all', () => {
  for (const { code, en, fr } of MEDIA) for (const name of [code, en, fr]) assert.equal(leaves(name), code)
  for (const { code, en, fr } of MEDIA_TREE) {
    for (const name of [code, en, fr, `all-${code}`]) assert.equal(parseMedia(name), mediaOfBranch(code), name)
  }
  for (const name of ['all', 'All rights', 'all media', 'tous droits', 'Alle Rechte'])
    assert.equal(parseMedia(name), ALL_MEDIA, name)
  assert.equal(leaves(['svod', 'free-tv']), 'free-tv svod')
})

test('the wording of the trade', () => {
  const wordings: Record<string, string> = {
    'FTA': 'free-tv',
    'Free-to-air': 'free-tv',
    'télévision gratuite': 'free-tv',
    'PTV': 'pay-tv',
    'Pay': 'pay-tv',
    'TV payante': 'pay-tv',
    'free and pay TV': 'free-tv pay-tv',
    'linear': 'free-tv basic-tv pay-tv',
    'replay': 'catch-up',
    'catch up': 'catch-up',
    'rattrapage': 'catch-up',
    'DTO': 'est',
    'DTR': 'tvod',
    'DTO/DTR': 'tvod est',
    'S-VOD': 'svod',
    'VàDA': 'svod',
    'SVOD rights': 'svod',
    'home video': 'dvd-blu-ray',
    'inflight/airlines': 'inflight',
    'non theatrical': 'festival educational public-screening institutional',
    'droits dérivés': 'clips format merchandising publishing',
    'salles': 'theatrical',
    'FTA, Pay TV + replay': 'free-tv pay-tv catch-up',
  } // prettier-ignore
  for (const [written, codes] of Object.entries(wordings)) assert.equal(leaves(written), codes, written)
  assert.equal(parseMedia('TV & VOD'), mediaOfBranch('tv')! | mediaOfBranch('vod')!)
  assert.equal(parseMedia('VàD'), mediaOfBranch('vod'))
})

test('exclusions', () => {
  assert.equal(parseMedia('all excl. theatrical'), ALL_MEDIA & ~mediaOf(['theatrical']))
  assert.equal(parseMedia('tous droits hors salles et rattrapage'), ALL_MEDIA & ~mediaOf(['theatrical', 'catch-up']))
  assert.equal(leaves('SVOD, TV (excl. PPV, catch-up, simulcast)'), 'free-tv basic-tv pay-tv svod')
})

test('no phrase has two meanings', () => {
  const seen = new Map<string, number>()
  for (const [phrase, set] of mediaPhrases()) {
    assert.equal(seen.get(phraseKey(phrase)) ?? set, set, phrase)
    seen.set(phraseKey(phrase), set)
    assert.equal(parseMedia(phrase), set, phrase)
  }
})

test('what is refused', () => {
  for (const word of ['digital', 'streaming', 'Internet', 'cable', 'video', 'ancillary rights'])
    assert.ok(refused(word, 'ambiguous').message.includes('Say which'))
  assert.equal(refused('svood', 'unknown-media').suggestion, 'svod')
  refused('catch-up 7 days', 'missing-separator')
  refused('', 'empty')
  refused('tv excl. TV', 'nothing-left')
  refused('constructor', 'unknown-media')
})

test('hostile input', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      if (outcome(parseMedia, text) === null) assert.ok(parseMedia(text) > 0)
    }),
    { seed: 3, numRuns: 500 },
  )
})
