import { deleteCompany } from '@vitrine/store/contacts/companies'
import { pointersTo } from '@vitrine/store/contacts/pointers'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes back a company that was added by mistake: nothing may point to it. */
export async function removeCompany(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  authorise(actor, 'removeCompany')
  await write(house, actor, async (writing) => {
    await holdCompany(house, writing.trx, args.id)
    const by = await pointersTo(writing.trx, house.houseId, 'company', args.id)
    if (by.length > 0) throw new HouseError('still-needed', { by })
    await deleteCompany(writing.trx, house.houseId, args.id)
    writing.audit({ verb: 'removeCompany', subject: 'Company', subjectId: args.id })
  })
}
