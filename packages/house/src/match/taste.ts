/** What the house knows of a buyer's taste, and what is asked of the rights book for them. */
import type { Slot } from '@vitrine/deals/company/profile'
import type { FilmTraits, Taste } from '@vitrine/deals/match/fit'
import { addMonths, dayOf, writeDay } from '@vitrine/rights/days/day'
import { filmsOfCompanies, type FilmHistory } from '@vitrine/store/deals/history'
import type { CompanyRow } from '@vitrine/store/contacts/companies'
import type { SubjectsOfFilms, TraitsOfFilm } from '@vitrine/store/search/traits'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { MatchWindow } from '../contract/match.ts'
import type { RightsQuestion } from '../contract/rights.ts'
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

/** The territories and media that a company shows films in, as far as it says so. */
export const wishOf = ({
  profile,
}: Pick<CompanyRow, 'profile'>): { territory: string[] | undefined; media: string[] | undefined } => ({
  territory: profile.territory?.leaves,
  media: profile.media?.leaves,
})

/** What a buyer would ask for: their territories and media, from the first day of the next month, for three years. */
export function questionFor(
  { territory, media }: { territory?: string[] | undefined; media?: string[] | undefined },
  window: MatchWindow,
  today: string,
): RightsQuestion {
  const from = window.from ?? writeDay(addMonths(dayOf(`${today.slice(0, 8)}01`)!, 1))!
  return {
    territory,
    media,
    from,
    to: writeDay(addMonths(dayOf(from)!, window.months ?? MONTHS) - 1),
    exclusive: window.exclusive ?? false,
  }
}

export type History = ReadonlyMap<string, FilmHistory['what']>
const ORDER: readonly FilmHistory['what'][] = ['talked', 'refused', 'bought']

/** What became of each film that these companies have had to do with: what was bought outweighs what was refused, that what is talked of. */
export async function historiesOf({ db, houseId }: HouseContext, companyIds: readonly string[]): Promise<Map<string, History>> {
  const histories = new Map(companyIds.map((id) => [id, new Map<string, FilmHistory['what']>()]))
  const films = await filmsOfCompanies(db, houseId, companyIds)
  for (const { companyId, titleId, what } of films.toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what)))
    histories.get(companyId)?.set(titleId, what)
  return histories
}

/** What the house's films are about, and what too many of them are about to say anything of a buyer's taste. */
export interface Subjects {
  films: Pick<SubjectsOfFilms, 'get'>
  common: ReadonlySet<string>
}

/** A subject that one film in four has is none: "documentary" is what the house sells. */
const COMMON = 0.25
const FEW_FILMS = 8

export const subjectsOf = (films: SubjectsOfFilms): Subjects => ({
  films,
  common: new Set(films.size < FEW_FILMS ? [] : [...films.counts].filter(([, count]) => count > films.size * COMMON).map(([subject]) => subject)), // prettier-ignore
})

/** What a buyer says that they look for. */
export interface Looking {
  slots: readonly Slot[]
  /** Languages with their use, as the profile's leaves; null: not said. */
  languages: readonly string[] | null
}

export const lookingOf = ({ profile }: Pick<CompanyRow, 'profile'>): Looking => ({
  slots: profile.slots,
  languages: profile.languages?.leaves ?? null,
})

export function tasteOf({ slots, languages }: Looking, history: History, { films, common }: Subjects, today: string): Taste {
  const liked = new Map<string, number>()
  for (const [titleId, what] of history) {
    const film = what === 'refused' ? undefined : films.get(titleId)
    for (const subject of film === undefined ? [] : [...film.themes, ...film.genres])
      if (!common.has(subject)) liked.set(subject, (liked.get(subject) ?? 0) + 1)
  }
  return {
    slots,
    languages: languages === null ? null : [...new Set(languages.map((leaf) => leaf.split(':')[0]!))],
    liked,
    year: Number(today.slice(0, 4)),
  }
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

/** A film as it is roughly known; made once for as long as its traits are the same. */
export function roughly(film: TraitsOfFilm): FilmTraits {
  const known = rough.get(film)
  if (known !== undefined) return known
  const { slots, ...traits } = film
  const made = { ...traits, cuts: slots.flatMap((slot) => STANDING_FOR[slot] ?? []) }
  rough.set(film, made)
  return made
}
const rough = new WeakMap<TraitsOfFilm, FilmTraits>()
