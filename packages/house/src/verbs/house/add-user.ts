import { findMember, findMemberByEmail, putMember, signInUserFor } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseUser, Role } from '../../contract.ts'
import { ROLES } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Email, OneLine, parse } from '../../input.ts'
import { welcomeMember } from '../../letters/welcome-member.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toHouseUser } from './list-users.ts'

const NewUser = z.object({ name: OneLine, email: Email, role: z.enum(ROLES) })

/**
 * Lets a person in. They sign in with a link sent to the address; a person who signs in at another house here keeps one sign-in.
 * Whoever lets them in has them told by a letter; the house itself (its first start, its command line) hands out links of its own.
 */
export async function addUser(
  house: HouseContext,
  actor: Actor,
  args: { name: string; email: string; role: Role },
): Promise<HouseUser> {
  authorise(actor, 'addUser')
  const user = parse(NewUser, { ...args, email: args.email.trim().toLowerCase() })
  return write(house, actor, async (writing) => {
    if (await findMemberByEmail(writing.trx, house.houseId, user.email)) throw new HouseError('user-exists')
    const id = await signInUserFor(writing.trx, {
      newId: newId(house.now().getTime()),
      name: user.name,
      email: user.email,
      at: writing.at,
    })
    if (await findMember(writing.trx, house.houseId, id)) throw new HouseError('user-exists')
    const row = {
      id,
      ...user,
      disabled: false,
      createdAt: writing.at,
      lastSeenAt: null,
      locale: null,
      companyId: null,
      companyRole: null,
    }
    await putMember(writing.trx, house.houseId, row)
    if (actor.role !== 'system') await welcomeMember(house, writing, actor, row)
    writing.audit({ verb: 'addUser', subject: 'Member', subjectId: id, detail: { role: user.role } })
    return toHouseUser(row)
  })
}
