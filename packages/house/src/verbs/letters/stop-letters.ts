import { addressOfToken, type MailAddress, markAddress } from '@vitrine/store/mail/addresses'
import { readSettings } from '@vitrine/store/settings/settings'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

async function reach(house: HouseContext, db: Asker, token: string): Promise<MailAddress> {
  const address = await addressOfToken(db, house.houseId, parse(Id, token))
  if (address === null) throw new HouseError('not-found', { subject: 'Letter' })
  return address
}

/** "a…@buyers.example": enough for its owner, not for whoever finds the link. */
const halfHidden = (email: string): string => email.replace(/^(.)[^@]*/, '$1…')

/** What a link at the foot of a letter leads to. */
export async function viewStop(
  house: HouseContext,
  actor: Actor,
  args: { token: string },
): Promise<{ email: string; stopped: boolean; house: string }> {
  authorise(actor, 'viewStop')
  const { email, state } = await reach(house, house.db, args.token)
  const { name } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  return { email: halfHidden(email), stopped: state === 'unsubscribed', house: name }
}

/** Ends letters beyond business for the address of a link, or has them sent again. An address that takes no mail stays marked. */
export async function stopLetters(house: HouseContext, actor: Actor, args: { token: string; again?: boolean }): Promise<void> {
  authorise(actor, 'stopLetters')
  const [from, to] = args.again === true ? (['unsubscribed', 'ok'] as const) : (['ok', 'unsubscribed'] as const)
  await write(house, actor, async ({ trx, at, audit }) => {
    const address = await reach(house, trx, args.token)
    if (address.state !== from) return
    await markAddress(trx, house.houseId, { ...address, state: to, why: null, at })
    audit({ verb: 'stopLetters', subject: 'Letter', subjectId: null, detail: { stopped: to === 'unsubscribed' } })
  })
}
