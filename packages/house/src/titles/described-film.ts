/** A film as schema.org JSON-LD says it: a page that has the film already says it without asking again. */
import type { TitleSheet } from '@vitrine/catalogue'
import { describeFilm } from '@vitrine/exchange/json-ld/describe-film'
import type { Locale } from '@vitrine/messages'

export interface DescribedFor {
  locale: Locale
  /** Where the public pages are. */
  origin: string
  houseName: string
}

export function describedFilm(
  film: { slug: string; sheet: TitleSheet },
  { locale, origin, houseName }: DescribedFor,
): Record<string, unknown> {
  return describeFilm(film.sheet, {
    url: `${origin}/${locale}/films/${film.slug}`,
    pictures: film.sheet.pictures
      .filter(({ kind }) => kind === 'still' || kind === 'poster')
      .slice(0, 4)
      .map((picture) => {
        const width = Math.min(picture.width, 1280)
        return {
          url: `${origin}/pictures/${picture.id}/1280.jpeg`,
          width,
          height: Math.round((picture.height * width) / picture.width),
        }
      }),
    locale,
    house: { name: houseName, url: `${origin}/${locale}` },
  })
}
