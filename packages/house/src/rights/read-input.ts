/** What comes from outside into the rights book: questions and entries, read or refused with the field and the reason. */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { FAULTS } from '@vitrine/rights/book/faults'
import type { Request } from '@vitrine/rights/book/line'
import { BookError, readTerms } from '@vitrine/rights/book/read-book'
import { readRequest, RequestError } from '@vitrine/rights/contracted/read-request'
import { dayOf } from '@vitrine/rights/days/day'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import type { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { z } from 'zod'
import type { EntryInput, RightsQuestion } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { parse } from '../input.ts'

const Expression = z.union([z.string().min(1).max(4_000), z.array(z.string().min(1).max(200)).min(1).max(700)])
export const Question = z.object({
  territory: Expression.optional(),
  media: Expression.optional(),
  languages: Expression.optional(),
  cut: z.string().min(1).max(40).nullable().optional(),
  from: z.string().max(10),
  to: z.string().max(10).nullable(),
  exclusive: z.boolean(),
})

/** A day from outside. */
export const DayText = z.string().refine((text) => dayOf(text) !== null, 'Not a day of the calendar (YYYY-MM-DD)')

/** The day of asking, and the moment as which the book is read; either may be left out. */
export const When = z.object({ today: DayText.optional(), recordedAt: z.iso.datetime({ offset: true }).optional() }).optional()

/** The day from which an amendment holds; null: from the beginning. */
export const effectiveOf = ({ effective }: { effective?: string | null }): string | null =>
  effective === null || effective === undefined ? null : parse(DayText, effective)

export function readQuestionOf(question: RightsQuestion): Request {
  try {
    return readRequest(parse(Question, question))
  } catch (thrown) {
    if (thrown instanceof RequestError) throw invalid(thrown.field, thrown.what)
    throw thrown
  }
}

/** Refuses what is no day of the calendar, in both languages. */
export function readDayText(path: string, text: string): void {
  if (dayOf(text) === null) throw invalid(path, FAULTS.day(text))
}

/** Countries from outside, as the trade writes them. */
export function readTerritories(path: string, expression: string): TerritorySet {
  try {
    return parseTerritories(expression).set
  } catch (thrown) {
    if (thrown instanceof ExpressionError) throw invalid(path, { en: thrown.message, fr: thrown.messageFr })
    throw thrown
  }
}

const LONGEST_ENTRY = 200_000 // characters of JSON: a contract's clause and some dozens of boxes
const Entry = z.record(z.string(), z.unknown())

/** The terms of an entry from a form, a spreadsheet or a program. */
export function readEntryInput(input: EntryInput): EntryTerms {
  const entry = parse(Entry, input)
  if (JSON.stringify(entry).length > LONGEST_ENTRY) throw new HouseError('too-large', { limit: LONGEST_ENTRY })
  try {
    return readTerms(entry, ENTRY)
  } catch (thrown) {
    if (thrown instanceof BookError) throw invalid(thrown.field, thrown.what)
    throw thrown
  }
}

const ENTRY = 'entry'
const invalid = (path: string, { en, fr }: BookError['what']): HouseError =>
  new HouseError('invalid-input', { issues: [{ path, message: en, messageFr: fr }] })
