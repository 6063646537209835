/** A catalogue's chapters: each film under one of its themes, in few chapters rather than many. */
import type { TitleSheet } from '@vitrine/catalogue'

export interface Chapter<Film> {
  /** A theme of the vocabulary or of the house's own; null: films that share no theme with enough others. */
  theme: string | null
  films: Film[]
}

/** A chapter has a page of its own in front: fewer films than this do not carry it. */
const FEWEST = 2
/** A catalogue of so few films needs no chapters. */
const TOO_FEW = 6

/**
 * Puts each film under the theme of its own that most films of the catalogue share: so chapters are as few as the films allow.
 * Chapters come by size, those films that stand alone in theirs come last; within a chapter films keep their order.
 *
 * @example
 * chaptersOf(films) // [{ theme: 'water', films: [...] }, { theme: null, films: [...] }]
 */
export function chaptersOf<Film extends { sheet: Pick<TitleSheet, 'themes'> }>(films: readonly Film[]): Chapter<Film>[] {
  if (films.length <= TOO_FEW) return [{ theme: null, films: [...films] }]
  const shared = new Map<string, number>()
  for (const { sheet } of films) for (const theme of new Set(sheet.themes)) shared.set(theme, (shared.get(theme) ?? 0) + 1)
  const under = new Map<string | null, Film[]>()
  for (const film of films) {
    const [theme] = film.sheet.themes.toSorted((a, b) => shared.get(b)! - shared.get(a)!)
    under.set(theme ?? null, [...(under.get(theme ?? null) ?? []), film])
  }
  const chapters = [...under]
    .filter((entry): entry is [string, Film[]] => entry[0] !== null && entry[1].length >= FEWEST)
    .map(([theme, own]) => ({ theme, films: own }))
    .toSorted((a, b) => b.films.length - a.films.length)
  const placed = new Set(chapters.flatMap((chapter) => chapter.films))
  const left = films.filter((film) => !placed.has(film))
  return left.length === 0 ? chapters : [...chapters, { theme: null, films: left }]
}
