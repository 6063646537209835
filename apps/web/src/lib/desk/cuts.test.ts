import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCut } from '@vitrine/messages'
import { readCuts, withTypedCuts } from './cuts.ts'

test('the trade’s ways of writing a length', () => {
  const cases: [string, [number, number | null][]][] = [
    ["52'", [[52, null]]],
    [
      '90 min, 52’',
      [
        [90, null],
        [52, null],
      ],
    ],
    [
      "3 x 52' / 1h32",
      [
        [52, 3],
        [92, null],
      ],
    ],
    ['6×26 mn', [[26, 6]]],
    ['2h', [[120, null]]],
    ['52, 52', [[52, null]]],
  ]
  for (const [line, cuts] of cases)
    assert.deepEqual(
      readCuts(line).cuts.map((c) => [c.minutes, c.episodes]),
      cuts,
      line,
    )
})

test('what is no length is named', () => {
  assert.deepEqual(readCuts("52', long, 0, x 3"), { cuts: [{ minutes: 52, episodes: null }], unknown: ['long', '0', 'x 3'] })
})

test('what the desk prints it reads', () => {
  for (const cut of [
    { minutes: 52, episodes: null },
    { minutes: 26, episodes: 13 },
    { minutes: 1, episodes: null },
  ])
    assert.deepEqual(readCuts(formatCut(cut)).cuts, [cut])
})

test('a line that waits takes in what its record says by now, and keeps what was typed and taken out', () => {
  assert.equal(withTypedCuts("52', 26'", "52'", "52', an hour"), "52', 26', an hour")
  assert.equal(withTypedCuts("52', 90', 26'", "52', 90'", "1h30, an hour, 75'"), "90', 26', an hour, 75'")
  assert.equal(withTypedCuts('', "52'", "52', an hour"), 'an hour')
})
