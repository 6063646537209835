import { findKeyBySecret, touchKey } from '@vitrine/store/keys/keys'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Role, Scope } from '../../contract.ts'
import { noteInPassing } from '../../note-in-passing.ts'

/** Who a key's secret speaks for; null when it is unknown, revoked, or its owner is shut out. */
export async function actorForKey(house: HouseContext, secret: string): Promise<Actor | null> {
  if (!/^vit_[A-Za-z0-9_-]{20,100}$/.test(secret)) return null
  const key = await findKeyBySecret(house.db, house.houseId, sha256(secret))
  if (!key) return null
  await noteInPassing(touchKey(house.db, house.houseId, key.id, house.now().toISOString()))
  return {
    kind: 'key',
    userId: key.userId,
    name: `${key.memberName} (${key.name})`,
    role: key.role as Role,
    scopes: key.scopes as Scope[],
  }
}
