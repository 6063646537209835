/** What was sold, what may be, what was lost: in the house's currency, every table of sales with the same total to the cent. */
import { allocate } from '@vitrine/ledger/money/allocate'
import { compareText, formatDay, type Locale } from '@vitrine/messages'
import { afterWords } from '@vitrine/messages/after'
import { countryOf } from '@vitrine/rights/territories/leaves'
import { territoryName } from '@vitrine/rights/territories/names'
import * as store from '@vitrine/store/after/figures'
import type { HouseContext } from '../context.ts'
import type { FigureRow, Figures } from '../contract/after.ts'
import { accountsOf } from './accounts.ts'
import { everyPeriod } from './every-period.ts'
import { type IntoHouseCurrency, intoHouseCurrency } from './in-house-currency.ts'

const named = (rows: readonly Omit<store.Summed, 'id'>[], nameless: string): FigureRow[] =>
  rows.map((row) => ({ ...row, id: row.key === '' ? null : row.key, name: row.name === '' ? nameless : row.name }))

/** What of a table was not told; every table comes to the total. */
const restOf = ({ rows, of }: store.Cut, total: number): Figures['rest']['title'] =>
  of === rows.length ? null : { count: of - rows.length, minor: total - rows.reduce((sum, { minor }) => sum + minor, 0) }

export async function figuresOf(
  house: HouseContext,
  { from, to, by, locale, most = null }: { from: string; to: string; by: Figures['by']; locale: Locale; most?: store.Most },
): Promise<Figures> {
  const { db, houseId } = house
  const window = { from, to }
  const words = afterWords[locale]
  const { currency, likelihood } = await accountsOf(house, db)
  const today = house.now().toISOString().slice(0, 10)
  const [{ total, period, agent, company }, titles, sets, unconverted, hopes, steps, losses] = await Promise.all([
    store.salesByDeal(db, houseId, window, by, most),
    store.salesByTitle(db, houseId, window, most),
    store.salesByTerritorySet(db, houseId, window),
    store.unconverted(db, houseId, window),
    store.hopes(db, houseId, likelihood),
    store.funnel(db, houseId, window),
    store.losses(db, houseId, window),
  ])
  const into = await intoHouseCurrency(house, [...hopes, ...losses].map((each) => each.currency), currency, today) // prettier-ignore
  const forecast = forecastOf(hopes, into, locale)
  return {
    currency,
    from,
    to,
    by,
    total: total.minor,
    deals: total.deals,
    unconverted,
    rateDays: total.firstRate === null || total.lastRate === null ? null : { first: total.firstRate, last: total.lastRate },
    tables: {
      period: everyPeriod(period, by, to < today ? to : today).map((row) => ({
        ...row,
        id: null,
        name: periodName(row.key, by, locale),
      })),
      agent: named(agent, words.nobody),
      territory: byTerritory(sets, locale),
      title: named(titles.rows, ''),
      company: named(company.rows, ''),
    },
    rest: { title: restOf(titles, total.minor), company: restOf(company, total.minor) },
    forecast: { ...forecast, rateDay: into.rateDay, unconverted: into.missing(hopes) },
    funnel: [
      { state: 'opened', deals: steps.opened },
      { state: 'offered', deals: steps.offered },
      { state: 'agreed', deals: steps.agreed },
      { state: 'signed', deals: steps.signed },
    ],
    lost: lostOf(losses, into),
    lostUnconverted: into.missing(losses),
  }
}

/**
 * What was sold for several countries is shared among them evenly: a contract says no other way. What was sold for one and the
 * same set of countries is shared together, to the cent, by the largest remainder; so countries add up to the total.
 */
function byTerritory(sets: readonly { leaves: readonly string[]; minor: number; deals: number }[], locale: Locale): FigureRow[] {
  const sums = new Map<string, { minor: number; deals: number }>()
  for (const { leaves, minor, deals } of sets) {
    const countries = leaves.length === 0 ? [''] : [...new Set(leaves.map(countryOf))]
    const shares = allocate(minor, countries.map(() => 1)) // prettier-ignore
    for (const [at, country] of countries.entries()) {
      const known = sums.get(country) ?? { minor: 0, deals: 0 }
      sums.set(country, { minor: known.minor + shares[at]!, deals: known.deals + deals })
    }
  }
  const compare = compareText(locale)
  return [...sums]
    .map(([key, sum]) => ({ key, name: key === '' ? afterWords[locale].nowhere : territoryName(key, locale), id: null, ...sum }))
    .sort((a, b) => b.minor - a.minor || compare(a.name, b.name))
}

/** "2027", "1st quarter 2027", "January 2027". */
function periodName(day: string, by: Figures['by'], locale: Locale): string {
  if (by === 'year') return day.slice(0, 4)
  if (by === 'month') return formatDay(locale, day, 'month')
  return afterWords[locale].quarter(String(Math.ceil(Number(day.slice(5, 7)) / 3)), day.slice(0, 4))
}

function forecastOf(
  hopes: readonly store.Hoped[],
  into: IntoHouseCurrency,
  locale: Locale,
): Pick<Figures['forecast'], 'rows' | 'total'> {
  const rows: Figures['forecast']['rows'] = []
  for (const { month, currency, deals, minor, weighted } of hopes) {
    const hoped = into.amount(Math.round(weighted / 100), currency)
    const whole = into.amount(minor, currency)
    if (hoped === null || whole === null) continue
    const key = month ?? ''
    const row = rows.find((each) => each.key === key)
    if (row === undefined)
      rows.push({
        key,
        name: month === null ? afterWords[locale].noMonth : formatDay(locale, month, 'month'),
        id: null,
        minor: hoped,
        unweighted: whole,
        deals,
      })
    else Object.assign(row, { minor: row.minor + hoped, unweighted: row.unweighted + whole, deals: row.deals + deals })
  }
  return { rows: everyMonth(rows, locale), total: rows.reduce((sum, { minor }) => sum + minor, 0) }
}

/** A month in which nothing is expected has its place on the axis too; what is expected on no day in particular comes after all. */
function everyMonth(rows: Figures['forecast']['rows'], locale: Locale): Figures['forecast']['rows'] {
  const dated = rows.filter(({ key }) => key !== '')
  const months = everyPeriod(dated, 'month', dated.at(-1)?.key ?? '')
  const filled = months.map(
    ({ key, minor, deals }) =>
      dated.find((row) => row.key === key) ?? {
        key,
        name: formatDay(locale, key, 'month'),
        id: null,
        minor,
        unweighted: 0,
        deals,
      },
  )
  return [...filled, ...rows.filter(({ key }) => key === '')]
}

function lostOf(losses: Awaited<ReturnType<typeof store.losses>>, into: IntoHouseCurrency): FigureRow[] {
  const rows = new Map<string, FigureRow>()
  for (const { reason, currency, deals, minor } of losses) {
    const row = rows.get(reason) ?? { key: reason, name: reason, id: null, minor: 0, deals: 0 }
    rows.set(reason, { ...row, minor: row.minor + (into.amount(minor, currency) ?? 0), deals: row.deals + deals })
  }
  return [...rows.values()].sort((a, b) => b.deals - a.deals || b.minor - a.minor)
}
