import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { regionsOf } from '../availability/regions.ts'
import { PERPETUITY } from '../days/day.ts'
import { type Difference, differenceOn, drawBook, type Engine, smallest, told } from './compare.ts'

/** The first difference that an engine with a mistake shows, made small. */
function found(engine: Engine): Difference {
  for (let seed = 1; seed < 2_000; seed++) {
    const { lines, box, cells } = drawBook(seed, 130)
    const difference = differenceOn(lines, box, cells, engine)
    if (difference !== null) return smallest(difference, engine)
  }
  return assert.fail('the mistake was not found')
}

const MISTAKES: Record<string, { engine: Engine; lines: string[] }> = {
  'an option that never lapses': {
    engine: (box, lines, today) => regionsOf(box, lines.map((line) => ({ ...line, expires: PERPETUITY })), today), // prettier-ignore
    lines: ['grant', 'option'],
  },
  'the last day of a licence forgotten': {
    engine: (box, lines, today) => regionsOf(box, lines.map((line) => (line.kind === 'licence' && line.box.to < PERPETUITY ? { ...line, box: { ...line.box, to: line.box.to - 1 } } : line)), today), // prettier-ignore
    lines: ['grant', 'licence'],
  },
  'holdbacks left out': {
    engine: (box, lines, today) => regionsOf(box, lines.filter(({ kind }) => kind !== 'holdback'), today), // prettier-ignore
    lines: ['grant', 'holdback'],
  },
  'a region twice': {
    engine: (box, lines, today) => regionsOf(box, lines, today).flatMap((region) => [region, region]),
    lines: [],
  },
}

for (const [name, { engine, lines }] of Object.entries(MISTAKES))
  test(`the comparison finds ${name}, and tells it with the fewest lines`, () => {
    const difference = found(engine)
    assert.deepEqual(difference.lines.map(({ kind }) => kind).sort(), lines)
    for (const { kind } of difference.lines) assert.match(told(difference), new RegExp(`^  ${kind} `, 'm'))
  })
