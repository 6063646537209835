const AT_ONCE = 8

/** Does something with each of many, some at once; the first that fails ends it, once those under way are over. */
export async function together<T>(all: Iterable<T> | AsyncIterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]()
  let failed = false
  let next = Promise.resolve() as Promise<unknown>
  const turn = async (): Promise<void> => {
    while (!failed) {
      // One asks for the next at a time.
      const asked = (next = next.then(() => waiting.next()))
      const { done, value } = (await asked) as IteratorResult<T, undefined>
      if (done === true) return
      await work(value as T)
    }
  }
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      turn().catch((thrown: unknown) => {
        failed = true
        throw thrown
      }),
    ),
  )
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected !== undefined) throw rejected.reason
}
