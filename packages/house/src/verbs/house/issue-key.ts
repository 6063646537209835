import { insertKey } from '@vitrine/store/keys/keys'
import { z } from 'zod'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, ApiKey, Scope } from '../../contract.ts'
import { SCOPES } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { newId, newToken } from '../../ids.ts'
import { OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toApiKey } from './list-keys.ts'

const NewKey = z.object({ name: OneLine, scopes: z.array(z.enum(SCOPES)).min(1) })

/** A key with which a program acts as the actor, within its scopes. The secret is in the answer and nowhere else. */
export async function issueKey(
  house: HouseContext,
  actor: Actor,
  args: { name: string; scopes: Scope[] },
): Promise<{ key: ApiKey; secret: string }> {
  authorise(actor, 'issueKey')
  const { name, scopes } = parse(NewKey, args)
  const { userId } = actor
  if (userId === null) throw new HouseError('not-allowed', { verb: 'issueKey' }) // a key acts for a member, and the system is none
  const secret = `vit_${newToken()}${newToken()}`
  return write(house, actor, async (writing) => {
    const row = {
      id: newId(house.now().getTime()),
      userId,
      name,
      scopes: [...new Set(scopes)],
      prefix: secret.slice(0, 10),
      createdAt: writing.at,
      lastUsedAt: null,
      revokedAt: null,
    }
    await insertKey(writing.trx, house.houseId, { ...row, secretHash: sha256(secret) })
    writing.audit({ verb: 'issueKey', subject: 'Key', subjectId: row.id, detail: { name, scopes: row.scopes } })
    return { key: toApiKey(row), secret }
  })
}
