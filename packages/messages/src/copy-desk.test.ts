import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { COPY_CODES, copyCodeName, copyFindingText } from './copy-desk.ts'

test('every kind of finding of the copy desk has words, and no others do', () => {
  const source = readFileSync(new URL('../../catalogue/src/copy-desk/finding.ts', import.meta.url), 'utf8')
  const list = /COPY_CODES = \[([^\]]*)\]/.exec(source)![1]!
  assert.deepEqual(new Set([...list.matchAll(/'([a-z-]+)'/g)].map((match) => match[1])), new Set<string | undefined>(COPY_CODES))
})

test('both languages say something of their own for each', () => {
  const params = {
    found: 'x',
    other: 'y',
    kind: 'quote',
    days: 3,
    field: 'logline',
    length: 200,
    limit: 190,
    fact: 'year',
    language: 'fr',
    checked: 9,
  }
  for (const code of COPY_CODES) {
    const [en, fr] = (['en', 'fr'] as const).map((locale) => copyFindingText({ code, params, message: '' }, locale))
    assert.ok(en && fr && en !== fr && !en.includes('undefined') && !fr.includes('undefined'), code)
    assert.notEqual(copyCodeName(code, 'en'), code)
  }
})

test('a code from a newer desk keeps its English message', () => {
  assert.equal(copyFindingText({ code: 'new-rule', params: {}, message: 'Said in English.' }, 'fr'), 'Said in English.')
})
