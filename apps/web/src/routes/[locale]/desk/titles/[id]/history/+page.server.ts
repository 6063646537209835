import { fieldText } from '#lib/desk/field-text.ts'
import { localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { wordDiff } from '@vitrine/house/editing/word-diff'
import type { PageServerLoad } from './$types'

/** Every state of a title, and what changed between the two that the address names (`?from=2&to=5`; the last two when it names none). */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  const { id } = params
  const [title, revisions] = await Promise.all([
    answer(house.openTitle(actor, { id })),
    answer(house.listRevisions(actor, { id })),
  ])
  const known = new Set(revisions.map((each) => each.revision))
  const asked = (name: string, otherwise: number) => {
    const value = Number(url.searchParams.get(name))
    return known.has(value) ? value : otherwise
  }
  const to = asked('to', revisions[0]?.revision ?? title.revision)
  const from = asked('from', revisions.find((each) => each.revision < to)?.revision ?? to)
  const changes = from === to ? [] : await answer(house.compareRevisions(actor, { id, from, to }))
  return {
    title: { id, name: title.sheet.title, revision: title.revision, status: title.status },
    revisions,
    from,
    to,
    changes: changes.map(({ path, before, after }) => ({
      path,
      parts: wordDiff(fieldText(path, before, locale), fieldText(path, after, locale)),
      pictures: path === 'pictures' ? { before: pictureIds(before), after: pictureIds(after) } : null,
    })),
  }
}

const pictureIds = (value: unknown): string[] => (Array.isArray(value) ? value.map((one) => (one as { id: string }).id) : [])
