import type { FigureRow } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import { askedFigures } from '#lib/server/after/asked-figures.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** As many rows as are read on a screen; the spreadsheets have all. */
const SHOWN = 12

function shown(rows: readonly FigureRow[]) {
  const rest = rows.slice(SHOWN)
  return {
    rows: rows.slice(0, SHOWN),
    rest: rest.length === 0 ? null : { count: rest.length, minor: rest.reduce((sum, { minor }) => sum + minor, 0) },
  }
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewFigures')
  const { tables, rest, ...figures } = await answer(
    site().house.viewFigures(actor, { ...askedFigures(url), most: SHOWN, locale }),
  )
  return {
    figures,
    periods: tables.period,
    tables: {
      agent: shown(tables.agent),
      territory: shown(tables.territory),
      title: { rows: tables.title, rest: rest.title },
      company: { rows: tables.company, rest: rest.company },
    },
    mayRates: mayEver(actor, 'viewRates'),
  }
}
