import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { RequestError, readRequest } from '../contracted/read-request.ts'
import { FAULTS } from './faults.ts'
import { BookError, linesByTitle, readBook } from './read-book.ts'

const GOOD = { id: 'e1', title: 't1', kind: 'licence', territory: 'DACH', media: 'pay TV', from: '2027-01-01', to: '2029-12-31' }
const bookOf = (...entries: unknown[]) => ({ titles: [{ id: 't1', name: 'Salt', cuts: ['52'] }], entries })
const refusal = (json: unknown): BookError => {
  try {
    readBook(json)
  } catch (thrown) {
    if (thrown instanceof BookError) return thrown
    throw thrown
  }
  return assert.fail('it was read')
}

/** What is changed in a good entry, the field that is named for it, and a word of the reason in both languages. */
const REFUSED: [Record<string, unknown>, string, RegExp, RegExp][] = [
  [{ kind: 'loan' }, 'kind', /one of grant, licence/, /un mot parmi/],
  [{ status: 'lost' }, 'status', /one of/, /un mot parmi/],
  [{ exclusive: 'yes' }, 'exclusive', /true or false/, /true ou false/],
  [{ territory: 'Polnd' }, 'territory', /Did you mean “Poland”/, /Vouliez-vous dire/],
  [{ territory: '' }, 'territory', /a text is expected/, /un texte/],
  [{ territory: 'France excl. France' }, 'territory', /Nothing is left/, /Il ne reste rien/],
  [{ media: 'telepathy' }, 'media', /no medium that is known/, /média/],
  [{ languages: 'Moonish' }, 'languages', /no language that is known/, /langue/],
  [{ cuts: [] }, 'cuts', /names no cut/, /aucun montage/],
  [{ from: '2027-02-29' }, 'from', /a day of the calendar/, /jour du calendrier/],
  [{ from: '01/02/2027' }, 'from', /a day of the calendar/, /jour du calendrier/],
  [{ from: '2030-01-01' }, 'to', /ends before it begins/, /finit avant de commencer/],
  [{ kind: 'option' }, 'expires', /through which day it lives/, /jusqu’à quel jour/],
  [{ runs: 0 }, 'runs', /a whole number from 1/, /nombre entier à partir de 1/],
  [{ runs: 2.5 }, 'runs', /a whole number/, /nombre entier/],
  [{ runs: 3, catchUpDays: -1 }, 'catchUpDays', /a whole number from 0/, /à partir de 0/],
  [{ runs: 3, broadcasts: ['soon'] }, 'broadcasts', /a day of the calendar/, /jour du calendrier/],
  [{ to: null, event: { kind: 'release' } }, 'event', /earliest start/, /premier jour possible/],
  [{ event: { kind: 'full-moon' } }, 'event.kind', /one of/, /un mot parmi/],
  [{ boxes: [] }, 'boxes', /at least one box/, /au moins une part/],
  [{ boxes: [GOOD, { ...GOOD, media: 'radio waves' }] }, 'boxes[1].media', /no medium/, /média/],
  [{ holdbacks: [{ ...GOOD, territory: 'Atlantis' }] }, 'holdbacks[0].territory', /no territory/, /territoire/],
  [{ holdbacks: 'none' }, 'holdbacks', /a list is expected/, /une liste/],
  [{ event: 'premiere' }, 'event', /an object is expected/, /un objet/],
  [{ title: 't9' }, 'title', /no title "t9"/, /pas de titre "t9"/],
]

describe('an entry that cannot be right is refused with its field and the reason, in both languages', () => {
  for (const [change, field, en, fr] of REFUSED)
    test(JSON.stringify(change), () => {
      const { entry, field: named, what, message } = refusal(bookOf({ ...GOOD, ...change }))
      assert.equal(entry, 'e1')
      assert.equal(named, field)
      assert.match(what.en, en)
      assert.match(what.fr, fr)
      assert.equal(message, `e1, ${field}: ${what.en}`)
    })

  test('ids that stand twice', () => {
    assert.deepEqual(refusal(bookOf(GOOD, GOOD)).what, FAULTS.twoEntries())
    assert.deepEqual(refusal({ titles: [{ id: 't1' }, { id: 't1' }] }).what, FAULTS.twoTitles())
  })
})

describe('what the trade allows is read', () => {
  for (const change of [
    { from: null, to: null },
    { from: '2028-02-29', to: '2028-02-29' },
    { cuts: '52, 90' },
    { territory: ['DE', 'AT'] },
    { status: 'draft' },
    { boxes: [GOOD, GOOD] },
  ])
    test(JSON.stringify(change), () => {
      assert.equal(readBook(bookOf({ ...GOOD, ...change })).entries.length, 1)
    })

  test('a draft takes nothing off the shelf', () => {
    const linesOf = (status: string) => linesByTitle(readBook(bookOf({ ...GOOD, status }))).get('t1')!.length
    assert.ok(linesOf('signed') > 0)
    assert.equal(linesOf('draft'), 0)
  })
})

test('a request is refused the same way', () => {
  const refused = (change: Record<string, unknown>) => {
    try {
      readRequest({ territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: true, ...change })
    } catch (thrown) {
      if (thrown instanceof RequestError) return [thrown.field, thrown.what.fr]
      throw thrown
    }
    return assert.fail('it was read')
  }
  assert.deepEqual(refused({ to: '2026-12-31' }), ['to', FAULTS.reversed('2027-01-01', '2026-12-31').fr])
  assert.deepEqual(refused({ from: '2027-13-01' }), ['from', FAULTS.day('2027-13-01').fr])
  assert.equal(refused({ territory: 'Atlantis' })[0], 'territory')
})
