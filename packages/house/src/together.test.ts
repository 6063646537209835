import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from './together.ts'

test('those who ask in one moment share one question; whoever comes later shares the next, and is told nothing older', async () => {
  const stored = new Map([['a', 1]])
  const asked: string[][] = []
  const ask = together(async (keys) => {
    asked.push(keys)
    const seen = new Map(stored)
    await new Promise((go) => setImmediate(go))
    return seen
  })
  const first = [ask('a'), ask('b'), ask('a')]
  await Promise.resolve()
  await Promise.resolve()
  stored.set('a', 2)
  const later = [ask('a'), ask('a')]
  assert.deepEqual(await Promise.all(first), [1, null, 1])
  assert.deepEqual(await Promise.all(later), [2, 2])
  assert.deepEqual(asked, [['a', 'b'], ['a']])
})

test('a failed question fails all who asked it, and does not stay', async () => {
  let down = true
  const ask = together(async (keys) => {
    if (down) throw new Error('down')
    return new Map(keys.map((key) => [key, 5]))
  })
  for (const one of await Promise.allSettled([ask('a'), ask('b')])) assert.equal(one.status, 'rejected')
  down = false
  assert.equal(await ask('a'), 5)
})
