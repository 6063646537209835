/** How far two words are apart, and which words lie near. */

/** A word and what is left of it without any one letter: two words one letter apart share an entry. */
export function nearForms(word: string): string[] {
  const letters = [...word]
  if (letters.length > 24) return [word]
  const forms = new Set([word])
  letters.forEach((_letter, n) => forms.add(letters.toSpliced(n, 1).join('')))
  forms.delete('')
  return [...forms]
}

/** How many letters of a word may be wrong. */
export function allowedErrors(word: string): number {
  if (word.length < 4) return 0
  return word.length < 7 ? 1 : 2
}

/**
 * The number of letters to change, add, leave out or swap with their neighbour (Damerau 1964, each place once); when `prefix`,
 * to reach any beginning of `known`. Never more than `most + 1`.
 *
 * @example
 * distance('kalimof', 'kalimov') // 1
 * distance('mirzeov', 'mirzoeva', 2, true) // 1
 */
export function distance(asked: string, known: string, most = 2, prefix = false): number {
  const width = Math.min(known.length, asked.length + most)
  if (asked.length > known.length + most || (!prefix && known.length > asked.length + most)) return most + 1
  let before = new Uint16Array(width + 1)
  let previous = new Uint16Array(width + 1)
  let current = new Uint16Array(width + 1)
  for (let n = 0; n <= width; n++) previous[n] = n
  for (let row = 1; row <= asked.length; row++) {
    current[0] = row
    let best = row
    for (let n = 1; n <= width; n++) {
      const same = asked.charCodeAt(row - 1) === known.charCodeAt(n - 1)
      let cost = Math.min(previous[n]! + 1, current[n - 1]! + 1, previous[n - 1]! + (same ? 0 : 1))
      if (
        row > 1 &&
        n > 1 &&
        asked.charCodeAt(row - 1) === known.charCodeAt(n - 2) &&
        asked.charCodeAt(row - 2) === known.charCodeAt(n - 1)
      ) {
        cost = Math.min(cost, before[n - 2]! + 1)
      }
      current[n] = cost
      if (cost < best) best = cost
    }
    if (best > most) return most + 1
    ;[before, previous, current] = [previous, current, before]
  }
  let result = previous[width]!
  if (prefix) for (let n = 0; n <= width; n++) result = Math.min(result, previous[n]!)
  else if (known.length > width) result = most + 1
  return Math.min(result, most + 1)
}
