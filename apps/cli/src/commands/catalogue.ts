/** `vitrine catalogue --out FILE`: a printed catalogue for a market. */
import { writeFile } from 'node:fs/promises'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'

export interface CatalogueOptions {
  out: string
  market: string
  where?: string
  year?: string
  id: string[]
  collection?: string
  theme: string[]
  paper: 'a4' | 'letter'
  perPage: '1' | '2'
  locale?: 'en' | 'fr'
  forPrinters: boolean
}

export async function catalogue(run: Run, options: CatalogueOptions): Promise<number> {
  const { printer } = run
  const { out, market, where, year, id, collection, theme, paper, perPage, locale, forPrinters } = options
  return inHouse(run, async (house) => {
    const { pdf, films } = await house.printCatalogue({
      market,
      where: where ?? null,
      year: year === undefined ? null : Number(year),
      ...(id.length > 0 ? { ids: id } : { facets: { ...(collection === undefined ? {} : { collection: [collection] }), ...(theme.length > 0 ? { theme } : {}) } }), // prettier-ignore
      locale: locale ?? printer.locale,
      paper,
      perPage: perPage === '2' ? 2 : 1,
      forPrinters,
    })
    await writeFile(out, pdf)
    printer.note(cliExchange[printer.locale].written(films, out))
    return 0
  })
}
