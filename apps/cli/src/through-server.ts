/** The house behind the API of the server that runs on this machine. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Loss } from '@vitrine/exchange/formats/format'
import { FACETS, type BrowseRequest, type ImportReport } from '@vitrine/house/contract'
import type { ExportSchedule } from '@vitrine/house/contract/export-schedules'
import type { TraceReading } from '@vitrine/house/contract/traces'
import type { FieldIssue } from '@vitrine/messages/errors'
import type { Running } from '@vitrine/server/running'
import { failureLine } from './failure-line.ts'
import { CommandError, type Printer } from './print.ts'
import type { ImportRequest, ReachedHouse, SheetFile } from './reach.ts'
import { sendCopy } from './send-copy.ts'

/** Files go up in packets: each is answered for, so a connection that breaks costs one packet's time and nothing else. */
const PACKET_FILES = 200
const PACKET_BYTES = 4 * 1024 * 1024

/** Columns as an address names them. */
const chosen = (columns: readonly string[] | null | undefined): { columns?: string } => columns === null || columns === undefined ? {} : { columns: columns.join(',') } // prettier-ignore

/** What a verb is asked, as its address says it. */
const inQuery = (asked: Readonly<Record<string, unknown>>): Record<string, string> => Object.fromEntries(Object.entries(asked).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[IN_QUERY[key] ?? key, String(value)]]))) // prettier-ignore
const IN_QUERY: Readonly<Record<string, string>> = { text: 'q', ownerId: 'owner' }

class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
}

/** What the API answers when something goes wrong, in the asker's language. */
interface ProblemSaid {
  readonly title: string
  readonly code?: string
  readonly detail?: string
  readonly details?: { readonly issues?: readonly FieldIssue[] }
}

/** With each field that was refused and why, as without a server. */
const failureOf = ({ title, detail = '', details }: ProblemSaid): ApiFailure =>
  new ApiFailure(failureLine(title, detail, details?.issues ?? []))

