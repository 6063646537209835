/** Sheets that come in, and the whole catalogue that goes in or out. */
import { IDENTIFIER_KINDS } from '@vitrine/catalogue'
import type { ImportUndone, SheetImport } from '@vitrine/house'
import { endpoint, type Asked } from './define.ts'
import { fileOf, worded } from './bodies.ts'
import { importAnswer } from './import.ts'
import { exportAnswer } from './export.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Sheets'
const fileName = z.string().max(300).optional()
const LookAt = shape.LocaleQuery.extend({
  fileName,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional()
    .describe('What the sheet is known to be written in; otherwise it is found.'),
})
const aFile = { file: 'The sheet: text, Markdown, HTML, DOCX, ODT, RTF or PDF.' }

async function fileToLookAt({
  query,
  context,
}: Asked<unknown, { fileName?: string | undefined; language?: string | undefined }, unknown>) {
  const file = await fileOf(context)
  return { bytes: file.bytes, fileName: query.fileName ?? file.fileName, language: query.language ?? null }
}

export const sheets = [
  endpoint('post', '/sheets', {
    verb: 'dropSheet',
    tag,
    summary: 'Drop a file: one entry for each film found in it',
    status: 201,
    gives: z.array(shape.DroppedSheet),
    ...aFile,
    query: z.object({ fileName }),
    run: async ({ house, actor, query, context }) => {
      const file = await fileOf(context)
      return { status: 201, value: await house.dropSheet(actor, { ...file, fileName: query.fileName ?? file.fileName }) }
    },
  }),
  endpoint('get', '/sheets', {
    verb: 'listDroppedSheets',
    tag,
    summary: 'Sheets that wait',
    query: shape.CursorQuery,
    gives: shape.pageOf(shape.DroppedSheetRow),
    run: async ({ house, actor, query }) => ({ value: await house.listDroppedSheets(actor, { cursor: query.cursor ?? null }) }),
  }),
  endpoint('get', '/sheets/{id}', {
    verb: 'openDroppedSheet',
    tag,
    summary: 'A sheet beside what was read of it',
    params: shape.Id,
    gives: shape.DroppedSheet,
    run: async ({ house, actor, params }) => ({ value: await house.openDroppedSheet(actor, params) }),
  }),
  endpoint('post', '/sheets/{id}/accept', {
    verb: 'acceptDroppedSheet',
    tag,
    summary: 'Make the corrected sheet a draft title',
    params: shape.Id,
    status: 201,
    gives: shape.Title,
    body: z.strictObject({
      sheet: shape.Sheet,
      intoTitleId: z.string().max(100).nullable().default(null),
      baseRevision: z
        .int()
        .nullable()
        .default(null)
        .describe('Refused where the title has moved on from it; null: over whatever it says'),
    }),
    run: async ({ house, actor, params, body }) => ({
      status: 201,
      value: await house.acceptDroppedSheet(actor, { ...params, ...body }),
    }),
  }),
  endpoint('delete', '/sheets/{id}', {
    verb: 'discardDroppedSheet',
    tag,
    summary: 'Put a sheet aside',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.discardDroppedSheet(actor, params)
      return null
    },
  }),
  endpoint('post', '/sheets/{id}/restore', {
    verb: 'restoreDroppedSheet',
    tag,
    summary: 'Bring a sheet back that was put aside',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.restoreDroppedSheet(actor, params)
      return null
    },
  }),
  endpoint('post', '/sheets/read', {
    verb: 'readSheetFile',
    tag,
    summary: 'The facts of one sheet; nothing is stored',
    description: 'What `vitrine sheet read --json` prints. 422 `no-film-found` where nothing in the text can be its title.',
    ...aFile,
    query: LookAt,
    gives: shape.SheetReading,
    run: async (asked) => ({ value: await asked.house.readSheetFile(asked.actor, await fileToLookAt(asked)) }),
  }),
  endpoint('post', '/sheets/check', {
    verb: 'checkSheetFile',
    tag,
    summary: 'What a copy editor would correct in a sheet; nothing is stored',
    description: 'What `vitrine sheet check --json` prints: places are offsets, in UTF-16 units, in the text of the file.',
    ...aFile,
    query: LookAt,
    gives: z.object({ findings: z.array(shape.CopyFinding) }),
    run: async (asked) => {
      const { findings } = await asked.house.checkSheetFile(asked.actor, await fileToLookAt(asked))
      return { value: { findings: worded(findings, asked.locale) } }
    },
  }),
  endpoint('get', '/identifiers/check', {
    verb: 'checkIdentifier',
    tag,
    summary: 'Whether an identifier of a film is right, and how it is written',
    description:
      'What `vitrine identifier check --json` prints: EIDR, ISAN, IMDb, TMDB, Wikidata or the house’s own reference, as an address, a URN or plain. `canonical` is the form that the house keeps, with the check characters that were given; `complete` has those that the digits call for.',
    query: z.object({
      value: z.string().min(1).max(1000),
      kind: z.enum(IDENTIFIER_KINDS).optional().describe('Without it the form tells; bare digits and references do not.'),
    }),
    gives: shape.IdentifierCheck,
    run: async ({ house, actor, query }) => ({
      value: await house.checkIdentifier(actor, { value: query.value, kind: query.kind ?? null }),
    }),
  }),
  endpoint('post', '/import', {
    verb: 'importSheets',
    tag: 'Catalogue',
    summary: 'Import many files',
    description:
      'Send NDJSON, one file a line: `{"path": "…", "bytes": "<base64>"}`. The answer is NDJSON too: `{"progress": …}` while it works, then one `{"report": …}`, or `{"problem": …}`. The same file never makes a second title, so a broken connection is mended by sending everything again. A film that is new becomes a title at once (`POST /imports/{id}/undo` takes the whole import back); a sheet that would change a title, or is of a film called nearly as one, waits at the desk (`GET /sheets`, outcome `needs-an-eye`). To stage everything, send the files to `POST /intakes` instead.',
    query: z.object({
      publish: z.enum(['true', 'false']).default('false'),
      update: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Change titles that are in the catalogue at once, where nobody edited them by hand'),
      import: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe('The id of an import that this one goes on with, as its report said: both are taken back as one'),
      total: shape.whole(0, 1_000_000_000).optional(),
    }),
    bytes: 'NDJSON, one file a line.',
    kinds: ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'text/plain'],
    givesType: 'application/x-ndjson',
    run: importAnswer,
  }),
  endpoint('get', '/imports', {
    verb: 'listImports',
    tag: 'Catalogue',
    summary: 'Imports of sheets, the newest first',
    query: shape.CursorQuery,
    gives: shape.pageOf(
      z.object({
        id: z.string(),
        at: z.string().describe('ISO 8601'),
        by: z.string(),
        created: z.int(),
        changed: z.int(),
        waiting: z.int().describe('Sheets of it that still wait for somebody'),
        undoneAt: z.string().nullable(),
      } satisfies Record<keyof SheetImport, unknown>),
    ),
    run: async ({ house, actor, query }) => ({ value: await house.listImports(actor, { cursor: query.cursor ?? null }) }),
  }),
  endpoint('post', '/imports/{id}/undo', {
    verb: 'undoImport',
    tag: 'Catalogue',
    summary: 'Take one back: what it made is gone, what it changed says again what it said; what was done since stays',
    params: shape.Id,
    gives: z.object({
      removed: z.int(),
      restored: z.int(),
      withdrawn: z.int().describe('Titles that it had published'),
      waiting: z.int().describe('Sheets that waited, and wait no longer'),
      kept: z.array(z.object({ titleId: z.string(), title: z.string(), reason: z.enum(['in-use', 'published', 'changed-since']) })), // prettier-ignore
    } satisfies Record<keyof ImportUndone, unknown>),
    run: async ({ house, actor, params }) => ({ value: await house.undoImport(actor, params) }),
  }),
  endpoint('get', '/export', {
    verb: 'exportTitles',
    tag: 'Catalogue',
    summary: 'The whole catalogue, as files',
    givesType: 'application/x-ndjson',
    description: 'NDJSON, one file a line: `{"fileName": "…", "content": "…"}`.',
    query: z.object({
      format: z.enum(['json', 'text', 'markdown', 'html', 'csv']).default('json'),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
        .optional(),
    }),
    run: exportAnswer,
  }),
]
