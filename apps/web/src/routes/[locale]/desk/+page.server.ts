import { TITLE_COLUMNS } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { waysIn } from '#lib/desk/moving-in.ts'
import { localeOf, staff } from '#lib/server/desk.ts'
import { deskRequest } from '#lib/server/desk-request.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const asked = deskRequest(url, locale)
  const { house } = site()
  const [result, corrections, formats] = await answer(
    Promise.all([house.listTitles(actor, asked), house.listCorrections(actor, {}), house.listFormats(actor)]),
  )
  const titles = new Map(corrections.map(({ titleId, title }) => [titleId, title]))
  return {
    mayTurn: mayEver(actor, 'turnTitles'),
    mayChoose: mayEver(actor, 'exportFilms'),
    text: asked.text ?? '',
    status: asked.facets?.status?.[0] ?? null,
    result,
    waysIn: result.total === 0 && asked.text === undefined && asked.facets === undefined ? waysIn(actor) : [],
    formats: formats.filter(({ out }) => out).map(({ id }) => ({ id, name: FORMAT_NAMES[id] })),
    columns: TITLE_COLUMNS.map(({ key }) => key),
    corrections: { waiting: corrections.length, titles: [...titles].map(([id, title]) => ({ id, title })).slice(0, 10) },
  }
}
