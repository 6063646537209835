import { TITLE_COLUMNS } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { waysIn } from '#lib/desk/moving-in.ts'
import { localeOf, staff } from '#lib/server/desk.ts'
import { fromPlace } from '#lib/server/from-place.ts'
import { deskRequest } from '#lib/server/desk-request.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** As many films as a house has that is still moving in. */
const FEW = 5

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const asked = deskRequest(url, locale)
  const { house } = site()
  const mayRead = mayEver(actor, 'listDroppedSheets')
  const [result, corrections, formats, sheets] = await answer(
    Promise.all([
      fromPlace((place) => house.listTitles(actor, place), asked),
      house.listCorrections(actor, {}),
      house.listFormats(actor),
      mayRead ? house.listDroppedSheets(actor, {}) : { items: [], nextCursor: null },
    ]),
  )
  const titles = new Map(corrections.map(({ titleId, title }) => [titleId, title]))
  return {
    mayDrop: mayEver(actor, 'dropSheet'),
    mayTurn: mayEver(actor, 'turnTitles'),
    mayChoose: mayEver(actor, 'exportFilms'),
    text: asked.text ?? '',
    status: asked.facets?.status?.[0] ?? null,
    result,
    /** Sheets that were read and are no title yet. */
    sheets: { waiting: sheets.items.length, more: sheets.nextCursor !== null },
    // A house that moves in is not done with its first film.
    waysIn: result.total < FEW && asked.text === undefined && asked.facets === undefined ? await waysIn(house, actor) : [],
    formats: formats.filter(({ out }) => out).map(({ id }) => ({ id, name: FORMAT_NAMES[id] })),
    columns: TITLE_COLUMNS.map(({ key }) => key),
    corrections: { waiting: corrections.length, titles: [...titles].map(([id, title]) => ({ id, title })).slice(0, 10) },
  }
}
