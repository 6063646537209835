import type { Locale } from '@vitrine/messages'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { printed, printedFilm, printedHouse } from '../../printing/printed.ts'
import { viewShortlist } from './view-shortlist.ts'

/** A shortlist as PDF: the films that its link shows, in its order. */
export async function printShortlist(
  house: HouseContext,
  actor: Actor,
  args: { token: string; locale: Locale; paper: 'a4' | 'letter'; forPrinters?: boolean },
): Promise<{ pdf: Uint8Array; fileName: string }> {
  authorise(actor, 'printShortlist')
  const { locale, paper, forPrinters = false } = args
  const list = await viewShortlist(house, actor, args)
  const rows = new Map(
    (
      await findTitles(
        house.db,
        house.houseId,
        list.cards.map((card) => card.id),
      )
    ).map((row) => [row.id, row]),
  )
  const films = []
  for (const card of list.cards) {
    const row = rows.get(card.id)
    if (row) films.push(await printedFilm(house, row, locale, 1))
  }
  const input = {
    house: await printedHouse(house, locale),
    name: list.name,
    note: list.note,
    url: `${house.origin}/${locale}/shortlist/${list.token}`,
    createdOn: list.createdAt.slice(0, 10),
    films,
    locale,
    paper,
    forPrinters,
  }
  return {
    pdf: await printed(house, (press) => press.printShortlist(input)),
    fileName: `shortlist-${list.createdAt.slice(0, 10)}-${locale}.pdf`,
  }
}
