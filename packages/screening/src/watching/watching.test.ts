import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../testing/random.ts'
import { lengthOf, overlapOf, type Played, restOf, timesOver, unionOf, within } from './intervals.ts'
import { addSegments, joinSegments, partOf, readSegments, writeSegments } from './segments.ts'
import { believe, heatOf, plausible, sumUp, toldAgain, witnessed } from './watched.ts'

const random = randomFrom(47_52)
const LENGTH = 60

/** The naive model: how often each millisecond of the film ran. */
const counted = (stretches: readonly { from: number; to: number }[], length = LENGTH): number[] =>
  Array.from({ length }, (_, at) => stretches.filter(({ from, to }) => from <= at && at < to).length)
const anyStretches = (most: number): Played[] =>
  Array.from({ length: random.whole(most) }, () => {
    const from = random.whole(LENGTH)
    return { from, to: Math.min(LENGTH, from + random.whole(25)), speed: [0.5, 1, 1.5, 2][random.whole(4)]! }
  })
const inOrder = (part: readonly { from: number; to: number }[]): boolean =>
  part.every(({ from, to }, at) => from < to && (at === 0 || part[at - 1]!.to < from))

test('the algebra of stretches agrees with counting every millisecond', () => {
  for (let n = 0; n < 2_000; n++) {
    const [one, other] = [anyStretches(12), anyStretches(6)]
    const [a, b] = [counted(one), counted(other)]
    const [seen, also] = [unionOf(one), unionOf(other)]
    assert.ok(inOrder(seen))
    assert.deepEqual(counted(seen), a.map((times) => Math.min(1, times))) // prettier-ignore
    assert.equal(lengthOf(seen), a.filter((times) => times > 0).length)
    assert.equal(lengthOf(one), a.reduce((sum, times) => sum + times, 0)) // prettier-ignore
    const both = overlapOf(seen, also)
    assert.ok(inOrder(both))
    assert.deepEqual(counted(both), a.map((times, at) => (times > 0 && b[at]! > 0 ? 1 : 0))) // prettier-ignore
    const rest = restOf(seen, LENGTH)
    assert.ok(inOrder(rest))
    assert.deepEqual(counted(rest), a.map((times) => (times === 0 ? 1 : 0))) // prettier-ignore
    assert.deepEqual(counted(within(one, also)), a.map((times, at) => (b[at]! > 0 ? times : 0))) // prettier-ignore
    const steps = timesOver(one)
    assert.deepEqual(
      a.map((_, at) => steps.findLast(({ from }) => from <= at)?.times ?? 0),
      a,
    )
    const heat = heatOf(one, LENGTH, 15)
    for (const [part, times] of heat.entries()) {
      const mean = a.slice(part * 4, part * 4 + 4).reduce((sum, of) => sum + of, 0) / 4
      assert.ok(Math.abs(times - mean) < 1e-9, `part ${part}: ${times}, counted ${mean}`)
    }
  }
})

test('ranges of segments agree with a set of their numbers, and are read as they were written', () => {
  for (let n = 0; n < 1_000; n++) {
    const [one, two] = [0, 0].map(() => Array.from({ length: random.whole(30) }, () => random.whole(40))) as [number[], number[]]
    const segments = addSegments(addSegments([], one), two)
    const expanded = segments.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    assert.deepEqual(expanded, [...new Set([...one, ...two])].toSorted((a, b) => a - b)) // prettier-ignore
    assert.deepEqual(readSegments(writeSegments(segments)), segments)
    assert.deepEqual(joinSegments(segments.toReversed()), segments)
  }
  for (const text of ['x', '1-', '-1', '3-2', '1,2', '2,1', '1,1', '1-3,4', '01', '1.5', ' 1', '1,', '99999999'])
    assert.throws(() => readSegments(text), RangeError, text)
})

test('the part of segments is where they lie in the film', () => {
  const lengths = [2, 2, 2, 1.52]
  assert.deepEqual(partOf(readSegments('0,2-3'), lengths), [{ from: 0, to: 2000 }, { from: 4000, to: 7520 }]) // prettier-ignore
  assert.deepEqual(partOf(readSegments('3-9,12'), lengths), [{ from: 6000, to: 7520 }], 'a film ends where it ends')
  const third = Array.from({ length: 1_561 }, () => 2.002)
  assert.deepEqual(partOf([[0, 1_560]], third), [{ from: 0, to: 1_561 * 2002 }], 'no rounding adds up over a whole film')
})

test('what was reported counts as far as the segments for it were served', () => {
  const lengths = Array.from({ length: 30 }, () => 2)
  for (let n = 0; n < 500; n++) {
    const played = anyStretches(8).map(({ from, to, speed }) => ({ from: from * 1000, to: to * 1000, speed }))
    const indices = Array.from({ length: random.whole(30) }, () => random.whole(30))
    const borne = witnessed(played, addSegments([], indices), lengths)
    const got = sumUp(borne, 60_000)
    const had = new Set(indices)
    const times = counted(played.map(({ from, to }) => ({ from: from / 1000, to: to / 1000 }))).map((of, second) => (had.has(Math.floor(second / 2)) ? of : 0)) // prettier-ignore
    assert.equal(got.ranLength, times.reduce((sum, of) => sum + of * 1000, 0)) // prettier-ignore
    assert.equal(got.seenLength, times.filter((of) => of > 0).length * 1000)
    assert.ok(borne.every(({ from, to, speed }) => played.some((one) => one.speed === speed && one.from <= from && one.to >= to)))
  }
})

