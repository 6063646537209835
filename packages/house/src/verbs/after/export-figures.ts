import { decimal } from '@vitrine/ledger/money/decimal'
import { afterWords } from '@vitrine/messages/after'
import { lostReasonWords } from '@vitrine/messages/deals'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { type AfterVerbs, FIGURE_TABLES, type Figures, type FigureTable } from '../../contract/after.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { figuresOf } from '../../after/figures-of.ts'
import { parse } from '../../input.ts'
import { chosenColumns, listAsked } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { FiguresAsked, windowOf } from './view-figures.ts'

const Export = FiguresAsked.extend({ table: z.enum(FIGURE_TABLES) })

/** One table of the figures as a spreadsheet. */
export async function exportFigures(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['exportFigures']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportFigures')
  const { format, columns, locale } = listAsked('figures', args)
  const { table, ...asked } = parse(Export, { table: args.table, from: args.from, to: args.to, by: args.by, locale })
  // the funnel counts deals and sums nothing up
  const keys = chosenColumns('figures', columns).filter((key) => table !== 'funnel' || key !== 'amount')
  const figures = await figuresOf(house, { ...asked, ...windowOf(asked, house.now().toISOString().slice(0, 10)) })
  const w = afterWords[locale]
  const headings = { name: w[`figure.${table}`], deals: w.deals, amount: `${w.amount} (${figures.currency})` }
  const rows = rowsOf(figures, table, locale).map(({ name, deals, minor }) => ({
    name,
    deals,
    amount: minor === null ? null : Number(decimal(minor, figures.currency)),
  }))
  return tableFile(
    `figures-${table}-${figures.from}-${figures.to}`,
    {
      name: headings.name,
      columns: keys.map((key) => ({ heading: headings[key], width: 28 })),
      rows: rows.map((row) => keys.map((key) => row[key])),
    },
    format,
    locale,
  )
}

function rowsOf(
  figures: Figures,
  table: FigureTable,
  locale: 'en' | 'fr',
): { name: string; deals: number; minor: number | null }[] {
  const w = afterWords[locale]
  if (table === 'forecast') return figures.forecast.rows
  const reasons: Record<string, string> = lostReasonWords[locale]
  if (table === 'lost') return figures.lost.map((row) => ({ ...row, name: reasons[row.key] ?? row.key }))
  if (table === 'funnel') return figures.funnel.map(({ state, deals }) => ({ name: w[`funnel.${state}`], deals, minor: null }))
  return figures.tables[table]
}
