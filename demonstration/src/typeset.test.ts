import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typeset } from './typeset.ts'

test('French gets its apostrophes and no-break spaces', () => {
  assert.equal(typeset('fr', `« L'eau » : où ?`), '«\u00a0L’eau\u00a0»\u00a0: où\u202f?')
  assert.equal(typeset('fr', '41 000 heures, 10 % de plus'), '41\u202f000 heures, 10\u00a0% de plus')
})

test('English gets curly quotes and keeps its spaces', () => {
  assert.equal(typeset('en', `"The cloud", she said, isn't one.`), '“The cloud”, she said, isn’t one.')
})

test('paragraphs stay apart by one empty line', () => {
  assert.equal(typeset('en', '\n  One.\n\n    Two.\n'), 'One.\n\nTwo.')
})
