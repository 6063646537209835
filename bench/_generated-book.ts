/**
 * Rights books like real ones, by a seed: a title is held for the world with exclusions, or for a region; then sold in many
 * small pieces, mostly one country, some media, two to five years; held back here, optioned there, and streamed beside others
 * worldwide. From 20 to 200 lines a title, 40 in the mean.
 */
import { type Line, type Request } from '@vitrine/rights/book/line'
import { CutSet } from '@vitrine/rights/box/cut-set'
import { type Day, addMonths, dayOf, PERPETUITY } from '@vitrine/rights/days/day'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { ALL_MEDIA, mediaOf, mediaOfBranch } from '@vitrine/rights/media/media-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'

export const TODAY = dayOf('2026-11-25')!
export const CUTS: readonly string[] = ['52', '90']

const places = (codes: string): TerritorySet => TerritorySet.of(codes.split(' '))
const world = TerritorySet.world
const EUROPE = places(
  'AD AT BE-fr BE-nl BG CH-de CH-fr CH-it CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO RS SE SI SK',
)
const DACH = places('DE AT CH-de LI LU')
const BALTICS = places('EE LV LT')
const FRENCH = places('FR GP MQ GF RE YT PM BL MF WF PF NC TF MC AD')

/** Where films are sold alone, the best market first, with the language of the place. */
const MARKETS = 'FR:fr DE:de GB:en US:en IT:it ES:es NL:nl BE-fr:fr BE-nl:nl CH-de:de CH-fr:fr CA-en:en CA-fr:fr JP:ja PL:pl SE:sv NO:nb DK:da FI:fi AT:de PT:pt CZ:cs AU:en KR:ko CN:zh BR:pt IL:he GR:el HU:hu RO:ro RU:ru TR:tr IE:en MX:es IN:en ZA:en SK:sk SI:sl HR:hr RS:sr BG:bg EE:et LV:lv LT:lt IS:is UA:uk AR:es CL:es CO:es TW:zh HK:zh TH:th VN:vi ID:id MY:ms SG:en PH:en NZ:en EG:ar MA:ar TN:ar SA:ar AE:ar'
  .split(' ')
  .map((pair) => pair.split(':') as [string, string])
  .map(([leaf, language]) => ({ territories: places(leaf), language })) // prettier-ignore

const REGIONS = [
  FRENCH, DACH, BALTICS, EUROPE, places('BE-fr BE-nl NL LU'), places('DK FI IS NO SE FO GL AX'), places('ES PT AD GI'),
  places('GB IE'), places('IT VA SM'), places('PL CZ SK HU'), places('BA HR ME MK RS SI XK'), places('US CA-en CA-fr'),
  places('AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE'), places('AE BH DZ EG IQ JO KW LB LY MA OM QA SA SY TN YE'),
  places('CN HK MO TW'), places('BN ID KH LA MM MY PH SG TH TL VN'), places('AU NZ'), places('IN PK BD LK NP BT MV'),
  places('KZ KG TJ TM UZ'), places('AM AZ BY GE KZ KG MD RU TJ TM UZ'),
] // prettier-ignore

const media = (codes: string): number => mediaOf(codes.split(' '))
const TV = mediaOfBranch('tv')!
const VOD = mediaOfBranch('vod')!
/** What is sold together, with how often. */
const BUNDLES: readonly [number, number][] = [
  [media('free-tv catch-up simulcast'), 24], [media('free-tv catch-up'), 10], [TV, 8], [media('pay-tv basic-tv catch-up'), 9], [media('pay-tv'), 4], [media('svod'), 16],
  [media('tvod est'), 8], [VOD, 4], [TV | VOD, 5], [media('avod fast'), 3], [media('educational'), 4], [media('festival'), 3],
  [media('inflight ship'), 3], [media('theatrical'), 2], [media('dvd-blu-ray'), 2], [media('theatrical dvd-blu-ray tvod est'), 2], [media('clips'), 1],
] // prettier-ignore
const BUNDLE_TOTAL = BUNDLES.reduce((sum, [, often]) => sum + often, 0)

