import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partOff } from './credit-instalments.ts'

test('what is credited is parted off the line that the invoice had for it, again and again', () => {
  const [first, second] = [{ id: 'a', share: 5_000, lines: [60, 0, 40], credited: null }, { id: 'b', share: 5_000, lines: [50, 0, 50], credited: null }] // prettier-ignore
  // the invoice reads: a 60, a 40, b 50, b 50
  const [once, ...none] = partOff([first, second], [{ line: 1, minor: 40 }])
  assert.deepEqual(none, [])
  assert.deepEqual(once, { id: 'a', left: { share: 3_000, minor: 60, lines: [60, 0, 0], credited: [0, 0, 40] }, taken: { share: 2_000, minor: 40, lines: [0, 0, 40] } }) // prettier-ignore
  const again = partOff([{ id: 'a', ...once!.left }, second], [{ line: 0, minor: 60 }, { line: 3, minor: 1 }]) // prettier-ignore
  assert.deepEqual(again.map(({ id, left, taken }) => [id, left.lines, left.credited, taken.lines, left.share]), [['a', [0, 0, 0], [60, 0, 40], [60, 0, 0], 0], ['b', [50, 0, 49], [0, 0, 1], [0, 0, 1], 4_950]]) // prettier-ignore
})

test('nothing is lost: what is left and what was taken are what there was, also in shares', () => {
  const lines = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(1_000), { minLength: 16, maxLength: 16 }),
      (all, wish) => {
        const invoiced = all.map((each, at) => ({ id: String(at), share: 2_500, lines: each, credited: null }))
        const invoiceLines = all.flat().filter((minor) => minor > 0)
        const credit = invoiceLines.flatMap((minor, line) => (Math.min(minor, wish[line]!) === 0 ? [] : [{ line, minor: Math.min(minor, wish[line]!) }])) // prettier-ignore
        const parted = partOff(invoiced, credit)
        assert.equal(parted.reduce((sum, { taken }) => sum + taken.minor, 0), credit.reduce((sum, { minor }) => sum + minor, 0)) // prettier-ignore
        for (const { id, left, taken } of parted) {
          const before = invoiced[Number(id)]!
          assert.deepEqual(left.lines.map((minor, at) => minor + taken.lines[at]!), before.lines) // prettier-ignore
          assert.equal(left.share + taken.share, before.share)
          assert.ok(left.lines.every((minor) => minor >= 0) && left.share >= 0)
        }
      },
    ),
  )
})
