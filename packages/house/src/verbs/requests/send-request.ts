import { LOCALES } from '@vitrine/messages'
import { putRequest } from '@vitrine/store/deals/requests'
import { findTitle } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestToSend } from '../../contract/deals.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Email, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { Message, readWishes, RequestText, senderOf } from '../../requests/read-request.ts'
import { titleFacts } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

const ToSend = z.object({ ...RequestText, name: OneLine, email: Email, company: OneLine.nullable(), message: Message, locale: z.enum(LOCALES) }) // prettier-ignore

/** Somebody asks to see films, for terms, or writes to the house. */
export async function sendRequest(house: HouseContext, actor: Actor, args: RequestToSend): Promise<{ id: string }> {
  authorise(actor, 'sendRequest')
  const { kind, titleIds, name, email, company, message, locale, ...rest } = parse(ToSend, args)
  const wishes = readWishes(house, rest.wishes)
  return write(house, actor, async (writing) => {
    const films = [...new Set(titleIds)]
    for (const id of films) {
      const title = await findTitle(writing.trx, house.houseId, id)
      if (!title || !can({ ...actor, scopes: null }, 'describeTitle', await titleFacts(house, writing.trx, actor, title)))
        throw new HouseError('not-found', { subject: 'Title' })
    }
    const id = newId(Date.parse(writing.at))
    const sender = await senderOf(house, writing.trx, email)
    await putRequest(writing.trx, house.houseId, { id, kind, channel: 'site', state: 'new', titleIds: films, wishes, name, email, companyName: company, ...sender, subject: null, message, locale, userId: actor.userId, ownerId: null, at: writing.at }) // prettier-ignore
    writing.audit({ verb: 'sendRequest', subject: 'Request', subjectId: id, detail: { kind, titleIds: films } })
    return { id }
  })
}
