import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordDiff } from './word-diff.ts'

const back = (parts: ReturnType<typeof wordDiff>, without: 'ins' | 'del') =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('')

test('what changed is told word by word, and both texts can be read back from it', () => {
  const [before, after] = ['A cold night.\n\nThe boat waits.', 'A long night.\n\nThe old boat waits, and waits.']
  const parts = wordDiff(before, after)
  assert.equal(back(parts, 'ins'), before)
  assert.equal(back(parts, 'del'), after)
  assert.ok(parts.some((part) => part.kind === 'same' && part.text.includes('night')))
})

test('a text that was not there, or is gone, is one piece; two empty ones are none', () => {
  assert.deepEqual(wordDiff('', 'new'), [{ kind: 'ins', text: 'new' }])
  assert.deepEqual(wordDiff('old', ''), [{ kind: 'del', text: 'old' }])
  assert.deepEqual(wordDiff('', ''), [])
})

test('two long texts with nothing in common are laid side by side whole', () => {
  const [before, after] = [
    Array.from({ length: 9000 }, (_, n) => `a${n}`).join(' '),
    Array.from({ length: 9000 }, (_, n) => `b${n}`).join('  '),
  ]
  assert.deepEqual(
    wordDiff(before, after).map((part) => part.kind),
    ['del', 'ins'],
  )
})
