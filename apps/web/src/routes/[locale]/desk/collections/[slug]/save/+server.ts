import { slugOf } from '@vitrine/catalogue/model/slug'
import type { Collection } from '@vitrine/house'
import { allowed, deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Sent = Pick<Collection, 'name' | 'intro'> & { pictureId: string | null; position?: number }

/** Saves a collection; a new one gets an address from its name, and never the address of another (nor of the page that makes new ones). */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'saveCollection')
  return deskAnswer(request, locale, async () => {
    const { name, intro, pictureId, position } = await sent<Sent>(request)
    const { house } = site()
    let { slug } = params
    if (slug === 'new') {
      const taken = new Set(['new', ...(await house.listCollections(actor, { locale })).map((each) => each.slug)])
      const wanted = slugOf(String(name?.en ?? name?.fr ?? '')) || 'collection'
      slug = wanted
      for (let n = 2; taken.has(slug); n++) slug = `${wanted.slice(0, 70)}-${n}`
    }
    const saved = await house.saveCollection(actor, {
      collection: { slug, name, intro, pictureId, ...(position === undefined ? {} : { position }) },
    })
    return { slug: saved.slug }
  })
}
