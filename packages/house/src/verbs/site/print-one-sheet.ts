import type { Locale } from '@vitrine/messages'
import { findTitleBySlug } from '@vitrine/store/titles/find-title'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { printed, printedFilm, printedHouse } from '../../printing/printed.ts'
import { admit } from '../../titles/reach-title.ts'

/** A film on one page, as PDF. The ETag says which state of the film and the house it shows. */
export async function printOneSheet(
  house: HouseContext,
  actor: Actor,
  args: { slug: string; locale: Locale; paper: 'a4' | 'letter'; forPrinters?: boolean },
): Promise<{ pdf: Uint8Array; fileName: string; etag: string }> {
  const row = await admit(house, house.db, actor, 'printOneSheet', await findTitleBySlug(house.db, house.houseId, args.slug))
  const { locale, paper, forPrinters = false } = args
  const input = {
    house: await printedHouse(house, locale),
    film: await printedFilm(house, row, locale),
    locale,
    paper,
    forPrinters,
  }
  const pdf = await printed(house, (press) => press.printOneSheet(input))
  return { pdf, fileName: `${row.slug}-${locale}${forPrinters ? '-print' : ''}.pdf`, etag: `"${sha256(pdf).slice(0, 32)}"` }
}
