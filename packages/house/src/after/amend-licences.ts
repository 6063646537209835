import { amendRights, type RightsChange } from '@vitrine/deals/after/amend-rights'
import { meaningOf, sameMeaning } from '@vitrine/deals/schedule/read-schedule'
import { ScheduleError } from '@vitrine/deals/schedule/schedule'
import { changesOf } from '@vitrine/deals/schedule/schedule-changes'
import { addDays } from '@vitrine/deals/after/days'
import { formatDay, LOCALES } from '@vitrine/messages'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { writeTerms } from '@vitrine/rights/book/write-terms'
import { wouldBe } from '@vitrine/rights/check/would-be'
import type { AmendedLicence } from '@vitrine/store/after/amendments'
import { type EntryRow, listVersions } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { AmendmentToMake } from '../contract/after.ts'
import { holdBook } from '../rights/hold-book.ts'
import { noteOf } from '../rights/note-of.ts'
import { readEntryInput } from '../rights/read-input.ts'
import { recordEntry } from '../rights/record-entry.ts'
import type { Writing } from '../write.ts'
import { amendmentFault } from './read-amendment.ts'
import { termOf } from './renewed-holdbacks.ts'

/**
 * Writes other rights into the book, licence by licence, each checked on the committed rows as a signature is; one that cannot
 * be refuses all. What a licence said before stays in its earlier version. Answers those that something changed in.
 */
export async function amendLicences(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  licences: readonly EntryRow[],
  change: RightsChange,
  { effective, acceptWarnings, note, locale }: Pick<AmendmentToMake, 'effective' | 'acceptWarnings' | 'note' | 'locale'>,
): Promise<AmendedLicence[]> {
  const amended: AmendedLicence[] = []
  for (const before of licences) {
    const { id, titleId, title } = before
    const states = await listVersions(writing.trx, house.houseId, { entryId: id })
    const counted = states.findLast((state) => state.terms.runs !== null)?.terms.runs // they may have been free since
    const terms = termsAfter(before.terms, change, counted?.broadcasts ?? [])
    if (sameMeaning(meaningOf(before.terms), meaningOf(terms))) continue
    holdEffective(title, { before: before.terms, after: terms, states }, effective)
    holdWords(before.terms, terms)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, [], effective), acceptWarnings === true, locale)
    await recordEntry(house, writing, actor, { id, titleId, before, status: 'signed', terms, effective, verb: 'amendDeal', note: noteOf(note) }) // prettier-ignore
    amended.push({ entryId: id, titleId, title, before: before.terms, after: terms })
  }
  return amended
}

/**
 * The terms that change are the newest. From a day on which they do not hold yet they would come into force earlier than was agreed; from one
 * on which the licence is over nothing would change, or it would run on until then.
 */
function holdEffective(
  title: string,
  { before, after, states }: { before: EntryTerms; after: EntryTerms; states: readonly { effective: string | null }[] },
  effective: string | null,
): void {
  const newest = states.at(-1)?.effective ?? null // a state holds from its day on for good, so none before it holds later
  const { from, to } = termOf(before.boxes)
  const counts = newest !== null && (from === null || newest > from) && (to === null || newest <= to)
  if (counts && (effective === null || effective < newest!))
    throw amendmentFault(
      'effective',
      `Other terms were agreed for ${title} from ${formatDay('en', newest!)} on: say that day or a later one`,
      `D’autres conditions sont convenues pour ${title} à partir du ${formatDay('fr', newest!)} : indiquez ce jour ou un jour ultérieur`,
    )
  const last = termOf(after.boxes).to
  if (effective !== null && last !== null && effective > addDays(last, 1))
    throw amendmentFault(
      'effective',
      `The licence of ${title} is over by then: its last day is ${formatDay('en', last)}`,
      `La licence de ${title} est alors terminée : son dernier jour est le ${formatDay('fr', last)}`,
    )
}

/** What changed can be said in both languages so that it is read back the same; else it could stand on no paper. */
function holdWords(before: EntryTerms, after: EntryTerms): void {
  try {
    for (const locale of LOCALES) changesOf(before, after, locale)
  } catch (thrown) {
    if (!(thrown instanceof ScheduleError)) throw thrown
    throw amendmentFault('entryIds', thrown.message, 'Aucune formulation ne dit exactement ces droits.')
  }
}

/** The terms as they become, judged as any entry's are. */
function termsAfter(before: EntryTerms, change: RightsChange, broadcasts: readonly string[]): EntryTerms {
  const terms = amendRights(before, change, broadcasts)
  if (terms === null)
    throw amendmentFault(
      'territory',
      'That gives a whole licence back: terminate it instead',
      'Cela rend une licence entière : résiliez-la plutôt',
    )
  const used = terms.runs?.broadcasts.length ?? 0
  if (terms.runs !== null && terms.runs.count < used)
    throw amendmentFault('runs.count', `${used} runs were used already`, `${used} passages ont déjà été utilisés`)
  return readEntryInput(writeTerms(terms))
}
