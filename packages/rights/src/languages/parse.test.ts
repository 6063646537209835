import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { outcome, refusedBy } from '../testing/refused.ts'
import { LANGUAGES } from './languages.ts'
import { languageName, languageOfCode } from './names.ts'
import { LanguageSet } from './language-set.ts'
import { parseLanguages } from './parse.ts'

const leaves = (expression: string | readonly string[]): string => parseLanguages(expression).leaves().join(' ')

const refused = refusedBy(parseLanguages)

test('all languages', () => {
  for (const written of ['all', 'All languages', 'toutes langues', 'alle Sprachen', 'any language', 'all rights'])
    assert.ok(parseLanguages(written).isAll, written)
  const but = parseLanguages('all excl. French')
  assert.ok(!but.has('fr', 'dubbed') && but.has('de', 'dubbed') && but.has('aa', 'original'))
})

test('languages by code and by name', () => {
  for (const written of [
    'de',
    'DE',
    'ger',
    'deu',
    'German',
    'allemand',
    'Deutsch',
    'German language',
    'German-language rights',
    'tedesco',
    ' GERMAN ',
  ])
    assert.equal(leaves(written), 'de', written)
  assert.equal(leaves('fr, de/it & es'), 'de es fr it')
  assert.equal(leaves('DE, ET, FR'), 'de et fr')
  assert.equal(leaves('fr et de'), 'de fr')
  assert.equal(leaves('Mandarin'), 'zh')
  assert.equal(leaves(['fr:dubbed', 'de']), 'de fr:dubbed')
})

test('a language in a use', () => {
  for (const written of [
    'de:dubbed, de:subtitled',
    'German dubbed and subtitled',
    'German (dubbed & subtitled)',
    'allemand doublé et sous-titré',
    'German: dub, sub',
    'dubbed and subtitled in German',
    'German dubbed + subtitled',
  ])
    assert.equal(leaves(written), 'de:dubbed de:subtitled', written)
  for (const written of [
    'fr:subtitled',
    'VO sous-titrée français',
    'version originale sous-titrée en français',
    'French subs',
    'French subtitles',
    'sous-titres français',
    'VOSTFR',
    'ST français',
    'Französisch untertitelt',
  ])
    assert.equal(leaves(written), 'fr:subtitled', written)
  assert.equal(leaves('OmU'), 'de:subtitled')
  assert.equal(leaves('English voice over'), 'en:voice-over')
  assert.equal(leaves('English original'), 'en:original')
  assert.equal(leaves('French dubbed, German subtitled'), 'de:subtitled fr:dubbed')
  assert.equal(leaves('German dubbed, French'), 'de:dubbed fr')
  assert.equal(parseLanguages('original version').key, LanguageSet.make(1, []).key)
})

test('a version is what is heard', () => {
  for (const written of ['English version', 'version anglaise'])
    assert.equal(leaves(written), 'en:original en:dubbed en:voice-over')
  assert.equal(leaves('VF'), 'fr:original fr:dubbed fr:voice-over')
})

test('uses of all languages', () => {
  const set = parseLanguages('all languages dubbed and subtitled, French')
  assert.ok(set.has('de', 'dubbed') && !set.has('de', 'original') && set.has('fr', 'original'))
  assert.equal(parseLanguages('all:dubbed excl. de:dubbed').key, LanguageSet.make(2, [['de', 0]]).key)
})

test('every language by its code; by its name unless another shares it', () => {
  for (const code of LANGUAGES) {
    assert.equal(leaves(code), code)
    assert.equal(leaves(`${code}:voice-over`), `${code}:voice-over`)
  }
  const shared = LANGUAGES.filter((code) => leaves(languageName(code, 'en')) !== code)
  assert.ok(shared.length < 10, shared.join())
})

test('what is refused', () => {
  assert.match(refused('fr-CA', 'not-split').message, /Write “fr”/)
  for (const written of ['pt-BR', 'Canadian French', 'Brazilian Portuguese', 'français canadien', 'zh-Hans', 'es-419'])
    refused(written, 'not-split')
  refused('French and German dubbed', 'ambiguous')
  refused('subtitled in French and German', 'ambiguous')
  refused('dubbed', 'ambiguous')
  refused('English VO', 'ambiguous')
  refused('VO', 'ambiguous')
  assert.equal(refused('Frensh', 'unknown-language').suggestion, 'French')
  refused('xx', 'unknown-language')
  refused('fr:sung', 'unexpected')
  refused('', 'empty')
  refused('fr excl. French', 'nothing-left')
})

test('codes of ISO 639', () => {
  assert.equal(languageOfCode('ger'), 'de')
  assert.equal(languageOfCode('FRE'), 'fr')
  assert.equal(languageOfCode('zzz'), undefined)
  assert.equal(languageOfCode('constructor'), undefined)
})

test('hundreds of languages in one expression, joined and taken out again', () => {
  const [first, ...others] = LANGUAGES
  const named = others.map((code) => languageName(code, 'fr')).filter((name) => outcome(parseLanguages, name) === null)
  assert.ok(named.length > 400, `${named.length}`)
  assert.deepEqual(parseLanguages(named.join(', ')), parseLanguages(named))
  assert.deepEqual(parseLanguages([...others, `all:dubbed`, first!]).key, LanguageSet.union([LanguageSet.of(LANGUAGES), LanguageSet.make(2, [])]).key) // prettier-ignore
  assert.deepEqual(leaves(`all excl. ${others.join(', ')}`), first)
})

test('hostile input', () => {
  const word = fc.constantFrom(
    'French',
    'dubbed',
    '&',
    ',',
    ':',
    '(',
    ')',
    'in',
    'VO',
    'all',
    'excl.',
    '-',
    'CA',
    'de',
    'et',
    'subtitled',
    '__proto__',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
      ),
      (text) => {
        if (outcome(parseLanguages, text) === null) assert.ok(!parseLanguages(text).isEmpty)
      },
    ),
    { seed: 5, numRuns: 1000 },
  )
})
