/** The films of the house by everything that a spreadsheet may call them. */
import { plainWords } from '@vitrine/exchange/spreadsheets/guess-columns'
import type { Asker } from '@vitrine/store/asker'
import { walkTitles } from '@vitrine/store/titles/find-title'

const STEP = 500
const MOST_NEAR = 3
const LEAST_LIKE = 0.4
/** Every unknown name is held against every film: a sheet of nothing but nonsense must not keep the house busy. */
const MOST_UNKNOWN = 100

export interface Film {
  id: string
  title: string
}
export interface FilmIndex {
  find(name: string, byId: boolean): Film[]
  byTitleId(id: string): Film | null
  /** The films whose names are most like this one. */
  near(name: string): Film[]
}

export async function indexFilms(db: Asker, houseId: string): Promise<FilmIndex> {
  const films = new Map<string, Film>()
  const byName = new Map<string, Set<string>>()
  const byReference = new Map<string, Set<string>>()
  const put = (index: Map<string, Set<string>>, key: string, id: string): void => {
    if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(id))
  }
  for (let after = ''; ;) {
    const rows = await walkTitles(db, houseId, after, STEP)
    for (const { id, sheet } of rows) {
      films.set(id, { id, title: sheet.title })
      for (const name of [sheet.title, ...Object.values(sheet.titles), sheet.originalTitle ?? ''])
        put(byName, plainWords(name), id)
      for (const reference of [id, ...Object.values(sheet.identifiers)])
        if (typeof reference === 'string') put(byReference, plainWords(reference), id)
    }
    if (rows.length < STEP) break
    after = rows.at(-1)!.id
  }
  const filmsOf = (ids: Iterable<string>): Film[] => Array.from(ids, (id) => films.get(id)!)
  const nearest = new Map<string, Film[]>()
  let pairs: { id: string; pairs: ReadonlySet<string> }[] | null = null
  return {
    find(name, byId) {
      const key = plainWords(name)
      const found = byId ? byReference.get(key) : (byName.get(key) ?? byReference.get(key))
      return filmsOf(found ?? (byId ? byName.get(key) : undefined) ?? [])
    },
    byTitleId: (id) => films.get(id) ?? null,
    near(name) {
      const key = plainWords(name)
      const known = nearest.get(key)
      if (known !== undefined) return known
      if (nearest.size >= MOST_UNKNOWN) return []
      pairs ??= [...byName].flatMap(([title, ids]) => Array.from(ids, (id) => ({ id, pairs: pairsOf(title) })))
      const asked = pairsOf(key)
      const likely = pairs.map((one) => ({ id: one.id, like: likeness(asked, one.pairs) })).filter(({ like }) => like >= LEAST_LIKE) // prettier-ignore
      const found = filmsOf(new Set(likely.sort((a, b) => b.like - a.like).map(({ id }) => id))).slice(0, MOST_NEAR)
      nearest.set(key, found)
      return found
    },
  }
}

const pairsOf = (text: string): ReadonlySet<string> => {
  const padded = ` ${text} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}
/** Dice's coefficient of the pairs of letters: 1 for the same, 0 for nothing in common. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size)
}
