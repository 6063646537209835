import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BookError, linesByTitle, readBook, readTerms } from './read-book.ts'
import { writeTerms } from './write-terms.ts'

const licence = { kind: 'licence', exclusive: true, territory: 'World excl. France', media: 'TV & VOD', languages: 'all excl. fr, de:dubbed', cuts: ['52'], from: '2027-01-01', to: '2029-12-31', party: 'Kanal', contract: 'L-1', clause: 'All television', note: 'agreed', price: 'WSP 4.99 EUR; Tier 4', runs: 3, catchUpDays: 7, broadcasts: ['2027-02-01'], event: { kind: 'delivery', date: null, months: 24 }, holdbacks: [{ territory: 'DACH', media: 'svod', from: '2027-01-01', to: '2027-06-30' }] } // prettier-ignore
const boxes = [
  { territory: 'Baltics', media: 'svod', from: '2027-01-01' },
  { territory: 'Poland', media: 'tv', languages: 'pl', to: '2030-01-01' },
]
const title = { id: 't1', name: 'Salt', cuts: ['52'] }

test('terms are read back as the same from what is written of them', () => {
  for (const entry of [
    licence,
    { kind: 'grant', boxes },
    { kind: 'option', expires: '2027-02-01', territory: 'PL', media: 'tv' },
  ]) {
    const terms = readTerms(entry, 'e1')
    assert.deepEqual(readTerms(JSON.parse(JSON.stringify(writeTerms(terms))), 'e1'), terms)
  }
})

test('a wording is kept while it means the leaves beside it, and no longer', () => {
  const box = (wording: string) =>
    readTerms({ kind: 'grant', territory: ['EE', 'LT', 'LV'], media: 'all', wording }, 'e1').boxes[0]!
  assert.equal(box('Baltics').territory, 'Baltics')
  for (const other of ['World', 'Narnia']) {
    assert.equal(box(other).territory, 'EE, LT, LV')
    assert.deepEqual(box(other).territories, ['EE', 'LT', 'LV'])
  }
})

test('a file with a history counts each state in its time', () => {
  const first = { kind: 'grant', exclusive: true, territory: 'PL', media: 'svod', from: '2027-01-01', to: '2029-12-31' }
  const later = { ...first, territory: 'PL, CZ' }
  const history = [
    { status: 'draft', ...first },
    { status: 'signed', ...first },
    { status: 'signed', effective: '2028-01-01', ...later },
    { status: 'terminated', effective: '2029-01-01', ...later },
  ]
  const entry = { id: 'e1', title: 't1', status: 'terminated', ...later, history }
  const lines = linesByTitle(readBook({ titles: [title], entries: [entry] })).get('t1')!
  assert.deepEqual(lines.map(({ box }) => [box.territories.leaves().join(' '), box.to - box.from + 1]), [['PL', 365], ['CZ PL', 366]]) // prettier-ignore
  const refused = (changed: object): string => {
    try {
      readBook({ titles: [title], entries: [{ ...entry, ...changed }] })
    } catch (thrown) {
      if (thrown instanceof BookError) return `${thrown.entry} ${thrown.field}`
      throw thrown
    }
    return 'read'
  }
  assert.equal(refused({ status: 'signed' }), 'e1 history')
  assert.equal(refused({ territory: 'PL' }), 'e1 history')
  assert.equal(refused({ history: [] }), 'e1 history')
  assert.equal(refused({ history: [{ ...history[0], territory: 'Narnia' }, ...history.slice(1)] }), 'e1 history[0].territory')
  assert.equal(refused({ history: [{ ...history[0], effective: 'soon' }, ...history.slice(1)] }), 'e1 history[0].effective')
})
