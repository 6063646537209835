import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

interface Sent {
  verb?: string
  id?: unknown
  cut?: unknown
  episode?: unknown
  marked?: unknown
  languages?: unknown
}

/** What somebody decides about a master or a reel of the film. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, ...given } = await sent<Sent>(request)
    const id = String(given.id ?? '')
    switch (verb) {
      case 'placeMaster':
        return house.placeMaster(actor, {
          masterId: id,
          cut: typeof given.cut === 'string' ? given.cut : null,
          episode: typeof given.episode === 'number' ? given.episode : null,
        })
      case 'retryMaster':
      case 'removeMaster':
        return house[verb](actor, { masterId: id })
      case 'orderReel': {
        const languages = Array.isArray(given.languages) ? given.languages.map(String) : []
        return house.orderReel(actor, { masterId: id, marked: given.marked === true, languages })
      }
      case 'removeSubtitles':
      case 'cancelReel':
      case 'retryReel':
      case 'removeReel':
      case 'restoreReel':
        return house[verb](actor, { id })
      default:
        error(422, { message: 'invalid-input', code: 'invalid-input' })
    }
  })
}