test('47 of 52 minutes, twice, with the middle left out', () => {
  const minute = 60_000
  const once: Played[] = [{ from: 0, to: 20 * minute, speed: 1 }, { from: 25 * minute, to: 52 * minute, speed: 1 }] // prettier-ignore
  const got = sumUp([...once, ...once], 52 * minute)
  assert.equal(got.seenLength, 47 * minute)
  assert.equal(got.times, 2)
  assert.equal(got.speed, 1)
  assert.deepEqual(got.skipped, [{ from: 20 * minute, to: 25 * minute }])
  assert.deepEqual(got.repeated, got.seen)
  const fast = sumUp(once.map((one) => ({ ...one, speed: 2 })), 52 * minute) // prettier-ignore
  assert.deepEqual([fast.times, fast.speed, fast.repeated], [1, 2, []])
  assert.deepEqual(sumUp([], 52 * minute), { length: 52 * minute, seen: [], seenLength: 0, ranLength: 0, times: 0, skipped: [], repeated: [], speed: 1 }) // prettier-ignore
  assert.deepEqual(sumUp([{ from: 30 * minute, to: 31 * minute, speed: 1 }], 52 * minute).skipped, [], 'who began later skipped nothing') // prettier-ignore
})

test('all reports of a viewing together are believed for no more film than there was time for, in whatever order they are written', () => {
  const length = 52 * 60_000
  for (let n = 0; n < 300; n++) {
    let [told, clock, sum] = [0, 0, 0]
    for (let step = 0; step < 40; step++) {
      clock += random.whole(30_000)
      const reported = Array.from({ length: random.whole(4) }, () => { const from = random.whole(length); return { from, to: from + random.whole(60_000), speed: 0.25 + random.next() * 3.75 } }) // prettier-ignore
      const before = told
      const believed = believe(reported, { told, at: Math.max(0, clock - random.whole(3_000)), length })
      sum += believed.played.reduce((all, { from, to, speed }) => all + (to - from) / speed, 0)
      told = believed.told
      assert.ok(told >= before && sum <= clock + 2_000 + 1e-6, `${sum} in ${clock}`)
    }
  }
  // The second report, of a film that was paused, went to another server and is written first.
  const [first, second] = [[{ from: 0, to: 10_000, speed: 1 }], [{ from: 10_000, to: 11_500, speed: 1 }]]
  const { told } = believe(second, { told: 0, at: 11_500, length })
  assert.deepEqual(believe(first, { told, at: 10_000, length }).played, first)
  // Nothing was written for as long as a server took to come back: all of it is told, and believed, at once.
  assert.deepEqual(believe([{ from: 0, to: 300_000, speed: 1 }], { told: 0, at: 300_000, length }).played, [{ from: 0, to: 300_000, speed: 1 }]) // prettier-ignore
  // What was let pass in silence is not made up for later, but for what may be under way.
  const silent = believe([], { told: 0, at: 3_600_000, length })
  assert.deepEqual(believe([{ from: 0, to: 300_000, speed: 1 }], { ...silent, at: 3_600_000, length }).played, [{ from: 0, to: 32_000, speed: 1 }]) // prettier-ignore
  assert.equal(silent.told, toldAgain(3_600_000))
})

test('no report is believed for more film than there was time for', () => {
  for (let n = 0; n < 1_000; n++) {
    const reported = Array.from({ length: random.whole(6) }, () => ({ from: random.whole(100_000) - 10_000, to: random.whole(100_000), speed: random.next() * 6 })) // prettier-ignore
    const elapsed = random.whole(40_000)
    const believed = plausible(reported, elapsed, 80_000)
    const took = believed.reduce((sum, { from, to, speed }) => sum + (to - from) / speed, 0)
    assert.ok(took <= elapsed + 1e-6, `${took} in ${elapsed}`)
    for (const { from, to, speed } of believed) {
      assert.ok(from >= 0 && from < to && to <= 80_000 && speed >= 0.25 && speed <= 4)
      assert.ok(reported.some((one) => one.speed === speed && one.from <= from && one.to >= to), 'nothing is added') // prettier-ignore
    }
  }
  assert.deepEqual(plausible([{ from: 0, to: 60_000, speed: 1 }], 10_000, 80_000), [{ from: 0, to: 10_000, speed: 1 }])
  assert.deepEqual(plausible([{ from: 0, to: 60_000, speed: 2 }], 10_000, 80_000), [{ from: 0, to: 20_000, speed: 2 }])
  for (const odd of [NaN, Infinity, -Infinity])
    assert.deepEqual(plausible([{ from: odd, to: 5, speed: 1 }, { from: 0, to: odd, speed: 1 }, { from: 0, to: 5, speed: odd }], 10_000, 80_000), []) // prettier-ignore
})
