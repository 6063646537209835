import { paperWords } from '@vitrine/messages/papers'
import { countTry, putCode, putSignature } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, SigningView } from '../../contract/papers.ts'
import { tellOwnerOfPaper } from '../../deals/tell-owner.ts'
import { HouseError } from '../../errors.ts'
import { OneLine, parse } from '../../input.ts'
import { keptBytes } from '../../papers/draw-up.ts'
import { paperReference, stepPaper } from '../../papers/reach-paper.ts'
import { CODE_MINUTES, codeHash, MOST_TRIES, signingOf, type SigningInHand } from '../../papers/signing-link.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'
import { signingView } from './open-signing.ts'

const Given = z.object({
  code: z.string().max(20).transform((code) => code.replaceAll(/\s/g, '')),
  name: OneLine,
  consent: z.literal(true),
  sha256: z.string().max(64),
  ip: z.string().max(64).nullable(),
}) // prettier-ignore

/**
 * The buyer signs: with the code that was mailed, a name and the declaration. What is signed are the bytes that the page
 * showed: a paper that is another by now is not signed. A wrong code is counted; after five the next one must be mailed.
 */
export async function signPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['signPaper']>[1],
): Promise<SigningView> {
  authorise(actor, 'signPaper')
  const { code, name, sha256, ip } = parse(Given, { code: args.code, name: args.name, consent: args.consent, sha256: args.sha256, ip: args.ip ?? null }) // prettier-ignore
  const answer = await write(house, actor, async (writing): Promise<SigningView | number> => {
    const { trx, at } = writing
    const signing = await signingOf(house, trx, args.token)
    const { link, paper, version } = signing
    if (version.sha256 !== sha256) throw new HouseError('file-changed', { sha256: version.sha256 })
    const tries = triesLeft(signing, at)
    if (tries === 0) return 0
    if (link.codeHash !== codeHash(args.token, code)) {
      await countTry(trx, house.houseId, link.id) // kept, whatever the answer: it is the answer that must not undo it
      return tries - 1
    }
    await keptBytes(house, version.sha256)
    const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
    const consent = paperWords[paper.locale].consent(settings.name, paperReference(paper))
    await putCode(trx, house.houseId, link.id, null)
    await putSignature(trx, house.houseId, paper.id, { side: 'buyer', version: version.version, sha256, name, email: link.email, contactId: link.contactId, userId: actor.userId, consent, openedAt: link.openedAt, codeSentAt: link.codeSentAt, ip: settings.papers.keepIp ? ip : null, at }) // prettier-ignore
    await stepPaper(house, writing, actor, paper, { to: 'countersigning', verb: 'signPaper' })
    await tellOwnerOfPaper(house, writing, paper, 'signed')
    return signingView(house, trx, await signingOf(house, trx, args.token, true))
  })
  if (typeof answer === 'number') throw new HouseError('wrong-code', { left: answer })
  return answer
}

/** How often the code may still be tried; none when there is no code, or it has run out. */
function triesLeft({ link }: SigningInHand, at: string): number {
  const age = link.codeSentAt === null ? Infinity : Date.parse(at) - Date.parse(link.codeSentAt)
  if (link.codeHash === null || age < 0 || age > CODE_MINUTES * 60_000) return 0
  return Math.max(0, MOST_TRIES - link.codeTries)
}
