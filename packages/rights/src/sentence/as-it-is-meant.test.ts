/** What a sentence means where an expression would be read otherwise, or not at all. */
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { phraseKey } from '../expression/tokens.ts'
import { inflected } from '../languages/inflected.ts'
import { languagePhrases } from '../languages/phrases.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { readQuestion } from '../question/read-question.ts'
import { ASKED_ON } from '../testing/questions.ts'

const today = dayOf(ASKED_ON)!
const asked = (line: string) => readQuestion(line, { today })
const clause = (text: string) => readClause(text, { today })
const mediaOf = (line: string): string => mediaLeaves(asked(line).media!.value).join(' ')
const languagesOf = (line: string): string => asked(line).languages?.value.leaves().join(' ') ?? ''
const territoriesOf = (line: string): string => asked(line).territories?.value.set.leaves().join(' ') ?? ''
const wordsOf = (line: string): string =>
  asked(line)
    .words.map(({ text }) => text)
    .join(' | ')
const codes = (line: string): string[] => asked(line).notes.map(({ code }) => code)

test('which television is meant, said behind it, is not beside all of it', () => {
  for (const line of ['TV, free and pay, Poland', 'TV Poland, free and pay', 'Television rights, free and pay, in Poland', 'TV, gratuite et payante, Pologne', 'televisión, en abierto y de pago, Polonia', 'TV, gratuita e a pagamento, Polonia', 'TV-Rechte, Free und Pay, Polen'])
    assert.equal(mediaOf(line), 'free-tv pay-tv', line)
  assert.equal(mediaOf('TV, pay, Poland'), 'pay-tv')
  assert.equal(mediaOf('TV, free TV, Poland'), 'free-tv basic-tv pay-tv ppv catch-up simulcast', 'a medium of its own is one')
  assert.equal(mediaOf('TV, SVOD, Poland'), 'free-tv basic-tv pay-tv ppv catch-up simulcast svod')
  assert.equal(mediaOf('SVOD, free and pay TV, Poland'), 'free-tv pay-tv svod')
}) // prettier-ignore

test('what a release goes with says when, and is not asked for', () => {
  for (const line of ['TVOD and EST in Mexico, day and date with theatrical', 'TVOD and EST in Mexico, day-and-date with the theatrical release', 'TVOD et EST, Mexique, en même temps que la sortie en salles', 'TVOD und EST, Mexiko, zeitgleich mit dem Kinostart']) {
    assert.equal(mediaOf(line), 'tvod est', line)
    assert.ok(codes(line).includes('unread'), 'and that nothing was made of it is said')
  }
  assert.equal(mediaOf('Mexico, day and date with theatrical'), 'theatrical', 'unless nothing else is')
  assert.equal(mediaOf('theatrical release in Japan, 5 years'), 'theatrical')
  assert.equal(asked('SVOD Japan, 5 years from theatrical release').media!.value, asked('SVOD').media!.value)
}) // prettier-ignore

test('a use behind several languages is meant of each, and a note says that this was guessed', () => {
  for (const [line, meant] of [
    ['English and Spanish dubbed', 'en:dubbed es:dubbed'],
    ['EN/FR subtitled', 'en:subtitled fr:subtitled'],
    ['doublage espagnol et italien', 'es:dubbed it:dubbed'],
    ['dubbed in French and German', 'de:dubbed fr:dubbed'],
    ['inglese e italiano sottotitolati', 'en:subtitled it:subtitled'],
    ['Polish, Czech and Slovak, subtitled or voice-over', 'cs:voice-over cs:subtitled pl:voice-over pl:subtitled sk:voice-over sk:subtitled'],
  ] as const) {
    assert.deepEqual(languagesOf(`SVOD, Spain, ${line}`).split(' ').sort(), meant.split(' ').sort(), line)
    assert.ok(codes(`SVOD, Spain, ${line}`).includes('use-of-each'), line)
    assert.equal(asked(`SVOD, Spain, ${line}`).languages!.confidence, 'assumed')
  }
  assert.equal(languagesOf('SVOD, Spain, English dubbed and Spanish subtitled'), 'en:dubbed es:subtitled')
  assert.ok(!codes('SVOD, Spain, English dubbed and Spanish subtitled').includes('use-of-each'))
  assert.equal(languagesOf('SVOD, original version with English and French subtitles'), 'en:subtitled fr:subtitled', 'one version, read in each')
  assert.equal(languagesOf('SVOD, Spain, Polish voice-over, Czech and Slovak subtitled'), 'cs:subtitled pl:voice-over sk:subtitled')
}) // prettier-ignore

