import { findKey, revokeKeyRow } from '@vitrine/store/keys/keys'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { write } from '../../write.ts'

/** Stops a key for good. One's own; an owner anybody's. Another's key is not found. */
export async function revokeKey(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  authoriseEver(actor, 'revokeKey')
  await write(house, actor, async (writing) => {
    const key = await findKey(writing.trx, house.houseId, args.id)
    if (!key || !can(actor, 'revokeKey', { ownerId: key.userId })) throw new HouseError('not-found', { subject: 'Key' })
    if (key.revokedAt !== null) return
    await revokeKeyRow(writing.trx, house.houseId, key.id, writing.at)
    writing.audit({ verb: 'revokeKey', subject: 'Key', subjectId: key.id })
  })
}
