import { facturX, hasFacturX } from '@vitrine/ledger/invoice/factur-x'
import { readInvoice } from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { reachInvoice } from '../../after/reach-invoice.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'

/** The XML of an invoice alone, as EN 16931 has it. */
export async function openInvoiceXml(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['openInvoiceXml']>[1],
): Promise<TakenAway> {
  const row = await reachInvoice(house, house.db, actor, 'openInvoiceXml', parse(Id, args.id))
  const invoice = (await readInvoice(house.db, house.houseId, row.id))!
  if (!hasFacturX(invoice))
    throw new HouseError('not-found', { subject: 'Invoice', reason: 'the standard has no amounts of three digits' })
  return { fileName: `${row.number}.xml`, mediaType: 'application/xml', bytes: new TextEncoder().encode(facturX(invoice)) }
}
