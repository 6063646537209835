import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepColumns, keptColumns } from './kept-columns.ts'

const shelf = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('what was taken of a list is known again, of that list alone, in the order of its columns', () => {
  const storage = shelf()
  keepColumns(storage, 'deals', ['price', 'name', 'gone'])
  assert.deepEqual(keptColumns(storage, 'deals', ['name', 'state', 'price']), ['name', 'price'])
  assert.equal(keptColumns(storage, 'tasks', ['name', 'due']), null)
  assert.equal(keptColumns(storage, 'deals', ['due']), null, 'none of them is a column any more')
})

test('a storage that holds nonsense, is full or is not there is no fault', () => {
  const storage = shelf()
  for (const nonsense of ['{', '7', '"name"', '[]', 'null']) {
    storage.kept.set('vitrine.columns.deals', nonsense)
    assert.equal(keptColumns(storage, 'deals', ['name']), null, nonsense)
  }
  const full = { setItem: () => { throw new DOMException('full', 'QuotaExceededError') } } // prettier-ignore
  keepColumns(full, 'deals', ['name'])
  keepColumns(null, 'deals', ['name'])
  assert.equal(keptColumns(null, 'deals', ['name']), null)
})
