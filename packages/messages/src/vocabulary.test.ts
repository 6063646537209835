import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CREDIT_ROLES, GENRES, LANGUAGE_USES, PREMIERES, SLOTS, THEMES, TITLE_STATUSES } from '@vitrine/catalogue'
import { LOCALES } from './locale.ts'
import { nameOf, vocabulary } from './vocabulary.ts'

test('every code of the title sheet has a name in every language, and no name is left without its code', () => {
  const codes = {
    theme: THEMES,
    genre: GENRES,
    slot: SLOTS,
    credit: CREDIT_ROLES,
    use: LANGUAGE_USES,
    premiere: PREMIERES,
    status: TITLE_STATUSES,
  }
  for (const locale of LOCALES) {
    for (const [group, expected] of Object.entries(codes)) {
      const named = vocabulary[locale][group as keyof typeof codes]
      assert.deepEqual(Object.keys(named).sort(), [...expected].sort(), `${locale} ${group}`)
      for (const [code, name] of Object.entries(named)) assert.ok(name.trim().length > 0, `${locale} ${group} ${code}`)
    }
  }
})

test('a word that is not a code is shown as printed', () => {
  assert.equal(nameOf('fr', 'theme', 'water'), 'Eau')
  assert.equal(nameOf('en', 'theme', 'silk road'), 'Silk road')
  assert.equal(nameOf('en', 'theme', 'constructor'), 'Constructor')
})
