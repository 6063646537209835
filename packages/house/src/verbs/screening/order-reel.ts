import { randomBytes } from 'node:crypto'
import { putReel, reelsOfTitle } from '@vitrine/store/reels/reels'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MasterReport, ReelVerbs } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { Spoken } from '../../screening/input.ts'
import { reachMaster } from '../../screening/reach-reel.ts'
import { sealKey } from '../../screening/sealed-key.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

/** Orders a reel. Its key is made here and never leaves the house unsealed but for the worker that makes the reel. */
export async function orderReel(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ReelVerbs['orderReel']>[1],
): Promise<{ id: string }> {
  authorise(actor, 'orderReel')
  return write(house, actor, async ({ trx, at, audit }) => {
    const master = await reachMaster(house, trx, args.masterId)
    const report = master.report as MasterReport | null
    if (report === null)
      throw new HouseError('wrong-state', { subject: 'Master', state: master.failure === null ? 'not-looked-at' : 'unreadable' })
    const title = await reachTitle(house, trx, actor, 'orderReel', master.titleId)
    if (master.cut === null && cutsOf(title.sheet).length > 0)
      throw new HouseError('invalid-input', { issues: [{ path: 'cut', message: 'Say first which cut it is' }] })
    const tracks = report.sound.length
    const spoken = report.sound.map(({ language }) => language ?? 'und')
    const languages = parse(z.array(Spoken).length(tracks), args.languages ?? spoken)
    const marked = args.marked === true
    const same = (await reelsOfTitle(trx, house.houseId, master.titleId, at)).find(
      (reel) =>
        reel.masterId === master.id &&
        reel.marked === marked &&
        ['waiting', 'packaging'].includes(reel.state) &&
        reel.languages.join() === languages.join(),
    )
    if (same !== undefined) return { id: same.id }
    const id = newId(house.now().getTime())
    await putReel(trx, house.houseId, {
      id,
      titleId: master.titleId,
      masterId: master.id,
      cut: master.cut,
      episode: master.episode,
      languages,
      marked,
      sealedKey: sealKey(house.sealing, `reel ${id}`, randomBytes(32)),
      orderedAt: at,
      orderedBy: actor.name,
    })
    audit({ verb: 'orderReel', subject: 'Reel', subjectId: id, detail: { masterId: master.id, cut: master.cut, marked } })
    return { id }
  })
}
