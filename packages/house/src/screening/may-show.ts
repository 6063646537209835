/** Whether the house may show a film to somebody: it must hold it, in the cut that is shown, and where it is watched. */
import type { Line } from '@vitrine/rights/book/line'
import type { Day } from '@vitrine/rights/days/day'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { leavesOfCountry } from '@vitrine/rights/territories/leaves'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { tagOf } from '@vitrine/screening/reel/playlists'
import type { Asker } from '@vitrine/store/asker'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../context.ts'
import { todayOf } from '../rights/today.ts'

export interface Shown {
  titleId: string
  /** Null: nobody has said which, and then only a grant of all cuts will do. */
  cut: string | null
  /** Spoken, ISO 639-3. */
  languages: readonly string[]
}

/**
 * What stands against showing it: null, nothing. `not-owned`: no grant of it runs now or later, in this cut and one of its languages.
 * `not-there`: none of those reaches these countries (ISO 3166-1). To show a film to a buyer before its window opens is how it is sold, so
 * the first day of a grant does not matter; what was sold does not either.
 *
 * @param countries none: wherever; it is enough that the house holds it somewhere
 */
function standsAgainst(
  shown: Omit<Shown, 'titleId'>,
  lines: readonly Line[],
  countries: readonly string[],
  today: Day,
): 'not-owned' | 'not-there' | null {
  const spoken = spokenSet(shown.languages)
  const grants = lines.filter(
    ({ kind, box }) => kind === 'grant' && box.to >= today && (shown.cut === null ? box.cuts.isAll : box.cuts.has(shown.cut)) && (spoken === null || box.languages.meets(spoken)),
  ) // prettier-ignore
  if (grants.length === 0) return 'not-owned'
  const held = grants.reduce((all, { box }) => all.or(box.territories), TerritorySet.none)
  return countries.every((country) => held.meets(TerritorySet.of(leavesOfCountry(country) ?? []))) ? null : 'not-there'
}

/** Null where a language is none that rights are sold in: it is then not asked. */
function spokenSet(languages: readonly string[]): LanguageSet | null {
  try {
    return languages.length === 0 ? null : LanguageSet.of(languages.map((language) => tagOf(language)))
  } catch {
    return null
  }
}

/** The same from the committed rows. */
export async function mayShow(house: HouseContext, db: Asker, shown: Shown, countries: readonly string[]) {
  const lines = await readTitleLines(db, house.houseId, shown.titleId)
  return standsAgainst(shown, lines, countries, todayOf(house))
}

/** The moment at which a day of the house's calendar is over. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString()
