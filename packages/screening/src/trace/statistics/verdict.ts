/**
 * Whose copy it is: every viewing of the reel is scored under every story, and named where the probability that anybody innocent is named
 * in this trace stays below the bound that is promised. Where the evidence is thin, nobody is named.
 */
import { biasOf, symbolFor, type MarkKey, type MarkSymbol } from '../../mark/code.ts'
import { scoresOf, STORIES, type Evidence, type Scores } from './decoders.ts'
import { innocentBound, innocentScores, innocentShare } from './innocent.ts'
import type { Reading } from './reading.ts'

/** Probability, in one trace, that anybody at all who is innocent is named. */
export const FALSE_ACCUSATION = 1e-3

/** Innocent viewings drawn by chance, to hold against the bound. */
const DRAWS = 10_000

/** Rounds after the first look for others beside those named; each may use half of what is left of the bound. */
const ROUNDS = 6

/** Below this, no mark was found in the readings at all: probability that noise alone has that much energy. */
const NO_MARK = 1e-3

export interface Candidate {
  id: string
  key: MarkKey
}

/** How a viewing stands, under the story that says most against it. */
export interface Standing {
  id: string
  story: string
  /** In nats, or in standard deviations for the symmetric score. */
  score: number
  /** Natural logarithm of the bound on the probability that one innocent viewing scores as high under this story. */
  logBound: number
  /** The same over all viewings, all stories and all reels: what the verdict rests on. At most 1. */
  overall: number
  /** Share of innocent viewings, drawn by chance, that score as high: it cannot be less than 1 in (draws + 1). */
  share: number
  /** Round in which it was named, from 1. */
  round: number | null
  /** Of the segments read clearly: in how many the copy has this viewing’s variant, and how many there are. */
  agrees: number
  of: number
}

export interface Verdict {
  verdict: 'named' | 'nobody'
  /** Why nobody: nothing was read; no mark is in what was read; there is a mark, but it fits nobody well enough. */
  because: 'named' | 'nothing read' | 'no mark' | 'thin evidence'
  named: Standing[]
  /** The viewings that come nearest, named ones first; not evidence against any of them. */
  nearest: Standing[]
  candidates: number
  segments: number
  /** Bound on a false accusation over the whole trace, and what it is shared among. */
  promised: number
  stories: number
  draws: number
}

/** What was known of a viewing’s score before it is put in words. */
interface Best {
  story: number
  score: number
  logBound: number
}

/**
 * Ranks the viewings of a reel by these readings and says whom they name. `random` draws the innocent viewings; `reels` are as many as the
 * copy is held against, that share the bound.
 */
export function verdictOf(
  reelKey: MarkKey,
  readings: readonly Reading[],
  candidates: readonly Candidate[],
  random: () => number,
  { nearest = 5, draws = DRAWS, reels = 1 }: { nearest?: number; draws?: number; reels?: number } = {},
): Verdict {
  const biases = Float64Array.from(readings, ({ index }) => biasOf(reelKey, index))
  const codes = candidates.map(({ key }) => Uint8Array.from(readings, ({ index }, i) => symbolFor(biases[i]!, key, index)))
  return decide(readings, biases, candidates.map(({ id }) => id), codes, random, { nearest, draws, reels }) // prettier-ignore
}

