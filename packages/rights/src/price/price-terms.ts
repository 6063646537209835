/**
 * What a platform pays or charges under a licence, in the words that the platforms' trade has for it. Amounts are whole minor
 * units of a currency; a tier or a category is a name that both sides know.
 */
import type { Advice } from '../expression-error.ts'

/** Prices that are amounts. `LicenseFee` is paid once for the licence; the others are of each sale or of each rental. */
export const AMOUNT_PRICES = ['LicenseFee', 'WSP', 'WSP-PostTax', 'EpisodeWSP', 'EpisodeWSP-PostTax', 'SeasonWSP', 'SeasonWSP-PostTax', 'DMRP', 'DMRP-PostTax', 'SMRP', 'SMRP-PostTax', 'SRP', 'SRP-PostTax'] as const // prettier-ignore
/** Prices that are a word of a price list. */
export const WORD_PRICES = ['Tier', 'Category'] as const
export const PRICE_NAMES = [...AMOUNT_PRICES, ...WORD_PRICES] as const
export type PriceName = (typeof PRICE_NAMES)[number]

export type PriceTerm =
  | { readonly name: (typeof AMOUNT_PRICES)[number]; readonly currency: string; readonly minor: number }
  | { readonly name: (typeof WORD_PRICES)[number]; readonly text: string }

/** At most so many stand at one entry. */
const MOST = PRICE_NAMES.length
const LONGEST_WORD = 60

/** A price that cannot be read, and why, in both languages. */
export class PriceError extends Error {
  readonly what: Advice
  constructor(what: Advice) {
    super(what.en)
    this.name = 'PriceError'
    this.what = what
  }
}

const BY_WORDS = new Map<string, PriceName>([
  ...PRICE_NAMES.map((name) => [plain(name), name] as const),
  // as people write it
  ...['licence fee', 'fee', 'redevance', 'droits', 'minimum guarantee'].map((words) => [plain(words), 'LicenseFee'] as const),
  ...['wholesale', 'wholesale price', 'prix de gros'].map((words) => [plain(words), 'WSP'] as const),
  ...['retail', 'retail price', 'suggested retail price', 'prix public', 'prix conseillé'].map((words) => [plain(words), 'SRP'] as const), // prettier-ignore
  ...['palier', 'gamme'].map((words) => [plain(words), 'Tier'] as const),
  ...['catégorie'].map((words) => [plain(words), 'Category'] as const),
])
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * Prices as somebody types them, one after another with semicolons or lines between.
 *
 * @example
 * parsePrice('WSP 4.99 EUR; SRP 9,99 EUR; Tier 4')[0] // { name: 'WSP', currency: 'EUR', minor: 499 }
 * @throws PriceError for a word that is no price, an amount that its currency cannot have, or one price said twice
 */
export function parsePrice(text: string): PriceTerm[] {
  return apart(
    text
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(readOne),
  )
}

/** The same as a program gives them. */
export function readPrice(values: readonly unknown[]): PriceTerm[] {
  return apart(
    values.map((value) => {
      const { name, currency, minor, text } = (value ?? {}) as Record<string, unknown>
      const shown = (JSON.stringify(value) ?? 'null').slice(0, 80)
      if (isAmount(name) && typeof currency === 'string' && CURRENCIES.has(currency) && isMinor(minor)) return { name, currency, minor } // prettier-ignore
      if (isWord(name) && typeof text === 'string') return { name, text: wordOf(text, shown) }
      throw notUnderstood(shown)
    }),
  )
}

/** What `parsePrice` reads back as the same. */
export const printPrice = (terms: readonly PriceTerm[]): string =>
  terms.map((term) => ('text' in term ? `${term.name} ${term.text}` : `${term.name} ${amountOf(term)} ${term.currency}`)).join('; ') // prettier-ignore

