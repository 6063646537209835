import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detailsIn, errorText, issuesIn } from './errors.ts'

const details = {
  limit: 3,
  issues: [
    { path: 'to', message: 'too early', messageFr: 'trop tôt' },
    { path: 'note', message: 'too long' },
  ],
}

test('refused fields are said in the language of the reader, where both are known', () => {
  assert.deepEqual(issuesIn('fr', details), [
    { path: 'to', message: 'trop tôt' },
    { path: 'note', message: 'too long' },
  ])
  assert.deepEqual(issuesIn('en', details)[0], { path: 'to', message: 'too early' })
  assert.equal(detailsIn('fr', details)['limit'], 3)
})

test('a failure that is not about fields stays as it is', () => {
  assert.deepEqual(detailsIn('fr', { revision: 4 }), { revision: 4 })
  assert.deepEqual(issuesIn('en', {}), [])
})

test('a file that is not taken is refused with what is, where that is known', () => {
  assert.match(errorText('unsupported-file', 'en', { takes: 'PDF' }).text, /^What is taken here: PDF\./)
  assert.match(errorText('unsupported-file', 'fr', { takes: 'PDF' }).text, /^Ce qui est accepté ici\u00a0: PDF\./)
  assert.match(errorText('unsupported-file', 'en').text, /^Sheets can be text/)
})
