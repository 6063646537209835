/** One row of an Avails spreadsheet as an avail. */
import { readPrice } from '../avails/amounts.ts'
import type { Avail, AvailAsset, AvailTerm, AvailTransaction } from '../avails/avail.ts'
import { plainEidr } from '../avails/eidr.ts'
import { asDay } from '../avails/moments.ts'
import { availTypeOf, entryTypeOf, languageKindOf } from '../avails/words.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { durationOf } from '../movielabs/durations.ts'
import { WELL_KNOWN } from '../validate/ratings/well-known.ts'
import { dateOf, listOf, runSecondsOf, textOf, truthOf, type Cell } from './cells.ts'

/** A row by the names of its columns, and how what is not understood in it is told. */
export interface RowAt {
  row: number
  is1904: boolean
  cell(key: string): Cell | undefined
  tell(rule: string, key: string, values: Record<string, string>): void
}

const PARTS = ['episode', 'season', 'series', 'volume']

export function readRow(at: RowAt): Avail {
  const text = (key: string): string | null => textOf(at.cell(key)) || null
  const workType = text('worktype') ?? 'Movie'
  const transaction = readTransaction(at)
  const asset = readAsset(at, workType, transaction.territories[0] ?? null)
  const alid = text('alid')
  return {
    key: `${alid ?? asset.contentId ?? asset.title}#${at.row}`,
    line: at.row,
    alid,
    entryType: entryTypeOf(text('entrytype')),
    availType: availTypeOf(null, workType),
    licensor: text('displayname') ?? '',
    licensee: text('licensee'),
    serviceProvider: text('serviceprovider'),
    asset,
    transaction,
    exceptionFlag: truthOf(at.cell('exceptionflag')) === true,
  }
}

/** The columns of the work itself begin with what it is, in the sheet for series. */
function readAsset({ cell }: RowAt, workType: string, territory: string | null): AvailAsset {
  const text = (key: string): string | null => textOf(cell(key)) || null
  const kind = workType.toLowerCase()
  const own = PARTS.includes(kind) ? kind : ''
  const series = { title: text('seriestitledisplayunlimited') ?? text('seriestitleinternalalias'), id: text('seriescontentid') }
  const season = { number: numberOf(text('seasonnumber')), title: text('seasontitledisplayunlimited'), id: text('seasoncontentid') } // prettier-ignore
  const alias = text(`${own}titleinternalalias`)
  const title = text(`${own}titledisplayunlimited`) ?? alias ?? series.title ?? ''
  const altId = text(own === '' ? 'altid' : `${own}altid`)
  const titleEidr = text(own === '' ? 'titleid' : own === 'episode' ? 'episodetitleid' : `${own}id`)
  const editEidr = text(own === '' ? 'editid' : own === 'episode' ? 'episodeid' : '')
  return {
    contentId: text(`${own}contentid`) ?? text('contentid'),
    workType,
    workTypeDetail: null,
    title,
    internalAlias: alias ?? title,
    titleEidr: titleEidr === null ? null : plainEidr(titleEidr),
    editEidr: editEidr === null ? null : plainEidr(editEidr),
    altIdentifiers: altId === null ? [] : [{ namespace: 'org', id: altId }],
    released: text('releaseyear'),
    runSeconds: runSecondsOf(cell('totalruntime')),
    directors: textOf(cell('director')).split(';').map((name) => name.trim()).filter((name) => name !== ''), // prettier-ignore
    companyCredit: text('companydisplaycredit'),
    ratings: ratingOf(text('ratingsystem'), text('ratingvalue'), text('ratingreason'), territory),
    season: seasonOf(own, season),
    series: own === '' || own === 'series' || (series.title === null && series.id === null) ? null : series,
    episode: own === 'episode' ? { number: numberOf(text('episodenumber')), title } : null,
  }
}

function seasonOf(own: string, season: NonNullable<AvailAsset['season']>): AvailAsset['season'] {
  if (own === 'season') return { number: season.number, title: null, id: null }
  const isKnown = season.number !== null || season.title !== null || season.id !== null
  return (own === 'episode' || own === 'volume') && isKnown ? season : null
}

const numberOf = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null)

/** A rating holds where its row does, unless its system is known to be that of other places: a row in Argentina may say what FSK decided. */
const ratingOf = (
  system: string | null,
  value: string | null,
  reason: string | null,
  country: string | null,
): AvailAsset['ratings'] =>
  system === null || value === null ? [] : [{ country: countryOf(system, country) ?? '', system, value, reason }]

function countryOf(system: string, here: string | null): string | null {
  const places = WELL_KNOWN.of(system).flatMap(({ regions }) => [...regions])
  return here !== null && places.some((place) => place === here || place.startsWith(`${here}-`)) ? here : (places[0] ?? here)
}

