/** Who asks, for every route that is no page of the site: a person by their session, a program by its key, this machine’s command line. */
import { timingSafeEqual } from 'node:crypto'
import type { Actor, House } from '@vitrine/house'
import type { Origins } from '../http/address.ts'
import { Problem } from './problem.ts'

export interface AskerParts {
  house: House
  sessionActor: (headers: Headers) => Promise<Actor>
  origins: () => Origins
  /** Known only to this machine's command line: acts for the house itself. Null: there is none. */
  localToken: string | null
}

/** The command line of this machine, when a server holds the database. */
export const LOCAL_ACTOR: Actor = { kind: 'system', userId: null, name: 'Command line', role: 'system', scopes: null }

/** @throws Problem `invalid-key` */
export async function askerBy(headers: Headers, parts: AskerParts): Promise<Actor> {
  const authorization = headers.get('authorization')
  if (authorization === null) return parts.sessionActor(headers)
  const secret = /^Bearer ([\x21-\x7e]{8,300})$/i.exec(authorization)?.[1]
  const local = secret !== undefined && parts.localToken !== null && isSame(secret, parts.localToken)
  const actor = secret === undefined ? null : local ? LOCAL_ACTOR : await parts.house.actorForKey(secret)
  if (actor === null) throw new Problem('invalid-key')
  return actor
}

function isSame(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)]
  return given.length === right.length && timingSafeEqual(given, right)
}

/**
 * A browser's cookie acts only for pages of this site: any other page could send it along without its owner knowing.
 *
 * @throws Problem `foreign-origin`
 */
export function refuseForeignPage(method: string, headers: Headers, origins: Origins): void {
  if (method === 'GET' || method === 'HEAD') return
  const throughKey = headers.has('authorization')
  const throughCookie = !throughKey && headers.has('cookie')
  const origin = headers.get('origin')
  const own =
    origin !== null ? origins.isOwn(origin, headers.get('host') ?? undefined) : headers.get('sec-fetch-site') === 'same-origin'
  if (own || throughKey || (origin === null && !throughCookie)) return
  throw new Problem('foreign-origin')
}
