/** `vitrine print one-sheet SLUG --out FILE`: a paper of the house as PDF, for a desk printer or for a printing works. */
import { writeFile } from 'node:fs/promises'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import type { ReachedHouse } from '../reach.ts'

export type Paper = 'one-sheet' | 'shortlist' | 'availabilities' | 'cards'
export interface PrintOptions {
  out: string
  paper: 'a4' | 'letter'
  each: '1' | '8'
  locale?: 'en' | 'fr'
  forPrinters: boolean
}

type Asked = Pick<PrintOptions, 'paper' | 'each' | 'forPrinters'> & { locale: 'en' | 'fr' }
const PRINT: Record<Paper, (house: ReachedHouse, which: string, asked: Asked) => Promise<Uint8Array>> = {
  'one-sheet': async (house, slug, { paper, forPrinters, locale }) =>
    (await house.printOneSheet({ slug, paper, forPrinters, locale })).pdf,
  shortlist: async (house, token, { paper, forPrinters, locale }) =>
    (await house.printShortlist({ token, paper, forPrinters, locale })).pdf,
  // as it was sent, in its own language
  availabilities: (house, token, { paper, forPrinters }) => house.printSentList({ token, paper, forPrinters }),
  cards: (house, marketId, { each, ...asked }) =>
    house.printContactCards({ marketId, perPerson: each === '1' ? 1 : 8, ...asked }),
}

export async function printPaper(run: Run, what: Paper, which: string, options: PrintOptions): Promise<number> {
  const { printer } = run
  const { out, paper, each, forPrinters, locale = printer.locale } = options
  return inHouse(run, async (house) => {
    await writeFile(out, await PRINT[what](house, which, { paper, each, forPrinters, locale }))
    printer.note(cliExchange[printer.locale].printed(out))
    return 0
  })
}
