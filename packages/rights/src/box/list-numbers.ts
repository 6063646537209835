/**
 * Numbers lists of small numbers, equal lists alike. A list is a path from the empty one, a step for each of its numbers; steps
 * are kept in one map, under where they start and the number that they add.
 */
export class ListNumbers {
  readonly #below: number
  readonly #steps = new Map<number, number>()
  readonly #numbers = new Map<number, number>()

  /** @param below what all numbers of the lists are below */
  constructor(below: number) {
    this.#below = below
  }

  of(list: readonly number[]): number {
    let path = 0
    for (const number of list) {
      const step = path * this.#below + number
      let next = this.#steps.get(step)
      if (next === undefined) this.#steps.set(step, (next = this.#steps.size + 1))
      path = next
    }
    let number = this.#numbers.get(path)
    if (number === undefined) this.#numbers.set(path, (number = this.#numbers.size))
    return number
  }
}
