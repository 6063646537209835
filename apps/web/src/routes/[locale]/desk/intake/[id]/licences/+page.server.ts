import { LICENCE_STANDINGS } from '@vitrine/house'
import { can } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewIntakeLicences')
  const { house } = site()
  const standing = LICENCE_STANDINGS.find((one) => one === url.searchParams.get('standing')) ?? null
  const after = Number(url.searchParams.get('after') ?? 0) || null
  const { fileName, format, version, state, licences } = await answer(house.openIntake(actor, { id: params.id, limit: 1 }))
  return {
    file: { id: params.id, fileName, format, version, state, licences },
    book: await answer(house.viewIntakeLicences(actor, { id: params.id, standing, after, locale })),
    standing,
    mayTake: can(actor, 'takeIntakeLicences') && state !== 'discarded',
  }
}
