/** What can be had of a film, for a signed-in buyer's own territories and media, where the house shows it. */
import type { Actor, RightsVerbs } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import type { Locale } from '@vitrine/messages'
import { houseError, settings, site } from '#lib/server/site.ts'
import { questionOf, todayHere, usualFields } from './asked.ts'

export type FilmAvailability = Awaited<ReturnType<RightsVerbs['viewPublicAvailability']>> & {
  interest: Awaited<ReturnType<RightsVerbs['viewInterest']>>
  unknown: boolean
}

/** Null for strangers, whose pages are kept for all, and where the house does not show it. */
export async function filmAvailability(
  actor: Actor,
  titleId: string,
  locale: Locale,
  url: URL,
): Promise<FilmAvailability | null> {
  if (actor.kind === 'visitor' || !mayEver(actor, 'viewPublicAvailability') || !mayEver(actor, 'viewInterest')) return null
  if (!(await settings()).publicAvailability) return null
  const { house } = site()
  const today = todayHere()
  const interest = await house.viewInterest(actor)
  const question = { ...questionOf({ ...usualFields(today), ...interest }, today), exclusive: false }
  try {
    const view = await house.viewPublicAvailability(actor, { titleId, question, locale })
    return {
      ...view,
      regions: view.regions.filter(({ status }) => status !== 'blocked'),
      interest,
      unknown: url.searchParams.has('unknown'),
    }
  } catch (thrown) {
    if (houseError(thrown) === null) throw thrown
    return null // a film that is not published has none
  }
}
