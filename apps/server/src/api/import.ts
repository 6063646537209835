/** Many files in one request, as lines; the answer goes back while the request still comes. */
import { HouseError, mayEver, type ImportProgress } from '@vitrine/house'
import { isLocale } from '@vitrine/messages/locale'
import type { Asked } from './define.ts'
import { isKnown, problemResponse } from './problem.ts'

const LINE_BYTES = 64 * 1024 * 1024 // of base64: a file of 48 MB

export async function importAnswer({
  house,
  actor,
  query,
  context,
}: Asked<
  unknown,
  { publish: 'true' | 'false'; update: 'true' | 'false'; import?: string | undefined; total?: number | undefined },
  unknown
>): Promise<Response> {
  // Refused before the answer begins: once it streams, its status is gone.
  if (!mayEver(actor, 'importSheets')) {
    throw actor.kind === 'visitor'
      ? new HouseError('sign-in-needed', { verb: 'importSheets' })
      : new HouseError('not-allowed', { verb: 'importSheets' })
  }
  const body = context.req.raw.body
  const stop = new AbortController()
  context.req.raw.signal.addEventListener('abort', () => stop.abort())
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const line = (value: unknown): void => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
      }
      let said = 0
      const onProgress = (progress: ImportProgress): void => {
        if (Date.now() - said < 200) return
        said = Date.now()
        line({ progress })
      }
      try {
        const report = await house.importSheets(actor, {
          files: body === null ? none() : filesOf(body),
          total: query.total ?? null,
          publish: query.publish === 'true',
          update: query.update === 'true',
          continues: query.import ?? null,
          onProgress,
          signal: stop.signal,
        })
        line({ report })
      } catch (error) {
        // The answer has begun: nobody above can say any more that it broke, nor write it down.
        if (!isKnown(error)) context.var.fault(error)
        const locale = context.var.locale
        line({ problem: await problemResponse(error, isLocale(locale) ? locale : 'en').json() })
      } finally {
        if (!stop.signal.aborted) controller.close()
      }
    },
    cancel() {
      stop.abort()
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform' },
  })
}

async function* none(): AsyncGenerator<{ path: string; bytes: Uint8Array }> {}

/** The files of an NDJSON body, one at a time; a line that is no file is the sender's mistake and ends it. */
async function* filesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const decoder = new TextDecoder()
  let pending: string[] = []
  let length = 0
  for await (const chunk of body) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n')
    for (const [i, part] of lines.entries()) {
      pending.push(part)
      length += part.length
      if (length > LINE_BYTES) throw new HouseError('too-large', { limit: LINE_BYTES })
      if (i === lines.length - 1) break
      const line = pending.join('')
      pending = []
      length = 0
      if (line.trim() !== '') yield fileOf(line)
    }
  }
  const last = pending.join('')
  if (last.trim() !== '') yield fileOf(last)
}

function fileOf(line: string): { path: string; bytes: Uint8Array } {
  const wrong = () =>
    new HouseError('invalid-input', {
      in: 'body',
      issues: [{ path: '', message: 'A line must be {"path": "…", "bytes": "<base64>"}.' }],
    })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw wrong()
  }
  const { path, bytes } = (value ?? {}) as { path?: unknown; bytes?: unknown }
  if (typeof path !== 'string' || path.length > 1000 || typeof bytes !== 'string') throw wrong()
  return { path, bytes: Buffer.from(bytes, 'base64') }
}
