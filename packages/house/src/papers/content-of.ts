/** Every word of a paper, from the offer, the house's clauses and its settings. */
import { clauseApplies, type PaperKind } from '@vitrine/deals/clauses/clause'
import { readClauseText } from '@vitrine/deals/clauses/read-clause-text'
import type { PaymentOfAmount } from '@vitrine/deals/after/amend-plan'
import type { PartVariable, WordVariable } from '@vitrine/deals/clauses/variables'
import { type OfferTerms, paymentsOf, priceOf } from '@vitrine/deals/offer/offer'
import type { PaperContent, PaperFilm, PaperParagraph } from '@vitrine/deals/papers/paper'
import { ScheduleError, scheduleOf } from '@vitrine/deals/schedule/schedule'
import { allocate } from '@vitrine/ledger/money/allocate'
import { minorDigits } from '@vitrine/ledger/money/currency'
import { formatDay, type Locale } from '@vitrine/messages'
import { amountInWords, paperWords, shareInWords } from '@vitrine/messages/papers'
import type { AmendmentRow } from '@vitrine/store/after/amendments'
import type { InstalmentRow } from '@vitrine/store/after/instalments'
import type { HouseSettings } from '../contract.ts'
import type { ClauseView, PaperDraft } from '../contract/papers.ts'
import { HouseError } from '../errors.ts'
import { changesOnPaper } from './changes-on-paper.ts'

export interface PaperMaking {
  kind: PaperKind
  locale: Locale
  paper: 'a4' | 'letter'
  reference: string
  /** How what is amended is called, and its day; of any other paper its own reference. */
  agreement?: string
  /** `YYYY-MM-DD` */
  day: string
  offer: OfferTerms
  buyer: { name: string; address: string | null; signatory: string | null }
  settings: HouseSettings
  houseSignatory: string | null
  clauses: readonly ClauseView[]
  without: readonly string[]
  own: NonNullable<PaperDraft['own']>
  /** Facts about each film, by its id: director, year. */
  facts: ReadonlyMap<string, string>
  /** How it is paid, where an amendment made it other than the offer says. */
  plan?: readonly InstalmentRow[] | null
  /** Of an amendment: what it puts on paper. */
  amendments?: readonly AmendmentRow[]
}

const MOST_NAMED = 3

/** @throws HouseError `invalid-input` for a clause with a variable that is none, or rights that no words say exactly */
export function contentOf(making: PaperMaking): PaperContent {
  const { kind, locale, paper, reference, day, offer, buyer, settings, own, without } = making
  const words = paperWords[locale]
  const amount = (minor: number): string => amountInWords(locale, offer.currency, minor, minorDigits(offer.currency))
  const values = valuesOf(making, amount(priceOf(offer)))
  const chosen = making.clauses.filter(({ id, retiredAt, terms }) => retiredAt === null && clauseApplies(terms, kind, offer) && !(id !== null && without.includes(id))) // prettier-ignore
  const total = amount(priceOf(offer))
  return {
    kind,
    locale,
    paper,
    title: words.kind[kind],
    reference,
    day,
    example: chosen.some(({ id }) => id === null),
    parties: [
      { side: 'house', role: words.role.house, name: values.house, address: settings.address, signatory: values.house_signatory },
      { side: 'buyer', role: words.role.buyer, name: buyer.name, address: buyer.address, signatory: values.buyer_signatory },
    ],
    clauses: withChanges(kind, [
      ...chosen.map(({ id, version, terms }) => ({
        id,
        version,
        heading: terms[locale].heading,
        paragraphs: filled(terms[locale].text, values, terms[locale].heading),
      })),
      ...own.map(({ heading, text }) => ({ id: null, version: null, heading, paragraphs: filled(text, values, heading) })),
    ]),
    films: offer.lines.map((line) => filmOf(line, locale, making.facts)),
    prices: {
      rows: offer.lines.map(({ title, minor }) => ({ label: title, amount: amount(minor) })),
      total: { label: `${offer.package === null ? words.total : words.packageOf(offer.lines.length)}, ${words.noVat}`, amount: total }, // prettier-ignore
    },
    payments: paymentsIn(making).map(({ event, days, day: on, share, minor }) => ({
      when: event === 'day' ? words.onDay(formatDay(locale, on!)) : words.onEvent(words.event[event], days),
      share: shareInWords(locale, share),
      amount: amount(minor),
    })),
    ...changesSaid(making),
    note: offer.note,
  }
}

