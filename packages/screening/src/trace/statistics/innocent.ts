/**
 * How often somebody who had nothing to do with a copy would score as high. An innocent viewing’s variants are drawn by its own key, so they
 * are independent of whatever was leaked and of whatever was done to it; given the readings, its score is a sum of independent terms of two
 * values each, with known probabilities. Nothing else is assumed, least of all that the story is true.
 */
import type { Scores } from './decoders.ts'

/**
 * Natural logarithm of a bound on the probability that an innocent viewing scores at least this much. It is Chernoff’s: the least over t of
 * E[exp(t·S)] · exp(−t·score), where the expectation is exact, factor by factor. It holds at any length, with no law of large numbers.
 */
export function innocentBound(scores: Scores, biases: Float64Array, score: number): number {
  let low = 0
  let high = 1
  while (high < 64 && slope(scores, biases, high) < score) high *= 2
  // Any t gives a bound; the sixteenth halving is near enough to the least.
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2
    if (slope(scores, biases, middle) < score) low = middle
    else high = middle
  }
  let log = -low * score
  for (let i = 0; i < biases.length; i++) log += logSum(scores.ifA[i]!, scores.ifB[i]!, biases[i]!, low)
  return Math.min(0, log)
}

/** The share of so many innocent viewings, drawn by chance, that score at least this much; the one in question counted among them. */
export function innocentShare(draws: Float64Array, score: number): number {
  let above = 0
  for (const drawn of draws) if (drawn >= score) above++
  return (above + 1) / (draws.length + 1)
}

/** Scores of innocent viewings drawn by chance. */
export function innocentScores(scores: Scores, biases: Float64Array, count: number, random: () => number): Float64Array {
  const drawn = new Float64Array(count)
  for (let n = 0; n < count; n++) {
    let sum = 0
    for (let i = 0; i < biases.length; i++) sum += random() < biases[i]! ? scores.ifB[i]! : scores.ifA[i]!
    drawn[n] = sum
  }
  return drawn
}

/** log E[exp(t·term)], kept from overflowing. */
function logSum(ifA: number, ifB: number, bias: number, t: number): number {
  const most = Math.max(ifA, ifB) * t
  return most + Math.log((1 - bias) * Math.exp(ifA * t - most) + bias * Math.exp(ifB * t - most))
}

/** The derivative of log E[exp(t·S)] by t: it only rises. */
function slope(scores: Scores, biases: Float64Array, t: number): number {
  let sum = 0
  for (let i = 0; i < biases.length; i++) {
    const a = scores.ifA[i]!
    const b = scores.ifB[i]!
    const most = Math.max(a, b) * t
    const weightA = (1 - biases[i]!) * Math.exp(a * t - most)
    const weightB = biases[i]! * Math.exp(b * t - most)
    sum += (a * weightA + b * weightB) / (weightA + weightB)
  }
  return sum
}
