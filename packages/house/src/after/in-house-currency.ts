/** Amounts of today in the house's currency, at the last rates that are known. */
import { money } from '@vitrine/ledger/money/money'
import { convert } from '@vitrine/ledger/rates/rates'
import { ratesFor } from '@vitrine/store/after/rates'
import type { HouseContext } from '../context.ts'

export type IntoHouseCurrency = Awaited<ReturnType<typeof intoHouseCurrency>>

/** Reads the rates of these currencies as of `today`; what has none is `null`, and `missing` names it. */
export async function intoHouseCurrency(house: HouseContext, currencies: readonly string[], currency: string, today: string) {
  const foreign = [...new Set(currencies)].filter((each) => each !== currency)
  const rates = foreign.length === 0 ? [] : await ratesFor(house.db, house.houseId, [...foreign, currency], today)
  const days = new Set<string>()
  const amount = (minor: number, from: string): number | null => {
    const converted = convert(money(from, minor), currency, today, rates)
    if (converted !== null && from !== currency) days.add(converted.day)
    return converted?.amount.minor ?? null
  }
  return {
    amount,
    get rateDay(): string | null {
      return [...days].toSorted()[0] ?? null
    },
    missing: (rows: readonly { currency: string }[]) => [...new Set(rows.map((row) => row.currency).filter((each) => amount(0, each) === null))], // prettier-ignore
  }
}
