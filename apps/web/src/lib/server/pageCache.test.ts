import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf } from '../parts.ts'
import { PageCache } from './pageCache.ts'
import { cutPage, type Visit } from './sharedPage.ts'

const nobody: Visit = { member: 'none', look: null, kept: new Set() }
const keeping = (...ids: string[]): Visit => ({ ...nobody, kept: new Set(ids) })
const page = (text: string) => cutPage(`${text} ${partOf('kept:a', ['off', 'on'])}`)
const sent = (cache: PageCache, key: string, sequence: number, visit: Visit) => {
  const kept = cache.find(key, sequence)
  return kept === null ? null : cache.print(kept, visit).body.toString()
}

test('a page is handed out at the number it was written at, and at no other', () => {
  const cache = new PageCache()
  cache.keep('/en', 7, [], page('seven'))
  assert.equal(sent(cache, '/en', 7, nobody), 'seven off')
  assert.equal(sent(cache, '/en', 8, nobody), null)
  assert.equal(sent(cache, '/en', 7, nobody), null, 'an outdated page is forgotten')
  assert.equal(cache.bytes, 0)
})

test('each visit is sent its own print; those that differ in nothing on the page share one', () => {
  const cache = new PageCache()
  const kept = cache.keep('/en', 1, [], page('film'))
  const [mine, theirs, others] = [keeping('a'), nobody, keeping('b')].map((visit) => cache.print(kept, visit))
  assert.deepEqual(
    [mine, theirs, others].map((print) => print?.body.toString()),
    ['film on', 'film off', 'film off'],
  )
  assert.notEqual(mine?.etag, theirs?.etag)
  assert.equal(theirs, others)
})

test('the cache stays within its size and forgets what was not asked for longest', () => {
  const cache = new PageCache()
  const large = page('x'.repeat(400 * 1024))
  for (let i = 0; i < 300; i++) {
    cache.print(cache.keep(`/en/${i}`, 1, [], large), nobody)
    cache.find('/en/0', 1)
  }
  assert.ok(cache.bytes <= 48 * 1024 * 1024)
  assert.notEqual(cache.find('/en/0', 1), null)
  assert.equal(cache.find('/en/1', 1), null)
  cache.keep('/huge', 1, [], page('x'.repeat(2 * 1024 * 1024)))
  assert.equal(cache.find('/huge', 1), null)
})

test('prints of one page are counted, and only so many are held', () => {
  const cache = new PageCache()
  const ids = Array.from({ length: 10 }, (_, i) => `film-${i}`)
  const kept = cache.keep('/en', 1, [], cutPage(ids.map((id) => partOf(`kept:${id}`, ['off', 'on'])).join('')))
  for (let i = 0; i < 1000; i++) cache.print(kept, keeping(...ids.filter((_, bit) => (i >> bit) % 2 === 1)))
  assert.equal(kept.prints.size, 24)
  assert.equal(
    cache.bytes,
    kept.page.bytes + [...kept.prints.values()].reduce((sum, { body, brotli }) => sum + body.length + brotli.length, 0),
  )
})
