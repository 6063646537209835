/** A request as somebody writes it: expressions and days, from a command line, a form or an API. */
import { CutSet } from '../box/cut-set.ts'
import type { Request } from '../book/line.ts'
import { type Day, dayOf, PERPETUITY } from '../days/day.ts'
import { FAULTS } from '../book/faults.ts'
import { type Advice, ExpressionError } from '../expression-error.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { parseLanguages } from '../languages/parse.ts'
import { ALL_MEDIA } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parseTerritories } from '../territories/parse.ts'
import { TerritorySet } from '../territories/territory-set.ts'

export interface WrittenRequest {
  /** Absent: the world, all media, all languages. */
  readonly territory?: string | readonly string[] | undefined
  readonly media?: string | readonly string[] | undefined
  readonly languages?: string | readonly string[] | undefined
  /** Cuts by name, parted by commas ("52, 90") or in a list; absent: all. */
  readonly cut?: string | readonly string[] | null | undefined
  readonly from: string
  /** null: in perpetuity. */
  readonly to: string | null
  readonly exclusive: boolean
}

/** A request that cannot be read: which of its fields, and what is wrong there, in both languages. */
export class RequestError extends Error {
  readonly field: string
  readonly what: Advice
  constructor(field: string, what: Advice) {
    super(`${field}: ${what.en}`)
    this.name = 'RequestError'
    this.field = field
    this.what = what
  }
}

/**
 * Reads a request.
 *
 * @throws RequestError for the first field that cannot be read
 * @example
 * const written = { territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: true }
 * writeDay(readRequest(written).box.to) // '2029-12-31'
 */
export function readRequest(written: WrittenRequest): Request {
  const from = readDay('from', written.from)
  const to = written.to === null ? PERPETUITY : readDay('to', written.to)
  if (from > to) throw new RequestError('to', FAULTS.reversed(written.from, written.to!))
  const cuts = written.cut === undefined || written.cut === null ? null : readCuts(written.cut)
  return {
    exclusive: written.exclusive,
    box: {
      territories: read('territory', written.territory, TerritorySet.world, (expression) => parseTerritories(expression).set),
      media: read('media', written.media, ALL_MEDIA, parseMedia),
      languages: read('languages', written.languages, LanguageSet.all, parseLanguages),
      cuts: cuts === null ? CutSet.all : CutSet.of(cuts),
      from,
      to,
    },
  }
}

/** "52′" is the cut 52. */
function readCuts(written: string | readonly string[]): string[] {
  const cuts = (typeof written === 'string' ? written.split(',') : written).map((cut) => cut.trim().replace(/ ?['’′]$/, ''))
  if (cuts.length === 0 || cuts.includes('')) throw new RequestError('cut', FAULTS.noCut())
  return cuts
}

export function readDay(field: string, text: string): Day {
  const day = dayOf(text)
  if (day === null) throw new RequestError(field, FAULTS.day(text))
  return day
}

function read<T>(
  field: string,
  expression: string | readonly string[] | undefined,
  whole: T,
  parse: (expression: string | readonly string[]) => T,
): T {
  if (expression === undefined) return whole
  try {
    return parse(expression)
  } catch (thrown) {
    if (thrown instanceof ExpressionError) throw new RequestError(field, { en: thrown.message, fr: thrown.messageFr })
    throw thrown
  }
}
