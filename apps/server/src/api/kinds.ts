/** Kinds of bodies: which ones an endpoint takes and gives, held against what the asker sends and wants (RFC 9110 §8.3 and §12.5.1). */
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './define.ts'
import { Problem } from './problem.ts'

/** Bytes that nobody named: what programs send when they do not know, and what `curl --data-binary` says of any file. */
const UNNAMED = ['application/octet-stream', 'application/x-www-form-urlencoded']
/** JSON by a name of its own is JSON (RFC 6839 §3.1). */
const JSON_KIND = 'application/json'

export const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
export const SPREADSHEETS = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
/** What a document of any kind may be called. What it is its bytes say. */
export const DOCUMENTS = ['text/*', 'application/*', 'message/*']

/**
 * Whether a body of this kind is one of those that are taken.
 *
 * @example
 * isTaken('application/ld+json; charset=utf-8', ['application/json']) // true
 */
export function isTaken(contentType: string | undefined, kinds: readonly string[]): boolean {
  const { kind, charset } = kindOf(contentType ?? '')
  if (kind === '') return !kinds.includes(JSON_KIND) || kinds.length > 1
  if (kind === JSON_KIND || kind.endsWith('+json'))
    return (
      (charset === null || charset === 'utf-8' || charset === 'us-ascii') && (kinds.includes(JSON_KIND) || matches(kind, kinds))
    )
  return matches(kind, kinds)
}

const matches = (kind: string, kinds: readonly string[]): boolean => kinds.some((taken) => covers(taken, kind))

/**
 * Whether the asker wants one of the kinds that are given. What is no list of kinds says nothing, and so does a header that is not there.
 *
 * @example
 * isWanted('text/html, application/json;q=0', ['application/json']) // false
 */
export function isWanted(accept: string | undefined, given: readonly string[]): boolean {
  const wanted = (accept ?? '').split(',').flatMap((part) => {
    const { kind, weight } = kindOf(part)
    return /^[^\s/]+\/[^\s/]+$/.test(kind) ? [{ kind, weight }] : []
  })
  if (wanted.length === 0) return true
  return given.some((kind) => {
    const nearest = wanted
      .filter((one) => covers(one.kind, kind) || covers(kind, one.kind))
      .toSorted((a, b) => exactness(b.kind) - exactness(a.kind))[0]
    return nearest !== undefined && nearest.weight > 0
  })
}

const exactness = (kind: string): number => (kind === '*/*' ? 0 : kind.endsWith('/*') ? 1 : 2)
const covers = (range: string, kind: string): boolean =>
  range === '*/*' || range === kind || (range.endsWith('/*') && kind.startsWith(range.slice(0, -1)))

function kindOf(text: string): { kind: string; charset: string | null; weight: number } {
  const [kind = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase())
  const said = (name: string) =>
    rest
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', '') ?? null
  const weight = Number(said('q') ?? 1)
  return { kind, charset: said('charset'), weight: Number.isNaN(weight) ? 1 : weight }
}

/** What an endpoint takes and gives; null: nothing, or whatever the request itself asks for. */
export interface Kinds {
  takes: readonly string[] | null
  gives: readonly string[] | null
}

/** Refuses before anything is read or done. */
export function refuseOtherKinds({ takes, gives }: Kinds): MiddlewareHandler<ApiEnv> {
  const taken = takes === null ? [] : takes.includes(JSON_KIND) && takes.length === 1 ? takes : [...takes, ...UNNAMED]
  return async (context, next) => {
    const wanted = context.req.header('accept')
    if (gives !== null && !isWanted(wanted, gives)) throw new Problem('not-acceptable', { wanted, gives })
    const sent = context.req.header('content-type')
    if (takes !== null && context.req.raw.body !== null && !isTaken(sent, taken))
      throw new Problem('unsupported-kind', { sent: sent ?? null, takes }, { accept: takes.join(', ') })
    return next()
  }
}
