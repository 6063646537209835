import { test } from 'node:test'
import assert from 'node:assert/strict'
import { dayOf, writeDay } from '../days/day.ts'
import { parseLanguages } from '../languages/parse.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parseTerritories } from '../territories/parse.ts'
import { type AskedQuestion, ASKED_ON, QUESTIONS } from '../testing/questions.ts'
import { type Fields, score, scoreInWords } from '../testing/score.ts'
import { mutated } from '../testing/mutate.ts'
import { readClause } from '../clause/read-clause.ts'
import { type Question, readQuestion } from './read-question.ts'

const today = dayOf(ASKED_ON)!

function readFields(question: Question): Fields {
  return {
    territories: question.territories && question.territories.value.set.leaves(),
    media: question.media && mediaLeaves(question.media.value),
    languages: question.languages && question.languages.value.leaves(),
    cuts: question.cuts && question.cuts.value,
    from: writeDay(question.window.value.from),
    to: writeDay(question.window.value.to),
    exclusive: question.exclusive.value,
    themes: question.themes.map(({ text }) => text),
    words: question.words.map(({ text }) => text),
    years: question.facets.map(({ from, to }) => [from, to]),
  }
}

const meantFields = (meant: AskedQuestion): Fields => ({
  territories: meant.territory === undefined ? null : parseTerritories(meant.territory).set.leaves(),
  media: meant.media === undefined ? null : mediaLeaves(parseMedia(meant.media)),
  languages: meant.languages === undefined ? null : parseLanguages(meant.languages).leaves(),
  cuts: meant.cuts ?? null,
  from: meant.from ?? ASKED_ON,
  to: meant.to === undefined ? '2029-11-24' : meant.to,
  exclusive: meant.exclusive ?? true,
  themes: meant.themes ?? [],
  words: meant.words ?? [],
  years: meant.years ? [meant.years] : [],
})

test('a number that a film is called by is a word of its name, and one that is counted is not', () => {
  const wordsOf = (text: string) => {
    const { words, notes } = readQuestion(text, { today })
    return [words.map((one) => one.text).join(' + '), notes.filter(({ code }) => code === 'unread').length]
  }
  for (const [text, words] of [
    ['Four Minutes of Night, free TV, DACH, 2027, 2 years', 'Four Minutes of Night'],
    ['Three Deltas SVOD Poland', 'Three Deltas'],
    ['free TV France Reel Eleven', 'Reel Eleven'],
    ['12 Winters in Tehran svod', '12 Winters in Tehran'],
  ] as const)
    assert.deepEqual(wordsOf(text), [words, 0], text)
  assert.deepEqual(wordsOf('Three films on water, SVOD'), ['', 1])
  assert.deepEqual(wordsOf('SVOD, Poland, 3 years, Kids'), ['Kids', 0])
})

test('the questions of the trade are read, field by field', (t) => {
  const result = score(QUESTIONS.map((asked) => [asked.q, readFields(readQuestion(asked.q, { today })), meantFields(asked)]))
  t.diagnostic(scoreInWords(result))
  assert.ok(result.right / result.of >= 0.95, `${scoreInWords(result)}\n${result.wrong.join('\n')}`)
})

test('every value carries the words it came from', () => {
  const line = "SVOD, Poland + Baltics, from Jan 2027, 3 years, excl., 52', English version, themes: Central Asia"
  const question = readQuestion(line, { today })
  const said = (found: { spans: readonly { from: number; to: number }[] } | null): string[] => found!.spans.map(({ from, to }) => line.slice(from, to))
  assert.deepEqual(said(question.territories), ['Poland + Baltics'])
  assert.deepEqual(said(question.window), ['Jan 2027', '3 years'])
  assert.deepEqual(said(question.exclusive), ['excl'])
  assert.deepEqual(said(question.languages), ['English version'])
  assert.equal(question.window.confidence, 'read')
  assert.deepEqual(question.notes, [])
}) // prettier-ignore

