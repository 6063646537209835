/** What the address of the requests asks for. */
import { REQUEST_STATES, type RequestState } from '@vitrine/deals/states/machines'
import type { Actor } from '@vitrine/house'

export interface RequestFilter {
  state?: RequestState | 'waiting'
  ownerId?: string
  text: string
}

/** Those that wait, unless another state or all are asked for. */
export function requestFilter(url: URL, actor: Actor): RequestFilter {
  const asked = url.searchParams.get('state')
  const state = asked === 'all' ? undefined : (REQUEST_STATES.find((one) => one === asked) ?? ('waiting' as const))
  const owner = url.searchParams.get('owner')
  const ownerId = owner === 'mine' ? actor.userId : owner === 'none' ? 'none' : null
  return {
    ...(state === undefined ? {} : { state }),
    ...(ownerId === null ? {} : { ownerId }),
    text: (url.searchParams.get('q') ?? '').slice(0, 200),
  }
}
