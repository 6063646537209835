import { houseError } from '#lib/server/site.ts'

/**
 * A list from the place that its address names, and from its beginning where it has no such place: an old bookmark shows films all the same.
 *
 * @example
 * const result = await fromPlace((request) => house.browse(actor, request), { locale, cursor: url.searchParams.get('cursor') })
 */
export async function fromPlace<Request extends { cursor?: string | null }, Result>(
  ask: (request: Request) => Promise<Result>,
  request: Request,
): Promise<Result> {
  try {
    return await ask(request)
  } catch (thrown) {
    if (!request.cursor || houseError(thrown)?.code !== 'invalid-input') throw thrown
    return ask({ ...request, cursor: null })
  }
}
