import type { AmendedLicence } from '@vitrine/store/after/amendments'
import { countriesOfSale, putSaleLines, saleLinesOf } from '@vitrine/store/after/sales'
import type { HouseContext } from '../context.ts'
import type { Writing } from '../write.ts'
import { countriesOf, territorySet } from './record-sale.ts'
import { termOf } from './renewed-holdbacks.ts'

/**
 * Figures by country follow an amendment: a sale counts where its licences hold as they were agreed last. A country that was given back
 * from a day within the licence was sold until then, and stays.
 */
export async function moveSale(
  house: HouseContext,
  { trx }: Writing,
  dealId: string,
  amended: readonly (AmendedLicence & { line: number | null | undefined })[],
  effective: string | null,
): Promise<void> {
  const lines = await saleLinesOf(trx, house.houseId, dealId)
  const soldIn = await countriesOfSale(trx, house.houseId, dealId)
  for (const { line: at, before, after } of amended) {
    const line = lines.find((one) => one.line === at)
    if (line === undefined) continue
    const { from } = termOf(before.boxes)
    const within = effective !== null && (from === null || effective > from) // one without a first day was sold ever since
    line.territories = await territorySet(house, trx, [...countriesOf(after), ...(within ? (soldIn.get(line.line) ?? []) : [])])
  }
  await putSaleLines(trx, house.houseId, lines)
}
