import assert from 'node:assert/strict'
import test from 'node:test'
import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' }
import { leavesOfCode } from './phrases.ts'
import { LEAVES, leavesOfCountry } from './leaves.ts'
import { territoryGroups } from './groups.ts'
import { TerritorySet } from './territory-set.ts'

const group = (code: string) => {
  const found = territoryGroups().find((one) => one.code === code)
  assert.ok(found, `no group ${code}`)
  return found
}
const members = (code: string): string => group(code).members.leaves().join(' ')

test('every continent of M.49 is there, and all but Antarctica is in exactly one', () => {
  const continents = ['africa', 'americas', 'asia', 'europe', 'oceania'].map(group)
  for (const leaf of LEAVES) {
    const count = continents.filter((one) => one.members.has(leaf)).length
    assert.equal(count, leaf === 'AQ' ? 0 : 1, leaf)
  }
})

test('the regions of a continent part it', () => {
  const parts: Record<string, string[]> = {
    africa: ['northern-africa', 'sub-saharan-africa'],
    'sub-saharan-africa': ['western-africa', 'eastern-africa', 'middle-africa', 'southern-africa'],
    americas: ['northern-america', 'latin-america-caribbean'],
    'latin-america-caribbean': ['south-america', 'central-america', 'caribbean'],
    asia: ['central-asia', 'eastern-asia', 'southern-asia', 'south-east-asia', 'western-asia'],
    europe: ['eastern-europe', 'northern-europe', 'southern-europe', 'western-europe'],
    oceania: ['australasia', 'melanesia', 'micronesian-region', 'polynesia'],
  }
  for (const [whole, regions] of Object.entries(parts)) {
    const sizes = regions.map((code) => group(code).members.size)
    assert.ok(regions.every((code) => group(whole).members.covers(group(code).members)))
    assert.equal(sizes.reduce((sum, size) => sum + size), group(whole).members.size, whole) // prettier-ignore
  }
})

test('a region has the countries that CLDR gives it', () => {
  const regions = containment.supplemental.territoryContainment as Record<string, { _contains: string[] }>
  for (const { m49, members: set } of territoryGroups()) {
    const countries = m49 === undefined ? [] : regions[m49]!._contains.filter((code) => leavesOfCountry(code))
    assert.ok(
      countries.every((code) => leavesOfCountry(code)!.every((leaf) => set.has(leaf))),
      m49,
    )
  }
})

test('the trade groups have the members of the definition', () => {
  const defined: Record<string, string> = {
    dach: 'AT CH-de DE LI LU',
    benelux: 'BE-fr BE-nl LU NL',
    bene: 'BE-fr BE-nl NL',
    nordics: 'AX DK FI FO GL IS NO SE',
    scandinavia: 'DK NO SE',
    baltics: 'EE LT LV',
    iberia: 'AD ES GI PT',
    'uk-ireland': 'GB IE',
    'british-isles': 'GB GG IE IM JE',
    'italy-vatican-san-marino': 'IT SM VA',
    'france-dom-tom': 'AD BL FR GF GP MC MF MQ NC PF PM RE TF WF YT',
    'french-speaking-europe': 'AD BE-fr BL CH-fr FR GF GP LU MC MF MQ NC PF PM RE TF WF YT',
    visegrad: 'CZ HU PL SK',
    'israel-palestine': 'IL PS',
    'greater-china': 'CN HK MO TW',
    anz: 'AU NZ',
    'north-america': 'CA-en CA-fr US',
  }
  for (const [code, leaves] of Object.entries(defined)) assert.equal(members(code), leaves, code)
  assert.equal(group('eu').members.size, 28) // 27 states, and Belgium counts twice
  assert.equal(group('world').members.size, LEAVES.length)
})

test('every trade group of the definition is there', () => {
  const named =
    'french-speaking-africa english-speaking-africa portuguese-speaking-africa sub-saharan-africa maghreb mena gcc cee ex-yugoslavia balkans cis central-asia caucasus indian-subcontinent south-east-asia pacific-islands us-territories latin-america spanish-latin-america caribbean southern-cone eea'
  for (const code of named.split(' ')) assert.ok(group(code).members.size > 2, code)
})

test('a group says who it is, where from and since when', () => {
  const codes = territoryGroups().map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const { code, en, fr, source, version, members: set } of territoryGroups()) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/)
    assert.ok(en && fr && source && !set.isEmpty, code)
    assert.match(version, /^\d{4}-\d{2}-\d{2}$/)
  }
})

test('what varies from contract to contract is said', () => {
  for (const code of ['dach', 'cee', 'mena', 'maghreb', 'latin-america', 'balkans']) assert.ok(group(code).varies, code)
})

test('a group that departs from the list it follows says by which countries, and has the rest of it exactly', () => {
  const leaves = (countries = ''): TerritorySet => TerritorySet.of(countries.split(' ').flatMap((country) => leavesOfCountry(country) ?? []))
  const following = territoryGroups().filter(({ follows }) => follows !== undefined)
  assert.deepEqual(following.map(({ code }) => code).sort(), ['balkans', 'cee', 'mena'])
  for (const { code, members: set, follows, source } of following) {
    assert.equal(set.leaves().join(' '), leaves(follows!.of).or(leaves(follows!.plus)).minus(leaves(follows!.less)).leaves().join(' '), code)
    assert.ok(leaves(follows!.of).covers(leaves(follows!.less)) && !leaves(follows!.of).meets(leaves(follows!.plus)), code)
    assert.doesNotMatch(source, /^Custom/, code)
  }
}) // prettier-ignore

test('no short name of a group is a country code', () => {
  for (const { short, also } of territoryGroups()) {
    for (const name of [short ?? '', ...also]) assert.ok(!/^[A-Z]{2,3}$/.test(name) || !leavesOfCode(name), name)
  }
})

test('before a group was written down there is World alone', () => {
  assert.deepEqual(territoryGroups('2000-01-01').map(({ code }) => code), ['world']) // prettier-ignore
  assert.equal(territoryGroups('2999-12-31'), territoryGroups())
})
