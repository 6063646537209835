/** What of a film does not fit into MEC. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { FilmOut, Loss, SheetField } from '../formats/format.ts'
import { lossesOf } from '../formats/losses.ts'
import { withPlace } from '../movielabs/language-tags.ts'
import { registeredRating } from '../movielabs/rating-systems.ts'
import { shorten } from '../movielabs/shorten.ts'
import { MEC_CARRIES, SUMMARIES, type MecVersion } from './carries.ts'
import { hasFestivals } from './festivals.ts'
import { isMecCountry } from './regions.ts'
import { RATIO } from './written.ts'

/** Where only a part of a field goes out: true when something of this film's stays behind. */
const PARTS: Partial<Record<SheetField, (sheet: TitleSheet, version: MecVersion) => boolean>> = {
  titles: (sheet, version) => version === '2.6' && hasTwinLanguages(sheet),
  cuts: ({ cuts }) => cuts.some(({ versions }) => versions.some(saysUse)),
  versions: ({ versions }) => versions.some(saysUse),
  productionCompanies: ({ productionCompanies }) => productionCompanies.some(({ country }) => country !== null),
  coProducers: ({ coProducers }) => coProducers.some(({ country }) => country !== null),
  countries: ({ countries }, version) =>
    countries.some((country) => !isMecCountry(country)) || (version === '2.6' && countries.length > 1),
  festivals: ({ festivals }, version) =>
    festivals.some(({ year, country }) => !hasFestivals(version) || year === null || country === 'XK'),
  formats: ({ formats }) => {
    const ratio = formats.find((one) => RATIO.test(one))
    return formats.some((one) => one !== 'colour' && one !== 'b/w' && one !== ratio)
  },
  ratings: ({ ratings }) => ratings.some((rating) => registeredRating(rating) === null),
  pictures: ({ pictures }) => pictures.length > 0,
}

/** Two languages that become one when each is named with its place: "pt" and "pt-PT". */
function hasTwinLanguages(sheet: TitleSheet): boolean {
  const texts = [sheet.titles, sheet.logline, sheet.shortSynopsis, sheet.synopsis]
  const languages = new Set(texts.flatMap((text) => Object.keys(text)))
  return new Set([...languages].map(withPlace)).size < languages.size
}

const saysUse = ({ use, hardOfHearing }: TitleSheet['versions'][number]): boolean => use !== null || hardOfHearing

/** Everything of a film that MEC does not carry, with why. */
export function mecLosses(film: FilmOut, version: MecVersion): Loss[] {
  const loss = (field: SheetField, why: Loss['why']): Loss => ({ filmId: film.id, title: film.sheet.title, field, why })
  const parts = (Object.keys(PARTS) as SheetField[]).filter((field) => PARTS[field]!(film.sheet, version))
  const cut = (Object.keys(SUMMARIES) as (keyof typeof SUMMARIES)[]).filter((field) =>
    Object.values(film.sheet[field]).some((text) => shorten(text, SUMMARIES[field]) !== text),
  )
  return [
    ...lossesOf(MEC_CARRIES, film),
    ...parts.map((field) => loss(field, 'part')),
    ...cut.map((field) => loss(field, 'shortened')),
  ]
}
