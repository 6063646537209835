import { companiesNamedIn } from '@vitrine/store/contacts/company-names'
import { readClause as read, type Clause } from '@vitrine/rights/clause/read-clause'
import type { ClauseHoldback } from '@vitrine/rights/clause/terms'
import { addMonths, PERPETUITY, writeDay } from '@vitrine/rights/days/day'
import { printLanguages } from '@vitrine/rights/languages/print'
import { printMedia } from '@vitrine/rights/media/print'
import type { Span } from '@vitrine/rights/sentence/line'
import { lastDayOf } from '@vitrine/rights/sentence/window'
import { printTerritories } from '@vitrine/rights/territories/print'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ClauseRead, EntryInput, RightsVerbs } from '../../contract/rights.ts'
import { cleanText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { noteViews } from '../../rights/note-views.ts'
import { todayOf } from '../../rights/today.ts'

const LONGEST = 200_000
const FULL = { names: 'full' } as const

/** A rights clause, read into what a form is filled with. What is not said stays empty; nothing is invented. */
export async function readClause(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['readClause']>[1],
): Promise<ClauseRead> {
  authorise(actor, 'readClause')
  const text = cleanText(args.text).slice(0, LONGEST)
  const clause = read(text, { today: todayOf(house) })
  const at = (span: Span) => ({ start: span.from, end: span.to, text: text.slice(span.from, span.to) })
  const party = can(actor, 'listCompanies') ? await partyIn(house, text, clause.unread) : null
  return {
    entry: { ...entryOf(clause, text, args.locale), ...(party !== null && { party: party.name }) },
    parts: [
      ...PARTS.flatMap(({ field, of }) => {
        const found = of(clause)
        return found === null ? [] : found.spans.map((span) => ({ field, ...at(span), confidence: found.confidence }))
      }),
      ...(party === null ? [] : [{ field: 'party', ...at(party.span), confidence: 'read' as const }]),
    ],
    notes: noteViews(clause.notes, text, args.locale),
    unread: clause.unread.flatMap((span) => (party === null ? [span] : without(span, party.span))).map(at),
  }
}

/** Every company's name is looked for in so much of what was not read: of a clause that is more than its parties. */
const LOOKED_THROUGH = 5_000

/** A company of the house that the clause names, in words of which nothing else was made. */
async function partyIn(house: HouseContext, text: string, unread: readonly Span[]): Promise<{ name: string; span: Span } | null> {
  if (unread.length === 0) return null
  const words = unread.map(({ from, to }) => text.slice(from, to)).join('\n')
  for (const name of await companiesNamedIn(house.db, house.houseId, words.slice(0, LOOKED_THROUGH)))
    for (const { from, to } of unread) {
      const place = wordsAt(text.slice(from, to), name)
      if (place !== null) return { name, span: { from: from + place, to: from + place + name.length } }
    }
  return null
}

/** Where a name stands in a text as words of its own; null where it does not. */
function wordsAt(text: string, name: string): number | null {
  const [within, wanted] = [text.toLowerCase(), name.toLowerCase()]
  // a letter whose small form is two would move what comes after it
  if (within.length !== text.length || wanted.length !== name.length) return null
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1))
    if (!isLetter(within[at - 1]) && !isLetter(within[at + wanted.length])) return at
  return null
}
const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** What is left of a span without another. */
const without = (span: Span, other: Span): Span[] =>
  other.from < span.from || other.to > span.to
    ? [span]
    : [
        { from: span.from, to: other.from },
        { from: other.to, to: span.to },
      ].filter(({ from, to }) => to > from)

