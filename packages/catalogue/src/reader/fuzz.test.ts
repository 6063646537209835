/**
 * The reader on mutated sheets: it never throws, every place is right, nothing is dropped silently, and the result is JSON.
 * `VITRINE_FUZZ=200000 node --test …/fuzz.test.ts` runs longer; `VITRINE_SEED` picks another sequence.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readSheet } from './read-sheet.ts'
import { readSource } from './source.ts'
import { splitSheets } from './split-sheets.ts'
import { lost } from './lost.ts'

const runs = Number(process.env['VITRINE_FUZZ'] ?? 5000)
const seed = Number(process.env['VITRINE_SEED'] ?? 20260301)

/** Mulberry32: small, seeded, and the same everywhere. */
function random(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const next = random(seed)
const below = (limit: number): number => Math.floor(next() * limit)
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!

const folder = new URL('../../corpus/sheets/', import.meta.url)
const sheets = readdirSync(folder)
  .filter((file) => !file.endsWith('.json'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))

const SNIPPETS = [
  '\n', '\n\n', '\r\n', '\f', '\t', ' | ', ': ', '(', ')', '[', ']', '* ', '• ', '# ', '**', '](', '&', ';', ' / ', '\u0000', '\u0001', '\u0002', '\u200b', '\ufeff', '\u202e', '\ud800',
  'Year: 52\nDuration: 2020', 'Director:', 'Regie: ', '3 x 52’', '1:32', '52/90 min', 'OmU', 'VOSTFR', 'FIPADOC 2021 (France)', 'ISAN 0000-0001-8CFA-0000-I', '10.5240/8FF3-1C20-84F5-F247-8BCD-E',
  'A, B 2004; C 2005', 'Prize – Fest, City 2010', 'mailto:x@y.example', 'https://example.org/a?b=c', 'שלום עולם, זה סרט', '１２３', 'DIRECTOR', 'Synopsis', '---', '| Year | 2020 |', '|---|---|', '“Great.” – Le Monde', 'R: ', 'Pays : Poldévie', 'x'.repeat(300), '(((((', '9'.repeat(40),
] // prettier-ignore

function mutate(text: string): string {
  let out = text
  for (let count = 1 + below(6); count > 0; count--) {
    const at = below(out.length + 1)
    const to = Math.min(out.length, at + below(40))
    switch (below(9)) {
      case 0:
        out = out.slice(0, at) + out.slice(to)
        break
      case 1:
        out = out.slice(0, at) + pick(SNIPPETS) + out.slice(at)
        break
      case 2:
        out = out.slice(0, at) + out.slice(at, to) + out.slice(at)
        break
      case 3:
        out = out.slice(0, at) + String.fromCharCode(below(0x3000)) + out.slice(at + 1)
        break
      case 4: {
        const lines = out.split('\n')
        const one = below(lines.length)
        const other = below(lines.length)
        ;[lines[one], lines[other]] = [lines[other]!, lines[one]!]
        out = lines.join('\n')
        break
      }
      case 5:
        out = out.slice(0, at) + out.slice(at, to).toUpperCase() + out.slice(to)
        break
      case 6:
        out = out.replace(/\n/g, pick(['\n', '\n\n', ' ', '\r\n']))
        break
      case 7: {
        const other = pick(sheets)
        const from = below(other.length)
        out = out.slice(0, at) + other.slice(from, from + below(400)) + out.slice(at)
        break
      }
      default:
        out = out.slice(0, at) + out.slice(at, to).split('').toReversed().join('') + out.slice(to)
    }
  }
  return out.slice(0, 20_000)
}

function check(text: string, whole: boolean): void {
  const reading = readSheet(text)
  for (const { path, place, raw } of reading.provenance) {
    assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length, `${path} is outside the text`)
    assert.equal(raw, text.slice(place.start, place.end), path)
    assert.ok(place.line >= 1)
  }
  if (whole) assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading)
  const shown = JSON.stringify({ ...reading, provenance: [], unread: [] })
  assert.ok(!shown.includes('\\u0001'), 'a masked character shows')
  assert.deepEqual(lost(readSource(text), reading), [], 'lines that are nowhere in the reading')
}

test(`${runs} mutated sheets are read without a fault, and nothing of them is lost`, () => {
  for (let run = 0; run < runs; run++) {
    const text = mutate(pick(sheets))
    try {
      check(text, run % 20 === 0)
      if (run % 10 === 0) {
        const parts = splitSheets(text)
        assert.equal(parts.map((part) => text.slice(part.start, part.end)).join(''), text)
        for (const part of parts) assert.equal(part.text, part.head + text.slice(part.start, part.end))
      }
    } catch (error) {
      throw new Error(`run ${run} of seed ${seed}: ${(error as Error).message}\n${JSON.stringify(text)}`, { cause: error })
    }
  }
})

test('every sheet of the corpus is accounted for line by line', () => {
  for (const text of sheets) check(text, true)
})
