import { decimal } from '@vitrine/ledger/money/decimal'
import { afterWords } from '@vitrine/messages/after'
import { lostReasonWords } from '@vitrine/messages/deals'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { type AfterVerbs, FIGURE_TABLES, type Figures, type FigureTable } from '../../contract-after.ts'
import type { TakenAway } from '../../contract-rights.ts'
import { figuresOf } from '../../after/figures-of.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { FiguresAsked, windowOf } from './view-figures.ts'

const Export = FiguresAsked.extend({ table: z.enum(FIGURE_TABLES), format: z.enum(['csv', 'xlsx']) })

/** One table of the figures as a spreadsheet. */
export async function exportFigures(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['exportFigures']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportFigures')
  const { table, format, ...asked } = parse(Export, args)
  const figures = await figuresOf(house, { ...asked, ...windowOf(asked, house.now().toISOString().slice(0, 10)) })
  const w = afterWords[asked.locale]
  const amount = (minor: number) => Number(decimal(minor, figures.currency))
  const heads = [w[`figure.${table}`], w.deals, `${w.amount} (${figures.currency})`]
  return tableFile(
    `figures-${table}-${figures.from}-${figures.to}`,
    {
      name: w[`figure.${table}`],
      columns: (table === 'funnel' ? heads.slice(0, 2) : heads).map((heading) => ({ heading, width: 28 })),
      rows: rowsOf(figures, table, asked.locale).map(({ name, deals, minor }) =>
        minor === null ? [name, deals] : [name, deals, amount(minor)],
      ),
    },
    format,
    asked.locale,
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
