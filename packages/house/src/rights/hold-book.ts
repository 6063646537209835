/** The book holds: an entry that contradicts the committed rows is refused with what stands in its way. */
import type { Locale } from '@vitrine/messages'
import type { Line } from '@vitrine/rights/book/line'
import { checkEntry, type Objection, type Verdict } from '@vitrine/rights/check/check-entry'
import type { WouldBeEntry } from '@vitrine/rights/check/would-be'
import type { Day } from '@vitrine/rights/days/day'
import { objectionInWords } from '@vitrine/rights/words/objection-in-words'
import type { Asker } from '@vitrine/store/asker'
import { findEntries } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../context.ts'
import type { ObjectionView } from '../contract-rights.ts'
import { HouseError } from '../errors.ts'
import { toBoxInWords, toEntrySummary } from './in-words.ts'
import { todayOf } from './today.ts'

/** Judges an entry on the rows that `db` sees: the committed book, or the one in the transaction at hand. */
export async function judge(
  house: HouseContext,
  db: Asker,
  titleId: string,
  entry: WouldBeEntry,
): Promise<{ verdict: Verdict; lines: Line[]; today: Day }> {
  const lines = await readTitleLines(db, house.houseId, titleId)
  const today = todayOf(house)
  return { verdict: checkEntry(entry, lines, today), lines, today }
}

/**
 * Lets an entry be written, or fails: `rights-conflict` with what stands in its way, `rights-warnings` with what the writer
 * has not yet said they accept. To be called with the house locked, which locks its titles too.
 */
export async function holdBook(
  house: HouseContext,
  trx: Asker,
  titleId: string,
  entry: WouldBeEntry,
  acceptWarnings: boolean,
  locale: Locale,
): Promise<void> {
  const { verdict } = await judge(house, trx, titleId, entry)
  if (verdict.verdict === 'clear' || (verdict.verdict === 'warning' && acceptWarnings)) return
  const objections = await toObjectionViews(house, trx, verdict.objections, locale)
  throw new HouseError(verdict.verdict === 'refused' ? 'rights-conflict' : 'rights-warnings', {
    objections: objections.map(({ code, severity, text, entries }) => ({ code, severity, text, entries: entries.map(({ id }) => id) })), // prettier-ignore
  })
}

export async function toObjectionViews(
  house: HouseContext,
  db: Asker,
  objections: readonly Objection[],
  locale: Locale,
): Promise<ObjectionView[]> {
  const ids = [...new Set(objections.flatMap(({ entries }) => entries))]
  const rows = new Map((await findEntries(db, house.houseId, ids)).map((row) => [row.id, row]))
  return objections.map((objection) => {
    const entries = objection.entries.map((id) => rows.get(id)).filter((row) => row !== undefined)
    const names = entries.map((row) => row.terms.party ?? row.terms.contract ?? row.id)
    return {
      code: objection.code,
      severity: objection.severity,
      text: objectionInWords(objection, names, locale),
      box: toBoxInWords(objection.box, locale),
      entries: entries.map((row) => toEntrySummary(row, locale)),
    }
  })
}
