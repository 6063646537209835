import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PageCache, shared } from './pageCache.ts'

test('a page is handed out at the number it was made at, and at no other', () => {
  const cache = new PageCache()
  cache.keep('/en', 7, [['etag', '"a"']], Buffer.from('seven'))
  assert.equal(cache.find('/en', 7)?.body.toString(), 'seven')
  assert.equal(cache.find('/en', 8), null)
  assert.equal(cache.find('/en', 7), null, 'an outdated page is forgotten')
  assert.equal(cache.bytes, 0)
})

test('the cache stays within its size and forgets what was not asked for longest', () => {
  const cache = new PageCache()
  const page = Buffer.alloc(400 * 1024)
  for (let i = 0; i < 300; i++) {
    cache.keep(`/en/${i}`, 1, [], page)
    cache.find('/en/0', 1)
  }
  assert.ok(cache.bytes <= 48 * 1024 * 1024)
  assert.notEqual(cache.find('/en/0', 1), null)
  assert.equal(cache.find('/en/1', 1), null)
  cache.keep('/huge', 1, [], Buffer.alloc(600 * 1024))
  assert.equal(cache.find('/huge', 1), null)
})

test('a number is never older than the question, and is asked once for all who wait', async () => {
  let stored = 1
  let asked = 0
  const ask = shared(async () => {
    asked++
    const seen = stored
    await new Promise((go) => setImmediate(go))
    return seen
  })
  const first = ask()
  stored = 2
  const [second, third] = [ask(), ask()]
  assert.deepEqual(await Promise.all([first, second, third]), [1, 2, 2])
  assert.equal(asked, 2)
})

test('a failed question does not stay', async () => {
  let down = true
  const ask = shared(async () => {
    if (down) throw new Error('down')
    return 5
  })
  await assert.rejects(ask())
  down = false
  assert.equal(await ask(), 5)
})
