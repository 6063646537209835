import { mayStep } from '@vitrine/deals/states/machine'
import { REQUEST, REQUEST_STATES } from '@vitrine/deals/states/machines'
import { changeRequestRow } from '@vitrine/store/deals/requests'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdRequest, requestView } from '../../requests/request-view.ts'
import { write } from '../../write.ts'
import { holdOwner } from '../deals/open-deal.ts'

const State = z.enum(REQUEST_STATES)
const Step = z.object({ from: State, state: State, ownerId: Id.nullable().optional() })

/** Takes a request (it is then the taker's, unless they say whose), answers it, closes it, or puts it back among the new ones. */
export async function stepRequest(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['stepRequest']>[1],
): Promise<RequestView> {
  authorise(actor, 'stepRequest')
  const { from, state, ownerId } = parse(Step, { from: args.from, state: args.state, ownerId: args.ownerId })
  return write(house, actor, async (writing) => {
    const request = await holdRequest(house, writing.trx, args.id)
    if (request.state !== from || !mayStep(REQUEST, from, state)) throw new HouseError('wrong-state', { subject: 'Request', state: request.state }) // prettier-ignore
    const owner = ownerId === undefined ? (state === 'new' ? null : (request.ownerId ?? actor.userId)) : ownerId
    await holdOwner(house, writing.trx, owner)
    await changeRequestRow(writing.trx, house.houseId, request.id, { ...request, state, ownerId: owner, at: writing.at })
    writing.audit({ verb: 'stepRequest', subject: 'Request', subjectId: request.id, detail: { from, to: state } })
    return requestView(house, writing.trx, request.id, args.reader)
  })
}
