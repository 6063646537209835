import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from './read-sheet.ts'
import { sheetFrom } from './sheet-from.ts'
import { splitSheets } from './split-sheets.ts'

const SHEET = `The Salt Road

The price of salt doubled this week. Why?

For forty days the caravan walks.  Nobody counts the camels,.

The wells are dry.

  • Year: 2020
  • Duration: 52
  • Production: Wax Films
  • Director: Ana Po
  • Available Versions: ENG, FRA
  • Country of production: Chad

  • Sahel Days 2021 (Niger)
`

test('a bullet sheet: title, hook, synopsis as printed, every fact with its place', () => {
  const reading = readSheet(SHEET)
  assert.equal(reading.title, 'The Salt Road')
  assert.equal(reading.lead, 'The price of salt doubled this week. Why?')
  assert.equal(reading.synopsis, 'For forty days the caravan walks.  Nobody counts the camels,.\n\nThe wells are dry.')
  assert.deepEqual(
    [reading.year, reading.durations, reading.directors, reading.productionCompanies],
    [2020, [52], ['Ana Po'], ['Wax Films']],
  )
  assert.deepEqual(
    [reading.countries, reading.versionLanguages, reading.warnings, reading.unread],
    [['TD'], ['en', 'fr'], [], []],
  )
  assert.deepEqual(reading.festivals, [
    { festival: 'Sahel Days', year: 2021, city: null, country: 'NE', section: null, award: null, premiere: null },
  ])
  const year = reading.provenance.find((fact) => fact.path === 'year')
  assert.deepEqual(year, {
    path: 'year',
    place: { start: SHEET.indexOf('2020'), end: SHEET.indexOf('2020') + 4, line: 9 },
    raw: '2020',
    label: 'Year',
  })
})

const codes = (text: string) => readSheet(text).warnings.map((warning) => warning.code)

test('what is not understood is named with its line, and never guessed', () => {
  const swapped = readSheet('T\n\nYear: 52\nDuration: 2020\n')
  assert.deepEqual(
    [swapped.year, swapped.durations, swapped.warnings.map((one) => [one.code, one.line])],
    [null, [], [['year-and-duration-swapped', 3]]],
  )
  assert.deepEqual(codes('T\n\nYear: unknown\n'), ['not-a-year'])
  assert.deepEqual(codes('T\n\nYear: 1066\n'), ['year-out-of-range'])
  assert.deepEqual(codes('T\n\nDuration: long\n'), ['not-a-duration'])
  assert.deepEqual(codes('T\n\nCountry: Ruritania\n'), ['unknown-country'])
  assert.deepEqual(codes('T\n\nDirector:\nYear: 2020\n'), ['empty-label'])
  assert.deepEqual(codes('T\n\nYear: 2020\nYear: 2021\n'), ['two-values'])
  assert.deepEqual(codes('T\n\nISAN: 0000-0001-8CFA-0000-A\n'), ['bad-check-character'])
  assert.deepEqual(codes('T\n\nEIDR: 12-34\n'), ['bad-identifier'])
  assert.deepEqual(codes('T\n\nDirector: Ana Po\nDirector: Ana Po\n'), ['repeated-line'])
  assert.deepEqual(codes('T\n\nTecnology: HD\n'), ['misspelt-label'])
  assert.deepEqual(codes('T\n\nProduction: Completed\n'), ['ambiguous'])
  assert.deepEqual(codes(''), ['no-title'])
})

test('the labelled hook is the lead; else the first of two or more paragraphs', () => {
  assert.equal(readSheet('T\n\nLogline: One road, no salt.\n\nSynopsis: They walk for days and days.').lead, 'One road, no salt.')
  const one = readSheet('T\n\nThey walk for days and nobody asks them why.\n\nYear: 2020')
  assert.deepEqual([one.lead, one.synopsis], [null, 'They walk for days and nobody asks them why.'])
})

