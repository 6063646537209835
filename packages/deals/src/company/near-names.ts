/** Names that are one letter apart, found without comparing each with each. */

/** Shorter names are too easily near another. */
const SHORTEST = 5
const LONGEST = 60

/** A name as it is compared, and among whom: names of two blocks are never near. */
export interface Blocked {
  key: string
  block: string
}

/**
 * Whether two names, without their spaces, are one letter apart: one more, one less, another one, or two turned round. Names that
 * differ in a figure are different ("Kanal 1", "Kanal 2"), and so are short ones.
 */
export function areNear(a: string, b: string): boolean {
  return a !== b && isCompared(a) && isCompared(b) && oneLetterApart(a, b) && figures(a) === figures(b)
}

const withoutSpaces = (key: string): string => key.replaceAll(' ', '')
const isCompared = (letters: string): boolean => letters.length >= SHORTEST && letters.length <= LONGEST
const figures = (letters: string): string => (/\d/.test(letters) ? letters.replaceAll(/\D+/g, ' ').trim() : '')
function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]) // prettier-ignore
}

/**
 * All pairs of one block that `areNear`, each at least once. Two such names leave the same letters when one is dropped from either (or from the longer
 * alone); what is left is a number here, names with the same number are candidates, and each candidate is looked at.
 */
export function* nearNames<T extends Blocked>(all: readonly T[]): Generator<[T, T]> {
  for (const block of Map.groupBy(all, (one) => one.block).values()) {
    // Those who are called alike stand for one another.
    const names = Map.groupBy(block, ({ key }) => withoutSpaces(key))
    const own = [...names.keys()].filter(isCompared)
    for (const [a, b] of own.length <= SMALL ? couples(own) : candidates(own))
      if (areNear(a, b)) for (const one of names.get(a)!) for (const other of names.get(b)!) yield [one, other]
  }
}

/** So few are compared each with each sooner: the people of most companies. */
const SMALL = 24

function* couples(own: readonly string[]): Generator<[string, string]> {
  for (let i = 0; i < own.length; i++) for (let j = i + 1; j < own.length; j++) yield [own[i]!, own[j]!]
}

/** As many numbers of 21 bits beside one of 32 as a double holds exactly. */
const MOST_NAMES = 2 ** 21

/** Pairs of names that may be near, each at least once. */
function* candidates(own: readonly string[]): Generator<[string, string]> {
  if (own.length > MOST_NAMES) throw new RangeError(`More than ${MOST_NAMES} names are not compared.`)
  const size = own.reduce((sum, { length }) => sum + length + 1, 0)
  const marks = new Float64Array(size)
  let at = 0
  for (const [place, letters] of own.entries()) for (const number of numbersOf(letters)) marks[at++] = number * MOST_NAMES + place
  marks.sort()
  for (let from = 0; from < size;) {
    const number = Math.floor(marks[from]! / MOST_NAMES)
    let to = from + 1
    while (to < size && Math.floor(marks[to]! / MOST_NAMES) === number) to++
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++)
        if (marks[i] !== marks[j]) yield [own[marks[i]! % MOST_NAMES]!, own[marks[j]! % MOST_NAMES]!]
    from = to
  }
}

/**
 * A number of 32 bits for a name, and one for each way to drop a letter of it; names of other figures have others. Each letter weighs
 * by a power of FACTOR, by where it stands: what is left is what stands before, and what stood behind moved up.
 */
function numbersOf(letters: string): number[] {
  const salt = Math.imul(numberOf(figures(letters)), 0x9e3779b1)
  const found: number[] = []
  let behind = 0
  for (let n = letters.length - 1; n >= 1; n--) behind = (Math.imul(behind, FACTOR) + letters.charCodeAt(n)) | 0
  found.push(((Math.imul(behind, FACTOR) + letters.charCodeAt(0)) ^ salt) >>> 0)
  let before = 0
  let power = 1
  for (let n = 0; n < letters.length; n++) {
    found.push(((before + Math.imul(power, behind)) ^ salt) >>> 0)
    before = (before + Math.imul(power, letters.charCodeAt(n))) | 0
    power = Math.imul(power, FACTOR)
    behind = Math.imul((behind - letters.charCodeAt(n + 1)) | 0, INVERSE)
  }
  return found
}

/** An odd number, and the one that undoes it modulo 2^32. */
const FACTOR = 0x01000193
const INVERSE = 0x359c449b

function numberOf(text: string): number {
  let number = 7
  for (let at = 0; at < text.length; at++) number = (Math.imul(number, FACTOR) + text.charCodeAt(at)) | 0
  return number
}
