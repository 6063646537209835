import { randomBytes } from 'node:crypto'
import type { Reel } from '@vitrine/screening'
import { askedFirst } from '@vitrine/screening/serving/asked-first'
import { toldAgain } from '@vitrine/screening/watching/watched'
import { contactsByEmail } from '@vitrine/store/deals/requests'
import { noteScreenerOpened, noteShared, readyReels, type ScreenerRow } from '@vitrine/store/screening/screeners'
import { findOwnViewing, heardSince, listViewingRows, putViewing, resumeViewingRow, screenerRefuses, tracksHeardLast, type ViewingRow, type ViewingsAsked } from '@vitrine/store/screening/viewings' // prettier-ignore
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, StartedViewing } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { deviceClass } from '../../screening/device-class.ts'
import { refusal, screenerOf, shutFor } from '../../screening/enter.ts'
import { deviceHash, placeHash } from '../../screening/screener-secret.ts'
import { sealKey } from '../../screening/sealed-key.ts'
import { usualTracks } from '../../screening/suiting-reel.ts'
import { seemsShared, SHARED_WITHIN, sharedDetail } from '../../screening/shared.ts'
import { write } from '../../write.ts'

const Start = z.object({
  secret: z.string().max(64),
  reelId: Id,
  name: OneLine.optional(),
  email: Email.nullish(),
  where: z.object({
    address: z.string().max(64).nullable(),
    country: z.string().regex(/^[A-Z]{2}$/).nullable(), // prettier-ignore
    device: z.string().min(16).max(64),
    agent: z.string().max(1_000).nullable(),
  }),
})

/** A device that goes on within this long goes on with the viewing it had. */
const SAME_VIEWING = 14 * 86_400_000

/**
 * Lets somebody watch a film of a link: a new viewing, or the one that this device had. `screener-over` and `too-many-devices` say why
 * nobody is let in; a link that seems to be shared is noted for the desk either way.
 */
export async function startViewing(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['startViewing']>[1],
): Promise<StartedViewing> {
  authorise(actor, 'startViewing')
  const { houseId } = house
  const asked = parse(Start, args)
  const device = deviceHash(asked.where.device)
  const place = placeHash(house.sealing, asked.where.address)
  const { country } = asked.where
  const outcome = await write(house, actor, async (writing) => {
    const { trx, at } = writing
    const { screener, films } = await screenerOf(house, trx, asked.secret)
    const film = films.find(({ reelId }) => reelId === asked.reelId)
    if (film === undefined) throw new HouseError('not-found', { subject: 'Reel' })
    const shut = await shutFor(house, trx, screener, film, country)
    if (shut !== null) throw refusal(shut)
    const [reel] = await readyReels(trx, houseId, { ids: [film.reelId] })
    if (reel === undefined) throw refusal('rights')
    const about = { kind: 'stream' as const, screenerIds: [screener.id], reelId: film.reelId }
    const [before] = asked.name === undefined ? await listViewingRows(trx, houseId, { ...about, deviceHash: device }, 1) : []
    const viewer = await viewerOf(
      house,
      trx,
      actor,
      screener,
      before === undefined ? asked : { ...asked, name: before.name, email: before.email },
    )
    const known = await findOwnViewing(trx, houseId, { screenerId: screener.id, reelId: film.reelId, deviceHash: device, email: viewer.email, name: viewer.name }) // prettier-ignore
    const mine = known !== null && Date.parse(at) - Date.parse(known.heardAt) < SAME_VIEWING ? known : undefined
    const why = await screenerRefuses(trx, houseId, { screenerId: screener.id, deviceHash: device, begins: mine === undefined, at }) // prettier-ignore
    const lately = await heardSince(trx, houseId, screener.id, new Date(Date.parse(at) - SHARED_WITHIN).toISOString())
    const shared = seemsShared(screener.audience, [...lately, { deviceHash: device, placeHash: place, country }])
    if (shared !== null && (await noteShared(trx, houseId, screener.id, at, shared)))
      writing.audit({ verb: 'noticeShared', subject: 'Screener', subjectId: screener.id, detail: sharedDetail(shared) })
    if (why !== null) return { why }
    await noteScreenerOpened(trx, houseId, screener.id, at)
    const id = mine?.id ?? newId(Date.parse(at))
    const [elsewhere] = await othersOf(trx, houseId, about, screener, viewer.email)
    const positionMs = (mine ?? elsewhere)?.positionMs ?? 0
    if (mine !== undefined)
      await resumeViewingRow(trx, houseId, id, {
        at,
        toldFrom: new Date(toldAgain(Date.parse(at))).toISOString(),
        placeHash: place,
        country,
      })
    else {
      await putViewing(trx, houseId, {
        id,
        screenerId: screener.id,
        reelId: film.reelId,
        ...viewer,
        device: deviceClass(asked.where.agent),
        deviceHash: device,
        placeHash: place,
        country,
        sealedKey: sealKey(house.sealing, `viewing ${id}`, randomBytes(32)),
        lengthMs: Math.round((reel.reel as Reel).seconds * 1000),
        positionMs,
        at,
      })
      writing.audit({ verb: 'startViewing', subject: 'Screener', subjectId: screener.id, detail: { viewing: id, reel: film.reelId } }) // prettier-ignore
    }
    return {
      why,
      id,
      positionMs,
      openedAt: at,
      film,
      reel: reel.reel as Reel,
      chosen: usualTracks(reel.reel as Reel, await tracksHeardLast(trx, houseId, id), screener.locale),
      name: viewer.name,
      screener,
    }
  })
  if (outcome.why !== null) throw refusal(outcome.why)
  const { id, positionMs, openedAt, film, reel, chosen, name, screener } = outcome
  return { id, reelId: film.reelId, title: film.title, name, positionMs, openedAt, reel, chosen, asksFirst: askedFirst(reel, chosen.sound), visibleMark: screener.visibleMark, download: screener.download, expiresAt: screener.expiresAt } // prettier-ignore
}

/** Whom the link was made out to; by a link for several, who they say they are, or said on this device before. */
async function viewerOf(
  house: HouseContext,
  trx: Parameters<typeof putViewing>[0],
  actor: Actor,
  screener: ScreenerRow,
  asked: z.infer<typeof Start>,
): Promise<{ contactId: string | null; userId: string | null; name: string; email: string | null }> {
  const userId = actor.kind === 'user' ? actor.userId : null
  if (screener.audience === 'person') return { contactId: screener.contactId, userId, name: screener.toName, email: screener.toEmail }
  const name = asked.name ?? (actor.kind === 'user' ? actor.name : undefined)
  const email = asked.email?.toLowerCase() ?? null
  const missing = [...(name === undefined ? ['name'] : []), ...(email === null && screener.audience === 'anybody' ? ['email'] : [])]
  if (name === undefined || missing.length > 0) throw new HouseError('invalid-input', { issues: missing.map((path) => ({ path, message: 'Missing' })) }) // prettier-ignore
  const known = email === null ? [] : await contactsByEmail(trx, house.houseId, email)
  return { contactId: known.length === 1 ? known[0]!.id : null, userId, name, email }
} // prettier-ignore

/** What the same person watched of it last, on whatever device. */
function othersOf(trx: Parameters<typeof putViewing>[0], houseId: string, about: ViewingsAsked, screener: ScreenerRow, email: string | null): Promise<ViewingRow[]> | [] {
  if (screener.audience === 'person') return listViewingRows(trx, houseId, about, 1, 'heard')
  return email === null ? [] : listViewingRows(trx, houseId, { ...about, email }, 1, 'heard')
} // prettier-ignore
