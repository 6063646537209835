import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkIdentifier, computeIdentifier, formatIdentifier, IDENTIFIER_KINDS, kindOfIdentifier, tidyIdentifier, type IdentifierKind } from './identifiers.ts' // prettier-ignore

const EIDR = '10.5240/8FF3-1C20-84F5-F247-8BCD-E'
const ISAN = '0000-0001-8CFA-0000-I-0000-0000-K'

test('a number is known in every spelling that people use, and kept in one', () => {
  const spellings: [IdentifierKind, string, string[]][] = [
    ['eidr', EIDR, ['https://doi.org/10.5240/8FF3-1C20-84F5-F247-8BCD-E', 'urn:eidr:10.5240:8FF3-1C20-84F5-F247-8BCD-E', 'EIDR: 8ff3-1c20-84f5-f247-8bcd-e', 'doi:10.5240/8ff31c2084f5f2478bcde', ' 10.5240/8FF3 1C20 84F5 F247 8BCD E ']], // prettier-ignore
    ['isan', ISAN, ['ISAN 0000 0001 8cfa 0000 i 0000 0000 k', 'urn:isan:0000-0001-8cfa-0000-i-0000-0000-k', '000000018CFA0000I00000000K', 'ISAN: 0000-0001-8CFA-0000-I-0000-0000-K']], // prettier-ignore
    ['isan', '0000-0001-8CFA-0000-I', ['000000018cfa0000i', '0000–0001–8CFA–0000–I']],
    ['imdb', 'tt1234567', ['https://www.imdb.com/title/tt1234567/?ref_=fn_al', 'imdb.com/title/TT1234567', 'm.imdb.com/fr/title/tt1234567/', '1234567']], // prettier-ignore
    ['tmdb', '603', ['https://www.themoviedb.org/movie/603-the-matrix?language=fr', 'movie/603', 'TMDB 603']],
    ['tmdb', 'tv/1399', ['https://www.themoviedb.org/tv/1399-game-of-thrones', 'TV/1399']],
    [
      'wikidata',
      'Q83495',
      ['https://www.wikidata.org/wiki/Q83495', 'http://www.wikidata.org/entity/Q83495', 'q83495', 'wd:Q83495'],
    ],
    ['reference', 'VIT 0012', ['  VIT \t 0012 ']],
  ]
  for (const [kind, kept, written] of spellings) {
    assert.equal(checkIdentifier(kind, kept).state, 'right', kept)
    for (const one of written) {
      assert.deepEqual(checkIdentifier(kind, one), { kind, given: one, state: 'untidy', canonical: kept, complete: kept }, one)
      assert.equal(tidyIdentifier(kind, one), kept)
    }
  }
})

test('a wrong check character is told with the right one, and never changed by itself', () => {
  const wrong = '10.5240/8ff3-1c20-84f5-f247-8bcd-a'
  assert.deepEqual(checkIdentifier('eidr', wrong), { kind: 'eidr', given: wrong, state: 'wrong', canonical: '10.5240/8FF3-1C20-84F5-F247-8BCD-A', complete: EIDR }) // prettier-ignore
  assert.equal(tidyIdentifier('eidr', wrong), wrong)
  assert.equal(computeIdentifier('eidr', wrong), EIDR)
  for (const [given, right] of [
    ['0000-0001-8CFA-0000-A-0000-0000-K', ISAN],
    ['0000-0001-8CFA-0000-I-0000-0000-A', ISAN],
    ['0000-0001-8CFA-0000-A', '0000-0001-8CFA-0000-I'],
  ] as const) {
    // prettier-ignore
    assert.equal(checkIdentifier('isan', given).state, 'wrong', given)
    assert.equal(checkIdentifier('isan', given).complete, right)
    assert.equal(tidyIdentifier('isan', given), given)
  }
})

test('check characters that were not given are computed when asked for, not when stored', () => {
  const bare = '8ff3 1c20 84f5 f247 8bcd'
  assert.equal(checkIdentifier('eidr', bare).state, 'incomplete')
  assert.equal(computeIdentifier('eidr', bare), EIDR)
  assert.equal(tidyIdentifier('eidr', bare), '10.5240/8FF3-1C20-84F5-F247-8BCD')
  assert.equal(checkIdentifier('isan', '0000-0001-8CFA-0000-0000-0000').state, 'incomplete')
  assert.equal(computeIdentifier('isan', '000000018CFA000000000000'), ISAN)
  assert.equal(formatIdentifier('isan', '0000 0001 8cfa 0000'), '0000-0001-8CFA-0000')
  assert.equal(tidyIdentifier('isan', '0000 0001 8cfa 0000'), '0000-0001-8CFA-0000')
})

test('what is no number of its kind is said to be none, and left alone', () => {
  const none: [IdentifierKind, string][] = [
    ['eidr', '10.5237/9241-8E4D'],
    ['eidr', '10.5240/8FF3-1C20-84F5-F247-8BC'],
    ['eidr', `${EIDR} or so`],
    ['eidr', `${EIDR}${EIDR}`],
    ['isan', '0000-0001-8CFA'],
    ['isan', 'the ISAN is 0000-0001-8CFA-0000-I'],
    ['imdb', 'nm0000151'],
    ['imdb', 'tt12'],
    ['tmdb', '0'],
    ['tmdb', 'movie/'],
    ['wikidata', 'Q0'],
    ['wikidata', 'P345'],
    ['reference', '   '],
    ['reference', 'x'.repeat(101)],
  ]
  for (const [kind, text] of none) {
    assert.equal(checkIdentifier(kind, text).state, 'unreadable', text)
    assert.equal(tidyIdentifier(kind, text), text)
  }
})

test('the form tells the kind, where it can', () => {
  assert.deepEqual(
    [EIDR, ISAN, 'tt1234567', 'Q83495', 'tv/1399', 'https://www.themoviedb.org/movie/603', '603', 'VIT-0012', ''].map(
      kindOfIdentifier,
    ),
    ['eidr', 'isan', 'imdb', 'wikidata', 'tmdb', 'tmdb', null, null, null],
  )
})

test('whatever is given: tidying twice is tidying once, and what is computed is right', () => {
  const piece = fc.constantFrom('10.5240', '/', ':', '-', ' ', 'urn:', 'eidr', 'isan', 'tt', 'Q', 'tv/', '0000', '8CFA', '8bcd', '1', 'I', 'k', 'https://', 'doi.org/', '‐', '\n', '😀') // prettier-ignore
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 16 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(fc.constantFrom(...IDENTIFIER_KINDS), text, (kind, given) => {
      const tidy = tidyIdentifier(kind, given)
      assert.equal(tidyIdentifier(kind, tidy), tidy)
      const complete = computeIdentifier(kind, given)
      if (complete !== null) assert.equal(checkIdentifier(kind, complete).state, 'right')
    }),
    { numRuns: 1000, seed: 5 },
  )
})

test('an address of a megabyte, or a line of hyphens, ends at once', () => {
  for (const kind of IDENTIFIER_KINDS)
    for (const text of ['doi:'.repeat(250_000), '0000-'.repeat(200_000), 'q1'.repeat(500_000)])
      assert.equal(checkIdentifier(kind, text).state, 'unreadable')
})
