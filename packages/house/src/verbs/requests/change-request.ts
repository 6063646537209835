import { correctRequestRow, type Guesses } from '@vitrine/store/deals/requests'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { readWishes, RequestText } from '../../requests/read-request.ts'
import { holdRequest, requestView } from '../../requests/request-view.ts'
import { write } from '../../write.ts'
import { holdFilms } from '../deals/open-deal.ts'

const Change = z.object({
  kind: RequestText.kind.optional(),
  titleIds: RequestText.titleIds.optional(),
  wishes: RequestText.wishes,
})

/** Says what a request asks for. What a person has said is no guess any more, also when they say the same. */
export async function changeRequest(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['changeRequest']>[1],
): Promise<RequestView> {
  authorise(actor, 'changeRequest')
  const change = parse(Change, args.change)
  const { kind, titleIds, wishes } = change
  const wished = wishes === undefined ? undefined : readWishes(house, wishes)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const request = await holdRequest(house, trx, args.id)
    const films = titleIds === undefined ? request.titleIds : (await holdFilms(house, trx, titleIds)).map(({ id }) => id)
    const left: Guesses = { ...request.guesses }
    if (kind !== undefined) delete left.kind
    if (titleIds !== undefined) delete left.titles
    if (wished !== undefined) delete left.wishes
    const guesses = Object.keys(left).length === 0 ? null : left
    await correctRequestRow(trx, house.houseId, request, { kind: kind ?? request.kind, titleIds: films, wishes: wished === undefined ? request.wishes : wished, guesses, at }) // prettier-ignore
    writing.audit({ verb: 'changeRequest', subject: 'Request', subjectId: request.id, detail: { changed: Object.keys(change) } })
    return requestView(house, trx, request.id, args.reader)
  })
}
