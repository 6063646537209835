/** Many sheets at once. */
import type { ImportReport } from '@vitrine/house/contract'
import type { ImportRequest, SheetFile } from '../reach.ts'
import { type Connection, failureOf, type Part, type ProblemSaid } from './connection.ts'
import { linesOf } from './lines.ts'
import { addressed } from './query.ts'

/** Files go up in packets: each is answered for, so a connection that breaks costs one packet's time and nothing else. */
const PACKET_FILES = 200
const PACKET_BYTES = 4 * 1024 * 1024

export const sheets: Part<'importSheets'> = (server) => ({
  async importSheets(request) {
    const whole: ImportReport = { id: '', created: 0, updated: 0, unchanged: 0, needsAnEye: 0, failed: 0, items: [] }
    let done = 0
    for await (const packet of packetsOf(request.files)) {
      if (request.signal.aborted) break
      addTo(whole, await sendPacket(server, packet, request, whole.id))
      done += packet.length
      request.onProgress({ done })
    }
    return whole
  },
})

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

/** All packets are one import, named by the first. */
async function sendPacket(
  server: Connection,
  packet: SheetFile[],
  { publish, update }: ImportRequest,
  importId: string,
): Promise<ImportReport> {
  const query = {
    publish: String(publish),
    update: String(update),
    total: String(packet.length),
    ...(importId === '' ? {} : { import: importId }),
  }
  const answer = await server.ask(addressed('/import', query), {
    method: 'POST',
    body: packet.map(asLine).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  for await (const line of linesOf(answer)) {
    const said = JSON.parse(line) as { report?: ImportReport; problem?: ProblemSaid }
    if (said.problem !== undefined) throw failureOf(said.problem)
    if (said.report !== undefined) return said.report
  }
  throw server.gone()
}

const asLine = ({ path, bytes }: SheetFile): string => JSON.stringify({ path, bytes: Buffer.from(bytes).toString('base64') })

function addTo(whole: ImportReport, part: ImportReport): void {
  whole.id = part.id
  for (const count of ['created', 'updated', 'unchanged', 'needsAnEye', 'failed'] as const) whole[count] += part[count]
  whole.items.push(...part.items)
}