test('a word that is nearly a territory is said to be, and films are looked for by it all the same', () => {
  const near = (line: string) => readQuestion(line, { today }).notes.flatMap(({ code, words, suggestion }) => (code === 'territory-perhaps' ? [`${words} → ${suggestion}`] : [])) // prettier-ignore
  assert.deepEqual(near('svod Pologme et Républiqe tchèque, 3 ans'), ['Pologme → Pologne', 'Républiqe tchèque → République tchèque']) // prettier-ignore
  assert.deepEqual(near('TV gratuite Allemange et Autriche, 2 ans'), ['Allemange → Allemagne'])
  assert.deepEqual(near('Hongire, Roumnaie, Bulagrie : svod'), ['Hongire → Hongrie', 'Roumnaie → Roumanie', 'Bulagrie → Bulgarie']) // prettier-ignore
  assert.deepEqual(near('svod polonge des janvier'), ['polonge → Pologne'], 'in small letters, while no territory is understood')
  assert.equal(near('Afrique francophonne, tv gratuite').length, 1)
  assert.deepEqual(near('chien, svod, Pologne'), [], 'what a film is about is no misspelt China')
  assert.deepEqual(readQuestion('svod, Pologn', { today, locale: 'fr' }).notes.filter(({ code }) => code === 'territory-perhaps'), [], 'a word that is being typed is completed') // prettier-ignore
  const read = readQuestion('svod Pologme', { today })
  assert.deepEqual([read.territories, readQuestion('svod Pologme, 3 ans', { today }).words.map(({ text }) => text)], [null, ['Pologme']]) // prettier-ignore
})

test('French questions begin as they are spoken: "qu’est-ce que" sells nothing, "on cherche" is no subject', () => {
  const read = (line: string) => readQuestion(line, { today })
  const asked = read("qu'est-ce que vous avez sur l'Asie centrale, svod, Pologne ?")
  assert.deepEqual(mediaLeaves(asked.media!.value), ['svod'])
  assert.deepEqual([asked.themes.map(({ text }) => text), asked.words], [["l'Asie centrale"], []])
  assert.deepEqual(read("qu'avez-vous en svod pour la Pologne ?").words, [])
  assert.deepEqual(read('on cherche des portraits, svod, Pologne').themes, [])
  assert.deepEqual(mediaLeaves(read('est, tvod, Pologne').media!.value), ['tvod', 'est'])
})

test('spans count in the text as it was given, whose accents may stand apart', () => {
  const line = 'Thème : océans, VàDA Suède, dès février 2027'.normalize('NFD')
  const question = readQuestion(line, { today })
  const { from, to } = question.territories!.spans[0]!
  assert.equal(line.slice(from, to).normalize('NFC'), 'Suède')
  assert.equal(question.themes[0]!.text.normalize('NFC'), 'océans')
  assert.equal(writeDay(question.window.value.from), '2027-02-01')
})

test('a word that is being typed is completed in the language of the reader', () => {
  const texts = (line: string, locale: 'en' | 'fr'): string[] => readQuestion(line, { today, locale }).unfinished!.completions.map(({ text }) => text)
  assert.ok(texts('SVOD, Pol', 'en').includes('Poland'))
  assert.ok(texts('SVOD, Polo', 'fr').includes('Pologne'))
  assert.ok(texts('SVOD, South Afr', 'en').includes('South Africa'))
  assert.equal(readQuestion('SVOD, Poland', { today }).unfinished, null)
  assert.deepEqual(readQuestion('SVOD, Pol', { today }).words, [])
}) // prettier-ignore