test('wrapped and hyphenated lines are joined, and an interleaved label column is taken out', () => {
  const wrapped = readSheet('T\n\nThe last cara-\nvans leave the shore at dawn and nobody\nsees them go.\n')
  assert.equal(wrapped.synopsis, 'The last caravans leave the shore at dawn and nobody sees them go.')
  const columns = readSheet(
    'T\n\nThe last caravans leave the shore at dawn and\nYear: 2020\nnobody in the village sees them go.\n',
  )
  assert.deepEqual(
    [columns.year, columns.synopsis],
    [2020, 'The last caravans leave the shore at dawn and nobody in the village sees them go.'],
  )
})

test('ambiguous labels are decided by their value', () => {
  assert.deepEqual(readSheet('T\n\nFormat: 3 x 52’\n').series, { episodes: 3, minutes: 52 })
  assert.deepEqual(readSheet('T\n\nFormat: DCP, colour\n').formats, ['DCP', 'colour'])
  assert.deepEqual(readSheet('T\n\nProducer: Ana Po (Wax Films)\n').producers, ['Ana Po'])
  assert.deepEqual(readSheet('T\n\nProducer: Kelp GmbH\n').productionCompanies, ['Kelp GmbH'])
})

test('a row of a table with however many empty cells is read at once, and a rule is no row', () => {
  const table = `# The Salt Road\n\n**A film**\n\n| Year | 2021 |\n| :--- | --: |\n|${'   |'.repeat(300)} x\n| Country | France |\n`
  const { year, countries, unread } = readSheet(table)
  assert.deepEqual([year, countries], [2021, ['FR']])
  assert.ok(!JSON.stringify(unread).includes('---'))
})

test('text longer than any sheet is cut off, and says so', () => {
  const long = `T\n\n${'a\n'.repeat(30_000)}`
  const reading = readSheet(long)
  assert.ok(reading.warnings.some((warning) => warning.code === 'truncated'))
})

test('films are cut where a title is followed by other facts', () => {
  const two = 'The Salt Road\n\nYear: 2020\nDirector: Ana Po\n\nThe Sand Road\n\nYear: 2021\nDirector: Bo Li\n'
  const parts = splitSheets(two)
  assert.deepEqual(
    parts.map((part) => [part.title, part.line]),
    [
      ['The Salt Road', 1],
      ['The Sand Road', 6],
    ],
  )
  assert.equal(parts.map((part) => two.slice(part.start, part.end)).join(''), two)
  assert.equal(splitSheets(SHEET).length, 1)
  const reading = readSheet(two)
  assert.deepEqual(
    [reading.title, reading.year, reading.warnings.map((one) => one.code)],
    ['The Salt Road', 2020, ['several-films']],
  )
  assert.ok(reading.unread[0]!.startsWith('The Sand Road'))
})

test('the proposed record keeps texts under their language, and a logline once', () => {
  const sheet = sheetFrom(
    readSheet(
      'T\n\nLogline: One road, no salt.\n\nProduction company: Wax Films (Chad)\nGenre: Documentary series\nDuration: 3 x 52’\n',
    ),
    'en',
  )
  assert.deepEqual([sheet.logline, sheet.lead], [{ en: 'One road, no salt.' }, {}])
  assert.deepEqual(sheet.productionCompanies, [{ name: 'Wax Films', country: 'TD' }])
  assert.deepEqual(sheet.cuts, [{ minutes: 52, episodes: 3, versions: [] }])
  assert.deepEqual(sheet.genres, ['documentary-series'])
})

test('what stands behind a festival’s year is no city because it could be one', () => {
  const reading = readSheet('The Salt Road\n\nYear: 2020\n\nFestivals:\nIDFA 2021, Luminous')
  assert.deepEqual([reading.festivals[0]?.city, reading.festivals[0]?.section], [null, 'Luminous'])
  assert.deepEqual(
    reading.warnings.map((one) => [one.code, one.text]),
    [['ambiguous', 'Luminous']],
  )
})

