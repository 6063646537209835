/** Films out in the formats of the trade; files in, laid beside the catalogue, decided, taken, taken back. */
import { z } from '@hono/zod-openapi'
import {
  AVAILS_KINDS,
  INTAKE_STATES,
  type IntakeView,
  type FormatLine,
  LICENCE_STANDINGS,
  type LicencesIn,
  STANDINGS,
} from '@vitrine/house'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { findingMessage } from '@vitrine/messages/findings'
import { LOCALES, type Locale } from '@vitrine/messages'
import { contentDisposition, fileOf, takenInPieces } from './bodies.ts'
import { endpoint } from './define.ts'
import { headerJson } from './header-json.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const tag = 'Exchange'
const FormatId = z.enum(Object.keys(FORMAT_NAMES) as [keyof typeof FORMAT_NAMES])
const Finding = z
  .object({
    severity: z.enum(['fatal', 'error', 'warning', 'notice']),
    rule: z.string(),
    line: z.int().nullable(),
    path: z.string().nullable(),
    values: z.record(z.string(), z.string()),
    message: z.string(),
  })
  .openapi('Finding')
const instant = z.string().describe('ISO 8601')
const intake = {
  id: z.string(),
  fileName: z.string(),
  format: FormatId,
  version: z.string().nullable(),
  state: z.enum(INTAKE_STATES),
  films: z.int(),
  licences: z.int().describe('Avails in the file, beside its films'),
  receivedAt: instant,
  receivedBy: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
}
const Intake = z.object(intake).openapi('Intake')
const Standing = z.enum(STANDINGS)
const Match = z.object({ id: z.string(), why: z.string(), certain: z.boolean(), alike: z.int(), title: z.string(), year: z.int().nullable() }) // prettier-ignore
const Change = z.object({ path: z.string(), before: z.unknown(), after: z.unknown(), fills: z.boolean(), taken: z.boolean() })
const Film = z
  .object({
    position: z.int(),
    key: z.string(),
    line: z.int().nullable(),
    title: z.string(),
    sheet: shape.Sheet,
    standing: Standing,
    doubts: z.array(Finding),
    pictureUrls: z.array(z.string()),
    matches: z.array(Match),
    repeats: z.int().nullable(),
    decision: z.enum(['take', 'skip']).nullable(),
    titleId: z.string().nullable(),
    changes: z.array(Change),
    taken: z.object({ titleId: z.string(), revision: z.int(), fresh: z.boolean() }).nullable(),
  } satisfies Record<keyof IntakeView['items'][number], unknown>)
  .openapi('IntakeFilm')
const count = z.int()
const View = z.object({
  ...intake,
  columns: z.array(z.object({ heading: z.string(), column: z.string(), sample: z.string() })).nullable(),
  remembered: z.boolean(),
  findings: z.array(Finding),
  counts: z.object({ new: count, changed: count, same: count, duplicate: count, doubtful: count, undecided: count, taken: count }), // prettier-ignore
  items: z.array(Film),
  nextCursor: z.string().nullable(),
} satisfies Record<keyof IntakeView, unknown>)
const Licence = z
  .object({
    rows: z.array(z.int()).describe('Which avails of the file, from 1; the first names the licence'),
    line: z.int().nullable(),
    key: z.string(),
    film: z.string(),
    titleId: z.string().nullable(),
    title: z.string().nullable(),
    text: z.string().nullable(),
    standing: z.enum(LICENCE_STANDINGS),
    problems: z.array(z.object({ severity: z.enum(['bad', 'doubtful']), message: z.string() })),
    readable: z.boolean().describe('It can be entered, if only as a draft'),
  } satisfies Record<keyof LicencesIn['items'][number], unknown>)
  .openapi('IntakeLicence')
const Choice = z.union([
  z.object({ position: z.int(), decision: z.literal('skip') }),
  z.object({ position: z.int(), decision: z.literal('take'), titleId: z.string().nullable(), paths: z.array(z.string()).optional() }), // prettier-ignore
  z.object({ position: z.int(), decision: z.null() }),
])
const worded = <F extends IntakeView['findings'][number]>(locale: Locale, findings: readonly F[]) =>
  findings.map((finding) => ({ ...finding, values: { ...finding.values }, message: findingMessage(locale, finding) }))

/** How often each word stands there. */
const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

