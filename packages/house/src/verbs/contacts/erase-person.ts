import { eraseAbout, rowsOfPerson } from '@vitrine/store/contacts/person'
import { z } from 'zod'
import { personIs } from '../../contacts/person.ts'
import { holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Asked = z.object({ id: Id, revision: Revision })

/** Erases a person (GDPR, article 17). The trail says that it was done and when, not to whom: their id leads to an empty row. */
export async function erasePerson(house: HouseContext, actor: Actor, args: { id: string; revision: number }): Promise<void> {
  authorise(actor, 'erasePerson')
  const { id, revision } = parse(Asked, args)
  await write(house, actor, async (writing) => {
    const contact = await holdContact(house, writing.trx, id)
    if (contact.revision !== revision) throw new HouseError('revision-changed', { revision: contact.revision })
    await eraseAbout(writing.trx, house.houseId, personIs(await rowsOfPerson(writing.trx, house.houseId, id)), writing.at)
    writing.audit({ verb: 'erasePerson', subject: 'Contact', subjectId: id })
  })
}
