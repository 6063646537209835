/** What the house says of its own accounts: who issues invoices, where they are paid, the currency of its figures. */
import { isCurrency } from '@vitrine/ledger/money/currency'
import { readAccounts } from '@vitrine/store/after/accounts'
import type { Asker } from '@vitrine/store/asker'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { AccountsSettings } from '../contract/after.ts'

export const DEFAULT_ACCOUNTS: AccountsSettings = {
  currency: 'EUR',
  seller: { name: '', street: [], postcode: null, city: null, country: 'FR', vatId: null, registration: null, email: null, iban: null, bic: null, bank: null }, // prettier-ignore
  vatRate: 20_00,
  smallEnterprise: false,
  legal: {},
  likelihood: { open: 10, offered: 30, agreed: 75, contracted: 90 },
  reminderDays: [7, 21, 45],
  renewalDays: 180,
}

const Line = z.string().trim().max(200).regex(/^[^\r\n]*$/) // prettier-ignore
const Text = Line.nullable().transform((text) => (text === '' ? null : text))
/** Numbers are compared and sent without the spaces that people put into them. */
const Code = Line.nullable().transform((text) =>
  text === null || text === '' ? null : text.replaceAll(/[\s.-]/g, '').toUpperCase(),
)
export const PartyShape = {
  name: Line,
  street: z.array(Line).max(4).transform((lines) => lines.filter((line) => line !== '')), // prettier-ignore
  postcode: Text,
  city: Text,
  country: z.string().regex(/^[A-Z]{2}$/),
  vatId: Code,
  registration: Text,
  email: z.union([z.literal('').transform(() => null), z.email().max(254), z.null()]),
}
const Percent = z.number().int().min(0).max(100)
const Days = z.number().int().min(0).max(3_650)

/** What may be set of the accounts, and how long it may be. */
export const AccountsChange = z.strictObject({
  currency: z.string().refine(isCurrency, 'Not a currency').optional(), // prettier-ignore
  seller: z.strictObject({ ...PartyShape, iban: Code, bic: Code, bank: Text }).optional(),
  vatRate: z.number().int().min(0).max(10_000).optional(),
  smallEnterprise: z.boolean().optional(),
  legal: z.partialRecord(z.enum(['en', 'fr']), z.string().max(2_000)).optional(),
  likelihood: z.strictObject({ open: Percent, offered: Percent, agreed: Percent, contracted: Percent }).optional(),
  reminderDays: z.tuple([Days, Days, Days]).refine(([first, second, third]) => first < second && second < third, 'One after the other').optional(), // prettier-ignore
  renewalDays: Days.optional(),
})

/** The accounts as stored, over the defaults: what is new in this version has its default. */
export async function accountsOf(house: HouseContext, db: Asker): Promise<AccountsSettings> {
  return { ...DEFAULT_ACCOUNTS, ...((await readAccounts(db, house.houseId)) as Partial<AccountsSettings>) }
}