test('languages are known as they are bent, and none of their forms is a country', () => {
  assert.equal(languagesOf('SVOD, englische und niederländische Untertitel'), 'en:subtitled nl:subtitled')
  assert.equal(languagesOf('SVOD, sottotitoli greci'), 'el:subtitled')
  assert.equal(languagesOf('SVOD, versions allemande et tchèque'), 'cs:original cs:dubbed cs:voice-over de:original de:dubbed de:voice-over') // prettier-ignore
  assert.deepEqual(inflected('es', 'noruego'), ['noruegos', 'noruegas'])
  for (const country of ['Noruega', 'Estonia', 'Bosnia', 'Macedonia', 'Indonesia', 'Russia', 'Croazia'])
    assert.equal(languagePhrases().get(phraseKey(country)), undefined, country)
})

test('catch-up that is said before its medium is no length of the deal', () => {
  const text = 'Free-TV inkl. 7 Tage Catch-up, Schweiz, 2 Jahre ab 1. April 2027'
  assert.equal(clause(text).catchUpDays!.value, 7)
  assert.equal(writeDay(clause(text).to!.value), '2029-03-31')
  assert.equal(writeDay(asked(text).window.value.to), '2029-03-31')
  for (const said of ['free TV plus 30 days of catch-up', 'free TV plus 30 days of replay', 'TV gratuite, 7 jours en replay']) {
    assert.equal(writeDay(asked(`${said}, Spain, 2 years from 1 April 2027`).window.value.to), '2029-03-31', said)
    assert.equal(mediaOf(`${said}, Spain, 2 years from 1 April 2027`), 'free-tv catch-up', said)
  }
}) // prettier-ignore

test('years of production are no window, in a clause either', () => {
  const text = 'Documentaries produced in 2025 and 2026, free TV Italy, 2027 and 2028'
  assert.deepEqual([writeDay(clause(text).from!.value), writeDay(clause(text).to!.value)], ['2027-01-01', '2028-12-31'])
  assert.deepEqual(asked(text).facets.map(({ from, to }) => [from, to]), [[2025, 2026]])
  assert.deepEqual(asked('AVOD, Italia, film prodotti dal 2024').facets.map(({ from, to }) => [from, to]), [[2024, null]])
}) // prettier-ignore

test('several reservations, with nothing else named, leave all but each', () => {
  const line = 'SVOD reserved to the producer; AVOD reserved to the producer, Poland'
  assert.ok(!/svod|avod/.test(mediaOf(line)))
  assert.equal(territoriesOf(line), 'PL')
  assert.deepEqual(mediaLeaves(clause(line).media!.value), ['svod', 'avod'])
  assert.equal(clause(line).kind.value, 'holdback')
  assert.ok(!territoriesOf('SVOD, Europe, France reserved to the producer, Spain reserved to the producer').match(/FR|ES/))
})

