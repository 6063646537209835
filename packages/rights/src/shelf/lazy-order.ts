/**
 * Many things in the order of a number that is dear to reckon, one after the other: each begins with a bound that is cheap,
 * and is reckoned only when nothing can come before it any more.
 */
export class LazyOrder {
  /** By thing: its number, or a bound that is not greater. */
  private readonly keys: Float64Array
  private readonly isExact: Uint8Array
  private readonly exactly: (thing: number) => number
  /** A heap of things, the next one first. */
  private readonly heap: Uint32Array
  private size: number

  /** Things are 0, 1, 2 …, of equal ones the lower first. `bounds` is taken over and written to. */
  constructor(bounds: Float64Array, exactly: (thing: number) => number) {
    this.keys = bounds
    this.exactly = exactly
    this.isExact = new Uint8Array(bounds.length)
    this.size = bounds.length
    this.heap = Uint32Array.from(bounds, (_, thing) => thing)
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at)
  }

  /** The next thing and its number, or null when there is none left. */
  next(): { thing: number; key: number } | null {
    if (this.size === 0) return null
    let thing = this.heap[0]!
    for (; this.isExact[thing] === 0; thing = this.heap[0]!) {
      this.keys[thing] = this.exactly(thing)
      this.isExact[thing] = 1
      this.sink(0)
    }
    this.heap[0] = this.heap[--this.size]!
    this.sink(0)
    return { thing, key: this.keys[thing]! }
  }

  private sink(from: number): void {
    const { heap, size } = this
    let at = from
    while (true) {
      let first = at
      const left = 2 * at + 1
      if (left < size && this.comesBefore(heap[left]!, heap[first]!)) first = left
      if (left + 1 < size && this.comesBefore(heap[left + 1]!, heap[first]!)) first = left + 1
      if (first === at) return
      const thing = heap[at]!
      heap[at] = heap[first]!
      heap[first] = thing
      at = first
    }
  }

  /** A bound comes before an equal number: what it stands for may be equal too, and lower. */
  private comesBefore(a: number, b: number): boolean {
    if (this.keys[a] !== this.keys[b]) return this.keys[a]! < this.keys[b]!
    if (this.isExact[a] !== this.isExact[b]) return this.isExact[a] === 0
    return a < b
  }
}
