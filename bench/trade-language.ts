/**
 * How fast questions and clauses are read, and that hostile text takes linear time.
 * Run it: `node bench/trade-language.ts`.
 */
import { dayOf } from '../packages/rights/src/days/day.ts'
import { LONGEST_CLAUSE, readClause } from '../packages/rights/src/clause/read-clause.ts'
import { readQuestion } from '../packages/rights/src/question/read-question.ts'
import { CLAUSES } from '../packages/rights/src/testing/clauses.ts'
import { QUESTIONS } from '../packages/rights/src/testing/questions.ts'
import type { Measure } from './reader.ts'

const today = dayOf('2026-11-25')!
const fill = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

/** What patterns with backtracking, lists without end and brackets without end would not survive. */
const HOSTILE: Record<string, string> = {
  letters: 'a',
  words: 'salt road ',
  digits: '1',
  dates: '1/3/27 ',
  'half dates': '1/3/',
  months: 'march ',
  'days of a month': 'Dec 1st ',
  'first days': 'from 1 January ',
  'numbers in words': 'twenty ',
  'open brackets': 'Switzerland (',
  territories: 'France, ',
  exclusions: 'excl. ',
  uses: 'dubbed, ',
  'common media': 'free, ',
  holdbacks: 'holdback SVOD ',
  prohibitions: 'no VOD ',
  'holdbacks of nothing': 'holdback ',
  options: 'option ',
  'small words': 'the ',
  'bare events': 'delivery ',
  events: 'from delivery ',
  runs: 'three (4) runs ',
  capitals: 'IT BE ',
  'accents apart': 'e\u0301 ',
  worlds: 'World of ',
  quotes: '« x » ',
  sentences: 'a. B',
}

export function bench(): Measure[] {
  for (let warm = 0; warm < 3; warm++) for (const piece of Object.values(HOSTILE)) readClause(fill(piece, 5_000), { today })
  const measures = [
    once('a question, typical', QUESTIONS.map(({ q }) => q), (text) => readQuestion(text, { today }), 2),
    once('a clause, typical', CLAUSES.map(({ c }) => c), (text) => readClause(text, { today }), 2),
  ] // prettier-ignore
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const [quarter, whole, five] = [LONGEST_CLAUSE / 4, LONGEST_CLAUSE, 5_000_000].map((size) => time(fill(piece, size))) as [number, number, number] // prettier-ignore
    measures.push({ name: `5 MB of ${name}`, value: five, unit: 'ms', target: 1000, ok: five <= 1000 })
    // linear is 4, quadratic 16; a quarter that takes next to nothing says nothing
    const growth = whole / Math.max(quarter, 2)
    measures.push({ name: `four times as many ${name} take`, value: growth, unit: '×', target: 8, ok: growth <= 8 })
  }
  return measures
}

/** Processor time, the best of three: what else the machine does counts for little. */
function time(text: string): number {
  const times = [0, 0, 0].map(() => {
    const before = process.cpuUsage()
    readClause(text, { today })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

function once(name: string, texts: readonly string[], read: (text: string) => unknown, target: number): Measure {
  for (const text of texts) read(text)
  const start = performance.now()
  for (let round = 0; round < 10; round++) for (const text of texts) read(text)
  const value = (performance.now() - start) / (10 * texts.length)
  return { name, value, unit: 'ms', target, ok: value <= target }
}

if (import.meta.main)
  for (const { name, value, unit, ok } of bench()) console.log(`${ok ? 'ok  ' : 'MISS'} ${name}: ${value.toFixed(2)} ${unit}`)