test('words of a film’s title that a question is made of too are looked for with the rest of it', () => {
  for (const [line, words] of [
    ['Gone with the Wind', 'Gone with the Wind'],
    ['"Gone with the Wind", SVOD, Poland', 'Gone with the Wind'],
    ['SVOD Poland for Gone with the Wind', 'Gone with the Wind'],
    ['is “Clear Water” free for SVOD in Poland?', 'Clear Water'],
    ['have you got Clear Water for SVOD Poland', 'Clear Water'],
    ['Evening Light TV France from 2027', 'Evening Light'],
    ['SVOD Norway, “The Show”', 'The Show'],
    ['SVOD Norway, "The Morning After"', 'The Morning After'],
    // what is asked, and greeted, is no title
    ['has the French version gone? SVOD', ''],
    ['is anything clear in Poland this morning for SVOD', ''],
    ['Good morning, SVOD in Poland please', ''],
    ['Good Morning Gone with the Wind SVOD Poland', 'Gone with the Wind'],
    ['Good Evening Clear Water SVOD Poland', 'Clear Water'],
    ['SVOD in “Poland”', ''],
  ] as const)
    assert.equal(wordsOf(line), words, line)
})

test('a film that is called after the world is no territory', () => {
  for (const [line, words] of [
    ['Avez-vous Le monde perdu en SVOD, Belgique', 'monde perdu'],
    ['World of Ice, SVOD, Belgium', 'World of Ice'],
    ['the world of wine, SVOD, Belgium', 'world of wine'],
    ['world cinema titles, SVOD, Belgium', 'world cinema'],
    ['world cinema, Belgium, SVOD', 'world cinema'],
    ['world cinema, SVOD, Belgium', 'world cinema'],
    ['SVOD Belgium, world cinema', 'world cinema'],
    ['cinéma du monde, Belgique, SVOD', 'cinéma, monde'],
    ['A Hidden World, SVOD, Belgium', 'Hidden World'],
    ['Is "Poland, a Winter Song" free for SVOD in Belgium?', 'Poland, a Winter Song'],
    ['« Le monde perdu » est-il libre en SVOD pour la Belgique ?', 'Le monde perdu'],
  ] as const) {
    assert.equal(territoriesOf(line), 'BE-fr BE-nl', line)
    assert.equal(wordsOf(line).replace(' | ', ', '), words, line)
    assert.equal(mediaOf(line), 'svod', line)
  }
  for (const line of ['World SVOD 2027', 'SVOD world Jan 2027', 'le monde, SVOD', 'monde entier VOD', 'World English language rights', 'DVD world', 'world cinema rights', 'world cinema', 'World (all media)', 'World in all media', '"World", SVOD'])
    assert.equal(asked(line).territories?.value.set.leaves().length, 254, line)
  for (const row of ['world of ', 'World ', 'World World of the ', 'El mundo World ', "l'world cinema, ", 'le cinéma du monde, '])
    assert.doesNotThrow(() => clause(row.repeat(5_000)), `a row of “${row}”`)
  assert.equal(asked('World ex US').territories?.value.set.leaves().length, 253)
  assert.equal(asked('World outside France').territories?.value.set.leaves().length, 253)
}) // prettier-ignore

test('the day from which it runs at the latest is the latest start', () => {
  for (const text of ['Pay-TV, Polen, 18 Monate ab Lieferung, spätestens ab dem 1. Juli 2027', 'TV payante, Pologne, 18 mois à compter de la livraison et au plus tard du 1er juillet 2027', 'TV de pago, Polonia, 18 meses a partir de la entrega, a más tardar el 1 de julio de 2027']) {
    const { kind, latestStart, outer } = clause(text).event!.value as { kind: string; latestStart: number; outer: number }
    assert.deepEqual([kind, writeDay(latestStart), writeDay(outer)], ['delivery', '2027-07-01', '2028-12-31'], text)
  }
}) // prettier-ignore

test('no exclusivity is none, however it is refused', () => {
  for (const line of [
    'SVOD, Polen, keine Exklusivität',
    'SVOD, Polonia, nessuna esclusiva',
    'SVOD, Polonia, ninguna exclusividad',
  ])
    assert.equal(asked(line).exclusive.value, false, line)
})

test('a day with its ending is one without a year too', () => {
  assert.equal(writeDay(asked('SVOD Poland, 12 months from Dec 15th').window.value.from), '2026-12-15')
})
