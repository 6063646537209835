import { randomBytes } from 'node:crypto'
import type { Reel } from '@vitrine/screening'
import { askAgain, findMarkedCopy, putMarkedCopy } from '@vitrine/store/reels/marked-copies'
import { readyReels } from '@vitrine/store/screening/screeners'
import { putViewing, screenerRefuses, type ViewingRow } from '@vitrine/store/screening/viewings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarkedCopyVerbs, MarkedCopyView } from '../../contract/marked-copies.ts'
import { ownCopy, toCopyView } from '../../copies/reach-copy.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { refusal, shutFor } from '../../screening/enter.ts'
import { placeHash } from '../../screening/screener-secret.ts'
import { sealKey } from '../../screening/sealed-key.ts'
import { type Chosen, usualTracks } from '../../screening/suiting-reel.ts'
import { write } from '../../write.ts'

const Track = z.string().max(40).nullish()
const Order = z.object({
  secret: z.string().max(64),
  viewing: Id,
  sound: Track,
  subtitles: Track,
  where: z.object({
    address: z.string().max(64).nullable(),
    country: z.string().regex(/^[A-Z]{2}$/).nullable(), // prettier-ignore
    device: z.string().min(16).max(64),
  }),
})

/** A copy of the film that somebody watches, for them to keep. Whoever asks twice has one. */
export async function orderMarkedCopy(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MarkedCopyVerbs['orderMarkedCopy']>[1],
): Promise<MarkedCopyView> {
  authorise(actor, 'orderMarkedCopy')
  const { houseId } = house
  const { secret, viewing, where, ...asked } = parse(Order, args)
  return write(house, actor, async ({ trx, at, audit }) => {
    const { screener, film, mine, copy } = await ownCopy(house, trx, { secret, viewing, device: where.device })
    if (screener.download !== 'watermarked') throw new HouseError('not-allowed', { verb: 'orderMarkedCopy' })
    const shut = film === undefined ? 'rights' : await shutFor(house, trx, screener, film, where.country)
    if (shut !== null) throw refusal(shut)
    const [ready] = await readyReels(trx, houseId, { ids: [mine.reelId] })
    if (ready === undefined) throw refusal('rights')
    const tracks = tracksFor(ready.reel as Reel, asked, mine, screener.locale)
    const ordered = (id: string) => audit({ verb: 'orderMarkedCopy', subject: 'Screener', subjectId: screener.id, detail: { viewing: id, reel: mine.reelId } }) // prettier-ignore
    if (copy !== null) {
      if (await askAgain(trx, houseId, copy.id, at, tracks)) ordered(copy.id)
      return toCopyView((await findMarkedCopy(trx, houseId, copy.id))!)
    }
    const why = await screenerRefuses(trx, houseId, { screenerId: screener.id, deviceHash: mine.deviceHash, begins: true, at })
    if (why !== null && why !== 'devices') throw refusal(why) // to keep a copy is not to watch on a device
    const id = newId(Date.parse(at))
    await putViewing(trx, houseId, {
      id,
      kind: 'copy',
      screenerId: screener.id,
      reelId: mine.reelId,
      contactId: mine.contactId,
      userId: actor.kind === 'user' ? actor.userId : null,
      name: mine.name,
      email: mine.email,
      device: mine.device,
      deviceHash: mine.deviceHash,
      placeHash: placeHash(house.sealing, where.address),
      country: where.country,
      sealedKey: sealKey(house.sealing, `viewing ${id}`, randomBytes(32)),
      lengthMs: mine.lengthMs,
      positionMs: 0,
      at,
    })
    await putMarkedCopy(trx, houseId, { id, ...tracks, at })
    ordered(id)
    return toCopyView((await findMarkedCopy(trx, houseId, id))!)
  })
}

/** What they asked for; else what they are used to. */
function tracksFor(
  reel: Reel,
  asked: { sound?: string | null | undefined; subtitles?: string | null | undefined },
  mine: ViewingRow,
  locale: string,
): Chosen {
  const known = (tracks: readonly { name: string }[], path: string, name: string): string => {
    if (tracks.some((track) => track.name === name)) return name
    throw new HouseError('invalid-input', { issues: [{ path, message: 'No such track' }] })
  }
  const usual = usualTracks(reel, mine, locale)
  return {
    sound: (asked.sound ?? null) === null ? usual.sound : known(reel.sound, 'sound', asked.sound!),
    subtitles: asked.subtitles === undefined ? usual.subtitles : asked.subtitles === null ? null : known(reel.subtitles, 'subtitles', asked.subtitles),
  }
} // prettier-ignore
