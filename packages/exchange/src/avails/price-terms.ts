/** Prices of the rights book as terms of avails, and back. */
import { allocate } from '@vitrine/ledger/money/allocate'
import { decimal } from '@vitrine/ledger/money/decimal'
import { money } from '@vitrine/ledger/money/money'
import { AMOUNT_PRICES, PriceError, type PriceTerm, readPrice, WORD_PRICES } from '@vitrine/rights/price/price-terms'
import type { Avail, AvailTerm } from './avail.ts'

/** Paid once for all that a licence grants, however many avails say it. */
export const FEE = 'LicenseFee'

/**
 * @example
 * termsOfPrice([{ name: 'Tier', text: '4' }]) // [{ name: 'Tier', kind: 'text', text: '4' }]
 */
export const termsOfPrice = (price: readonly PriceTerm[]): AvailTerm[] =>
  price.map((term) =>
    'text' in term
      ? { name: term.name, kind: 'text', text: term.text }
      : { name: term.name, kind: 'money', amount: money(term.currency, term.minor) },
  )

const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_PRICES)
const WORDS: ReadonlySet<string> = new Set(WORD_PRICES)

/** Why the rights book takes a term about a price not: it has no such term, has it already, or keeps it as something else than is said. */
export type Left = 'price' | 'price-twice' | 'price-form'

/** The prices that the rights book has a place for, and the names of terms about a price that it does not take, by why. */
export function priceOfTerms(terms: readonly AvailTerm[]): { price: PriceTerm[]; left: Map<Left, Set<string>> } {
  const price = new Map<string, PriceTerm>()
  const left = new Map<Left, Set<string>>()
  for (const term of terms) {
    const known = asPrice(term)
    if (known !== null && !price.has(known.name)) {
      price.set(known.name, known)
      continue
    }
    const isOurs = AMOUNTS.has(term.name) || WORDS.has(term.name)
    if (!isOurs && !ABOUT_PRICE.test(term.name)) continue
    const why: Left = known !== null ? 'price-twice' : isOurs ? 'price-form' : 'price'
    left.set(why, (left.get(why) ?? new Set()).add(term.name))
  }
  return { price: [...price.values()], left }
}
const ABOUT_PRICE = /^(?:TPR-.*|.*(?:WSP|SRP|DMRP|SMRP).*|Tier|Category|LicenseFee|NA|Included)$/

function asPrice(term: AvailTerm): PriceTerm | null {
  const said =
    term.kind === 'money' && AMOUNTS.has(term.name)
      ? { name: term.name, ...term.amount }
      : term.kind === 'text' && WORDS.has(term.name)
        ? { name: term.name, text: term.text }
        : null
  if (said === null) return null
  try {
    return readPrice([said])[0] ?? null
  } catch (thrown) {
    if (thrown instanceof PriceError) return null // below zero, or a text as long as a page
    throw thrown
  }
}

/**
 * A fee is paid once. Where one licence gives several avails, each says its share: whoever adds them up has the fee, to the
 * minor unit, and not a multiple of it. Prices of each sale stand in all of them.
 *
 * @returns the avails, and the fee as it is written where it was shared
 */
export function shareFee(avails: readonly Avail[]): { avails: Avail[]; shared: string | null } {
  const fees = avails.map(({ transaction }) => transaction.terms.find((term) => term.name === FEE && term.kind === 'money'))
  const fee = fees[0]
  if (avails.length < 2 || fee?.kind !== 'money') return { avails: [...avails], shared: null }
  const shares = allocate(fee.amount.minor, avails.map(() => 1)) // prettier-ignore
  return {
    avails: avails.map((avail, at) => ({
      ...avail,
      transaction: {
        ...avail.transaction,
        terms: avail.transaction.terms.map((term) => (term.name === FEE && term.kind === 'money' ? { ...term, amount: { ...term.amount, minor: shares[at]! } } : term)), // prettier-ignore
      },
    })),
    shared: `${decimal(fee.amount.minor, fee.amount.currency)} ${fee.amount.currency}`,
  }
}

/** The prices of two avails of one licence together: what is paid once adds up. Null where they do not say the same otherwise. */
export function pricesTogether(one: readonly PriceTerm[], other: readonly PriceTerm[]): PriceTerm[] | null {
  if (one.length !== other.length) return null
  const together = one.map((term): PriceTerm | null => {
    const same = other.find(({ name }) => name === term.name)
    if (same === undefined) return null
    if ('text' in term || 'text' in same) return JSON.stringify(term) === JSON.stringify(same) ? term : null
    if (term.currency !== same.currency) return null
    if (term.name === FEE) return { ...term, minor: term.minor + same.minor }
    return term.minor === same.minor ? term : null
  })
  return together.every((term) => term !== null) ? together : null
}
