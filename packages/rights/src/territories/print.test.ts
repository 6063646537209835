import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Locale, NameForm } from '../wording.ts'
import { LEAVES } from './leaves.ts'
import { parseTerritories } from './parse.ts'
import { printTerritories } from './print.ts'
import { territoryGroups } from './groups.ts'
import { territoryName } from './names.ts'
import { TerritorySet } from './territory-set.ts'

const FORMS = (['en', 'fr'] as const).flatMap((locale) => (['codes', 'full'] as const).map((names) => [locale, names] as const))

const printed = (expression: string, locale: Locale = 'en', names: NameForm = 'codes'): string =>
  printTerritories(parseTerritories(expression).set, locale, { names })

test('the shortest true wording', () => {
  const wordings: [string, string, string][] = [
    ['World', 'World', 'Monde'],
    ['Europe - FR - MC', 'Europe excl. FR, MC', 'Europe hors France, Monaco'],
    ['World excl. JP', 'World excl. JP', 'Monde hors Japon'],
    ['DE, FR', 'DE, FR', 'Allemagne, France'],
    ['BE-nl, BE-fr', 'BE', 'Belgique'],
    ['CH-fr', 'CH-fr', 'Suisse (française)'],
    ['CH-fr, CH-it', 'CH-fr, CH-it', 'Suisse (française & italienne)'],
    ['EE, LV, LT, PL', 'Baltics, PL', 'Pays baltes, Pologne'],
    ['World excl. Europe, US, CA', 'World excl. Europe, North America', 'Monde hors Europe, Amérique du Nord'],
    ['Asia + Oceania - CN, HK, MO, TW', 'Asia, Oceania excl. Greater China', 'Asie, Océanie hors Grande Chine'],
    ['Nordics excl. GL', 'Nordics excl. GL', 'Pays nordiques hors Groenland'],
    [
      'World excl. French-speaking Europe, CA-fr',
      'World excl. French-speaking Europe, CA-fr',
      'Monde hors Europe francophone, Canada (français)',
    ],
    ['Latin America, Caribbean', 'Caribbean, LatAm', 'Caraïbes, Amérique latine'],
    ['AU, NZ', 'ANZ', 'Australie, Nouvelle-Zélande'],
  ]
  for (const [expression, codes, french] of wordings) {
    assert.equal(printed(expression), codes)
    assert.equal(printed(expression, 'fr', 'full'), french)
  }
})

test('every group prints as no more than one term', () => {
  for (const { code, members } of territoryGroups()) {
    const text = printTerritories(members, 'en', { names: 'full' })
    assert.ok(!text.includes('excl.') && text.split(', ').length <= 2, `${code}: ${text}`)
  }
})

test('no territory', () => {
  assert.equal(printTerritories(TerritorySet.none, 'en'), 'none')
  assert.equal(printTerritories(TerritorySet.none, 'fr'), 'aucun')
})

test('groups as they stood on a day', () => {
  const baltics = parseTerritories('Baltics').set
  assert.equal(printTerritories(baltics, 'en', { asOf: '2000-01-01' }), 'EE, LT, LV')
  assert.equal(printTerritories(TerritorySet.world, 'en', { asOf: '2000-01-01' }), 'World')
})

const someLeaves = fc.subarray([...LEAVES], { minLength: 1 }).map((leaves) => TerritorySet.of(leaves))
const fewLeaves = fc.subarray([...LEAVES], { minLength: 1, maxLength: 12 }).map((leaves) => TerritorySet.of(leaves))
const groupSets = fc.subarray(territoryGroups().map(({ members }) => members), { minLength: 1, maxLength: 3 }).map((sets) => sets.reduce((a, b) => a.or(b))) // prettier-ignore
/** What contracts hold: some groups and countries, without some others. */
const asSold = fc
  .tuple(fc.option(groupSets), fc.option(fewLeaves), fc.option(groupSets), fc.option(fewLeaves))
  .map(([groups, leaves, not, nor]) => {
    const included = (groups ?? TerritorySet.none).or(leaves ?? TerritorySet.none)
    return included.minus(not ?? TerritorySet.none).minus(nor ?? TerritorySet.none)
  })
  .filter((set) => !set.isEmpty)

test('law: what is printed reads back as the set, and never needs more letters than its leaves', () => {
  fc.assert(
    fc.property(fc.oneof(asSold, fewLeaves, someLeaves), (set) => {
      for (const [locale, names] of FORMS) {
        const text = printTerritories(set, locale, { names })
        assert.ok(parseTerritories(text).set.equals(set), text)
        const listed = set.leaves().map((leaf) => (names === 'codes' ? leaf : territoryName(leaf, locale)))
        assert.ok(text.length <= listed.join(', ').length, text)
        assert.equal(printTerritories(TerritorySet.of(set.leaves().reverse()), locale, { names }), text)
      }
    }),
    { seed: 20261125, numRuns: 400 },
  )
})
