/** Markets as an address asks for them: `?q=…&kind=…&from=…&to=…`. */
import { MARKET_KINDS } from '@vitrine/house/contract/contacts'

/** Days that are none are left out: a page shows its list all the same. */
export function askedMarkets(url: URL) {
  const day = (name: string) => {
    const text = url.searchParams.get(name) ?? ''
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? { [name]: text } : {}
  }
  const text = (url.searchParams.get('q') ?? '').slice(0, 200)
  const kind = MARKET_KINDS.find((one) => one === url.searchParams.get('kind'))
  return { ...(text === '' ? {} : { text }), ...(kind === undefined ? {} : { kind }), ...day('from'), ...day('to') } as {
    text?: string
    kind?: (typeof MARKET_KINDS)[number]
    from?: string
    to?: string
  }
}
