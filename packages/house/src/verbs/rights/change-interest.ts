import { putInterest } from '@vitrine/store/users/interests'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { Interest } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const Kept = z.strictObject({ territory: z.string().trim().max(1_000), media: z.string().trim().max(1_000) })

/** Keeps the asker's own territories and media; what the trade's language does not know is refused by field. */
export async function changeInterest(house: HouseContext, actor: Actor, args: Interest): Promise<void> {
  authorise(actor, 'changeInterest')
  const interest = parse(Kept, args)
  const { userId } = actor
  if (userId === null) throw new HouseError('not-allowed', { verb: 'changeInterest', role: actor.role })
  readQuestionOf({
    ...(interest.territory === '' ? {} : { territory: interest.territory }),
    ...(interest.media === '' ? {} : { media: interest.media }),
    from: house.now().toISOString().slice(0, 10),
    to: null,
    exclusive: false,
  })
  await write(house, actor, async (writing) => {
    await putInterest(writing.trx, house.houseId, userId, interest, writing.at)
    writing.audit({ verb: 'changeInterest', subject: 'Member', subjectId: userId })
  })
}
