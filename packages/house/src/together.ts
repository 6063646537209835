/**
 * One question for all who ask in the same moment. What comes while an answer is on its way waits for the next question, so
 * an answer is never older than whoever asked for it. Under load this is what keeps the database from being asked the same
 * small thing a thousand times a second.
 *
 * @example
 * const kept = together((tokens: string[]) => findKept(db, 'house', tokens))
 * await Promise.all([kept('a'), kept('b')]) // one statement
 */
export function together<Answer>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | null> {
  let waiting: { keys: Set<string>; answers: Promise<ReadonlyMap<string, Answer>> } | null = null
  let underWay: Promise<unknown> = Promise.resolve()

  function nextQuestion() {
    const keys = new Set<string>()
    const answers = underWay.then(() => {
      waiting = null
      return ask([...keys])
    })
    underWay = answers.catch(() => {})
    return { keys, answers }
  }

  return async (key) => {
    waiting ??= nextQuestion()
    waiting.keys.add(key)
    return (await waiting.answers).get(key) ?? null
  }
}
