/** The regions of a film as a table: the same words as on the page, with the codes beside them. */
import type { Table } from '@vitrine/exchange/spreadsheets/table'
import type { Locale } from '@vitrine/messages'
import { deskEntries } from '@vitrine/messages/desk-entries'
import { deskRights } from '@vitrine/messages/desk-rights'
import { rightsWords } from '@vitrine/messages/rights'
import type { AvailabilityView } from '../contract-rights.ts'

export function regionsTable(view: Pick<AvailabilityView, 'title' | 'regions' | 'entries'>, locale: Locale): Table {
  const r = deskRights[locale]
  const { inCodes } = deskEntries[locale]
  const words = rightsWords[locale]
  const coded = (heading: string) => [
    { heading, width: 36 },
    { heading: `${heading} (${inCodes})`, width: 24 },
  ]
  return {
    name: view.title,
    columns: [{ heading: r.status, width: 20 }, ...coded(r.media), ...coded(r.territories), ...coded(r.languages), { heading: r.cut, width: 10 }, { heading: r.from, width: 12 }, { heading: r.to, width: 12 }, { heading: r.why, width: 50 }], // prettier-ignore
    rows: view.regions.map((region) => [
      words.status[region.status],
      region.media.text,
      region.media.leaves.join(' '),
      region.territories.text,
      region.territories.leaves.join(' '),
      region.languages.text,
      region.languages.except === null ? region.languages.leaves.join(' ') : `all -${region.languages.except.join(' -')}`,
      region.cuts === null ? r.anyCut : region.cuts.join(', '),
      region.from,
      region.to ?? r.perpetuity,
      region.because.map((id) => becauseOf(view.entries[id], words)).filter((text) => text !== '').join('; '), // prettier-ignore
    ]),
  }
}

const becauseOf = (entry: AvailabilityView['entries'][string] | undefined, words: (typeof rightsWords)[Locale]): string =>
  entry === undefined ? '' : [words.kind[entry.kind], entry.party, entry.contract].filter((part) => part !== null).join(' · ')
