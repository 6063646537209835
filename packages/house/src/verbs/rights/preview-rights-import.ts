import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ImportPreview, RightsVerbs } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { mappingOf, openSpreadsheet, Titles } from '../../rights/spreadsheet/open-spreadsheet.ts'
import { isBookFile, openBookFile } from '../../rights/spreadsheet/read-book-file.ts'
import { readBookRows, readRows } from '../../rights/spreadsheet/read-rows.ts'

/** Every row of a rights spreadsheet, or every entry of a book's file, as it would be entered, with all that is doubtful about it. Writes nothing. */
export async function previewRightsImport(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['previewRightsImport']>[1],
): Promise<ImportPreview> {
  authorise(actor, 'previewRightsImport')
  const titles = parse(Titles, args.titles ?? {})
  if (isBookFile(args.bytes)) {
    const { rows, counts, ready, unchanged } = await readBookRows(house, house.db, openBookFile(args.bytes), titles, args.locale)
    return { headings: [], mapping: [], remembered: false, rows, counts, fresh: ready.length, unchanged, totals: [] }
  }
  const table = await openSpreadsheet(args.bytes, 'rights')
  const { mapping, remembered } = await mappingOf(house, house.db, table, args.mapping)
  const { rows, counts, ready, unchanged } = await readRows(house, house.db, table, mapping, titles, args.locale)
  return { headings: table.headings, mapping, remembered, rows, counts, fresh: ready.length, unchanged, totals: table.totals }
}
