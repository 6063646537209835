import { type PackPicture, writePack } from '@vitrine/exchange/festival-pack/write-pack'
import { LOCALES, type Locale } from '@vitrine/messages'
import { findPicture } from '@vitrine/store/pictures/pictures'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExchangeVerbs } from '../../contract/exchange.ts'
import { HouseError, isHouseError } from '../../errors.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { printed, printedFilm, printedHouse } from '../../printing/printed.ts'

/** The widest that the house makes a picture; renditions carry no metadata, so no place where somebody lives. */
const WIDEST = 1920
const MOST_PICTURES = 40
const Asked = z.object({ id: Id, locales: z.array(z.enum(LOCALES)).min(1).max(LOCALES.length) })

/** A film as festivals ask for it, in one archive; pictures whose file is gone and one-sheets that cannot be printed are told as missing. */
export async function packFestival(
  house: HouseContext,
  actor: Actor,
  args: { id: string; locales: Locale[] },
): ReturnType<ExchangeVerbs['packFestival']> {
  authorise(actor, 'packFestival')
  const { id, locales } = parse(Asked, args)
  const [row] = await findTitles(house.db, house.houseId, [id])
  if (row === undefined) throw new HouseError('not-found', { subject: 'Title', id })
  const distinct = [...new Set(locales)]
  const { fileName, bytes, missing } = writePack({
    sheet: row.sheet,
    url: filmOut(house, row, distinct[0]!).url,
    locales: distinct,
    sender: await sender(house, house.db),
    pictures: await picturesOf(house, row),
    oneSheets: await oneSheetsOf(house, row, distinct),
  })
  return { fileName, mediaType: 'application/zip', bytes, missing }
}

async function picturesOf(house: HouseContext, { sheet }: TitleRow): Promise<PackPicture[]> {
  const pictures: PackPicture[] = []
  for (const { id, kind, caption, credit } of sheet.pictures.slice(0, MOST_PICTURES)) {
    const picture = await findPicture(house.db, house.houseId, id)
    if (picture === null) continue
    const bytes = await unless('not-found', house.renditions(picture, WIDEST, 'jpeg'))
    if (bytes !== null) pictures.push({ kind, caption, credit, bytes })
  }
  return pictures
}

async function oneSheetsOf(
  house: HouseContext,
  row: TitleRow,
  locales: readonly Locale[],
): Promise<{ locale: Locale; pdf: Uint8Array }[]> {
  const sheets: { locale: Locale; pdf: Uint8Array }[] = []
  if (house.print === null) return sheets
  for (const locale of locales) {
    const input = {
      house: await printedHouse(house, locale),
      film: await printedFilm(house, row, locale),
      locale,
      paper: 'a4' as const,
    }
    const pdf = await unless(
      'printing-down',
      printed(house, (press) => press.printOneSheet(input)),
    )
    if (pdf !== null) sheets.push({ locale, pdf })
  }
  return sheets
}

/** Null where it failed for this reason. */
async function unless<T>(code: HouseError['code'], work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (thrown) {
    if (isHouseError(thrown) && thrown.code === code) return null
    throw thrown
  }
}
