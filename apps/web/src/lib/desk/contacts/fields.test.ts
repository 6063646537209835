import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Field, fromControl, inWords, toControl } from './fields.ts'

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ key: 'x', label: 'X', type, ...more })

test('what is typed again means the same', () => {
  for (const [one, value] of [
    [field('line', { nullable: true }), null],
    [field('line'), ''],
    [field('line'), 'Kanal Ost'],
    [field('lines'), ['One', 'Two']],
    [field('ticks'), []],
  ] as const)
    assert.deepEqual(fromControl(one, toControl(one, value)), value)
})

test('blank lines and blanks around are nothing', () => {
  assert.deepEqual(fromControl(field('lines'), ' One \n\n  \nTwo'), ['One', 'Two'])
  assert.equal(fromControl(field('day', { nullable: true }), ''), null)
})

test('a value in a sentence', () => {
  const kinds = field('ticks', { options: [['platform', 'Platform']] })
  assert.equal(inWords(kinds, ['platform', 'unknown'], '—'), 'Platform, unknown')
  assert.equal(inWords(kinds, [], '—'), '—')
  assert.equal(inWords(field('line'), null, '—'), '—')
})
