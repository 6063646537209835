import type { Request } from '@vitrine/rights/book/line'
import type { Columns } from '@vitrine/rights/shelf/columns'
import { namingCuts } from '@vitrine/rights/shelf/naming-cuts'
import { cutsByIds } from '@vitrine/store/titles/cards'
import type { StoredCard } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import { cutsOf } from './cuts-of.ts'

/** What sheets list, by the numbers of the films; those are left out for whose share it makes no difference. */
export type SheetCuts = ReadonlyMap<number, readonly string[]>

interface Read {
  book: number
  catalogue: number
  cuts: SheetCuts
}

const NONE: SheetCuts = new Map()
const read = new WeakMap<Columns, Read>()

/**
 * The cuts that a share in a list is reckoned with, as on the film's own page. The same object as before where neither the book nor the
 * catalogue says otherwise. `catalogue` is the house's change as of which the films were found.
 */
export async function sheetCuts(
  house: HouseContext,
  columns: Columns,
  { box }: Request,
  { ids, asOf: catalogue }: { ids: readonly string[]; asOf: number },
): Promise<SheetCuts> {
  if (!box.cuts.rest) return NONE
  const before = read.get(columns)
  const book = columns.version
  if (before?.book === book && before.catalogue === catalogue) return before.cuts
  const named = namingCuts(columns).flatMap((ord) => (ids[ord] === undefined ? [] : [[ord, ids[ord]] as const]))
  const cards = await cutsByIds<StoredCard['cuts'][number]>(house.db, house.houseId, named.map(([, id]) => id)) // prettier-ignore
  const found = new Map(named.map(([ord, id]) => [ord, cutsOf({ cuts: cards.get(id) ?? [] })]))
  const cuts = before !== undefined && areSame(before.cuts, found) ? before.cuts : found
  read.set(columns, { book, catalogue, cuts })
  return cuts
}

const areSame = (some: SheetCuts, others: SheetCuts): boolean =>
  some.size === others.size && [...some].every(([ord, cuts]) => cuts.join() === others.get(ord)?.join())
