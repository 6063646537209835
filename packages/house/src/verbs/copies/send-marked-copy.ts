import { writeSegments } from '@vitrine/screening/watching/segments'
import { copyToSend, noteFetched } from '@vitrine/store/reels/marked-copies'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarkedCopyVerbs } from '../../contract/marked-copies.ts'
import { authorise } from '../../policies/authorise.ts'
import { lengthsOf } from '../../screening/watched-view.ts'
import { write } from '../../write.ts'

/**
 * What is sent of a copy now, asked anew while it is sent; null: nothing, for its screener does not stand, or its file is gone. The first
 * time that it is sent is noted, and stands in the trail.
 */
export async function sendMarkedCopy(
  house: HouseContext,
  actor: Actor,
  { id, begins }: { id: string; begins: boolean },
): ReturnType<MarkedCopyVerbs['sendMarkedCopy']> {
  authorise(actor, 'sendMarkedCopy')
  const { db, houseId } = house
  const found = await copyToSend(db, houseId, id, house.now().toISOString())
  if (found === null) return null
  if (begins && found.fetchedAt === null) {
    const count = (await lengthsOf(house, db, [found.reelId])).get(found.reelId)?.length ?? 0
    await write(house, actor, async ({ trx, at, audit }) => {
      // Whoever has the file was sent all of the film.
      if (await noteFetched(trx, houseId, id, at, writeSegments(count === 0 ? [] : [[0, count - 1]])))
        audit({ verb: 'sendMarkedCopy', subject: 'Screener', subjectId: found.screenerId, detail: { viewing: id } })
    })
  }
  return { bytes: found.bytes, fileName: `${found.slug}.mp4` }
}
