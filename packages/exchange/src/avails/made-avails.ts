/** Invented avails for the tests and the measurements: movies, shorts, and series down to their episodes. */
import fc from 'fast-check'
import { titleSort } from '../movielabs/title-sort.ts'
import type { Avail, AvailAsset, AvailTerm, AvailTransaction } from './avail.ts'

const TITLES = ['The Salt Road', 'A | B', '=Sum of All', 'L’Année du coq', '<Silence> & "More"', 'Nine Winters in Narva', '1984']
const PLATFORMS = ['Kino Null', 'Plateau +', 'Screen & Sons']
const COUNTRIES = ['FR', 'BE', 'DE', 'CH', 'US', 'CA', 'PL', 'JP']
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 })
const some = <T>(of: readonly T[], max: number, min = 0) =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: min, maxLength: max })

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const id = (kind: string) => fc.integer({ min: 1, max: 99_999 }).map((number) => `md:${kind}:org:lanterne.example:f${number}`)
const eidr = fc.constantFrom('10.5240/8FF3-1C20-84F5-F247-8BCD-E', '10.5240/77C5-ED35-8FC2-7D9D-9531-1')

const plain = fc
  .record({
    contentId: id('cid'),
    workType: fc.constantFrom('Movie', 'Short', 'Supplemental'),
    workTypeDetail: fc.constant(null),
    title: fc.constantFrom(...TITLES),
    titleEidr: maybe(eidr),
    editEidr: maybe(eidr),
    altIdentifiers: fc.constant<AvailAsset['altIdentifiers']>([]),
    released: maybe(fc.integer({ min: 1960, max: 2026 }).map(String)),
    runSeconds: maybe(fc.integer({ min: 60, max: 20_000 })),
    directors: some(['Ida Berg', 'Lev Orlov', '-Anon'], 1),
    companyCredit: maybe(fc.constantFrom('Sable & Sel')),
    ratings: fc.constantFrom<AvailAsset['ratings']>(
      [],
      [{ country: 'DE', system: 'FSK', value: '12', reason: null }],
      [{ country: 'US', system: 'MPAA', value: 'PG', reason: 'L, V' }],
    ),
    season: fc.constant(null),
    series: fc.constant(null),
    episode: fc.constant(null),
  })
  .map((asset) => ({ ...asset, internalAlias: titleSort(asset.title, 'en') }))

const series = fc.record({ title: fc.constantFrom('The Detectives of Sand'), id: id('cid') })
const season = fc.record({
  number: fc.integer({ min: 1, max: 9 }),
  title: fc.constantFrom('Season of Dust', 'Another'),
  id: id('cid'),
})

/** An episode, a season or a series: what each has a place for. */
const ofSeries = fc.tuple(plain, series, season, fc.integer({ min: 1, max: 40 })).chain(([asset, above, part, number]) =>
  fc.constantFrom<AvailAsset>(
    { ...asset, workType: 'Episode', series: above, season: part, episode: { number, title: asset.title } },
    {
      ...asset,
      workType: 'Season',
      series: above,
      season: { number: part.number, title: null, id: null },
      editEidr: null,
      runSeconds: null,
      directors: [],
    },
    { ...asset, workType: 'Series', editEidr: null, runSeconds: null, directors: [] },
  ),
)

const term: fc.Arbitrary<AvailTerm> = fc.oneof(
  fc.record({
    name: fc.constantFrom('WSP', 'DMRP'),
    kind: fc.constant('money'),
    amount: fc.record({ currency: fc.constantFrom('EUR', 'USD', 'JPY'), minor: fc.integer({ min: 0, max: 99_999 }) }),
  }),
  fc.record({ name: fc.constantFrom('Tier', 'Category'), kind: fc.constant('text'), text: fc.constantFrom('4', 'SeasonOnly') }),
)
const otherTerm: fc.Arbitrary<AvailTerm> = fc.oneof(
  fc.record({ name: fc.constant('RentalDuration'), kind: fc.constant('duration'), iso: fc.constantFrom('PT48H', 'PT720H') }),
  fc.record({ name: fc.constant('AnnounceDate'), kind: fc.constant('moment'), at: day }),
  fc.record({ name: fc.constant('BrandingRights'), kind: fc.constant('truth'), value: fc.boolean() }),
  fc.record({ name: fc.constant('TitleStatus'), kind: fc.constant('text'), text: fc.constantFrom('Pending', 'Approved') }),
)
/** A price first, then the other terms in the order in which the spreadsheet has them. */
const ORDER = ['RentalDuration', 'AnnounceDate', 'BrandingRights', 'TitleStatus']
const terms = fc
  .tuple(maybe(term), fc.uniqueArray(otherTerm, { maxLength: 3, selector: ({ name }) => name }))
  .map(([price, others]): AvailTerm[] => [
    ...(price === null ? [] : [price]),
    ...others.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name)),
  ])

const transaction: fc.Arbitrary<AvailTransaction> = fc.record({
  licenseType: fc.constantFrom('EST', 'VOD', 'SVOD', 'AVOD'),
  description: maybe(fc.constantFrom('the “second” window')),
  territories: some(COUNTRIES, 3, 1),
  excludedTerritories: fc.constantFrom<string[]>([], ['CA-QC'], ['US-PR', 'US-HI']),
  start: fc.oneof(day, fc.constantFrom('2027-01-01T06:30:00', 'Immediate')),
  end: fc.oneof(day, fc.constantFrom('Open', '2031-12-31T12:00:00Z')),
  allowedLanguages: some(['fr', 'de', 'pt-BR'], 3),
  assetLanguages: fc.constantFrom<AvailTransaction['assetLanguages']>([], [{ language: 'fr', kind: 'audio' }]),
  holdbackLanguages: some(['en', 'ja'], 2),
  licenseRightsDescription: maybe(fc.constantFrom('Library')),
  formatProfile: fc.constantFrom('HD', 'UHD', 'SD'),
  contractId: maybe(fc.constantFrom('LB-2027-014', '+49')),
  reportingId: maybe(fc.constantFrom('r-1')),
  exclusive: maybe(fc.boolean()),
  terms,
  otherInstructions: maybe(fc.constantFrom('=HYPERLINK("http://example.org")', 'ask first')),
})

const TYPES: Record<string, Avail['availType']> = { Episode: 'episode', Season: 'season', Series: 'series', Supplemental: 'supplement' } // prettier-ignore

const avail = (asset: fc.Arbitrary<AvailAsset>): fc.Arbitrary<Avail> =>
  fc
    .record({
      key: fc.constant('k'),
      line: fc.constant(null),
      alid: id('alid'),
      entryType: fc.constantFrom<Avail['entryType']>('Full Extract', 'Create', 'Delete'),
      licensor: fc.constantFrom('Lanterne Basse'),
      licensee: maybe(fc.constantFrom(...PLATFORMS)),
      serviceProvider: maybe(fc.constantFrom('Encoders United')),
      asset,
      transaction,
      exceptionFlag: fc.boolean(),
    })
    .map((one) => structuredClone({ ...one, availType: TYPES[one.asset.workType] ?? 'single' }))

/** Avails of films alone. */
export const madeMovieAvails = fc.array(avail(plain), { minLength: 1, maxLength: 6 })
/** Avails of films, series, seasons and episodes. */
export const madeAvails = fc.array(avail(fc.oneof(plain, ofSeries)), { minLength: 1, maxLength: 6 })
