/** The house behind the API of the server that runs on this machine. */
import { FACETS, type BrowseRequest, type ImportReport } from '@vitrine/house/contract'
import type { Running } from '@vitrine/server/running'
import { CommandError, type Printer } from './print.ts'
import type { ImportRequest, ReachedHouse, SheetFile } from './reach.ts'

/** Files go up in packets: each is answered for, so a connection that breaks costs one packet's time and nothing else. */
const PACKET_FILES = 200
const PACKET_BYTES = 4 * 1024 * 1024

class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
}

export function houseThroughServer(running: Running, printer: Printer): ReachedHouse {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${running.token}`, 'accept-language': printer.locale, ...init.headers }
    const answer = await fetch(`${running.address}/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      throw new CommandError(printer.words.errors.serverGone)
    })
    if (answer.ok) return answer
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string }
    throw new ApiFailure(`${problem.title ?? answer.status}. ${problem.detail ?? ''}`)
  }
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await (await ask(path, init)).json()) as T
  const post = <T>(path: string, body: unknown): Promise<T> =>
    json<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

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
    async exportRights({ format, titleId }) {
      const query = new URLSearchParams({ format, locale: printer.locale, ...(titleId === undefined ? {} : { titleId }) })
      const answer = await ask(`/rights/export?${query.toString()}`)
      const mediaType = answer.headers.get('content-type') ?? ''
      return { fileName: `rights.${format}`, mediaType, bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
    importRates: (request) => upload('/rates', request, []),
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
        addTo(whole, await sendPacket(packet, request))
        done += packet.length
        request.onProgress({ done })
      }
      return whole
    },
    close: () => Promise.resolve(),
  }

  async function sendPacket(packet: SheetFile[], request: ImportRequest): Promise<ImportReport> {
    const body = packet
      .map(({ path, bytes }) => JSON.stringify({ path, bytes: Buffer.from(bytes).toString('base64') }))
      .join('\n')
    const answer = await ask(`/import?publish=${request.publish}&total=${packet.length}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    for await (const line of linesOf(answer)) {
      const said = JSON.parse(line) as { report?: ImportReport; problem?: { title: string; detail: string } }
      if (said.problem !== undefined) throw new ApiFailure(`${said.problem.title}. ${said.problem.detail}`)
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
