import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { outcome, refusedBy } from '../testing/refused.ts'
import { MAX_LENGTH } from '../expression/read-expression.ts'
import { parseTerritories } from './parse.ts'
import { COUNTRIES } from './phrases.ts'
import { displayName, territoryName } from './names.ts'
import { isoNames } from './iso-names.ts'
import { LEAVES, leavesOfCountry } from './leaves.ts'
import { TerritorySet } from './territory-set.ts'
import { territoryGroups } from './groups.ts'

const leaves = (expression: string | readonly string[]): string => parseTerritories(expression).set.leaves().join(' ')

/** Two expressions that must mean the same. */
const same = (pairs: readonly (readonly [string, string])[]): void => {
  for (const [written, plain] of pairs) assert.equal(leaves(written), leaves(plain), written)
}

const refused = refusedBy(parseTerritories)

test('lists, in every way they are written', () => {
  for (const written of [
    'FR, DE',
    'FR; DE',
    'FR/DE',
    'FR & DE',
    'FR and DE',
    'FR et DE',
    'FR und DE',
    'FR + DE',
    'FR DE',
    'FR\nDE',
    'fr, de',
    'FRA, DEU',
    'France\nGermany',
    ' FR ,, DE, ',
  ])
    assert.equal(leaves(written), 'DE FR', written)
  assert.equal(leaves(['FR', 'Benelux excl. NL', 'CH-it']), 'BE-fr BE-nl CH-it FR LU')
})

test('exclusions, and what they take from', () => {
  same([
    ['World excl. France, Monaco & Andorra', 'World - FR - MC - AD'],
    ['Monde hors France', 'World excluding FR'],
    ['Welt ohne Frankreich', 'World except for France'],
    ['Monde entier sauf la France et Monaco', 'World without FR, MC'],
    ['FR, DE, AT excl. DE, AT', 'FR'],
    ['Europe + Israel - UK', 'Europe, IL excl. GB'],
    ['Europe - UK + Israel', 'Europe, IL excl. GB'],
    ['Europe − UK', 'Europe minus UK'],
    ['Benelux excl. NL; NL', 'Benelux'],
    ['NL, Benelux (excl. NL)', 'Benelux'],
    ['Baltics (incl. Finland)', 'EE, LV, LT, FI'],
    ['World excl. (Europe excl. UK)', 'World - Europe + UK'],
    ['World excl. FR, excl. DE', 'World excl. FR, DE'],
    ['(FR, DE) - DE', 'FR'],
  ])
})

test('codes beside words that look like them', () => {
  assert.equal(leaves('DE ET FR'), 'DE FR')
  assert.equal(leaves('DE, ET, FR'), 'DE ET FR')
  assert.equal(leaves('ET, FR'), 'ET FR')
  assert.equal(leaves('AD, AND'), 'AD')
  assert.equal(leaves('in, it, no'), 'IN IT NO')
  assert.equal(leaves('BE-nl, be-fr'), 'BE-fr BE-nl')
  refused('it should be France', 'unknown-territory')
})

test('language communities', () => {
  for (const written of [
    'CH-fr',
    'Switzerland (French)',
    'Suisse (romande)',
    'Suisse romande',
    'French-speaking Switzerland',
    'Romandie',
    'Schweiz (Französisch)',
    'Suisse (partie francophone)',
  ])
    assert.equal(leaves(written), 'CH-fr', written)
  for (const written of ['Belgium (Flemish)', 'Flanders', 'Flandre', 'Dutch-speaking Belgium', 'Belgique (néerlandophone)'])
    assert.equal(leaves(written), 'BE-nl', written)
  assert.equal(leaves('Canada (French)'), 'CA-fr')
  assert.equal(leaves('Canada anglophone'), 'CA-en')
  assert.equal(leaves('Switzerland (French & Italian)'), 'CH-fr CH-it')
  assert.equal(leaves('Switzerland'), 'CH-de CH-fr CH-it')
  assert.equal(leaves('Benelux + Switzerland (French)'), 'BE-fr BE-nl CH-fr LU NL')
  refused('France (French)', 'unexpected')
  refused('Switzerland (Flemish)', 'unexpected')
})

