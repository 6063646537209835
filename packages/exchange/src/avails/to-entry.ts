/** An avail as the licence that it tells of: a would-be entry of the rights book, for an editor to look at. */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { LEAVES, leavesOfCountry } from '@vitrine/rights/territories/leaves'
import { printTerritories } from '@vitrine/rights/territories/print'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import type { Locale } from '@vitrine/messages/locale'
import type { Finding } from '../formats/finding.ts'
import type { Avail, AvailTransaction } from './avail.ts'
import { LICENSE_TYPES, WORLD } from './from-licence.ts'
import { isDay, isMoment } from './moments.ts'
import { priceOfTerms } from './price-terms.ts'

const MEDIA = new Map<string, readonly string[]>([
  ...Object.entries(LICENSE_TYPES).map(([medium, type]) => [type.toLowerCase(), [medium]] as const),
  ['poest', ['est']],
  ['tvod', ['tvod']],
])

const WHOLE: ReadonlySet<Avail['availType']> = new Set(['single', 'series', 'miniseries'])

/**
 * The terms of the licence, and what of the avail could not be understood. Null where nothing is left that could be a licence:
 * no territory or no medium, an end before its start, or a transaction that takes an earlier one back.
 *
 * @example
 * entryOfAvail(avail, 'en').terms?.boxes[0]?.territory // 'FR, DE'
 */
export function entryOfAvail(avail: Avail, locale: Locale): { terms: EntryTerms | null; doubts: Finding[] } {
  const { transaction } = avail
  const doubts: Finding[] = []
  const doubt = (what: string, values: Record<string, string>): void =>
    void doubts.push({ severity: 'warning', rule: `avails/entry/${what}`, line: avail.line, path: avail.key, values })
  const territories = territoriesOf(transaction, doubt)
  const media = MEDIA.get(transaction.licenseType.toLowerCase()) ?? []
  if (media.length === 0) doubt('medium', { type: transaction.licenseType })
  const from = edgeOf(transaction.start, 'start', doubt)
  const to = edgeOf(transaction.end, 'end', doubt)
  if (/delete$/i.test(avail.entryType)) doubt('taken-back', { type: avail.entryType })
  // an entry of the book is about a title as a whole
  if (!WHOLE.has(avail.availType)) doubt('part', { type: avail.availType })
  const isEmpty = territories.isEmpty || media.length === 0 || from === undefined || to === undefined
  if (isEmpty || /delete$/i.test(avail.entryType)) return { terms: null, doubts }
  if (from !== null && to !== null && from > to) {
    doubt('window', { from, to })
    return { terms: null, doubts }
  }
  const { price, left } = priceOfTerms(transaction.terms)
  for (const [why, names] of left) doubt(why, { names: [...names].join(', ') })
  const terms: EntryTerms = {
    kind: 'licence',
    exclusive: transaction.exclusive ?? false,
    boxes: [
      {
        territory: printTerritories(territories, locale),
        territories: territories.leaves(),
        media,
        languages: languagesOf(transaction),
        cuts: null,
        from,
        to,
      },
    ],
    party: avail.licensee,
    contract: transaction.contractId,
    clause: null,
    expires: null,
    runs: null,
    event: null,
    imposes: [],
    note: transaction.otherInstructions,
    ...(price.length === 0 ? {} : { price }),
  }
  return { terms, doubts }
}

type Doubt = (what: string, values: Record<string, string>) => void

function territoriesOf({ territories, excludedTerritories }: AvailTransaction, doubt: Doubt): TerritorySet {
  const leaves = (code: string, isExcluded: boolean): readonly string[] => {
    if (code === WORLD || code.toUpperCase() === 'WORLD') return LEAVES
    const found = leavesOfCountry(code)
    if (found !== undefined) return found
    // a part of a country is not sold here: what takes a part away takes the whole, what gives a part gives nothing
    const country = isExcluded ? leavesOfCountry(code.slice(0, 2)) : undefined
    doubt('territory', { territory: code })
    return country ?? []
  }
  const given = TerritorySet.of(territories.flatMap((code) => leaves(code, false)))
  return given.minus(TerritorySet.of(excludedTerritories.flatMap((code) => leaves(code, true))))
}

function languagesOf({ allowedLanguages, holdbackLanguages }: AvailTransaction): string[] {
  // rights are kept by language, not by its regional form
  const plain = (tags: readonly string[]) => LanguageSet.of(tags.map((tag) => tag.split('-')[0]!))
  const allowed = allowedLanguages.length === 0 ? LanguageSet.all : plain(allowedLanguages)
  return allowed.minus(plain(holdbackLanguages)).leaves()
}

/** A day; null for no limit; undefined where it cannot be known. */
function edgeOf(at: string, which: 'start' | 'end', doubt: Doubt): string | null | undefined {
  if (isDay(at)) return at
  if (isMoment(at)) {
    const day = at.slice(0, 10)
    if (at.slice(11, 19) !== '00:00:00' && at.slice(11, 19) !== '23:59:59') doubt('time', { at })
    // what ends with the first moment of a day has the day before as its last
    return which === 'end' && at.slice(11, 19) === '00:00:00' ? writeDay(dayOf(day)! - 1) : day
  }
  if (which === 'start' && at === 'Immediate') return null
  if (which === 'end' && at === 'Open') return null
  doubt('condition', { condition: at })
  return undefined
}
