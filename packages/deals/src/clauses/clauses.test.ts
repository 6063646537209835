import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EXAMPLE_CLAUSES } from './example-clauses.ts'
import { readClauseText } from './read-clause-text.ts'
import { VARIABLES } from './variables.ts'

const faults = (text: string) => readClauseText(text).faults.map(({ code, start, end }) => [code, text.slice(start, end)])

test('an unknown or malformed variable is named with its place', () => {
  assert.deepEqual(faults('{{buyer}} pays {{price}}.'), [])
  assert.deepEqual(faults('The {{byuer}} pays {{ price }}.'), [['unknown-variable', '{{byuer}}']])
  assert.equal(readClauseText('{{byuer}}').faults[0]!.suggestion, 'buyer')
  assert.equal(readClauseText('{{xylophone}}').faults[0]!.suggestion, null)
  assert.deepEqual(faults('{{buyer pays'), [['malformed', '{{']])
  assert.deepEqual(faults('a }} b'), [['malformed', '}}']])
  assert.deepEqual(faults('{{}} and {{buyer.name}}'), [['malformed', '{{}}'], ['malformed', '{{buyer.name}}']]) // prettier-ignore
  assert.deepEqual(faults(' \n \n'), [['empty', ' \n \n']])
  assert.deepEqual(faults('x'.repeat(20_001)), [['too-long', 'x']])
})

test('a part stands alone in its paragraph', () => {
  assert.deepEqual(readClauseText('As follows:\n\n{{schedule}}\n\nNothing else.').paragraphs, [
    { pieces: ['As follows:'] },
    { part: 'schedule' },
    { pieces: ['Nothing else.'] },
  ])
  assert.deepEqual(faults('See {{schedule}} below'), [['not-alone', '{{schedule}}']])
})

test('every variable of the list is known, and no text throws', () => {
  for (const name of Object.keys(VARIABLES)) assert.deepEqual(faults(`{{${name}}}`), [], name)
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('{{', '}}', '{', '}', 'buyer', ' ', '\n', '\n\n', 'schedule', '#let x')).map((parts) => parts.join(''))) // prettier-ignore
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end } of readClauseText(text).faults) assert.ok(start >= 0 && start <= end && end <= text.length)
    }),
    { numRuns: 2000 },
  )
})

test('the example clauses are without fault in both languages and use the same variables in both', () => {
  const used = (text: string) =>
    [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!))].toSorted((a, b) => (a < b ? -1 : 1))
  for (const { en, fr } of EXAMPLE_CLAUSES) {
    for (const words of [en, fr]) assert.deepEqual(faults(words.text), [], words.heading)
    assert.deepEqual(used(en.text), used(fr.text), en.heading)
  }
})
