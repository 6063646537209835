/** An address for a film wherever a format wants one. */
import { houseCode } from '../movielabs/content-id.ts'
import type { FilmOut, Sender } from './format.ts'

/** Its page where it is public; else a name that leads nowhere and stays the same. */
export const filmIri = (film: Pick<FilmOut, 'id' | 'url'>, sender: Sender): string =>
  film.url === null ? `urn:x-vitrine:film:${houseCode(sender)}:${encodeURIComponent(film.id)}` : `${film.url}#film`
