/**
 * Decoders: for one story of how a copy was made, what each segment says for or against a viewing. A story is how many people lent their
 * copies and what was done with them. The stories are few and fixed beforehand; which one fits is not asked of the evidence.
 *
 * All but the symmetric score are log-likelihood ratios: how much likelier the reading is if the viewing took part than if it did not
 * (T. Laarhoven, “Capacities and capacity-achieving decoders for various fingerprinting games”, 2014; P. Meerwald and T. Furon, “Toward
 * practical joint decoding of binary Tardos fingerprinting codes”, IEEE TIFS 7(4), 2012). The symmetric score (Škorić et al. 2008) is
 * kept beside them, since what it says of a guilty viewing depends least on what was done.
 */
import type { MarkSymbol } from '../../mark/code.ts'
import type { Reading } from './reading.ts'

export interface Story {
  name: string
  people: number
  how: 'one copy' | 'switching' | 'averaging' | 'whatever'
}

export const STORIES: readonly Story[] = [
  { name: 'one', people: 1, how: 'one copy' },
  { name: 'two-switching', people: 2, how: 'switching' },
  { name: 'two-averaging', people: 2, how: 'averaging' },
  { name: 'three-switching', people: 3, how: 'switching' },
  { name: 'three-averaging', people: 3, how: 'averaging' },
  { name: 'five-switching', people: 5, how: 'switching' },
  { name: 'five-averaging', people: 5, how: 'averaging' },
  { name: 'symmetric', people: 1, how: 'whatever' },
]

/** What a segment says of a viewing that has variant a of it, and of one that has variant b. */
export interface Scores {
  ifA: Float64Array
  ifB: Float64Array
}

/** A reading, and the probability that a viewing has variant b there. */
export interface Evidence {
  reading: Reading
  bias: number
  /** Variants that viewings named already have here. */
  known: readonly MarkSymbol[]
}

/** One reading in so many is taken to be wrong altogether (a segment put in the wrong place), so that none of them weighs without limit. */
const ASTRAY = 0.02

/**
 * How far the pattern’s strength in one segment strays from that in the others, as a share of it: encoders keep more of it where the picture is
 * quiet. A little of that holds even where several copies cancel each other out.
 */
const STRAYS = 0.4
const STRAYS_AT_NOTHING = 0.12

/** How much of the pattern may have survived; which, is asked of the readings alone, whoever watched. */
const GAINS = Array.from({ length: 14 }, (_, i) => 0.05 * 1.3 ** i)

/** The scores of one story for these readings. */
export function scoresOf(story: Story, evidence: readonly Evidence[]): Scores {
  const gain = gainOf(story, evidence)
  const scores = { ifA: new Float64Array(evidence.length), ifB: new Float64Array(evidence.length) }
  evidence.forEach((one, i) => {
    if (story.how === 'whatever') {
      const likeB = likelihood(one.reading, gain, gain)
      const likeA = likelihood(one.reading, -gain, gain)
      const soft = (likeB - likeA) / (likeB + likeA)
      scores.ifB[i] = soft * Math.sqrt((1 - one.bias) / one.bias)
      scores.ifA[i] = -soft * Math.sqrt(one.bias / (1 - one.bias))
    } else {
      const [withA, withB] = likelihoods(story, one, gain)
      const whoever = one.bias * withB + (1 - one.bias) * withA
      scores.ifA[i] = Math.log(withA / whoever)
      scores.ifB[i] = Math.log(withB / whoever)
    }
  })
  return scores
}

/** The gain under which the readings are likeliest, whoever it was. It looks at no viewing that is not named, so it can favour none. */
function gainOf(story: Story, evidence: readonly Evidence[]): number {
  let best = { gain: 1, sum: -Infinity }
  for (const gain of GAINS) {
    let sum = 0
    for (const one of evidence) {
      const [withA, withB] = likelihoods(story, one, gain)
      sum += Math.log(one.bias * withB + (1 - one.bias) * withA)
    }
    if (sum > best.sum) best = { gain, sum }
  }
  return best.gain
}

/** How likely the reading is, if one more of those who took part has variant a here, and if variant b. */
function likelihoods(story: Story, { reading, bias, known }: Evidence, gain: number): [number, number] {
  const people = Math.max(story.people, known.length + 1)
  const unknown = people - known.length - 1
  let haveB = 0
  for (const symbol of known) haveB += symbol
  let withA = 0
  let withB = 0
  const alone = { a: likelihood(reading, -gain, gain), b: likelihood(reading, gain, gain) }
  const given = (count: number) => {
    const share = count / people
    return story.how === 'averaging' ? likelihood(reading, gain * (2 * share - 1), gain) : share * alone.b + (1 - share) * alone.a
  }
  for (let more = 0; more <= unknown; more++) {
    const chance = choose(unknown, more) * bias ** more * (1 - bias) ** (unknown - more)
    withA += chance * given(haveB + more)
    withB += chance * given(haveB + more + 1)
  }
  return [withA, withB]
}

/** Density of a reading where this level is in the picture, of a pattern this strong; the constant factor is left out. */
function likelihood({ level, deviation }: Reading, expected: number, gain: number): number {
  const width = Math.sqrt(deviation ** 2 + (STRAYS * expected) ** 2 + (STRAYS_AT_NOTHING * gain) ** 2)
  const off = (level - expected) / width
  const wide = 2 * deviation + 1
  return ((1 - ASTRAY) * Math.exp(-0.5 * off * off)) / width + (ASTRAY * Math.exp(-0.5 * (level / wide) ** 2)) / wide
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1)
  return ways
}
