import { heldAbout, rowsOfPerson } from '@vitrine/store/contacts/person'
import { tracesNaming } from '@vitrine/store/reels/traces'
import { contactView } from '../../contacts/contact-fields.ts'
import { personIs } from '../../contacts/person.ts'
import { holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Everything that the house holds about one person (GDPR, article 15): themselves, what was written of them, asked by them and sent to them. */
export async function exportPerson(house: HouseContext, actor: Actor, args: { id: string }): Promise<TakenAway> {
  authorise(actor, 'exportPerson')
  // it is noted in the trail that somebody took this away
  const value = await write(house, actor, async (writing) => {
    const contact = await holdContact(house, writing.trx, args.id)
    const is = personIs(await rowsOfPerson(writing.trx, house.houseId, contact.id))
    writing.audit({ verb: 'exportPerson', subject: 'Contact', subjectId: contact.id })
    const held = await heldAbout(writing.trx, house.houseId, is)
    const traces = await tracesNaming(writing.trx, house.houseId, held.viewings.map(({ id }) => id)) // prettier-ignore
    return {
      writtenAt: writing.at,
      contact: contactView(contact),
      alsoKnownAs: is.names.slice(1),
      otherAddresses: is.emails.filter((email) => email.toLowerCase() !== contact.email?.toLowerCase()),
      ...held,
      traces,
    }
  })
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
    fileName: `person-${args.id}.json`,
    mediaType: 'application/json',
  }
}
