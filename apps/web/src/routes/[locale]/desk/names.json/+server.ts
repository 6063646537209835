import { json } from '@sveltejs/kit'
import { namedLanguages } from '@vitrine/catalogue/tables/languages'
import { localeOf, staff } from '#lib/server/desk.ts'
import { nameTables } from '#lib/desk/names.svelte.ts'
import type { RequestHandler } from './$types'

/** Countries and languages by name in each language of the house. */
export const GET: RequestHandler = ({ locals, url, params }) => {
  staff(locals.actor, url, localeOf(params))
  return json(nameTables(namedLanguages()), { headers: { 'cache-control': 'private, max-age=86400' } })
}