test('what was assumed is said', () => {
  const codes = (line: string): string[] => readQuestion(line, { today }).notes.map(({ code }) => code)
  assert.deepEqual(codes('SVOD Poland'), ['window-assumed', 'exclusivity-assumed'])
  assert.deepEqual(codes('SVOD Poland from 1/3/27, 2 years, excl.'), ['day-first'])
  assert.deepEqual(codes('SVOD Poland from 1/13/27, 2 years, excl.'), ['month-first'])
  assert.deepEqual(codes('SVOD Poland from 2029 to 2027, excl.'), ['window-reversed', 'length-assumed'])
  assert.deepEqual(codes('SVOD, hors France, 2027, non-excl.'), ['everything-but', 'whole-period'])
  assert.deepEqual(codes('SVOD Poland from 1 March 2020 to 1 March 2030, excl.'), ['begins-in-the-past'])
  const misspelt = readQuestion('SVOD Poland + Balitcs, 2 years, excl.', { today }).notes
  assert.deepEqual(misspelt.map(({ code, words, suggestion }) => [code, words, suggestion]), [['unknown', 'Balitcs', 'Baltics']]) // prettier-ignore
})

test('"free" is never free television by itself, and a year of production no window', () => {
  const question = readQuestion('docs produced since 2024 free in Poland for SVOD', { today })
  assert.deepEqual(mediaLeaves(question.media!.value), ['svod'])
  assert.deepEqual(question.facets.map(({ facet, from, to }) => [facet, from, to]), [['year', 2024, null]]) // prettier-ignore
  assert.equal(writeDay(question.window.value.from), ASKED_ON)
})

test('a year that is written once is that of the beginning and of the end', () => {
  const window = (line: string) => {
    const { window: { value }, notes } = readQuestion(line, { today })
    return [writeDay(value.from), writeDay(value.to), notes.some(({ code }) => code === 'year-of-end')]
  }
  assert.deepEqual(window('SVOD Poland from 1 January until 31 December 2028'), ['2028-01-01', '2028-12-31', true])
  assert.deepEqual(window('SVOD Pologne, octobre à décembre 2027'), ['2027-10-01', '2027-12-31', true])
  assert.deepEqual(window('SVOD Poland, March-June 2027'), ['2027-03-01', '2027-06-30', false])
  assert.deepEqual(window('SVOD Poland from November to February 2028'), ['2027-11-01', '2028-02-29', true])
  assert.deepEqual(window('SVOD Poland from March until the end of 2028'), ['2027-03-01', '2028-12-31', false], 'the end of a year says nothing of the beginning')
}) // prettier-ignore

test('an adjective before a medium or a market says where, unless a territory is named', () => {
  const read = (line: string) => {
    const { territories, languages, notes } = readQuestion(line, { today })
    return [territories?.value.set.leaves().join(' ') ?? null, languages?.value.leaves().join(' ') ?? null, notes.some(({ code }) => code === 'place-by-adjective')]
  }
  assert.deepEqual(read('Danish free TV, 2 years'), ['DK', null, true])
  assert.deepEqual(read('Irish and British free TV, 2 years'), ['GB IE', null, true])
  assert.deepEqual(read('SVOD pour le marché polonais, 2 ans'), ['PL', null, true])
  assert.deepEqual(read('Austria, German free TV'), ['AT', 'de', false], 'there it is the language')
  assert.deepEqual(read('German dubbed, free TV, Austria'), ['AT', 'de:dubbed', false])
}) // prettier-ignore

