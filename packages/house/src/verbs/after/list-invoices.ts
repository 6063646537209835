import { INVOICE_SHELVES, listInvoiceRows, openSums, returnSums } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'

export const InvoiceFilter = z.object({
  shelf: z.enum(INVOICE_SHELVES).default('all'),
  text: z.string().max(200).optional(),
  year: z.number().int().min(1900).max(9999).optional(),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(500).default(100),
})

const Listed = InvoiceFilter.extend({ companyId: Id.optional() })

/** Invoices and credit notes: what is overdue first, then the newest. A buyer gets those of their own company. */
export async function listInvoices(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['listInvoices']>[1],
): ReturnType<AfterVerbs['listInvoices']> {
  authoriseEver(actor, 'listInvoices')
  const { cursor, limit, companyId: asked, ...filter } = parse(Listed, args)
  const companyId = actor.role === 'buyer' ? actor.companyId! : asked
  const today = house.now().toISOString().slice(0, 10)
  if (!can(actor, 'listInvoices', { companyId: actor.companyId ?? null }))
    return { items: [], nextCursor: null, sums: [], toReturn: [], today } // a buyer of no company
  const after = fromCursor(cursor)
  const rows = await listInvoiceRows(house.db, house.houseId, {
    ...filter,
    companyId,
    today,
    after:
      after === null ? null : { overdue: after[0] === 1, dueOn: String(after[1]), year: Number(after[2]), seq: Number(after[3]) },
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const late = last !== undefined && last.kind === 'invoice' && last.state === 'issued' && last.dueOn < today
  return {
    items: actor.role === 'buyer' ? items.map((item) => ({ ...item, dealName: '' })) : items, // how the house calls a deal is its own
    nextCursor: rows.length > limit && last !== undefined ? toCursor(late ? 1 : 0, last.dueOn, last.year, last.seq) : null,
    sums: await openSums(house.db, house.houseId, today, companyId),
    toReturn: await returnSums(house.db, house.houseId, { companyId }),
    today,
  }
}
