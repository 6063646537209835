/** A rights spreadsheet from outside, with the meaning of its columns: said now, remembered from last time, or guessed. */
import type { DocumentError } from '@vitrine/exchange/documents/errors'
import { plainWords } from '@vitrine/exchange/spreadsheets/guess-columns'
import { guessColumns, RIGHTS_COLUMNS, type RightsColumn } from '@vitrine/exchange/spreadsheets/rights-columns'
import { type Table, TABLE_LIMITS } from '@vitrine/exchange/spreadsheets/rights-table'
import type { Asker } from '@vitrine/store/asker'
import { findListMapping } from '@vitrine/store/lists/list-mappings'
import { z } from 'zod'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { whatToDo } from '../../sheets/what-to-do.ts'
import { type FileOfRows, tableApart } from './table-apart.ts'

const Mapping = z.array(z.enum(RIGHTS_COLUMNS)).max(TABLE_LIMITS.columns)
export const Titles = z.record(z.string().max(TABLE_LIMITS.cell), z.string().max(64))

const UNSUPPORTED = new Set(['unknown-type', 'no-list'])
/** A list is asked for, in the place of what is of no known type. */
const asList = (read: Pick<DocumentError, 'code' | 'params'>): Pick<DocumentError, 'code' | 'params'> =>
  read.code === 'unknown-type' ? { code: 'no-list', params: { kind: 'unknown' } } : read

export async function openSpreadsheet(bytes: Uint8Array, of: FileOfRows['of']): Promise<Table> {
  const read = await tableApart({ bytes, of })
  if ('table' in read) return read.table
  if ('tooMany' in read) throw new HouseError('limit-reached', { limit: read.tooMany })
  if (read.code === 'too-large') throw new HouseError('too-large', { limit: TABLE_LIMITS.bytes })
  throw new HouseError(UNSUPPORTED.has(read.code) ? 'unsupported-file' : 'unreadable-file', { reason: read.code, params: read.params, issues: [whatToDo(asList(read))] }) // prettier-ignore
}

/** The same headings in the same order mean the same. */
export const headingsKey = (headings: readonly string[]): string => sha256(headings.map(plainWords).join('\n'))

export async function mappingOf(
  house: HouseContext,
  db: Asker,
  table: Table,
  said: readonly string[] | undefined,
): Promise<{ mapping: RightsColumn[]; remembered: boolean }> {
  const fit = (mapping: readonly RightsColumn[]) => table.headings.map((_, at) => mapping[at] ?? 'ignore')
  if (said !== undefined) return { mapping: fit(parse(Mapping, said)), remembered: false }
  const known = await findListMapping(db, house.houseId, 'rights', headingsKey(table.headings))
  const mapping = Mapping.safeParse(known)
  return mapping.success
    ? { mapping: fit(mapping.data), remembered: true }
    : { mapping: guessColumns(table.headings), remembered: false }
}
