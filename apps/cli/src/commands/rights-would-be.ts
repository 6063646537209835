/** An entry that somebody means to sign, from a file, held against a book in a file or against the house. */
import type { CheckResult, RegionView, SimulationView } from '@vitrine/house/contract/rights'
import { toBoxInWords, toRegionView, termsInWords } from '@vitrine/house/rights/in-words'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import type { Line } from '@vitrine/rights/book/line'
import { linesByTitle, readTerms, type RightsBook } from '@vitrine/rights/book/read-book'
import { boxOf } from '@vitrine/rights/book/lines-of-entry'
import { EVERYTHING } from '@vitrine/rights/box/box'
import { checkEntry } from '@vitrine/rights/check/check-entry'
import { simulate } from '@vitrine/rights/check/simulate'
import { wouldBe, type WouldBeEntry } from '@vitrine/rights/check/would-be'
import { readDay } from '@vitrine/rights/contracted/read-request'
import type { Day } from '@vitrine/rights/days/day'
import { typeset } from '@vitrine/messages/typeset'
import { objectionInWords } from '@vitrine/rights/words/objection-in-words'
import { bookOf, jsonOf, refusing } from '../book-file.ts'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError, type Printer } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'
import { today as todayHere } from '../source.ts'

export interface WouldBeOptions {
  book?: string
  title?: string
  replaces: string[]
  effective?: string
  today?: string
}

/** What is printed of a check, the same of a file and of the house. */
export interface Checked extends Omit<CheckResult, 'asOf' | 'objections'> {
  title: string
  objections: (Omit<CheckResult['objections'][number], 'entries'> & { entries: string[] })[]
}
export interface Simulated extends Pick<SimulationView, 'changes'> {
  check: Checked
  before: RegionView[]
  after: RegionView[]
  /** Lists that were sent and would no longer be true; a book in a file has none. */
  staleLists: { id: string; toName: string; toCompany: string | null; at: string }[]
}

export async function checked(run: Run, file: string, options: WouldBeOptions): Promise<Checked> {
  const asked = await read(run.printer, file, options)
  if (options.book !== undefined) return onBook(run.printer, asked, await besideBook(run.printer, asked, options.book))
  return inHouse(run, async (house) => ofHouse(asked.title, await house.checkRights(asked.request)))
}

export async function simulated(run: Run, file: string, options: WouldBeOptions): Promise<Simulated> {
  const { printer } = run
  const asked = await read(printer, file, options)
  if (options.book !== undefined) {
    const { lines, names } = await besideBook(printer, asked, options.book)
    const { before, after, changes } = simulate(asked.entry, lines, { ...EVERYTHING, from: asked.today }, asked.today)
    return {
      check: onBook(printer, asked, { lines, names }),
      changes: changes.map(({ box, before: was, after: is }) => ({ box: toBoxInWords(box, printer.locale), before: was.status, after: is.status })), // prettier-ignore
      before: before.map((region) => toRegionView(region, printer.locale)),
      after: after.map((region) => toRegionView(region, printer.locale)),
      staleLists: [],
    }
  }
  return inHouse(run, async (house) => {
    const { check, changes, before, after, staleLists } = await house.simulateRights(asked.request)
    const lists = staleLists.map(({ id, toName, toCompany, at }) => ({ id, toName, toCompany, at }))
    return { check: ofHouse(asked.title, check), changes, before, after, staleLists: lists }
  })
}

interface AskedEntry {
  title: string
  terms: EntryTerms
  entry: WouldBeEntry
  today: Day
  request: Parameters<ReachedHouse['checkRights']>[0]
}

async function read(printer: Printer, file: string, options: WouldBeOptions): Promise<AskedEntry> {
  const words = printer.words.rights.check
  if (options.today !== undefined && options.book === undefined) throw new CommandError(words.onlyBook, 2)
  const today = refusing(printer, () => readDay('today', options.today ?? todayHere()))
  if (options.effective !== undefined) refusing(printer, () => readDay('effective', options.effective!))
  const json = await jsonOf(printer, file, 'badEntry')
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw new CommandError(words.noEntry, 2)
  const { id = 'new', title: ofTitle, status: _, ...entry } = json as Record<string, unknown>
  const title = options.title ?? ofTitle
  if (typeof title !== 'string' || title === '') throw new CommandError(words.noTitle, 2)
  const terms = refusing(printer, () => readTerms(entry, String(id)), 'badEntry')
  const { replaces } = options
  return {
    title,
    terms,
    entry: wouldBe(String(id), terms, replaces, options.effective ?? null),
    today,
    request: { titleId: title, entry, replaces: [...replaces, ...(id === 'new' ? [] : [String(id)])], effective: options.effective ?? null, locale: printer.locale }, // prettier-ignore
  }
}

interface Beside {
  lines: Line[]
  names: ReadonlyMap<string, string>
}

async function besideBook(printer: Printer, { title }: AskedEntry, file: string): Promise<Beside> {
  const book: RightsBook = await bookOf(printer, file)
  const lines = linesByTitle(book).get(title)
  if (lines === undefined) throw new CommandError(printer.words.avails.noTitle(title), 2)
  return { lines, names: new Map(book.entries.map(({ id, terms }) => [id, terms.party ?? terms.contract ?? id])) }
}

function onBook(printer: Printer, { title, terms, entry, today }: AskedEntry, { lines, names }: Beside): Checked {
  const { locale } = printer
  const { verdict, objections } = checkEntry(entry, lines, today)
  return {
    title,
    verdict,
    objections: objections.map((objection) => ({
      code: objection.code,
      severity: objection.severity,
      text: typeset(locale, objectionInWords(objection, objection.entries.map((id) => names.get(id) ?? id), locale)), // prettier-ignore
      box: toBoxInWords(objection.box, locale),
      entries: [...objection.entries],
    })),
    text: termsInWords(terms, locale),
    boxes: terms.boxes.map((box) => toBoxInWords(boxOf(box, terms), locale)),
  }
}

const ofHouse = (title: string, { verdict, objections, text, boxes }: CheckResult): Checked => ({
  title,
  verdict,
  objections: objections.map((objection) => ({ ...objection, entries: objection.entries.map(({ id }) => id) })),
  text,
  boxes,
})
