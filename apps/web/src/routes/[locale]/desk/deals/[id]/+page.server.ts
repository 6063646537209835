import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** Who may be spoken with, and who of the house may see to it. */
export const load: PageServerLoad = async ({ locals, url, params, parent }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'changeDeal')
  const { deal } = await parent()
  const { house } = site()
  const [company, tasks] = await Promise.all([
    answer(house.openCompany(actor, { id: deal.companyId })),
    answer(house.listTasks(actor, { whose: 'mine', through: null })),
  ])
  return { people: company.people?.map(({ id, name }) => ({ id, name })) ?? [], owners: tasks.owners }
}
