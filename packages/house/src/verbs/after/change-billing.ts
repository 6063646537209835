import { faultsOfParty } from '@vitrine/ledger/invoice/party'
import { putBilling } from '@vitrine/store/after/accounts'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, Billing } from '../../contract/after.ts'
import { PartyShape } from '../../after/accounts.ts'
import { billingOf } from '../../after/compose-invoice.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Shape = z.strictObject({
  ...PartyShape,
  buyerReference: z.string().trim().max(100).nullable().transform((text) => (text === '' ? null : text)), // prettier-ignore
})
const WRONG = {
  name: ['name', 'The name is missing', 'Le nom manque'],
  country: ['country', 'Not the two letters of a country', 'Ce ne sont pas les deux lettres d’un pays'],
  'vat-id': [
    'vatId',
    'A VAT number begins with its country: PL5260001246',
    'Un numéro de TVA commence par son pays : PL5260001246',
  ],
} as const

/** Says to whom a company's invoices are made out. Invoices that were issued stay what they are. */
export async function changeBilling(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['changeBilling']>[1],
): Promise<Billing> {
  authorise(actor, 'changeBilling')
  const companyId = parse(Id, args.companyId)
  const billing: Billing = parse(Shape, args.billing)
  const issues = faultsOfParty(billing).flatMap((fault) => {
    if (fault === 'iban' || fault === 'bic') return []
    const [field, message, messageFr] = WRONG[fault]
    return [{ path: `billing.${field}`, message, messageFr }]
  })
  if (issues.length > 0) throw new HouseError('invalid-input', { issues })
  return write(house, actor, async (writing) => {
    await billingOf(house, writing.trx, companyId) // the company is there
    await putBilling(writing.trx, house.houseId, companyId, billing, writing.at)
    writing.audit({ verb: 'changeBilling', subject: 'Company', subjectId: companyId })
    return billing
  })
}
