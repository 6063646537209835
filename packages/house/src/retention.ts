/** How long the house keeps what it knows of people, where it forgets by itself. The page of legal notices says the same numbers. */

/** For so long the network that somebody watched from is known again: to notice a shared link takes an hour, to look into it some days. */
export const DAYS_OF_PLACES = 30
/** For so long after they watched last it is known who somebody was who is no contact of the house: as long as a leak may take to turn up. */
export const YEARS_OF_PEOPLE = 3
/** A sign-in lasts so long at most, and what is known of it goes when it has ended. */
export const DAYS_OF_SIGN_INS = 30

/** How long the house keeps what visitors leave here, in months; it may say otherwise in its settings. */
export interface VisitorsKept {
  /** A shortlist that nobody signed in made, since it was last opened, changed or printed. */
  shortlists: number
  /** A request that waits for an answer, since anything was done about it: then it is closed. */
  waiting: number
  /** Who asked, and what they wrote, since a request that is over was last touched: then it is forgotten. */
  requests: number
  /** To whom the house wrote, and under which subject, since the letter was sent or given up; one to a contact stays with the contact. */
  letters: number
}
/** A year in which somebody may come back to a list or insist on an answer; three years for who asked and who was written to, as for whoever watched. */
export const VISITORS_KEPT: VisitorsKept = { shortlists: 12, waiting: 12, requests: 36, letters: 36 }
/** No list ends before the cookie by which its visitor finds it again, which lasts half a year. */
export const LEAST_KEPT: VisitorsKept = { shortlists: 6, waiting: 1, requests: 6, letters: 6 }
export const MOST_KEPT: VisitorsKept = { shortlists: 60, waiting: 60, requests: 120, letters: 120 }

/**
 * The moment so many months before another, by the calendar of UTC.
 *
 * @example
 * monthsBefore(new Date('2026-03-31T09:00:00Z'), 1) // 2026-02-28T09:00:00.000Z
 */
export function monthsBefore(at: Date, months: number): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() - months, at.getUTCDate()]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, last)) + (at.getTime() % 86_400_000))
}
