import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { biasOf, symbolFor } from '../../mark/code.ts'
import { scoresOf, STORIES } from './decoders.ts'
import { innocentBound, innocentScores, innocentShare } from './innocent.ts'
import { drawsOf } from './random.ts'
import type { Reading } from './reading.ts'
import { decide, hasMark, verdictOf } from './verdict.ts'

const key = (name: string) => createHash('sha256').update(name).digest()
const reelKey = key('a reel')
const candidates = Array.from({ length: 200 }, (_, n) => ({ id: `viewing ${n}`, key: key(`viewing ${n}`) }))
const random = drawsOf('tests')

const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** What is read of a copy made from these viewings; `choose` says what comes of the variants (0 or 1) that they have, as a level. */
function copyOf(
  people: number[],
  from: number,
  count: number,
  choose: (variants: number[]) => number,
  deviation = 0.3,
): Reading[] {
  return Array.from({ length: count }, (_, i) => {
    const index = from + i
    const level = choose(people.map((n) => symbolFor(biasOf(reelKey, index), candidates[n]!.key, index)))
    return { index, level: 0.7 * level + deviation * normal(), deviation }
  })
}

const first = (variants: number[]) => 2 * variants[0]! - 1
const switching = (variants: number[]) => 2 * variants[Math.floor(random() * variants.length)]! - 1
const averaging = (variants: number[]) => (2 * variants.reduce((a, b) => a + b, 0)) / variants.length - 1
const names = (verdict: ReturnType<typeof verdictOf>) => verdict.named.map(({ id }) => id).toSorted()
const trace = (readings: Reading[]) => verdictOf(reelKey, readings, candidates, random, { draws: 500 })

test('two minutes of one viewing name it among two hundred, and nobody else', () => {
  const verdict = trace(copyOf([17], 300, 60, first))
  assert.equal(verdict.verdict, 'named')
  assert.deepEqual(names(verdict), ['viewing 17'])
  const [named] = verdict.named
  assert.ok(named!.overall <= verdict.promised)
  assert.equal(named!.share, 1 / 501)
  assert.ok(named!.agrees / named!.of > 0.95)
})

test('whoever is shown has the score that it has, and the same wherever it is shown', () => {
  const readings = copyOf([17], 300, 60, first)
  const biases = Float64Array.from(readings, ({ index }) => biasOf(reelKey, index))
  const codeOf = (n: number) => Uint8Array.from(readings, ({ index }, i) => symbolFor(biases[i]!, candidates[n]!.key, index))
  // The opposite of the copy in every segment: nothing speaks for it. And two of one code.
  const codes = [codeOf(17), codeOf(17).map((symbol) => 1 - symbol), codeOf(3), codeOf(3)]
  const { named, nearest } = decide(readings, biases, ['guilty', 'opposite', 'twin', 'other twin'], codes, random, { nearest: 5, draws: 2_000 }) // prettier-ignore
  assert.deepEqual(named[0], nearest[0])
  const standing = new Map(nearest.map(({ id, ...rest }) => [id, rest]))
  assert.deepEqual(standing.get('twin'), standing.get('other twin'))
  const { story, score, logBound, overall, share } = standing.get('opposite')!
  const one = scoresOf(STORIES[0]!, readings.map((reading, i) => ({ reading, bias: biases[i]!, known: [] }))) // prettier-ignore
  assert.deepEqual([story, score], ['one', codes[1]!.reduce((sum, symbol, i) => sum + (symbol === 1 ? one.ifB : one.ifA)[i]!, 0)]) // prettier-ignore
  assert.deepEqual([logBound, overall, share], [0, 1, 1])
})

test('half a minute names nobody, however well it fits', () => {
  const verdict = trace(copyOf([17], 300, 15, first, 0.05))
  assert.equal(verdict.verdict, 'nobody')
  assert.equal(verdict.because, 'thin evidence')
  assert.deepEqual(verdict.named, [])
  assert.ok(verdict.nearest.every(({ round }) => round === null))
})

