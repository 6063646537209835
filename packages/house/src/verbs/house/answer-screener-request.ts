import { setScreenerRequestState } from '@vitrine/store/screeners/screener-requests'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, ScreenerRequest } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Notes that a request was answered, closed, or is open again. */
export async function answerScreenerRequest(
  house: HouseContext,
  actor: Actor,
  args: { id: string; state: ScreenerRequest['state'] },
): Promise<void> {
  authorise(actor, 'answerScreenerRequest')
  const state = parse(z.enum(['open', 'answered', 'closed']), args.state)
  await write(house, actor, async (writing) => {
    if (!(await setScreenerRequestState(writing.trx, house.houseId, args.id, state)))
      throw new HouseError('not-found', { subject: 'ScreenerRequest' })
    writing.audit({ verb: 'answerScreenerRequest', subject: 'ScreenerRequest', subjectId: args.id, detail: { state } })
  })
}
