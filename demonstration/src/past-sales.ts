/**
 * What came of nearly two years of selling, the oldest first, each invented: so that figures have months to compare, companies
 * have a history, and an invoice is late. Days are counted back from the day on which the house is made.
 */
import type { DemonstrationDeal } from '@vitrine/house/contract'
import { deal, line, MAREK, SAMIR } from './sale.ts'

export const pastSales: readonly DemonstrationDeal[] = [
  deal('Baltika TV', 'completed', [line('polyphony-for-a-drowned-valley', 'Baltics', 'free tv', 2_400, { runs: 3 })], { daysAgo: 690, agent: MAREK }),
  deal('AirLoop', 'completed', [line('ravaneti', 'World', 'inflight', 5_000, { months: 12 }), line('the-kitchen-border', 'World', 'inflight', 2_500, { months: 12 })], { daysAgo: 655, agent: SAMIR, currency: 'USD' }),
  deal('Canale Grande', 'completed', [line('the-last-linotype', 'Italy, San Marino', 'free tv', 6_500, { exclusive: true, runs: 2 })], { daysAgo: 610, agent: MAREK }),
  deal('Campus Reel', 'completed', [line('the-interpreters-silence', 'US, Canada', 'educational', 3_200)], { daysAgo: 575, agent: SAMIR, currency: 'USD' }),
  deal('Télé Rive', 'lost', [line('ravaneti', 'Belgium (French)', 'free tv', 5_500)], { daysAgo: 540, agent: MAREK, reason: 'no-slot' }),
  deal('Kanal Ost', 'completed', [line('night-freight', 'DACH', 'pay tv', 14_000, { exclusive: true })], { daysAgo: 500, agent: MAREK }),
  deal('Ruta Doc', 'completed', [line('eleven-against-the-wind', 'Latin America', 'free tv', 7_000, { exclusive: true, runs: 4 })], { daysAgo: 455, agent: SAMIR, currency: 'USD' }),
  deal('Fjordflix', 'lost', [line('brittle-season', 'Nordics', 'avod', 9_000)], { daysAgo: 420, agent: MAREK, reason: 'went-elsewhere' }),
  deal('Maple & Rivière', 'completed', [line('the-wrestlers-of-pikine', 'Canada (French)', 'svod', 5_500)], { daysAgo: 390, agent: SAMIR, currency: 'CAD' }),
  deal('Edo Documentary Channel', 'completed', [line('below-this-stone', 'Japan', 'svod', 1_200_000)], { daysAgo: 340, agent: MAREK, currency: 'JPY' }),
  deal('StreamPorch', 'completed', [line('night-freight', 'United Kingdom, Ireland', 'avod, fast', 2_200), line('the-meter-reader', 'United Kingdom, Ireland', 'avod, fast', 1_600)], { daysAgo: 300, agent: SAMIR, currency: 'GBP', package: true }),
  deal('Baltika TV', 'completed', [line('three-deltas', 'Baltics', 'free tv', 3_000, { runs: 3 })], { daysAgo: 262, agent: MAREK }),
  deal('Wisła Dokument', 'lost', [line('storni', 'Poland', 'pay tv', 4_000)], { daysAgo: 225, agent: MAREK, reason: 'price' }),
  deal('Lumen Plus', 'completed', [line('reel-eleven', 'Greece, Cyprus', 'svod', 2_600)], { daysAgo: 190, agent: SAMIR }),
  deal('Canale Grande', 'completed', [line('the-anchovy-year', 'Italy, San Marino', 'free tv', 7_800, { exclusive: true, runs: 3 })], { daysAgo: 150, agent: MAREK }),
  deal('Kanal Ost', 'completed', [line('the-tree-ring-court', 'DACH', 'pay tv', 11_000, { exclusive: true })], { daysAgo: 118, agent: MAREK }),
  deal('AirLoop', 'invoiced', [line('landing-station', 'World', 'inflight', 6_000, { months: 12 })], { daysAgo: 66, agent: SAMIR, currency: 'USD' }),
  deal('Télé Rive', 'signed', [line('four-minutes-of-night', 'Belgium (French)', 'pay tv', 4_200, { exclusive: true })], { daysAgo: 40, agent: MAREK }),
  deal('Festival of the Long Shadow', 'lost', [line('the-well-keepers', 'Portugal', 'festival', 800, { months: 6 })], { daysAgo: 33, agent: SAMIR, reason: 'no-answer' }),
] // prettier-ignore
