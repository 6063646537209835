/** Boxes, questions and entries as the contract shows them: codes with their wording beside them. */
import type { Locale } from '@vitrine/messages'
import type { Region } from '@vitrine/rights/availability/regions'
import type { Repair } from '@vitrine/rights/availability/repairs'
import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import type { Request } from '@vitrine/rights/book/line'
import { boxOf, imposedBoxOf } from '@vitrine/rights/book/lines-of-entry'
import type { Box } from '@vitrine/rights/box/box'
import type { CutSet } from '@vitrine/rights/box/cut-set'
import { PERPETUITY, writeDay } from '@vitrine/rights/days/day'
import type { LanguageSet } from '@vitrine/rights/languages/language-set'
import { printLanguages } from '@vitrine/rights/languages/print'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { printMedia } from '@vitrine/rights/media/print'
import { printTerritories } from '@vitrine/rights/territories/print'
import { typeset } from '@vitrine/messages/typeset'
import { boxInWords, cutsInWords, rightsInWords } from '@vitrine/rights/words/box-in-words'
import { repairInWords } from '@vitrine/rights/words/repair-in-words'
import type { EntryRow } from '@vitrine/store/rights/entries'
import type { BoxInWords, EntrySummary, QuestionInWords, RegionView, RepairView, RightsQuestion } from '../contract/rights.ts'

/** Names, not codes. */
const FULL = { names: 'full' } as const

export function toBoxInWords(box: Box, locale: Locale): BoxInWords {
  return {
    territories: { text: printTerritories(box.territories, locale, FULL), leaves: box.territories.leaves() },
    media: { text: printMedia(box.media, locale, FULL), leaves: mediaLeaves(box.media) },
    languages: { text: printLanguages(box.languages, locale, FULL), leaves: shortLeaves(box.languages) },
    ...cutsOfBox(box.cuts, locale),
    from: writeDay(box.from),
    to: writeDay(box.to),
  }
}

/** All but some cuts, those included that nobody has made yet, is no list: the wording says it, and `cutsExcept` names the few. */
const cutsOfBox = (cuts: CutSet, locale: Locale): Pick<BoxInWords, 'cuts' | 'cutsExcept' | 'cutText'> => ({
  cuts: cuts.rest ? null : [...cuts.named],
  cutsExcept: cuts.rest && !cuts.isAll ? [...cuts.named] : null,
  cutText: cuts.isAll ? null : typeset(locale, cutsInWords(cuts, locale)),
})

/** All but some languages would be a list of hundreds: the wording says it, and `except` names them. */
const shortLeaves = (set: LanguageSet): string[] => (set.isAll ? ['all'] : set.rest === 0 ? set.leaves() : [])
const exceptOf = (set: LanguageSet): string[] | null => (set.rest === 0 || set.isAll ? null : [...set.named.keys()])

export const toQuestionInWords = ({ box, exclusive }: Request, locale: Locale): QuestionInWords => {
  const { territories, media, languages, cuts } = toBoxInWords(box, locale)
  return {
    territories,
    media,
    languages,
    cut: cuts?.join(', ') ?? null,
    from: writeDay(box.from)!,
    to: box.to >= PERPETUITY ? null : writeDay(box.to),
    exclusive,
  }
}

export const toRegionView = (region: Region, locale: Locale): RegionView => {
  const words = toBoxInWords(region.box, locale)
  return {
    ...words,
    languages: { ...words.languages, except: exceptOf(region.box.languages) },
    status: region.status,
    because: [...region.because],
    undated: region.undated,
  }
}

/** A request in the form of a question that can be asked again. */
export function toQuestion({ box, exclusive }: Request, locale: Locale): RightsQuestion {
  return {
    territory: box.territories.leaves(),
    media: mediaLeaves(box.media),
    languages:
      box.languages.rest === 0 || box.languages.isAll ? box.languages.leaves() : printLanguages(box.languages, locale, FULL),
    cut: box.cuts.isAll ? null : box.cuts.named.join(', '),
    from: writeDay(box.from)!,
    to: box.to >= PERPETUITY ? null : writeDay(box.to),
    exclusive,
  }
}

export const toRepairView = (repair: Repair, locale: Locale): RepairView => ({
  changes: repair.changes.map(({ kind }) => kind),
  text: typeset(locale, repairInWords(repair, locale)),
  question: toQuestion(repair.request, locale),
  cost: repair.cost,
})

/** The boxes of an entry as they count today, in one text. */
export const termsInWords = (terms: EntryTerms, locale: Locale): string =>
  terms.boxes.map((box) => boxInWords(boxOf(box, terms), locale)).join('; ')

/** The same without their days, which have columns of their own where entries are listed. */
const whatInWords = (terms: EntryTerms, locale: Locale): string =>
  [...new Set(terms.boxes.map((box) => rightsInWords(boxOf(box, terms), locale)))].join('; ')

export const termBoxInWords = (box: TermBox, terms: EntryTerms, locale: Locale): BoxInWords =>
  toBoxInWords(boxOf(box, terms), locale)

/** A holdback that terms impose, through the day on which it ends: its own, or that of the licence. */
export const imposedBoxInWords = (box: TermBox, terms: EntryTerms, locale: Locale): BoxInWords =>
  toBoxInWords(imposedBoxOf(box, terms), locale)

/** What every list of entries says of their terms. */
export const termsSummary = (terms: EntryTerms, locale: Locale) => ({
  exclusive: terms.exclusive,
  party: terms.party,
  contract: terms.contract,
  clause: terms.clause,
  text: termsInWords(terms, locale),
  what: whatInWords(terms, locale),
})

export function toEntrySummary(row: EntryRow, locale: Locale): EntrySummary {
  const { terms } = row
  return {
    id: row.id,
    titleId: row.titleId,
    title: row.title,
    version: row.version,
    kind: row.kind,
    status: row.status,
    ...termsSummary(terms, locale),
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    expires: row.expires,
    undated: row.undated,
    updatedAt: row.updatedAt,
  }
}
