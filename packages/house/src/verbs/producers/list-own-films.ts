import { findTitlesOfProducer } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { OwnFilm, ProducerVerbs } from '../../contract/producers.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { ownFilms } from '../../producers/own-film.ts'
import { toldToProducers } from '../../producers/told.ts'

/** A producer's own films, in any state, what changed last first. */
export async function listOwnFilms(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ProducerVerbs['listOwnFilms']>[1],
): Promise<OwnFilm[]> {
  authorise(actor, 'listOwnFilms')
  const locale = parse(z.enum(['en', 'fr']), args.locale)
  const films = await findTitlesOfProducer(house.db, house.houseId, actor.userId ?? '')
  const newest = films.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.id.localeCompare(b.id))
  return ownFilms(house, newest, await toldToProducers(house), locale)
}
