import { facturX, hasFacturX } from '@vitrine/ledger/invoice/factur-x'
import { invoicePaper, keepInvoicePaper, readInvoice } from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import { reachInvoice } from '../../after/reach-invoice.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { printed, printedHouse } from '../../printing/printed.ts'

/**
 * The paper of an invoice: PDF/A-3, with the XML that programs read inside where the standard has one for its currency. It is
 * printed when it is first asked for and kept from then on: what a buyer was sent does not change with a template.
 */
export async function printInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['printInvoice']>[1],
): Promise<{ pdf: Uint8Array; fileName: string }> {
  const row = await reachInvoice(house, house.db, actor, 'printInvoice', parse(Id, args.id))
  const fileName = `${row.number}.pdf`
  const kept = await invoicePaper(house.db, house.houseId, row.id)
  if (kept !== null) return { pdf: await bytesOf(house, kept), fileName }
  const invoice = (await readInvoice(house.db, house.houseId, row.id))!
  const dress = await printedHouse(house, invoice.locale)
  const xml = hasFacturX(invoice) ? facturX(invoice) : null
  const pdf = await printed(house, (press) => press.printInvoice({ house: dress, invoice, xml }))
  const name = await house.files.put(pdf)
  const counts = await keepInvoicePaper(house.db, house.houseId, row.id, name, house.now().toISOString())
  return { pdf: counts === name ? pdf : await bytesOf(house, counts), fileName }
}

async function bytesOf(house: HouseContext, name: string): Promise<Uint8Array> {
  const bytes = await house.files.get(name)
  if (bytes === null) throw new HouseError('files-down', { file: name })
  return bytes
}