type Said = { spans: readonly { from: number; to: number }[]; confidence: 'read' | 'assumed' | 'unclear' } | null
const PARTS: readonly { field: string; of: (clause: Clause) => Said }[] = [
  { field: 'kind', of: ({ kind }) => kind },
  { field: 'exclusive', of: ({ exclusive }) => exclusive },
  { field: 'territory', of: ({ territories }) => territories },
  { field: 'media', of: ({ media }) => media },
  { field: 'languages', of: ({ languages }) => languages },
  { field: 'cuts', of: ({ cuts }) => cuts },
  { field: 'from', of: ({ from }) => from },
  { field: 'to', of: ({ to }) => to },
  { field: 'event', of: ({ event }) => event },
  { field: 'runs', of: ({ runs }) => runs },
  { field: 'catchUpDays', of: ({ catchUpDays }) => catchUpDays },
  { field: 'expires', of: ({ expires }) => expires },
]

function entryOf(clause: Clause, text: string, locale: 'en' | 'fr'): EntryInput {
  const event = clause.event?.value ?? null
  const from = clause.from?.value ?? event?.earliest ?? null
  const to =
    clause.to?.value ??
    event?.outer ??
    (from !== null && clause.months !== null ? addMonths(from, clause.months.value) - 1 : null)
  const main = {
    territory: clause.territories === null ? '' : printTerritories(clause.territories.value.set, locale, FULL),
    media: clause.media === null ? '' : printMedia(clause.media.value, locale, FULL),
    languages: clause.languages === null ? 'all' : printLanguages(clause.languages.value, locale, FULL),
    cuts: clause.cuts === null ? null : [...clause.cuts.value],
    from: from === null ? null : writeDay(from),
    to: to === null || to >= PERPETUITY ? null : writeDay(to),
  }
  const held = clause.holdbacks.map(({ value }) => holdbackOf(value, clause, from, to, locale)).filter((box) => box !== null)
  // A clause that holds back and sells nothing is an entry of its own, and not what another entry imposes; one whose end nobody
  // knows yet would stand there without a last day, for ever.
  const isOwn =
    clause.kind.value === 'holdback' &&
    clause.media === null &&
    held.length > 0 &&
    clause.holdbacks.every(({ value }) => value.isPerpetual || (value.until ?? lastDayByLength(value, from, to)) !== null)
  return {
    kind: clause.kind.value,
    exclusive: clause.exclusive?.value ?? false,
    ...main,
    ...(isOwn && (held.length === 1 ? { ...held[0], cuts: main.cuts } : { boxes: held.map((box) => ({ ...box, cuts: main.cuts })) })), // prettier-ignore
    expires: clause.expires === null ? null : writeDay(clause.expires.value),
    runs: clause.runs?.value.count ?? null,
    catchUpDays: clause.catchUpDays?.value ?? null,
    event: event === null ? null : { kind: event.kind, date: null, months: event.months },
    holdbacks: isOwn ? [] : held,
    clause: text.slice(0, 20_000),
  }
}

/** A holdback counts from where the licence begins; one whose end rests on an event is held until the licence's own outer date. */
function holdbackOf(
  held: ClauseHoldback,
  clause: Clause,
  from: number | null,
  to: number | null,
  locale: 'en' | 'fr',
): EntryInput | null {
  if (held.media === null) return null
  const territories = held.territories ?? clause.territories
  const languages = held.languages
  const end = held.until ?? lastDayByLength(held, from, to) ?? to
  return {
    territory: territories === null ? '' : printTerritories(territories.value.set, locale, FULL),
    media: printMedia(held.media.value, locale, FULL),
    languages: languages === null ? 'all' : printLanguages(languages.value, locale, FULL),
    from: from === null ? null : writeDay(from),
    to: end === null || end >= PERPETUITY ? null : writeDay(end),
  }
}

/** Its length counts from where the licence begins, or from the day after it; null where it has none, or nobody knows yet from where. */
function lastDayByLength(
  { months, days, event, isAfterLicence }: ClauseHoldback,
  from: number | null,
  to: number | null,
): number | null {
  const begins = isAfterLicence ? (to === null || to >= PERPETUITY ? null : to + 1) : event === null ? from : null
  if (begins === null || (months === null && days === null)) return null
  return lastDayOf(begins, { months: months ?? 0, days: months === null ? (days ?? 0) : 0 })
}