function readTransaction(at: RowAt): AvailTransaction {
  const { cell } = at
  const text = (key: string): string | null => textOf(cell(key)) || null
  const codes = (key: string): string[] => listOf(cell(key)).map((code) => (/^[a-z]{2}(?:-\w+)?$/.test(code) ? code.toUpperCase() : code)) // prettier-ignore
  const languages = (key: string) => listOf(cell(key)).flatMap((written) => {
      const [tag = '', kind = ''] = written.split(':')
      const language = withoutPlace(tag)
      if (language === null) at.tell('avails/language', key, { tag: written })
      return language === null ? [] : { language, kind: languageKindOf(kind) }
    }) // prettier-ignore
  const tags = (key: string): string[] => [...new Set(languages(key).map(({ language }) => language))]
  const date = (key: string): string => {
    const found = dateOf(cell(key), at.is1904)
    if (found.isAmbiguous) at.tell('avails-sheet/ambiguous-date', key, { text: found.text })
    return found.text
  }
  for (const key of ['startlag', 'endlag', 'windowduration', 'bundledalids', 'refalid'])
    if (text(key) !== null) at.tell('avails/not-kept', key, { element: key })
  return {
    licenseType: text('licensetype') ?? text('reflicensetype') ?? '',
    description: text('description'),
    territories: codes(text('territory') === null ? 'refterritory' : 'territory'),
    excludedTerritories: codes('territoryexclusion'),
    start: asDay(date('start'), 'start'),
    end: asDay(date('end'), 'end'),
    allowedLanguages: tags('allowedlanguages'),
    assetLanguages: languages('assetlanguage'),
    holdbackLanguages: tags('holdbacklanguage'),
    licenseRightsDescription: text('licenserightsdescription'),
    formatProfile: text('formatprofile') ?? '',
    contractId: text('contractid'),
    reportingId: text('reportingid'),
    exclusive: truthOf(cell('exclusive')),
    terms: readTerms(at, date),
    otherInstructions: text('otherinstructions'),
  }
}

/** Terms with a column of their own, in the order of the sheet. */
const TERMS: readonly (readonly [key: string, name: string, kind: 'hours' | 'moment' | 'truth' | 'text'])[] = [
  ['rentalduration', 'RentalDuration', 'hours'],
  ['watchduration', 'WatchDuration', 'hours'],
  ['suppressionliftdate', 'SuppressionLiftDate', 'moment'],
  ['specialpreorderfulfilldate', 'PreOrderFulfillDate', 'moment'],
  ['announcedate', 'AnnounceDate', 'moment'],
  ['fixedenddate', 'FixedEndDate', 'moment'],
  ['download', 'Download', 'text'],
  ['exclusiveattributes', 'ExclusiveAttributes', 'text'],
  ['brandingrights', 'BrandingRights', 'truth'],
  ['brandingrightsattributes', 'BrandingRightsAttributes', 'text'],
  ['titlestatus', 'TitleStatus', 'text'],
  ['tprtype', 'TPRType', 'text'],
  ['campaignid', 'CampaignID', 'text'],
]

function readTerms({ cell, tell }: RowAt, date: (key: string) => string): AvailTerm[] {
  const currency = textOf(cell('pricecurrency')).toUpperCase() || null
  const money = (name: string, key: string): AvailTerm | null => {
    const text = textOf(cell(key))
    if (text === '') return null
    const amount = readPrice(text, currency)
    if (amount !== null) return { name, kind: 'money', amount }
    tell('avails/no-amount', key, { name, text: `${text} ${currency ?? ''}`.trim() })
    return { name, kind: 'text', text }
  }
  const type = textOf(cell('pricetype'))
  const isMoney = /WSP|DMRP|SMRP|LicenseFee$/.test(type)
  const price = type === '' ? null : isMoney ? money(type, 'pricevalue') : { name: type, kind: 'text' as const, text: textOf(cell('pricevalue')) } // prettier-ignore
  const others = TERMS.flatMap(([key, name, kind]): AvailTerm | [] => {
    const text = textOf(cell(key))
    if (text === '') return []
    if (kind === 'moment') return { name, kind, at: date(key) }
    const value = kind === 'truth' ? truthOf(cell(key)) : null
    if (kind === 'truth' && value !== null) return { name, kind, value }
    const hours = kind === 'hours' && /^\d{1,6}(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * 3600) : null
    return hours === null ? { name, kind: 'text', text } : { name, kind: 'duration', iso: durationOf(hours) }
  })
  return [price, money('SRP', 'srp')].filter((one) => one !== null).concat(others)
}
