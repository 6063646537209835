/** What is said of screeners and of what was watched, wherever it is said. */
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

interface Film {
  title: string
  /** Minutes, each part of the film once, and of the whole. */
  seen: number
  of: number
  times: number
}

const often: Record<Locale, (times: number) => string> = inBoth({
  en: (times) => (times <= 1 ? '' : times === 2 ? ', twice' : `, ${times} times`),
  fr: (times) => (times <= 1 ? '' : times === 2 ? ', deux fois' : `, ${times} fois`),
})

/** The task of whoever sees to a screener: “Ana Nowak (Kanal Ost) watched 47 of 52 minutes of Salt, twice. No answer for 5 days.” */
export const followedUp: Record<Locale, (who: string, films: readonly Film[], days: number) => string> = inBoth({
  en: (who, films, days) =>
    `${who} watched ${films.map(({ title, seen, of, times }) => `${seen} of ${of} minutes of ${title}${often.en(times)}`).join('; ')}. No answer for ${days} days.`,
  fr: (who, films, days) =>
    `${who} a regardé ${films.map(({ title, seen, of, times }) => `${seen} minutes sur ${of} de « ${title} »${often.fr(times)}`).join(' ; ')}. Pas de réponse depuis ${days} jours.`,
})
