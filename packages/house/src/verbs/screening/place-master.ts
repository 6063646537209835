import { setMasterCut } from '@vitrine/store/reels/masters'
import { setCutOfReels } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { CutPlace } from '../../contract/reels.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { reachMaster } from '../../screening/reach-reel.ts'
import { readPlace } from '../../screening/read-place.ts'
import { layTracksOfCut } from '../../screening/subtitle-tracks.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

/** Says which cut a master is; what was made of it is that cut too, and carries its subtitles: rights are asked by it. */
export async function placeMaster(house: HouseContext, actor: Actor, args: CutPlace & { masterId: string }): Promise<void> {
  authoriseEver(actor, 'placeMaster')
  await write(house, actor, async ({ trx, at, audit }) => {
    const master = await reachMaster(house, trx, args.masterId)
    const title = await reachTitle(house, trx, actor, 'placeMaster', master.titleId)
    const place = readPlace(args, cutsOf(title.sheet))
    if (master.cut === place.cut && master.episode === place.episode) return
    await setMasterCut(trx, house.houseId, master.id, place)
    await setCutOfReels(trx, house.houseId, master.id, place, at)
    await layTracksOfCut(house, trx, title.id, place, at)
    audit({ verb: 'placeMaster', subject: 'Master', subjectId: master.id, detail: { ...place } })
  })
}
