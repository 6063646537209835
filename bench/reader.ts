/**
 * How fast sheets are read, and that hostile text takes linear time.
 * Run it: `node bench/reader.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { readSheet, splitSheets } from '@vitrine/catalogue'

export interface Measure {
  name: string
  value: number
  unit: string
  /** Missing where a figure is only told. */
  target?: number
  ok: boolean
}

const FIVE_MEGABYTES = 5_000_000
const fill = (piece: string): string => piece.repeat(Math.ceil(FIVE_MEGABYTES / piece.length)).slice(0, FIVE_MEGABYTES)

/** Texts of five megabytes that a reader with backtracking patterns or quadratic joins would not survive. */
const HOSTILE: Record<string, () => string> = {
  'one line of letters': () => fill('a'),
  'one line of words': () => fill('salt road '),
  'empty lines': () => fill('\n'),
  'lines of one letter': () => fill('a\n'),
  'labels': () => fill('Director: Jane Doe\n'),
  'unknown labels': () => fill('Drectior: Jane Doe\nYaer of x: 2\n'),
  'open brackets': () => fill('('),
  'bars': () => fill('| '),
  'digits': () => fill('1x'),
  'times': () => fill("52' "),
  'commas': () => 'T\n\nDirector: ' + fill('A, '),
  'stars': () => fill('* Fest 2021 (France) '),
  'festivals': () => 'T\n\nFestivals\n' + fill('Prize – Fest, City 2010; A, B 2004\n'),
  'markdown': () => '# T\n' + fill('**a** [b](http://c.example) *d* \\_ `e` \n'),
  'blanks': () => fill(' \t'),
  'colons': () => fill(': '),
  'hyphenated lines': () => 'T\n\n' + fill('the salt and the road and the long cara-\n'),
  'many films': () => fill('\n\nA Film\n\nYear: 2020\nDirector: A B\nDuration: 52\n\n\nB Film\n\nYear: 2021\nDirector: C D\nDuration: 53\n'),
} // prettier-ignore

export async function bench(): Promise<Measure[]> {
  const folder = new URL('../packages/catalogue/corpus/sheets/', import.meta.url)
  const sheets = readdirSync(folder)
    .filter((file) => !file.endsWith('.json'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  // a typical sheet is three kilobytes: the corpus's own prose, repeated in other words, brings its sheets there
  const typical = sheets.map((text, at) => {
    const lines = text.split('\n')
    const prose = sheets.flatMap((other, place) => (place === at ? [] : other.split('\n').filter((line) => line.length > 200)))
    let size = text.length
    for (let more = at; size < 3000; more++) {
      const extra = prose[more % prose.length]!
      lines.push('', extra)
      size += extra.length + 2
    }
    return lines.join('\n')
  })
  const measures = [...speeds('corpus sheets', sheets, 2000), ...speeds('sheets of 3 KB', typical, 2000)]
  for (const [name, make] of Object.entries(HOSTILE)) {
    const text = make()
    const start = performance.now()
    readSheet(text)
    const value = Math.round(performance.now() - start)
    measures.push({ name: `hostile 5 MB: ${name}`, value, unit: 'ms', target: 1000, ok: value < 1000 })
  }
  const films = filmsOfOneLine()
  const before = process.cpuUsage()
  splitSheets(films)
  const { user, system } = process.cpuUsage(before)
  const value = Math.round((user + system) / 1000)
  measures.push({ name: 'split 5 MB: films of one line, processor time', value, unit: 'ms', target: 1000, ok: value < 1000 })
  return measures
}

/** No two films alike, so that nothing that the reader remembers helps it. */
function filmsOfOneLine(): string {
  const lines: string[] = []
  for (let size = 0; size < FIVE_MEGABYTES; size += lines.at(-1)!.length)
    lines.push(`The Night Shift Choir ${lines.length} – dir. Pia Holt – UK, 2024 – 52' – English\n\n`)
  return lines.join('')
}

/** So many sheets are read before the reader's speed is measured: half an import of ten thousand, by when V8 has compiled what it will. */
const SETTLED = 5000

/** Sheets a second of processor time, so that what else the machine does counts for little: of the first thousand, and once it is settled. */
function speeds(name: string, sheets: string[], target: number): Measure[] {
  const first = Math.round(1000 / secondsFor(sheets, 1000))
  secondsFor(sheets, SETTLED)
  const value = Math.round((3 * SETTLED) / secondsFor(sheets, 3 * SETTLED))
  return [
    { name: `reader, ${name}, the first thousand`, value: first, unit: 'sheets/s', ok: true },
    { name: `reader, ${name}, settled`, value, unit: 'sheets/s', target, ok: value >= target },
  ]
}

/** Seconds of the processor that so many sheets take. */
function secondsFor(sheets: string[], count: number): number {
  const before = process.cpuUsage()
  for (let read = 0; read < count; read++) readSheet(sheets[read % sheets.length]!)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(
      `${name.padEnd(40)} ${String(value).padStart(8)} ${unit.padEnd(9)} ${target === undefined ? '' : `(target ${target}) ${ok ? 'ok' : 'MISSED'}`}`,
    )
