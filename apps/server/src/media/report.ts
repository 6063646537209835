/** What a player says of itself every few seconds. Anybody can send it, so every part of it is looked at. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Report } from './heard.ts'

export const REPORT_BYTES = 16 * 1024

const Milliseconds = z.number().min(0).max(1e9)
const Word = z.string().regex(/^[a-zA-Z0-9-]{1,35}$/).nullable() // prettier-ignore
const Language = Word.default(null)
const Count = z.int().min(0)
const Body = z.object({
  /** The page that reports. One that does not say, as a player of an earlier program, tells everything once. */
  page: z.string().regex(/^[\w-]{8,40}$/).default(() => randomBytes(12).toString('hex')), // prettier-ignore
  report: Count.default(1),
  before: Count.default(0),
  /** From, to, speed, and the languages heard and read: stretches that ran, which the page was not told to be written. */
  played: z.array(z.tuple([Milliseconds, Milliseconds, z.number().min(0).max(16), Word.optional(), Word.optional()])).max(200),
  at: Milliseconds,
  language: Language,
  subtitles: Language,
  left: z.boolean().default(false),
  /** When its page was opened, as the page was told: the database reads it, so it is a moment of these centuries. */
  openedAt: z.iso.datetime().startsWith('2').nullable().default(null),
})

/** Null for what is no report. */
export async function readReport(request: IncomingMessage): Promise<Report | 'too-large' | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > REPORT_BYTES) return 'too-large'
    chunks.push(chunk)
  }
  let json: unknown
  try {
    json = JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return null
  }
  const read = Body.safeParse(json)
  if (!read.success) return null
  const { at, ...told } = read.data
  const played = told.played.map(([from, to, speed, heard = told.language, read = told.subtitles]) => ({ from: Math.round(from), to: Math.round(to), speed, language: heard, subtitles: read })) // prettier-ignore
  return { ...told, played, positionMs: Math.round(at) }
}
