/** What is said beside a deal is no part of it, and is said to be unread. Asked on 25 November 2026. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { readQuestion } from '../question/read-question.ts'

const today = dayOf('2026-11-25')!
const day = (value: number | undefined) => (value === undefined ? null : writeDay(value))

function asked(line: string) {
  const { media, window, notes } = readQuestion(line, { today })
  const unread = notes.filter(({ code }) => code === 'unread').map(({ words }) => words)
  return { media: media && mediaLeaves(media.value).join(' '), from: day(window.value.from), to: day(window.value.to), unread }
}

function written(text: string) {
  const { media, from, to, months, event, kind, unread } = readClause(text, { today })
  return {
    media: media && mediaLeaves(media.value).join(' '),
    from: day(from?.value),
    to: day(to?.value),
    months: months?.value ?? null,
    event: event?.value.kind ?? null,
    kind: kind.value,
    unread: unread.map((span) => text.slice(span.from, span.to)),
  }
}

const LICENCE = { from: null, to: null, months: null, event: null, kind: 'licence' }

test('a medium that is waited for is none of the media, nor is the wait the length', () => {
  for (const [line, unread] of [
    ['SVOD Poland 18 months after TV', '18 months after TV'],
    ['Pologne, SVOD, 18 mois après la TV', '18 mois après la TV'],
    ['AVOD, SVOD, Poland, after free TV', 'after free TV'],
  ] as const) {
    const media = line.startsWith('AVOD') ? 'svod avod' : 'svod'
    assert.deepEqual(asked(line), { media, from: '2026-11-25', to: '2029-11-24', unread: [unread] })
    assert.deepEqual(written(line), { ...LICENCE, media, unread: [unread] })
  }
  assert.deepEqual(asked('Arte is after pay TV, DACH, 2 years'), {
    media: 'pay-tv',
    from: '2026-11-25',
    to: '2028-11-24',
    unread: [],
  })
  assert.equal(asked('SVOD Poland after 2028').from, '2029-01-01')
})

test('the day of a delivery begins nothing, unless the term runs from it', () => {
  for (const said of ['delivery in March 2027', 'delivery: 1 March 2027', 'livraison avant mars 2027', 'payment: 1 March 2027']) {
    const line = `SVOD, Poland, 1 year, ${said}`
    assert.deepEqual(asked(line), { media: 'svod', from: '2026-11-25', to: '2027-11-24', unread: [said] })
    assert.deepEqual(written(line), { ...LICENCE, media: 'svod', months: 12, unread: [said] })
  }
  assert.equal(written('SVOD Poland, 1 year from delivery. Delivery no later than 1 March 2027').event, 'delivery')
  assert.equal(asked('SVOD, Poland, 1 year from 1 May 2027, delivery in March 2027').from, '2027-05-01')
})

test('how long it is exclusive is not how long it is licensed', () => {
  const line = 'Free TV France du 1er janvier 2027 au 31 décembre 2029, exclusivité 18 mois après 1ère diffusion'
  const window = { media: 'free-tv', from: '2027-01-01', to: '2029-12-31', unread: ['18 mois après 1ère diffusion'] }
  assert.deepEqual(asked(line), window)
  assert.deepEqual(written(line), { ...LICENCE, ...window })
  assert.equal(asked('SVOD, France, exclusivité 2 ans').to, '2028-11-24')
  assert.equal(written('SVOD, France, exclusivité 18 mois à compter de la livraison').event, 'delivery')
})

test('how long an offer stands is no end of the term', () => {
  for (const said of [
    'offer valid until 15 January',
    'réponse avant le 15 janvier',
    'please answer by 15 January 2027',
    'deadline: 15 January',
  ]) {
    const line = `SVOD, Poland, 3 years from 1 March 2027, ${said}`
    const unread = [said.replace('please ', '')]
    assert.deepEqual(asked(line), { media: 'svod', from: '2027-03-01', to: '2030-02-28', unread })
    assert.deepEqual(written(line), { ...LICENCE, media: 'svod', from: '2027-03-01', to: '2030-02-28', unread })
  }
  assert.equal(asked('Licence valid until 15 January 2030, SVOD, Poland').to, '2030-01-15')
})

test('what is reserved beside a licence is unread, and makes no holdback of it', () => {
  const sold = { media: 'free-tv svod', from: '2027-03-01', to: '2032-02-29' }
  assert.deepEqual(written('Free TV and SVOD worldwide, 5 years from 1 March 2027. Airlines and ships reserved.'), { ...LICENCE, ...sold, unread: ['Airlines and ships reserved'] }) // prettier-ignore
  assert.deepEqual(written('Free TV, Germany, 3 years, SVOD reserved to the producer'), { ...LICENCE, media: 'free-tv', months: 36, unread: ['SVOD reserved to the producer'] }) // prettier-ignore
  assert.deepEqual(written('Free TV in Germany. The producer reserves SVOD.'), { ...LICENCE, media: 'free-tv', unread: ['The producer reserves SVOD'] }) // prettier-ignore
  for (const whole of ['SVOD, France, from 2027 to 2029, reserved', 'Producer reserves SVOD in France from 2027 to 2029', 'SVOD in France from 2027 to 2029. Reserved by the producer.'])
    assert.deepEqual(written(whole), { ...LICENCE, media: 'svod', from: '2027-01-01', to: '2029-12-31', kind: 'holdback', unread: [] })
}) // prettier-ignore

test('codes of countries in small letters are read where at least two stand together, and said to be a guess where one is a word', () => {
  const read = (line: string) => {
    const { territories, notes, words } = readQuestion(line, { today })
    return [territories?.value.set.leaves().map((leaf) => leaf.slice(0, 2)).filter((code, n, all) => all.indexOf(code) === n).join(' ') ?? null, territories?.confidence ?? null, notes.filter(({ code }) => code === 'codes-guessed').map((note) => note.words), words.map(({ text }) => text)] // prettier-ignore
  }
  assert.deepEqual(read('SVOD, fr/ch, 2 years'), ['CH FR', 'read', [], []])
  assert.deepEqual(read('SVOD, nl+be, 2 years'), ['BE NL', 'assumed', ['nl+be'], []])
  assert.deepEqual(read('svod, nl / be / lu, 2 years'), ['BE LU NL', 'assumed', ['nl / be / lu'], []])
  assert.deepEqual(read('svod fr/be/ch 3 years'), ['BE CH FR', 'assumed', ['fr/be/ch'], []])
  assert.deepEqual(read('SVOD Poland, nl+be'), ['BE NL PL', 'assumed', ['nl+be'], []])
  assert.deepEqual(read('free tv, no/se/dk, 2 years'), ['DK NO SE', 'assumed', ['no/se/dk'], []])
  assert.deepEqual(read('svod, Benelux excl. fr/lu, 2 years').slice(0, 2), ['BE NL', 'assumed'])
  // words alone, one code alone, a code that is none, or what goes on: nothing is made of them
  for (const line of ['SVOD, in/at, 2 years', 'SVOD, nl, 2 years', 'SVOD, nl/zz, 2 years', 'SVOD, nl/be/more, 2 years'])
    assert.equal(read(line)[0], null, line)
  assert.deepEqual(read('SVOD, NL + BE, 2 years').slice(0, 2), ['BE NL', 'read'])
  const clause = readClause('Free TV, nl+be, 2 years', { today })
  assert.deepEqual([clause.territories!.confidence, clause.unread], ['assumed', []])
})

test('what the producer keeps is no part of what is asked for or sold, nor of “all rights”', () => {
  const question = (line: string) => {
    const { media, notes, words } = readQuestion(line, { today })
    return [media && mediaLeaves(media.value), notes.filter(({ code }) => code === 'reserved').map((note) => note.words), words.map(({ text }) => text)] as const // prettier-ignore
  }
  for (const line of [
    'free TV, Poland, SVOD reserved to the producer',
    'free TV, SVOD reserved to the producer, Poland, 3 years',
    'TV gratuite, Pologne, SVOD réservée au producteur',
    'Free TV in Poland. The producer reserves SVOD.',
  ]) {
    assert.deepEqual(question(line)[0], ['free-tv'], line)
    assert.deepEqual([question(line)[1].length, question(line)[2]], [1, []], line)
    const { media, kind } = readClause(line, { today })
    assert.deepEqual([mediaLeaves(media!.value), kind.value], [['free-tv'], 'licence'], line)
  }
  assert.equal(readQuestion('free TV, SVOD reserved to the producer, Poland, 3 years', { today }).territories!.value.set.leaves().join(), 'PL') // prettier-ignore
  for (const media of [
    question('all rights, France, SVOD reserved to the licensor')[0]!,
    question('SVOD reserved to the producer')[0]!,
    mediaLeaves(readClause('All rights, France, 3 years, SVOD reserved to the producer', { today }).media!.value),
  ])
    // prettier-ignore
    assert.deepEqual([media.includes('svod'), media.includes('free-tv'), media.includes('theatrical')], [false, true, true])
  // where it is reserved for one territory alone, the rest of it is sold
  assert.ok(mediaLeaves(readClause('All rights, Europe, 3 years. SVOD in France reserved to the producer.', { today }).media!.value).includes('svod')) // prettier-ignore
})

test('two periods of which one follows on the other are one window, and that is said', () => {
  const joined = (line: string) => {
    const { window, notes } = readQuestion(line, { today })
    const clause = readClause(line, { today })
    assert.deepEqual([day(clause.from?.value), day(clause.to?.value)], [day(window.value.from), day(window.value.to)], line)
    assert.deepEqual(clause.notes.filter(({ code }) => code === 'periods-joined').length, notes.filter(({ code }) => code === 'periods-joined').length) // prettier-ignore
    return [day(window.value.from), day(window.value.to), notes.filter(({ code }) => code === 'periods-joined').map(({ words }) => words), notes.some(({ code }) => code === 'said-twice')] // prettier-ignore
  }
  const both = ['2028-01-01', '2029-12-31'] as const
  assert.deepEqual(joined('SVOD, Poland, 2028 and 2029'), [...both, ['2028 and 2029'], false])
  assert.deepEqual(joined('SVOD, Pologne, 2028 et 2029'), [...both, ['2028 et 2029'], false])
  assert.deepEqual(joined('SVOD, Poland, 2028 + 2029'), [...both, ['2028 + 2029'], false])
  assert.deepEqual(joined('SVOD, Poland, 2028, 2029 and 2030'), ['2028-01-01', '2030-12-31', ['2028, 2029 and 2030'], false])
  assert.deepEqual(joined('SVOD, Poland, Q1 2028 and Q2 2028'), ['2028-01-01', '2028-06-30', ['Q1 2028 and Q2 2028'], false])
  assert.deepEqual(joined('SVOD, Poland, 2028 and 2030'), ['2028-01-01', '2028-12-31', [], true])
})

test('a misspelt territory of a clause is asked about, a name that is none is not', () => {
  const near = (text: string) => readClause(text, { today }).notes.flatMap(({ code, words, suggestion }) => (code === 'unknown' ? [`${words} → ${suggestion}`] : [])) // prettier-ignore
  assert.deepEqual(near('Exclusive free TV, Polland and Czechia, from 2028 to 2029'), ['Polland → Poland'])
  assert.deepEqual(near('svod, polonge, 3 ans'), ['polonge → Pologne'])
  assert.deepEqual(near('The Licensor grants the Licensee exclusive SVOD rights in Czechia. Chain of title. The Agreement.'), [])
})

test('codes beside a word of languages are in which languages, and not where', () => {
  const where = (line: string) => [readQuestion(line, { today }).territories, readClause(line, { today }).territories].map((found) => found?.value.set.leaves().join(' ') ?? null) // prettier-ignore
  for (const said of ['subtitles de/fr', 'dubbed de/fr', 'fr/de version', 'VOST fr/en', 'audio: fr/de', 'version fr/nl', 'sous-titres fr/nl']) {
    assert.deepEqual(where(`${said}, SVOD`), [null, null], said)
    assert.deepEqual(where(`${said}, SVOD, Austria`), ['AT', 'AT'], said)
  }
  assert.deepEqual(where('German version, nl/lu, SVOD'), ['LU NL', 'LU NL'])
  assert.deepEqual(where('SVOD nl/lu, subtitles in French'), ['LU NL', 'LU NL'])
}) // prettier-ignore

test('a territory that is kept back is taken out and nothing else with it, and what a question leaves out it names', () => {
  const read = (line: string) => {
    const { territories, media, notes } = readQuestion(line, { today })
    return [territories?.value.set.has('PL') ?? null, media && mediaLeaves(media.value).includes('svod'), notes.filter(({ code }) => code === 'reserved').map(({ words }) => words)] // prettier-ignore
  }
  for (const line of ['all rights world, France reserved for the producer', 'Free TV and SVOD, Europe, 3 years, France reserved to the producer', 'Tous droits Europe, 3 ans, France réservée au producteur', 'SVOD, Poland, France reserved to the producer', 'SVOD in Poland from 2027 to 2029. All rights in France are reserved to the producer.']) {
    const clause = readClause(line, { today })
    for (const found of [readQuestion(line, { today }), clause]) assert.deepEqual(['FR', 'PL'].map((leaf) => found.territories!.value.set.has(leaf)), [false, true], line)
    assert.deepEqual([clause.kind.value, read(line)[1], (read(line)[2] as string[]).length], ['licence', true, 1], line)
  }
  for (const left of ['All other rights in Poland', 'All rights not granted in Poland', 'Any remaining rights in Poland', 'SVOD in Poland', 'The copyright in Poland', 'The first broadcast in Poland', 'Festivals in Poland', 'Tous les autres droits en Pologne', 'Les droits non concédés en Pologne'])
    for (const line of [`Free TV, Poland and Germany, 3 years. ${left} are reserved to the Licensor.`, `Free TV, Poland and Germany, 3 years, ${left} réservés au producteur`])
      for (const found of [readQuestion(line, { today }), readClause(line, { today })]) assert.ok(found.territories!.value.set.has('PL'), line)
  assert.deepEqual(read('SVOD, Poland, music rights reserved to the authors'), [true, true, ['music rights reserved to the authors']]) // prettier-ignore
  assert.deepEqual(read('SVOD in France reserved to the producer, all rights Europe'), [true, true, ['SVOD in France reserved to the producer']]) // prettier-ignore
  assert.deepEqual(read('all rights, Poland, SVOD reserved to the producer'), [true, false, ['SVOD reserved to the producer']])
}) // prettier-ignore