export function houseThroughServer(running: Running, printer: Printer): ReachedHouse {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => askServer(`/api/v1${path}`, init)
  async function askServer(path: string, init: RequestInit): Promise<Response> {
    const headers = { authorization: `Bearer ${running.token}`, 'accept-language': printer.locale, ...init.headers }
    const answer = await fetch(`${running.address}${path}`, { ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      throw new CommandError(printer.words.errors.serverGone)
    })
    if (answer.ok) return answer
    const problem = (await answer.json().catch(() => ({}))) as Partial<ProblemSaid>
    if (problem.code === 'not-found') throw new ApiFailure(printer.words.errors.notFound)
    throw failureOf({ title: String(answer.status), ...problem })
  }
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await (await ask(path, init)).json()) as T
  const post = <T>(path: string, body: unknown): Promise<T> =>
    json<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  /** A printed paper; its language is that of the one who asks, unless another is said. */
  async function paper(
    path: string,
    asked: { paper: string; forPrinters?: boolean; locale?: string },
    more: Record<string, string> = {},
  ): Promise<Uint8Array> {
    const query = new URLSearchParams({ ...more, paper: asked.paper, ...(asked.forPrinters ? { for: 'printers' } : {}), ...(asked.locale === undefined ? {} : { locale: asked.locale }) }) // prettier-ignore
    return new Uint8Array(await (await ask(`${path}?${query.toString()}`)).arrayBuffer())
  }

  const upload = <T>(path: string, { bytes }: { bytes: Uint8Array }, query: [string, string][]): Promise<T> =>
    json<T>(`${path}?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })

  return {
    listTitles: (request) => json(`/desk/titles?${queryOf(request)}`),
    answerAvailabilities: (request) => post('/availabilities/answers', request),
    checkRights: ({ titleId, locale: _locale, ...body }) => post(`/titles/${encodeURIComponent(titleId)}/rights/check`, body),
    simulateRights: ({ titleId, locale: _locale, ...body }) =>
      post(`/titles/${encodeURIComponent(titleId)}/rights/simulation`, body),
    previewRightsImport: (request) => upload('/rights/import/preview', request, spreadsheetQuery(request)),
    importRights: (request) =>
      upload('/rights/import', request, [
        ...spreadsheetQuery(request),
        ['acceptWarnings', String(request.acceptWarnings === true)],
      ]),
    async exportRights({ format, columns, ...asked }) {
      const query = new URLSearchParams({ ...inQuery({ ...asked, format, locale: printer.locale }), ...chosen(columns) })
      const answer = await ask(`/rights/export?${query.toString()}`)
      const mediaType = answer.headers.get('content-type') ?? ''
      return { fileName: `rights.${format}`, mediaType, bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
    receiveFile: (request) => upload('/intakes', request, [['name', request.fileName]]),
    takeIntake: ({ id }) => post(`/intakes/${encodeURIComponent(id)}/take`, {}),
    takeIntakeLicences: ({ id, as }) => post(`/intakes/${encodeURIComponent(id)}/licences/take`, { as }),
    undoIntake: ({ id }) => post(`/intakes/${encodeURIComponent(id)}/undo`, {}),
    listImports: ({ cursor }) => json(`/imports${cursor ? `?${new URLSearchParams({ cursor }).toString()}` : ''}`),
    undoImport: ({ id }) => post(`/imports/${encodeURIComponent(id)}/undo`, {}),
    listExportSchedules: async ({ ended }) => (await json<{ items: ExportSchedule[] }>(`/exports?ended=${ended}`)).items,
    saveExportSchedule: ({ id: _id, ...said }) => post('/exports', said),
    async removeExportSchedule({ id, removed = true }) {
      const path = `/exports/${encodeURIComponent(id)}`
      await (removed ? ask(path, { method: 'DELETE' }) : ask(`${path}/resume`, { method: 'POST' }))
    },
    runExport: ({ id }) => post(`/exports/${encodeURIComponent(id)}/runs`, {}),
    async openExportRun({ id }) {
      const answer = await ask(`/export-runs/${encodeURIComponent(id)}/file`)
      const mediaType = answer.headers.get('content-type') ?? ''
      return { fileName: '', mediaType, size: Number(answer.headers.get('content-length')), stream: ReadableStream.from(wholeOf(answer)) } // prettier-ignore
    },
    async exportAvails({ as, version, licensee, locale }) {
      const query = new URLSearchParams({ as, locale, ...(version ? { version } : {}), ...(licensee ? { licensee } : {}) })
      const answer = await ask(`/avails?${query.toString()}`)
      const rules = JSON.parse(answer.headers.get('x-unsaid') ?? '{}') as Record<string, number>
      return {
        fileName: `avails-${as}`,
        mediaType: answer.headers.get('content-type') ?? '',
        stream: ReadableStream.from(wholeOf(answer)),
        avails: Number(answer.headers.get('x-avails')),
        left: Number(answer.headers.get('x-left')),
        // Through the server what was not said is counted by its rule.
        unsaid: Object.entries(rules).map(([rule, times]) => ({ severity: 'warning' as const, rule, line: null, path: String(times), values: {} })), // prettier-ignore
        told: rules,
      }
    },
    async exportFilms({ format, version, ids, columns, locale }) {
      const query = new URLSearchParams({ format, locale, ...(version ? { version } : {}) })
      for (const id of ids ?? []) query.append('id', id)
      for (const column of columns ?? []) query.append('column', column)
      const answer = await ask(`/films?${query.toString()}`)
      const lost = JSON.parse(answer.headers.get('x-losses') ?? '{}') as Record<string, number>
      return {
        fileName: `films.${format}`,
        mediaType: answer.headers.get('content-type') ?? '',
        bytes: new Uint8Array(await answer.arrayBuffer()),
        films: Number(answer.headers.get('x-films')),
        // Through the server what was lost is counted by field, not told film by film.
        losses: Object.entries(lost).map(([field, films]) => ({ filmId: field, title: String(films), field: field as Loss['field'], why: 'no-place' as const })), // prettier-ignore
      }
    },
    async printCatalogue(request) {
      const answer = await ask('/catalogue.pdf', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return { fileName: 'catalogue.pdf', pdf: new Uint8Array(await answer.arrayBuffer()), films: Number(answer.headers.get('x-films')) } // prettier-ignore
    },
    async printOneSheet({ slug, ...asked }) {
      const pdf = await paper(`/titles/${encodeURIComponent(slug)}/one-sheet.pdf`, asked)
      return { pdf, fileName: 'one-sheet.pdf', etag: '' }
    },
    async printShortlist({ token, ...asked }) {
      return { pdf: await paper(`/shortlists/${encodeURIComponent(token)}/shortlist.pdf`, asked), fileName: 'shortlist.pdf' }
    },
    printSentList: ({ token, ...asked }) => paper(`/availability-lists/${encodeURIComponent(token)}/list.pdf`, asked),
    printContactCards: ({ marketId, perPerson, ...asked }) =>
      paper(`/markets/${encodeURIComponent(marketId)}/contact-cards.pdf`, asked, { each: String(perPerson) }),
    async packFestival({ id, locales }) {
      const query = new URLSearchParams(locales.map((language): [string, string] => ['language', language]))
      const answer = await ask(`/titles/${encodeURIComponent(id)}/festival-pack.zip?${query.toString()}`)
      return {
        fileName: 'festival-pack.zip',
        mediaType: answer.headers.get('content-type') ?? '',
        bytes: new Uint8Array(await answer.arrayBuffer()),
        // Through the server what is missing is counted; the pack itself names it.
        missing: Array.from({ length: Number(answer.headers.get('x-missing')) }, () => ''),
      }
    },
    importRates: (request) => upload('/rates', request, []),
    previewContacts: (request) => upload('/contacts/import/preview', request, request.mapping === undefined ? [] : [['mapping', request.mapping.join(',')]]), // prettier-ignore
    importContacts: (request) =>
      upload('/contacts/import', request, [
        ['mapping', request.mapping.join(',')],
        ['acceptDoubtful', String(request.acceptDoubtful === true)],
      ]),
    async exportContacts({ format, locale, columns, ...filter }) {
      const answer = await ask(
        `/contacts/export?${new URLSearchParams({ ...inQuery(filter), format, locale, ...chosen(columns) }).toString()}`,
      )
      const mediaType = answer.headers.get('content-type') ?? ''
      return { fileName: `contacts.${format}`, mediaType, bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
    async exportList({ list, asked, format, columns, table, locale }) {
      const query = new URLSearchParams({
        ...inQuery(asked),
        format,
        locale,
        ...chosen(columns),
        ...(list === 'figures' ? { table } : {}),
      })
      const answer = await ask(`${list === 'invoices' ? '/invoices/export' : `/lists/${list}`}?${query.toString()}`)
      const mediaType = answer.headers.get('content-type') ?? ''
      return { fileName: `${list}.${format}`, mediaType, bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
    async traceCopy({ onProgress, ...copy }) {
      const id = await sendCopy(askServer, copy)
      for (;;) {
        const trace = await json<TraceReading>(`/traces/${id}`)
        if (trace.state !== 'waiting' && trace.state !== 'tracing') return trace
        onProgress(trace)
        await pause(1000)
      }
    },
    async *exportHouse() {
      yield* (await ask('/house/export')).body ?? []
    },
    importHouse: ({ archive }) =>
      json('/house/import', {
        method: 'POST',
        headers: { 'content-type': 'application/zip' },
        body: ReadableStream.from(archive),
        duplex: 'half',
      } as RequestInit),
    listUsers: () => json('/users'),
    addUser: (user) => post('/users', user),
    async *exportTitles({ format, language }) {
      const answer = await ask(
        `/export?${new URLSearchParams({ format, ...(language === undefined ? {} : { language }) }).toString()}`,
      )
      for await (const line of linesOf(answer)) yield JSON.parse(line) as { fileName: string; content: string }
    },
    async importSheets(request) {
      const whole: ImportReport = { id: '', created: 0, updated: 0, unchanged: 0, needsAnEye: 0, failed: 0, items: [] }
      let done = 0
      for await (const packet of packetsOf(request.files)) {
        if (request.signal.aborted) break
        addTo(whole, await sendPacket(packet, request, whole.id))
        done += packet.length
        request.onProgress({ done })
      }
      return whole
    },
    close: () => Promise.resolve(),
  }

  /** What ends before its end is told, and not taken for the whole. */
  async function* wholeOf(answer: Response): AsyncGenerator<Uint8Array> {
    try {
      if (answer.body !== null) yield* answer.body
    } catch {
      throw new CommandError(printer.words.errors.serverGone)
    }
  }

  /** All packets are one import, named by the first. */
  async function sendPacket(packet: SheetFile[], request: ImportRequest, importId: string): Promise<ImportReport> {
    const body = packet
      .map(({ path, bytes }) => JSON.stringify({ path, bytes: Buffer.from(bytes).toString('base64') }))
      .join('\n')
    const query = new URLSearchParams({
      publish: String(request.publish),
      update: String(request.update),
      total: String(packet.length),
      ...(importId === '' ? {} : { import: importId }),
    })
    const answer = await ask(`/import?${query.toString()}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    for await (const line of linesOf(answer)) {
      const said = JSON.parse(line) as { report?: ImportReport; problem?: ProblemSaid }
      if (said.problem !== undefined) throw failureOf(said.problem)
      if (said.report !== undefined) return said.report
    }
    throw new CommandError(printer.words.errors.serverGone)
  }
}

