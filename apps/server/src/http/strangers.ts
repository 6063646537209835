/**
 * What anybody at all may ask of the site that costs the house something: forms, each of which is stored for ever with its line
 * in the trail, and papers, spreadsheets and calendars, which are made while others wait. The API keeps its own count; the desk is for members only.
 */
import type { IncomingMessage } from 'node:http'
import { limit } from '../sign-in/limits.ts'
import type { Instead } from './say-instead.ts'

const FORMS = 60 // a minute from one address; a house full of buyers may share one
const PAPERS = 30
const FORM_BYTES = 64 * 1024
const DESK = /^\/(?:en|fr)\/desk(?:\/|$)/
const PAPER = /\.(?:pdf|xlsx|csv|ics)$/

/**
 * @param perMinute what the API lets one asker do in a minute; the site's own limits are never wider. 0: no limit
 * @example
 * const stopped = await strangers(600)(request, '203.0.113.9') // null: it may come in
 */
export function strangers(
  perMinute: number,
): (request: IncomingMessage, address: string) => Promise<Instead | 'no-length' | null> {
  const counted = (most: number) => (perMinute === 0 ? null : limit(Math.min(most, perMinute), 60))
  const [forms, papers] = [counted(FORMS), counted(PAPERS)]
  return async (request, address) => {
    // As the site will read it: "/en/desk/../shortlist/add" is no room of the desk.
    const whole = `http://site.invalid${request.url ?? '/'}`
    const path = URL.canParse(whole) ? new URL(whole).pathname : '/'
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (DESK.test(path) || (reading && !PAPER.test(path))) return null
    if (!reading) {
      if (request.headers['transfer-encoding'] !== undefined) return 'no-length'
      if (Number(request.headers['content-length'] ?? 0) > FORM_BYTES) return { why: 'tooMuch' }
    }
    const allowance = await (reading ? papers : forms)?.take(address)
    if (allowance === undefined || allowance.allowed) return null
    return { why: reading ? 'oftenPaper' : 'oftenForm', after: allowance.reset }
  }
}
