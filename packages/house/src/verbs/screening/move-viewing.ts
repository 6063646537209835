import { filmsOfScreeners, findScreener, noteShared, type ScreenerRow } from '@vitrine/store/screening/screeners'
import { heardSince, listViewingRows, lockViewings, moveViewingRow, noteRefusedIn, type ViewingRow } from '@vitrine/store/screening/viewings' // prettier-ignore
import type { Asker } from '@vitrine/store/asker'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { shutFor } from '../../screening/enter.ts'
import { seemsShared, SHARED_WITHIN, sharedDetail } from '../../screening/shared.ts'
import { write } from '../../write.ts'

const Moved = z.object({ id: Id, country: z.string().regex(/^[A-Z]{2}$/).nullable() }) // prettier-ignore

/**
 * Whether a viewing may go on from a country (null: the server is not told which), by the same rules as where it began. That its viewer is
 * in another country than before is recorded with the viewing; that they came to a country for the first time, and that they were refused
 * there, stands in the trail once, without the country: the trail is never erased.
 */
export async function moveViewing(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['moveViewing']>[1],
): ReturnType<ScreenerVerbs['moveViewing']> {
  authorise(actor, 'moveViewing')
  const { houseId } = house
  const { id, country } = parse(Moved, args)
  const { refused, isNew } = await judge(house, house.db, id, country)
  if (country === null || !isNew) return { refused }
  return write(house, actor, async ({ trx, at, audit }) => {
    await lockViewings(trx, houseId, [id])
    // Another server may have written it meanwhile, and who watches may have been erased.
    const { refused, isNew, viewing, screener } = await judge(house, trx, id, country)
    if (!isNew) return { refused }
    const subject = { subject: 'Screener' as const, subjectId: screener.id }
    const cameBack = refused === null && viewing.countries.includes(country)
    if (!cameBack) audit({ verb: 'moveViewing', ...subject, detail: { viewing: id, refused: refused !== null } })
    if (refused !== null) {
      await noteRefusedIn(trx, houseId, id, country)
      return { refused }
    }
    await moveViewingRow(trx, houseId, id, country)
    // Where it was heard of more than an hour ago its viewer may have left since: a laptop that slept on a journey is in one place.
    const since = new Date(Date.parse(at) - SHARED_WITHIN).toISOString()
    const lately = [...(await heardSince(trx, houseId, screener.id, since)), { ...viewing, placeHash: null, country }]
    if (viewing.heardAt >= since) lately.push(viewing)
    const shared = seemsShared(screener.audience, lately)
    if (shared !== null && (await noteShared(trx, houseId, screener.id, at, shared)))
      audit({ verb: 'noticeShared', ...subject, detail: sharedDetail(shared) })
    return { refused }
  })
}

interface Judged {
  viewing: ViewingRow
  screener: ScreenerRow
  refused: 'country' | 'rights' | null
  /** Whether it is not recorded yet that it goes on, or is refused, there. */
  isNew: boolean
}

async function judge(house: HouseContext, db: Asker, id: string, country: string | null): Promise<Judged> {
  const { houseId } = house
  const [viewing] = await listViewingRows(db, houseId, { ids: [id] }, 1)
  const screener = viewing === undefined ? null : await findScreener(db, houseId, { id: viewing.screenerId })
  if (viewing === undefined || screener === null) throw new HouseError('not-found', { subject: 'Viewing' })
  const film = (await filmsOfScreeners(db, houseId, [screener.id])).find(({ reelId }) => reelId === viewing.reelId) ?? null
  const shut = await shutFor(house, db, screener, film, country)
  // What is over is over everywhere; nothing more is recorded of who watched it.
  if (shut === 'revoked' || shut === 'expired') return { viewing, screener, refused: null, isNew: false }
  const isNew = country !== null && (shut === null ? country !== viewing.country : !viewing.refusedIn.includes(country))
  return { viewing, screener, refused: shut, isNew }
}
