import type { BrowseRequest } from '@vitrine/house'
import { TITLE_STATUSES } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'

/** The desk's list as its address says it: `?q=water&status=draft&cursor=…`. */
export function deskRequest(url: URL, locale: Locale): BrowseRequest {
  const text = (url.searchParams.get('q') ?? '').slice(0, 200)
  const status = TITLE_STATUSES.filter((each) => url.searchParams.getAll('status').includes(each))
  return {
    locale,
    limit: 100,
    cursor: url.searchParams.get('cursor'),
    sort: text.trim() === '' ? 'updated' : 'relevance',
    ...(text.trim() === '' ? {} : { text }),
    ...(status.length === 0 ? {} : { facets: { status } }),
  }
}
