import { countMail, refusedMail } from '@vitrine/store/mail/mail-in'
import { mailPlaces } from '@vitrine/store/mail/places'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { Inbox } from '../../contract/inbox.ts'
import { authorise } from '../../policies/authorise.ts'

const LATELY = 30 * 86_400_000
const MOST_REFUSED = 5

/** How the mailbox is met, and what came of it lately. */
export async function viewInbox(house: HouseContext, actor: Actor): Promise<Inbox> {
  authorise(actor, 'viewInbox')
  const since = new Date(house.now().getTime() - LATELY).toISOString()
  const [places, counts, refused] = await Promise.all([
    mailPlaces(house.db, house.houseId),
    countMail(house.db, house.houseId, since),
    refusedMail(house.db, house.houseId, since, MOST_REFUSED),
  ])
  return {
    place: places.find(({ place }) => place === 'inbox') ?? null,
    counts,
    refused: refused.map(({ subject: name, why, at }) => ({ name, why: why ?? '', at })),
  }
}
