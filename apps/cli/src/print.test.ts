import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cliWords } from '@vitrine/messages/cli'
import { createPrinter, fit, harmless, localeFrom, table, timeText, widthOf } from './print.ts'

test('the language: --lang, then LC_ALL, LC_MESSAGES, LANG, then English', () => {
  assert.equal(localeFrom(['--lang', 'fr'], { LANG: 'en_GB' }), 'fr')
  assert.equal(localeFrom(['--lang=en'], { LANG: 'fr_FR.UTF-8' }), 'en')
  assert.equal(localeFrom([], { LC_ALL: 'fr_CA', LANG: 'en_GB' }), 'fr')
  assert.equal(localeFrom([], { LANG: 'fr_FR.UTF-8' }), 'fr')
  assert.equal(localeFrom([], { LANG: 'de_DE.UTF-8' }), 'en')
  assert.equal(localeFrom([], {}), 'en')
})

test('widths count what a terminal shows', () => {
  assert.equal(widthOf('Été'), 3)
  assert.equal(widthOf('E\u0301te\u0301'), 3)
  assert.equal(widthOf('東京'), 4)
  assert.equal(fit('The Salt Road', 8), 'The Sal…')
  assert.equal(fit('東京物語', 5), '東京…')
})

test('columns line up on a terminal and never pass its edge; in a pipe they are tabs', () => {
  const printer = { ...createPrinter('en', false, { NO_COLOR: '1' }), terminal: true }
  const rows = [
    ['A short one', '52′'],
    ['A title so long that it cannot stay whole in a narrow window', '3 × 52′'],
  ]
  const lines = table(printer, ['Title', 'Length'], rows, 40)
  assert.ok(
    lines.every((line) => widthOf(line) <= 40),
    lines.join('\n'),
  )
  assert.equal(lines[1]!.indexOf('52′'), lines[2]!.indexOf('3 ×'))
  const piped = table({ ...printer, terminal: false }, ['Title', 'Length'], [['with\ttab', 'x']], 40)
  assert.deepEqual(piped, ['with tab\tx'])
})

test('control characters cannot reach the terminal', () => {
  assert.equal(harmless('a\u001b[31mb\u0007\u009bc\nd\te'), 'a\ufffd[31mb\ufffd\ufffdc\nd\te')
})

test('times in words', () => {
  assert.equal(timeText(cliWords.en, 9.4), '9 s')
  assert.equal(timeText(cliWords.fr, 200), '3 min 20 s')
  assert.equal(timeText(cliWords.en, 7500), '2 h 05 min')
})