test('an adjective that the word beside it narrows, or that says where films come from, is no territory of the sale', () => {
  const read = (line: string) => {
    const { territories } = readQuestion(line, { today })
    return territories && [territories.value.set.equals(parseTerritories('US').set) || territories.value.set.leaves().length, territories.confidence]
  }
  const size = (expression: string) => parseTerritories(expression).set.leaves().length
  assert.deepEqual(read('South American free TV, 2 years'), [size('South America'), 'assumed'])
  assert.deepEqual(read('North African TV, 2 years'), [size('North Africa'), 'assumed'])
  assert.deepEqual(read('Central and Eastern European pay TV'), [size('CEE'), 'assumed'])
  assert.deepEqual(read('pan-European TV, 2 years'), [size('Europe'), 'assumed'])
  for (const line of ['non-European SVOD', 'Franco-German TV', 'Southern African TV', 'Swiss German free TV', 'Canadian TV series, 2 years']) assert.equal(read(line), null, line)
  assert.deepEqual(readQuestion('Canadian TV series for SVOD in Poland', { today }).territories!.value.set.leaves(), ['PL'])
  assert.deepEqual(readQuestion('26 min 52 min, SVOD, Poland', { today }).cuts!.value, ['26', '52'])
}) // prettier-ignore

test('when the films were made is no window, and a length that bounds is no cut', () => {
  const years = (line: string) => readQuestion(line, { today }).facets.map(({ from, to }) => [from, to])
  assert.deepEqual(years('films made in 2024 or 2025, SVOD, Poland'), [[2024, 2025]])
  assert.deepEqual(years('produits en 2023, 2024 et 2025, SVOD, Pologne'), [[2023, 2025]])
  assert.deepEqual(years('produced 2025, 2027-2029, SVOD, Poland'), [[2025, 2025]], 'no film is of years to come')
  assert.deepEqual(years('produits entre 2023 et 2025, SVOD, Pologne'), [[2023, 2025]])
  assert.deepEqual(years('2023 or later, SVOD, Poland'), [[2023, null]])
  assert.deepEqual(years('SVOD, Poland, 2027 or later'), [])
  const over = readQuestion('docs over 80 minutes, SVOD, Poland', { today })
  assert.equal(over.cuts, null)
  assert.deepEqual(over.notes.filter(({ code }) => code === 'unread').map(({ words }) => words), ['over 80 minutes'])
}) // prettier-ignore

test('several pairs of media and territories are read together, and said to be', () => {
  const said = (line: string) => readQuestion(line, { today }).notes.filter(({ code }) => code === 'several-boxes').length
  assert.equal(said('SVOD in Poland and free TV in Germany, 2 years'), 1)
  assert.equal(said('SVOD, Poland, free TV'), 0)
  assert.equal(said('all TV, Europe, and free TV in Germany'), 0, 'the second is within the first')
  assert.equal(readQuestion('SVOD in Poland and free TV in Germany', { today }).media!.confidence, 'unclear')
})

test('pairs of media and territories are several boxes too where a territory stands by itself between them', () => {
  const said = (line: string) => readQuestion(line, { today }).notes.filter(({ code }) => code === 'several-boxes').length
  assert.equal(said('SVOD in Poland; Slovakia; free TV in Germany'), 1)
  assert.equal(said('SVOD; free TV; Poland; Slovakia'), 0)
})

test('three pairs are several boxes where the three are not one box together', () => {
  const said = (text: string) => [...readQuestion(text, { today }).notes, ...readClause(text, { today }).notes].filter(({ code }) => code === 'several-boxes').map(({ words }) => words) // prettier-ignore
  const all = 'SVOD PL, TV PL, TV DE'
  assert.deepEqual(said(all), [all, all])
  assert.equal(said('SVOD in Poland, pay TV in Hungary and free TV in Hungary').length, 2)
  assert.deepEqual(said('SVOD in Poland, TV in Poland, SVOD in Germany, TV in Germany'), [], 'every medium in every territory')
})

test('"excl." before a neighbour of what was named, or beside another word for exclusivity, leaves it out', () => {
  const read = (line: string) => {
    const { territories, notes } = readQuestion(line, { today })
    return [territories!.value.set.leaves().join(), ...notes.flatMap(({ code }) => (/^excl(uded|-)/.test(code) ? [code] : []))]
  }
  assert.deepEqual(read('British TV excl. Ireland, 2027'), ['GB', 'excluded-beside'])
  assert.deepEqual(read('Poland, SVOD excl. Germany, non-exclusive, 2 years'), ['PL', 'excluded-beside'])
  assert.deepEqual(
    read('Poland, SVOD excl. Germany, 2 years'),
    ['DE,PL', 'excl-exclusive'],
    'nobody leaves Germany out of Poland',
  )
})

