import { decimal } from '@vitrine/ledger/money/decimal'
import { afterWords } from '@vitrine/messages/after'
import { stateWords } from '@vitrine/messages/deals'
import { type InvoiceRow, listInvoiceRows } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract-after.ts'
import type { TakenAway } from '../../contract-rights.ts'
import { openOf } from '../../after/reach-invoice.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { InvoiceFilter } from './list-invoices.ts'

const STEP = 1_000
const Export = InvoiceFilter.extend({ format: z.enum(['csv', 'xlsx']), locale: z.enum(['en', 'fr']) })

/** Invoices as a spreadsheet, for whoever keeps the books. */
export async function exportInvoices(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['exportInvoices']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportInvoices')
  const { format, locale, cursor: _, limit: __, ...filter } = parse(Export, args)
  const today = house.now().toISOString().slice(0, 10)
  const rows: InvoiceRow[] = []
  for (let after: Parameters<typeof listInvoiceRows>[2]['after'] = null; ;) {
    const page = await listInvoiceRows(house.db, house.houseId, { ...filter, today, after, limit: STEP })
    rows.push(...page)
    const last = page.at(-1)
    if (page.length < STEP || last === undefined) break
    after = {
      overdue: last.kind === 'invoice' && last.state === 'issued' && last.dueOn < today,
      dueOn: last.dueOn,
      year: last.year,
      seq: last.seq,
    }
  }
  const w = afterWords[locale]
  const amount = (row: InvoiceRow, minor: number) => Number(decimal(minor, row.currency))
  return tableFile(
    'invoices',
    {
      name: w.invoices,
      columns: [
        w.number,
        w.kind,
        w.stateHead,
        w.issuedOn,
        w.dueOn,
        w.company,
        w.deal,
        w.currency,
        w.net,
        w.vat,
        w.total,
        w.settled,
        w.open,
      ].map((heading) => ({ heading, width: 16 })),
      rows: rows.map((row) => [
        row.number,
        w[`kind.${row.kind}`],
        stateWords[locale].invoice[row.state],
        row.issuedOn,
        row.dueOn,
        row.companyName,
        `D-${row.dealNumber}`,
        row.currency,
        ...[row.net, row.vat, row.total].map((minor) => amount(row, row.kind === 'invoice' ? minor : -minor)),
        amount(row, row.settled),
        amount(row, openOf(row)),
      ]),
    },
    format,
    locale,
  )
}
