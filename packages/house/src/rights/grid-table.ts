/** A film's rights on one day as a table, territory by medium: what the grid and the map of its page show. */
import type { Table } from '@vitrine/exchange/spreadsheets/table'
import { formatDay, type Locale } from '@vitrine/messages'
import { deskEntries } from '@vitrine/messages/desk-entries'
import { deskRights } from '@vitrine/messages/desk-rights'
import { rightsWords } from '@vitrine/messages/rights'
import { gridOn } from '@vitrine/rights/availability/shades'
import { MEDIA } from '@vitrine/rights/media/tree'
import { printTerritories } from '@vitrine/rights/territories/print'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import type { AvailabilityView } from '../contract/rights.ts'

/** A territory a row, so that it can be sorted and looked up. */
export function gridTable(view: Pick<AvailabilityView, 'title' | 'regions' | 'question'>, day: string, locale: Locale): Table {
  const r = deskRights[locale]
  const { inCodes } = deskEntries[locale]
  const words = rightsWords[locale].status
  const media = MEDIA.filter(({ code }) => view.question.media.leaves.includes(code))
  const rows = gridOn(view.regions, media.map(({ code }) => code), day) // prettier-ignore
    .flatMap(({ leaves, cells }) =>
      leaves.map((leaf) => ({ leaf, cells, name: printTerritories(TerritorySet.of([leaf]), locale, { names: 'full' }) })),
    ) // prettier-ignore
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return {
    name: `${view.title} ${formatDay(locale, day)}`,
    columns: [
      { heading: r.territories, width: 28 },
      { heading: `${r.territories} (${inCodes})`, width: 10 },
      ...media.map((medium) => ({ heading: medium[locale], width: 20 })),
    ],
    rows: rows.map(({ leaf, name, cells }) => [
      name,
      leaf,
      ...cells.map((cell) => (cell === null ? '' : cell === 'mixed' ? r.mixed : words[cell])),
    ]),
  }
}
