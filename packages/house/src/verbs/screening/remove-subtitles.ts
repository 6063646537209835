import { findSubtitles, removeSubtitlesRow } from '@vitrine/store/reels/subtitles'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { layTracksOfCut } from '../../screening/subtitle-tracks.ts'
import { write } from '../../write.ts'

/** Takes subtitles away, from every reel of their cut too. */
export async function removeSubtitles(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'removeSubtitles')
  await write(house, actor, async ({ trx, at, audit }) => {
    const row = await findSubtitles(trx, house.houseId, id)
    if (row === null) throw new HouseError('not-found', { subject: 'Subtitles' })
    await removeSubtitlesRow(trx, house.houseId, id, at)
    await layTracksOfCut(house, trx, row.titleId, row, at)
    audit({ verb: 'removeSubtitles', subject: 'Title', subjectId: row.titleId, detail: { language: row.language, sdh: row.sdh, fileName: row.fileName } }) // prettier-ignore
  })
}
