import { findAddress, markAddress } from '@vitrine/store/mail/addresses'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AddressView } from '../../contract/letters.ts'
import { HouseError } from '../../errors.ts'
import { Email, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** What is known of an address; of one that was never met, nothing: it takes mail. */
export async function viewMailAddress(house: HouseContext, actor: Actor, args: { email: string }): Promise<AddressView> {
  authorise(actor, 'viewMailAddress')
  const email = parse(Email, args.email)
  const known = await findAddress(house.db, house.houseId, email)
  return { email, state: known?.state ?? 'ok', why: known?.why ?? null, since: known?.since ?? null }
}

/** A bounced address takes mail again. What its owner has ended, only its owner takes back: `wrong-state`. */
export async function clearMailAddress(house: HouseContext, actor: Actor, args: { email: string }): Promise<AddressView> {
  authorise(actor, 'clearMailAddress')
  const email = parse(Email, args.email)
  await write(house, actor, async ({ trx, at, audit }) => {
    const known = await findAddress(trx, house.houseId, email)
    if (known?.state !== 'bounced')
      throw new HouseError('wrong-state', { subject: 'Letter', state: known?.state ?? 'ok', asked: 'cleared' })
    await markAddress(trx, house.houseId, { ...known, state: 'ok', why: null, at })
    audit({ verb: 'clearMailAddress', subject: 'Letter', subjectId: null })
  })
  return viewMailAddress(house, actor, { email })
}
