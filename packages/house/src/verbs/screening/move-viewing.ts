import { filmsOfScreeners, findScreener, noteShared } from '@vitrine/store/screening/screeners'
import { heardSince, listViewingRows, moveViewingRow } from '@vitrine/store/screening/viewings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { shutFor } from '../../screening/enter.ts'
import { seemsShared, SHARED_WITHIN } from '../../screening/shared.ts'
import { write } from '../../write.ts'

const Moved = z.object({ id: Id, country: z.string().regex(/^[A-Z]{2}$/).nullable() }) // prettier-ignore

/**
 * Whether a viewing may go on from a country (null: the server is not told which), by the same rules as where it began. That its viewer is
 * in another country than before is recorded with the viewing, and stands in the trail; so does that they were refused for it.
 */
export async function moveViewing(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['moveViewing']>[1],
): ReturnType<ScreenerVerbs['moveViewing']> {
  authorise(actor, 'moveViewing')
  const { db, houseId } = house
  const { id, country } = parse(Moved, args)
  const [viewing] = await listViewingRows(db, houseId, { ids: [id] }, 1)
  const screener = viewing === undefined ? null : await findScreener(db, houseId, { id: viewing.screenerId })
  if (viewing === undefined || screener === null) throw new HouseError('not-found', { subject: 'Viewing' })
  const film = (await filmsOfScreeners(db, houseId, [screener.id])).find(({ reelId }) => reelId === viewing.reelId) ?? null
  const shut = await shutFor(house, db, screener, film, country)
  const refused = shut === 'country' || shut === 'rights' ? shut : null
  if (country === null || country === viewing.country) return { refused }
  await write(house, actor, async ({ trx, at, audit }) => {
    const subject = { subject: 'Screener' as const, subjectId: screener.id }
    audit({ verb: 'moveViewing', ...subject, detail: { viewing: id, country, refused: refused !== null } })
    if (refused !== null) return
    await moveViewingRow(trx, houseId, id, country)
    const lately = await heardSince(trx, houseId, screener.id, new Date(Date.parse(at) - SHARED_WITHIN).toISOString())
    const shared = seemsShared(screener.audience, [...lately, { ...viewing, placeHash: null }])
    if (shared !== null && (await noteShared(trx, houseId, screener.id, at, shared)))
      audit({ verb: 'noticeShared', ...subject, detail: { ...shared } })
  })
  return { refused }
}