test('a month or a quarter in which something is to be available is when it begins, and a year is a term', () => {
  const read = (line: string) => {
    const { window, notes } = readQuestion(line, { today })
    return [writeDay(window.value.from), writeDay(window.value.to), notes.some(({ code }) => code === 'begins-then')]
  }
  assert.deepEqual(read('SVOD Pologne, dispo en janvier 2028'), ['2028-01-01', '2030-12-31', true])
  assert.deepEqual(read('SVOD Poland, available Q1 2028, 18 months'), ['2028-01-01', '2029-06-30', true])
  assert.deepEqual(read('SVOD Poland, available in 2028'), ['2028-01-01', '2028-12-31', false])
  assert.deepEqual(read('SVOD Poland, available January to June 2028'), ['2028-01-01', '2028-06-30', false])
})

test('who asks says where only as long as no territory is named, and it is said', () => {
  const read = (line: string) => {
    const { territories, languages, notes } = readQuestion(line, { today })
    const note = notes.find(({ code }) => code === 'place-of-asker')
    return [territories!.value.set.leaves().join(), languages, note?.words, territories!.confidence]
  }
  assert.deepEqual(read('Hungarian TV wants free TV, 2 years'), ['HU', null, 'Hungarian TV', 'assumed'])
  assert.deepEqual(read('La télévision polonaise cherche de la SVOD'), ['PL', null, 'télévision polonaise', 'assumed'])
  assert.deepEqual(read('Hungarian TV wants free TV for Romania, 2 years'), ['RO', null, undefined, 'read'])
  assert.deepEqual(read('La télévision polonaise cherche de la SVOD pour la Roumanie'), ['RO', null, undefined, 'read'])
})

test('"a part of" is no "à part"', () => {
  const read = (line: string) => readQuestion(line, { today })
  assert.deepEqual(read('SVOD in Poland and a part of Germany').territories!.value.set.leaves(), ['DE', 'PL'])
  assert.equal(read('TV and a part of SVOD, Poland').media!.value, parseMedia('tv, svod'))
  assert.equal(read('Pologne, à part la SVOD').media!.value, parseMedia('all excl. svod'))
})

test('a medium before another sentence asks for nothing by itself, and is not dropped', () => {
  const media = (line: string) => readQuestion(line, { today }).media!.value
  assert.equal(media('SVOD in Poland. Also TV, would be great exclusive'), parseMedia('svod, tv'))
  assert.equal(media('SVOD in Poland and Slovakia, also TV. Would need 3 years'), parseMedia('svod, tv'))
  assert.equal(media('La télé suisse cherche de la SVOD, 2 ans'), parseMedia('svod'))
})

test('this year "onwards" is when a sale begins, and a deadline does not take the year of another date', () => {
  const { facets, window } = readQuestion('SVOD, Poland, from 2026 onwards', { today })
  assert.deepEqual([facets.length, writeDay(window.value.from)!.slice(0, 4)], [0, '2026'])
  assert.equal(readQuestion('SVOD, Poland, starting 2026 or later', { today }).facets.length, 0)
  assert.equal(readQuestion('SVOD, Poland, anything from 2025 onwards', { today }).facets.length, 1)
  const { notes } = readQuestion('answer by 10 December for 1 March 2028 to 28 February 2030, SVOD, Poland', { today })
  assert.ok(!notes.some(({ code }) => code === 'year-of-end'))
})

