/** `vitrine titles`: the catalogue, searched or listed. */
import type { TitleCard } from '@vitrine/house'
import type { Run } from '../main.ts'
import { CommandError, harmless, table } from '../print.ts'
import { reachHouse } from '../reach.ts'
import { askedOfTitles, saidTwice } from './list-filter.ts'

const PAGE = 100

export interface TitlesOptions {
  status?: string
  filter?: string[]
  limit: string
}

export async function listTitles(run: Run, search: string[], options: TitlesOptions): Promise<number> {
  const { printer } = run
  const { words } = printer
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandError(words.errors.badValue('--limit', options.limit, '1, 2, 3 …'), 2)
  const asked = await askedOfTitles(printer, options.filter)
  if (options.status !== undefined && asked.facets?.['status'] !== undefined) saidTwice(printer, '--status')
  const text = [...search, asked.text ?? ''].join(' ').trim()
  const house = await reachHouse(run)
  try {
    const cards: TitleCard[] = []
    let cursor: string | null = null
    let total = 0
    do {
      const page = await house.listTitles({
        locale: printer.locale,
        limit: Math.min(PAGE, limit - cards.length),
        cursor,
        ...(text === '' ? {} : { text }),
        facets: { ...asked.facets, ...(options.status === undefined ? {} : { status: [options.status] }) },
      })
      cards.push(...page.cards)
      total = page.total
      cursor = page.nextCursor
    } while (cursor !== null && cards.length < limit)

    if (printer.json) printer.out(JSON.stringify({ total, titles: cards }, null, 2))
    else if (cards.length === 0) printer.note(words.titles.none)
    else {
      const { title, year, cuts, directors, status, slug } = words.titles.columns
      const rows = cards.map((card) => [
        harmless(card.title),
        String(card.year ?? ''),
        card.cuts.map((cut) => (cut.episodes === null ? `${cut.minutes}′` : `${cut.episodes} × ${cut.minutes}′`)).join(', '),
        harmless(card.directors.join(', ')),
        words.titles.statuses[card.status],
        card.slug,
      ])
      for (const line of table(printer, [title, year, cuts, directors, status, slug], rows)) printer.out(line)
      if (printer.terminal) printer.out(printer.dim(words.titles.shown(cards.length, total)))
    }
    return 0
  } finally {
    await house.close()
  }
}
