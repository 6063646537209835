import { LOCALES } from '@vitrine/messages'
import { cataloguePaper } from '@vitrine/messages/catalogue-paper'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { listMembers } from '@vitrine/store/users/members'
import { z } from 'zod'
import { found } from '../../browse/found.ts'
import type { HouseContext } from '../../context.ts'
import { type Actor, FACETS, type Facet } from '../../contract.ts'
import { type CatalogueRequest, type CatalogueVerbs, MOST_FILMS_PRINTED } from '../../contract/catalogue.ts'
import { HouseError } from '../../errors.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmInCatalogue, printed, printedHouse } from '../../printing/printed.ts'

const STEP = 100
const Asked = z.object({
  market: OneLine,
  where: OneLine.nullish(),
  year: z.int().min(1900).max(2200).nullish(),
  ids: z.array(Id).min(1).nullish(),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().min(1).max(200)).max(50)).nullish(),
  locale: z.enum(LOCALES),
  paper: z.enum(['a4', 'letter']),
  perPage: z.union([z.literal(1), z.literal(2)]),
  forPrinters: z.boolean(),
})

/** Titles as a catalogue for a market. Titles that are named are printed whatever their state. */
export async function printCatalogue(
  house: HouseContext,
  actor: Actor,
  args: CatalogueRequest,
): ReturnType<CatalogueVerbs['printCatalogue']> {
  authorise(actor, 'printCatalogue')
  const { market, where, ids, facets, locale, paper, perPage, forPrinters, ...asked } = parse(Asked, args)
  const chosen = ids ? [...new Set(ids)] : await idsFound(house, facets ?? {}, locale)
  if (chosen.length > MOST_FILMS_PRINTED) throw new HouseError('limit-reached', { limit: MOST_FILMS_PRINTED })
  const rows = await rowsOf(house, chosen)
  const films = []
  for (const row of rows) films.push(await filmInCatalogue(house, row, locale, perPage))
  const year = asked.year ?? house.now().getUTCFullYear()
  const sellers = (await listMembers(house.db, house.houseId)).filter(({ role, disabled }) => !disabled && (role === 'sales' || role === 'owner')) // prettier-ignore
  const words = cataloguePaper[locale]
  const input = {
    house: await printedHouse(house, locale),
    market: { name: market, where: where ?? null },
    year,
    cover: films.find(({ stills }) => stills.length > 0)?.stills[0] ?? null,
    films,
    contacts: sellers.map(({ name, email, role }) => ({ name, role: role === 'owner' ? words.direction : words.sales, email, phone: null })), // prettier-ignore
    locale,
    paper,
    perPage,
    forPrinters,
  }
  return {
    pdf: await printed(house, (press) => press.printCatalogue(input)),
    fileName: `catalogue-${year}-${locale}.pdf`,
    films: films.length,
  }
}

async function idsFound(house: HouseContext, facets: Partial<Record<Facet, string[]>>, locale: 'en' | 'fr'): Promise<string[]> {
  const { status: _onlyWhatIsPublished, ...narrowed } = facets
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = await found(house, { facets: narrowed, sort: 'title', limit: STEP, cursor, locale }, ['published'])
    if (page.total > MOST_FILMS_PRINTED) throw new HouseError('limit-reached', { limit: MOST_FILMS_PRINTED })
    ids.push(...page.cards.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  if (ids.length === 0) throw new HouseError('not-found', { subject: 'Title' })
  return ids
}

async function rowsOf(house: HouseContext, ids: readonly string[]): Promise<TitleRow[]> {
  const rows = new Map((await findTitles(house.db, house.houseId, ids)).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = rows.get(id)
    if (row === undefined) throw new HouseError('not-found', { subject: 'Title', id })
    return row
  })
}
