import { found } from '../../browse/found.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, BrowseRequest, BrowseResult } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The public catalogue: found by words and facets, with counts, page by page. */
export async function browse(house: HouseContext, actor: Actor, args: BrowseRequest): Promise<BrowseResult> {
  authorise(actor, 'browse')
  const { status: _everythingHereIsPublished, ...facets } = args.facets ?? {}
  const result = await found(house, { ...args, facets }, ['published'])
  return { ...result, facets: result.facets.filter(({ facet }) => facet !== 'status') }
}
