/** Lines of the book from the committed rows: what a signature is checked on, never a copy in memory. */
import { CutSet } from '@vitrine/rights/box/cut-set'
import { ENTRY_KINDS, type Line } from '@vitrine/rights/book/line'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { readableOrNull, readCuts, readLanguages, readTerritories } from './sets.ts'

interface RawLine {
  entry_id: string
  kind: number
  exclusive: boolean
  undated: boolean
  territories: string
  media: number
  languages: string
  cuts: string
  from_day: number
  to_day: number
  expires: number
}

/** A line of the book cannot be read from the database. */
export class UnreadableLine extends Error {
  override readonly name = 'UnreadableLine'
  readonly entryId: string
  constructor(entryId: string) {
    super(`A line of entry ${entryId} cannot be read.`)
    this.entryId = entryId
  }
}

/**
 * The lines of one title. Inside a transaction with the house locked nobody else can add to them. What cannot be read is left out,
 * unless `wholeBut` is given: what is signed must not be checked on a part of the book; the entries that it names are to be written anew.
 *
 * @throws UnreadableLine
 */
export async function readTitleLines(
  db: Asker,
  houseId: string,
  titleId: string,
  options: { wholeBut?: readonly string[] } = {},
): Promise<Line[]> {
  const { rows } = await sql<RawLine>`
    select l.entry_id, l.kind, l.exclusive, l.undated, t.members as territories, l.media, g.members as languages, c.members as cuts, l.from_day, l.to_day, l.expires
    from search_title s join rights_line l on l.house_id = s.house_id and l.ord = s.ord
      join rights_set t on t.house_id = l.house_id and t.kind = 'territories' and t.number = l.territories
      join rights_set g on g.house_id = l.house_id and g.kind = 'languages' and g.number = l.languages
      join rights_set c on c.house_id = l.house_id and c.kind = 'cuts' and c.number = l.cuts
    where s.house_id = ${houseId} and s.title_id = ${titleId} order by l.entry_id, l.part`.execute(db)
  return rows.flatMap((raw) => {
    const territories = readableOrNull(readTerritories, raw.territories)
    const languages = readableOrNull(readLanguages, raw.languages)
    const cuts = raw.cuts === '[true]' ? CutSet.all : readableOrNull(readCuts, raw.cuts)
    if (territories === null || languages === null || cuts === null) {
      if (options.wholeBut?.includes(raw.entry_id) === false) throw new UnreadableLine(raw.entry_id)
      return []
    }
    return {
      entry: raw.entry_id,
      kind: ENTRY_KINDS[raw.kind]!,
      exclusive: raw.exclusive,
      undated: raw.undated,
      box: { territories, media: raw.media, languages, cuts, from: raw.from_day, to: raw.to_day },
      expires: raw.expires,
    }
  })
}
