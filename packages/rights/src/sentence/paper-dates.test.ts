import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { readQuestion } from '../question/read-question.ts'

const today = dayOf('2026-11-27')!
const TERM = 'exclusive SVOD, Poland, 3 years from 1 June 2027'

const PAPERS = [
  'Contract dated 3 March 2026', 'Agreement signed on 3 March 2026 between House and Buyer', 'This agreement is entered into as of 3 March 2026',
  'Deal memo of 3 March 2026', 'Licence agreement dated as of 3 March 2026', 'Contrat du 3 mars 2026', 'Contrat daté du 3 mars 2026', 'Contrat en date du 3 mars 2026',
  'Avenant n° 2 au contrat du 3 mars 2026', 'Lettre-accord signée le 3 mars 2026', 'Fait à Paris, le 3 mars 2026', 'Vertrag vom 3. März 2026',
  'Unterzeichnet am 3. März 2026', 'Contract date: 3 March 2026', 'Contract dated March 2026',
] // prettier-ignore

test('the date of a paper is noted and begins nothing, whether the term says when it begins or not', () => {
  for (const paper of PAPERS) {
    const clause = readClause(`${paper}: ${TERM}`, { today })
    assert.equal(clause.from && writeDay(clause.from.value), '2027-06-01', paper)
    assert.ok(
      clause.notes.some(({ code, words }) => code === 'date-of-paper' && words.endsWith('2026')),
      paper,
    )
    assert.deepEqual(clause.notes.filter(({ code }) => code === 'said-twice'), [], paper) // prettier-ignore
    const bare = readClause(`${paper}: exclusive SVOD, Poland, 3 years`, { today })
    assert.deepEqual([bare.from, bare.to, bare.months?.value], [null, null, 36], paper)
    assert.equal(writeDay(readQuestion(`${paper}: ${TERM}`, { today }).window.value.from), '2027-06-01', paper)
  }
})

test('a term that only stands beside such words stays a term', () => {
  const from = (text: string) => writeDay(readClause(text, { today }).from?.value ?? 0)
  assert.equal(from('Contrat du 1er janvier 2027 au 31 décembre 2028, SVOD, France'), '2027-01-01')
  assert.equal(from('Licence contract from 1 January 2027, SVOD, Poland, 2 years'), '2027-01-01')
  assert.equal(from('Agreement effective as of 1 April 2027, SVOD, Denmark, 24 months'), '2027-04-01')
  assert.equal(from('Effective Date: 1 April 2027. SVOD, Denmark, 24 months'), '2027-04-01')
  assert.equal(from('SVOD made available from 1 March 2027, Poland, 2 years'), '2027-03-01')
  assert.equal(readClause('SVOD, Poland, 3 years from the date of signature (3 March 2026)', { today }).event?.value.earliest, dayOf('2026-03-03'))
}) // prettier-ignore

test('a day that is only called by its name is said not to be known', () => {
  const { from, months, notes } = readClause('Exclusive SVOD, Poland, for 3 years as of the Effective Date.', { today })
  assert.deepEqual([from, months?.value], [null, 36])
  assert.ok(notes.some(({ code, words }) => code === 'date-by-name' && words === 'Effective Date'))
})
