/** What the printing room is handed: values and picture bytes, nothing it would have to fetch. */
import type { Picture } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'
import type { PrintedFilm, PrintedHouse, PrintedPicture } from '@vitrine/press/input'
import { findPicture } from '@vitrine/store/pictures/pictures'
import { readSettings } from '@vitrine/store/settings/settings'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { inLocale } from '../cards/card.ts'
import type { HouseContext, Print } from '../context.ts'
import { HouseError, isHouseError } from '../errors.ts'
import { withDefaults } from '../settings/defaults.ts'

const STILLS = 3

/** The house as it signs its papers. */
export async function printedHouse(house: HouseContext, locale: Locale): Promise<PrintedHouse> {
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const { name, contactEmail, address, accent, typeface, demonstration, logoId } = settings
  const logo =
    logoId === null
      ? null
      : await printedPicture(house, { id: logoId, caption: {}, credit: null, focus: null }, 480, locale, name)
  return {
    name,
    strapline: inLocale(settings.strapline as Record<string, string>, locale),
    contactEmail,
    address,
    accent,
    typeface,
    logo,
    demonstration,
  }
}

/** A film with its poster and its first stills. */
export async function printedFilm(house: HouseContext, row: TitleRow, locale: Locale, stills = STILLS): Promise<PrintedFilm> {
  const { sheet, slug } = row
  const title = sheet.titles[locale] ?? sheet.title
  const poster = sheet.pictures.find((picture) => picture.kind === 'poster')
  const printedStills: PrintedPicture[] = []
  for (const still of sheet.pictures.filter((picture) => picture.kind === 'still').slice(0, stills)) {
    const picture = await printedPicture(house, still, printedStills.length === 0 ? 1600 : 960, locale, title)
    if (picture) printedStills.push(picture)
  }
  return {
    sheet,
    slug,
    url: `${house.origin}/${locale}/films/${slug}`,
    poster: poster ? await printedPicture(house, poster, 960, locale, title) : null,
    stills: printedStills,
    accent: sheet.pictures.find((picture) => picture.colour !== null)?.colour ?? null,
  }
}

/** A picture's width for a page of its own, and for half a page: both about 200 dots an inch. */
const CATALOGUE_WIDTH = { 1: 1600, 2: 960 } as const

/** A film as a catalogue shows it: with its first still, or its poster where there is none. */
export async function filmInCatalogue(house: HouseContext, row: TitleRow, locale: Locale, perPage: 1 | 2): Promise<PrintedFilm> {
  const { sheet, slug } = row
  const title = sheet.titles[locale] ?? sheet.title
  const first = async (kind: Picture['kind'], width: number) => {
    const picture = sheet.pictures.find((one) => one.kind === kind)
    return picture === undefined ? null : printedPicture(house, picture, width, locale, title)
  }
  const still = await first('still', CATALOGUE_WIDTH[perPage])
  return {
    sheet,
    slug,
    url: `${house.origin}/${locale}/films/${slug}`,
    poster: still === null ? await first('poster', 960) : null,
    stills: still === null ? [] : [still],
    accent: sheet.pictures.find((picture) => picture.colour !== null)?.colour ?? null,
  }
}

/** A picture as JPEG; null when its file is gone: the page is printed without it. */
async function printedPicture(
  house: HouseContext,
  picture: Pick<Picture, 'id' | 'caption' | 'credit' | 'focus'>,
  width: number,
  locale: Locale,
  title: string,
): Promise<PrintedPicture | null> {
  const row = await findPicture(house.db, house.houseId, picture.id)
  if (!row) return null
  try {
    const bytes = await house.renditions(row, width, 'jpeg')
    const scale = Math.min(1, width / row.width)
    return {
      bytes,
      width: Math.round(row.width * scale),
      height: Math.round(row.height * scale),
      alt: inLocale(picture.caption, locale) ?? title,
      credit: picture.credit,
      focus: picture.focus,
    }
  } catch (thrown) {
    if (isHouseError(thrown) && thrown.code === 'not-found') return null
    throw thrown
  }
}

/** Has the press print, or says that it cannot. */
export async function printed(house: HouseContext, work: (press: Print) => Promise<Uint8Array>): Promise<Uint8Array> {
  if (!house.print) throw new HouseError('printing-down', { reason: 'no press' })
  try {
    return await work(house.print)
  } catch (thrown) {
    if (isHouseError(thrown)) throw thrown
    throw new HouseError(
      'printing-down',
      thrown instanceof Error && thrown.name === 'PressBusy' ? { reason: 'busy' } : {},
      thrown,
    )
  }
}
