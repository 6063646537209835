/** The rights book as a spreadsheet, in and out. */
import { z } from '@hono/zod-openapi'
import { ColumnsOf, fileOf, taken } from './bodies.ts'
import { endpoint, type Asked } from './define.ts'
import { plain } from './plain.ts'
import * as book from './rights-shapes.ts'
import * as shape from './shapes.ts'

const tag = 'Rights'

const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).max(500)]).optional()
const columns = z
  .string()
  .max(2_000)
  .transform((text) => (text === '' ? [] : text.split(',').map((column) => column.trim())))
  .pipe(z.array(book.Column))
const Reading = z.object({
  fileName: z.string().min(1).max(200).optional(),
  film: several(z.string().regex(/^[^:]{1,64}:/).max(33_000)).describe('`<id of a title>:<what the spreadsheet calls it>`, where no title has that name; may be repeated'), // prettier-ignore
})
const mapping = columns.describe(
  `What each column means, parted by commas: ${book.Column.options.map((one) => `\`${one}\``).join(', ')}`,
)
const file =
  'The spreadsheet: CSV or XLSX, with a line of headings; or a book as `GET /rights/export` writes it, which has no columns (`mapping` is empty then).'

async function spreadsheet({ query, context }: Pick<Asked<unknown, z.output<typeof Reading>, unknown>, 'query' | 'context'>) {
  const { bytes, fileName } = await fileOf(context)
  const films = [query.film ?? []].flat().map((one) => [one.slice(one.indexOf(':') + 1), one.slice(0, one.indexOf(':'))] as const)
  return { bytes, fileName: query.fileName ?? fileName ?? 'rights', titles: Object.fromEntries(films) }
}

export const rightsSpreadsheets = [
  endpoint('post', '/rights/import/preview', {
    verb: 'previewRightsImport',
    tag,
    summary: 'What every row of a rights spreadsheet, or every entry of a book, would become; writes nothing',
    description:
      'Without `mapping` the columns mean what they meant last time under the same headings, or else what their headings say.',
    query: Reading.extend({ mapping: mapping.optional() }),
    file,
    gives: book.ImportPreview,
    run: async ({ house, actor, locale, query, context }) => ({
      value: await house.previewRightsImport(actor, { ...(await spreadsheet({ query, context })), ...plain({ mapping: query.mapping }), locale }), // prettier-ignore
    }),
  }),
  endpoint('post', '/rights/import', {
    verb: 'importRights',
    tag,
    summary: 'Write a rights spreadsheet, or a book that was exported, into the book: all of its rows or none',
    description: 'Rows that are in the book already are left out, so that a spreadsheet can be sent a second time.',
    query: Reading.extend({ mapping, acceptWarnings: z.enum(['true', 'false']).default('false') }),
    file,
    gives: book.Imported,
    run: async ({ house, actor, locale, query, context }) => ({
      value: await house.importRights(actor, { ...(await spreadsheet({ query, context })), mapping: query.mapping, acceptWarnings: query.acceptWarnings === 'true', locale }), // prettier-ignore
    }),
  }),
  endpoint('get', '/rights/export', {
    verb: 'exportRights',
    tag,
    summary: 'The rights book, or one film’s part of it',
    description:
      '`json` is the book whole: the file that `vitrine avails` reads, with every state of every entry and the names of its papers. `csv` and `xlsx` can be imported.',
    query: shape.LocaleQuery.extend({
      format: z.enum(['json', 'csv', 'xlsx']).default('json'),
      titleId: z.string().max(64).optional(),
      columns: ColumnsOf,
    }),
    givesType: 'application/octet-stream',
    run: async ({ house, actor, locale, query }) =>
      taken(
        await house.exportRights(actor, {
          ...plain({ titleId: query.titleId }),
          format: query.format,
          columns: query.columns ?? null,
          locale,
        }),
      ),
  }),
]