export const exchange = [
  endpoint('get', '/formats', {
    verb: 'listFormats',
    tag,
    summary: 'The formats that films go out and come in by',
    gives: z.object({
      items: z.array(
        z.object({
          id: FormatId,
          name: z.string(),
          versions: z.array(z.string()),
          out: z.boolean(),
          in: z.boolean(),
        } satisfies Record<keyof FormatLine | 'name', unknown>),
      ),
    }),
    run: async ({ house, actor }) => ({
      value: { items: (await house.listFormats(actor)).map((one) => ({ ...one, name: FORMAT_NAMES[one.id] })) },
    }),
  }),
  endpoint('get', '/films', {
    verb: 'exportFilms',
    tag,
    summary: 'Films as a file of a format',
    description:
      'Every published film, or those named. What the format has no place for is in the header `X-Losses`: how many, as JSON by field.',
    query: shape.LocaleQuery.extend({
      format: FormatId,
      version: z.string().max(20).optional(),
      id: z.union([z.string(), z.array(z.string()).max(1000)]).optional().describe('A title by its id; may be repeated'), // prettier-ignore
      column: z.union([z.string(), z.array(z.string()).max(100)]).optional().describe('Of a list: a column (`title`, `year`…), in the order in which they are asked for'), // prettier-ignore
    }),
    givesType: 'application/octet-stream',
    run: async ({ house, actor, locale, query }) => {
      const ids = query.id === undefined ? null : [query.id].flat()
      const columns = query.column === undefined ? null : [query.column].flat()
      const { fileName, mediaType, bytes, films, losses } = await house.exportFilms(actor, { format: query.format, version: query.version ?? null, ids, columns, locale }) // prettier-ignore
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': mediaType,
          'content-disposition': contentDisposition('attachment', fileName),
          'x-films': String(films),
          'x-losses': headerJson(tally(losses.map(({ field }) => field))),
        },
      })
    },
  }),
  endpoint('get', '/titles/{id}/festival-pack.zip', {
    verb: 'packFestival',
    tag,
    summary: 'A film as festivals ask for it with an entry, in one archive',
    description: 'What forms ask for and the film does not have is in the header `X-Missing`: how many.',
    params: shape.Id,
    query: shape.LocaleQuery.extend({
      language: z.union([z.enum(LOCALES), z.array(z.enum(LOCALES)).max(LOCALES.length)]).optional().describe('Of the form’s fields; may be repeated. Otherwise that of the request.'), // prettier-ignore
    }),
    givesType: 'application/zip',
    run: async ({ house, actor, params, query, locale }) => {
      const locales = query.language === undefined ? [locale] : [query.language].flat()
      const { fileName, mediaType, bytes, missing } = await house.packFestival(actor, { ...params, locales })
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': mediaType,
          'content-disposition': contentDisposition('attachment', fileName),
          'x-missing': String(missing.length),
        },
      })
    },
  }),
  endpoint('get', '/avails', {
    verb: 'exportAvails',
    tag,
    summary: 'Signed licences of platforms as MovieLabs Avails',
    description:
      'What of which licence avails have no word for is counted in the header `X-Unsaid`, as JSON by rule; `X-Avails` and `X-Left` count what the file holds and what is not of the sheet that was asked for. The file is made whole before the answer begins.',
    query: shape.LocaleQuery.extend({
      as: z.enum(AVAILS_KINDS).default('xml').describe('A document; the spreadsheet; that of films or of series alone'),
      version: z.string().max(20).optional(),
      licensee: z.string().max(300).optional().describe('The platform, as the rights book calls it'),
    }),
    givesType: 'application/octet-stream',
    run: async ({ house, actor, locale, query, context }) => {
      const { avails, left, told, ...file } = await house.exportAvails(actor, { as: query.as, version: query.version ?? null, licensee: query.licensee ?? null, locale }) // prettier-ignore
      return takenInPieces(context, file, { 'x-avails': String(avails), 'x-left': String(left), 'x-unsaid': headerJson(told) })
    },
  }),
  endpoint('post', '/validate', {
    verb: 'validateFile',
    tag,
    summary: 'What a file is, and what is wrong with it; nothing is kept',
    description: 'What `vitrine validate --json` prints.',
    query: shape.LocaleQuery.extend({ name: z.string().max(300).optional() }),
    file: 'The file, of any format.',
    gives: z.object({
      format: z.string().nullable(),
      version: z.string().nullable(),
      schema: z.enum(['checked', 'not found']).nullable(),
      counts: z.object({ fatal: count, error: count, warning: count, notice: count }),
      findings: z.array(Finding),
      notes: z.array(Finding),
    }),
    run: async ({ house, actor, locale, query, context }) => {
      const { bytes, fileName } = await fileOf(context)
      const found = await house.validateFile(actor, { bytes, fileName: query.name ?? fileName })
      return { value: { ...found, findings: worded(locale, found.findings), notes: worded(locale, found.notes) } }
    },
  }),
  endpoint('post', '/convert', {
    verb: 'convertFile',
    tag,
    summary: 'A file of one format in another; nothing is kept',
    description:
      'Films go through the title sheet; Avails stay Avails, as a document of any version or as the spreadsheet. What could not be carried is counted by field in the header `X-Losses`, as JSON; what was not understood of the file in `X-Doubts`, by rule.',
    query: shape.LocaleQuery.extend({
      to: FormatId,
      version: z.string().max(20).optional().describe('Of the format to write'),
      name: z.string().max(300).optional(),
    }),
    file: 'The file, in any format that comes in.',
    givesType: 'application/octet-stream',
    run: async ({ house, actor, locale, query, context }) => {
      const { bytes: given, fileName: called } = await fileOf(context)
      const made = await house.convertFile(actor, { bytes: given, fileName: query.name ?? called, to: query.to, version: query.version ?? null, locale }) // prettier-ignore
      const fields = [...made.losses.map(({ field }) => field), ...made.lost.map(({ path }) => path ?? 'avail')]
      return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': made.mediaType,
          'content-disposition': contentDisposition('attachment', made.fileName),
          'x-items': String(made.items),
          'x-losses': headerJson(tally(fields)),
          'x-doubts': headerJson(tally(made.doubts.map(({ rule }) => rule))),
        },
      })
    },
  }),
  endpoint('post', '/intakes', {
    verb: 'receiveFile',
    tag,
    summary: 'Hand a file in: its films are laid beside the catalogue, which does not change',
    query: z.object({ name: z.string().max(300).optional().describe('What the file is called') }),
    file: 'The file, in any format that comes in.',
    status: 201,
    gives: Intake.extend({ again: z.boolean().describe('This very file waits already: it is answered as it waits') }),
    run: async ({ house, actor, query, context }) => {
      const { bytes, fileName } = await fileOf(context)
      return { value: await house.receiveFile(actor, { bytes, fileName: query.name ?? fileName ?? 'file' }) }
    },
  }),
  endpoint('get', '/intakes', {
    verb: 'listIntakes',
    tag,
    summary: 'Files that came in, the newest first',
    query: shape.CursorQuery,
    gives: shape.pageOf(Intake),
    run: async ({ house, actor, query }) => ({ value: await house.listIntakes(actor, { cursor: query.cursor ?? null }) }),
  }),
  endpoint('get', '/intakes/{id}', {
    verb: 'openIntake',
    tag,
    summary: 'A file that came in, film by film beside the catalogue as it is now',
    params: shape.Id,
    query: shape.CursorQuery.extend({ standing: Standing.optional() }),
    gives: View,
    run: async ({ house, actor, params, query, locale }) => {
      const view = await house.openIntake(actor, { ...params, standing: query.standing ?? null, cursor: query.cursor ?? null })
      return {
        value: {
          ...view,
          findings: worded(locale, view.findings),
          items: view.items.map((film) => ({ ...film, doubts: worded(locale, film.doubts) })),
        },
      }
    },
  }),
  endpoint('post', '/intakes/{id}/columns', {
    verb: 'mapIntake',
    tag,
    summary: 'Say what the columns of a list hold: it is read again, and the next list with these headings is read so',
    description:
      'For each column, in order: `title`, `year`, `lengths`, `credit:music`…, `ignore`; titles and texts may name their language, `synopsis@fr`.',
    params: shape.Id,
    body: z.object({ columns: z.array(z.string().max(40)).min(1).max(200) }),
    gives: Intake,
    run: async ({ house, actor, params, body }) => ({ value: await house.mapIntake(actor, { ...params, ...body }) }),
  }),
  endpoint('post', '/intakes/{id}/choices', {
    verb: 'decideIntake',
    tag,
    summary: 'Say what becomes of some of its films',
    params: shape.Id,
    body: z.object({ choices: z.array(Choice).min(1).max(10_000) }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.decideIntake(actor, {
        ...params,
        choices: body.choices.map((one) => (one.decision === 'take' ? { ...one, ...plain({ paths: one.paths }) } : one)) as never,
      })
      return null
    },
  }),
  endpoint('post', '/intakes/{id}/take', {
    verb: 'takeIntake',
    tag,
    summary: 'Take what was decided into the catalogue, all of it or nothing',
    params: shape.Id,
    gives: z.object({ created: count, changed: count, unchanged: count, skipped: count, left: z.array(z.object({ position: count, title: z.string(), reason: z.enum(['undecided', 'revision-changed', 'gone', 'known-by-now']) })) }), // prettier-ignore
    run: async ({ house, actor, params }) => ({ value: await house.takeIntake(actor, params) }),
  }),
  endpoint('post', '/intakes/{id}/undo', {
    verb: 'undoIntake',
    tag,
    summary: 'Take it back: what it made is gone, what it changed says again what it said; what was done since stays',
    params: shape.Id,
    gives: z.object({ removed: count, restored: count, withdrawn: count, kept: z.array(z.object({ titleId: z.string(), title: z.string(), reason: z.enum(['in-use', 'published', 'changed-since']) })) }), // prettier-ignore
    run: async ({ house, actor, params }) => ({ value: await house.undoIntake(actor, params) }),
  }),
  endpoint('get', '/intakes/{id}/licences', {
    verb: 'viewIntakeLicences',
    tag,
    summary: 'The licences of a file that came in, beside the rights book as it is now',
    params: shape.Id,
    query: shape.LocaleQuery.extend({
      standing: z.enum(LICENCE_STANDINGS).optional(),
      after: shape.whole(0, shape.MOST_NUMBER).optional().describe('`after` of the page before'),
    }),
    gives: z.object({
      counts: z.object({ new: count, same: count, contradicts: count, doubtful: count }),
      entered: count.describe('Entries that were made of this file'),
      items: z.array(Licence),
      after: z.int().nullable(),
    } satisfies Record<keyof LicencesIn, unknown>),
    run: async ({ house, actor, params, query, locale }) => ({
      value: await house.viewIntakeLicences(actor, { ...params, standing: query.standing ?? null, after: query.after ?? null, locale }), // prettier-ignore
    }),
  }),
  endpoint('post', '/intakes/{id}/licences/take', {
    verb: 'takeIntakeLicences',
    tag,
    summary: 'Enter licences of a file into the rights book, through its checks',
    description:
      'Those whose first row is named, else all that are new. What is doubtful needs `acceptWarnings`; what contradicts the book can only become a draft.',
    params: shape.Id,
    query: shape.LocaleQuery,
    body: z.object({
      as: z.enum(['draft', 'signed']),
      rows: z.array(z.int().min(1)).min(1).max(20_000).optional(),
      acceptWarnings: z.boolean().optional(),
    }),
    gives: z.object({ entries: count, left: count }),
    run: async ({ house, actor, params, body, locale }) => ({
      value: await house.takeIntakeLicences(actor, { ...params, as: body.as, rows: body.rows ?? null, acceptWarnings: body.acceptWarnings === true, locale }), // prettier-ignore
    }),
  }),
  endpoint('post', '/intakes/{id}/licences/undo', {
    verb: 'undoIntakeLicences',
    tag,
    summary: 'Withdraw the entries that were made of a file: drafts are rejected, what was signed never counted',
    params: shape.Id,
    gives: z.object({ withdrawn: count, kept: count }),
    run: async ({ house, actor, params }) => ({ value: await house.undoIntakeLicences(actor, params) }),
  }),
  endpoint('post', '/intakes/{id}/discard', {
    verb: 'discardIntake',
    tag,
    summary: 'Put a file away, or back',
    params: shape.Id,
    body: z.object({ discarded: z.boolean() }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.discardIntake(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('get', '/twins', {
    verb: 'findTwins',
    tag,
    summary: 'Pairs of titles that may be one film, the surest first',
    gives: z.object({
      items: z.array(
        z.object({
          a: z.object({ id: z.string(), title: z.string(), year: z.int().nullable(), directors: z.array(z.string()) }),
          b: z.object({ id: z.string(), title: z.string(), year: z.int().nullable(), directors: z.array(z.string()) }),
          why: z.string(),
          alike: z.int(),
        }),
      ),
    }),
    run: async ({ house, actor }) => ({ value: { items: await house.findTwins(actor, {}) } }),
  }),
]
