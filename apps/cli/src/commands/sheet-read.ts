/** `vitrine sheet read`: the facts of one sheet. JSON as the published contract has it. */
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import type { Reading } from '@vitrine/catalogue/model/reading'
import type { CliWords } from '@vitrine/messages/cli'
import type { Run } from '../main.ts'
import { CommandError, harmless, padTo, widthOf, type Printer } from '../print.ts'
import { textOf, today } from '../source.ts'

/** Exit 0 when a title was found, 2 when the file cannot be read as a sheet. */
export async function sheetRead({ printer }: Run, file: string, options: { language?: string }): Promise<number> {
  const text = await textOf(printer, file)
  const reading = readSheet(text, {
    today: today(),
    ...(options.language === undefined ? {} : { languageHint: options.language }),
  })
  if (reading.title === '') throw new CommandError(printer.words.sheet.noTitle(file), 2)
  if (printer.json) printer.out(JSON.stringify(reading, null, 2))
  else show(printer, reading)
  return 0
}

type FieldName = keyof CliWords['fields']

/** What a person wants to see first, each fact as one text; empty ones are left out. */
export function factsOf(words: CliWords, reading: Reading): [FieldName, string][] {
  const list = (items: readonly string[]): string => items.join(', ')
  const { isan, eidr, imdb, tmdb, wikidata, reference } = reading.identifiers
  const all: [FieldName, string | null][] = [
    ['originalTitle', reading.originalTitle],
    ['year', reading.year === null ? null : String(reading.year)],
    ['durations', reading.durations.length === 0 ? null : words.minutes(reading.durations.join(', '))],
    ['series', reading.series === null ? null : words.seriesOf(reading.series.episodes, reading.series.minutes)],
    ['directors', list(reading.directors)],
    ['productionCompanies', list(reading.productionCompanies)],
    ['producers', list(reading.producers)],
    ['countries', list(reading.countries)],
    ['originalLanguages', list(reading.originalLanguages)],
    ['versionLanguages', list(reading.versionLanguages)],
    ['subtitleLanguages', list(reading.subtitleLanguages)],
    ['genres', list(reading.genres)],
    ['themes', list(reading.themes)],
    ['formats', list(reading.formats)],
    [
      'festivals',
      reading.festivals
        .map((one) => [one.festival, one.year, one.section, one.award].filter((part) => part !== null).join(', '))
        .join('; '),
    ],
    [
      'identifiers',
      list(
        [
          isan && `ISAN ${isan}`,
          eidr && `EIDR ${eidr}`,
          imdb && `IMDb ${imdb}`,
          tmdb && `TMDB ${tmdb}`,
          wikidata && `Wikidata ${wikidata}`,
          reference,
        ].filter((one): one is string => Boolean(one)),
      ),
    ],
    [
      'contacts',
      reading.contacts.map((one) => [one.name, one.company, one.email, one.phone].filter(Boolean).join(', ')).join('; '),
    ],
    ['lead', reading.lead],
    ['logline', reading.logline],
    ['synopsis', reading.synopsis],
  ]
  return all.filter((entry): entry is [FieldName, string] => entry[1] !== null && entry[1] !== '')
}

function show(printer: Printer, reading: Reading): void {
  const { words } = printer
  const facts = factsOf(words, reading)
  const label = Math.max(...facts.map(([field]) => widthOf(words.fields[field])), 8)
  const columns = printer.terminal ? Math.max(40, Math.min(process.stdout.columns ?? 100, 110)) : Number.POSITIVE_INFINITY
  printer.out(printer.bold(harmless(reading.title)))
  for (const [field, text] of facts) {
    const [first = '', ...rest] = wrap(harmless(text), columns - label - 2)
    printer.out(`${printer.dim(padTo(words.fields[field], label))}  ${first}`)
    for (const line of rest) printer.out(`${' '.repeat(label)}  ${line}`.trimEnd())
  }
  if (reading.warnings.length > 0) {
    printer.out(`\n${printer.yellow(words.sheet.warnings)}`)
    for (const warning of reading.warnings) printer.out(`  ${words.sheet.line(warning.line)}  ${harmless(warning.message)}`)
  }
  if (reading.unread.length > 0) {
    printer.out(`\n${printer.yellow(words.sheet.unread)}`)
    for (const line of reading.unread) printer.out(`  ${harmless(line.split('\n', 1)[0] ?? '')}`)
  }
}

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (!Number.isFinite(width)) return [paragraph]
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, line]
  })
}
