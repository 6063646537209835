/** The weekly letter about what the rights book says is coming. */
import { inEveryLocale } from './locale.ts'

export const rightsDigest = inEveryLocale(
  {
    subject: (house: string, count: number) =>
      `${house}: ${count === 1 ? '1 thing' : `${count} things`} to look at in the rights book and the deals`,
    intro: (days: number) => `What ends, lapses or waits in the next ${days} days:`,
    waiting: 'without a date',
    more: (count: number) => `… and ${count} more.`,
    link: (url: string) => `All of it: ${url}`,
    why: 'This letter goes once a week to owners and heads of rights. An owner sets the day, or ends it, in the settings of the house.',
  },
  {
    subject: (house: string, count: number) =>
      `${house} : ${count} ${count < 2 ? 'point' : 'points'} à voir dans le registre des droits et les ventes`,
    intro: (days: number) => `Ce qui prend fin ou attend dans les ${days} prochains jours :`,
    waiting: 'sans date',
    more: (count: number) => `… et ${count} de plus.`,
    link: (url: string) => `Tout voir : ${url}`,
    why: 'Cette lettre part une fois par semaine aux propriétaires et responsables des droits. Un propriétaire en choisit le jour, ou y met fin, dans les réglages de la maison.',
  },
)
