/** The words of the definition: territories, media and languages, sentence by sentence. What sold boxes do is in definition.test.ts. */
import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { LANGUAGES, USES } from '../languages/languages.ts'
import { parseLanguages } from '../languages/parse.ts'
import { ALL_MEDIA, mediaLeaves, mediaOf } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { printMedia } from '../media/print.ts'
import { MEDIA, MEDIA_TREE } from '../media/tree.ts'
import { territoryGroups } from '../territories/groups.ts'
import { LEAVES, leavesOfCountry } from '../territories/leaves.ts'
import { parseTerritories } from '../territories/parse.ts'
import { printTerritories } from '../territories/print.ts'
import { GRANT, lines, status } from '../testing/both-say.ts'

const leaves = (expression: string): string[] => parseTerritories(expression).set.leaves()
const has = (expression: string, leaf: string): boolean => parseTerritories(expression).set.has(leaf)
const sold = (box: Record<string, unknown>) => lines(GRANT, { kind: 'licence', exclusive: true, ...box })

describe('territories', () => {
  test('a leaf is a country, or a language part in its place', () => {
    assert.ok(LEAVES.every((leaf) => /^[A-Z]{2}(-(nl|fr|de|it|en))?$/.test(leaf)))
    assert.deepEqual(LEAVES.filter((leaf) => leaf.length > 2), ['BE-fr', 'BE-nl', 'CA-en', 'CA-fr', 'CH-de', 'CH-fr', 'CH-it']) // prettier-ignore
    for (const whole of ['BE', 'CA', 'CH']) assert.ok(!LEAVES.includes(whole), whole)
    assert.equal(leavesOfCountry('PL')?.join(), 'PL')
  })

  for (const [country, code] of [
    ['Belgium', 'BE'],
    ['Switzerland', 'CH'],
    ['Canada', 'CA'],
  ] as const)
    // prettier-ignore
    test(`naming ${country} means all its parts, and a part is not the others`, () => {
      const parts = LEAVES.filter((leaf) => leaf.startsWith(`${code}-`))
      assert.deepEqual(leaves(country), parts)
      assert.deepEqual(leaves(code), parts)
      for (const part of parts) {
        assert.equal(status(sold({ territory: country }), { territory: part }), 'blocked')
        for (const other of parts) assert.equal(status(sold({ territory: part }), { territory: other }), part === other ? 'blocked' : 'available') // prettier-ignore
      }
    })

  test('groups are sets that may overlap: French Belgium is in five of them at once', () => {
    for (const group of ['World', 'Europe', 'EU', 'Western Europe', 'Benelux', 'French-speaking Europe']) assert.ok(has(group, 'BE-fr'), group) // prettier-ignore
    assert.ok(!has('French-speaking Europe', 'BE-nl'))
    assert.deepEqual(leaves('World'), LEAVES)
  })

  test('World, and what is taken away from it', () => {
    const without = leaves('World excl. France, Monaco & Andorra')
    assert.deepEqual(LEAVES.filter((leaf) => !without.includes(leaf)), ['AD', 'FR', 'MC']) // prettier-ignore
  })

  test('groups and countries are added and taken away from left to right', () => {
    assert.ok(has('Europe + Israel - UK', 'IL') && has('Europe + Israel - UK', 'IE') && !has('Europe + Israel - UK', 'GB'))
    assert.deepEqual(leaves('DACH, BE-nl'), ['AT', 'BE-nl', 'CH-de', 'DE', 'LI', 'LU'])
  })

  const NAMED = [
    'DACH', 'German-speaking Europe', 'Benelux', 'BeNe', 'Nordics', 'Scandinavia', 'Baltics', 'Iberia', 'UK & Ireland', 'British Isles', 'Italy & Vatican & San Marino',
    'France & DOM-TOM', 'French-speaking Europe', 'French-speaking Africa', 'English-speaking Africa', 'Portuguese-speaking Africa', 'Sub-Saharan Africa', 'Maghreb', 'MENA', 'GCC',
    'CEE', 'Visegrád', 'Ex-Yugoslavia', 'Balkans', 'CIS', 'Central Asia', 'Caucasus', 'Israel & Palestinian territories', 'Turkey', 'Indian subcontinent', 'South-East Asia', 'Greater China',
    'Japan', 'Korea', 'Australia & New Zealand', 'Pacific islands', 'North America', 'US & territories', 'Latin America', 'Spanish-speaking Latin America', 'Caribbean', 'Southern Cone', 'World', 'EU', 'EEA',
    'Africa', 'Americas', 'Asia', 'Europe', 'Oceania',
  ] // prettier-ignore
  for (const name of NAMED)
    test(`${name} is known, and prints its members and itself`, () => {
      const { set } = parseTerritories(name)
      assert.ok(!set.isEmpty)
      for (const locale of ['en', 'fr'] as const)
        for (const names of ['codes', 'full'] as const)
          assert.deepEqual(parseTerritories(printTerritories(set, locale, { names })).set.leaves(), set.leaves())
    })

  test('every group has a source and the day of its version', () => {
    for (const { code, source, version } of territoryGroups()) assert.ok(source.length > 3 && /^\d{4}-\d{2}-\d{2}$/.test(version), code) // prettier-ignore
  })

  test('a set prints with the name of a group where it fits exactly, and not where a leaf is missing or too much', () => {
    const printed = (expression: string): string => printTerritories(parseTerritories(expression).set, 'en')
    assert.equal(printed('EE, LV, LT'), 'Baltics')
    assert.equal(printed('EE, LV'), 'EE, LV')
    assert.equal(printed('EE, LV, LT, PL'), 'Baltics, PL')
    assert.equal(printed('World excl. FR'), 'World excl. FR')
  })
})

