import { putSaleLines, saleLinesOf } from '@vitrine/store/after/sales'
import type { HouseContext } from '../context.ts'
import type { Writing } from '../write.ts'
import { inHouseCurrency } from './record-sale.ts'

/** Takes parts of a price that are not owed any more out of what was sold: each says how much by the lines of the offer. */
export async function leaveFigures(
  house: HouseContext,
  writing: Writing,
  dealId: string,
  parts: readonly { lines: readonly number[] }[],
): Promise<void> {
  if (parts.length === 0) return
  const sold = await saleLinesOf(writing.trx, house.houseId, dealId)
  const left = sold.map((line) => ({ ...line, minor: line.minor - parts.reduce((sum, { lines }) => sum + (lines[line.line] ?? 0), 0) })) // prettier-ignore
  await putSaleLines(writing.trx, house.houseId, await inHouseCurrency(house, writing.trx, left))
}
