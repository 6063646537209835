import { FORMAT_IDS } from '@vitrine/exchange/formats/format'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { TITLE_COLUMNS } from '@vitrine/exchange/spreadsheets/titles-columns'
import { LOCALES } from '@vitrine/messages'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { type ExchangeVerbs, MOST_FILMS_OUT } from '../../contract/exchange.ts'
import { HouseError } from '../../errors.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { publishedFilms } from '../../exchange/films-by-pages.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const LISTS: readonly string[] = ['titles-csv', 'titles-xlsx']
const Asked = z.object({
  format: z.enum(FORMAT_IDS as [string, ...string[]]),
  version: z.string().max(20).nullish(),
  ids: z.array(Id).min(1).max(MOST_FILMS_OUT).nullish(),
  columns: z
    .array(z.enum(TITLE_COLUMNS.map(({ key }) => key)))
    .min(1)
    .nullish(),
  locale: z.enum(LOCALES),
})

/** Films in a format of the trade, with what it could not carry. Films that are named go out whatever their state. */
export async function exportFilms(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['exportFilms']>[1],
): ReturnType<ExchangeVerbs['exportFilms']> {
  authorise(actor, 'exportFilms')
  const { version, ids, columns, locale } = parse(Asked, args)
  const format = FORMATS[args.format]
  const refuse = (path: string, message: string) => new HouseError('invalid-input', { issues: [{ path, message }] })
  if (format?.write === undefined) throw refuse('format', 'Films do not go out in this format')
  if (version !== undefined && version !== null && !format.versions.includes(version))
    throw refuse('version', `One of ${format.versions.join(', ')}`)
  if (columns && !LISTS.includes(args.format)) throw refuse('columns', `Only ${LISTS.join(' and ')} have columns`)
  const rows = ids === undefined || ids === null ? await published(house) : await named(house, ids)
  const written = await format.write(
    rows.map((row) => filmOut(house, row, locale)),
    {
      locale,
      sender: await sender(house, house.db),
      today: house.now().toISOString().slice(0, 10),
      ...(version === undefined || version === null ? {} : { version }),
      ...(columns ? { columns } : {}),
    },
  )
  return { ...written, films: rows.length }
}

async function named(house: HouseContext, ids: readonly string[]): Promise<TitleRow[]> {
  const rows = new Map((await findTitles(house.db, house.houseId, ids)).map((row) => [row.id, row]))
  return [...new Set(ids)].map((id) => {
    const row = rows.get(id)
    if (row === undefined) throw new HouseError('not-found', { subject: 'Title', id })
    return row
  })
}

async function published(house: HouseContext): Promise<TitleRow[]> {
  const all: TitleRow[] = []
  for await (const rows of publishedFilms(house)) {
    all.push(...rows)
    if (all.length > MOST_FILMS_OUT) throw new HouseError('limit-reached', { limit: MOST_FILMS_OUT })
  }
  return all
}
