import { HouseError, mayEver, type House } from '@vitrine/house'
import type { Asked } from './define.ts'

type Format = Parameters<House['exportTitles']>[1]['format']

/** The catalogue's files as lines, sent as they are made: memory stays flat however large the catalogue. */
export function exportAnswer({
  house,
  actor,
  query,
}: Asked<unknown, { format: Format; language?: string | undefined }, unknown>): Promise<Response> {
  if (!mayEver(actor, 'exportTitles')) {
    throw actor.kind === 'visitor'
      ? new HouseError('sign-in-needed', { verb: 'exportTitles' })
      : new HouseError('not-allowed', { verb: 'exportTitles' })
  }
  const files = house
    .exportTitles(actor, { format: query.format, ...(query.language === undefined ? {} : { language: query.language }) })
    [Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await files.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    async cancel() {
      await files.return?.()
    },
  })
  return Promise.resolve(new Response(stream, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } }))
}
