/** Lines that nobody would write: others cut, joined, repeated, with foreign signs in them. The same for the same seed. */

const PIECES = ['(', ')', '((', ',', ';', ' - ', '–', '/', "'", '’', '.', '\n', '\u0000', '\ud800', '😀', 'İ', 'ﬁ', 'e\u0301', '99999999', '0', '31/2/27', '2027-', 'excl.', 'hors', 'non', 'from', 'until', 'three (4)', '3x', 'Q5 2027', 'EU', 'de', 'IT', 'no SVOD', 'holdback', '\u202e', '٣ ans', 'ＳＶＯＤ'] // prettier-ignore

export function* mutated(lines: readonly string[], count: number, seed: number): Generator<string> {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 8) % limit
  }
  const some = <T>(values: readonly T[]): T => values[below(values.length)]!
  for (let n = 0; n < count; n++) {
    let line = some(lines)
    for (let times = 1 + below(4); times > 0; times--) {
      const at = below(line.length + 1)
      const to = at + below(12)
      line = some([
        () => line.slice(0, at) + line.slice(to),
        () => line.slice(0, at) + some(PIECES) + line.slice(at),
        () => line.slice(0, at) + line.slice(at, to).repeat(3) + line.slice(to),
        () => line.slice(0, at) + some(lines).slice(below(20)),
        () => line.slice(0, at),
        () => line.slice(0, at) + line.slice(at, to).toUpperCase() + line.slice(to),
      ])()
    }
    yield line
  }
}