/** The payments of the offer; of an amended price the instalments as they are, with their shares of it as it is. */
function paymentsIn({ offer, plan = null }: PaperMaking): (PaymentOfAmount & { share: number })[] {
  if (plan === null) {
    const minors = paymentsOf(offer)
    return offer.payments.map((payment, at) => ({ ...payment, minor: minors[at]! }))
  }
  const shares = plan.length === 0 ? [] : allocate(10_000, plan.map(({ minor }) => minor)) // prettier-ignore
  return plan.map(({ event, days, day, dated, dueOn, minor }, at) => ({ minor, share: shares[at]!, ...(dated ? { event: 'day', days: 0, day: dueOn } : { event, days, day }) })) // prettier-ignore
}

function changesSaid({ amendments, locale, offer }: PaperMaking): Pick<PaperContent, 'changes' | 'amendments'> {
  try {
    return amendments === undefined
      ? {}
      : changesOnPaper(
          amendments,
          locale,
          offer.lines.map(({ title }) => title),
        )
  } catch (thrown) {
    if (thrown instanceof ScheduleError) throw new HouseError('invalid-input', { issues: [{ path: 'kind', message: thrown.message }] }) // prettier-ignore
    throw thrown
  }
}

/** Clauses of a house that were saved before there were changes to print: they stand before the schedule. */
function withChanges(kind: PaperKind, clauses: PaperContent['clauses']): PaperContent['clauses'] {
  const says = (name: PartVariable) => (one: PaperParagraph) => 'part' in one && one.part === name
  if (kind !== 'amendment' || clauses.some(({ paragraphs }) => paragraphs.some(says('changes')))) return clauses
  const first = clauses.findIndex(({ paragraphs }) => paragraphs.some(says('schedule')))
  return clauses.map((clause, at) => {
    if (at !== first) return clause
    const before = clause.paragraphs.findIndex(says('schedule'))
    return { ...clause, paragraphs: clause.paragraphs.toSpliced(before, 0, { part: 'changes' }) }
  })
}

function valuesOf(making: PaperMaking, price: string): Record<WordVariable, string> {
  const { locale, offer, buyer, settings, reference, day } = making
  const words = paperWords[locale]
  const names = [...new Set(offer.lines.map(({ title }) => title))]
  const { papers } = settings
  return {
    house: papers.legalName ?? settings.name,
    house_address: oneLine(settings.address) ?? words.unnamed.address,
    house_signatory: making.houseSignatory ?? papers.signatory ?? words.unnamed.signatory,
    buyer: buyer.name,
    buyer_address: oneLine(buyer.address) ?? words.unnamed.address,
    buyer_signatory: buyer.signatory ?? words.unnamed.signatory,
    reference,
    agreement: making.agreement ?? reference,
    date: formatDay(locale, day),
    films: words.films(names.slice(0, MOST_NAMED), names.length - MOST_NAMED),
    price,
    currency: offer.currency,
    withholding: shareInWords(locale, offer.withholding),
    law: papers.law ?? words.unnamed.law,
    court: papers.court ?? words.unnamed.court,
  }
}

const oneLine = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim().replaceAll(/\s*\n\s*/g, ', ')) // prettier-ignore

/** Paragraphs with the values in place of their variables. */
export function filled(text: string, values: Readonly<Record<WordVariable, string>>, heading: string): PaperParagraph[] {
  const { paragraphs, faults } = readClauseText(text)
  if (faults.length > 0) throw new HouseError('invalid-input', { issues: faults.map((fault) => ({ path: heading, message: `${fault.code}: ${fault.text}` })) }) // prettier-ignore
  return paragraphs.map((one) => ('part' in one ? one : { text: one.pieces.map((piece) => (typeof piece === 'string' ? piece : values[piece.variable])).join('').trim() })) // prettier-ignore
}

function filmOf({ titleId, title, rights, materials }: OfferTerms['lines'][number], locale: Locale, facts: PaperMaking['facts']): PaperFilm {
  const words = paperWords[locale]
  const when = (days: number | null): string => (days === null ? words.beforeStart : words.afterSignature(days))
  return {
    title,
    facts: facts.get(titleId) ?? '',
    ...worded(),
    materials: materials.map(({ kind, detail, days }) => ({ what: detail === null ? words.deliverable[kind] : `${words.deliverable[kind]} (${detail})`, when: when(days) })), // prettier-ignore
  }
  function worded(): Pick<PaperFilm, 'blocks' | 'schedule'> {
    try {
      const { blocks, text } = scheduleOf(rights, locale)
      return { blocks, schedule: text }
    } catch (thrown) {
      if (thrown instanceof ScheduleError) throw new HouseError('invalid-input', { issues: [{ path: title, message: thrown.message }] }) // prettier-ignore
      throw thrown
    }
  }
} // prettier-ignore
