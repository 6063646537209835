import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOCUMENT_ERROR_CODES, DOCUMENT_NOTE_CODES, documentErrorText, documentNoteText } from './documents.ts'

test('every reason is said in each language: what happened, that nothing was lost, what to do', () => {
  const params = { limit: '10 MB', name: 'a.txt', kind: 'pages', count: 3, seconds: 10 }
  for (const code of DOCUMENT_ERROR_CODES) {
    const english = documentErrorText(code, params, 'en')
    const french = documentErrorText(code, params, 'fr')
    assert.match(english, /nothing was lost\. \S/)
    assert.match(french, /rien n’est perdu\. \S/)
    assert.notEqual(english, french)
    for (const text of [english, french]) assert.doesNotMatch(text, /[{}]/)
  }
})

test('every note has its words, and the same parameters in each language', () => {
  for (const code of DOCUMENT_NOTE_CODES) {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
    assert.deepEqual(places(documentNoteText(code, {}, 'en')), places(documentNoteText(code, {}, 'fr')))
  }
})

test('the kind of a refused file is named in the language', () => {
  assert.match(documentErrorText('unsupported-format', { kind: 'spreadsheet' }, 'fr'), /une feuille de calcul/)
})
