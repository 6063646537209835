import { keepPairApart } from '@vitrine/store/contacts/merges'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Two = z.object({ kind: z.enum(['company', 'contact']), oneId: Id, otherId: Id, apart: z.boolean() })

/** Says that two are two, so that they are no longer shown as probably one; or takes that back. */
export async function keepApart(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['keepApart']>[1],
): Promise<void> {
  authorise(actor, 'keepApart')
  const { kind, oneId, otherId, apart } = parse(Two, args)
  if (oneId === otherId) throw new HouseError('not-found', { subject: kind })
  const [one, other] = oneId < otherId ? [oneId, otherId] : [otherId, oneId]
  await write(house, actor, async (writing) => {
    await keepPairApart(writing.trx, house.houseId, kind, one, other, apart)
    writing.audit({ verb: 'keepApart', subject: kind === 'company' ? 'Company' : 'Contact', subjectId: one, detail: { other, apart } }) // prettier-ignore
  })
}
