/** What the weekly letter tells of the rights book; the letter itself is in letter-templates.ts. */
import { inEveryLocale } from './locale.ts'

export const rightsDigest = inEveryLocale(
  {
    things: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
    intro: (days: number) => `What ends, lapses or waits in the next ${days} days:`,
    waiting: 'without a date',
    more: (count: number) => `… and ${count} more.`,
  },
  {
    things: (count: number) => `${count} ${count < 2 ? 'point' : 'points'}`,
    intro: (days: number) => `Ce qui prend fin ou attend dans les ${days} prochains jours :`,
    waiting: 'sans date',
    more: (count: number) => `… et ${count} de plus.`,
  },
)
