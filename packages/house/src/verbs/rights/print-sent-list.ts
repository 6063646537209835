import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { printed, printedHouse } from '../../printing/printed.ts'
import { viewSentList } from './view-sent-list.ts'

/** A list as PDF, as it was sent, in its own language, for whoever has its link. */
export async function printSentList(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['printSentList']>[1],
): ReturnType<RightsVerbs['printSentList']> {
  authorise(actor, 'printSentList')
  const list = await viewSentList(house, actor, args)
  const { locale } = list
  const input = {
    house: await printedHouse(house, locale),
    list,
    url: `${house.origin}/${locale}/availabilities/${list.token}`,
    filmsUrl: `${house.origin}/${locale}/films`,
    locale,
    paper: args.paper,
    forPrinters: args.forPrinters ?? false,
  }
  return printed(house, (press) => press.printSentList(input))
}
