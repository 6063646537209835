import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { homePath, safeNext } from './next.ts'

const ORIGIN = 'https://films.example'

test('a path of this site stays as it is', () => {
  for (const next of ['/', '/fr', '/fr/desk/titles?page=2#row-3', '/en/films/the-salt-road'])
    assert.equal(safeNext(next, ORIGIN, 'fr'), next)
})

test('without a path everybody comes to where they work', () => {
  for (const [role, home] of [
    ['owner', '/fr/desk'],
    ['editor', '/fr/desk'],
    ['buyer', '/fr/room'],
    ['producer', '/fr/room/films'],
  ] as const) {
    assert.equal(safeNext(null, ORIGIN, 'fr', homePath(role, 'fr')), home)
    assert.equal(safeNext('//evil.example', ORIGIN, 'fr', homePath(role, 'fr')), home)
    assert.equal(safeNext('/fr/films', ORIGIN, 'fr', homePath(role, 'fr')), '/fr/films')
  }
})

test('whatever is asked, it leads to this site and never to its API', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    '@',
    ':',
    'https:',
    'javascript:',
    'evil.example',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\u0000',
    '?',
    '#',
    'api/',
    'desk',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = safeNext(pieces.join(''), ORIGIN, 'en')
      const url = new URL(path, ORIGIN)
      assert.equal(url.origin, ORIGIN)
      assert.ok(path.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\'))
      assert.ok(!url.pathname.startsWith('/api/'))
    }),
    { seed: 20261122, numRuns: 5000 },
  )
})
