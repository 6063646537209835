/** A plan that was amended adds up to the price, film by film, and leaves what was invoiced alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allocate } from '@vitrine/ledger/money/allocate'
import { below, randomFrom } from '@vitrine/rights/testing/random-book'
import { amendPlan, linesAtPrice, type PlanAmended } from './amend-plan.ts'

const more = { event: 'day' as const, days: 0, day: '2027-03-01' }
const open = (id: string, ...lines: number[]) => ({ id, event: 'delivery' as const, days: 14, day: null, dueOn: null, lines })
const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
const plan = (given: Parameters<typeof amendPlan>[0]): PlanAmended => {
  const made = amendPlan(given)
  assert.ok(!('code' in made), JSON.stringify(made))
  return made
}

test('a higher price is one more instalment; a lower one comes off the last', () => {
  const higher = plan({ lines: [12_000], invoiced: [5_000], open: [open('b', 5_000)], payments: null, more })
  assert.deepEqual(higher.cancel, [])
  assert.deepEqual(higher.lay, [{ ...more, minor: 2_000, dueOn: null, lines: [2_000] }])
  const lower = plan({ lines: [8_000], invoiced: [4_000], open: [open('b', 3_000), open('c', 3_000)], payments: null, more })
  assert.deepEqual([lower.cancel, lower.lay.map(({ minor, event, days }) => [minor, event, days])], [['c'], [[1_000, 'delivery', 14]]]) // prettier-ignore
  const gone = plan({ lines: [7_000], invoiced: [4_000], open: [open('b', 3_000), open('c', 3_000)], payments: null, more })
  assert.deepEqual([gone.cancel, gone.lay], [['c'], []])
})

test('more than was invoiced cannot be taken off, of all films or of one', () => {
  assert.deepEqual(amendPlan({ lines: [4_000], invoiced: [5_000], open: [open('b', 5_000)], payments: null, more }), { code: 'invoiced', minor: 1_000 }) // prettier-ignore
  assert.deepEqual(amendPlan({ lines: [400, 9_000], invoiced: [500, 0], open: [], payments: null, more }), { code: 'invoiced', minor: 100 }) // prettier-ignore
})

test('payments that are said come to what is left to pay, or are refused with both amounts', () => {
  const paid = (...minors: number[]) => minors.map((minor) => ({ ...more, minor }))
  const given = { lines: [10_000, 2_000], invoiced: [5_000, 1_000], open: [open('b', 5_000, 1_000)], more }
  assert.deepEqual(amendPlan({ ...given, payments: paid(5_000, 999) }), { code: 'adds-up', minor: 5_999, wanted: 6_000 })
  const said = plan({ ...given, payments: paid(2_001, 3_999) })
  assert.deepEqual([said.cancel, said.lay.map(({ minor }) => minor)], [['b'], [2_001, 3_999]])
  assert.deepEqual(
    [0, 1].map((line) => total(said.lay.map(({ lines }) => lines[line]!))),
    [5_000, 1_000],
  )
})

test('what the price rises or falls by goes to the chosen films in proportion to what they cost', () => {
  assert.deepEqual(linesAtPrice([100, 300, 600], [0, 1], 1_200), [150, 450, 600])
  assert.deepEqual(linesAtPrice([100, 300, 600], [0, 1], 800), [50, 150, 600])
  assert.deepEqual(linesAtPrice([0, 0], [1], 101), [0, 101], 'what was free costs something')
  assert.deepEqual(linesAtPrice([100, 300, 600], [0], 900), [0, 300, 600])
  assert.deepEqual(linesAtPrice([100, 300, 600], [0], 899), [0, 300, 599], 'only what they do not cost comes off the others')
  assert.deepEqual(linesAtPrice([100, 300, 600], [0], 333), [0, 111, 222])
  assert.deepEqual(linesAtPrice([100, 300, 600], [], 500), [50, 150, 300], 'nobody chosen: of all')
  assert.deepEqual(linesAtPrice([0, 300], [0], 0), [0, 0])
})

test('random plans add up to the cent, line by line, whatever was invoiced', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = randomFrom(seed)
    const count = 1 + below(random, 4)
    const old = Array.from({ length: count }, () => below(random, 20_000))
    const parts = 1 + below(random, 4)
    const laid = Array.from({ length: parts }, () => Array<number>(count).fill(0))
    for (const [line, minor] of old.entries()) for (const [at, part] of allocate(minor, laid.map(() => 1 + below(random, 9))).entries()) laid[at]![line] = part // prettier-ignore
    const paid = below(random, parts + 1)
    const invoiced = old.map((_, line) => total(laid.slice(0, paid).map((lines) => lines[line]!)))
    const opened = laid.slice(paid).map((lines, at) => open(String(at), ...lines))
    const price = below(random, 60_000)
    const lines = linesAtPrice(old, [below(random, count)], price)
    assert.equal(total(lines), price, `seed ${seed}`)
    assert.ok(lines.every((minor) => minor >= 0))
    const left = price - total(invoiced)
    const payments = random() < 0.5 || left <= 0 ? null : allocate(left, [1, 2, 3]).filter((minor) => minor > 0).map((minor) => ({ ...more, minor })) // prettier-ignore
    const made = amendPlan({ lines, invoiced, open: opened, payments, more })
    if ('code' in made) {
      assert.equal(made.code, 'invoiced')
      assert.ok(lines.some((minor, line) => minor < invoiced[line]!))
      continue
    }
    const kept = opened.filter(({ id }) => !made.cancel.includes(id))
    for (const [line, minor] of lines.entries()) {
      const comes: number =
        invoiced[line]! + total(kept.map((each) => each.lines[line]!)) + total(made.lay.map((each) => each.lines[line]!))
      assert.equal(comes, minor, `seed ${seed}, line ${line}`)
    }
    for (const each of made.lay) assert.equal(total(each.lines), each.minor)
  }
})
