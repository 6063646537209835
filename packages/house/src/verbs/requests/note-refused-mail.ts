import { MAIL_FAULTS } from '@vitrine/messages/inbox'
import { putMail, sameMail } from '@vitrine/store/mail/mail-in'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { InboxVerbs } from '../../contract/inbox.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Refused = z.object({ name: z.string().max(300), why: z.enum(MAIL_FAULTS), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Notes that a message was not read, so that somebody looks at it. Its words are not kept. */
export async function noteRefusedMail(
  house: HouseContext,
  actor: Actor,
  args: Parameters<InboxVerbs['noteRefusedMail']>[1],
): Promise<void> {
  authorise(actor, 'noteRefusedMail')
  const { name, why, hash } = parse(Refused, args)
  await write(house, actor, async ({ trx, at, audit }) => {
    if ((await sameMail(trx, house.houseId, null, hash)) !== null) return
    const id = newId(Date.parse(at))
    await putMail(trx, house.houseId, { id, was: 'refused', why, messageId: null, hash, fromName: '', fromEmail: null, subject: name, text: null, attachments: [], writtenAt: null, letterId: null, requestId: null, dealId: null, at }) // prettier-ignore
    audit({ verb: 'noteRefusedMail', subject: 'Request', subjectId: null, detail: { mailId: id, why } })
  })
}