describe('media', () => {
  /** The tree of the definition: branch, its leaves. */
  const TREE: Record<string, string> = {
    theatrical: 'theatrical',
    'non-theatrical': 'festival educational public-screening institutional',
    travel: 'inflight ship hotel rail',
    tv: 'free-tv basic-tv pay-tv ppv catch-up simulcast',
    vod: 'tvod est svod avod fast fvod',
    physical: 'dvd-blu-ray',
    derived: 'clips format merchandising publishing',
  }
  const NAMES: Record<string, [en: string, fr: string]> = {
    theatrical: ['Theatrical', 'Salles'],
    'non-theatrical': ['Non-theatrical', 'Non commercial'],
    travel: ['Travel & hospitality', 'Transports et hôtels'],
    tv: ['Television', 'Télévision'],
    vod: ['Video on demand', 'Vidéo à la demande'],
    physical: ['Physical media', 'Vidéo physique'],
    derived: ['Derived rights', 'Droits dérivés'],
  }

  test('the tree has the branches and leaves of the definition, named in both languages', () => {
    assert.deepEqual(Object.fromEntries(MEDIA_TREE.map(({ code, leaves: below }) => [code, below.map((leaf) => leaf.code).join(' ')])), TREE) // prettier-ignore
    for (const { code, en, fr } of MEDIA_TREE) assert.deepEqual([en, fr], NAMES[code])
    assert.ok(MEDIA.every(({ en, fr }) => en && fr))
  })

  test('naming a branch means all its leaves and no other', () => {
    for (const [branch, below] of Object.entries(TREE)) {
      assert.deepEqual(mediaLeaves(parseMedia(branch)), below.split(' '), branch)
      for (const { code: medium } of MEDIA) assert.equal(status(sold({ media: branch }), { medium }), below.split(' ').includes(medium) ? 'blocked' : 'available') // prettier-ignore
    }
  })

  test('all is everything; all TV and all VOD are the branches', () => {
    assert.equal(parseMedia('all'), ALL_MEDIA)
    for (const branch of ['tv', 'vod']) assert.equal(parseMedia(`all-${branch}`), mediaOf(TREE[branch]!.split(' ')))
    assert.equal(printMedia(mediaOf(TREE['vod']!.split(' ')), 'en'), 'vod')
  })

  const WORDING: Record<string, string> = {
    FTA: 'free-tv', 'Free-to-air': 'free-tv', PTV: 'pay-tv', Pay: 'pay-tv', DTO: 'est', DTR: 'tvod', 'S-VOD': 'svod',
    'all rights': MEDIA.map(({ code }) => code).join(' '), 'TV & VOD': `${TREE['tv']} ${TREE['vod']}`,
  } // prettier-ignore
  for (const [word, meant] of Object.entries(WORDING))
    test(`the trade's “${word}” is read`, () => assert.deepEqual(mediaLeaves(parseMedia(word)), meant.split(' ')))
})

describe('languages', () => {
  test('a leaf is a language and one of four uses', () => {
    assert.deepEqual([...USES], ['original', 'dubbed', 'subtitled', 'voice-over'])
    for (const use of USES)
      for (const other of USES) assert.equal(status(sold({ languages: `fr:${use}` }), { language: `fr:${other}` }), use === other ? 'blocked' : 'available') // prettier-ignore
  })

  test('a language without a use means all its uses, and no other language', () => {
    for (const use of USES) {
      assert.equal(status(sold({ languages: 'German' }), { language: `de:${use}` }), 'blocked')
      assert.equal(status(sold({ languages: 'German' }), { language: `nl:${use}` }), 'available')
    }
  })

  test('all means every leaf', () => {
    const all = parseLanguages('all')
    for (const language of LANGUAGES) for (const use of USES) assert.ok(all.has(language, use), `${language}:${use}`)
    assert.equal(status(sold({ languages: 'all' }), { language: 'zu:voice-over' }), 'blocked')
  })
})
