/** What the house knows of a buyer's taste, and what is asked of the rights book for them. */
import type { FilmTraits, Taste } from '@vitrine/deals/match/fit'
import { addMonths, dayOf, writeDay } from '@vitrine/rights/days/day'
import { filmsOfCompany, type FilmHistory } from '@vitrine/store/deals/history'
import { type CompanyRow, namesOfCompany } from '@vitrine/store/contacts/companies'
import type { TraitsOfFilm } from '@vitrine/store/search/traits'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { MatchWindow } from '../contract-match.ts'
import type { RightsQuestion } from '../contract-rights.ts'
import { Id } from '../input.ts'
import { DayText } from '../rights/read-input.ts'

export const MatchInput = z.object({
  id: Id,
  from: DayText.optional(),
  months: z.number().int().min(1).max(240).optional(),
  exclusive: z.boolean().optional(),
  limit: z.number().int().min(1).max(100).optional(),
  locale: z.enum(['en', 'fr']),
})

const MONTHS = 36

/** What a buyer would ask for: their territories and media, from the first day of the next month, for three years. */
export function questionFor(
  { profile }: { profile: Pick<CompanyRow['profile'], 'territory' | 'media'> },
  window: MatchWindow,
  today: string,
): RightsQuestion {
  const from = window.from ?? writeDay(addMonths(dayOf(`${today.slice(0, 8)}01`)!, 1))!
  return {
    territory: profile.territory?.leaves,
    media: profile.media?.leaves,
    from,
    to: writeDay(addMonths(dayOf(from)!, window.months ?? MONTHS) - 1),
    exclusive: window.exclusive ?? false,
  }
}

/** What became of each film that the company has had to do with: what was bought outweighs what was refused, that what is talked of. */
export async function historyOf(house: HouseContext, company: CompanyRow): Promise<Map<string, FilmHistory['what']>> {
  const { db, houseId } = house
  const films = await filmsOfCompany(db, houseId, company.id, await namesOfCompany(db, houseId, company.id))
  const order: FilmHistory['what'][] = ['talked', 'refused', 'bought']
  return new Map(films.toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what)).map(({ titleId, what }) => [titleId, what])) // prettier-ignore
}

/** What the house's films are about, and what too many of them are about to say anything of a buyer's taste. */
export interface Subjects {
  films: ReadonlyMap<string, Pick<FilmTraits, 'genres' | 'themes'>>
  common: ReadonlySet<string>
}

export function subjectsOf(traits: readonly TraitsOfFilm[]): Subjects {
  const films = new Map(traits.map((film) => [film.id, film]))
  return { films, common: commonSubjects(films) }
}

export function tasteOf(
  { profile }: CompanyRow,
  history: ReadonlyMap<string, FilmHistory['what']>,
  { films, common }: Subjects,
  today: string,
): Taste {
  const liked = new Map<string, number>()
  for (const [titleId, what] of history) {
    const film = what === 'refused' ? undefined : films.get(titleId)
    for (const subject of film === undefined ? [] : [...film.themes, ...film.genres])
      if (!common.has(subject)) liked.set(subject, (liked.get(subject) ?? 0) + 1)
  }
  return {
    slots: profile.slots,
    languages: profile.languages === null ? null : [...new Set(profile.languages.leaves.map((leaf) => leaf.split(':')[0]!))],
    liked,
    year: Number(today.slice(0, 4)),
  }
}

/** A subject that one film in four has is none: "documentary" is what the house sells. */
const COMMON = 0.25
const FEW_FILMS = 8

function commonSubjects(films: ReadonlyMap<string, Pick<FilmTraits, 'genres' | 'themes'>>): Set<string> {
  const counts = new Map<string, number>()
  for (const { themes, genres } of films.values()) for (const subject of [...themes, ...genres]) counts.set(subject, (counts.get(subject) ?? 0) + 1) // prettier-ignore
  return films.size < FEW_FILMS ? new Set() : new Set([...counts].filter(([, count]) => count > films.size * COMMON).map(([subject]) => subject)) // prettier-ignore
}

/** The cut that stands for a length of the catalogue's facet: enough to tell which films deserve a closer look. */
const STANDING_FOR: Readonly<Record<string, FilmTraits['cuts'][number]>> = {
  short: { minutes: 15, episodes: null },
  '26': { minutes: 26, episodes: null },
  '52': { minutes: 52, episodes: null },
  '75': { minutes: 75, episodes: null },
  '90': { minutes: 90, episodes: null },
  long: { minutes: 120, episodes: null },
  series: { minutes: 52, episodes: 6 },
}

export const roughly = ({ slots, ...film }: TraitsOfFilm): FilmTraits => ({
  ...film,
  cuts: slots.flatMap((slot) => STANDING_FOR[slot] ?? []),
})
