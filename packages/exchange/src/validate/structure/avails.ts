/** What Avails asks for beyond its schema (EMA Avails 2.3 to 2.6), and what the schema asks for at the least. */
import { atLeastOne, exactlyOne, type StructureRule } from './rule.ts'

/** An Avail of this type holds so many Assets of these kinds of work. */
const assetsOf = (type: string, works: readonly string[], max?: number): StructureRule => ({
  rule: `Avail/${type}`,
  at: 'Avail',
  from: '2.3',
  when: { path: 'AvailType', text: [type] },
  count: { path: 'Asset/WorkType', text: works },
  min: 1,
  ...(max === undefined ? {} : { max }),
  severity: 'error',
})

const refersTo = (type: string): StructureRule[] =>
  atLeastOne('Avail', 'Transaction/RefALID', 'error', { from: '2.3', when: { path: 'AvailType', text: [type] } })

const metadataOf = (works: readonly string[], element: string): StructureRule[] =>
  atLeastOne('Avail/Asset', element, 'error', { from: '2.3', when: { path: 'WorkType', text: works } })

const NO_SUBSCRIPTION = { path: 'LicenseType', text: { not: ['SVOD'] } } as const
const priced = (categories: readonly string[]): StructureRule['count'] => [
  { path: 'Term', attributes: { termName: categories } },
  { path: 'Term/Money' },
]

export const AVAILS_RULES: readonly StructureRule[] = [
  {
    rule: 'Transaction/SuppressionLiftDate',
    at: 'Avail/Transaction',
    from: '2.3',
    when: { path: 'LicenseType', text: ['POEST'] },
    count: { path: 'Term', attributes: { termName: ['SuppressionLiftDate'] } },
    min: 1,
    max: 1,
    severity: 'error',
  },
  {
    rule: 'Transaction/PreOrderFulfillDate',
    at: 'Avail/Transaction',
    from: '2.3',
    when: { path: 'LicenseType', text: { not: ['POEST'] } },
    count: { path: 'Term', attributes: { termName: ['PreOrderFulfillDate'] } },
    max: 0,
    severity: 'error',
  },
  {
    rule: 'Asset/BundledAsset',
    at: 'Avail/Asset',
    from: '2.3',
    when: { path: 'WorkType', text: { not: ['Collection'] } },
    count: { path: 'BundledAsset' },
    max: 0,
    severity: 'error',
  },
  assetsOf('single', ['Movie', 'Short'], 1),
  {
    rule: 'Avail/single.WorkType',
    at: 'Avail',
    from: '2.3',
    when: { path: 'AvailType', text: ['single'] },
    count: { path: 'Asset/WorkType', text: ['Collection', 'Franchise', 'Series', 'Season'] },
    max: 0,
    severity: 'error',
  },
  assetsOf('episode', ['Episode'], 1),
  assetsOf('season', ['Season'], 1),
  assetsOf('series', ['Series'], 1),
  assetsOf('miniseries', ['Series'], 1),
  {
    rule: 'Avail/collection',
    at: 'Avail',
    from: '2.3',
    when: { path: 'AvailType', text: ['collection'] },
    count: [{ path: 'Asset' }, { path: 'Asset/BundledAsset' }],
    min: 2,
    severity: 'error',
  },
  assetsOf('bundle', ['Collection'], 1),
  ...atLeastOne('Avail', 'Asset/BundledAsset Asset/Metadata', 'error', {
    from: '2.3',
    when: { path: 'AvailType', text: ['bundle'] },
  }),
  assetsOf('supplement', ['Supplemental']),
  ...refersTo('supplement'),
  assetsOf('promotion', ['Promotion']),
  ...refersTo('promotion'),
  {
    rule: 'Transaction/RefALID',
    at: 'Avail/Transaction/RefALID',
    from: '2.3',
    count: { path: '../../AvailType', text: ['promotion', 'supplement'] },
    min: 1,
    severity: 'error',
  },
  ...metadataOf(['Movie', 'Short'], 'Metadata'),
  ...metadataOf(['Series'], 'SeriesMetadata'),
  ...metadataOf(['Season'], 'SeasonMetadata'),
  ...metadataOf(['Episode'], 'EpisodeMetadata'),
  {
    rule: 'Asset/AvailType',
    at: 'Avail/Asset',
    from: '2.3',
    when: { path: 'WorkType', text: ['Episode'] },
    count: { path: '../AvailType', text: ['episode'] },
    min: 1,
    max: 1,
    severity: 'error',
  },
  ...exactlyOne('Avail/Asset', 'EpisodeMetadata/EpisodeNumber/Number', 'error', {
    from: '2.3',
    when: { path: 'WorkType', text: ['Episode'] },
  }),
  {
    rule: 'Transaction/price',
    at: 'Avail/Transaction',
    from: '2.3',
    until: '2.3',
    when: NO_SUBSCRIPTION,
    count: priced(['Tier', 'Category']),
    min: 1,
    severity: 'warning',
  },
  {
    rule: 'Transaction/price',
    at: 'Avail/Transaction',
    from: '2.4',
    when: NO_SUBSCRIPTION,
    count: priced(['Tier', 'Category', 'LicenseFee']),
    min: 1,
    severity: 'warning',
  },
  ...['StartCondition', 'EndCondition'].map((path): StructureRule => ({
    rule: `Transaction/${path}`,
    at: 'Avail/Transaction',
    from: '2.5',
    count: { path, text: ['TBD'] },
    max: 0,
    severity: 'error',
  })),
  {
    rule: 'Transaction/AssetLanguage',
    at: 'Avail/Transaction',
    from: '2.3',
    when: NO_SUBSCRIPTION,
    count: { path: 'AssetLanguage' },
    max: 1,
    severity: 'error',
  },

  ...atLeastOne('AvailList', 'Avail', 'error', { inSchema: true }),
  ...exactlyOne('Avail', 'ALID Disposition Licensor AvailType ShortDescription', 'error', { inSchema: true }),
  ...atLeastOne('Avail', 'Asset Transaction', 'error', { inSchema: true }),
  ...exactlyOne('Avail/Disposition', 'EntryType', 'error', { inSchema: true }),
  ...exactlyOne('Avail/Asset', '@contentID WorkType', 'error', { inSchema: true }),
  ...atLeastOne('Asset/Metadata', 'TitleInternalAlias', 'error', { inSchema: true }),
  ...exactlyOne('Avail/Transaction', 'LicenseType FormatProfile', 'error', { inSchema: true }),
  ...['Start', 'End'].map((edge): StructureRule => ({
    rule: `Transaction/${edge}`,
    at: 'Avail/Transaction',
    count: [{ path: edge }, { path: `${edge}Condition` }],
    min: 1,
    max: 1,
    severity: 'error',
    inSchema: true,
  })),
  ...exactlyOne('Transaction/Term', '@termName', 'error', { inSchema: true }),
]
