/** What a player says of itself every few seconds. Anybody can send it, so every part of it is looked at. */
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Report } from './viewers.ts'

export const REPORT_BYTES = 16 * 1024

const Milliseconds = z.number().min(0).max(1e9)
const Language = z.string().regex(/^[a-zA-Z0-9-]{1,35}$/).nullable().default(null) // prettier-ignore
const Body = z.object({
  /** From, to, speed: stretches that ran since the last report. */
  played: z.array(z.tuple([Milliseconds, Milliseconds, z.number().min(0).max(16)])).max(200),
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
  const { played, at, language, subtitles, left, openedAt } = read.data
  return { played: played.map(([from, to, speed]) => ({ from, to, speed })), positionMs: Math.round(at), language, subtitles, left, openedAt } // prettier-ignore
}
