import type { TitleSheet } from '@vitrine/catalogue'
import { eidrKey, isanKey } from '@vitrine/catalogue/duplicates/identifier-keys'
import { fold } from '@vitrine/catalogue/model/slug'
import type { FilmIdentity } from '@vitrine/store/titles/identify'

/** What makes two sheets the same film: EIDR, ISAN, or the folded title with its year and first director. */
export function identityOf(sheet: TitleSheet): FilmIdentity {
  return {
    eidr: eidrKey(sheet.identifiers.eidr),
    isan: isanKey(sheet.identifiers.isan),
    sameFilm: `${fold(sheet.title) || sheet.title}|${sheet.year ?? ''}|${fold(sheet.directors[0] ?? '')}`.slice(0, 1000),
  }
}