const JANUARY_2018 = dayOf('2018-01-01')!
const languages = new Map(MARKETS.map(({ language }) => [language, { all: LanguageSet.of([language]), read: LanguageSet.of([`${language}:dubbed`, `${language}:subtitled`]) }])) // prettier-ignore
const cutSets = CUTS.map((cut) => CutSet.of([cut]))
const exclusions = [world, ...['FR', 'DE', 'US', 'FR BE-fr CH-fr MC', 'GB IE', 'CA-en CA-fr', 'US CA-en CA-fr', 'CN', 'NL BE-nl', 'IT'].map((codes) => world.minus(places(codes)))] // prettier-ignore

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The lines of a title: the same for the same number and seed. */
export function linesOf(title: number, seed = 1): Line[] {
  const random = numbersFrom(title * 7919 + seed * 104_729)
  const below = (count: number): number => Math.floor(random() * count)
  const one = <T>(from: readonly T[]): T => from[below(from.length)]!
  /** The first ones far more often than the last. */
  const skewed = <T>(from: readonly T[]): T => from[Math.floor(from.length * random() ** 2.2)]!
  const bundle = (): number => {
    let at = random() * BUNDLE_TOTAL
    return BUNDLES.find(([, often]) => (at -= often) < 0)![0]
  }
  const lines: Line[] = []
  const add = (kind: Line['kind'], exclusive: boolean, box: Partial<Line['box']>, expires = PERPETUITY): void => {
    const all = { territories: world, media: ALL_MEDIA, languages: LanguageSet.all, cuts: CutSet.all, from: 0, to: PERPETUITY }
    lines.push({
      entry: String(title * 256 + lines.length),
      kind,
      exclusive,
      box: { ...all, ...box },
      expires,
      undated: kind === 'licence' && random() < 0.01,
    })
  }
  const years = (from: Day, count: number): { from: Day; to: Day } => ({ from, to: addMonths(from, 12 * count) - 1 })

  const acquired = addMonths(dayOf('2013-01-01')!, below(12 * 10))
  const held = { from: acquired, to: random() < 0.3 ? PERPETUITY : addMonths(acquired, 12 * (9 + below(14))) - 1 }
  const reach = random()
  const excluded = random() < 0.4 ? world : one(exclusions)
  const grantMedia =
    random() < 0.7
      ? ALL_MEDIA
      : ALL_MEDIA & ~media(one(['theatrical', 'format merchandising publishing', 'theatrical dvd-blu-ray']))
  add('grant', random() < 0.88, {
    ...held,
    territories: reach < 0.8 ? excluded : reach < 0.92 ? EUROPE : one(REGIONS),
    media: grantMedia,
  })
  if (random() < 0.35)
    add('grant', random() < 0.5, {
      ...held,
      territories: random() < 0.5 ? world.minus(excluded) : skewed(REGIONS),
      media: random() < 0.5 ? ALL_MEDIA : TV,
    })
  if (random() < 0.12) add('grant', true, { ...held, languages: languages.get(skewed(MARKETS).language)!.all })

  const wanted = Math.min(200, 20 + Math.floor(-20.4 * Math.log(1 - random())))
  while (lines.length < wanted) {
    const kind = random()
    const from = addMonths(JANUARY_2018, below(12 * 13)) + (random() < 0.3 ? below(28) : 0)
    const window = years(from, 1 + Math.floor(1 + random() * 4))
    const market = skewed(MARKETS)
    const place =
      random() < 0.72
        ? market.territories
        : random() < 0.75
          ? skewed(REGIONS)
          : market.territories.or(skewed(MARKETS).territories)
    const spoken = random() < 0.72 ? LanguageSet.all : languages.get(market.language)![random() < 0.5 ? 'all' : 'read']
    const cuts = random() < 0.88 ? CutSet.all : one(cutSets)
    if (kind < 0.86) add('licence', random() < 0.78, { ...window, territories: place, media: bundle(), languages: spoken, cuts })
    else if (kind < 0.92)
      add('licence', false, {
        ...window,
        territories: random() < 0.7 ? world : excluded,
        media: media(one(['fast', 'avod fast', 'avod', 'fvod'])),
      })
    else if (kind < 0.96)
      add('holdback', false, { ...years(from, 1 + below(2)), territories: place, media: random() < 0.5 ? VOD : bundle(), cuts })
    else
      add(
        'option',
        false,
        { ...years(addMonths(TODAY, below(24)), 2), territories: place, media: bundle() },
        TODAY - 40 + below(90),
      )
  }
  return lines
}

const january2027 = dayOf('2027-01-01')!
const ask = (box: Partial<Request['box']>, count: number, exclusive = true, from = january2027): Request => ({
  exclusive,
  box: {
    territories: world,
    media: ALL_MEDIA,
    languages: LanguageSet.all,
    cuts: CutSet.all,
    from,
    to: addMonths(from, 12 * count) - 1,
    ...box,
  },
})

/** What is asked on the phone, by mail and by the head of rights. */
export const QUESTIONS: readonly { name: string; request: Request }[] = [
  { name: 'SVOD, Poland and Baltics, 3 years', request: ask({ territories: places('PL EE LV LT'), media: media('svod') }, 3) },
  { name: 'free TV, France, 2 years', request: ask({ territories: places('FR'), media: media('free-tv') }, 2) },
  { name: 'free TV with catch-up, Japan, 4 years', request: ask({ territories: places('JP'), media: media('free-tv catch-up') }, 4) },
  { name: 'all TV, DACH, 3 years', request: ask({ territories: DACH, media: TV }, 3) },
  { name: 'all VOD, world without the US, 5 years', request: ask({ territories: world.minus(places('US')), media: VOD }, 5) },
  { name: 'everything, world, 10 years', request: ask({}, 10) },
  { name: 'FAST, world, not exclusive, 1 year', request: ask({ media: media('fast') }, 1, false) },
  { name: 'SVOD, Europe, not exclusive, 2 years', request: ask({ territories: EUROPE, media: media('svod') }, 2, false) },
  { name: 'TV and VOD dubbed in German, world, 5 years', request: ask({ media: TV | VOD, languages: LanguageSet.of(['de:dubbed']) }, 5) },
  { name: 'all TV in French, Switzerland and Belgium, 3 years', request: ask({ territories: places('CH-fr BE-fr'), media: TV, languages: LanguageSet.of(['fr']) }, 3) },
  { name: "free TV, the 52', Nordics, 3 years", request: ask({ territories: places('DK FI IS NO SE'), media: media('free-tv catch-up'), cuts: CutSet.of(['52']) }, 3) },
  { name: 'everything, Latin America, in perpetuity', request: ask({ territories: REGIONS[12]!, to: PERPETUITY }, 1) },
  { name: 'in-flight, world, 18 months from today', request: ask({ media: media('inflight'), to: addMonths(TODAY, 18) }, 1, false, TODAY) },
] // prettier-ignore
