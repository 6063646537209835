import { findMaster, putMaster } from '@vitrine/store/reels/masters'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MasterView, ReelVerbs } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { cleanText, parse } from '../../input.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { filmsOf, toMasterView } from '../../screening/reach-reel.ts'
import { readPlace } from '../../screening/read-place.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

const Received = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/),
  size: z.int().min(0),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Takes a file in that came whole. It is carried to where masters are kept first, and becomes one within the transaction: a row without its file is never seen. Of one that was moved
 * by a transaction that came to nothing, whoever hands it in again is believed: it lies where it belongs already.
 */
export async function receiveMaster(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ReelVerbs['receiveMaster']>[1],
): Promise<MasterView> {
  const { masters } = filmsOf(house)
  await reachTitle(house, house.db, actor, 'receiveMaster', args.titleId) // before its bytes are sent anywhere
  await masters.carry(args.id, args.path)
  const received = await write(house, actor, async ({ trx, at, audit }) => {
    const title = await reachTitle(house, trx, actor, 'receiveMaster', args.titleId)
    const { id, size, checksum } = parse(Received, { id: args.id, size: args.size, checksum: args.checksum })
    const place = readPlace(args, cutsOf(title.sheet))
    const known = await findMaster(trx, house.houseId, id)
    if (known !== null) {
      if (known.titleId !== title.id || known.checksum !== checksum) throw new HouseError('not-found', { subject: 'Master' })
      return toMasterView(known)
    }
    const master = {
      ...place,
      id,
      size,
      checksum,
      titleId: title.id,
      fileName: cleanText(args.fileName).slice(-300) || 'master',
      uploadedAt: at,
      uploadedBy: actor.name,
    }
    await putMaster(trx, house.houseId, master)
    await masters.take(id, args.path)
    audit({ verb: 'receiveMaster', subject: 'Master', subjectId: id, detail: { titleId: title.id, title: title.sheet.title, fileName: master.fileName, size, checksum } }) // prettier-ignore
    return toMasterView({ ...master, report: null, failure: null, removedAt: null })
  })
  await masters.letGo(args.id, args.path)
  return received
}
