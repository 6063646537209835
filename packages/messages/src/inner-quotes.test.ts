import assert from 'node:assert/strict'
import { test } from 'node:test'
import { innerQuotes } from './inner-quotes.ts'

test('what a quotation quotes itself stands in the other kind of marks', () => {
  assert.equal(innerQuotes('en', 'You will never again say “the cloud”.'), 'You will never again say ‘the cloud’.')
  assert.equal(innerQuotes('en-GB', '“Yes”, and then “no”'), '‘Yes’, and then ‘no’')
  assert.equal(innerQuotes('fr', 'On ne dira plus «\u00a0le nuage\u00a0».'), 'On ne dira plus “le nuage”.')
  assert.equal(innerQuotes('fr-CA', 'Dire « oui »'), 'Dire “oui”')
})

test('whatever is no pair is left as it is', () => {
  for (const text of ['A film of 5” and more', 'It’s the town’s own', 'No quotation at all', '“never closed'])
    assert.equal(innerQuotes('en', text), text)
  assert.equal(innerQuotes('fr', 'Un film de “l’époque”'), 'Un film de “l’époque”')
})
