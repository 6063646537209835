/** A stream of numbers in [0, 1) that depends on its seed alone (mulberry32): the same word paints the same picture. */
export interface Dice {
  (): number
  between(from: number, to: number): number
  whole(from: number, to: number): number // both ends included
  pick<T>(of: readonly T[]): T
  /** Around 0, nearly normal, within ±3. */
  bell(): number
}

/** A 32-bit number for a word (FNV-1a). */
export function seedOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/**
 * @example
 * dice('salt/still-1').between(10, 20) // always the same number
 */
export function dice(word: string): Dice {
  let state = seedOf(word)
  const roll = (() => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }) as Dice
  roll.between = (from, to) => from + (to - from) * roll()
  roll.whole = (from, to) => from + Math.floor((to - from + 1) * roll())
  roll.pick = (of) => of[Math.floor(roll() * of.length)]!
  roll.bell = () => roll() + roll() + roll() + roll() + roll() + roll() - 3
  return roll
}
