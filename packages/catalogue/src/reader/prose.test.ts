import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './prose.ts'

test('a text is of the language whose small words it has', () => {
  assert.equal(languageOf('The keeper of the lighthouse has left the island, and nobody is there to light it.'), 'en')
  assert.equal(languageOf('Le gardien du phare est parti de son île et il ne reste plus que la mer dans la nuit.'), 'fr')
  assert.equal(languageOf('Der Wärter ist nicht mehr auf der Insel, und das Licht wird von einem Kind bewacht.'), 'de')
  assert.equal(languageOf('O faroleiro não está na ilha, e a luz é de uma criança que não sabe ler. É para os avós.'), 'pt')
})

test('small words count in capitals too, accents and all', () => {
  assert.equal(languageOf('È NATO DA UNA STORIA CHE NON È DI NESSUNO, PIÙ DI LÀ CHE DI QUI'), 'it')
})

test('what is too short, too even or without words has none', () => {
  for (const text of ['', ' ', 'Salt', 'The Salt Road', '1234 5678', '\ud800', 'x'.repeat(5000)])
    assert.equal(languageOf(text), null)
})

test('a script gives its language away', () => {
  assert.equal(languageOf('שלום עולם, זה סרט תיעודי'), 'he')
  assert.equal(languageOf('Документальный фильм о маяке'), 'ru')
  assert.equal(languageOf('ドキュメンタリー映画です'.repeat(400)), 'ja')
})
