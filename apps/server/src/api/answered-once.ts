/**
 * `Idempotency-Key` (the IETF's draft-ietf-httpapi-idempotency-key-header): whoever hears no answer repeats the request under its key, and it
 * is not done again. Here is what HTTP knows of it, for all endpoints that write; that nothing is done twice is the house's (once-only.ts).
 */
import { createHash } from 'node:crypto'
import { type Actor, type House, isHouseError, mayEver, type RunAnswer, type Verb } from '@vitrine/house'
import type { Context } from 'hono'
import type { ApiEnv } from './define.ts'
import { Problem, problemResponse } from './problem.ts'

/** A longer answer is given and not kept. How much is kept of one asker is the house's to say (MOST_KEPT of once-only.ts). */
const LONGEST_KEPT = 4 * 1024 * 1024
/** These speak of one exchange, or open a session: they are not said again. */
const NOT_KEPT: ReadonlySet<string> = new Set(['set-cookie', 'connection', 'date', 'content-length', 'transfer-encoding'])

/** @throws Problem `invalid-idempotency-key`; HouseError `key-in-use`, `still-running`, `answer-lost`, `outcome-unknown`, `too-many-keys` */
export async function answeredOnce(
  context: Context<ApiEnv>,
  house: House,
  verb: Verb,
  answered: () => Promise<Response>,
): Promise<Response> {
  const header = context.req.header('idempotency-key')
  const { actor } = context.var
  const asker = askerOf(context.req.header('authorization'), actor)
  // Of somebody who is not signed in nobody can say whether they asked before; and what their verb refuses, it refuses as ever.
  if (header === undefined || asker === null || !mayEver(actor, verb)) return answered()
  const key = keyIn(header)
  const print = await printOf(context)

  const answer = await house.answerOnce({ asker, key: hashOf(key), print }, async () => {
    const response = await answered().catch((error: unknown) => {
      if (!isHouseError(error) && !(error instanceof Problem)) throw error
      return problemResponse(error, context.var.locale)
    })
    return keepable(response)
  })
  return 'replayed' in answer ? again(answer.replayed) : answer.response
}

/** @throws Problem `invalid-idempotency-key` */
function keyIn(header: string): string {
  const bare = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim() // the draft has it in quotes, most programs have it without
  if (!/^[\x21-\x7e]{1,255}$/.test(bare)) throw new Problem('invalid-idempotency-key')
  return bare
}

/** Each key of the API is an asker of its own, and so is each person. Null: nobody knows who it is. */
function askerOf(authorization: string | undefined, actor: Actor): string | null {
  if (authorization !== undefined) return hashOf(`key ${authorization.replace(/^Bearer /i, '')}`)
  return actor.userId === null ? null : hashOf(`person ${actor.userId}`)
}

/** What tells a request from any other. The boundary of a form is made anew each time it is sent. */
async function printOf(context: Context<ApiEnv>): Promise<string> {
  const { method, url, raw } = context.req
  const { pathname, search } = new URL(url)
  const type = context.req.header('content-type') ?? ''
  const body = raw.body === null ? Buffer.alloc(0) : Buffer.from(await context.req.arrayBuffer())
  const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(type)?.[1]
  const head = [method, pathname, search, type.split(';', 1)[0]!.trim().toLowerCase(), context.req.header('if-match') ?? '']
  const print = createHash('sha256').update(JSON.stringify(head))
  for (const part of boundary === undefined ? [body] : partsOf(body, boundary)) print.update(part)
  return print.digest('base64url')
}

/** What stands between boundaries, as it lies in memory: an upload may be as long as the house allows. */
function* partsOf(body: Buffer, boundary: string): Generator<Buffer> {
  let from = 0
  for (let at = body.indexOf(boundary); at !== -1; at = body.indexOf(boundary, from)) {
    yield body.subarray(from, at)
    from = at + boundary.length
  }
  yield body.subarray(from)
}

/** An answer, and what is kept of it. A failure of ours is not an answer to what was asked. */
async function keepable(response: Response): Promise<RunAnswer & { response: Response }> {
  const refused = response.status >= 400
  if (response.status >= 500) return { response, kept: null, refused, brokeOff: true }
  const headers = [...response.headers].filter(([name]) => !NOT_KEPT.has(name))
  if (Number(response.headers.get('content-length') ?? 0) > LONGEST_KEPT) return { response, kept: null, refused }
  const bytes = Buffer.from(await response.arrayBuffer())
  const body = response.status === 204 ? null : bytes
  const whole = new Response(body, { status: response.status, headers: response.headers })
  if (bytes.byteLength > LONGEST_KEPT) return { response: whole, kept: null, refused }
  const kept = JSON.stringify({ status: response.status, headers, body: body?.toString('base64') ?? null })
  return { response: whole, kept, refused }
}

function again(kept: string): Response {
  const { status, headers, body } = JSON.parse(kept) as { status: number; headers: [string, string][]; body: string | null }
  const response = new Response(body === null ? null : Buffer.from(body, 'base64'), { status, headers })
  response.headers.set('idempotency-replayed', 'true')
  return response
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
