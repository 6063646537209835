/** Sets that many lines share, each kept once and called by a number; a number is free again when no shape uses it. */

export class Interned<Value extends object | number> {
  /** The value of each number; undefined where a number is free. */
  readonly values: (Value | undefined)[] = []
  private readonly uses: number[] = []
  private readonly numbers = new Map<string | number, number>()
  private readonly seen = new WeakMap<object, number>()
  private readonly free: number[] = []
  private readonly keyOf: (value: Value) => string | number

  constructor(keyOf: (value: Value) => string | number) {
    this.keyOf = keyOf
  }

  /** The number of a value, a new one if need be. It stays only if it is held. */
  numberOf(value: Value): number {
    // a loader hands over the same object again and again: its key need not be written each time
    const known = typeof value === 'object' ? this.seen.get(value) : undefined
    if (known !== undefined && this.values[known] === value) return known
    const key = this.keyOf(value)
    let number = this.numbers.get(key)
    if (number !== undefined) return number
    number = this.free.pop() ?? this.values.length
    this.values[number] = value
    this.uses[number] = 0
    this.numbers.set(key, number)
    if (typeof value === 'object') this.seen.set(value, number)
    return number
  }

  hold(number: number): void {
    this.uses[number]!++
  }

  release(number: number): void {
    if (--this.uses[number]! > 0) return
    this.numbers.delete(this.keyOf(this.values[number]!))
    this.values[number] = undefined
    this.free.push(number)
  }

  /** The same values under the same numbers; what becomes of one is nothing to the other. */
  copy(): Interned<Value> {
    const copy = new Interned(this.keyOf)
    for (const value of this.values) copy.values.push(value)
    for (const uses of this.uses) copy.uses.push(uses)
    for (const [key, number] of this.numbers) copy.numbers.set(key, number)
    for (const number of this.free) copy.free.push(number)
    return copy
  }

  /** How many values are kept. */
  get size(): number {
    return this.numbers.size
  }
}
