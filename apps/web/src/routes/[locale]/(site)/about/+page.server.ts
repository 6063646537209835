import { askHouse } from '#lib/server/ask-house.ts'
import { settings } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, url }) => {
  const { locale } = await parent()
  const { about, address, contactEmail } = await settings()
  return {
    about: about[locale] ?? Object.values(about)[0] ?? null,
    address,
    contactEmail,
    sent: url.searchParams.get('message') === 'sent',
  }
}

export const actions: Actions = {
  ask: (event) => askHouse(event, [], `/${event.locals.locale}/about?message=sent#contact`),
}
