/**
 * What the demonstration house is selling at this moment: requests that wait, and a sale in every state, each invented. Days
 * are counted from the day on which the house is made, so that it is always busy.
 */
import type { DemonstrationDeal, DemonstrationRequest } from '@vitrine/house/contract'
import { pastSales } from './past-sales.ts'
import { deal, line, MAREK, SAMIR } from './sale.ts'

export const requests: readonly DemonstrationRequest[] = [
  {
    kind: 'terms',
    films: ['the-well-keepers'],
    person: { name: 'Jagoda Wilk', email: 'jagoda.wilk@wisla-dokument.example', company: 'Wisła Dokument' },
    message: 'For our history slot, three years from the new year. Two runs would do.',
    wishes: { territory: 'Poland', media: 'free tv', exclusive: true, months: 36 },
  },
  {
    kind: 'screener',
    films: ['landing-station', 'reel-eleven'],
    person: { name: 'Solveig Aune', email: 'solveig@fjordflix.example', company: 'Fjordflix' },
    message: 'May we see both before Thursday’s meeting?',
    wishes: null,
  },
  {
    kind: 'other',
    films: [],
    person: { name: 'Teodora Lis', email: 'teodora@smallscreen.example', company: 'Small Screen Society' },
    message: 'We are a film club of sixty. What do you ask for a single evening?',
    wishes: null,
  },
]

/** What came of nearly two years, the oldest first, and what is in hand today. */
export const deals: readonly DemonstrationDeal[] = [
  ...pastSales,
  deal('Edo Documentary Channel', 'open', [line('the-tree-ring-court', 'Japan', 'free tv', 9_000)], {
    likelihood: 20,
    closesInDays: 130,
    agent: SAMIR,
  }),
  deal('StreamPorch', 'drafted', [line('brittle-season', 'United Kingdom, Ireland', 'avod, fast', 4_000), line('storni', 'United Kingdom, Ireland', 'avod, fast', 2_500), line('the-anchovy-year', 'United Kingdom, Ireland', 'avod, fast', 3_500)], { package: true, closesInDays: 75, agent: MAREK }), // prettier-ignore
  deal('Kanal Ost', 'offered', [line('eleven-against-the-wind', 'DACH', 'free tv, catch-up', 18_500, { exclusive: true, runs: 3 })], { likelihood: 60, closesInDays: 40, agent: MAREK }), // prettier-ignore
  deal('Baltika TV', 'offered', [line('landing-station', 'Baltics', 'free tv', 1_800), line('brittle-season', 'Baltics', 'free tv', 2_200)], { package: true, standsDays: 6, closesInDays: 10, agent: MAREK }), // prettier-ignore
  deal('Maple & Rivière', 'agreed', [line('central-asia-the-call-of-isis', 'Canada', 'tv', 7_500, { runs: 4 })], {
    currency: 'CAD',
    closesInDays: 45,
    agent: SAMIR,
  }),
  deal('Fjordflix', 'agreed', [line('four-minutes-of-night', 'Nordics', 'svod', 12_000, { exclusive: true })], {
    closesInDays: 20,
    agent: MAREK,
  }),
  deal('Ruta Doc', 'signed', [line('salt-is-a-slow-clock', 'Latin America', 'svod', 8_000), line('what-the-nose-remembers', 'Latin America', 'svod', 5_000)], { agent: MAREK }), // prettier-ignore
  deal('Télé Rive', 'lost', [line('the-meter-reader', 'Belgium, Luxembourg', 'free tv', 6_000, { runs: 2 })], { agent: SAMIR }),
]
