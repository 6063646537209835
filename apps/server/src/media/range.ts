/**
 * One range of bytes of a request (RFC 9110, 14.2), both ends included. Null: the whole file, also for what is no range or several of them,
 * as the standard allows. `beyond`: it lies outside.
 *
 * @example
 * readRange('bytes=0-99', 5000)  // [0, 99]
 * readRange('bytes=-100', 5000)  // [4900, 4999]
 */
export function readRange(header: string | undefined, size: number): [from: number, to: number] | 'beyond' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'beyond' : [size - length, size - 1]
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'beyond' : [from, to]
}
