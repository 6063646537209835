/** What whoever has a link meets first: is it one, does it stand, may the film be shown where they are. */
import type { Asker } from '@vitrine/store/asker'
import { filmsOfScreeners, findScreener, type ScreenerFilm, type ScreenerRow } from '@vitrine/store/screening/screeners'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'
import { mayShow } from './may-show.ts'
import { secretHash } from './screener-secret.ts'
import { stateOf } from './screener-view.ts'

/** The screener of a link and its films; `not-found` for what is no link of ours. */
export async function screenerOf(house: HouseContext, db: Asker, secret: string): Promise<{ screener: ScreenerRow; films: ScreenerFilm[] }> {
  const screener = secret.length > 64 ? null : await findScreener(db, house.houseId, { secretHash: secretHash(secret) })
  if (screener === null) throw new HouseError('not-found', { subject: 'Screener' })
  return { screener, films: await filmsOfScreeners(db, house.houseId, [screener.id]) }
} // prettier-ignore

/** Why it shows nothing to somebody who is in a country (null: the server does not know), before who watches already is looked at. */
export async function shutFor(
  house: HouseContext,
  db: Asker,
  screener: ScreenerRow,
  film: ScreenerFilm | null,
  country: string | null,
): Promise<'revoked' | 'expired' | 'country' | 'rights' | null> {
  const state = stateOf(house, screener)
  if (state !== 'open') return state
  // Where the house limits it and the server cannot tell, nobody is let in: a limit that is not held is none.
  if (screener.countries.length > 0 && (country === null || !screener.countries.includes(country))) return 'country'
  if (film === null) return null
  if (film.state !== 'ready' || film.titleStatus === 'withdrawn') return 'rights'
  return (await mayShow(house, db, film, country === null ? [] : [country])) === null ? null : 'rights'
}

/** The failure that a person is told who is not let in. */
export function refusal(why: 'revoked' | 'expired' | 'used' | 'devices' | 'country' | 'rights'): HouseError {
  if (why === 'devices') return new HouseError('too-many-devices')
  return new HouseError('screener-over', { reason: why })
}
