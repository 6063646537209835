/** What an entry says in another version: field by field, in words. */
import type { EntryVersion } from '@vitrine/house'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { printPrice } from '@vitrine/rights/price/price-terms'

export interface TermsChange {
  field:
    | 'terms'
    | 'kind'
    | 'exclusive'
    | 'party'
    | 'contract'
    | 'expires'
    | 'runs'
    | 'event'
    | 'imposes'
    | 'price'
    | 'clause'
    | 'note'
    | 'status'
  before: string
  after: string
}

type State = Pick<EntryVersion, 'terms' | 'text' | 'status'>

const FIELDS: readonly { field: TermsChange['field']; of: (state: State) => string | null }[] = [
  { field: 'status', of: ({ status }) => status },
  { field: 'kind', of: ({ terms }) => terms.kind },
  { field: 'terms', of: ({ text }) => text },
  { field: 'exclusive', of: ({ terms }) => (terms.exclusive ? '✓' : '–') },
  { field: 'party', of: ({ terms }) => terms.party },
  { field: 'contract', of: ({ terms }) => terms.contract },
  { field: 'expires', of: ({ terms }) => terms.expires },
  { field: 'runs', of: ({ terms }) => runsText(terms) },
  { field: 'event', of: ({ terms: { event } }) => (event === null ? null : [event.kind, event.date, event.months].filter((part) => part !== null).join(' · ')) }, // prettier-ignore
  { field: 'imposes', of: ({ terms }) => terms.imposes.map(({ territory, media, from, to }) => `${media.join(', ')} · ${territory} · ${from ?? ''} – ${to ?? ''}`).join('; ') }, // prettier-ignore
  { field: 'price', of: ({ terms }) => printPrice(terms.price ?? []) },
  { field: 'clause', of: ({ terms }) => terms.clause },
  { field: 'note', of: ({ terms }) => terms.note },
]

const runsText = ({ runs }: EntryTerms): string | null =>
  runs === null ? null : [`${runs.count} + ${runs.catchUpDays}`, ...runs.broadcasts].join(' · ')

export function compareTerms(before: State, after: State): TermsChange[] {
  return FIELDS.map(({ field, of }) => ({ field, before: of(before) ?? '', after: of(after) ?? '' })).filter(
    (change) => change.before !== change.after,
  )
}
