import { createHash } from 'node:crypto'

/** A weak ETag of an answer's text: the same answer, the same tag. */
export function etagOf(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('base64url')}"`
}

/**
 * Whether `If-None-Match` names this tag (compared weakly, as RFC 9110 §13.1.2 says).
 *
 * @example
 * notModified('W/"a", "b"', '"b"') // true
 */
export function notModified(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => bare(tag) === bare(etag))
}

interface Said {
  status?: number
  /** Of what the text speaks of; without it, of the text itself. */
  etag?: string
  headers: Record<string, string>
}

/** A text as an answer: with its ETag when it was asked for, and 304 without the text for who has it already. */
export function textAnswer(
  asked: { method: string; header(name: string): string | undefined },
  text: string,
  { status = 200, etag, headers }: Said,
): Response {
  const reading = asked.method === 'GET' || asked.method === 'HEAD'
  const tag = etag ?? (reading ? etagOf(text) : undefined)
  const said = tag === undefined ? headers : { ...headers, etag: tag }
  if (!reading || tag === undefined || !notModified(asked.header('if-none-match'), tag))
    return new Response(text, { status, headers: said })
  const { 'content-type': _, ...rest } = said
  return new Response(null, { status: 304, headers: rest })
}
