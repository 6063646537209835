import { json } from '@sveltejs/kit'
import { companiesFound, peopleFound } from '#lib/server/contacts/found.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url, params }) => {
  const people = url.searchParams.has('people')
  const actor = allowed(staff(locals.actor, url, localeOf(params)), people ? 'listContacts' : 'listCompanies')
  return json(await (people ? peopleFound(actor, url) : companiesFound(actor, url)))
}
