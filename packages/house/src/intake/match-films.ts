import { type FilmMarks, type FilmMatch, KnownFilms } from '@vitrine/catalogue/duplicates/known-films'
import { HouseError } from '../errors.ts'
import { apart } from '../exchange/apart.ts'

export interface FilmsToMatch {
  /** The catalogue. */
  known: ({ id: string } & FilmMarks)[]
  /** The films of a file, in its order. */
  films: FilmMarks[]
}
export interface FilmMatched {
  matches: FilmMatch[]
  /** An earlier film of the file that it seems to be. */
  repeats: number | null
}

/** What each film of a file may be: of the catalogue, and of the films before it. */
export function matchFilms({ known, films }: FilmsToMatch): FilmMatched[] {
  const catalogue = new KnownFilms(known)
  const inFile = new KnownFilms()
  return films.map((film, position) => {
    const matches = catalogue.matches(film)
    const [earlier] = inFile.matches(film)
    inFile.add({ id: String(position), ...film })
    return { matches, repeats: earlier === undefined ? null : Number(earlier.id) }
  })
}

/** So few are held against each other sooner than a thread starts. */
const FEW = 500

/** The same, of many beside the thread that answers. */
export async function matchFilmsApart(asked: FilmsToMatch): Promise<FilmMatched[]> {
  if (asked.known.length + asked.films.length < FEW) return matchFilms(asked)
  const answer = await apart<FilmMatched[]>(new URL('./match-thread.ts', import.meta.url), asked)
  if ('failed' in answer) throw new HouseError('limit-reached', { limit: asked.films.length })
  return answer.made
}
