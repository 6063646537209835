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
  const { email } = record.contact
  const address = email === null ? null : await house.viewMailAddress(actor, { email }).catch(() => null) // an address that is none takes no mail
  return { record, address, owners: day.owners, today: day.today, me: actor.userId, isNew: url.searchParams.has('new') }
}
