import { findLetter, retryLetterRow } from '@vitrine/store/letters/letters'
import { findAddress } from '@vitrine/store/mail/addresses'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterFate } from '../../contract/letters.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Tries a letter again now. One whose words are forgotten, or whose address is marked, is not: `wrong-state`. */
export async function retryLetter(house: HouseContext, actor: Actor, args: { id: string }): Promise<LetterFate> {
  authorise(actor, 'retryLetter')
  const id = parse(Id, args.id)
  return write(house, actor, async ({ trx, at, audit }) => {
    const letter = await findLetter(trx, house.houseId, id)
    if (letter === null) throw new HouseError('not-found', { subject: 'Letter' })
    const address = await findAddress(trx, house.houseId, letter.to)
    if (!letter.kept || letter.state === 'sent' || address?.state === 'bounced')
      throw new HouseError('wrong-state', { subject: 'Letter', state: letter.state, asked: 'tried again' })
    await retryLetterRow(trx, house.houseId, id, at)
    audit({ verb: 'retryLetter', subject: 'Letter', subjectId: id })
    return (await findLetter(trx, house.houseId, id))!
  })
}
