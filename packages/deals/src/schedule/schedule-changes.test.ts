/** What an amendment changes is said so that it is read back: random rights changed into other random rights, in both languages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTerms } from '@vitrine/rights/book/read-book'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { parseMedia } from '@vitrine/rights/media/parse'
import { below, oneOf, randomFrom } from '@vitrine/rights/testing/random-book'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { amendRights, type RightsChange } from '../after/amend-rights.ts'
import { meaningOf, readSchedule } from './read-schedule.ts'
import { scheduleOf } from './schedule.ts'
import { applyChanges, changesOf } from './schedule-changes.ts'

const terms = readTerms({ kind: 'licence', exclusive: true, territory: 'Poland', media: 'free tv', languages: 'pl:subtitled', from: '2027-01-01', to: '2029-12-31', runs: 3, catchUpDays: 7 }, 'x') // prettier-ignore
const media = (how: 'is' | 'plus' | 'less', what: string): RightsChange => ({ media: { how, set: parseMedia(what) } })
const said = (change: RightsChange, locale: 'en' | 'fr' = 'en') =>
  changesOf(terms, amendRights(terms, change)!, locale).map(({ label, was, becomes }) => [label, was, becomes])

test('each change says what was and what is, in the language of the paper', () => {
  assert.deepEqual(said(media('plus', 'catch-up')), [['Media', 'Free TV', 'Free TV, Catch-up']])
  assert.deepEqual(said(media('plus', 'catch-up'), 'fr')[0]![0], 'Médias')
  assert.deepEqual(said({ languages: { how: 'plus', set: parseLanguages('pl:dubbed') } }), [['Languages', 'Polish subtitled', 'Polish dubbed & subtitled']]) // prettier-ignore
  assert.deepEqual(said({ exclusive: false, runs: { count: 5, catchUpDays: 14 } }), [
    ['Exclusivity', 'exclusive', 'non-exclusive'],
    ['Runs', '3 runs, catch-up 7 days after each run', '5 runs, catch-up 14 days after each run'],
  ])
  assert.deepEqual(said({ runs: null }), [['Runs', '3 runs, catch-up 7 days after each run', null]])
  assert.deepEqual(said({ exclusive: true }), [], 'what is so already is no change')
})

test('what is added and given back is a set; what gives everything back is no amendment', () => {
  const both = amendRights(terms, media('plus', 'catch-up, svod'))!
  assert.deepEqual(mediaLeaves(parseMedia('free tv, catch-up, svod')), both.boxes[0]!.media)
  assert.deepEqual(amendRights(both, media('less', 'catch-up, svod'))!.boxes[0]!.media, terms.boxes[0]!.media)
  assert.equal(amendRights(terms, media('less', 'tv')), null)
  const two = { ...terms, boxes: [terms.boxes[0]!, { ...terms.boxes[0]!, media: ['svod'] }] }
  assert.equal(amendRights(two, media('less', 'svod'))!.boxes.length, 1, 'a box of which nothing is left is gone')
  assert.deepEqual(changesOf(two, amendRights(two, media('less', 'svod'))!, 'en').map(({ becomes }) => becomes), [null, null, null, null, null]) // prettier-ignore
  const used = { ...terms, runs: { count: 3, catchUpDays: 7, broadcasts: ['2027-02-01'] } }
  assert.deepEqual(amendRights(used, { runs: { count: 9, catchUpDays: 0 } })!.runs, { count: 9, catchUpDays: 0, broadcasts: ['2027-02-01'] }) // prettier-ignore
})

const COUNTRIES = ['Poland', 'DACH', 'Benelux', 'World', 'Europe excl. France', 'Nordics, Estonia']
const MEDIA = ['free tv', 'all', 'vod', 'svod, catch-up', 'tv', 'non-theatrical']
const TONGUES = ['all', 'fr:dubbed', 'de, pl:subtitled', 'en']

test('changes put into the schedule as it was are read back to the rights as they are', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomFrom(seed)
    const how = () => oneOf(random, ['is', 'plus', 'less'] as const)
    const change: RightsChange = {
      ...(random() < 0.5 ? {} : { to: random() < 0.2 ? null : `20${30 + below(random, 60)}-0${1 + below(random, 9)}-15` }),
      ...(random() < 0.5 ? {} : { media: { how: how(), set: parseMedia(oneOf(random, MEDIA)) } }),
      ...(random() < 0.5 ? {} : { languages: { how: how(), set: LanguageSet.of(parseLanguages(oneOf(random, TONGUES)).leaves()) } }), // prettier-ignore
      ...(random() < 0.5 ? {} : { territory: { how: how(), set: parseTerritories(oneOf(random, COUNTRIES)).set, wording: 'as written' } }), // prettier-ignore
      ...(random() < 0.5 ? {} : { exclusive: random() < 0.5 }),
      ...(random() < 0.5 ? {} : { runs: random() < 0.3 ? null : { count: 1 + below(random, 20), catchUpDays: below(random, 30) } }), // prettier-ignore
    }
    const box = terms.boxes[0]!
    const before = random() < 0.5 ? terms : { ...terms, boxes: [box, { ...box, media: ['svod'], languages: ['all'] }] }
    const after = amendRights(before, change)
    if (after === null) continue
    for (const locale of ['en', 'fr'] as const) {
      const text = applyChanges(scheduleOf(before, locale), changesOf(before, after, locale), locale)
      assert.deepEqual(readSchedule(text, locale), meaningOf(after), `seed ${seed}, ${locale}:\n${text}`)
    }
  }
})
