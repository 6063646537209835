/**
 * Lets pieces of work through one after the other, in the order they came. Writers of one house would wait for one another in
 * the database anyway (lockHouse); waiting here they do not hold the connections that readers need.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}
