/** Who an invoice is from and for, as tax offices want them named. */

export interface Party {
  /** As the law knows them. */
  readonly name: string
  /** Street and number, floor, box: a line each, three at most. */
  readonly street: readonly string[]
  readonly postcode: string | null
  readonly city: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** With its country before it: FR40303265045. */
  readonly vatId: string | null
  /** In the register of companies: a SIREN, a Handelsregisternummer. */
  readonly registration: string | null
  readonly email: string | null
}

export interface Seller extends Party {
  readonly iban: string | null
  readonly bic: string | null
  readonly bank: string | null
}

export const PARTY_FAULTS = ['name', 'country', 'vat-id', 'iban', 'bic'] as const
export type PartyFault = (typeof PARTY_FAULTS)[number]

/**
 * What of a party cannot stand on an invoice. Numbers are checked by their form (an IBAN by its check digits too); whether
 * a tax office knows them is asked of the tax office.
 *
 * @example
 * faultsOfParty({ ...party, vatId: '303265045' }) // ['vat-id']: the country is missing
 */
export function faultsOfParty(party: Party & Partial<Seller>): PartyFault[] {
  const faults: PartyFault[] = []
  if (party.name.trim() === '') faults.push('name')
  if (!/^[A-Z]{2}$/.test(party.country)) faults.push('country')
  if (party.vatId !== null && !isVatId(party.vatId)) faults.push('vat-id')
  if (typeof party.iban === 'string' && !isIban(party.iban)) faults.push('iban')
  if (typeof party.bic === 'string' && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(party.bic)) faults.push('bic')
  return faults
}

/** A VAT number as EN 16931 wants it (BR-CO-09): the country first, `EL` for Greece; no spaces. */
const isVatId = (text: string): boolean => /^[A-Z]{2}[0-9A-Z+*.]{2,13}$/.test(text)

/** ISO 13616: letters count from 10, the first four signs go to the end, and the whole is 1 modulo 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const turned = text.slice(4) + text.slice(0, 4)
  const digits = [...turned].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

/** An IBAN in groups of four, as people read it. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')
