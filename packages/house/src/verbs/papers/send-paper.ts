import { paperWords } from '@vitrine/messages/papers'
import { formatDay } from '@vitrine/messages'
import { findDeal } from '@vitrine/store/deals/deals'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import { findSignatory } from '@vitrine/store/papers/buyer'
import { findPaper, listPaperRows, paperVersions } from '@vitrine/store/papers/papers'
import { putLink } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId, newToken } from '../../ids.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { Id, parse } from '../../input.ts'
import { keptBytes } from '../../papers/draw-up.ts'
import { paperView } from '../../papers/paper-view.ts'
import { holdPaperRevision, holdPaperState, notePaper, paperReference, reachPaper, stepPaper } from '../../papers/reach-paper.ts'
import { tokenHash } from '../../papers/signing-link.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

const Sent = z.object({ contactId: Id, message: z.string().trim().max(4000).nullable().optional() })

/**
 * Gives a person of the buyer a link to sign an approved paper, with the letter that brings it. A paper that is out gets another
 * link in place of the one it had. The address is answered once and kept nowhere.
 */
export async function sendPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['sendPaper']>[1],
): Promise<PaperView & { url: string }> {
  const { contactId, message = null } = parse(Sent, { contactId: args.contactId, message: args.message })
  const token = newToken()
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, 'sendPaper', args.id)
    holdPaperRevision(paper, args.baseRevision)
    holdPaperState(paper, 'approved', 'out')
    const offer = (await offersOfDeal(trx, house.houseId, paper.dealId)).find(({ state }) => state === 'accepted')
    if (offer?.id !== paper.offerId) throw new HouseError('wrong-state', { subject: 'Offer', state: 'other terms were agreed' })
    const others = await listPaperRows(trx, house.houseId, { dealId: paper.dealId, limit: 200 })
    const out = others.find(({ id: other, state }) => other !== paper.id && (state === 'out' || state === 'countersigning'))
    if (out !== undefined) throw new HouseError('wrong-state', { subject: 'Paper', state: out.state, id: out.id }) // one sale, one link
    const contact = await findSignatory(trx, house.houseId, contactId)
    if (contact === null || contact.companyId !== paper.companyId) throw new HouseError('not-found', { subject: 'Contact' })
    if (contact.email === null) throw new HouseError('invalid-input', { issues: [{ path: 'contactId', message: 'No mail address' }] }) // prettier-ignore
    const version = (await paperVersions(trx, house.houseId, paper.id))[0]!
    await keptBytes(house, version.sha256) // nobody is sent a file that is not the one that was approved
    const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
    const id = newId(Date.parse(at))
    const expiresAt = new Date(Date.parse(at) + settings.papers.linkDays * 86_400_000).toISOString()
    await putLink(trx, house.houseId, { id, paperId: paper.id, contactId, name: contact.name, email: contact.email, expiresAt, tokenHash: tokenHash(token), at }) // prettier-ignore
    if (paper.state === 'approved') {
      await stepPaper(house, writing, actor, paper, { to: 'out', verb: 'sendPaper' })
      const deal = (await findDeal(trx, house.houseId, paper.dealId))!
      if (deal.state === 'agreed') await stepDeal(house, writing, actor, deal, { to: 'contracted', verb: 'sendPaper', detail: { paper: paper.id } }) // prettier-ignore
    } else await notePaper(house, writing, actor, paper, 'sendPaper', { link: id })
    const url = `${house.origin}/${paper.locale}/sign/${token}`
    const reference = paperReference(paper)
    const letter = await wordLetter(house, trx, 'sign-paper', paper.locale, {
      to: contact.name,
      house: settings.name,
      paper: `${paperWords[paper.locale].kind[paper.kind]} ${reference}`,
      reference,
      expires: formatDay(paper.locale, expiresAt.slice(0, 10)),
      message,
      link: url,
    })
    await oweLetter(house, trx, {
      kind: 'sign-paper',
      locale: paper.locale,
      about: 'Paper',
      aboutId: id,
      to: contact.email,
      ...letter,
      at,
    })
    return { ...(await paperView(house, trx, actor, (await findPaper(trx, house.houseId, paper.id))!)), url }
  })
}