test('adjectives of nationality give the countries where a label or a genre makes them certain', () => {
  const countries = (text: string) => readSheet(`The Salt Road\n\n${text}\nYear: 2020`).countries
  assert.deepEqual(countries('Pays : français, suisse'), ['FR', 'CH'])
  assert.deepEqual(countries('Nacionalidad: uruguaya y argentina'), ['UY', 'AR'])
  assert.deepEqual(countries('Production: French'), ['FR'])
  assert.deepEqual(countries('A French-Belgian documentary'), ['FR', 'BE'])
  assert.deepEqual(countries('A French-Belgian documentary by Ana Po, 74 minutes'), ['FR', 'BE'])
  assert.deepEqual(countries('Documental uruguayo'), ['UY'])
  // a language, a firm and a title are no countries
  assert.deepEqual(countries('Language: French'), [])
  assert.deepEqual(countries('Production: French Kiss Films'), [])
  assert.deepEqual(readSheet('The French Connection\n\nYear: 2020').countries, [])
})

test('a French line under the title is read whole: byline, kind, year, two lengths', () => {
  const reading = readSheet("LES VEILLEURS DU SEL\n\nun film de Maëlle Quéméneur & Tomasz Wilk -- doc. de création / 2025 / 1 x 52' + version longue 78 min\n\nPays : FR") // prettier-ignore
  assert.deepEqual([reading.directors, reading.year, reading.durations, reading.synopsis], [['Maëlle Quéméneur', 'Tomasz Wilk'], 2025, [52, 78], null]) // prettier-ignore
  const short = readSheet("LES VEILLEURS DU SEL\n\nun film de Maëlle Quéméneur / 2025 / 52'\n\nPays : FR")
  assert.deepEqual([short.directors, short.year, short.durations], [['Maëlle Quéméneur'], 2025, [52]])
})

test('“ss-titres” are subtitles, and “VI anglaise” is no Vietnamese', () => {
  const { originalLanguages, subtitleLanguages } = readSheet(
    'T\n\nLangues parlées : français, amharique ; ss-titres FR-EN-DE. VI anglaise en cours',
  )
  assert.deepEqual(
    [originalLanguages, subtitleLanguages.slice(0, 3)],
    [
      ['fr', 'am'],
      ['fr', 'en', 'de'],
    ],
  )
  assert.ok(!subtitleLanguages.includes('vi') && !originalLanguages.includes('ss'))
  assert.deepEqual(readSheet('T\n\nSous-titres : FR, EN, VI').subtitleLanguages, ['fr', 'en', 'vi'])
})

test('sentences behind the label of the directors tell of them; they are nobody’s name', () => {
  const { directors, biography } = readSheet('T\n\nRéalisateurs : Maëlle Quéméneur est née à Douarnenez en 1987. Tomasz Wilk vit à Cracovie.\n') // prettier-ignore
  assert.deepEqual([directors, biography], [[], 'Maëlle Quéméneur est née à Douarnenez en 1987. Tomasz Wilk vit à Cracovie.'])
  assert.deepEqual(readSheet('T\n\nRéalisateurs : Maëlle Quéméneur et Tomasz Wilk.\n').directors.length, 2)
})

test('the period a film tells of is read: years, words, or both', () => {
  const period = (value: string) => readSheet(`The Salt Road\n\nYear: 2020\nPeriod: ${value}`).period
  assert.deepEqual(period('1967-2015'), { from: 1967, to: 2015, label: null })
  assert.deepEqual(period('the Cold War, 1947–1989'), { from: 1947, to: 1989, label: 'the Cold War' })
  assert.deepEqual(period('1968'), { from: 1968, to: 1968, label: null })
  assert.deepEqual(period('1990–'), { from: 1990, to: null, label: null })
  assert.deepEqual(period('May 1968'), { from: null, to: null, label: 'May 1968' })
})

test('a year over a list of festivals counts though a character that nobody sees stands in it', () => {
  const reading = readSheet('The Salt Road\n\nYear: 2020\n\nFestivals:\n2\u200b021\nDok Weimar')
  assert.equal(reading.festivals[0]?.year, 2021)
})

