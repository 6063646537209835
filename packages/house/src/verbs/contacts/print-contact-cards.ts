import { countryName, formatDay, LOCALES } from '@vitrine/messages'
import { cataloguePaper } from '@vitrine/messages/catalogue-paper'
import { listMembers } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { printed, printedHouse } from '../../printing/printed.ts'
import { openMarket } from './open-market.ts'

const Asked = z.object({
  marketId: Id,
  userIds: z.array(Id).min(1).max(100).nullish(),
  perPerson: z.union([z.literal(1), z.literal(8)]),
  locale: z.enum(LOCALES),
  paper: z.enum(['a4', 'letter']),
  forPrinters: z.boolean().default(false),
})

/** Cards of the house's people for a market: those who are named, else its owners and sales people. */
export async function printContactCards(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['printContactCards']>[1],
): Promise<Uint8Array> {
  authorise(actor, 'printContactCards')
  const { marketId, userIds, perPerson, locale, paper, forPrinters } = parse(Asked, args)
  const { market } = await openMarket(house, actor, { id: marketId })
  const members = (await listMembers(house.db, house.houseId)).filter(({ role, disabled }) => !disabled && ['owner', 'rights', 'sales', 'editor'].includes(role)) // prettier-ignore
  const people = members.filter(({ id, role }) => (userIds ? userIds.includes(id) : role === 'owner' || role === 'sales'))
  if (people.length === 0) throw new HouseError('not-found', { subject: 'Member' })
  const words = cataloguePaper[locale]
  const where = [market.stand, market.city, market.country === null ? null : countryName(locale, market.country)]
  const input = {
    house: await printedHouse(house, locale),
    market: {
      name: market.name,
      where: where.filter((part) => part !== null).join(', ') || null,
      days: `${formatDay(locale, market.firstDay)} – ${formatDay(locale, market.lastDay)}`,
    },
    people: people.map(({ name, email, role }) => ({ name, email, role: role === 'owner' ? words.direction : role === 'sales' ? words.sales : null })), // prettier-ignore
    site: house.origin,
    perPerson,
    locale,
    paper,
    forPrinters,
  }
  return printed(house, (press) => press.printContactCards(input))
}
