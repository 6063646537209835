import { blockOf, placeOf } from './addresses.ts'
import type { Columns } from './columns.ts'

/** The titles of which some line names cuts, in order. Of all others a share is the same however many cuts their sheets list. */
export function namingCuts(columns: Columns): number[] {
  const { blocks, addresses, counts, titles, shapes } = columns
  const names = shapes.cutSets.values.map((set) => set !== undefined && set.named.length > 0)
  const found: number[] = []
  if (!names.includes(true)) return found
  for (let title = 0; title < titles; title++) {
    const count = counts[title]!
    if (count === 0) continue
    const start = placeOf(addresses[title]!)
    const lines = blocks[blockOf(addresses[title]!)]!.shapes
    for (let line = start; line < start + count; line++) {
      if (!names[shapes.cuts[lines[line]!]!]!) continue
      found.push(title)
      break
    }
  }
  return found
}
