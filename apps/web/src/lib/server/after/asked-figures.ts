/** What the address of the figures asks for; what is no day is left out. */
import type { Figures } from '@vitrine/house'

const day = (text: string | null): string | undefined => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined)

export function askedFigures(url: URL): { from?: string; to?: string; by: Figures['by'] } {
  const by = (['month', 'quarter', 'year'] as const).find((each) => each === url.searchParams.get('by')) ?? 'month'
  const [from, to] = [day(url.searchParams.get('from')), day(url.searchParams.get('to'))]
  return { by, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