test('a letter around a sheet is no part of it: greeting and small print are kept apart, and who signed is a contact', () => {
  const sheet = 'THE QUIET LAMP\nDirector: Ada Holm\nYear: 2024\nSynopsis: A lamp is lit every night. Nobody knows by whom.'
  const letter = `Dear Karin,\n\nHere is the sheet that I promised you in Copenhagen.\n\n${sheet}\n\nDo let me know what you think.\n\nBest wishes,\nTessa Orloff\nBrightwell Sales\ntessa@brightwell.example\n\nThis e-mail and any attachments are confidential.`
  const reading = readSheet(letter)
  assert.deepEqual(
    [reading.title, reading.directors, reading.synopsis],
    ['THE QUIET LAMP', ['Ada Holm'], 'A lamp is lit every night. Nobody knows by whom.'],
  )
  assert.deepEqual(
    reading.contacts.map(({ name, company, email }) => [name, company, email]),
    [['Tessa Orloff', 'Brightwell Sales', 'tessa@brightwell.example']],
  )
  for (const part of ['Dear Karin,', 'Here is the sheet', 'Do let me know', 'Best wishes,', 'are confidential'])
    assert.ok(
      reading.unread.some((line) => line.includes(part)),
      part,
    )
  // the sentence of a greeting goes on below it, in a small letter, whatever it ends with; mail programs mark a signature with two dashes
  for (const [greeting, first] of [
    ['Hi Nora,', 'as promised, the new one from Bursztyn. Cheers, Tom'],
    ['Liebe Nora,', 'anbei das neue Blatt aus Berlin'],
    ['Chère Nora,', 'voici la fiche promise à Cannes'],
  ] as const) {
    const pasted = readSheet(`${greeting}\n\n${first}\n\n${sheet}\n\n--\nTessa Orloff\nSales`)
    assert.equal(pasted.title, 'THE QUIET LAMP', first)
    assert.deepEqual(new Set(pasted.unread), new Set([greeting, first, '--', 'Tessa Orloff', 'Sales']), first)
    assert.deepEqual(pasted.warnings, [], first)
  }
  // a film that is written small below a greeting is no sentence, and two dashes over facts are no signature
  for (const [title, below] of [
    ['iHuman', 'Year: 2020'],
    ['the quiet lamp', 'a film by Ada Holm\nYear: 2020'],
    ['title: THE QUIET LAMP', 'Year: 2020'],
    ['THE QUIET LAMP', '--\nYear: 2020'],
    ['THE QUIET LAMP', 'Producer:\n--\nYear: 2020'],
    ['THE QUIET LAMP', '--\n\nHe walks for three weeks through a valley without roads, and one man follows him.\n\nYear: 2020'],
  ] as const) {
    const kept = readSheet(`Hi Nora,\n\n${title}\n\n${below}\nDirector: Ada Holm\nDuration: 52\n`)
    assert.equal(kept.title, title.replace('title: ', ''), below)
    assert.deepEqual([kept.year, kept.directors, kept.durations], [2020, ['Ada Holm'], [52]], below)
  }
  // a film may be called so
  assert.equal(readSheet('Dear Comrades\n\nYear: 2020\nDirector: Ada Holm').title, 'Dear Comrades')
})

test('partners that a sheet names in words go where they belong', () => {
  const read = (text: string) => {
    const { productionCompanies, coProducers, broadcasters, supporters } = readSheet(`T\n\nYear: 2024\n${text}`)
    return [productionCompanies, coProducers.map(({ name }) => name), broadcasters, supporters]
  }
  assert.deepEqual(
    read(
      'Production: Mistral Images, in co-production with ARTE, with the participation of RTS and TV5MONDE, with the support of the CNC',
    ),
    [['Mistral Images'], ['ARTE'], ['RTS', 'TV5MONDE'], ['CNC']],
  )
  assert.deepEqual(read('Apoio: ICA – Instituto do Cinema e do Audiovisual, RTP'), [
    [],
    [],
    [],
    ['ICA – Instituto do Cinema e do Audiovisual', 'RTP'],
  ])
  assert.deepEqual(read('Produktion: Sudhaus Film im Auftrag von SWR und ARTE'), [['Sudhaus Film'], [], ['SWR', 'ARTE'], []])
})

