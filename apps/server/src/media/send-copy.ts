/**
 * A copy to keep, sent to whom it is for: `/media/<viewing>/copy.mp4`. A token of that viewing on that device allows it, for an hour, and
 * its screener, which is asked at every beginning and every second while it is sent.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import { countryOf } from './country.ts'
import type { Refused } from './from-here.ts'
import { type OpenFile, say, sendFile } from './send-file.ts'
import type { Cookies } from './tokens.ts'

/** How long after its screener was revoked a copy may still be sent. */
const STANDS_FOR = 1000

export interface CopyParts {
  house: Pick<House, 'sendMarkedCopy'>
  refusedFrom: (id: string, country: string | null) => Refused | Promise<Refused>
  copies: { open(id: string): Promise<OpenFile | null> }
  cookies: Pick<Cookies, 'read'>
  log: Log
  now: () => number
}

export async function sendCopy(
  { house, refusedFrom, copies, cookies, log, now }: CopyParts,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'method')
  const read = cookies.read('keep', request.headers.cookie, { viewing: id, path: `/media/${id}/copy.mp4`, now: now() })
  if (read === null || read.refused === 'expired') return say(response, 401, read === null ? 'token' : 'expired')
  if (read.refused !== null) return say(response, 403, 'refused')
  const refused = await refusedFrom(id, countryOf(request))
  if (refused !== null) return say(response, 410, refused)
  const leave = await house.sendMarkedCopy(SYSTEM, { id, begins: request.method === 'GET' })
  if (leave === null) return say(response, 410, 'over')
  const file = await copies.open(id)
  if (file === null) return say(response, 410, 'over')
  if (response.destroyed) return file.close?.() // whoever asked has gone meanwhile: nobody would end the asking below
  response.setHeader('content-type', 'video/mp4')
  response.setHeader('content-disposition', `attachment; filename="${leave.fileName}"`)
  const asking = setInterval(() => {
    house.sendMarkedCopy(SYSTEM, { id, begins: false }).then(
      (still) => still === null && response.destroy(),
      (error: unknown) => log.error('media', describeError(error)), // nobody can revoke anything while the database is away
    )
  }, STANDS_FOR)
  response.on('close', () => clearInterval(asking))
  sendFile(request, response, file, log, () => {})
}
