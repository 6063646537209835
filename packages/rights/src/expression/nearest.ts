/** The nearest of many names to a word that is none of them, or null when none is near. */

/** Longer words are not worth a guess; it also bounds the time that a hostile word can take. */
const MAX_WORD = 40

/** @param most slips that a word may have: where nothing else says that it is a name, one in five letters is many */
export function nearest(
  word: string,
  names: Iterable<readonly [key: string, name: string]>,
  most = Math.min(3, Math.floor(word.length / 3)),
): string | null {
  if (word.length < 3 || word.length > MAX_WORD) return null
  let best: string | null = null
  let limit = most
  for (const [key, name] of names) {
    // whoever mistypes a name seldom mistypes its beginning
    if (key[0] !== word[0] && key[1] !== word[1]) continue
    if (key === word || Math.abs(key.length - word.length) > limit) continue
    const steps = distance(word, key, limit)
    if (steps > limit || (steps === limit && best !== null)) continue
    best = name
    limit = steps
  }
  return best
}

/** Letters to insert, drop, change or swap with their neighbour; anything above the limit is "more than the limit". */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1)
      row.push(steps)
      least = Math.min(least, steps)
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}
