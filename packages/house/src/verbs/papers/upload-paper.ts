import { findPaper, putPaperFile } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { OneLine, parse } from '../../input.ts'
import { executePaper } from '../../papers/execute-paper.ts'
import { paperView } from '../../papers/paper-view.ts'
import { holdPaperRevision, holdPaperState, reachPaper } from '../../papers/reach-paper.ts'
import { isPdf } from '../../rights/document-type.ts'
import { write } from '../../write.ts'

const LARGEST = 25_000_000 // bytes

/**
 * Takes in a paper that both have signed by hand, as PDF, and executes it at once. The file is kept as it is and never read as
 * anything but bytes; whoever opens it gets it as a download.
 */
export async function uploadPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['uploadPaper']>[1],
): Promise<PaperView> {
  await reachPaper(house, house.db, actor, 'uploadPaper', args.id)
  const fileName = parse(OneLine, args.fileName.replaceAll(/[\\/]/g, '_'))
  if (args.bytes.byteLength > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  if (!isPdf(args.bytes)) throw new HouseError('unsupported-file', { takes: 'PDF' })
  if (!Buffer.from(args.bytes.subarray(-2048)).includes('%%EOF')) throw new HouseError('unreadable-file', { reason: 'cut off' })
  const sha256 = await house.files.put(args.bytes)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, 'uploadPaper', args.id)
    holdPaperRevision(paper, args.baseRevision)
    holdPaperState(paper, 'approved', 'out', 'countersigning')
    await putPaperFile(trx, house.houseId, paper.id, { kind: 'upload', sha256, bytes: args.bytes.byteLength, mediaType: 'application/pdf', fileName, at, byName: actor.name }) // prettier-ignore
    await executePaper(house, writing, actor, paper, { verb: 'uploadPaper', locale: args.locale })
    return paperView(house, trx, actor, (await findPaper(trx, house.houseId, paper.id))!)
  })
}
