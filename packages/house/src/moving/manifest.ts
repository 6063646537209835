/** `vitrine.json` of a house in an archive: what it is, and what every member must come to. docs/exchange.md, "The whole house". */
import { z } from 'zod'

export const MANIFEST = 'vitrine.json'
export const README = 'README.txt'
export const ARCHIVE_FORMAT = 1
/** The oldest step of the schema whose rows this version still reads; it moves when a step gives rows another meaning. */
export const READS_FROM = 23

export interface MemberNote {
  size: number
  sha256: string
  /** Of a table. */
  rows?: number
  /** The columns of a table, in the order of its lines. */
  columns?: string[]
}

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const Manifest = z.object({
  format: z.literal('vitrine-house'),
  version: z.number().int().positive(),
  schema: z.number().int().positive(),
  house: z.object({ id: z.string().min(1).max(200), name: z.string().max(500) }),
  at: z.string().max(40),
  /** Files that rows name and the house no longer has. */
  missing: z.array(Sha256),
  members: z.record(
    z.string(),
    z.object({
      size: z.number().int().nonnegative(),
      sha256: Sha256,
      rows: z.number().int().nonnegative().optional(),
      columns: z.array(z.string().regex(/^[a-z_0-9]{1,63}$/)).optional(),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

export const tableMember = (table: string): string => `tables/${table}.ndjson`
export const fileMember = (sha256: string): string => `files/${sha256}`
