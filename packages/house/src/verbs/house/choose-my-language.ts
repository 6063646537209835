import { LOCALES } from '@vitrine/messages'
import { findMember, setMemberLocale } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, House, HouseUser } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toHouseUser } from './list-users.ts'

const Choice = z.object({ locale: z.enum(LOCALES).nullable() })

/** In which language the asker is written to; null: in that of the house, whichever it is. */
export async function chooseMyLanguage(
  house: HouseContext,
  actor: Actor,
  args: Parameters<House['chooseMyLanguage']>[1],
): Promise<HouseUser> {
  authorise(actor, 'chooseMyLanguage')
  const { locale } = parse(Choice, args)
  return write(house, actor, async (writing) => {
    const before = actor.userId === null ? null : await findMember(writing.trx, house.houseId, actor.userId)
    if (before === null) throw new HouseError('not-found', { subject: 'Member' })
    if (locale !== before.locale) {
      await setMemberLocale(writing.trx, house.houseId, before.id, locale)
      writing.audit({ verb: 'chooseMyLanguage', subject: 'Member', subjectId: before.id, detail: { locale } })
    }
    return toHouseUser({ ...before, locale })
  })
}
