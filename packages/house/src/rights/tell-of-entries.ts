import type { EntryPut } from '@vitrine/store/rights/put-entries'
import { queueEvents } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../context.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'

const EVENT = 'availability.changed'

/** Programs that want to know hear of each entry that has changed. */
export async function tellOfEntries(
  house: Pick<HouseContext, 'houseId'>,
  { trx, at, changeSeq: change }: Writing,
  entries: readonly Pick<EntryPut, 'id' | 'titleId' | 'version' | 'terms' | 'status'>[],
): Promise<void> {
  const events = entries.map(({ id: entryId, titleId, version, terms: { kind }, status }) => ({
    id: newId(Date.parse(at)),
    name: EVENT,
    body: { event: EVENT, titleId, entryId, version, kind, status, change, at },
    at,
  }))
  await queueEvents(trx, house.houseId, events)
}
