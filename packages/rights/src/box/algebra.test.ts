import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { LanguageSet } from '../languages/language-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { boxHas } from '../testing/compare.ts'
import { below, randomBox, randomCell, randomFrom } from '../testing/random-book.ts'
import { covers, difference, firstUncovered, intersection, union } from './algebra.ts'
import { type Box, boxCovers, boxesMeet, EVERYTHING, intersectBoxes, isEmptyBox, subtractBox } from './box.ts'
import { CutSet } from './cut-set.ts'
import { mergeBoxes } from './merge-boxes.ts'

const RUNS = 1_500
const write = (boxes: readonly Box[]): string[] =>
  boxes.map((box) => [box.territories.key, box.media, box.languages.key, box.cuts.key, box.from, box.to].join(' '))

for (const [name, law] of Object.entries<(random: () => number, seed: number) => void>({
  'lists of boxes hold the cells that their names say, each once': (random, seed) => {
    const a = Array.from({ length: below(random, 5) }, () => randomBox(random))
    const b = Array.from({ length: below(random, 5) }, () => randomBox(random))
    const results = { union: union([...a, ...b]), intersection: intersection(a, b), difference: difference(a, b) }
    for (let n = 0; n < 40; n++) {
      const cell = randomCell(random)
      const inA = a.some((box) => boxHas(box, cell))
      const inB = b.some((box) => boxHas(box, cell))
      const count = (boxes: readonly Box[]): number => boxes.filter((box) => boxHas(box, cell)).length
      assert.equal(count(results.union), inA || inB ? 1 : 0, `seed ${seed}: union`)
      assert.equal(count(results.intersection), inA && inB ? 1 : 0, `seed ${seed}: intersection`)
      assert.equal(count(results.difference), inA && !inB ? 1 : 0, `seed ${seed}: difference`)
    }
  },
  'union and intersection do not mind the order, and repeat nothing': (random, seed) => {
    const boxes = Array.from({ length: 1 + below(random, 4) }, () => randomBox(random))
    const once = union(boxes)
    const covered = (outer: readonly Box[], inner: readonly Box[]): boolean => inner.every((box) => covers(outer, box))
    assert.ok(covered(union([...boxes].reverse()), once) && covered(once, boxes), `seed ${seed}`)
    assert.deepEqual(write(union(once)), write(once), `seed ${seed}: again`)
    assert.deepEqual(write(difference(once, once)), [], `seed ${seed}: minus itself`)
  },
  'what is taken away and what stays make the whole (De Morgan)': (random, seed) => {
    const a = randomBox(random)
    const b = randomBox(random)
    const left = subtractBox(a, b)
    const shared = intersectBoxes(a, b)
    assert.equal(boxesMeet(a, b), shared !== null, `seed ${seed}`)
    assert.ok(
      left.every((piece) => !isEmptyBox(piece) && !boxesMeet(piece, b) && boxCovers(a, piece)),
      `seed ${seed}`,
    )
    assert.ok(covers(shared === null ? left : [...left, shared], a), `seed ${seed}`)
    const outside = (box: Box) => difference([EVERYTHING], [box])
    const [notBoth, eitherNot] = [
      difference([EVERYTHING], shared === null ? [] : [shared]),
      union([...outside(a), ...outside(b)]),
    ]
    assert.deepEqual(difference(notBoth, eitherNot), [], `seed ${seed}`)
    assert.deepEqual(difference(eitherNot, notBoth), [], `seed ${seed}`)
  },
  'a box that is not covered has a first cell that is not': (random, seed) => {
    const boxes = Array.from({ length: below(random, 6) }, () => randomBox(random))
    const box = randomBox(random)
    const hole = firstUncovered(boxes, box)
    assert.equal(boxCovers(box, hole ?? box), true, `seed ${seed}`)
    if (hole !== null) assert.ok(boxes.every((one) => !boxesMeet(one, hole)), `seed ${seed}`) // prettier-ignore
    for (let n = 0; n < 20; n++) {
      const cell = randomCell(random)
      if (hole === null && boxHas(box, cell)) assert.ok(boxes.some((one) => boxHas(one, cell)), `seed ${seed}`) // prettier-ignore
    }
  },
  'merging does not mind the order': (random, seed) => {
    const apart = difference([randomBox(random), randomBox(random)], [randomBox(random)])
    const tagged = apart.map((box, at) => ({ box, tag: at % 2 }))
    const shuffled = [...tagged].sort(() => random() - 0.5)
    assert.deepEqual(write(mergeBoxes(shuffled).map(({ box }) => box)), write(mergeBoxes(tagged).map(({ box }) => box)), `seed ${seed}`) // prettier-ignore
  },
}))
  test(name, () => {
    for (let seed = 1; seed <= RUNS; seed++) law(randomFrom(seed), seed)
  })

test('sets obey the laws of sets', () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = randomFrom(seed)
    const [a, b, c] = [randomBox(random), randomBox(random), randomBox(random)]
    for (const side of ['territories', 'languages', 'cuts'] as const) {
      type Set = { and(o: Set): Set; or(o: Set): Set; minus(o: Set): Set; covers(o: Set): boolean; meets(o: Set): boolean; isEmpty: boolean; key: string } // prettier-ignore
      const [x, y, z] = [a[side], b[side], c[side]] as unknown as [Set, Set, Set]
      const same = (one: Set, other: Set) => assert.equal(one.key, other.key, `seed ${seed} ${side}`)
      same(x.and(y), y.and(x))
      same(x.or(y), y.or(x))
      same(x.and(y.or(z)), x.and(y).or(x.and(z)))
      same(x.minus(y.or(z)), x.minus(y).minus(z))
      same(x.and(y).or(x.minus(y)), x)
      assert.equal(x.meets(y), !x.and(y).isEmpty, `seed ${seed} ${side}`)
      assert.equal(x.covers(y), y.minus(x).isEmpty, `seed ${seed} ${side}`)
    }
    assert.equal(LanguageSet.union([a, b, c].map(({ languages }) => languages)).key, a.languages.or(b.languages).or(c.languages).key, `seed ${seed}`) // prettier-ignore
  }
  assert.ok(TerritorySet.world.size === 254 && LanguageSet.all.isAll && CutSet.all.isAll)
})