test('what stands behind a year is said, and a crew line is no part of the text', () => {
  assert.deepEqual(
    readSheet('T\n\nYear: 2023 – somewhere in Peru').warnings.map(({ field }) => field),
    ['year'],
  )
  const { synopsis, credits } = readSheet(
    'T\n\nUn homme attend la mer. Elle ne vient pas.\n\nImage Luc Arnal, son : Idir Benali, montage : Claire Voss',
  )
  assert.equal(synopsis, 'Un homme attend la mer. Elle ne vient pas.')
  assert.deepEqual(
    credits.map(({ role, names }) => [role, names]),
    [
      ['photography', ['Luc Arnal']],
      ['sound', ['Idir Benali']],
      ['editing', ['Claire Voss']],
    ],
  )
})

test('a film may be called like the furniture of a page', () => {
  for (const title of ['Cookies', 'Privacy', 'Accessibility'])
    assert.equal(readSheet(`${title}\n\nDirector: Jane Doe\nYear: 2020`).title, title)
  const page = readSheet('We use cookies\n\nThe Salt Road\n\nDirector: Jane Doe\nYear: 2020\n\nPrivacy')
  assert.deepEqual([page.title, page.unread], ['The Salt Road', ['We use cookies', 'Privacy']])
})

test('nobody is made a director who may be something else, without a word of it', () => {
  const read = (text: string) => {
    const { directors, warnings, unread } = readSheet(text)
    return [directors, [...warnings.map((one) => one.text), ...unread]]
  }
  assert.deepEqual(read('The Salt Road – A Love Story – UK 2020 – 52 min – dir. Jane Doe – colour'), [['Jane Doe'], ['A Love Story']]) // prettier-ignore
  assert.deepEqual(read('Les Nuits (Tènk, 2022, 83 min, France, HD) – Un film sur la nuit.'), [['Tènk'], ['Tènk']])
  for (const line of ['Main Competition', 'New York, Buenos Aires'])
    assert.deepEqual(read(`The Salt Road\n\n${line}\n\nUK, 2020, 52 min`), [[], [line]])
})

test('the year, the length or the country behind a maker is the film’s, and nobody’s name', () => {
  const read = (line: string) => {
    const { directors, producers, productionCompanies, credits, year, durations, countries } = readSheet(`The Salt Road\n\n${line}\n\nThe road to the sea is long, and nobody walks it any more.`) // prettier-ignore
    return [
      [...directors, ...producers, ...productionCompanies, ...credits.flatMap(({ names }) => names)],
      year,
      durations,
      countries,
    ]
  }
  for (const line of [
    'A film by Ada Holm, 2020',
    'A film by Ada Holm (2020)',
    'A film by Ada Holm – 2020',
    'Directed by Ada Holm in 2020',
    'Un film de Ada Holm, 2020',
    'Ein Film von Ada Holm, 2020',
    'Director: Ada Holm, 2020',
    'Produced by Ada Holm, 2020',
    'Cinematography: Ada Holm, 2020',
  ])
    // prettier-ignore
    assert.deepEqual(read(line), [['Ada Holm'], 2020, [], []], line)
  assert.deepEqual(read('Production: Kettle Films, 2020'), [['Kettle Films'], 2020, [], []])
  assert.deepEqual(read('A film by Ada Holm and Piet Maar, 2020'), [['Ada Holm', 'Piet Maar'], 2020, [], []])
  assert.deepEqual(read("A film by Ada Holm, 52'"), [['Ada Holm'], null, [52], []])
  assert.deepEqual(read('A film by Ada Holm, Norway'), [['Ada Holm'], null, [], ['NO']])
  for (const line of ['A film by Ada Holm and Jordan', 'Directed by Ada Holm & Jordan'])
    assert.deepEqual(read(line), [['Ada Holm', 'Jordan'], null, [], []], line)
  assert.deepEqual(read('Un documental de Ada Holm, España, 2020'), [['Ada Holm'], 2020, [], ['ES']])
})