test('what the trade says', () => {
  same([
    ['GAS', 'DACH'],
    ['German-speaking Europe', 'DACH'],
    ['Monde', 'World'],
    ['worldwide', 'World'],
    ['UK & Ireland', 'GB, IE'],
    ['UK and Ireland, France', 'GB, IE, FR'],
    ['LatAm', 'Latin America'],
    ['ANZ', 'AU, NZ'],
    ['Ex-Yu', 'BA, HR, ME, MK, RS, SI, XK'],
    ['Holland', 'NL'],
    ['Czech Republic', 'CZ'],
    ['South Korea', 'KR'],
    ['UAE / USA / U.K.', 'AE, US, GB'],
    ['DOM-TOM', 'GP, MQ, GF, RE, YT, PM, BL, MF, WF, PF, NC, TF'],
    ['France & DOM-TOM', 'FR, DOM-TOM, MC, AD'],
    ['COTE D’IVOIRE', 'CI'],
    ['trinidad   y tobago', 'TT'],
    ['Saint Lucia', 'St. Lucia'],
    ['Guinea-Bissau, Guinea', 'GW, GN'],
    ['Turkey', 'Türkiye'],
    ['150', 'Europe'],
  ])
})

test('every name of CLDR and ISO 3166-1 in six languages is its country', () => {
  const unclear = new Set(['Congo', 'Kongo'])
  for (const locale of ['en', 'fr', 'de', 'es', 'it', 'pt']) {
    const names = [...COUNTRIES.map((code): [string, string] => [code, displayName(locale, code)]), ...isoNames(locale)]
    assert.ok(names.length > 2 * 240, locale)
    for (const [code, name] of names) {
      // the Portuguese list calls both halves of the island alike
      if (!leavesOfCountry(code) || unclear.has(name) || (code === 'SX' && name === 'São Martinho')) continue
      assert.deepEqual(parseTerritories(name).set.leaves(), leavesOfCountry(code), `${locale} ${name}`)
    }
  }
})

test('every leaf and every name of every group is read', () => {
  for (const leaf of LEAVES) for (const text of [leaf, territoryName(leaf, 'en'), territoryName(leaf, 'fr')]) assert.equal(leaves(text), leaf) // prettier-ignore
  for (const { code, version, en, fr, short, also, members } of territoryGroups()) {
    for (const name of [code, en, fr, short ?? en, ...also]) {
      const read = parseTerritories(`${name} ; ${name}`)
      assert.ok(read.set.equals(members), name)
      assert.deepEqual(read.groups, [{ code, version }], name)
    }
  }
})

test('the groups that were named are kept, in order, once', () => {
  const codes = (expression: string): string[] => parseTerritories(expression).groups.map(({ code }) => code)
  assert.deepEqual(codes('FR, World excl. Baltics, Benelux, Baltics'), ['world', 'baltics', 'benelux'])
  assert.deepEqual(codes('Monde, sauf les Pays baltes'), ['world', 'baltics'])
  assert.deepEqual(codes('FR'), [])
})

test('a group is read as it stood on a day', () => {
  assert.ok(outcome((text) => parseTerritories(text, { asOf: '2000-01-01' }), 'Baltics'))
  assert.equal(parseTerritories('World', { asOf: '2000-01-01' }).set.size, LEAVES.length)
})

