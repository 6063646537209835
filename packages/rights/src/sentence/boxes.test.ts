import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { mediaLeaves, mediaOf } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { readQuestion } from '../question/read-question.ts'

const today = dayOf('2026-11-27')!
const media = (line: string) => readQuestion(line, { today }).media!.value

test('what is only excluded, apart from what it is excluded from, narrows it', () => {
  const but = (expression: string, ...leaves: string[]) => parseMedia(expression) & ~mediaOf(leaves)
  assert.equal(media('all rights Japan excluding theatrical, 10 years'), but('all', 'theatrical'))
  assert.equal(media('tous droits Maroc, Tunisie sauf cinéma 5 ans'), but('all', 'theatrical'))
  assert.equal(media('all VOD but AVOD, Spain, 2 years'), but('VOD', 'avod'))
  assert.equal(media('no SVOD, only free TV in Greece'), mediaOf(['free-tv']))
  const clause = readClause('Exclusive TV rights, Europe, 3 years from 1 March 2027, except France.', { today })
  assert.equal(clause.territories!.value.set.has('FR'), false)
  assert.equal(clause.territories!.value.set.has('DE'), true)
  assert.equal(clause.territories!.value.set.has('JP'), false)
})

test('rights before a medium do not hide which, and the days of a replay are no window', () => {
  const question = readQuestion('les droits TV gratuite + replay 7 jours pour la Belgique francophone, 24 mois à partir de janvier 2027', { today })
  assert.deepEqual(mediaLeaves(question.media!.value), ['free-tv', 'catch-up'])
  assert.deepEqual([question.window.value.from, question.window.value.to].map(writeDay), ['2027-01-01', '2028-12-31'])
  assert.ok(question.notes.some(({ code, words }) => code === 'unread' && words === '7 jours'), 'and it is said that nothing was made of them')
}) // prettier-ignore

test('a date that is said to be the beginning goes before one that only stands there', () => {
  const { from, to, notes } = readClause('SVOD Poland, fee payable on 1 March 2027, licence period 3 years from 1 June 2027.', { today })
  assert.deepEqual([from, to].map((day) => day && writeDay(day.value)), ['2027-06-01', '2030-05-31'])
  assert.ok(notes.some(({ code, words }) => code === 'unread' && words === '1 March 2027'))
}) // prettier-ignore

test('the earlier of an event and a date: it begins on the date at the latest', () => {
  for (const text of ['five years commencing on the earlier of delivery or 1 September 2027', 'five years from delivery or 1 September 2027, whichever is earlier']) {
    const event = readClause(`Free TV, Finland, ${text}.`, { today }).event!.value
    assert.deepEqual([event.earliest, event.latestStart, event.outer].map((day) => day && writeDay(day)), [null, '2027-09-01', '2032-08-31'], text)
  }
}) // prettier-ignore

test('German clauses: beginnt, endet, spätestens, nicht-exklusiv', () => {
  const clause = readClause('Die Lizenzzeit beginnt am 1. Juli 2027 und endet am 30. Juni 2030. Exklusive Free-TV-Rechte für Deutschland und Österreich.', { today })
  assert.deepEqual([clause.from, clause.to].map((day) => day && writeDay(day.value)), ['2027-07-01', '2030-06-30'])
  assert.equal(clause.exclusive?.value, true)
  const event = readClause('Nicht-exklusive Pay-TV-Rechte, Deutschland, 3 Jahre ab Erstausstrahlung, spätestens 31.12.2027.', { today })
  assert.equal(event.exclusive?.value, false)
  assert.equal(writeDay(event.event!.value.latestStart!), '2027-12-31')
}) // prettier-ignore