test('"VA" beside "VF" is a version and not the Vatican; a use without its language is no word to look for', () => {
  const beside = readQuestion('SVOD, France, VF et VA', { today })
  assert.deepEqual(beside.territories!.value.set.leaves(), ['FR'])
  assert.deepEqual(beside.notes.filter(({ code }) => code === 'ambiguous').map(({ words }) => words), ['VA'])
  assert.deepEqual(readQuestion('SVOD, IT, SM, VA', { today }).territories!.value.set.leaves(), ['IT', 'SM', 'VA'])
  const vost = readQuestion('SVOD, Pologne, VOST, 2 ans', { today })
  assert.deepEqual([vost.words, vost.notes.filter(({ code }) => code === 'unread').map(({ words }) => words)], [[], ['VOST']])
}) // prettier-ignore

test('no line throws, and every span lies within it', () => {
  const seeds = QUESTIONS.map(({ q }) => q)
  for (const line of mutated(seeds, 20_000, 20_261_125)) {
    const question = readQuestion(line, { today })
    const spans = [question.territories, question.media, question.languages, question.cuts, question.window, question.exclusive].flatMap((found) => found?.spans ?? [])
    for (const { from, to } of [...spans, ...question.notes.flatMap(({ span }) => span ?? [])]) assert.ok(from >= 0 && from <= to && to <= line.length, line)
    assert.ok(question.window.value.from <= question.window.value.to, line)
  }
}) // prettier-ignore

test('a word that films are called by too is the world, or cinemas, only where a deal would say so', () => {
  const said = (line: string): string => {
    const { territories, media, words } = readQuestion(line, { today })
    const leaves = territories?.value.set.leaves() ?? []
    const where = leaves.length > 200 ? `World${leaves.includes('FR') ? '' : ' excl. FR'}` : leaves.join()
    return [where, media ? mediaLeaves(media.value).join() : '', words.map(({ text }) => text).join()].join(' | ')
  }
  const reads: [line: string, as: string][] = [
    ['El mundo perdido, SVOD, España', 'ES | svod | mundo perdido'],
    ['Mondo Cane free TV Italy', 'IT | free-tv | Mondo Cane'],
    ['Italy, Mondo Cane, SVOD', 'IT | svod | Mondo Cane'],
    ['Le dernier mundial, free TV, Germany', 'DE | free-tv | dernier mundial'],
    ['La copa mundial, SVOD, Francia', 'FR | svod | copa mundial'],
    ['Un mundo sin ti, SVOD, España', 'ES | svod | mundo sin ti'],
    ['Salas, SVOD, Italy', 'IT | svod | Salas'],
    ['SVOD en el mundo', 'World | svod | '],
    ['SVOD, todo el mundo', 'World | svod | '],
    ['SVOD, mundo entero', 'World | svod | '],
    ['tutto il mondo, SVOD', 'World | svod | '],
    ['derechos mundiales, SVOD', 'World | svod | '],
    ['SVOD mundial', 'World | svod | '],
    ['Territorio: mundo. Medios: salas, SVOD', 'World | theatrical,svod | '],
    ['SVOD, España & mundo', 'World | svod | '],
    ['Mondo esclusa Francia, SVOD', 'World excl. FR | svod | '],
    ['SVOD y salas, España', 'ES | theatrical,svod | '],
    ['en salas, España', 'ES | theatrical | '],
    ['salas de cine, España', 'ES | theatrical | '],
    ['derechos de salas, España', 'ES | theatrical | '],
    ['SVOD, Bosnia e Erzegovina, Trinidad y Tobago', 'BA,TT | svod | '],
  ]
  for (const [line, as] of reads) assert.equal(said(line), as, line)
  const asked = (line: string) =>
    readQuestion(line, { today }).notes.flatMap(({ code, words, suggestion }) => (code === 'territory-perhaps' ? [`${words}: ${suggestion}`] : [])) // prettier-ignore
  assert.deepEqual(asked('Mundo, SVOD'), ['Mundo: World'])
  assert.deepEqual(asked('Mondo Cane free TV Italy'), [])
})
