/** A list of contacts from outside: a spreadsheet with the meaning of its columns, or cards. Either way lines of the same cells. */
import { type Cells, cellsOfCard, CONTACT_COLUMNS, type ContactColumn } from '@vitrine/deals/company/contact-row'
import { CARD_LIMITS, type CardFault, readCards } from '@vitrine/deals/company/vcard'
import { decodeText } from '@vitrine/exchange/documents/encoding'
import { guessContactColumns } from '@vitrine/exchange/spreadsheets/contact-columns'
import { TABLE_LIMITS } from '@vitrine/exchange/spreadsheets/rights-table'
import type { Asker } from '@vitrine/store/asker'
import { findListMapping } from '@vitrine/store/lists/list-mappings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import { HouseError } from '../../errors.ts'
import { cleanText, parse } from '../../input.ts'
import { headingsKey, openSpreadsheet } from '../../rights/spreadsheet/open-spreadsheet.ts'

const Mapping = z.array(z.enum(CONTACT_COLUMNS)).max(TABLE_LIMITS.columns)

export interface OpenList {
  headings: string[]
  examples: string[]
  mapping: ContactColumn[]
  remembered: boolean
  /** Under which the mapping is remembered; null for cards. */
  key: string | null
  lines: { row: number; cells: Cells }[]
  faults: CardFault[]
  /** The lines below that add it up. */
  totals: number[]
}

const isCards = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*BEGIN:VCARD/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, ''))

export async function openList(
  house: HouseContext,
  db: Asker,
  bytes: Uint8Array,
  said: readonly string[] | undefined,
): Promise<OpenList> {
  if (isCards(bytes)) return openCards(bytes)
  const table = await openSpreadsheet(bytes, 'contacts')
  const key = headingsKey(table.headings)
  const fit = (mapping: readonly ContactColumn[]) => table.headings.map((_, at) => mapping[at] ?? 'ignore')
  const known = said === undefined ? Mapping.safeParse(await findListMapping(db, house.houseId, 'contacts', key)) : null
  const mapping = said !== undefined ? fit(parse(Mapping, said)) : known?.success === true ? fit(known.data) : guessContactColumns(table.headings) // prettier-ignore
  return {
    headings: table.headings,
    examples: table.rows[0]?.cells ?? [],
    mapping,
    remembered: known?.success === true,
    key,
    lines: table.rows.map(({ row, cells }) => ({ row, cells: cellsOf(cells, mapping) })),
    faults: [],
    totals: table.totals,
  }
}

function cellsOf(cells: readonly string[], mapping: readonly ContactColumn[]): Cells {
  const found: Cells = {}
  mapping.forEach((column, at) => {
    const text = cleanText(cells[at] ?? '')
    if (column !== 'ignore' && text !== '') found[column] ??= text
  })
  return found
}

function openCards(bytes: Uint8Array): OpenList {
  if (bytes.byteLength > TABLE_LIMITS.bytes) throw new HouseError('too-large', { limit: TABLE_LIMITS.bytes })
  const { cards, faults } = readCards(cleanText(decodeText(bytes).text))
  if (faults.some(({ code }) => code === 'too-many')) throw new HouseError('limit-reached', { limit: CARD_LIMITS.cards })
  const lines = cards.map((card) => ({ row: card.line, cells: cellsOfCard(card) }))
  return { headings: [], examples: [], mapping: [], remembered: false, key: null, lines, faults, totals: [] }
}
