import { json } from '@sveltejs/kit'
import { isoLanguageName } from '@vitrine/catalogue/tables/iso-639-3'
import { namedLanguages } from '@vitrine/catalogue/tables/languages'
import { localeOf, staff } from '#lib/server/desk.ts'
import { nameTables, type NameTables } from '#lib/desk/names.svelte.ts'
import type { RequestHandler } from './$types'

const KEPT_A_DAY = { headers: { 'cache-control': 'private, max-age=86400' } }
const MOST_ASKED = 500

/** They are the same for everybody, and to make them takes a twentieth of a second. */
let tables: NameTables | undefined

/** Countries and languages by name in each language of the house; of the languages that are asked for by their codes, their names of ISO 639-3. */
export const GET: RequestHandler = ({ locals, url, params }) => {
  staff(locals.actor, url, localeOf(params))
  const asked = url.searchParams.get('languages')
  if (asked === null) return json((tables ??= nameTables(namedLanguages())), KEPT_A_DAY)
  const named = asked.split(',').slice(0, MOST_ASKED).map((code) => [code, isoLanguageName(code)] as const) // prettier-ignore
  return json(Object.fromEntries(named.filter(([, name]) => name !== undefined)), KEPT_A_DAY)
}
