/** The same words stand in every sheet: what a word is gets worked out once. */

/**
 * A function that remembers its answers by word. When it has too many it forgets those that were not asked for since the last time,
 * so hostile text costs no memory, and the words of every sheet stay.
 *
 * @example
 * const length = remembered((word) => word.length)
 */
export function remembered<Answer>(work: (word: string) => Answer, most = 5000): (word: string) => Answer {
  let asked = new Map<string, Answer>()
  let before = asked
  return (word) => {
    const known = asked.get(word)
    if (known !== undefined) return known
    const own = ofItsOwn(word)
    const answer = before.get(own) ?? work(own)
    if (asked.size >= most) {
      before = asked
      asked = new Map()
    }
    asked.set(own, answer)
    return answer
  }
}

/** A long word cut out of a text is a place in it for V8, and keeps all of the text in memory as long as it is kept itself. */
export const ofItsOwn = (word: string): string => (word.length < SHORTEST_PLACE ? word : ` ${word}`.slice(1))
const SHORTEST_PLACE = 13
