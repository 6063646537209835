import { ListNumbers } from './list-numbers.ts'

/** Sets of one side of boxes, each different one under a small number. */
export class Sets<Set extends { readonly key: string; or(other: Set): Set }> {
  /** The set of each number. */
  readonly sets: Set[] = []
  readonly #numbers = new Map<string, number>()
  /** Most sets come again as the very same object: their text is only made once. */
  readonly #seen = new Map<Set, number>()
  readonly #lists: ListNumbers
  readonly #unions: number[] = []

  /** @param most what there are at most of different sets, those that others make together counted in */
  constructor(most: number) {
    this.#lists = new ListNumbers(most)
  }

  numberOf(set: Set): number {
    let number = this.#seen.get(set)
    if (number === undefined) this.#seen.set(set, (number = this.#numberOfKey(set)))
    return number
  }

  #numberOfKey(set: Set): number {
    let number = this.#numbers.get(set.key)
    if (number === undefined) this.#numbers.set(set.key, (number = this.sets.push(set) - 1))
    return number
  }

  /** The number of what sets are together. The same sets come together at many rows: they are put together once. */
  union(numbers: readonly number[]): number {
    const list = this.#lists.of(numbers)
    let union = this.#unions[list]
    if (union === undefined) {
      let set = this.sets[numbers[0]!]!
      for (let at = 1; at < numbers.length; at++) set = set.or(this.sets[numbers[at]!]!)
      this.#unions[list] = union = this.#numberOfKey(set)
    }
    return union
  }
}
