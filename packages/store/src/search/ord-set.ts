const BITS = 32
const SPARSE = 64 // a list takes 64 bits for each of its titles, a bitmap one bit for each title of the house

/** Titles that have something in common, by their ords: a rising list while they are few, a bit for every title when they are many. */
export class OrdSet {
  size = 0
  #list: number[] | null = []
  #bits: Uint32Array<ArrayBuffer> = NO_BITS

  add(ord: number): void {
    this.size++
    if (this.#list === null) return this.#setBit(ord)
    const at = placeIn(this.#list, ord)
    if (at === this.#list.length) this.#list.push(ord)
    else this.#list.splice(at, 0, ord)
    if (this.size > SPARSE && this.size * SPARSE > this.#list.at(-1)!) this.#becomeBits(this.#list)
  }

  /** Takes out an ord that is in. */
  delete(ord: number): void {
    this.size--
    if (this.#list === null) this.#bits[ord >>> 5]! &= ~(1 << (ord & 31))
    else this.#list.splice(placeIn(this.#list, ord), 1)
  }

  /** How many of its titles have their bit in `bits`. */
  countIn(bits: Uint32Array): number {
    let count = 0
    if (this.#list !== null) {
      for (const ord of this.#list) count += (bits[ord >>> 5]! >>> (ord & 31)) & 1
      return count
    }
    const own = this.#bits
    const end = Math.min(own.length, bits.length)
    for (let n = 0; n < end; n++) {
      // The ones of a word, counted side by side in pairs, fours, bytes.
      let ones = own[n]! & bits[n]!
      ones -= (ones >>> 1) & 0x55555555
      ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333)
      count += Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    }
    return count
  }

  /** Sets the bits of its titles. */
  addTo(bits: Uint32Array): void {
    if (this.#list !== null) for (const ord of this.#list) bits[ord >>> 5]! |= 1 << (ord & 31)
    const end = Math.min(this.#bits.length, bits.length)
    for (let n = 0; n < end; n++) bits[n]! |= this.#bits[n]!
  }

  #becomeBits(list: number[]): void {
    this.#list = null
    this.#bits = bitsFor(list.at(-1)! + 1)
    for (const ord of list) this.#setBit(ord)
  }

  #setBit(ord: number): void {
    const word = ord >>> 5
    if (word >= this.#bits.length) {
      const larger = new Uint32Array(Math.ceil((word + 1) * 1.25))
      larger.set(this.#bits)
      this.#bits = larger
    }
    this.#bits[word]! |= 1 << (ord & 31)
  }
}

const NO_BITS = new Uint32Array(0)

/** Room for a bit of each of `size` titles, none of them set. */
export function bitsFor(size: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(Math.ceil(size / BITS))
}

/** The ords whose bits are set, rising. */
export function ordsOf(bits: Uint32Array, most: number): Int32Array {
  const ords = new Int32Array(most)
  let used = 0
  for (let n = 0; n < bits.length; n++) {
    for (let left = bits[n]!; left !== 0; left &= left - 1) ords[used++] = n * BITS + 31 - Math.clz32(left & -left)
  }
  return ords.subarray(0, used)
}

function placeIn(list: readonly number[], ord: number): number {
  if (list.length === 0 || list[list.length - 1]! < ord) return list.length
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < ord) low = middle + 1
    else high = middle
  }
  return low
}
