import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findingMessage, hasSentence } from '@vitrine/messages/findings'
import { AVAILS_COLUMNS } from './spreadsheet/avails-columns.ts'
import { AVAILS_RULES } from './structure/avails.ts'
import { COMMON_RULES } from './structure/common.ts'
import { MEC_RULES } from './structure/mec.ts'
import { AVAILS_PLACES, COMMON_PLACES } from './words/word-places.ts'

/** The rules that are data, and those that are written where they are found. */
function everyRule(): string[] {
  const folder = new URL('./', import.meta.url)
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/'((?:[a-z]+|[A-Z]\w+)(?:\/[A-Za-z][\w.@-]*)+)'/g)])
    .map(([, rule]) => rule!)
    .filter((rule) => /^(?:xml|schema|structure|vocabulary|required|value|date|language|country|currency|rating|identifier|note|file|format|sheet|cell|json)\//.test(rule)) // prettier-ignore
  const values = ['year', 'date', 'moment', 'duration', 'amount', 'number', 'yesNo'].map((form) => `value/${form}`)
  const cells = readFileSync(new URL('spreadsheet/cell-check.ts', folder), 'utf8').matchAll(/wrong\('([\w-]+)'/g)
  return [
    ...written,
    ...[...cells].map(([, rule]) => `cell/${rule}`),
    ...values,
    ...[...MEC_RULES, ...AVAILS_RULES, ...COMMON_RULES].map(({ rule }) => `structure/${rule}`),
    ...[...COMMON_PLACES, ...AVAILS_PLACES].map(({ at }) => `vocabulary/${at}`),
    'required/any',
    ...[...AVAILS_COLUMNS.keys()].map((heading) => `vocabulary/${heading}`),
  ]
}

test('every rule has a sentence in every language', () => {
  const rules = everyRule()
  assert.ok(rules.length > 80, String(rules.length))
  const any = new Proxy({}, { get: () => 'X', has: () => true }) as Record<string, string>
  for (const rule of rules) {
    assert.ok(hasSentence(rule), rule)
    const [en, fr] = [findingMessage('en', { rule, values: any }), findingMessage('fr', { rule, values: any })]
    assert.notEqual(en, fr, rule)
    for (const sentence of [en, fr]) assert.match(sentence, /^\S.*\.$/, rule)
    assert.doesNotMatch(`${en}${fr}`, /undefined|\[object/, rule)
  }
})

test('no rule is named twice in a version, and none has a name of its own for one thing', () => {
  for (const rules of [MEC_RULES, AVAILS_RULES])
    for (const { rule, at, count, min, max } of rules) {
      assert.ok(min !== undefined || max !== undefined, rule)
      assert.match(rule, /^[A-Z]\w+\/@?[\w.]+$/, rule)
      assert.ok(at !== '' && ('path' in count || count.length > 1), rule)
    }
})
