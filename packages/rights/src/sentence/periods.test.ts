/** Seasons, quarters, halves and parts of them, as a question and as a clause, on the day 27 November 2026. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { readQuestion } from '../question/read-question.ts'

const today = dayOf('2026-11-27')!

const PERIODS: readonly (readonly [said: string, from: string, to: string, note: string | null])[] = [
  ['summer 2027', '2027-07-01', '2027-09-30', 'season'],
  ['late summer 2027', '2027-08-15', '2027-09-30', 'about'],
  ['next spring', '2027-04-01', '2027-06-30', 'season'],
  ['au printemps 2027', '2027-04-01', '2027-06-30', 'season'],
  ['à l’automne 2027', '2027-10-01', '2027-12-31', 'season'],
  ['rentrée 2027', '2027-09-01', '2027-09-30', 'season'],
  ['season 2027/28', '2027-09-01', '2028-08-31', 'season'],
  ['1er trimestre 2027', '2027-01-01', '2027-03-31', null],
  ['au 1er trimestre 2027', '2027-01-01', '2027-03-31', null],
  ['T1 2027', '2027-01-01', '2027-03-31', null],
  ['Q1 2027', '2027-01-01', '2027-03-31', null],
  ['1. Quartal 2027', '2027-01-01', '2027-03-31', null],
  ['H2 2027', '2027-07-01', '2027-12-31', null],
  ['1H27', '2027-01-01', '2027-06-30', null],
  ['2nd half of 2027', '2027-07-01', '2027-12-31', null],
  ['2. Halbjahr 2027', '2027-07-01', '2027-12-31', null],
  ['octobre 2027', '2027-10-01', '2027-10-31', null],
  ['oct. 2027', '2027-10-01', '2027-10-31', null],
  ['courant 2027', '2027-01-01', '2027-12-31', 'about'],
]

test('a season, a quarter, a half is asked for from its first day to its last; a guess is said to be one', () => {
  for (const [said, from, to, note] of PERIODS) {
    const { window, words, notes } = readQuestion(`SVOD Poland ${said}`, { today })
    assert.deepEqual([writeDay(window.value.from), writeDay(window.value.to)], [from, to], said)
    assert.deepEqual(words, [], said)
    assert.equal(window.confidence, note === null ? 'read' : 'assumed', said)
    if (note !== null) assert.ok(notes.some(({ code }) => code === note), `${said}: ${note}`) // prettier-ignore
  }
})

const STARTS: readonly (readonly [said: string, from: string, note: string | null])[] = [
  ['from Q1 2027', '2027-01-01', null],
  ['from the end of Q2 2027', '2027-06-30', null],
  ['à partir de l’été 2027', '2027-07-01', 'season'],
  ['dès la rentrée 2027', '2027-09-01', 'season'],
  ['à la rentrée', '2027-09-01', 'season'],
  ['ab Herbst 2027', '2027-10-01', 'season'],
  ['from autumn', '2027-10-01', 'season'],
  ['à compter d’octobre 2027', '2027-10-01', null],
  ['à compter de fin 2027', '2027-12-31', null],
  ['ab Ende 2027', '2027-12-31', null],
  ['ab Mitte 2027', '2027-07-01', 'about'],
  ['from mid-2027', '2027-07-01', 'about'],
  ['from mid March', '2027-03-15', 'about'],
  ['à compter de début mars 2027', '2027-03-01', 'about'],
  ['fin du 2e trimestre 2027', '2027-06-30', null],
  ['from Christmas 2027', '2027-01-01', 'only-the-date'],
]

test('what begins in a season, a quarter or at the end of one begins on a day, in a question and in a clause', () => {
  for (const [said, from, note] of STARTS) {
    const question = readQuestion(`SVOD Poland ${said}, 2 years`, { today })
    assert.equal(writeDay(question.window.value.from), from, said)
    const clause = readClause(`Exclusive SVOD, Poland, ${said}, 2 years`, { today })
    assert.equal(clause.from && writeDay(clause.from.value), from, `clause: ${said}`)
    for (const { notes } of [question, clause]) if (note !== null) assert.ok(notes.some(({ code }) => code === note), `${said}: ${note}`) // prettier-ignore
    if (note === null) assert.equal(clause.from?.confidence, 'read', said)
  }
})

test('a word that is not known beside an end does not make it a beginning', () => {
  const { from, to, notes } = readClause('SVOD, Poland, from 1 March 2027 until Easter 2028', { today })
  assert.deepEqual([from, to].map((day) => day && writeDay(day.value)), ['2027-03-01', '2028-12-31']) // prettier-ignore
  assert.ok(notes.some(({ code, words }) => code === 'only-the-date' && words === 'Easter 2028'))
})
