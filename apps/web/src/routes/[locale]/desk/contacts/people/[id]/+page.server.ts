import { redirect } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openContact')
  const { house } = site()
  const [record, day] = await Promise.all([
    answer(house.openContact(actor, { id: params.id })),
    answer(house.listTasks(actor, {})),
  ])
  if (record.movedFrom !== null) redirect(301, `/${locale}/desk/contacts/people/${record.contact.id}`)
  return { record, owners: day.owners, today: day.today, me: actor.userId, isNew: url.searchParams.has('new') }
}
