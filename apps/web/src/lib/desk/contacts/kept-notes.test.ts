import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepNotes, keptNotes, together } from './kept-notes.ts'

function storage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

test('what is typed stays until it is let go', () => {
  const kept = storage()
  keepNotes(kept, 'm', { seen: '', notes: 'Wants rivers.' })
  assert.deepEqual(keptNotes(kept, 'm'), { seen: '', notes: 'Wants rivers.' })
  assert.equal(keptNotes(kept, 'other'), null)
  keepNotes(kept, 'm', null)
  assert.equal(kept.items.size, 0)
})

test('a storage that is full, shut or spoilt loses nothing but itself', () => {
  const broken = { getItem: () => '{', setItem: () => { throw new Error('full') }, removeItem: () => { throw new Error('shut') } } // prettier-ignore
  assert.equal(keptNotes(broken, 'm'), null)
  assert.equal(keptNotes({ getItem: () => '{"seen":1}' }, 'm'), null)
  keepNotes(broken, 'm', { seen: '', notes: 'x' })
  keepNotes(broken, 'm', null)
})

test('two people’s notes put together: nothing twice, nothing lost', () => {
  assert.equal(together('a\nb', 'a\nc'), 'a\nb\nc')
  assert.equal(together('a', 'a'), 'a')
  assert.equal(together('', 'x'), 'x')
})
