import type { Locale } from '@vitrine/messages'
import { LOCALES } from '@vitrine/messages'
import { insertScreenerRequest } from '@vitrine/store/screeners/screener-requests'
import { findTitle } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { titleFacts } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

const Request = z.object({
  titleId: Id.nullable(),
  name: OneLine,
  email: Email,
  company: OneLine.nullable(),
  message: z.string().max(4000).nullable(),
  locale: z.enum(LOCALES),
})

/** Somebody asks to see a film, or writes to the house (`titleId` null). */
export async function requestScreener(
  house: HouseContext,
  actor: Actor,
  args: { titleId: string | null; name: string; email: string; company: string | null; message: string | null; locale: Locale },
): Promise<{ id: string }> {
  authorise(actor, 'requestScreener')
  const request = parse(Request, args)
  return write(house, actor, async (writing) => {
    if (request.titleId !== null) {
      const title = await findTitle(writing.trx, house.houseId, request.titleId)
      if (!title || !can({ ...actor, scopes: null }, 'describeTitle', await titleFacts(house, writing.trx, actor, title)))
        throw new HouseError('not-found', { subject: 'Title' })
    }
    const id = newId(house.now().getTime())
    await insertScreenerRequest(writing.trx, house.houseId, {
      ...request,
      id,
      state: 'open',
      userId: actor.userId,
      at: writing.at,
    })
    writing.audit({ verb: 'requestScreener', subject: 'ScreenerRequest', subjectId: id, detail: { titleId: request.titleId } })
    return { id }
  })
}