test('what is refused, and what to write instead', () => {
  refused('', 'empty')
  refused(' , ', 'empty')
  refused([], 'empty')
  refused('FR excl. France', 'nothing-left')
  assert.equal(refused('Italy, Belgiqe', 'unknown-territory', 'Belgiqe').suggestion, 'Belgique')
  assert.equal(refused('FR, Atlantis & Lemuria', 'unknown-territory', 'Atlantis').suggestion, null)
  refused('rest of world', 'relative')
  refused('Reste du monde', 'relative')
  assert.match(refused('DACH & South Tyrol', 'not-split', 'South Tyrol').message, /Write Italy/)
  assert.match(refused('Québec', 'not-split').messageFr, /Canada \(français\)/)
  refused('Congo', 'ambiguous')
  refused('BE-NL', 'ambiguous', 'BE-NL')
  refused('France-Germany', 'ambiguous', 'France-Germany')
  refused('World – France', 'ambiguous')
  refused('World excl. FR + DE', 'ambiguous')
  refused('World excl. Europe excl. UK', 'ambiguous')
  refused('France Germany', 'missing-separator', 'Germany')
  refused('excl. FR', 'nothing-before')
  refused('FR +', 'unexpected')
  refused('FR, ? DE', 'unexpected', '?')
  refused('FR)', 'unexpected')
  refused('()', 'empty')
  refused('(FR, DE', 'unclosed', '(')
  assert.equal(refused(['FR', 'Narnia'], 'unknown-territory').item, 1)
})

test('hostile input is refused quickly, whatever it is', () => {
  refused('('.repeat(50) + 'FR', 'too-deep')
  refused('FR,'.repeat(MAX_LENGTH), 'too-long')
  refused(
    Array.from({ length: 5000 }, () => 'FR'),
    'too-long',
  )
  assert.equal(leaves('FR,'.repeat(3000)), 'FR')
  const word = fc.constantFrom(
    'FR',
    'World',
    'excl.',
    '(',
    ')',
    ',',
    '-',
    '&',
    ';',
    'Switzerland',
    '(French)',
    'et',
    'UK',
    '+',
    ' ',
    '\n',
    'the',
    'BE-',
    'nl',
    '\u0000',
    'ﷺ',
    '💥',
    'constructor',
    '__proto__',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      ),
      (text) => {
        if (outcome(parseTerritories, text) === null) assert.ok(!parseTerritories(text).set.isEmpty)
      },
    ),
    { seed: 20261125, numRuns: 1500 },
  )
})

test('the quick way for plain codes reads what the grammar reads', () => {
  const piece = fc.constantFrom(
    ...LEAVES,
    ...territoryGroups().flatMap(({ code, en, fr }) => [code, en, fr]),
    'CH',
    'BE',
    'UK',
    'Narnia',
  )
  const list = fc.array(piece, { minLength: 1, maxLength: 5 }).map((words) => words.join(', '))
  const meaning = (text: string): string => outcome(parseTerritories, text)?.code ?? parseTerritories(text).set.key
  fc.assert(
    fc.property(list, list, (included, excluded) => {
      for (const text of [included, `${included} excl. ${excluded}`]) assert.equal(meaning(text), meaning(`(${text})`), text)
    }),
    { seed: 7, numRuns: 1000 },
  )
  assert.ok(parseTerritories('World').set.equals(TerritorySet.world))
})

test('abbreviations of the trade: "SE Asia", "Southeast Asia", "Slovak Rep.", "Rep. of Korea", "w/o"', () => {
  const leaves = (text: string) => parseTerritories(text).set.leaves().join(' ')
  for (const text of ['SE Asia', 'Southeast Asia', 'S.E. Asia']) assert.equal(leaves(text), leaves('South-East Asia'), text)
  assert.equal(leaves('Slovak Rep., Rep. of Korea, Czech Rep.'), 'CZ KR SK')
  assert.equal(leaves('MENA w/o Israel'), leaves('MENA excl. IL'))
  assert.equal(leaves('Suisse alémanique et italienne'), 'CH-de CH-it')
  assert.equal(leaves('French and German-speaking Switzerland'), 'CH-de CH-fr')
})

test('the "and" in the name of a country is that of any language', () => {
  for (const name of ['Bosnia e Erzegovina', 'Bosnia ed Erzegovina', 'Bosnia y Herzegovina', 'Bósnia e Herzegovina', 'Bosnia & Herzegovina'])
    assert.deepEqual(parseTerritories(name).set.leaves(), ['BA'], name) // prettier-ignore
  assert.deepEqual(parseTerritories('Antigua e Barbuda, Antigua y Barbuda').set.leaves(), ['AG'])
  assert.deepEqual(parseTerritories('España y Francia').set.leaves(), ['ES', 'FR'])
})
