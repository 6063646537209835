import { linksOfPaper, putLink } from '@vitrine/store/papers/signing'
import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { newId, newToken } from '../../ids.ts'
import { holdPaperState, notePaper, reachPaper } from '../../papers/reach-paper.ts'
import { isOpen, isSignatory, MOST_OWN_LINKS, tokenHash } from '../../papers/signing-link.ts'
import { write } from '../../write.ts'

const DAY = 86_400_000

/**
 * The address at which somebody of the buyer signs, for whoever is signed in as that very person: the letter with the link need not be found. Another
 * link stands in place of the one that was mailed, to the same person and through the same day; who they are is still confirmed by a code in a
 * mail. `not-allowed` for a colleague, `link-over` when the house's days for it have passed, `limit-reached` for who asks again and again.
 */
export async function openOwnSigning(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['openOwnSigning']>[1],
): Promise<{ url: string }> {
  const token = newToken()
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, 'openOwnSigning', args.id)
    const links = await linksOfPaper(trx, house.houseId, paper.id)
    const [link] = links
    const member = actor.userId === null ? null : await findMember(trx, house.houseId, actor.userId)
    if (link === undefined || member === null || !isSignatory(link, member)) throw new HouseError('not-allowed', { verb: 'openOwnSigning' }) // prettier-ignore
    holdPaperState(paper, 'out')
    if (!isOpen(link, at)) throw new HouseError('link-over', { state: paper.state })
    // each link has its own tries at a code: they are not to be had without end
    const made = links.filter(({ createdAt }) => Math.abs(Date.parse(at) - Date.parse(createdAt)) < DAY)
    if (made.length > MOST_OWN_LINKS) throw new HouseError('limit-reached', { limit: MOST_OWN_LINKS })
    const id = newId(Date.parse(at))
    const { contactId, name, email, expiresAt } = link
    await putLink(trx, house.houseId, { id, paperId: paper.id, contactId, name, email, expiresAt, tokenHash: tokenHash(token), at }) // prettier-ignore
    await notePaper(house, writing, actor, paper, 'openOwnSigning', { link: id })
    return { url: `${house.origin}/${paper.locale}/sign/${token}` }
  })
}
