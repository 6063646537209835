import { type KeyRow, listKeyRows } from '@vitrine/store/keys/keys'
import type { HouseContext } from '../../context.ts'
import type { Actor, ApiKey, Scope } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The actor's keys; an owner sees everybody's. */
export async function listKeys(house: HouseContext, actor: Actor): Promise<ApiKey[]> {
  authorise(actor, 'listKeys')
  const everybody = actor.role === 'owner' || actor.role === 'system'
  return (await listKeyRows(house.db, house.houseId, everybody ? null : (actor.userId ?? ''))).map(toApiKey)
}

/** A row as the contract shows it: never the secret, nor its hash. */
export function toApiKey(row: KeyRow): ApiKey {
  const { id, name, scopes, prefix, createdAt, lastUsedAt, revokedAt } = row
  return { id, name, scopes: scopes as Scope[], prefix, createdAt, lastUsedAt, revokedAt }
}
