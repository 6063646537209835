/** The entries that an address asks for. */
import { type Actor, type EntrySummary, type Page } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { ENTRY_STATUSES } from '@vitrine/rights/book/entry'
import { ENTRY_KINDS } from '@vitrine/rights/book/line'
import { answer, site } from '#lib/server/site.ts'

const ROWS = 100

export interface AskedEntries {
  text: string
  kind: string
  status: string
  titleId: string
}

export function askedEntries(url: URL): AskedEntries {
  const get = (name: string, most = 64) => (url.searchParams.get(name) ?? '').slice(0, most)
  return { text: get('q', 200), kind: get('kind'), status: get('status'), titleId: get('title') }
}

export function listedEntries(actor: Actor, url: URL, locale: Locale): Promise<Page<EntrySummary>> {
  const asked = askedEntries(url)
  const kind = ENTRY_KINDS.find((one) => one === asked.kind)
  const status = ENTRY_STATUSES.find((one) => one === asked.status)
  return answer(
    site().house.listEntries(actor, {
      locale,
      limit: ROWS,
      cursor: url.searchParams.get('cursor'),
      ...(asked.text.trim() === '' ? {} : { text: asked.text }),
      ...(kind === undefined ? {} : { kind }),
      ...(status === undefined ? {} : { status }),
      ...(asked.titleId === '' ? {} : { titleId: asked.titleId }),
    }),
  )
}
