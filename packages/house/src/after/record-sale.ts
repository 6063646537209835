/** What was sold, line by line, for the figures: in its own currency and in the house's, at the rate of the day it was signed. */
import { createHash } from 'node:crypto'
import { allocate } from '@vitrine/ledger/money/allocate'
import { money } from '@vitrine/ledger/money/money'
import { convert } from '@vitrine/ledger/rates/rates'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { ratesFor } from '@vitrine/store/after/rates'
import { putSaleLines, putTerritorySet, type SaleLine, salesToConvert } from '@vitrine/store/after/sales'
import type { Asker } from '@vitrine/store/asker'
import type { StepWhenSigned } from '../deals/when-signed.ts'
import type { HouseContext } from '../context.ts'
import { accountsOf } from './accounts.ts'

/** Writes the lines of a sale with its signature. */
export const recordSale: StepWhenSigned = async (house, writing, _actor, { deal, offer, day }) => {
  const { currency, lines } = offer.terms
  const { currency: houseCurrency } = await accountsOf(house, writing.trx)
  const sold: SaleLine[] = []
  for (const [line, { titleId, minor, rights }] of lines.entries()) {
    const territories = await territorySet(house, writing.trx, countriesOf(rights))
    sold.push({ dealId: deal.id, line, titleId, signedOn: day, currency, minor, houseCurrency, houseMinor: null, rateDay: null, territories }) // prettier-ignore
  }
  await putSaleLines(writing.trx, house.houseId, await inHouseCurrency(house, writing.trx, sold))
}

const countriesOf = ({ boxes }: Pick<EntryTerms, 'boxes'>): string[] => boxes.flatMap((box) => box.territories)

/** The countries as the lines of sales name them. */
async function territorySet(house: HouseContext, trx: Asker, countries: readonly string[]): Promise<string> {
  const leaves = [...new Set(countries)].toSorted()
  const hash = createHash('sha256').update(leaves.join(' ')).digest('hex').slice(0, 24)
  await putTerritorySet(trx, house.houseId, hash, leaves)
  return hash
}

/** The lines of one sale with their worth in the house's currency: its whole price is converted once, and shared as the price is. */
export async function inHouseCurrency(house: HouseContext, db: Asker, lines: readonly SaleLine[]): Promise<SaleLine[]> {
  const [first] = lines
  if (first === undefined) return []
  const { currency, houseCurrency, signedOn } = first
  const price = lines.reduce((sum, { minor }) => sum + minor, 0)
  const rates = await ratesFor(db, house.houseId, [currency, houseCurrency], signedOn)
  const converted = convert(money(currency, price), houseCurrency, signedOn, rates)
  if (converted === null) return lines.map((line) => ({ ...line, houseMinor: null, rateDay: null }))
  const shares = allocate(converted.amount.minor, lines.map(({ minor }) => minor)) // prettier-ignore
  const rateDay = currency === houseCurrency ? null : converted.day
  return lines.map((line, at) => ({ ...line, houseMinor: shares[at]!, rateDay }))
}

/** Converts again what other rates, or another currency of the house, make worth something else. Answers how many sales changed. */
export async function convertSales(house: HouseContext, trx: Asker, currency: string, all: boolean): Promise<number> {
  let changed = 0
  for (const lines of await salesToConvert(trx, house.houseId, all)) {
    const now = await inHouseCurrency(house, trx, lines.map((line) => ({ ...line, houseCurrency: currency }))) // prettier-ignore
    if (JSON.stringify(now) === JSON.stringify(lines)) continue
    await putSaleLines(trx, house.houseId, now)
    changed += 1
  }
  return changed
}
