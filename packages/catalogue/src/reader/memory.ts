/** The same words stand in every sheet: what a word is gets worked out once. */

/**
 * A function that remembers its answers by word. It forgets them all when it has too many, so hostile text costs no memory.
 *
 * @example
 * const length = remembered((word) => word.length)
 */
export function remembered<Answer>(work: (word: string) => Answer, most = 5000): (word: string) => Answer {
  const memory = new Map<string, Answer>()
  return (word) => {
    const known = memory.get(word)
    if (known !== undefined) return known
    const answer = work(word)
    if (memory.size >= most) memory.clear()
    memory.set(word, answer)
    return answer
  }
}
