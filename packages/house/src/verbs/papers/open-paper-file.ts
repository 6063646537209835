import { paperFiles, paperVersions } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs } from '../../contract/papers.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { keptBytes, printPaperOf } from '../../papers/draw-up.ts'
import { reachPaper } from '../../papers/reach-paper.ts'
import { fileNameOf, sealPaper } from '../../papers/seal-paper.ts'

/**
 * A paper as PDF: as it stands, with "draft" across it while it is one, or a version of it; the signed file; the file that was
 * uploaded. Bytes that are not those that were recorded are never handed out: `file-changed`.
 */
export async function openPaperFile(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['openPaperFile']>[1],
): Promise<TakenAway> {
  const paper = await reachPaper(house, house.db, actor, 'openPaperFile', args.id)
  const mediaType = 'application/pdf'
  if (args.file === 'paper') {
    const wanted = actor.role === 'buyer' ? paper.version : (args.version ?? paper.version)
    const version = (await paperVersions(house.db, house.houseId, paper.id)).find((one) => one.version === wanted)
    if (version === undefined) throw new HouseError('not-found', { subject: 'Paper' })
    const draft = paper.state === 'draft' || paper.state === 'approving'
    const bytes = draft ? await printPaperOf(house, version.content, true) : await keptBytes(house, version.sha256)
    return { fileName: `${fileNameOf(paper)}${draft ? '-draft' : ''}.pdf`, mediaType, bytes }
  }
  if (args.file === 'evidence') await sealPaper(house, paper)
  const file = (await paperFiles(house.db, house.houseId, paper.id)).find(({ kind }) => kind === args.file)
  if (file === undefined) throw new HouseError('not-found', { subject: 'Document' })
  return { fileName: file.fileName, mediaType, bytes: await keptBytes(house, file.sha256) }
}
