/** What a credit note takes from the instalments that its invoice asked for. */

interface Invoiced {
  readonly id: string
  readonly share: number
  /** What is left of it, by the lines of the offer. */
  readonly lines: readonly number[]
  /** What credit notes took before, in the same order; null: nothing. */
  readonly credited: readonly number[] | null
}

export interface PartedOff {
  readonly id: string
  readonly left: { readonly share: number; readonly minor: number; readonly lines: number[]; readonly credited: number[] }
  readonly taken: { readonly share: number; readonly minor: number; readonly lines: number[] }
}

const sum = (all: readonly number[]): number => all.reduce((whole, each) => whole + each, 0)

/**
 * Parts what is credited off the instalments of an invoice. An invoice has a line for each part of an instalment that is not zero, in
 * the order of the instalments and of the lines of the offer; `credit` says how much of which of them. Instalments of which nothing is
 * taken are not answered.
 *
 * @example
 * partOff([{ id: 'i', share: 5_000, lines: [60, 40], credited: null }], [{ line: 1, minor: 10 }])
 * // [{ id: 'i', left: { share: 4_500, minor: 90, lines: [60, 30], credited: [0, 10] }, taken: { share: 500, minor: 10, lines: [0, 10] } }]
 */
export function partOff(
  instalments: readonly Invoiced[],
  credit: readonly { readonly line: number; readonly minor: number }[],
): PartedOff[] {
  const wanted = new Map(credit.map(({ line, minor }) => [line, minor]))
  let line = -1
  return instalments.flatMap(({ id, share, lines, credited }) => {
    const taken = lines.map((left, at) => {
      if (left + (credited?.[at] ?? 0) === 0) return 0 // the invoice has no line for it
      line += 1
      return wanted.get(line) ?? 0
    })
    const minor = sum(taken)
    if (minor === 0) return []
    const left = lines.map((each, at) => each - taken[at]!)
    const shareTaken = Math.round((share * minor) / sum(lines))
    return [
      {
        id,
        left: { share: share - shareTaken, minor: sum(left), lines: left, credited: taken.map((each, at) => each + (credited?.[at] ?? 0)) }, // prettier-ignore
        taken: { share: shareTaken, minor, lines: taken },
      },
    ]
  })
}
