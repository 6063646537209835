import { paperWords } from '@vitrine/messages/papers'
import { findPaper, paperVersions } from '@vitrine/store/papers/papers'
import { linksOfPaper, putSignature, signaturesOf } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import { listMembers } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { OneLine, parse } from '../../input.ts'
import { keptBytes } from '../../papers/draw-up.ts'
import { executePaper } from '../../papers/execute-paper.ts'
import { paperView, toPaperFile } from '../../papers/paper-view.ts'
import { holdPaperRevision, holdPaperState, paperReference, reachPaper } from '../../papers/reach-paper.ts'
import { sealPaper } from '../../papers/seal-paper.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/**
 * The house signs, the last of the two. The paper is executed and the licences stand in the rights book in one transaction:
 * where rights are gone meanwhile it fails with `rights-conflict`, and the paper waits on as it was. What is answered is the paper as
 * that transaction left it, with the signed file that was made of it: not what others did while it was printed.
 */
export async function countersignPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['countersignPaper']>[1],
): Promise<PaperView> {
  const name = parse(OneLine, args.name)
  const { executed, view } = await write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, 'countersignPaper', args.id)
    holdPaperState(paper, 'countersigning')
    holdPaperRevision(paper, args.baseRevision)
    const [theirs] = await signaturesOf(trx, house.houseId, paper.id)
    const version = (await paperVersions(trx, house.houseId, paper.id))[0]!
    if (theirs?.sha256 !== version.sha256) throw new HouseError('file-changed', { sha256: version.sha256 })
    await keptBytes(house, version.sha256)
    const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
    const words = paperWords[paper.locale]
    const reference = paperReference(paper)
    const member = (await listMembers(trx, house.houseId)).find(({ id }) => id === actor.userId)
    const consent = words.consent(paper.companyName, reference)
    await putSignature(trx, house.houseId, paper.id, { side: 'house', version: version.version, sha256: version.sha256, name, email: member?.email ?? null, contactId: null, userId: actor.userId, consent, openedAt: null, codeSentAt: null, ip: null, at }) // prettier-ignore
    const [link] = await linksOfPaper(trx, house.houseId, paper.id)
    await executePaper(house, writing, actor, paper, { verb: 'countersignPaper', locale: args.locale })
    if (link !== undefined)
      await oweLetter(house, trx, {
        kind: 'paper-done',
        locale: paper.locale,
        about: 'Paper',
        aboutId: link.id,
        to: link.email,
        ...(await wordLetter(house, trx, 'paper-done', paper.locale, { to: link.name, house: settings.name, paper: `${words.kind[paper.kind]} ${reference}`, reference })), // prettier-ignore
        at,
      })
    const executed = (await findPaper(trx, house.houseId, paper.id))!
    return { executed, view: await paperView(house, trx, actor, executed) }
  })
  const sealed = await sealPaper(house, executed).catch(() => null) // it is signed: a press that is down makes the file when it is asked for
  return sealed === null ? view : { ...view, files: [toPaperFile(sealed), ...view.files] }
}
