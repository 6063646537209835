import assert from 'node:assert/strict'
import { test } from 'node:test'
import { otherTitlesOf } from './other-titles.ts'

test('every title that is not shown, once', () => {
  const sheet = {
    title: 'Salt',
    titles: { fr: 'Sel', de: 'Salz' },
    otherTitles: [
      { title: 'Sel', language: null },
      { title: 'White Gold', language: null },
    ],
  }
  assert.deepEqual(otherTitlesOf(sheet, ['Sel', null]), [
    { title: 'Salt', language: null },
    { title: 'Salz', language: 'de' },
    { title: 'White Gold', language: null },
  ])
})
