/** The indexes at the end of a catalogue: by country, by director, by length. */
import { SLOTS, slotOf, type TitleSheet } from '@vitrine/catalogue'
import { compareText, countryName, type Locale } from '@vitrine/messages'
import { nameOf } from '@vitrine/messages/vocabulary'

/** One heading of an index with its films, by their numbers in the catalogue. */
export interface IndexEntry {
  name: string
  films: number[]
}

/** @param films in the order of the catalogue; the first has number 1 */
export function indexesOf(
  films: readonly { title: string; sheet: TitleSheet }[],
  locale: Locale,
): Record<'country' | 'director' | 'slot', IndexEntry[]> {
  const compare = compareText(locale)
  const gather = (namesOf: (sheet: TitleSheet) => string[]): IndexEntry[] => {
    const entries = new Map<string, number[]>()
    films.forEach(({ sheet }, at) => {
      for (const name of new Set(namesOf(sheet))) entries.set(name, [...(entries.get(name) ?? []), at + 1])
    })
    return [...entries].map(([name, numbers]) => ({
      name,
      films: numbers.toSorted((a, b) => compare(films[a - 1]!.title, films[b - 1]!.title)),
    }))
  }
  const slots = SLOTS.map((slot) => nameOf(locale, 'slot', slot))
  return {
    country: gather((sheet) => sheet.countries.map((code) => countryName(locale, code))).toSorted((a, b) =>
      compare(a.name, b.name),
    ),
    // By the last word of the name, as such lists are looked up.
    director: gather((sheet) => sheet.directors).toSorted(
      (a, b) => compare(lastWord(a.name), lastWord(b.name)) || compare(a.name, b.name),
    ),
    slot: gather((sheet) => sheet.cuts.map((cut) => nameOf(locale, 'slot', slotOf(cut)))).toSorted((a, b) => slots.indexOf(a.name) - slots.indexOf(b.name)), // prettier-ignore
  }
}

const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''
