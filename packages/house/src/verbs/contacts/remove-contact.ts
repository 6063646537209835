import { deleteContact } from '@vitrine/store/contacts/contacts'
import { pointersTo } from '@vitrine/store/contacts/pointers'
import { holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes back a person who was added by mistake: nothing may point to them. */
export async function removeContact(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  authorise(actor, 'removeContact')
  await write(house, actor, async (writing) => {
    await holdContact(house, writing.trx, args.id)
    const by = await pointersTo(writing.trx, house.houseId, 'contact', args.id)
    if (by.length > 0) throw new HouseError('still-needed', { by })
    await deleteContact(writing.trx, house.houseId, args.id)
    writing.audit({ verb: 'removeContact', subject: 'Contact', subjectId: args.id })
  })
}
