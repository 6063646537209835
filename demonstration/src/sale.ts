/** How an invented sale is written down: what most of them have in common is said once. */
import type { DemonstrationDeal } from '@vitrine/house/contract'

type Line = DemonstrationDeal['lines'][number]

/** Who sees to them (seats.ts). */
export const MAREK = 'marek@vitrine.example'
export const SAMIR = 'samir@vitrine.example'

/** A film's rights for three years, from two months on, not exclusive. */
export const line = (film: string, territory: string, media: string, price: number, more: Partial<Line> = {}): Line => ({ film, territory, media, price, exclusive: false, runs: null, fromInDays: 60, months: 36, ...more }) // prettier-ignore
/** A sale in euros that begins today and is nobody's. */
export const deal = (company: string, state: DemonstrationDeal['state'], lines: readonly Line[], more: Partial<DemonstrationDeal> = {}): DemonstrationDeal => ({ company, currency: 'EUR', state, lines, standsDays: 30, package: false, likelihood: null, closesInDays: null, daysAgo: 0, agent: null, ...more }) // prettier-ignore