test('readings without a mark name nobody, and say that there is none', () => {
  const verdict = trace(copyOf([], 0, 300, () => 0))
  assert.deepEqual([verdict.verdict, verdict.because], ['nobody', 'no mark'])
  assert.equal(trace([]).because, 'nothing read')
  assert.equal(hasMark(copyOf([3], 0, 60, first)), true)
})

test('a copy of somebody who is not among the candidates names nobody', () => {
  const strangers = candidates.filter(({ id }) => id !== 'viewing 17')
  const verdict = verdictOf(reelKey, copyOf([17], 0, 300, first), strangers, random, { draws: 10 })
  assert.deepEqual([verdict.verdict, verdict.because], ['nobody', 'thin evidence'])
})

test('who lent their copies for ten minutes are named, whether these were switched between or averaged', () => {
  for (const choose of [switching, averaging])
    assert.deepEqual(names(trace(copyOf([40, 41], 0, 300, choose))), ['viewing 40', 'viewing 41'])
  assert.deepEqual(names(trace(copyOf([7, 8, 9], 0, 700, switching))), ['viewing 7', 'viewing 8', 'viewing 9'])
})

test('where three always show the rarer variant, a whole film still names them', () => {
  const minority = (variants: number[]) => {
    const have = variants.reduce((a, b) => a + b, 0)
    return have === 0 ? -1 : have === variants.length ? 1 : 2 * have < variants.length ? 1 : -1
  }
  assert.deepEqual(names(trace(copyOf([1, 2, 3], 0, 1560, minority))), ['viewing 1', 'viewing 2', 'viewing 3'])
})

test('the bound on an innocent viewing is never below what is seen of innocent viewings', () => {
  const readings = copyOf([5, 6], 0, 80, switching)
  const biases = Float64Array.from(readings, ({ index }) => biasOf(reelKey, index))
  const evidence = readings.map((reading, i) => ({ reading, bias: biases[i]!, known: [] }))
  for (const story of STORIES) {
    const scores = scoresOf(story, evidence)
    const drawn = innocentScores(scores, biases, 4_000, random)
    let last = 0
    for (const part of [0.5, 0.9, 0.99, 0.999]) {
      const score = drawn.toSorted()[Math.floor(part * drawn.length)]!
      const bound = innocentBound(scores, biases, score)
      const share = innocentShare(drawn, score)
      assert.ok(Math.exp(bound) >= share - 3 * Math.sqrt(share / drawn.length), `${story.name}: ${Math.exp(bound)} < ${share}`)
      assert.ok(bound <= last)
      last = bound
    }
    assert.ok(innocentBound(scores, biases, 1e6) < -10, 'a score that cannot be reached')
  }
})

test('in a hundred and fifty traces against innocent people alone, nobody is named', () => {
  let named = 0
  for (let n = 0; n < 150; n++) {
    const readings = copyOf([5, 6], n, 90, n % 2 === 0 ? switching : first)
    const biases = Float64Array.from(readings, ({ index }) => biasOf(reelKey, index))
    const codes = Array.from({ length: 50 }, () => Uint8Array.from(biases, (bias) => (random() < bias ? 1 : 0)))
    named += decide(readings, biases, codes.map((_, i) => `${i}`), codes, random, { nearest: 0, draws: 0 }).named.length // prettier-ignore
  }
  assert.equal(named, 0)
})

test('a copy that is held against many reels shares the promise among them', () => {
  const readings = copyOf([17], 300, 60, first)
  const alone = verdictOf(reelKey, readings, candidates, random, { draws: 10 })
  const among = verdictOf(reelKey, readings, candidates, random, { draws: 10, reels: 10 })
  assert.ok(Math.abs(among.named[0]!.overall / alone.named[0]!.overall - 10) < 1e-6)
  const many = verdictOf(reelKey, readings, candidates, random, { draws: 10, reels: Math.ceil(1e-3 / alone.named[0]!.overall) + 1 }) // prettier-ignore
  assert.deepEqual([many.verdict, many.because], ['nobody', 'thin evidence'])
})
