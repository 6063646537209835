import { putWebhook } from '@vitrine/store/rights/webhooks'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { newId, newToken } from '../../ids.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Only web addresses, without a name and password in them: those would stand in every log on the way. */
const Address = z.url({ protocol: /^https?$/ }).max(2_000).refine((url) => !/^https?:\/\/[^/]*@/i.test(url), 'Without user name and password') // prettier-ignore

/** Tells a program of changes from now on. The secret that signs what it is told is shown once. */
export async function addWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['addWebhook']>[1],
): ReturnType<RightsVerbs['addWebhook']> {
  authorise(actor, 'addWebhook')
  const url = parse(Address, args.url)
  const secret = newToken()
  return write(house, actor, async (writing) => {
    const id = newId(Date.parse(writing.at))
    await putWebhook(writing.trx, house.houseId, { id, url, secret, at: writing.at, by: actor.name })
    writing.audit({ verb: 'addWebhook', subject: 'Webhook', subjectId: id, detail: { host: new URL(url).host } })
    return {
      webhook: { id, url, createdAt: writing.at, createdBy: actor.name, disabledAt: null, waiting: 0, lastStatus: null },
      secret,
    }
  })
}
