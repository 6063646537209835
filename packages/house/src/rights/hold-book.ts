/** The book holds: an entry that contradicts the committed rows is refused with what stands in its way. */
import type { Locale } from '@vitrine/messages'
import { unreadableEntry } from '@vitrine/messages/rights'
import type { Line } from '@vitrine/rights/book/line'
import { checkEntry, type Objection, type Verdict } from '@vitrine/rights/check/check-entry'
import type { WouldBeEntry } from '@vitrine/rights/check/would-be'
import type { Day } from '@vitrine/rights/days/day'
import { typeset } from '@vitrine/messages/typeset'
import { objectionInWords } from '@vitrine/rights/words/objection-in-words'
import type { Asker } from '@vitrine/store/asker'
import { findEntries } from '@vitrine/store/rights/entries'
import { readTitleLines, UnreadableLine } from '@vitrine/store/rights/lines'
import { cutsByIds } from '@vitrine/store/titles/cards'
import type { StoredCard } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import type { ObjectionView } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { cutsOf } from './cuts-of.ts'
import { toBoxInWords, toEntrySummary } from './in-words.ts'
import { todayOf } from './today.ts'

/** Judges an entry on the rows that `db` sees: the committed book, or the one in the transaction at hand. */
export async function judge(
  house: HouseContext,
  db: Asker,
  titleId: string,
  entry: WouldBeEntry,
): Promise<{ verdict: Verdict; lines: Line[]; today: Day }> {
  const lines = await wholeLines(db, house.houseId, titleId, [entry.id, ...entry.replaces])
  const today = todayOf(house)
  return { verdict: checkEntry(entry, lines, today, await knownCuts(db, house.houseId, titleId, entry)), lines, today }
}

/** The cuts that the sheet lists; asked for only where the entry is of certain cuts. */
export async function knownCuts(db: Asker, houseId: string, titleId: string, entry: WouldBeEntry): Promise<string[]> {
  if ([...entry.boxes, ...entry.imposes].every(({ cuts }) => cuts.named.length === 0)) return []
  const found = await cutsByIds<StoredCard['cuts'][number]>(db, houseId, [titleId])
  return cutsOf({ cuts: found.get(titleId) ?? [] })
}

/** All lines of a title, but those of entries that are being written anew may be unreadable. @throws HouseError `invalid-input` when one cannot be read: nothing is signed on a part of the book. */
export async function wholeLines(db: Asker, houseId: string, titleId: string, but: readonly string[] = []): Promise<Line[]> {
  try {
    return await readTitleLines(db, houseId, titleId, { wholeBut: but })
  } catch (thrown) {
    if (!(thrown instanceof UnreadableLine)) throw thrown
    const { entryId } = thrown
    throw new HouseError('invalid-input', { issues: [{ path: 'titleId', message: unreadableEntry(entryId, 'en'), messageFr: unreadableEntry(entryId, 'fr') }] }, thrown) // prettier-ignore
  }
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
      text: typeset(locale, objectionInWords(objection, names, locale)),
      box: toBoxInWords(objection.box, locale),
      entries: entries.map((row) => toEntrySummary(row, locale)),
    }
  })
}