/** The same, for codes at hand. */
export function decide(
  readings: readonly Reading[],
  biases: Float64Array,
  ids: readonly string[],
  codes: readonly Uint8Array[],
  random: () => number,
  { nearest, draws, reels = 1 }: { nearest: number; draws: number; reels?: number },
): Verdict {
  const shares = ids.length * STORIES.length * reels
  const named = new Map<number, { best: Best; round: number; scores: Scores[] }>()
  let standing: Best[] = []
  let scores: Scores[] = []
  const marked = readings.length > 0 && hasMark(readings)
  if (marked)
    for (let round = 1; round <= ROUNDS; round++) {
      const may = FALSE_ACCUSATION / 2 ** round
      const evidence = readings.map((reading, i) => ({ reading, bias: biases[i]!, known: [...named.keys()].map((n) => codes[n]![i] as MarkSymbol) })) // prettier-ignore
      const now = scored(evidence, biases, codes, Math.log(may / shares))
      const found = now.standing.flatMap((best, n) => (!named.has(n) && best.logBound + Math.log(shares) <= Math.log(may) ? [{ n, best }] : [])) // prettier-ignore
      // Those who stay unnamed are shown as they stood before anybody was.
      if (round === 1) ({ standing, scores } = now)
      // The first round names the strongest alone: the others are then asked with one more thing known.
      const strongest = found.toSorted((a, b) => a.best.logBound - b.best.logBound)[0]
      if (!strongest) break
      named.set(strongest.n, { best: strongest.best, round, scores: now.scores })
    }
  // Whoever is shown twice, or beside another by the same scores, is held against the same draws.
  const drawn = new Map<Scores, Float64Array>()
  const drawnFor = (used: Scores): Float64Array => {
    const held = drawn.get(used) ?? innocentScores(used, biases, draws, random)
    drawn.set(used, held)
    return held
  }
  const show = (n: number): Standing => {
    const held = named.get(n)
    const best = held?.best ?? standing[n]!
    const used = (held?.scores ?? scores)[best.story]!
    const clear = readings.flatMap(({ level, deviation }, i) => (Math.abs(level) > 2 * deviation ? [level > 0 === (codes[n]![i] === 1)] : [])) // prettier-ignore
    return {
      id: ids[n]!,
      story: STORIES[best.story]!.name,
      score: best.score,
      logBound: best.logBound,
      overall: Math.min(1, Math.exp(best.logBound + Math.log(shares)) * 2 ** (held?.round ?? 1)),
      share: innocentShare(drawnFor(used), best.score),
      round: held?.round ?? null,
      agrees: clear.filter(Boolean).length,
      of: clear.length,
    }
  }
  const order = standing.map((_, n) => n).toSorted((a, b) => Number(named.has(b)) - Number(named.has(a)) || standing[a]!.logBound - standing[b]!.logBound) // prettier-ignore
  return {
    verdict: named.size > 0 ? 'named' : 'nobody',
    because: named.size > 0 ? 'named' : readings.length === 0 ? 'nothing read' : marked ? 'thin evidence' : 'no mark',
    named: [...named.keys()].map(show),
    nearest: order.slice(0, Math.max(nearest, named.size)).map(show),
    candidates: ids.length,
    segments: readings.length,
    promised: FALSE_ACCUSATION,
    stories: STORIES.length,
    draws,
  }
}

/** The best story of each viewing, by its bound. Bounds that cannot matter are not reckoned: they cost more than the scores. */
function scored(evidence: readonly Evidence[], biases: Float64Array, codes: readonly Uint8Array[], enough: number) {
  const scores = STORIES.map((story) => scoresOf(story, evidence))
  const standing = codes.map((): Best => ({ story: 0, score: 0, logBound: Infinity }))
  scores.forEach((one, story) => {
    const sums = codes.map((code) => {
      let sum = 0
      for (let i = 0; i < code.length; i++) sum += code[i] === 1 ? one.ifB[i]! : one.ifA[i]!
      return sum
    })
    const order = sums.map((_, n) => n).toSorted((a, b) => sums[b]! - sums[a]!)
    // The bound falls as the score rises: after the first six that name nobody, no other can.
    let idle = 0
    for (const n of order) {
      const logBound = idle > 5 ? 0 : innocentBound(one, biases, sums[n]!)
      if (logBound > enough) idle++
      if (logBound < standing[n]!.logBound) standing[n] = { story, score: sums[n]!, logBound }
    }
  })
  return { scores, standing }
}

/** Whether the readings have more energy than noise has: the sum of squares of so many standard numbers, by Laurent and Massart’s bound. */
export function hasMark(readings: readonly Reading[]): boolean {
  let energy = 0
  for (const { level, deviation } of readings) energy += Math.min(25, (level / deviation) ** 2)
  const x = -Math.log(NO_MARK)
  return energy > readings.length + 2 * Math.sqrt(readings.length * x) + 2 * x
}
