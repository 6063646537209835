/** A list of rights or of contacts as a table, a large one read beside the thread that answers. */
import { DocumentError, type DocumentErrorCode } from '@vitrine/exchange/documents/errors'
import { guessNamedContacts } from '@vitrine/exchange/spreadsheets/contact-columns'
import { guessColumns } from '@vitrine/exchange/spreadsheets/rights-columns'
import { type Guess, readTable, type Table, TABLE_LIMITS, TooManyRows } from '@vitrine/exchange/spreadsheets/rights-table'
import { apart, isSmall, LONGEST } from '../../exchange/apart.ts'

export interface FileOfRows {
  bytes: Uint8Array
  /** What the headings are expected to be of. */
  of: 'rights' | 'contacts'
}
/** What it says, or why nothing. */
export type TableRead = { table: Table } | { tooMany: number } | { code: DocumentErrorCode; params: DocumentError['params'] }

const GUESSES: Readonly<Record<FileOfRows['of'], Guess>> = { rights: guessColumns, contacts: guessNamedContacts }

export async function tableHere({ bytes, of }: FileOfRows): Promise<TableRead> {
  try {
    return { table: await readTable(bytes, GUESSES[of]) }
  } catch (thrown) {
    if (thrown instanceof TooManyRows) return { tooMany: thrown.limit }
    if (thrown instanceof DocumentError) return { code: thrown.code, params: thrown.params }
    throw thrown
  }
}

export async function tableApart(file: FileOfRows): Promise<TableRead> {
  // what is refused by its size is not handed over first
  if (isSmall(file.bytes) || file.bytes.length > TABLE_LIMITS.bytes) return tableHere(file)
  const answer = await apart<TableRead>(new URL('./table-thread.ts', import.meta.url), file)
  if ('made' in answer) return answer.made
  return answer.failed === 'too-slow'
    ? { code: 'timeout', params: { seconds: LONGEST / 1000 } }
    : { code: 'out-of-memory', params: {} }
}
