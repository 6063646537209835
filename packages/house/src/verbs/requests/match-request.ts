import { changeRequestRow } from '@vitrine/store/deals/requests'
import { z } from 'zod'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdRequest, requestView } from '../../requests/request-view.ts'
import { write } from '../../write.ts'
import { holdContactOf } from '../deals/open-deal.ts'

const Match = z.object({ companyId: Id.nullable(), contactId: Id.nullable().optional() })

/** Says from which company a request comes, and from whom there; or that nobody knows. */
export async function matchRequest(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['matchRequest']>[1],
): Promise<RequestView> {
  authorise(actor, 'matchRequest')
  const { companyId, contactId = null } = parse(Match, { companyId: args.companyId, contactId: args.contactId })
  return write(house, actor, async (writing) => {
    const request = await holdRequest(house, writing.trx, args.id)
    if (companyId !== null) await holdCompany(house, writing.trx, companyId)
    const contact = companyId === null ? null : await holdContactOf(house, writing.trx, contactId, companyId)
    await changeRequestRow(writing.trx, house.houseId, request.id, { ...request, companyId, contactId: contact?.id ?? null, at: writing.at }) // prettier-ignore
    writing.audit({ verb: 'matchRequest', subject: 'Request', subjectId: request.id, detail: { companyId } })
    return requestView(house, writing.trx, request.id, args.reader)
  })
}
