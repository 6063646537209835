import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TABLES } from './columns.ts'
import { keysFor } from './row-keys.ts'

const { columns } = TABLES.festivals
const row = (festival: string, year: number | null = null) => ({ festival, year, award: null, section: null, city: null, country: null, premiere: null }) // prettier-ignore
const before = [
  { key: 'a', row: row('IDFA', 2021) },
  { key: 'b', row: row('Visions', 2022) },
]
const keys = (rows: ReturnType<typeof row>[]) => {
  let count = 0
  return keysFor(before, rows, columns, () => `new-${count++}`)
}

describe('rows that came from elsewhere', () => {
  test('keep their keys where they moved, and a new one among them has its own', () => {
    assert.deepEqual(keys([row('DOK Leipzig'), row('Visions', 2022), row('IDFA', 2021)]), ['new-0', 'b', 'a'])
    assert.deepEqual(keys([row('Visions', 2022)]), ['b'])
    assert.deepEqual(keys([]), [])
  })
  test('keep their keys where something beside the name was changed', () => {
    assert.deepEqual(keys([row('DOK Leipzig'), row('IDFA', 2020), row('Visions', 2022)]), ['new-0', 'a', 'b'])
  })
  test('of two that say the same each has its own key', () => {
    assert.deepEqual(keys([row('IDFA', 2021), row('IDFA', 2021)]), ['a', 'new-0'])
  })
  test('with nothing in them are not taken for one another by that', () => {
    const empty = [{ key: 'e', row: { ...row(''), city: 'Lyon' } }]
    assert.deepEqual(
      keysFor(empty, [{ ...row(''), city: 'Nyon' }], columns, () => 'new'),
      ['new'],
    )
  })
})
