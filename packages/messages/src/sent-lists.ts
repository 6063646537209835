/** A list of availabilities as its receiver reads it: page, paper, spreadsheet. */
import type { Locale } from './locale.ts'
import { formatShare } from './money.ts'
import { inBoth } from './typeset.ts'

const en = {
  title: 'Availabilities',
  for: (name: string) => `For ${name}`,
  asOf: (day: string) => `As of ${day}`,
  films: (count: number) => (count === 1 ? '1 film' : `${count} films`),
  sentBy: (name: string, house: string) => `Drawn up by ${name}, ${house}`,
  asked: 'What was asked',
  territory: 'Territory',
  media: 'Media',
  languages: 'Languages',
  cut: 'Cut',
  window: 'Window',
  exclusivity: 'Terms',
  exclusive: 'Exclusive',
  nonExclusive: 'Non-exclusive',
  perpetuity: 'in perpetuity',
  answer: { full: 'Available', partial: 'Available in part', none: 'Not available now' },
  share: (percent: string) => `${percent} of what was asked`,
  from: (day: string) => `All of it from ${day}`,
  available: 'What can be had',
  directedBy: (name: string) => `Directed by ${name}`,
  paper: { a4: 'PDF, A4', letter: 'PDF, US Letter', printers: 'PDF, for a printing works' },
  spreadsheet: { xlsx: 'Excel', csv: 'CSV' },
  take: 'Take it with you',
  kept: (day: string) => `This page stays as it was sent on ${day}. Availabilities change: ask us before you rely on them.`,
  fileName: 'availabilities',
  column: { title: 'Title', director: 'Director', year: 'Year', length: 'Length', answer: 'Answer', share: 'Of what was asked (%)', from: 'All of it from', available: 'What can be had', page: 'Page' }, // prettier-ignore
}
const fr: typeof en = {
  title: 'Disponibilités',
  for: (name: string) => `Pour ${name}`,
  asOf: (day: string) => `État au ${day}`,
  films: (count: number) => (count < 2 ? `${count} film` : `${count} films`),
  sentBy: (name: string, house: string) => `Établi par ${name}, ${house}`,
  asked: 'La demande',
  territory: 'Territoire',
  media: 'Médias',
  languages: 'Langues',
  cut: 'Format',
  window: 'Période',
  exclusivity: 'Conditions',
  exclusive: 'Exclusif',
  nonExclusive: 'Non exclusif',
  perpetuity: 'sans limite de durée',
  answer: { full: 'Disponible', partial: 'Disponible en partie', none: 'Indisponible pour l’instant' },
  share: (percent: string) => `${percent} de la demande`,
  from: (day: string) => `En totalité à partir du ${day}`,
  available: 'Ce qui peut être cédé',
  directedBy: (name: string) => `Réalisation : ${name}`,
  paper: { a4: 'PDF, A4', letter: 'PDF, US Letter', printers: 'PDF, pour un imprimeur' },
  spreadsheet: { xlsx: 'Excel', csv: 'CSV' },
  take: 'À emporter',
  kept: (day: string) =>
    `Cette page reste telle qu’elle a été envoyée le ${day}. Les disponibilités évoluent : consultez-nous avant de vous y fier.`,
  fileName: 'disponibilites',
  column: { title: 'Titre', director: 'Réalisation', year: 'Année', length: 'Durée', answer: 'Réponse', share: 'Part de la demande (%)', from: 'En totalité à partir du', available: 'Ce qui peut être cédé', page: 'Page' }, // prettier-ignore
}

export const sentListWords: Record<Locale, typeof en> = inBoth({ en, fr })

/**
 * Lengths as a list keeps them ("52, 3x52"), as people read them.
 *
 * @example
 * lengthsInWords('52, 3x52') // "52’, 3 × 52’"
 */
export const lengthsInWords = (cuts: string): string =>
  cuts.split(', ').map((cut) => (/^[\dx]+$/.test(cut) ? `${cut.replace('x', ' × ')}’` : cut)).join(', ') // prettier-ignore

/**
 * The share of a question that is met, as each language writes it.
 *
 * @example
 * shareText('en', 'partial', 0.42) // "42%"
 */
export const shareText = (locale: Locale, answer: 'full' | 'partial' | 'none', share: number): string =>
  formatShare(locale, percentOf(answer, share) * 100)

/** The share of a question that is met, in whole percent: never 0 or 100 unless it is nothing or all. */
export const percentOf = (answer: 'full' | 'partial' | 'none', share: number): number =>
  answer === 'full' ? 100 : answer === 'none' ? 0 : Math.min(99, Math.max(1, Math.round(share * 100)))
