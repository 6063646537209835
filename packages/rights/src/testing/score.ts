/** Scores a reader field by field against what was meant, and prints where it is wrong. */

export type Fields = Readonly<Record<string, unknown>>

export interface Score {
  readonly right: number
  readonly of: number
  readonly byField: ReadonlyMap<string, { right: number; of: number }>
  readonly wrong: readonly string[]
}

/** @param cases the text, what was read and what was meant; fields are compared as JSON. */
export function score(cases: readonly (readonly [text: string, read: Fields, meant: Fields])[]): Score {
  const byField = new Map<string, { right: number; of: number }>()
  const wrong: string[] = []
  for (const [text, read, meant] of cases) {
    for (const field of Object.keys(meant)) {
      const tally = byField.get(field) ?? { right: 0, of: 0 }
      byField.set(field, tally)
      tally.of++
      const [is, should] = [JSON.stringify(read[field]), JSON.stringify(meant[field])]
      if (is === should) tally.right++
      else wrong.push(`${text}\n  ${field}: read ${is}, meant ${should}`)
    }
  }
  const sum = (which: 'right' | 'of'): number => [...byField.values()].reduce((total, tally) => total + tally[which], 0)
  return { right: sum('right'), of: sum('of'), byField, wrong }
}

/** `97.5 % of 200 fields: territories 20/20, …` */
export function scoreInWords({ right, of, byField }: Score): string {
  const fields = [...byField].map(([field, tally]) => `${field} ${tally.right}/${tally.of}`).join(', ')
  return `${((100 * right) / of).toFixed(1)} % of ${of} fields: ${fields}`
}
