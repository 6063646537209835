import { can } from '@vitrine/house/policies/table'
import { actorName, houseWords } from '#lib/desk/house-words.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listIntakes')
  const mayUndoImports = can(actor, 'undoImport')
  const byWhom = (name: string) => actorName(houseWords(locale), name)
  const imports = mayUndoImports ? (await answer(site().house.listImports(actor, {}))).items.slice(0, 10) : []
  const intakes = await answer(site().house.listIntakes(actor, { cursor: url.searchParams.get('after') }))
  return {
    imports: imports.map((one) => ({ ...one, by: byWhom(one.by) })),
    intakes: { ...intakes, items: intakes.items.map((one) => ({ ...one, receivedBy: byWhom(one.receivedBy) })) },
    mayFindTwins: can(actor, 'findTwins'),
  }
}
