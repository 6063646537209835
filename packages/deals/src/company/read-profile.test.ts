import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readProfile, type WrittenProfile } from './read-profile.ts'
import { readSlot, type Subjects } from './read-slot.ts'

const subjects: Subjects = new Map([
  ['current affairs', { kind: 'theme', code: 'current-affairs' }],
  ['actualite', { kind: 'theme', code: 'current-affairs' }],
  ['history', { kind: 'theme', code: 'history' }],
  ['feature', { kind: 'genre', code: 'feature-documentary' }],
])
const nothing: WrittenProfile = {
  channels: [], territory: '', media: '', languages: '', slots: [], address: null, phone: null, web: null,
} // prettier-ignore

test('slots as programmers say them', () => {
  const cases: [string, [number | null, number | null, boolean, string[], string[]]][] = [
    ["52' current affairs", [52, 52, false, [], ['current-affairs']]],
    ['90’ feature', [90, 90, false, ['feature-documentary'], []]],
    ['45–55 min Horizonte', [45, 55, false, [], []]],
    ['6 x 52′ History', [52, 52, true, [], ['history']]],
    ['52 actualité, history', [52, 52, false, [], ['current-affairs', 'history']]],
    ['Doc 24', [null, null, false, [], []]],
    ['Thema', [null, null, false, [], []]],
  ]
  for (const [text, [from, to, series, genres, themes]] of cases)
    assert.deepEqual(readSlot(text, subjects), { text, from, to, series, genres, themes }, text)
})

test('a slot that is none says why', () => {
  for (const text of ["26', 52'", "90-45'", "0'", "4000'"]) assert.ok('what' in readSlot(text, subjects), text)
})

test('what cannot be read is named with its field, and the rest stands', () => {
  const { profile, faults } = readProfile(
    {
      ...nothing,
      territory: 'Polnad',
      media: 'free-tv, catch-up',
      languages: 'de',
      slots: ["52'", "26', 52'"],
      web: 'javascript:x',
    },
    subjects,
  )
  assert.deepEqual(faults.map(({ field }) => field).toSorted(), ['slots.1', 'territory', 'web'])
  assert.match(faults.find(({ field }) => field === 'territory')!.what.fr, /Polnad/)
  assert.deepEqual(profile.media?.leaves, ['free-tv', 'catch-up'])
  assert.equal(profile.languages?.text, 'de')
  assert.equal(profile.slots.length, 1)
  assert.equal(profile.territory, null)
})

test('a web address is one that a browser may open', () => {
  const web = (text: string) => readProfile({ ...nothing, web: text }, subjects).profile.web
  assert.equal(web('kanal-ost.example'), 'https://kanal-ost.example')
  assert.equal(web('http://kanal-ost.example/buy?x=1'), 'http://kanal-ost.example/buy?x=1')
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'https://a@b.example', 'x', 'https://a b.example'])
    assert.equal(web(bad), null, bad)
})

test('no text breaks the reader', () => {
  fc.assert(fc.property(fc.string(), (text) => void readProfile({ ...nothing, territory: text, media: text, languages: text, slots: [text], web: text }, subjects))) // prettier-ignore
})
