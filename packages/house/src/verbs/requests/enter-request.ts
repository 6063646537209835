import { LOCALES } from '@vitrine/messages'
import { putRequest } from '@vitrine/store/deals/requests'
import { z } from 'zod'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { newId } from '../../ids.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { Message, readWishes, RequestText, senderOf } from '../../requests/read-request.ts'
import { requestView } from '../../requests/request-view.ts'
import { write } from '../../write.ts'
import { holdContactOf, holdFilms, holdOwner } from '../deals/open-deal.ts'

const ToEnter = z.object({
  ...RequestText,
  titleIds: RequestText.titleIds.optional(),
  name: OneLine,
  email: Email.nullable().optional(),
  companyName: OneLine.nullable().optional(),
  companyId: Id.nullable().optional(),
  contactId: Id.nullable().optional(),
  subject: OneLine.nullable().optional(),
  message: Message.optional(),
  locale: z.enum(LOCALES).optional(),
  ownerId: Id.nullable().optional(),
})

/** Somebody of the house writes down what they were asked, and sees to it unless they say who does. */
export async function enterRequest(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['enterRequest']>[1],
): Promise<RequestView> {
  authorise(actor, 'enterRequest')
  const { kind, titleIds = [], name, email = null, companyName = null, companyId, contactId = null, subject = null, message = null, locale = args.reader, ...rest } = parse(ToEnter, args.request) // prettier-ignore
  const wishes = readWishes(house, rest.wishes)
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const films = (await holdFilms(house, trx, titleIds)).map((film) => film.id)
    const ownerId = rest.ownerId === undefined ? actor.userId : rest.ownerId
    await holdOwner(house, trx, ownerId)
    const known = companyId === undefined || companyId === null
      ? await senderOf(house, trx, email)
      : { companyId: (await holdCompany(house, trx, companyId)).id, contactId: (await holdContactOf(house, trx, contactId, companyId))?.id ?? null } // prettier-ignore
    const id = newId(Date.parse(writing.at))
    const state = ownerId === null ? 'new' : 'taken'
    await putRequest(trx, house.houseId, { id, kind, channel: 'entered', state, titleIds: films, wishes, name, email, companyName, ...known, subject, message, locale, userId: actor.userId, ownerId, at: writing.at }) // prettier-ignore
    writing.audit({ verb: 'enterRequest', subject: 'Request', subjectId: id, detail: { kind, titleIds: films } })
    return requestView(house, trx, id, args.reader)
  })
}
