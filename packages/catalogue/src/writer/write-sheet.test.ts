import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { htmlText } from '../../../exchange/src/documents/html.ts'
import { emptySheet, type TitleSheet } from '../model/title-sheet.ts'
import { readSheet } from '../reader/read-sheet.ts'
import { sheetFrom } from '../reader/sheet-from.ts'
import { wholeSheet } from '../testing/whole-sheet.ts'
import { madeSheet } from './made-sheets.ts'
import { sheetIn } from './sheet-in.ts'
import { writeSheet, type SheetForm } from './write-sheet.ts'

const RUNS = Number(process.env['VITRINE_RUNS'] ?? 150)

function readBack(written: string, format: SheetForm, language: string): TitleSheet {
  return sheetFrom(readSheet(format === 'html' ? htmlText(written).text : written, { languageHint: language }), language)
}

for (const language of ['en', 'fr'] as const)
  for (const format of ['text', 'markdown', 'html'] as const)
    test(`what is written in ${language} as ${format} reads back as the same sheet`, () => {
      fc.assert(
        fc.property(madeSheet(language), (sheet) => {
          const written = writeSheet(sheet, { language, format })
          assert.deepEqual(readBack(written, format, language), sheetIn(sheet, language), written)
        }),
        { numRuns: RUNS, seed: 2021 },
      )
    })

/** The same sheet with its texts said to be in another language: labels, countries and languages change their words. */
function saidIn(sheet: TitleSheet, language: string): TitleSheet {
  const moved = structuredClone(sheet)
  for (const field of ['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const) {
    const texts: Record<string, unknown> = moved[field]
    if (texts['en'] === undefined) continue
    texts[language] = texts['en']
    delete texts['en']
  }
  return moved
}

for (const language of ['de', 'es', 'it', 'pt'])
  test(`the labels of ${language} read back as the same sheet`, () => {
    fc.assert(
      fc.property(madeSheet('en'), (made) => {
        const sheet = saidIn(made, language)
        const written = writeSheet(sheet, { language, format: 'text' })
        assert.deepEqual(readBack(written, 'text', language), sheetIn(sheet, language), written)
      }),
      { numRuns: Math.ceil(RUNS / 3), seed: 2022 },
    )
  })

const ferry: TitleSheet = {
  ...emptySheet('The Night Ferry'),
  lead: { en: { text: 'The strait is closed to ferries, and one still sails.', writtenOn: '2026-03-01' } },
  synopsis: { en: 'It leaves at midnight, with eleven people on board.\n\nNobody has asked it to.' },
  year: 2025,
  cuts: [
    { minutes: 52, episodes: null, versions: [] },
    { minutes: 26, episodes: 3, versions: [{ language: 'fr', use: 'dubbed', hardOfHearing: false }] },
  ],
  directors: ['Gulnara Mirzoyan'],
  countries: ['FR', 'XK'],
  festivals: [
    {
      festival: 'FIPADOC',
      year: 2026,
      city: 'Biarritz',
      country: 'FR',
      section: 'Panorama',
      award: 'Jury Prize',
      premiere: 'world',
    },
  ],
}

test('text: the title and the opening stand by themselves, the facts below', () => {
  assert.equal(
    writeSheet(ferry, { language: 'en', format: 'text' }),
    `The Night Ferry

The strait is closed to ferries, and one still sails.

It leaves at midnight, with eleven people on board.

Nobody has asked it to.

Facts
  • Year: 2025
  • Duration: 52', 3 x 26' (French (dubbed))
  • Director: Gulnara Mirzoyan
  • Country of production: France, Kosovo
  • Lead written on: 2026-03-01

Festivals:
  • FIPADOC 2026 (Biarritz, France) – Section: Panorama – Prize: Jury Prize – World premiere
`,
  )
})

test('French has its own words, spaces and names', () => {
  const written = writeSheet({ ...ferry, titles: { fr: 'Le Bac de nuit' } }, { language: 'fr', format: 'markdown' })
  assert.match(written, /^# Le Bac de nuit\n/)
  assert.match(written, /- \*\*Pays de production :\*\* France, Kosovo\n/)
  assert.match(written, /– Section : Panorama – Prix : Jury Prize – Première mondiale/)
})

test('a title that could be a fact stands behind its label', () => {
  for (const title of ['Year: 2020', 'Switzerland', 'Contact', 'A | B', '52’ or 90’', '# Silence', '- and yet']) {
    for (const format of ['text', 'markdown', 'html'] as const) {
      const written = writeSheet({ ...ferry, title }, { language: 'en', format })
      assert.equal(readBack(written, format, 'en').title, title, written)
    }
  }
})

test('HTML carries no markup of the sheet, and links only to the web and to mail', () => {
  const hostile = '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(1)>'
  const written = writeSheet(
    {
      ...ferry,
      title: hostile,
      lead: { en: { text: hostile, writtenOn: null } },
      directors: [hostile],
      trailer: { url: 'javascript:alert(1)' },
      contacts: [
        { name: null, role: hostile, company: hostile, email: '"><script>@x', phone: hostile, url: 'data:text/html,<script>' },
      ],
    },
    { language: 'en', format: 'html' },
  )
  assert.doesNotMatch(written, /<script|<img|href="(?!https?:|mailto:)/)
  assert.match(written, /<h1>&lt;script&gt;|<b>Title:<\/b> &lt;script&gt;/)
})

test('only what the language has is written', () => {
  const written = writeSheet(
    { ...ferry, synopsis: { fr: 'Il part à minuit, avec onze passagers à bord.' } },
    { language: 'en', format: 'text' },
  )
  assert.doesNotMatch(written, /minuit|Synopsis/)
})

/** What a sheet in words has no place for: files, and the house's own shelves. */
const NOT_WRITTEN = new Set(['titles', 'pictures', 'collections'])

for (const language of ['en', 'fr', 'de'])
  for (const format of ['text', 'markdown', 'html'] as const)
    test(`a sheet with every field set loses none in ${language} as ${format}`, () => {
      const sheet = wholeSheet()
      const said = sheetIn(sheet, language)
      for (const [field, value] of Object.entries(said))
        if (!NOT_WRITTEN.has(field) && !(field === 'pressQuotes' && language !== 'en'))
          assert.ok(value !== null && JSON.stringify(value) !== '{}' && JSON.stringify(value) !== '[]', `${field} is left out`)
      for (const title of [sheet.title, ...Object.values(sheet.titles)])
        assert.ok(said.title === title || said.otherTitles.some((other) => other.title === title), title)
      const written = writeSheet(sheet, { language, format })
      assert.deepEqual(readBack(written, format, language), said, written)
    })
