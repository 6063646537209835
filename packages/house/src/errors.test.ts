import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { ERROR_TEXT_CODES, errorText } from '@vitrine/messages/errors'
import { type ErrorCode, ERRORS, HouseError, isHouseError } from './errors.ts'

const codes = Object.keys(ERRORS) as ErrorCode[]

test('every code has its words, and no words are without a code', () => {
  assert.deepEqual(ERROR_TEXT_CODES.toSorted(), codes.toSorted())
})

test('the words say in each language that nothing is lost, and differ between the languages', () => {
  for (const code of codes) {
    const [en, fr] = [errorText(code, 'en'), errorText(code, 'fr')]
    assert.notEqual(en.text, fr.text)
    for (const { title, text } of [en, fr]) assert.ok(title.length > 3 && title.length < 60 && text.length > 40, code)
    assert.match(en.text, /nothing|kept|stays|safe/i, code)
    assert.match(fr.text, /rien|conserv|sécurité|reste/i, code)
  }
  assert.match(errorText('limit-reached', 'fr', { limit: 200 }).text, /200/)
})

test('docs/errors.md lists exactly these, with their reasons', async () => {
  const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  assert.deepEqual(
    rows,
    codes.map((code) => `| \`${code}\` | ${ERRORS[code].status} | ${ERRORS[code].why} | ${ERRORS[code].recover} |`),
  )
})

test('a failure keeps its code across a copy of the module', () => {
  const thrown: unknown = new HouseError('limit-reached', { limit: 3 })
  assert.ok(isHouseError(thrown) && thrown.status === 422 && thrown.details['limit'] === 3)
  assert.equal(isHouseError(new Error('limit-reached')), false)
})