function readOne(text: string): PriceTerm {
  const amount = /^(?<words>.*?)[\s:]+(?<sum>\d[\d.,\s']*?)(?:\s*(?<after>[A-Za-z]{3}))?$/u.exec(text)
  const said = amount?.groups?.['words'] ?? ''
  const before = /^(.*?)[\s:]+([A-Z]{3})$/u.exec(said)
  const isBefore = before !== null && CURRENCIES.has(before[2]!)
  const name = BY_WORDS.get(plain(isBefore ? before[1]! : said))
  if (amount !== null && isAmount(name)) {
    const currency = (amount.groups!['after'] ?? (isBefore ? before[2]! : '')).toUpperCase()
    if (!CURRENCIES.has(currency)) throw new PriceError(FAULTS.noCurrency(text))
    return { name, currency, minor: minorOf(amount.groups!['sum']!, currency, text) }
  }
  const word = /^(?<words>\p{L}+)[\s:]+(?<word>.+)$/u.exec(text)
  const named = BY_WORDS.get(plain(word?.groups?.['words'] ?? ''))
  if (word !== null && isWord(named)) return { name: named, text: wordOf(word.groups!['word']!, text) }
  throw notUnderstood(text)
}

/** With a point or a comma before the minor units; groups of three are taken where nothing else can be meant. */
function minorOf(sum: string, currency: string, said: string): number {
  const digits = digitsOf(currency)
  const plainSum = sum.replaceAll(/[\s']/g, '')
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(plainSum)
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(plainSum)
  const fraction = match?.[2]
  const whole = match !== null && (fraction === undefined || fraction.length <= digits) ? match[1]! : null
  const [units, rest] = whole !== null ? [whole, fraction ?? ''] : grouped === null ? [null, ''] : [grouped[1]!.replaceAll(/[.,]/g, ''), grouped[3] ?? ''] // prettier-ignore
  const minor = units === null || rest.length > digits ? Number.NaN : Number(units + rest.padEnd(digits, '0'))
  if (!isMinor(minor)) throw new PriceError(FAULTS.noAmount(said))
  return minor
}

function amountOf({ currency, minor }: { currency: string; minor: number }): string {
  const digits = digitsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function apart(terms: PriceTerm[]): PriceTerm[] {
  const names = new Set(terms.map(({ name }) => name))
  if (names.size !== terms.length || terms.length > MOST) throw new PriceError(FAULTS.twice())
  return terms
}

function wordOf(text: string, said: string): string {
  const word = text.trim()
  if (word === '' || word.length > LONGEST_WORD || /[;\n\p{Cc}]/u.test(word)) throw notUnderstood(said)
  return word
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
const isAmount = (name: unknown): name is (typeof AMOUNT_PRICES)[number] => (AMOUNT_PRICES as readonly unknown[]).includes(name)
const isWord = (name: unknown): name is (typeof WORD_PRICES)[number] => (WORD_PRICES as readonly unknown[]).includes(name)
const isMinor = (minor: unknown): minor is number =>
  Number.isSafeInteger(minor) && (minor as number) >= 0 && (minor as number) < 1e14
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z]/g, '').replace('license', 'licence') // prettier-ignore
}

const notUnderstood = (said: string): PriceError => new PriceError(FAULTS.unknown(said))
const FAULTS = {
  unknown: (said: string): Advice => ({
    en: `${said.slice(0, 80)} is no price: write one of ${PRICE_NAMES.join(', ')} and its amount or word, as in “WSP 4.99 EUR; Tier 4”`,
    fr: `${said.slice(0, 80)} n’est pas un prix : écrivez un mot parmi ${PRICE_NAMES.join(', ')}, puis son montant ou son nom, comme « WSP 4,99 EUR ; Tier 4 »`,
  }),
  noCurrency: (said: string): Advice => ({
    en: `${said.slice(0, 80)} names no currency: write its code of three letters after the amount, as in “4.99 EUR”`,
    fr: `${said.slice(0, 80)} ne nomme aucune monnaie : écrivez son code de trois lettres après le montant, comme « 4,99 EUR »`,
  }),
  noAmount: (said: string): Advice => ({
    en: `${said.slice(0, 80)} has no amount that this currency can have`,
    fr: `${said.slice(0, 80)} n’a pas de montant possible dans cette monnaie`,
  }),
  twice: (): Advice => ({ en: 'each price can be said once', fr: 'chaque prix ne peut être dit qu’une fois' }),
}
