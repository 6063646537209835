/** A generated book as rows of a house's database. */
import { ENTRY_KINDS, type Line } from '@vitrine/rights/book/line'
import { isEmptyBox } from '@vitrine/rights/box/box'
import type { Asker } from '@vitrine/store/asker'
import { internSets, writeCuts, writeLanguages, writeTerritories } from '@vitrine/store/rights/sets'
import { sql } from 'kysely'
import { linesOf } from './_generated-book.ts'

/** Writes the lines of so many titles, from a number on, as they would stand after their entries were signed. */
export async function putBook(db: Asker, houseId: string, first: number, count: number): Promise<number> {
  const rows = Array.from({ length: count }, (_, at) =>
    linesOf(first + at)
      .filter(({ box }) => !isEmptyBox(box))
      .map((line) => ({ line, ord: first + at })),
  ).flat()
  const numbers = async (kind: 'territories' | 'languages' | 'cuts', write: (line: Line) => string): Promise<number[]> => {
    const members = rows.map(({ line }) => write(line))
    const known = await internSets(db, houseId, kind, members)
    return members.map((one) => known.get(one)!)
  }
  const territories = await numbers('territories', ({ box }) => writeTerritories(box.territories))
  const languages = await numbers('languages', ({ box }) => writeLanguages(box.languages))
  const cuts = await numbers('cuts', ({ box }) => writeCuts(box.cuts))
  const column = (of: (line: Line, ord: number) => unknown): string => `{${rows.map(({ line, ord }) => of(line, ord)).join()}}`
  await sql`
    insert into rights_line (house_id, ord, entry_id, part, kind, exclusive, undated, territories, media, languages, cuts, from_day, to_day, expires)
    select ${houseId}, r.* from unnest(${column((_, ord) => ord)}::int[], ${column(({ entry }) => entry)}::text[], ${column(() => 0)}::int[],
      ${column(({ kind }) => ENTRY_KINDS.indexOf(kind))}::smallint[], ${column(({ exclusive }) => exclusive)}::boolean[], ${column(({ undated }) => undated)}::boolean[],
      ${`{${territories.join()}}`}::int[], ${column(({ box }) => box.media)}::int[], ${`{${languages.join()}}`}::int[], ${`{${cuts.join()}}`}::int[],
      ${column(({ box }) => box.from)}::int[], ${column(({ box }) => box.to)}::int[], ${column(({ expires }) => expires)}::int[]) as r`.execute(
    db,
  )
  await sql`insert into rights_title (house_id, ord, change_seq) select ${houseId}, ord, 1 from generate_series(${first}::int, ${first + count - 1}::int) ord on conflict do nothing`.execute(db) // prettier-ignore
  return rows.length
}
