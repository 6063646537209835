import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FilmTraits, fitOf, scoreOf, type Taste, WEIGHTS } from './fit.ts'

const slot = (text: string, facts: Partial<Taste['slots'][number]> = {}) => ({ text, from: null, to: null, series: false, genres: [], themes: [], ...facts }) // prettier-ignore
const hour = slot("52' current affairs", { from: 52, to: 52, themes: ['current-affairs'] })
const film: FilmTraits = { id: 'f', cuts: [{ minutes: 52, episodes: null }, { minutes: 90, episodes: null }], genres: ['history'], themes: ['current-affairs', 'migration'], languages: ['en', 'pl'], year: 2026 } // prettier-ignore
const taste: Taste = { slots: [hour], languages: ['pl'], liked: new Map([['migration', 3]]), year: 2026 }

test('a film that has all that a buyer looks for has the whole score, and every reason is told, the heaviest first', () => {
  const { score, reasons } = fitOf(film, taste)
  assert.equal(score, 100)
  assert.deepEqual(reasons.map(({ code }) => code), ['slot', 'slot-subject', 'language', 'liked', 'new']) // prettier-ignore
})

test('the weights are a hundred together', () => {
  assert.equal(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0), 100) // prettier-ignore
})

test('a length beside the slot counts for half, one that is wrong is no fit, whatever it is about', () => {
  const only = (minutes: number) => fitOf({ ...film, cuts: [{ minutes, episodes: null }], year: null, languages: [], themes: ['current-affairs'] }, { ...taste, liked: new Map() }) // prettier-ignore
  assert.equal(only(52).score, 65)
  assert.equal(only(55).score, 48) // 17.5 + 30
  assert.deepEqual(only(70), { score: 0, reasons: [] })
})

test('a series fits a slot for series, and a single film does not', () => {
  const series = slot("6 × 52' history", { from: 52, to: 52, series: true, genres: ['history'] })
  const six = { ...film, cuts: [{ minutes: 52, episodes: 6 }] }
  assert.deepEqual(fitOf(film, { ...taste, slots: [series], languages: null, liked: new Map(), year: 2030 }).reasons, [])
  assert.equal(fitOf(six, { ...taste, slots: [series], languages: null, liked: new Map(), year: 2030 }).score, 65)
})

test('a slot without a length is filled by its subject alone', () => {
  const any = slot('history', { genres: ['history'] })
  assert.deepEqual(fitOf(film, { slots: [any], languages: null, liked: new Map(), year: 2030 }).reasons, [{ code: 'slot-subject', slot: 'history', subjects: ['history'] }]) // prettier-ignore
})

test('a buyer of whom nothing is known gets nothing but what is new', () => {
  assert.deepEqual(fitOf(film, { slots: [], languages: null, liked: new Map(), year: 2026 }).reasons, [
    { code: 'new', year: 2026 },
  ])
})

test('more known of a buyer never makes a film fit less', () => {
  const subjects = fc.subarray(['history', 'current-affairs', 'migration', 'sport'])
  const lengths = fc.constantFrom(26, 50, 52, 90)
  const films = fc.record({ id: fc.constant('f'), cuts: fc.array(fc.record({ minutes: lengths, episodes: fc.constantFrom(null, 6) }), { minLength: 1, maxLength: 3 }), genres: subjects, themes: subjects, languages: fc.subarray(['en', 'fr', 'pl']), year: fc.constantFrom(null, 2020, 2026) }) // prettier-ignore
  const slots = fc.array(fc.record({ text: fc.constant('slot'), from: lengths, series: fc.boolean(), genres: subjects, themes: subjects }).map((one) => ({ ...one, to: one.from })), { maxLength: 3 }) // prettier-ignore
  fc.assert(
    fc.property(films, slots, slots, (one, some, more) => {
      const base = { languages: ['pl'], liked: new Map([['sport', 1]]), year: 2026 }
      const before = fitOf(one, { ...base, slots: some })
      const after = fitOf(one, { ...base, slots: [...some, ...more] })
      assert.ok(after.score >= before.score && after.score <= 100)
      assert.equal(scoreOf(one, { ...base, slots: some }), before.score)
      for (const languages of [null, []]) assert.equal(scoreOf(one, { ...base, slots: more, languages }), fitOf(one, { ...base, slots: more, languages }).score) // prettier-ignore
      assert.equal(after.score > 0, after.reasons.length > 0)
    }),
    { numRuns: 500 },
  )
})
