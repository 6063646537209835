/** The regions of a film as a table: the same words as on the page, with the codes beside them. */
import type { Locale } from '@vitrine/messages'
import { deskRights } from '@vitrine/messages/desk-rights'
import { rightsWords } from '@vitrine/messages/rights'
import type { AvailabilityView } from '../contract/rights.ts'
import type { Columns } from '../lists/list-table.ts'

/** A region, with the entries that it may name. */
export type RegionRow = AvailabilityView['regions'][number] & { entries: AvailabilityView['entries'] }

export const REGION_COLUMNS: Columns<'availabilities', RegionRow> = {
  status: [20, ({ status }, locale) => rightsWords[locale].status[status]],
  media: [36, ({ media }) => media.text],
  'media-codes': [24, ({ media }) => media.leaves.join(' ')],
  territories: [36, ({ territories }) => territories.text],
  'territory-codes': [24, ({ territories }) => territories.leaves.join(' ')],
  languages: [36, ({ languages }) => languages.text],
  'language-codes': [24, ({ languages }) => (languages.except === null ? languages.leaves.join(' ') : `all -${languages.except.join(' -')}`)], // prettier-ignore
  cut: [10, ({ cuts, cutText }, locale) => cuts?.join(', ') ?? cutText ?? deskRights[locale].anyCut],
  from: [12, ({ from }) => from],
  to: [12, ({ to }, locale) => to ?? deskRights[locale].perpetuity],
  why: [50, ({ because, entries }, locale) => because.map((id) => becauseOf(entries[id], rightsWords[locale])).filter((text) => text !== '').join('; ')], // prettier-ignore
}

const becauseOf = (entry: AvailabilityView['entries'][string] | undefined, words: (typeof rightsWords)[Locale]): string =>
  entry === undefined ? '' : [words.kind[entry.kind], entry.party, entry.contract].filter((part) => part !== null).join(' · ')
