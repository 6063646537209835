import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { OwnFilmView, ProducerVerbs } from '../../contract/producers.ts'
import { Id, parse } from '../../input.ts'
import { ownFilm } from '../../producers/own-film.ts'
import { toldToProducers } from '../../producers/told.ts'
import { reachTitle } from '../../titles/reach-title.ts'

const Args = z.object({ id: Id, locale: z.enum(['en', 'fr']) })

/** One film of a producer's own: who asked, what is offered, where it is sold, as far as the house tells it. */
export async function viewOwnFilm(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ProducerVerbs['viewOwnFilm']>[1],
): Promise<OwnFilmView> {
  const { id, locale } = parse(Args, args)
  const film = await reachTitle(house, house.db, actor, 'viewOwnFilm', id)
  return ownFilm(house, film, await toldToProducers(house), actor.userId ?? '', locale)
}
