import { isCurrency } from '@vitrine/ledger/money/currency'

/** Codes of ISO 4217 for metals, units of account, tests and none: no money of a country, but in the standard. */
const OTHER_CODES: ReadonlySet<string> = new Set('XAU XAG XPT XPD XBA XBB XBC XBD XDR XSU XUA XTS XXX USN CHE CHW UYI CLF COU MXV BOV UYW'.split(' ')) // prettier-ignore

export const isCurrencyCode = (code: string): boolean => isCurrency(code) || OTHER_CODES.has(code)
