import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './refused.ts'

test('a text of as many letters as its box takes is no longer for its lines: a form sends each line end as two letters', () => {
  const form = new FormData()
  form.set('reason', `${'a'.repeat(999)}\r\n${'b'.repeat(1000)}`)
  assert.equal(textOf(form, 'reason').length, 2000)
  form.set('reason', ' one\r\n\r\ntwo \r\n')
  assert.equal(textOf(form, 'reason'), 'one\n\ntwo')
  assert.equal(textOf(form, 'nothing'), '')
})