function spreadsheetQuery(request: Parameters<ReachedHouse['previewRightsImport']>[0]): [string, string][] {
  const films = Object.entries(request.titles ?? {}).map(([name, id]): [string, string] => ['film', `${id}:${name}`])
  return [['fileName', request.fileName], ...films, ...(request.mapping === undefined ? [] : [['mapping', request.mapping.join(',')] as [string, string]])] // prettier-ignore
}

function queryOf(request: BrowseRequest): string {
  const query = new URLSearchParams({ locale: request.locale })
  if (request.text !== undefined) query.set('q', request.text)
  if (request.limit !== undefined) query.set('limit', String(request.limit))
  if (request.cursor) query.set('cursor', request.cursor)
  for (const facet of FACETS) for (const value of request.facets?.[facet] ?? []) query.append(facet, value)
  return query.toString()
}

async function* packetsOf(files: AsyncIterable<SheetFile>): AsyncGenerator<SheetFile[]> {
  let packet: SheetFile[] = []
  let bytes = 0
  for await (const file of files) {
    if (packet.length > 0 && (packet.length >= PACKET_FILES || bytes + file.bytes.byteLength > PACKET_BYTES)) {
      yield packet
      packet = []
      bytes = 0
    }
    packet.push(file)
    bytes += file.bytes.byteLength
  }
  if (packet.length > 0) yield packet
}

async function* linesOf(answer: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of answer.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}

function addTo(whole: ImportReport, part: ImportReport): void {
  whole.id = part.id
  for (const count of ['created', 'updated', 'unchanged', 'needsAnEye', 'failed'] as const) whole[count] += part[count]
  whole.items.push(...part.items)
}
