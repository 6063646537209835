import { findLetter, noteFate } from '@vitrine/store/letters/letters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterFate } from '../../contract/letters.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Gives up a letter that waits. Its words are kept for a while, so that this can be undone by trying it again. */
export async function giveUpLetter(house: HouseContext, actor: Actor, args: { id: string }): Promise<LetterFate> {
  authorise(actor, 'giveUpLetter')
  const id = parse(Id, args.id)
  return write(house, actor, async ({ trx, at, audit }) => {
    const letter = await findLetter(trx, house.houseId, id)
    if (letter === null) throw new HouseError('not-found', { subject: 'Letter' })
    if (letter.state !== 'waiting')
      throw new HouseError('wrong-state', { subject: 'Letter', state: letter.state, asked: 'given up' })
    await noteFate(trx, house.houseId, id, { state: 'given-up', status: 'by-hand', dueAt: null, at, keep: true })
    audit({ verb: 'giveUpLetter', subject: 'Letter', subjectId: id })
    return (await findLetter(trx, house.houseId, id))!
  })
}
