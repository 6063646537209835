/** Screeners as the desk shows them. */
import { MINUTES_TO_UNDO } from '@vitrine/deals/states/machine'
import type { Asker } from '@vitrine/store/asker'
import { newestLetters } from '@vitrine/store/letters/letters'
import { filmsOfScreeners, findScreener, type ScreenerFilm, type ScreenerRow } from '@vitrine/store/screening/screeners'
import { countViewings } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../context.ts'
import type { ScreenerFilmView, ScreenerState, ScreenerView } from '../contract/screeners.ts'
import { HouseError } from '../errors.ts'

export const filmView = ({ reelId, titleId, title, slug, cut, episode, languages, state, seconds }: ScreenerFilm): ScreenerFilmView => ({
  reelId,
  titleId,
  title,
  slug,
  cut,
  episode,
  languages,
  seconds: state === 'ready' ? seconds : null,
}) // prettier-ignore

export const stateOf = (house: HouseContext, { revokedAt, expiresAt }: Pick<ScreenerRow, 'revokedAt' | 'expiresAt'>): ScreenerState =>
  revokedAt !== null ? 'revoked' : Date.parse(expiresAt) <= house.now().getTime() ? 'expired' : 'open' // prettier-ignore

/** Until when a revocation can be taken back; null: not any more. */
export function restorableUntil(house: HouseContext, { revokedAt }: Pick<ScreenerRow, 'revokedAt'>): string | null {
  if (revokedAt === null || Math.abs(house.now().getTime() - Date.parse(revokedAt)) > MINUTES_TO_UNDO * 60_000) return null
  return new Date(Date.parse(revokedAt) + MINUTES_TO_UNDO * 60_000).toISOString()
}

export async function screenerViews(house: HouseContext, db: Asker, rows: readonly ScreenerRow[]): Promise<ScreenerView[]> {
  const ids = rows.map(({ id }) => id)
  const [films, counts, letters] = await Promise.all([
    filmsOfScreeners(db, house.houseId, ids),
    countViewings(db, house.houseId, ids),
    newestLetters(db, house.houseId, 'Screener', ids),
  ])
  const filmsOf = Map.groupBy(films, ({ screenerId }) => screenerId)
  return rows.map((row): ScreenerView => ({
    id: row.id,
    audience: row.audience,
    contactId: row.contactId,
    companyId: row.companyId,
    company: row.company,
    toName: row.toName,
    toEmail: row.toEmail,
    locale: row.locale,
    message: row.message,
    films: (filmsOf.get(row.id) ?? []).map(filmView),
    expiresAt: row.expiresAt,
    viewingsAllowed: row.viewingsAllowed,
    devicesAtOnce: row.devicesAtOnce,
    countries: row.countries,
    visibleMark: row.visibleMark,
    download: row.download,
    requestId: row.requestId,
    state: stateOf(house, row),
    madeAt: row.madeAt,
    madeBy: row.madeBy,
    openedAt: row.openedAt,
    revokedAt: row.revokedAt,
    restorableUntil: restorableUntil(house, row),
    sharedAt: row.sharedAt,
    shared: row.shared,
    viewings: counts.get(row.id)?.viewings ?? 0,
    lastHeardAt: counts.get(row.id)?.lastHeardAt ?? null,
    letter: letters.get(row.id) ?? null,
  }))
}

/** A screener that must be there. */
export async function holdScreener(house: HouseContext, db: Asker, id: string): Promise<ScreenerRow> {
  const row = await findScreener(db, house.houseId, { id })
  if (row === null) throw new HouseError('not-found', { subject: 'Screener' })
  return row
}

export async function screenerView(house: HouseContext, db: Asker, id: string): Promise<ScreenerView> {
  return (await screenerViews(house, db, [await holdScreener(house, db, id)]))[0]!
}
