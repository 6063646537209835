/** What is shown of a webhook, and which addresses one may have. */
import type { Asker } from '@vitrine/store/asker'
import { listWebhookRows, type WebhookRow } from '@vitrine/store/rights/webhooks'
import { z } from 'zod'
import type { WebhookView } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { parse } from '../input.ts'

/** Only web addresses, without a name and password in them: those would stand in every log on the way. */
const Address = z.url({ protocol: /^https?$/ }).max(2_000).refine((url) => !/^https?:\/\/[^/]*@/i.test(url), 'Without user name and password') // prettier-ignore

/** A web address that may be told of changes. @throws HouseError `invalid-input` */
export const webhookUrl = (url: string): string => parse(Address, url)

/** Every webhook, the ended ones too, without their secrets; an old secret that signs no more is not spoken of. */
export async function webhookViews(db: Asker, houseId: string, now: string): Promise<WebhookView[]> {
  return (await listWebhookRows(db, houseId)).map((row) => viewOf(row, now))
}

/** One webhook. @throws HouseError `not-found` */
export async function webhookView(db: Asker, houseId: string, id: string, now: string): Promise<WebhookView> {
  const found = (await webhookViews(db, houseId, now)).find((view) => view.id === id)
  if (found === undefined) throw new HouseError('not-found', { subject: 'Webhook' })
  return found
}

function viewOf({ secret: _secret, ...row }: WebhookRow, now: string): WebhookView {
  return row.oldSecretUntil !== null && row.oldSecretUntil <= now ? { ...row, oldSecretUntil: null } : row
}
