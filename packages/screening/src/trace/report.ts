/**
 * What a trace found, as data that can be kept, printed and checked again by somebody else: files by their SHA-256, who had them when, how the
 * clip lies over the film, every segment as it was read, every figure of the verdict, and what the method cannot say. The words stand elsewhere.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { CUT_OFF } from '../mark/code.ts'
import { GRID_COLUMNS, GRID_ROWS, STRENGTH } from '../mark/pattern.ts'
import { startsOf } from '../reel/reel.ts'
import type { Transform } from './picture/transform.ts'
import type { Verdict } from './statistics/verdict.ts'
import type { Area } from './time/print.ts'
import type { Piece } from './time/place.ts'
import type { Trace } from './trace.ts'

/** Versions of what a trace rests on: a code or a pattern of another version cannot be read by this one. */
export const VERSIONS = { code: 1, pattern: 1, reading: 1, statistics: 1 } as const

/** What a reader must be told beside the verdict, always or in some cases. */
export const LIMITS = [
  /** A viewing is a device and a link that was given to somebody; who sat before it, the method does not know. */
  'a viewing is not a person',
  /** The bound holds as long as the keys were known to the house alone. */
  'keys were secret',
  /** “Nobody” does not clear anybody. */
  'nobody clears nobody',
  /** Those who come nearest without being named are not suspects. */
  'nearest is not named',
  /** More than one viewing had a part: there may be others. */
  'there may be others',
  /** Fewer segments than name one viewing, as a rule. */
  'short',
  /** Long clip: only stretches of it were read. */
  'read in part',
  /** Some pictures were not the film’s. */
  'other pictures in it',
] as const
export type Limit = (typeof LIMITS)[number]

/** Somebody had the file, or did something with it. */
export interface CustodyLine {
  at: string
  who: string
  what: 'received' | 'uploaded' | 'traced' | 'printed' | 'handed over'
  sha256: string | null
  note: string
}

export interface FileLine {
  role: 'clip' | 'film'
  name: string
  bytes: number
  sha256: string
}

export interface SegmentLine {
  index: number
  /** Seconds from the start of the film. */
  from: number
  to: number
  level: number
  deviation: number
  /** Which variant it is, where that is clear (two standard deviations). */
  variant: 'a' | 'b' | null
}

export interface TraceReport {
  format: 1
  at: string
  reel: string
  versions: typeof VERSIONS
  method: { cutOff: number; strength: number; grid: [columns: number, rows: number] }
  files: FileLine[]
  custody: CustodyLine[]
  clip: {
    found: 'in the film' | 'not in time' | 'not in the picture'
    mirrored: boolean
    pieces: Piece[]
    /** How alike the signals in time and the pictures are, 1 being the same. */
    likenessInTime: number
    likenessOfPicture: number
    /** Part of the clip’s picture that is not bars, and how the film’s picture lies in it. */
    area: Area
    scaleAcross: number
    scaleDown: number
    degrees: number
    transform: Transform | null
    pictures: number
    strange: number
  }
  segments: SegmentLine[]
  verdict: Verdict
  limits: Limit[]
}

/** A segment count below which even one viewing is rarely named. */
const SHORT = 45

/** A copy of one viewing agrees with it in at least this share of its clear segments. */
const WHOLLY = 0.9

export interface ReportAsked {
  at: string
  reel: string
  lengths: readonly number[]
  files: FileLine[]
  custody: CustodyLine[]
}

export function reportOf({ read, verdict }: Trace, asked: ReportAsked): TraceReport {
  const starts = startsOf(asked.lengths)
  const [a, , , d, e] = read.transform ?? [1, 0, 0, 0, 1]
  return {
    format: 1,
    at: asked.at,
    reel: asked.reel,
    versions: VERSIONS,
    method: { cutOff: CUT_OFF, strength: STRENGTH, grid: [GRID_COLUMNS, GRID_ROWS] },
    files: asked.files,
    custody: asked.custody,
    clip: {
      found: read.transform ? 'in the film' : read.placed ? 'not in the picture' : 'not in time',
      mirrored: read.placed?.mirrored ?? false,
      pieces: read.placed?.pieces ?? [],
      likenessInTime: read.placed?.likeness ?? 0,
      likenessOfPicture: read.alike,
      area: read.area,
      scaleAcross: a,
      scaleDown: e,
      // Heights are counted as 1, so a slant is steeper by the shape of the picture than its angle.
      degrees: (Math.atan2(d * 9, e * 16) * 180) / Math.PI,
      transform: read.transform,
      pictures: read.pictures,
      strange: read.strange,
    },
    segments: read.readings.map(({ index, level, deviation }) => ({
      index,
      from: starts[index]!,
      to: starts[index + 1]!,
      level,
      deviation,
      variant: Math.abs(level) < 2 * deviation ? null : level < 0 ? 'a' : 'b',
    })),
    verdict,
    limits: limitsOf({ read, verdict }),
  }
}

function limitsOf({ read, verdict }: Trace): Limit[] {
  const seconds = (read.placed?.pieces ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
  const when = (holds: boolean, ...limits: Limit[]) => (holds ? limits : [])
  return [
    ...when(verdict.verdict === 'named', 'a viewing is not a person', 'keys were secret'),
    ...when(verdict.verdict === 'nobody', 'nobody clears nobody'),
    ...when(
      verdict.nearest.some(({ round }) => round === null),
      'nearest is not named',
    ),
    ...when(verdict.named.length > 1 || verdict.named.some(({ agrees, of }) => agrees < WHOLLY * of), 'there may be others'),
    ...when(verdict.segments < SHORT, 'short'),
    ...when(verdict.segments * 2 < 0.75 * seconds && seconds > 60, 'read in part'),
    ...when(read.strange > 0.05 * read.pictures, 'other pictures in it'),
  ]
}

/** A file as a report names it. */
export async function fileLine(role: FileLine['role'], path: string): Promise<FileLine> {
  const sha = createHash('sha256')
  for await (const piece of createReadStream(path)) sha.update(piece as Buffer)
  return { role, name: basename(path), bytes: (await stat(path)).size, sha256: sha.digest('hex') }
}
