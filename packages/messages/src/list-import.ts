/** Lists that are brought in: which files they come as, and what is said of every one of them. */
import { formatNumber } from './format.ts'
import { inEveryLocale } from './locale.ts'

/** Endings of tables that are text, and of workbooks; what is in a file decides, not its name. */
export const TABLE_ENDINGS = ['csv', 'tsv', 'txt'] as const
export const WORKBOOK_ENDINGS = ['xlsx', 'xlsm', 'ods'] as const
/** As which a list may come, of films, of rights or of contacts. */
export const LIST_ENDINGS = [...TABLE_ENDINGS, ...WORKBOOK_ENDINGS] as const
/** As a sentence names them. */
export const LIST_FILES = 'CSV, XLSX, XLSM, ODS'

export const listImport = inEveryLocale(
  {
    totals: (rows: readonly number[]) =>
      rows.length === 1
        ? `Row ${rows[0]} adds up those above it, and is left out.`
        : `Rows ${rows.join(', ')} add up those above them, and are left out.`,
    unknownColumns: (count: number) => `${formatNumber('en', count)} columns that are left out`,
  },
  {
    totals: (rows) =>
      rows.length === 1
        ? `La ligne ${rows[0]} additionne celles du dessus : elle est laissée de côté.`
        : `Les lignes ${rows.join(', ')} additionnent celles du dessus : elles sont laissées de côté.`,
    unknownColumns: (count) => `${formatNumber('fr', count)} colonnes laissées de côté`,
  },
)
