import { tableCsv, tableXlsx } from '@vitrine/exchange/spreadsheets/table'
import { lengthsInWords, percentOf, sentListWords } from '@vitrine/messages/sent-lists'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { viewSentList } from './view-sent-list.ts'

const WIDTHS = { title: 36, director: 24, year: 8, length: 12, answer: 22, share: 14, from: 16, available: 80, page: 48 } as const
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as a spreadsheet, as it was sent, for whoever has its link. */
export async function exportSentList(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportSentList']>[1],
): ReturnType<RightsVerbs['exportSentList']> {
  authorise(actor, 'exportSentList')
  const { locale, at, rows } = await viewSentList(house, actor, args)
  const words = sentListWords[locale]
  const table = {
    name: words.title,
    columns: COLUMNS.map((column) => ({ heading: words.column[column], width: WIDTHS[column] })),
    rows: rows.map((row) => [
      row.title,
      row.director,
      row.year,
      row.minutes === null ? null : lengthsInWords(row.minutes),
      words.answer[row.answer],
      percentOf(row.answer, row.share),
      row.soonestFree,
      row.available.join('\n'),
      row.slug === null ? null : `${house.origin}/${locale}/films/${row.slug}`,
    ]),
  }
  const fileName = `${words.fileName}-${at.slice(0, 10)}.${args.format}`
  return args.format === 'csv'
    ? { fileName, mediaType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(tableCsv(table, locale)) }
    : { fileName, mediaType: XLSX, bytes: await tableXlsx(table) }
}