test('the city behind a firm is said', () => {
  const { productionCompanies, warnings } = readSheet('T\n\nProduction: Film GmbH (Zürich), Other Film (Paris)\nDirector: A Bee')
  assert.deepEqual(
    [productionCompanies, warnings.map(({ text }) => text)],
    [
      ['Film GmbH', 'Other Film'],
      ['Zürich', 'Paris'],
    ],
  )
})

test('a title of words that are codes of languages elsewhere is the title, where no line below can be it', () => {
  const reading = readSheet('FILM ONE\nDirector: Ana Po\n2019, 52’, France\nThe first road is closed.')
  assert.equal(reading.title, 'FILM ONE')
  assert.deepEqual(reading.originalLanguages, [])
  assert.equal(readSheet('THE FILM ONE\n\nThe first road is closed, and nobody says why.').title, 'THE FILM ONE')
  const codes = readSheet('ENG FRA\nDirector: Ana Po\n2019, 52’, France')
  assert.deepEqual([codes.title, codes.versionLanguages.length + codes.originalLanguages.length], ['', 2])
  for (const mark of ['English version', 'ENG FRA', 'VO FR', 'OmU'])
    assert.equal(readSheet(`${mark}\nThe Salt Road\nDirector: Ana Po`).title, 'The Salt Road', mark)
  // languages named in full are facts, also where no title is found
  const version = readSheet('English version\nDirector: Ana Po\n2019, 52’, France')
  assert.deepEqual([version.title, version.versions.map(({ language }) => language)], ['', ['en']])
  assert.deepEqual(readSheet('French and English\nDirector: Ana Po').originalLanguages, ['fr', 'en'])
})

test('a length without a colon keeps its unit, although the unit is a label elsewhere', () => {
  const reading = readSheet('Coal\nDirector: Ana Po\nDuration 58 minutes')
  assert.deepEqual(reading.durations, [58])
  assert.deepEqual(reading.unread, [])
  const inline = readSheet('Coal\nYear 2019 Duration 58 minutes Country France')
  assert.deepEqual([inline.year, inline.durations, inline.countries], [2019, [58], ['FR']])
})

test('premieres in the plural are no slip', () => {
  const reading = readSheet('Coal\nYear: 2020\nPremieres: IDFA 2020')
  assert.deepEqual(reading.warnings, [])
  assert.equal(reading.festivals[0]?.festival, 'IDFA')
})

test('what kind of film it is and the words "directed by" introduce the director, and are no text', () => {
  for (const words of [
    'Documentary series directed by',
    'A film directed by',
    'Série réalisée par',
    'Un documentaire réalisé par',
    'Documental dirigido por',
    'Documentario diretto da',
    'Documentário realizado por',
    'Documental dirigit per',
    'Eine Dokumentation unter der Regie von',
  ]) {
    const reading = readSheet(`The Salt Road\nFrance, 2017\n${words} Hugo Blanc`)
    assert.deepEqual(reading.directors, ['Hugo Blanc'], words)
    assert.equal(reading.synopsis, null, words)
  }
  const prose = 'A film directed by chance, the men say, and cut by the wind that carries the salt away.'
  assert.equal(readSheet(`The Salt Road\n\n${prose}`).synopsis, prose)
})

test('cells of a table beside the title and behind a director are facts of their own', () => {
  const { title, directors, year, countries } = readSheet('Tide Lines      Director: Ada Holm\nYear: 2021      Country: Norway')
  assert.deepEqual([title, directors, year, countries], ['Tide Lines', ['Ada Holm'], 2021, ['NO']])
  for (const gap of ['      ', '\t', '   –   ']) {
    const reading = readSheet(`Tide Lines\nDirector: Ada Holm${gap}52'`)
    assert.deepEqual([reading.directors, reading.durations], [['Ada Holm'], [52]], JSON.stringify(gap))
  }
})

test('a version whose language nobody names is said', () => {
  const { originalLanguages, warnings } = readSheet('Tide Lines\nDirector: Ada Holm\nV.O. subtitulada')
  assert.deepEqual(
    [originalLanguages, warnings.map(({ code, text }) => [code, text])],
    [[], [['unknown-language', 'subtitulada']]],
  )
})
