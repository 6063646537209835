/** The whole house out, and one into an empty house: both as streams, for a house is larger than memory. */
import { HouseError, mayEver, type Actor, type MovedIn } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { z } from '@hono/zod-openapi'
import { contentDisposition } from './bodies.ts'
import { endpoint } from './define.ts'

const tag = 'House'
const count = z.int()

export const moving = [
  endpoint('get', '/house/export', {
    verb: 'exportHouse',
    tag,
    summary: 'The whole house as a ZIP',
    description:
      'Every row and every file: see docs/exchange.md, “The whole house”. An answer that breaks off has no list at its end.',
    givesType: 'application/zip',
    run: ({ house, actor }) => {
      refuse(actor, 'exportHouse')
      return Promise.resolve(
        new Response(streamOf(house.exportHouse(actor)), {
          headers: {
            'content-type': 'application/zip',
            'content-disposition': contentDisposition('attachment', `house-${new Date().toISOString().slice(0, 10)}.zip`),
            'cache-control': 'no-store, no-transform',
          },
        }),
      )
    },
  }),
  endpoint('post', '/house/import', {
    verb: 'importHouse',
    tag,
    summary: 'Move a house into this one, which must be empty',
    description: 'The ZIP that `GET /house/export` gave. It is checked whole, then everything is written, or nothing.',
    bytes: 'The ZIP.',
    kinds: ['application/zip', 'application/x-zip-compressed'],
    gives: z
      .object({
        house: z.string(),
        exportedAt: z.string().describe('ISO 8601'),
        rows: count,
        files: count,
        missing: count,
      } satisfies Record<keyof MovedIn, unknown>)
      .openapi('MovedIn'),
    run: async ({ house, actor, context }) => {
      refuse(actor, 'importHouse')
      return { value: await house.importHouse(actor, { archive: context.req.raw.body ?? nothing() }) }
    },
  }),
]

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Refused before a stream begins: once it does, its status is gone. */
function refuse(actor: Actor, verb: Verb): void {
  if (mayEver(actor, verb)) return
  throw new HouseError(actor.kind === 'visitor' ? 'sign-in-needed' : 'not-allowed', { verb })
}

/** Bytes as they are asked for. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
